"""All panels and claims of some results files; of the bundled ones made once, for all views."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mixup_demo.evidence import (
    adversarial,
    between,
    calibration,
    corrupted,
    corruptions,
    files,
    gan_panel,
    generalisation,
    limits,
    summary,
)
from mixup_demo.evidence.claims import Claim
from mixup_demo.evidence.gan_compared import LONG
from mixup_demo.evidence.panel import Panel
from mixup_demo.texts.paper import numbers as paper


@dataclass(frozen=True)
class Gathered:
    """What the results files say.

    Attributes:
        files: their contents by name.
        panels: in the order in which they are shown.
        limits: what of the panels speaks against mixup.
        claims: judged by the rules of `rules`.
    """

    files: Mapping[str, Any]
    panels: tuple[Panel, ...]
    limits: Panel
    claims: tuple[Claim, ...]


@lru_cache
def bundled() -> Gathered:
    """Return what the bundled results files say: a second of work, shared by those who ask."""
    return gathered({name: files.read(name) for name in files.names()})


def gathered(results: Mapping[str, Any]) -> Gathered:
    """Return what results files say, of every panel and claim whose files are there."""
    panels = tuple(_panels(results))
    claims = tuple(summary.claims(results, paper()))
    return Gathered(results, panels, limits.panel(panels, paper()), claims)


def _panels(results: Mapping[str, Any]) -> Iterator[Panel]:
    if "generalisation" in results:
        yield generalisation.panel(results["generalisation"], paper(), results.get("studies"))
    if "corrupted" in results:
        yield corrupted.panel(results["corrupted"], paper(), results.get("studies"))
    if {"adversarial", "pgd", "pgd_transfer"} <= set(results):
        yield adversarial.panel(
            results["adversarial"], paper(), results["pgd"], results["pgd_transfer"]
        )
    if "corruptions" in results:
        yield corruptions.panel(results["corruptions"])
    if {"calibration", "out_of_distribution"} <= set(results):
        yield calibration.panel(
            results["calibration"],
            results["out_of_distribution"],
            results.get("confidence_seeds"),
        )
    if {"between", "equal_calibration"} <= set(results):
        yield between.panel(
            results["between"],
            results["equal_calibration"],
            results.get("jacobian"),
            results.get("smoothness_seeds"),
        )
    if "gan" in results:
        yield gan_panel.panel(results["gan"], paper(), results.get(LONG))
