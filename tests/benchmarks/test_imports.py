"""Benchmarks keep up with what they measure: their tables are made by hand, seldom."""

from importlib import import_module
from pathlib import Path

import pytest

import benchmarks

MODULES = sorted(file.stem for file in Path(benchmarks.__path__[0]).glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_a_benchmark_finds_what_it_measures(name: str):
    assert import_module(f"benchmarks.{name}").__doc__
