"""Folders and tables of photos: what is read, and what is refused with its remedy."""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from mixup_demo.training.own import photos
from mixup_demo.training.own.photos import read_photos
from tests.training.own.kit import COLOURS, write_photos


def test_a_folder_of_class_folders_is_read_at_any_depth(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 2)
    (folder / "sky" / "evening").mkdir()
    shutil.move(folder / "sky" / "1.jpg", folder / "sky" / "evening" / "1.JPG")
    for name in (".DS_Store", "Thumbs.db", "Desktop.ini", ".thumbnails/0.png"):
        (folder / "sky" / name).parent.mkdir(exist_ok=True)
        (folder / "sky" / name).write_text("of the system, not of the user")
    for name in (".git/config", "__MACOSX/sky/0.png"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("no class")
    found = read_photos(folder)
    assert (found.name, found.classes) == ("garden", tuple(sorted(COLOURS)))
    names = [file.relative_to(folder).as_posix() for file in found.files]
    assert names[-2:] == ["sky/0.png", "sky/evening/1.JPG"]
    assert found.labels.tolist() == [0, 0, 1, 1, 2, 2]
    assert (found.copies, found.held_out) == (0, None)


def test_a_file_of_another_format_is_not_left_out_without_a_word(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 1, ("leaf", "rose"))
    (folder / "sky").mkdir()  # a class that has nothing else
    for number in range(3):
        (folder / "sky" / f"{number}.heic").write_bytes(b"\0\0\0\x18ftypheic")
    Image.new("RGB", (9, 9)).save(folder / "leaf" / "scan.tiff")
    (folder / "rose" / "notes.txt").write_text("no picture")
    with pytest.raises(ValueError, match=r"5 cannot \(and 2 more\)") as refusal:
        read_photos(folder)
    for named in (r"scan\.tiff: .*TIFF", r"notes\.txt: .*none of these", r"0\.heic: .*HEIC"):
        assert re.search(named, str(refusal.value))
    assert "convert them, or move them away" in str(refusal.value)


def test_an_image_is_known_by_its_content_whatever_its_name(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 2, ("leaf", "rose"))
    (folder / "rose" / "1.jpg").rename(folder / "rose" / "1.jfif")
    assert len(read_photos(folder).files) == 4


def test_a_table_says_the_same_with_and_without_a_heading(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 2)
    whole = read_photos(folder)
    lines = [f"garden/{file.relative_to(folder)},{file.parent.name}" for file in whole.files]
    for heading in ([], ["file,label"]):
        table = tmp_path / "garden.csv"
        table.write_text("\n".join([*heading, *lines]) + "\n")
        found = read_photos(table)
        assert found.digest == whole.digest
        assert found.files == whole.files
    table.write_text("garden/none.png,sky\ngarden/rose/0.png,rose\n")
    with pytest.raises(ValueError, match=r"none\.png: It cannot be opened: No such file"):
        read_photos(table)
    table.write_text("garden/sky/0.png,sky\ngarden/rose/0.png\n")
    with pytest.raises(ValueError, match=r"line 2 is “garden/rose/0\.png”\. Write"):
        read_photos(table)


def test_a_line_of_a_table_is_numbered_as_an_editor_does(tmp_path: Path):
    table = tmp_path / "garden.csv"
    table.write_text('file,"label,\nas a botanist has it"\n\ngarden/sky/0.png\n')
    with pytest.raises(ValueError, match=r"line 4 is “garden/sky/0\.png”"):
        read_photos(table)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "garden/sky/0.png;sky\n",
            r"0\.png;sky”\. .*,rose with a comma, not a semicolon",
        ),
        ("garden/sky/0.png\tsky\n", r"rose-1\.jpg,rose with a comma, not a tab\.$"),
        (
            "garden/sky/0.png,blü\n",
            r"UTF-8, but .*\.csv is neither \(.*Save it as UTF-8",
        ),
        ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", r"must be a folder or a CSV file of text in UTF-8"),
        ("a\0,b\n" + 200_000 * "x", r"must be a folder or a CSV file of text in UTF-8"),
    ],
)
def test_what_is_no_table_of_commas_says_so(tmp_path: Path, content: str, said: str):
    table = tmp_path / "garden.csv"
    table.write_bytes(content.encode("latin-1"))
    with pytest.raises(ValueError, match=said):
        read_photos(table)


def test_a_blank_line_of_a_table_is_none(tmp_path: Path):
    write_photos(tmp_path / "garden", 1)
    table = tmp_path / "garden.csv"
    table.write_text("garden/rose/0.png,rose\n \n,\ngarden/sky/0.png,sky\n")
    assert len(read_photos(table).files) == 2


def test_the_first_line_of_a_table_is_a_heading_only_where_it_names_no_file(tmp_path: Path):
    write_photos(tmp_path / "garden", 1)
    table = tmp_path / "garden.csv"
    lines = "garden/rose/0.png,rose\ngarden/sky/0.png,sky\n"
    (tmp_path / "garden" / "leaf" / "0.png").rename(tmp_path / "garden" / "leaf" / "0")
    table.write_text(f"garden/leaf/0,leaf\n{lines}")
    assert read_photos(table).classes == ("leaf", "rose", "sky")
    table.write_text(f"garden,label\n{lines}")  # there is such a folder, but no such file
    assert read_photos(table).classes == ("rose", "sky")
    (tmp_path / "garden" / "0.heic").write_bytes(b"\0\0\0\x18ftypheic")
    for name, why in {"0.heic": "HEIC", "none.heic": "No such file"}.items():
        table.write_text(f"garden/{name},leaf\n{lines}")
        with pytest.raises(ValueError, match=rf"{name}: .*{why}"):
            read_photos(table)


def test_copies_are_known_by_their_content(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 3)
    shutil.copy(folder / "sky" / "0.png", folder / "sky" / "again.png")
    shutil.copy(folder / "sky" / "0.png", folder / "rose" / "wrong.png")
    found = read_photos(folder)
    assert (found.copies, found.contradictions) == (2, 1)


@pytest.mark.parametrize("classes", [(), ("sky",)])
def test_fewer_than_two_classes_are_refused(tmp_path: Path, classes: tuple[str, ...]):
    (tmp_path / "garden").mkdir()
    write_photos(tmp_path / "garden", 2, classes)
    with pytest.raises(ValueError, match=f"two classes, but .* has {len(classes)}.*Make a folder"):
        read_photos(tmp_path / "garden")


def test_what_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match=r"a folder or a CSV file, but .*nowhere is neither"):
        read_photos(tmp_path / "nowhere")


def test_bad_files_are_named_with_the_reason(tmp_path: Path):
    folder = write_photos(tmp_path / "garden", 3)
    whole = (folder / "sky" / "1.jpg").read_bytes()
    (folder / "sky" / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    Image.new("1", (9000, 9000)).save(folder / "rose" / "huge.png")
    (folder / "leaf" / "words.png").write_text("no picture")
    (folder / "leaf" / "empty.gif").touch()
    with pytest.raises(ValueError, match="4 cannot \\(and 1 more\\)") as refusal:
        read_photos(folder)
    said = str(refusal.value)
    for name, why in {
        "empty.gif": "0 bytes",
        "words.png": "none of these",
        "huge.png": "at most 40 megapixels, but this one has 81.0 (9000 × 9000). Make it smaller",
    }.items():
        assert re.search(f"{name}: .*{re.escape(why)}", said)
    assert said.endswith("what was read before is not read again.")
    for name in ("rose/huge.png", "leaf/words.png", "leaf/empty.gif"):
        (folder / name).unlink()
    with pytest.raises(ValueError, match=r"cut\.jpg: .* damaged or cut off"):
        read_photos(folder)


def test_what_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = write_photos(tmp_path / "garden", 2)
    seen = folder / "runs" / "own-garden" / "seen.json"  # with --data . results lie there
    first = read_photos(folder, seen)
    read: list[Path] = []
    monkeypatch.setattr(photos, "read_image", read.append)
    assert read_photos(folder, seen).digest == first.digest
    assert read == []
    shutil.copy(folder / "sky" / "0.png", folder / "sky" / "2.png")
    assert read_photos(folder, seen).copies == 1
    assert read == [folder / "sky" / "2.png"]


def test_what_was_read_before_a_refusal_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = write_photos(tmp_path / "garden", 2)
    bad = folder / "sky" / "0.png"
    whole = bad.read_bytes()
    bad.write_bytes(whole[:40])
    with pytest.raises(ValueError, match="1 cannot:"):
        read_photos(folder, tmp_path / "seen.json")
    bad.write_bytes(whole)
    read: list[Path] = []
    monkeypatch.setattr(photos, "read_image", read.append)
    assert read_photos(folder, tmp_path / "seen.json").copies == 0
    assert read == [bad]
