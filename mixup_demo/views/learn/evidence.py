"""What the chapters take from the evidence: panels, claims, and the paper's numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from mixup_demo.evidence import (
    adversarial,
    between,
    calibration,
    corrupted,
    gan_panel,
    generalisation,
    limits,
    summary,
    tabular,
)
from mixup_demo.evidence import files as evidence
from mixup_demo.evidence.origins import Source
from mixup_demo.evidence.panel import Chart, Panel, Says, Values, paper
from mixup_demo.evidence.trace import file_values, trace
from mixup_demo.views.learn.figures import speech

#: results files that the chapters need
NEEDED = (
    *("generalisation", "studies", "corrupted", "adversarial", "pgd", "calibration"),
    *("out_of_distribution", "between", "equal_calibration", "gan", "corruptions", "tabular"),
)


@dataclass(frozen=True)
class Evidence:
    """Panels by name, claims by name, the paper's numbers and results files, all traced."""

    panels: dict[str, Panel]
    claims: dict[str, Says]
    paper: Values
    files: dict[str, Values]

    def says(self, panel: str, key: str, as_key: str = "", **where: str) -> Says:
        """Return a sentence of a panel, the first of its key and values.

        Args:
            as_key: another text key that takes the same values.

        Raises:
            LookupError: the panel has none.
        """
        for one in self.panels[panel].says:
            if one.key == key and where.items() <= one.values.items():
                return replace(one, key=as_key or key)
        raise LookupError(f"The panel {panel} says nothing of {key} with {where}.")

    def chart(self, panel: str, title: str) -> Chart:
        """Return a chart of a panel; "learn" has those of the chapters alone.

        Raises:
            LookupError: the panel has no chart of that title.
        """
        for one in self._own() if panel == "learn" else self.panels[panel].charts:
            if one.title == title:
                return one
        raise LookupError(f"The panel {panel} has no chart {title}.")

    def _own(self) -> list[Chart]:
        """Return the charts of the chapters alone."""
        return [speech(self.paper["speech"]), tabular.differences(self.files["tabular"])]


def collect(files: dict[str, Any] | None = None) -> Evidence:
    """Return the evidence of the results files that there are, or of given ones."""
    read = {name: evidence.read(name) for name in NEEDED} if files is None else files
    numbers = paper()
    panels = [
        generalisation.panel(read["generalisation"], numbers, read["studies"]),
        corrupted.panel(read["corrupted"], numbers),
        adversarial.panel(read["adversarial"], numbers, read["pgd"]),
        calibration.panel(read["calibration"], read["out_of_distribution"]),
        between.panel(read["between"], read["equal_calibration"]),
        gan_panel.panel(read["gan"]),
    ]
    panels.append(limits.panel(panels, numbers))
    claims: Sequence[Any] = summary.claims(read, numbers)
    return Evidence(
        {panel.name: panel for panel in panels},
        {claim.name: claim.says for claim in claims},
        trace(numbers, Source("paper")),
        {name: file_values(content) for name, content in read.items()},
    )
