"""``python -m benchmarks``: the figures that need nothing but the package itself."""

from benchmarks.sweep import main

main()
