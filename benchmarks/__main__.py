"""``python -m benchmarks``: the figures that need nothing but the package itself."""

from benchmarks import attack, gan, plane, sweep, toy

for one in (sweep, attack, plane, toy, gan):
    one.main()
