"""Joined scripts: each module once, in order, and nothing that the joiner does not understand."""

import re

import pytest

from mixup_demo.page.bundle import join, join_styles

MODULES = {
    "page/web/words.js": '// Words.\n\n/** @type {string} */\nexport const hello = "hello";\n'
    "export function* all() { yield hello; }\n",
    "page/web/main.js": 'import { hello as greeting } from "./words.js";\nconsole.log(greeting);\n',
    "page/web/maps.js": 'import {\n  hello,\n  all,\n} from "./words.js";\n'
    "export const map = [hello, all];\n",
    "views/a/web/a.js": 'import * as words from "../../../page/web/words.js";\n'
    "export class A { words = words; }\nexport const createView = () => new A();\n",
    "views/b/web/b.js": 'import { map } from "../../../page/web/maps.js";\n'
    "export async function createView() { return map; }\n",
    "views/c/web/c.js": 'import { map } from "../../../page/web/maps.js";\n'
    "export const createView = () => map; // not a comment line\n",
}
ENTRIES = {
    "page.js": ["page/web/main.js", "views/a/web/a.js"],
    "b.js": ["views/b/web/b.js"],
    "c.js": ["views/c/web/c.js"],
}


def test_each_module_is_in_one_file_after_those_that_it_imports():
    files = join(MODULES, ENTRIES)
    assert list(files) == list(ENTRIES)
    made = [re.findall(r"^const (\$\w+) =", text, re.M) for text in files.values()]
    names = [name for each in made for name in each]
    assert len(names) == len(set(names)) == len(MODULES)
    assert "$page_web_maps" in made[0]  # which two others share
    assert made[0].index("$page_web_words") < made[0].index("$page_web_main")
    assert made[1:] == [["$views_b_web_b"], ["$views_c_web_c"]]


def test_imports_and_exports_become_names():
    page, b, c = join(MODULES, ENTRIES).values()
    assert "const { hello: greeting } = $page_web_words;" in page
    assert "const words = $page_web_words;" in page
    assert "return { hello, all };" in page
    assert page.endswith("export const { A, createView } = $views_a_web_a;\n")
    assert b.startswith('import { $page_web_maps } from "./page.js";\n')
    assert "// not a comment line" in c
    assert "Words." not in page
    assert "@type" not in page


def test_what_nobody_needs_is_left_out():
    files = join({**MODULES, "page/web/unused.js": "export const x = 1;\n"}, ENTRIES)
    assert "unused" not in "".join(files.values())


@pytest.mark.parametrize(
    "source",
    [
        "export default 1;\n",
        'export { a } from "./words.js";\n',
        'import words from "./words.js";\n',
        'import "./words.js";\n',
        "export let changing = 1;\n",
    ],
)
def test_another_style_is_refused(source: str):
    with pytest.raises(ValueError, match=r"page/web/main\.js says '(import|export)"):
        join({**MODULES, "page/web/main.js": source}, ENTRIES)


def test_a_module_that_is_not_there_is_named():
    source = 'import { x } from "./gone.js";\n'
    with pytest.raises(ValueError, match=r"main\.js imports page/web/gone\.js, which is not there"):
        join({**MODULES, "page/web/main.js": source}, ENTRIES)


def test_a_circle_is_refused():
    source = 'import { map } from "./maps.js";\nexport const hello = 1;\n'
    with pytest.raises(ValueError, match=r"import each other in a circle: .*words"):
        join({**MODULES, "page/web/words.js": source}, ENTRIES)


def test_addresses_in_styles_follow():
    joined = join_styles(
        {
            "a.css": ":root { --x: 1 }\n",
            "page/web/f.css": "/* font */\n"
            '@font-face { src: url("fonts/x.woff2"), url("data:,") }\n',
        }
    )
    expected = '@font-face { src: url("page/web/fonts/x.woff2"), url("data:,") }\n'
    assert joined == ":root { --x: 1 }\n" + expected
