"""Class folders: what is a class, what a part, and what is neither."""

from pathlib import Path

import pytest

from mixup_demo.training.folders import left_out, rows_of_folder
from tests.training.own.kit import write_photos


def found(folder: Path) -> list[tuple[str, bool]]:
    """The class of each file, and whether it is held out."""
    return [(name, held_out) for _, name, held_out in rows_of_folder(folder)]


def test_what_is_no_folder_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match=r"a folder of class folders, but .*nowhere is"):
        found(tmp_path / "nowhere")


def test_a_folder_comes_split_only_where_its_parts_hold_folders(tmp_path: Path):
    folder = write_photos(tmp_path / "toys", 2, ("rose", "sky"))
    (folder / "rose").rename(folder / "train")  # a class of locomotives
    assert found(folder) == [("sky", False)] * 2 + [("train", False)] * 2


@pytest.mark.parametrize("part", ["Test", "VALIDATION"])
def test_parts_are_known_in_whatever_case(tmp_path: Path, part: str):
    write_photos(tmp_path / "Train", 2, ("rose", "sky"))
    write_photos(tmp_path / part, 1, ("rose", "sky"))
    learned = [("rose", False)] * 2 + [("sky", False)] * 2
    assert found(tmp_path) == [*learned, ("rose", True), ("sky", True)]
    assert left_out(tmp_path) == ""


def test_a_second_part_that_is_held_out_is_said_to_be_left_out(tmp_path: Path):
    for part in ("train", "test", "val"):
        write_photos(tmp_path / part, 1, ("rose", "sky"))
    assert left_out(tmp_path).endswith("val is left out; test is what is tested on.")
    assert len(found(tmp_path)) == 4


def test_classes_beside_parts_are_refused(tmp_path: Path):
    folder = write_photos(tmp_path / "toys", 1, ("rose", "sky"))
    write_photos(folder / "train", 1, ("leaf",))
    with pytest.raises(ValueError, match=r"in rose and sky beside train/leaf\. Where train"):
        found(folder)
    for name in ("rose", "sky"):  # what holds no images is none
        for file in (folder / name).iterdir():
            file.rename(file.with_suffix(".txt"))
    write_photos(folder / "test", 1, ("leaf",))
    assert found(folder) == [("leaf", False), ("leaf", True)]


def test_linked_folders_are_followed_but_not_in_circles(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 2, ("leaf", "rose"))
    write_photos(tmp_path / "elsewhere", 3, ("sky",))
    (folder / "rose" / "more").symlink_to(tmp_path / "elsewhere")
    (folder / "sky").symlink_to(tmp_path / "elsewhere" / "sky")
    for loop in (folder, folder / "leaf", tmp_path):
        (folder / "leaf" / f"to {loop.name}").symlink_to(loop)
    assert [name for name, _ in found(folder)] == ["leaf"] * 2 + ["rose"] * 5 + ["sky"] * 3
