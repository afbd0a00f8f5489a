"""``python -m benchmarks``: the figures that need nothing but the package itself."""

from benchmarks import attack, sweep

sweep.main()
attack.main()
