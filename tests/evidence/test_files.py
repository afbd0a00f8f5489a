from pathlib import Path

import pytest

from mixup_demo.evidence import files as evidence
from mixup_demo.texts.input_error import InputError


@pytest.fixture
def results(tmp_path: Path) -> Path:
    (tmp_path / "secret.json").write_text("{}")
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "b.json").write_text('{"values": {"error": 0.0625, "ratio": null}}')
    (folder / "a.json").write_text('{"name": "a", "λ": "음"}', encoding="utf-8")
    (folder / "notes.txt").write_text("no results")
    return folder


def test_names_are_those_of_the_files(results: Path):
    assert evidence.names(results) == ("a", "b")


def test_results_are_read_as_they_were_written(results: Path):
    assert evidence.read("b", results) == {"values": {"error": 0.0625, "ratio": None}}
    assert evidence.read("a", results) == {"name": "a", "λ": "음"}


@pytest.mark.parametrize("name", ["c", "", None, "b.json", "../secret", "notes", ["a"]])
def test_other_names_are_refused(results: Path, name: object):
    with pytest.raises(InputError, match=r"no results named .*\. Choose one of a, b\."):
        evidence.read(name, results)


def test_before_any_evaluation_there_are_none(tmp_path: Path):
    assert evidence.names(tmp_path / "missing") == ()
    with pytest.raises(InputError, match=r"no results named a\. Choose one of –\."):
        evidence.read("a", tmp_path / "missing")
