"""The smoothness table: its measures, their formats, and the verdict that follows from them."""

from dataclasses import dataclass

from mixup_demo.results import Smoothness, Sweep


@dataclass(frozen=True)
class Measure:
    """One row of the smoothness table.

    Attributes:
        name: field of `results.Smoothness`; "measure.<name>" is its text key, with ".help" and
            ".unit" beside it.
        form: of the value, see `written`.
        ideal: the best value as shown; "" where larger or smaller is all one can say, which the
            text "measure.<name>.ideal" then does.
    """

    name: str
    form: str
    ideal: str


MEASURES = (
    Measure("miss_rate", ".0%", "0\N{NO-BREAK SPACE}%"),
    Measure("label_gap", ".2f", "0"),
    Measure("linearity_gap", ".2f", "0"),
    Measure("excess_variation", ".2f", "0"),
    Measure("steepest_slope", ".1f", "1"),
    Measure("boundary_crossings", ".0f", "1"),
    Measure("boundary_thickness", ".2f", ""),
    Measure("mean_gradient_norm", ".3g", ""),
)

#: where there is no number
NOTHING = "–"

#: ideals that are others between two images of one class
ONE_CLASS = {"boundary_crossings": "0", "steepest_slope": "0", "boundary_thickness": NOTHING}

#: steepest slope (in units of the straight line's) from which on an answer is said to jump, and
#: up to which it is said to glide: at 8 four fifths of the probability move within a tenth of λ, at
#: 4 within a fifth. They are of the models that are shown, as trained unless these are calibrated
JUMP, GLIDE = 8.0, 4.0


def rows(sweep: Sweep) -> list[dict[str, str]]:
    """Return the table's rows: name, a value by model, and ideal, all as text."""
    return [
        {"name": measure.name, **_values(sweep, measure), "ideal": ideal(sweep, measure)}
        for measure in MEASURES
    ]


def _values(sweep: Sweep, measure: Measure) -> dict[str, str]:
    values = {m: getattr(answers.smoothness, measure.name) for m, answers in sweep.answers.items()}
    return {
        m: NOTHING if value is None else written(value, measure.form) for m, value in values.items()
    }


def written(value: float, form: str) -> str:
    """Return a number by a specification of `format`; per cents with a blank before the sign."""
    return format(value, form).replace("%", "\N{NO-BREAK SPACE}%")


def ideal(sweep: Sweep, measure: Measure) -> str:
    """Return the ideal on this line; two images of one class need no crossing and no slope.

    Nor is there a boundary between them whose width could be too small.
    """
    if sweep.one_class and measure.name in ONE_CLASS:
        return ONE_CLASS[measure.name]
    return measure.ideal or f"[[measure.{measure.name}.ideal]]"


def verdict(smoothness: Smoothness) -> str:
    """Return the text key of what the numbers say: "verdict.jumps", ".glides" or ".turns".

    It is of two images of two classes; see `verdict_of_one` for those of one.
    """
    if smoothness.steepest_slope >= JUMP:
        return "verdict.jumps"
    return "verdict.glides" if smoothness.steepest_slope <= GLIDE else "verdict.turns"


def verdict_of_one(smoothness: Smoothness) -> str:
    """Return what the numbers say of two images of one class: "verdict.stays" or ".leaves"."""
    return "verdict.leaves" if smoothness.miss_rate else "verdict.stays"
