from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mixup_demo.evaluation.class_folders import read_folders
from mixup_demo.models.spec import ClassList, Comparison
from mixup_demo.training.data import load_dataset
from tests.models.kit import dummy


def write_folder(folder: Path, classes: dict[str, int], n: int, size: int = 32) -> None:
    for name, grey in classes.items():
        (folder / name).mkdir(parents=True)
        for k in range(n):
            pixels = np.full((size, size, 3), grey + k, dtype=np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{k:02}.png")


def test_a_folder_of_class_folders_holds_out_every_tenth_image(tmp_path: Path):
    write_folder(tmp_path, {"dark": 10, "light": 200}, 10)
    data = load_dataset(tmp_path)
    assert data.classes == ("dark", "light")
    assert data.train_labels.tolist() == [0] * 9 + [1] * 9
    assert data.test_images[:, 0, 0, 0].tolist() == [19, 209]
    assert data.train_images.shape == (18, 3, 32, 32)


def test_all_formats_that_can_be_read_are_read_and_hidden_files_are_not(tmp_path: Path):
    write_folder(tmp_path, {"dark": 10, "light": 200}, 9)
    for name, grey in (("dark", 10), ("light", 200)):
        Image.new("RGB", (32, 32), (grey,) * 3).save(tmp_path / name / "zoo.avif")
        (tmp_path / name / "._00.png").write_bytes(b"of a Mac, beside each file")
    assert load_dataset(tmp_path).test_labels.tolist() == [0, 1]
    pair = Comparison("pair", {"one": dummy("one", ClassList("greys", ("dark", "light")))})
    assert len(read_folders(tmp_path, pair, 100).test_labels) == 20


@pytest.mark.parametrize(("dark", "light", "tested"), [(2, 3, [1, 1]), (9, 20, [1, 2])])
def test_each_class_is_tested_on_however_few_images_it_has(
    tmp_path: Path, dark: int, light: int, tested: list[int]
):
    write_folder(tmp_path, {"dark": 10}, dark)
    write_folder(tmp_path, {"light": 200}, light)
    data = load_dataset(tmp_path)
    assert np.bincount(data.test_labels).tolist() == tested
    assert np.bincount(data.train_labels).tolist() == [dark - tested[0], light - tested[1]]


def test_a_class_of_one_image_is_refused(tmp_path: Path):
    write_folder(tmp_path, {"dark": 10}, 1)
    write_folder(tmp_path, {"light": 200}, 9)
    with pytest.raises(ValueError, match=r"at least 2 images, .* but dark of .* has 1\. Add"):
        load_dataset(tmp_path)


def test_recipes_read_the_class_folders_that_trainings_on_photos_read(tmp_path: Path):
    write_folder(tmp_path / "light", {"near": 200, "far": 150}, 2)
    write_folder(tmp_path, {"dark": 10}, 2)
    write_folder(tmp_path / ".git", {"objects": 90}, 1)
    write_folder(tmp_path, {"__MACOSX": 90, ".ipynb_checkpoints": 90}, 1)
    (tmp_path / "empty").mkdir()
    data = load_dataset(tmp_path)
    assert data.classes == ("dark", "light")
    assert sorted(data.train_images[:, 0, 0, 0].tolist()) == [10, 150, 151, 200]
    (tmp_path / "dark" / "scan.tiff").write_bytes(b"II*\0")
    with pytest.raises(ValueError, match=r"scan\.tiff: .*TIFF.* move it away"):
        load_dataset(tmp_path)


@pytest.mark.parametrize("part", ["test", "val"])
def test_train_and_test_folders_are_kept_apart(tmp_path: Path, part: str):
    write_folder(tmp_path / "train", {"dark": 10, "light": 200}, 3, size=50)
    write_folder(tmp_path / part, {"dark": 20, "light": 220}, 2)
    data = load_dataset(tmp_path)
    assert data.train_images.shape == (6, 3, 32, 32)
    assert data.test_images[:, 2, 5, 5].tolist() == [20, 21, 220, 221]


def test_sheets_are_cut_row_by_row(tmp_path: Path):
    for part in ("train", "test"):
        (tmp_path / part).mkdir()
        for label, name in enumerate(("bird", "cat")):
            values = np.arange(200, dtype=np.uint8).reshape(2, 100) // 2 + 100 * label
            sheet = np.kron(values, np.ones((32, 32), dtype=np.uint8))
            Image.fromarray(np.stack([sheet] * 3, axis=-1)).save(
                tmp_path / part / f"{name}.webp", lossless=True
            )
    data = load_dataset(tmp_path)
    assert data.classes == ("bird", "cat")
    assert data.train_images[:, 0, 31, 0].tolist() == [
        k // 2 + 100 * label for label in (0, 1) for k in range(200)
    ]


def test_a_file_that_is_no_image_is_named_with_the_remedy(tmp_path: Path):
    write_folder(tmp_path, {"dark": 10, "light": 200}, 2)
    (tmp_path / "light" / "01.png").write_bytes(b"half a photo")
    with pytest.raises(ValueError, match=r"light/01\.png: .* Mend or convert it, or move it away"):
        load_dataset(tmp_path)


def test_a_folder_without_classes_says_what_is_needed(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="images of 0 classes; training needs at least two"):
        load_dataset(tmp_path)
