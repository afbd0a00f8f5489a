"""What the chapters take from the evidence: panels, claims, and the paper's numbers."""

from dataclasses import dataclass, replace

from mixup_demo.evidence import tabular
from mixup_demo.evidence.origins import Source
from mixup_demo.evidence.panel import Chart, Panel, Says, Values
from mixup_demo.evidence.panels import bundled
from mixup_demo.evidence.trace import file_values, trace
from mixup_demo.texts.paper import numbers as paper
from mixup_demo.views.learn.figures import speech


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


def collect() -> Evidence:
    """Return the evidence of the bundled results files."""
    found = bundled()
    return Evidence(
        {panel.name: panel for panel in (*found.panels, found.limits)},
        {claim.name: claim.says for claim in found.claims},
        trace(paper(), Source("paper")),
        {name: file_values(content) for name, content in found.files.items()},
    )
