"""What the page says about itself, against the files and packages that it is about."""

import json
import re
from importlib.metadata import metadata
from pathlib import Path

import pytest

from mixup_demo.images import gallery
from mixup_demo.page import about
from mixup_demo.page.settings import TOUR

ROOT = gallery.ASSETS.parent
FACTS = about.about()


def test_every_bundled_photo_is_named_with_author_licence_and_source():
    bundled = {path.name for path in (gallery.ASSETS / "examples").iterdir()}
    credited = {photo["file"]: photo for photo in FACTS["photos"]}
    assert credited.keys() == bundled
    assert [photo["key"] for photo in FACTS["photos"]] == list(gallery.photos())
    for photo in credited.values():
        assert all(photo["title"].values())
        assert photo["author"]
        assert photo["source"]
        assert photo["licence"]["name"]


def test_photos_say_what_the_credits_say():
    lines = about.CREDITS.read_text("utf-8").splitlines()
    for photo in FACTS["photos"]:
        (row,) = (line for line in lines if line.startswith(f"| `{photo['file']}`"))
        assert photo["author"] in row
        assert photo["licence"]["name"] in row


def test_every_licence_but_the_public_domain_can_be_read():
    parts = [*FACTS["photos"], *FACTS["fonts"], *FACTS["libraries"], FACTS["code"]]
    for licence in (part["licence"] for part in parts):
        if licence["name"] == "Public domain":
            assert licence["url"] is None
        else:
            assert licence["url"].startswith("https://") or licence["url"] in about.files()
    assert all(path.is_file() for path in about.files().values())


def test_a_licence_without_a_link_is_refused():
    links = about.licence_links("[CC0-1.0](https://a.example/zero) and [GPL](licences/GPL.txt)")
    assert links == {"CC0-1.0": "https://a.example/zero", "GPL": "GPL.txt"}
    with pytest.raises(ValueError, match=r"where the licence MIT can be read: link it there"):
        about._licence("MIT", links)


def test_the_papers_citation_is_that_of_the_readme():
    (shown,) = re.findall(r"```bibtex\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert FACTS["cite"]["paper"] == shown


def test_the_explorers_citation_names_a_repository_where_there_is_one():
    software = {
        "title": "an explorer",
        "authors": [{"family-names": "Doe", "given-names": "Jo"}, {"name": "A Group"}],
        "license": "MIT",
    }
    plain = about.software_bibtex(software)
    assert plain.startswith("@misc{an-explorer,\n")
    assert "{Doe, Jo and {A Group}}" in plain
    assert "url" not in plain
    known = about.software_bibtex({**software, "repository-code": "https://code.example/x"})
    assert "{https://code.example/x}" in known


@pytest.mark.parametrize("package", about.LIBRARIES)
def test_libraries_are_under_the_licences_named(package: str):
    _, licence, _ = about.LIBRARIES[package]
    found = metadata(package)
    assert licence in f"{found.get('License-Expression')} {found.get('License')}"


def test_all_fonts_are_named():
    assert {path.name for path in about.FONTS.glob("OFL-*.txt")} == about.FONT_NAMES.keys()


def test_the_link_knows_as_many_steps_as_the_tour_has():
    script = (Path(about.__file__).parent / "web" / "tour.js").read_text("utf-8")
    steps = script.count("  { name: ")
    assert TOUR.options == tuple(map(str, range(steps + 1)))


def test_it_is_data_that_the_page_can_fetch():
    assert json.loads(json.dumps(FACTS)) == FACTS
