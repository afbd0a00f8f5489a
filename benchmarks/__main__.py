"""``python -m benchmarks``: the figures that need nothing but the package itself."""

from benchmarks import attack, plane, sweep

sweep.main()
attack.main()
plane.main()
