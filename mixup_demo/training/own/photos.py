"""Labelled image files: class folders or a table, each file looked at once, refused in words."""

import csv
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mixup_demo.images.reading import read_image
from mixup_demo.texts.input_error import InputError
from mixup_demo.training.folders import Row, rows_of_folder

#: files that a message names before it says how many more there are
NAMED = 3
#: that other tables than those of commas have between cells, with their names
SEPARATORS = ((";", "semicolon"), ("\t", "tab"))

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Photos:
    """Files with labels.

    Attributes:
        name: of the folder or table.
        classes: names, in the order of the labels.
        files: N paths.
        labels: (N,), indices of classes.
        groups: (N,), the same number for files with the same content.
        held_out: (N,), whether the source itself keeps a file for testing; None where it does not
            come split.
        digest: differs where files, labels or their order differ.
    """

    name: str
    classes: tuple[str, ...]
    files: tuple[Path, ...]
    labels: Labels
    groups: Labels
    held_out: NDArray[np.bool_] | None
    digest: str

    @property
    def copies(self) -> int:
        """How many files have the content of an earlier one."""
        return len(self.files) - len(set(self.groups.tolist()))

    @property
    def contradictions(self) -> int:
        """How many contents have files in more than one class."""
        pairs = set(zip(self.groups.tolist(), self.labels.tolist(), strict=True))
        return len(pairs) - len(set(self.groups.tolist()))


def read_photos(
    source: Path, seen: Path | None = None, rows: Sequence[Row] | None = None
) -> Photos:
    """Return the images of a folder or a table, after reading each one whole.

    Args:
        source: a folder as `rows_of_folder` takes it, where only hidden files and those of the
            system are left out; or a CSV of file and label, paths from where it lies, with or
            without a heading.
        seen: a JSON file that remembers which files were read, by size and time of change, so that
            a run that goes on does not read them again; None remembers nothing.
        rows: what `rows_of` has found there, if somebody has asked before.

    Raises:
        ValueError: there is no such source, less than two classes, or a file that cannot be read
            as an image; the message says which and what to do.
    """
    rows = rows_of(source, seen) if rows is None else rows
    classes = tuple(sorted({name for _, name, _ in rows}))
    files = tuple(file for file, _, _ in rows)
    labels = np.array([classes.index(name) for _, name, _ in rows], np.int64)
    hashes = _hashes(files, seen)
    numbers = {content: number for number, content in enumerate(dict.fromkeys(hashes))}
    apart = np.array([out for _, _, out in rows])
    said = json.dumps([hashes, labels.tolist(), classes, apart.tolist()])
    return Photos(
        name_of(source),
        classes,
        files,
        labels,
        np.array([numbers[content] for content in hashes], np.int64),
        apart if apart.any() else None,
        hashlib.sha256(said.encode()).hexdigest()[:16],
    )


def name_of(source: Path) -> str:
    """Return what a folder, or a table without its suffix, is called."""
    return source.resolve().stem if source.is_file() else source.resolve().name


def rows_of(source: Path, seen: Path | None = None) -> list[Row]:
    """Return the files of a folder or a table, unread; arguments as in `read_photos`.

    Raises:
        ValueError: there is no such source, or less than two classes.
    """
    if not source.exists():
        raise ValueError(f"--data must be a folder or a CSV file, but {source} is neither.")
    rows = list(_of_table(source) if source.is_file() else rows_of_folder(source, seen))
    classes = sorted({name for _, name, _ in rows})
    if len(classes) < 2:
        raise ValueError(
            f"Training needs images of at least two classes, but {source} has {len(classes)}"
            f"{''.join(f': {name}' for name in classes)}. Make a folder for each class with its "
            "images inside, or name a CSV of file and label."
        )
    return rows


def _of_table(table: Path) -> Iterator[Row]:
    rows = _lines(table)
    if rows and _is_heading(table.parent / rows[0][1][0].strip()):
        rows = rows[1:]
    for number, row in rows:
        if len(row) < 2 or not row[1].strip():
            line = ",".join(row)
            apart = next((f" with a comma, not a {n}" for s, n in SEPARATORS if s in line), "")
            raise ValueError(
                f"Each line of {table} must hold a file and its label, but line {number} is "
                f"“{line}”. Write for example photos/rose-1.jpg,rose{apart}."
            )
        yield table.parent / row[0].strip(), row[1].strip(), False


def _lines(table: Path) -> list[tuple[int, list[str]]]:
    """Return the cells of each line that is not blank, with its number, from 1.

    Raises:
        ValueError: it is no table.
    """
    try:
        with table.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.reader(lines)
            # an entry in quotation marks may go over several lines: the number is its last one's
            return [(rows.line_num, row) for row in rows if any(map(str.strip, row))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(
            f"--data must be a folder or a CSV file of text in UTF-8, but {table} is neither "
            f"({error}). Save it as UTF-8, or name the folder of the images."
        ) from error


def _is_heading(file: Path) -> bool:
    """Return whether what a table's first line names is no file: neither there, nor called so."""
    return not file.suffix and not file.is_file()


def _hashes(files: Sequence[Path], seen: Path | None) -> list[str]:
    """Return each file's hash after reading it as an image, or as it is remembered.

    What was read well is remembered even where the whole is refused: who mends one file of many
    does not wait for the others again.

    Raises:
        ValueError: some cannot be read.
    """
    known = json.loads(seen.read_text("utf-8")) if seen is not None and seen.exists() else {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda file: _seen(file, known), files))
    pairs = list(zip(files, found, strict=True))
    if seen is not None:
        _remember(seen, {str(file): said for file, said in pairs if len(said) == 3})
    bad = [(file, said) for file, said in pairs if len(said) != 3]
    if bad:
        raise ValueError(_refusal(bad))
    return [str(said[2]) for said in found]


def _remember(seen: Path, good: Mapping[str, list[int | str]]) -> None:
    """Write what `_seen` returned of the files that were read, all or nothing."""
    seen.parent.mkdir(parents=True, exist_ok=True)
    draft = seen.with_suffix(f".{os.getpid()}.part")
    draft.write_text(json.dumps(good), "utf-8")
    draft.replace(seen)


def _seen(file: Path, known: Mapping[str, list[int | str]]) -> list[int | str]:
    """Return size, time of change in ns and hash of an image file; one sentence where it is bad."""
    try:
        state = file.stat()
        stamp = [state.st_size, state.st_mtime_ns]
        before = known.get(str(file), [])
        if before[:2] == stamp:
            return before
        read_image(file)
        return [*stamp, hashlib.sha256(file.read_bytes()).hexdigest()]
    except InputError as error:
        return [str(error)]
    except OSError as error:
        return [f"It cannot be opened: {error.strerror}."]


def _refusal(bad: Sequence[tuple[Path, Iterable[int | str]]]) -> str:
    more = f" (and {len(bad) - NAMED} more)" if len(bad) > NAMED else ""
    named = "\n".join(f"  {file}: {next(iter(said))}" for file, said in bad[:NAMED])
    return (
        f"Each file must be an image that can be read, but {len(bad)} cannot{more}:\n{named}\n"
        "Mend or convert them, or move them away, and give the command again; what was read before "
        "is not read again."
    )
