"""Class folders: which files are of which class, and which of them are held out."""

from collections.abc import Iterator
from pathlib import Path

from mixup_demo.images.formats import is_image

#: name of the part that is learned from, where a folder comes split; in any case, as those below
TRAIN = "train"
#: names of a folder's parts that are held out, where it comes split
HELD_OUT = ("test", "val", "valid", "validation")
#: files and folders that Windows and macOS leave among pictures, in lower case
SYSTEM = ("thumbs.db", "desktop.ini", "__macosx")

Row = tuple[Path, str, bool]
"""A file, its class, and whether it is held out."""


def rows_of_folder(folder: Path, seen: Path | None = None) -> Iterator[Row]:
    """Yield each file of class folders, unread; those of a part that is held out come last.

    Args:
        folder: of class folders, or of ``train`` and a part of `HELD_OUT` with such folders.
        seen: a file in the results' folder, which is no class where it lies beside the classes.

    Raises:
        ValueError: it is no folder, or has both classes and parts.
    """
    if not folder.is_dir():
        raise ValueError(f"--data must be a folder of class folders, but {folder} is none.")
    train = _train(folder)
    if train is None:
        yield from _of_classes(folder, False, seen)
        return
    _check_parts(folder, train)
    yield from _of_classes(train, False)
    for part in held_out_parts(folder)[:1]:
        yield from _of_classes(part, True)


def held_out_parts(folder: Path) -> list[Path]:
    """Return a folder's parts that are held out by their names; the first one is what counts."""
    inside = {path.name.lower(): path for path in _folders(folder)}
    return [inside[name] for name in HELD_OUT if name in inside]


def left_out(folder: Path) -> str:
    """Return what to say of a part of a folder that comes split and is not read; "" for nothing."""
    parts = held_out_parts(folder) if folder.is_dir() and _train(folder) else []
    names = " and ".join(part.name for part in parts[1:])
    return f"{folder}: {names} is left out; {parts[0].name} is what is tested on." if names else ""


def _train(folder: Path) -> Path | None:
    """Return the part that is learned from; None where a folder does not come split."""
    named = (path for path in _folders(folder) if path.name.lower() == TRAIN)
    return next((path for path in named if _folders(path)), None)


def _check_parts(folder: Path, train: Path) -> None:
    """Refuse classes beside parts: "train" is a class then, whose folders are kinds of it.

    Raises:
        ValueError: other folders hold images too; the message names some of them.
    """
    others = (path for path in _folders(folder) if path.name.lower() not in (TRAIN, *HELD_OUT))
    classes = [path.name for path in others if any(map(is_image, _files(path)))]
    if classes:
        raise ValueError(
            f"A folder must hold either classes or parts such as train and test, but {folder} has "
            f"images in {' and '.join(classes[:2])} beside {train.name}/{_folders(train)[0].name}. "
            f"Where {train.name} is a class, rename it; where it is a part, move the others away."
        )


def _of_classes(folder: Path, held_out: bool, seen: Path | None = None) -> Iterator[Row]:
    root = folder.resolve()
    for part in _folders(folder):
        if seen is not None and seen.resolve().is_relative_to(part.resolve()):
            continue  # the results' folder, where it lies beside the classes
        # a file of any other kind is a photo until reading it shows that it is none: what were left
        # out here for its name would be missing from the training without a word
        for file in _files(part, frozenset([root, *root.parents])):
            yield file, part.name, held_out


def _folders(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.is_dir() and not _of_system(path)]


def _files(folder: Path, above: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """Yield the files of a folder in the order of their paths, those of linked folders too.

    Args:
        folder: at any depth.
        above: the real folders that hold it; a link to one of them would never end.
    """
    real = folder.resolve()
    if real in above:
        return
    for path in sorted(folder.iterdir()):
        if _of_system(path):
            continue
        if path.is_dir():
            yield from _files(path, above | {real})
        else:
            yield path


def _of_system(path: Path) -> bool:
    """Return whether a file or a folder is hidden or no user's own."""
    return path.name.lower() in SYSTEM or path.name.startswith(".")
