"""Make the page's fonts: small files of two families, from four OFL families on npm.

    python -m tools.fonts [--packages FOLDER]

Run it after a text has gained a letter that the fonts lack (`tests/page/test_fonts.py` tells). It
fetches the packages named in `packages.PACKAGES` with npm, keeps what the texts use, and writes
``page/web/fonts/*.woff2``, their licences, and ``page/web/fonts.css``. The same packages, texts and
versions of fontTools and Brotli give the same bytes.

The result is called "Explorer Sans", because the licence keeps the name "Source" for the originals.

- ``latin``: Latin, Greek and mathematics of Source Sans 3.
- ``korean``: the Hangul of our texts, of Noto Sans KR, whose Latin is drawn after Source Sans.
- ``extra``: what every visitor sees and the Latin file lacks: signs, and the Korean words of the
  English page (the name of the language), so that it does not load the whole Korean file.
- ``math``: what the formulas of Learn use, of STIX Two Math, with its measures for fractions,
  limits and accents ("Explorer Math"). Android and many a Linux have no such font of their own.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont

from tools.fonts.making import make


def main() -> int:
    """Make the fonts and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--packages", type=Path, help="keep the packages in this folder")
    folder = parser.parse_args().packages
    with tempfile.TemporaryDirectory() as temporary:
        files = make(folder or Path(temporary))
    for path in files.values():
        count = len(TTFont(path).getBestCmap())
        print(f"{path.name:14} {count:5} characters {path.stat().st_size / 1000:7.1f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
