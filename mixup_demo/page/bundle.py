"""Scripts joined: many small ES modules become a few files, in Python alone.

A browser asks for each module by itself, and each request waits for the network once. Our modules
keep to a plain style, so that no parser is needed to join them: imports of names or of a whole
module at the top, exports in front of declarations. In a joined file each module is a function
that is called once, after those that it imports, and returns what it exports.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

_IMPORT = re.compile(r'^import\s+(?:\*\s+as\s+(\w+)|\{([^}]*)\})\s+from\s+"([^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function\*?) ([\w$]+))", re.M)
_REST = re.compile(r"^(?:import|export)\b.*", re.M)
#: whole lines only: what stands behind code stays
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*?(?:(?!\*/).|\n)*?\*/[ \t]*)\n", re.M)


@dataclass(frozen=True)
class Module:
    """One script: what it is called by, and what it says.

    Attributes:
        name: its path.
        source: its text.
    """

    name: str
    source: str

    @cached_property
    def imports(self) -> tuple[str, ...]:
        """The names of the modules that it imports."""
        return tuple(self.path(found[3]) for found in _IMPORT.finditer(self.source))

    @cached_property
    def exports(self) -> tuple[str, ...]:
        """The names that it exports."""
        return tuple(found[1] for found in _EXPORT.finditer(self.source))

    @property
    def variable(self) -> str:
        """What holds its exports in a joined file."""
        return "$" + re.sub(r"\W", "_", self.name.removesuffix(".js"))

    def path(self, relative: str) -> str:
        """Return the name of a module as this one writes it."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.name), relative))

    def joined(self) -> str:
        """Return it as a function that is called at once.

        Raises:
            ValueError: it imports or exports in another way.
        """
        body = _EXPORT.sub("", _IMPORT.sub(self._taken, self.source))
        body = _COMMENT.sub("", body)
        if other := _REST.search(body):
            raise ValueError(
                f"{self.name} says {other[0]!r}. A script that is to be joined with others writes "
                'import { names } from "file" or import * as name from "file", and export in '
                "front of const, class or function."
            )
        returned = ", ".join(self.exports)
        return (
            f"const {self.variable} = (() => {{\n{body.strip()}\nreturn {{ {returned} }};\n}})();\n"
        )

    def _taken(self, found: re.Match[str]) -> str:
        source = Module(self.path(found[3]), "").variable
        if found[1]:
            return f"const {found[1]} = {source};\n"
        return f"const {{{found[2].replace(' as ', ': ')}}} = {source};\n"


def join(modules: Mapping[str, str], entries: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return joined files by name; each module is in one of them and is evaluated once.

    Args:
        modules: texts by path.
        entries: name of a file -> the modules that it is for, with all that these import. The
            first file also gets what two others share. The exports of the last module of a file are
            exports of the file.

    Raises:
        ValueError: modules import each other in a circle, or one that is not there.
    """
    known = {name: Module(name, source) for name, source in modules.items()}
    order = _ordered(known)
    first, *others = entries
    needed = {file: _closure(known, names) for file, names in entries.items()}
    home: dict[str, str] = {}
    for name in order:
        users = [file for file in entries if name in needed[file]]
        home[name] = first if first in users or len(users) != 1 else users[0]
    files = {}
    for file in (first, *others):
        own = [known[name] for name in order if home[name] == file]
        if file == first:
            own = [module for module in own if any(module.name in each for each in needed.values())]
        files[file] = "".join(_written(file, first, own, known, home, entries[file][-1]))
    return files


def _written(
    file: str,
    first: str,
    own: Sequence[Module],
    known: Mapping[str, Module],
    home: Mapping[str, str],
    last: str,
) -> Iterator[str]:
    names = sorted({known[n].variable for m in own for n in m.imports if home[n] != file})
    if names:
        yield f'import {{ {", ".join(names)} }} from "./{first}";\n'
    yield from (module.joined() for module in own)
    if file == first:
        yield f"export {{ {', '.join(module.variable for module in own)} }};\n"
    exports = known[last].exports
    if exports:
        yield f"export const {{ {', '.join(exports)} }} = {known[last].variable};\n"


def _ordered(known: Mapping[str, Module]) -> list[str]:
    for module in known.values():
        for name in module.imports:
            if name not in known:
                raise ValueError(f"{module.name} imports {name}, which is not there.")
    try:
        graph = {name: module.imports for name, module in sorted(known.items())}
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = ", ".join(error.args[1])
        raise ValueError(f"These scripts import each other in a circle: {circle}.") from error


def _closure(known: Mapping[str, Module], names: Sequence[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += known[name].imports
    return found


def join_styles(sheets: Mapping[str, str]) -> str:
    """Return style sheets as one that lies at the top; addresses in them follow.

    Args:
        sheets: texts by path.
    """
    return "".join(_moved(name, text) for name, text in sheets.items())


def _moved(name: str, text: str) -> str:
    folder = posixpath.dirname(name)
    text = re.sub(r"/\*.*?\*/\s*", "", text, flags=re.S)
    return re.sub(
        r'url\("(?!data:|#|/|https?:)([^"]+)"\)',
        lambda found: f'url("{posixpath.normpath(posixpath.join(folder, found[1]))}")',
        text,
    )
