"""The families on npm that the page's fonts are cut from, and where things lie in them."""

import subprocess
import tarfile
import tempfile
from pathlib import Path

#: npm package -> version
PACKAGES = {
    "source-sans": "3.52.0",  # Adobe's own release; Google's cut of it lacks mathematics
    "@fontsource-variable/noto-sans-kr": "5.3.1",
    "@fontsource/noto-sans-symbols-2": "5.3.0",
    "@fontsource/stix-two-math": "5.3.0",
    # measured for the fallbacks, not bundled; Arimo is as wide as Arial
    "@fontsource/arimo": "5.3.0",
    "@fontsource/roboto": "5.3.0",
    "dejavu-fonts-ttf": "2.37.3",
}

LATIN = "source-sans/VF/SourceSans3VF-Upright.ttf"
KOREAN = "@fontsource-variable/noto-sans-kr/files/*-wght-normal.woff2"
SYMBOLS = "@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2"
MATH = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"

#: file beside the fonts -> the licence in its package, a font of it
LICENCES = {
    "OFL-source-sans.txt": ("source-sans/LICENSE.md", LATIN),
    "OFL-noto-sans-kr.txt": ("@fontsource-variable/noto-sans-kr/LICENSE", KOREAN),
    "OFL-noto-sans-symbols-2.txt": ("@fontsource/noto-sans-symbols-2/LICENSE", SYMBOLS),
    "OFL-stix-two-math.txt": ("@fontsource/stix-two-math/LICENSE", MATH),
}


def unpack(folder: Path) -> None:
    """Fetch the packages that `folder` does not hold yet."""
    for name, version in PACKAGES.items():
        target = folder / f"{name}@{version}"
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as download:
            command = ["npm", "pack", f"{name}@{version}", "--pack-destination", download]
            subprocess.run([*command, "--silent"], check=True, stdout=subprocess.DEVNULL)
            (archive,) = Path(download).iterdir()
            with tarfile.open(archive) as tar:
                tar.extractall(target, filter="data")


def find(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a package that match `pattern` (package name, then path), sorted.

    Raises:
        FileNotFoundError: there are none.
    """
    name = next(name for name in PACKAGES if pattern.startswith(name + "/"))
    place = folder / f"{name}@{PACKAGES[name]}" / "package"
    found = sorted(place.glob(pattern.removeprefix(name + "/")))
    if not found:
        raise FileNotFoundError(f"{place} holds no {pattern}")
    return found
