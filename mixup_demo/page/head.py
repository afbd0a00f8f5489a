"""The page's <head>: what it loads first, and what it says of itself where its link is shared."""

import base64
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape

from mixup_demo.figures.theme import COLOURS
from mixup_demo.images import gallery
from mixup_demo.page.bundle import Module
from mixup_demo.page.static import CONFIG, FONT, SHARING, STYLES, StaticFiles
from mixup_demo.page.templates import WEB
from mixup_demo.texts import LANGUAGES

ICON = gallery.ASSETS / "icon.svg"
#: of a shared picture, px
SHARED_SIZE = (1200, 630)
#: what Gradio says of itself where a page is shared
PLACEHOLDER_METAS = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>')

#: Before the first paint: the theme of the link, else the visitor's choice, else the system's;
#: whether a lecture or a panel alone stands in the place of the views (web/later.js); and
#: where Gradio's front end hands over what it gives to the page's scripts, whichever comes first.
#: Names as in web/theme.js and web/connection.js.
THEME = """<script>
window.explorer = {};
explorer.gradio = new Promise((resolve) => { explorer.connect = resolve; });
explorer.theme = () => {
  const known = (theme) => (["light", "dark"].includes(theme) ? theme : null);
  let stored = null;
  try { stored = localStorage.getItem("mixup-explorer-theme"); } catch {}
  return known(new URLSearchParams(location.search).get("__theme")) ?? known(stored);
};
{
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.body.classList.toggle("dark", (explorer.theme() ?? system) === "dark");
  const asked = new URLSearchParams(location.search);
  const apart = ["lecture", "ask", "word"].some((name) => asked.get(name)); // IN_PLACE
  document.body.classList.toggle("apart", apart);
  document.body.classList.toggle("embed", !apart && asked.get("embed") === "1");
}
</script>"""
#: Gradio sets the theme as well, when it starts; without a choice it follows the system
THEME_FOR_GRADIO = """<script>
if (explorer.theme()) {
  document.querySelector("gradio-app").setAttribute("theme_mode", explorer.theme());
}
</script>"""


@cache
def ordering() -> str:
    """Return the script of `explorer.arrange`, which each view's HTML calls as it ends.

    Before the first paint, too, since a phone would show another part first, and then move all.
    """
    module = Module("order.js", (WEB / "order.js").read_text(encoding="utf-8"))
    code = f"{module.joined()}explorer.arrange = {module.variable}.arrange;"
    return f"<script>\n{{\n{code}\n}}\n</script>"


def head(
    view: str,
    first: str,
    words: Mapping[str, str],
    language: str,
    static: StaticFiles,
    address: str,
    photos: Sequence[str],
) -> str:
    """Return what the page's <head> needs before Gradio's.

    Args:
        view: the one that is asked for.
        first: the one that opens the page.
        words: sentences by key.
        address: the page's own, without what changes under the finger.
        photos: files that the first state will need.
    """
    entries = {entry["name"]: entry for entry in static.config["views"]}
    return "".join(
        (
            *_sharing(view, words, language, static.base, address),
            *_loading(entries[view], entries[first]["script"], static.base, photos),
        )
    )


def _loading(view: Mapping[str, str], first: str, base: str, photos: Sequence[str]) -> list[str]:
    font = f'rel="preload" as="font" type="font/woff2" crossorigin href="{base}/{FONT}"'
    links = [
        f'<link rel="stylesheet" href="{base}/{STYLES}">',
        f'<script type="module" src="{base}/{first}"></script>',
        f'<link rel="preload" as="fetch" crossorigin href="{base}/{CONFIG}">',
        f"<link {font}>",
        *(f'<link rel="preload" as="image" href="{base}/{name}">' for name in photos),
    ]
    if view["script"] != first:
        links.append(f'<link rel="modulepreload" href="{base}/{view["script"]}">')
    if "contents" in view:
        file = f"{base}/{view['contents']}"
        links.append(f'<link rel="preload" as="fetch" crossorigin href="{file}">')
        links.append(f'<link rel="stylesheet" href="{base}/{view["styles"]}">')
    return links


def _sharing(
    view: str, words: Mapping[str, str], language: str, base: str, address: str
) -> list[str]:
    title = f"{words[f'view.{view}']} · {words['page.title']}"
    about = words.get(f"share.{view}", words["share.page"])
    root = address.partition("?")[0]
    other = next(code for code in LANGUAGES if code != language)
    alternate = address.replace(f"lang={language}", f"lang={other}")
    facts = {
        "og:type": "website",
        "og:site_name": words["page.title"],
        "og:title": title,
        "og:description": about,
        "og:url": address,
        "og:locale": {"en": "en_US", "ko": "ko_KR"}[language],
    }
    picture = SHARING / f"{view}-{language}.jpg"
    if picture.is_file():
        facts |= {"og:image": f"{root}{base}/{picture.name}", "og:image:alt": about}
        names = ("og:image:width", "og:image:height")
        facts |= dict(zip(names, map(str, SHARED_SIZE), strict=True))
    light, dark = COLOURS["card"]
    # inline: browsers fetch an icon anew whenever the address changes, as it does with λ
    icon = base64.b64encode(ICON.read_bytes()).decode()
    return [
        f"<title>{escape(title)}</title>",
        _meta("description", about),
        _meta("twitter:card", "summary_large_image"),
        *(f'<meta property="{name}" content="{escape(value)}">' for name, value in facts.items()),
        f'<meta name="theme-color" media="(prefers-color-scheme: light)" content="{light}">',
        f'<meta name="theme-color" media="(prefers-color-scheme: dark)" content="{dark}">',
        f'<link rel="canonical" href="{escape(address)}">',
        f'<link rel="alternate" hreflang="{other}" href="{escape(alternate)}">',
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{icon}">',
    ]


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'
