"""From requests to questions: trainings of ERM and mixup on points, and GANs."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from mixup_demo.gan.files import seeds
from mixup_demo.gan.recipe import ALPHAS, Recipe
from mixup_demo.models.manifest import MODELS
from mixup_demo.serving.schema import Request, Schema, Setting
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy import drawing
from mixup_demo.toy.question import ToyQuestion
from mixup_demo.views.toy import gan_settings, settings

#: the folder of the bundled GANs
RUNS = MODELS / "gan"

TOY = Schema(
    tuple(Setting(control, control.name.removeprefix("toy_")) for control in settings.CONTROLS)
)
#: of networks as a file: also the step
TOY_CODE = Schema((*TOY.inputs, Setting(settings.AT)))
#: of the API, which has the bundled runs alone
GAN = Schema(
    (
        Setting(gan_settings.DATA, "dataset"),
        Setting(gan_settings.ALPHA, "alpha"),
        Setting(gan_settings.LOSS, "loss"),
        Setting(gan_settings.SEED, "seed"),
    )
)
LIVE = Schema(tuple(Setting(control) for control in gan_settings.CONTROLS))


def toy_question(request: Request) -> ToyQuestion:
    """Check all settings of ERM and mixup side by side.

    What the data do not depend on is left out, so that equal trainings are equal questions.

    Raises:
        InputError: the first setting that breaks its rule; "error.toy.work", all together would
            take too long.
    """
    chosen = TOY.check(request)
    drawn = chosen[settings.DATASET.name] == "drawn"
    if drawn:
        drawing.check(chosen[settings.POINTS.name])
    else:
        chosen[settings.POINTS.name] = settings.POINTS.default
    own = {
        "alphas": (0.0, chosen[settings.ALPHA.name]),
        "seed": chosen[settings.SEED.name],
    }
    names = {field.name for field in fields(ToyQuestion)} - own.keys()
    asked = ToyQuestion(**own, **{name: chosen[name] for name in names})
    asked.check_work()
    return asked


@dataclass(frozen=True)
class GanQuestion:
    """What is asked; equal questions have equal answers.

    Attributes:
        dataset, alpha, loss, seed: see `gan_settings`.
        recipe: of a live training; None for a bundled run.
    """

    dataset: str
    alpha: float
    loss: str
    seed: int
    recipe: Recipe | None = None


def gan_question(request: Request, runs: Path = RUNS) -> GanQuestion:
    """Check all settings; of a bundled run, also that it is there.

    Args:
        request: any of `gan_settings.CONTROLS` by name.
        runs: the folder of the bundled runs.

    Raises:
        InputError: the first setting that breaks its rule; "error.gan.alpha" and
            "error.gan.seed", no bundled run has it.
    """
    chosen = LIVE.check(request)
    named = {
        name: chosen[control.name]
        for name, control in (
            ("dataset", gan_settings.DATA),
            ("alpha", gan_settings.ALPHA),
            ("loss", gan_settings.LOSS),
            ("seed", gan_settings.SEED),
        )
    }
    if chosen[gan_settings.RUN.name] == "bundled":
        _check_bundled(**named, runs=runs)
        return GanQuestion(**named)
    return GanQuestion(**named, recipe=_recipe(chosen, **named))


def _recipe(chosen: Mapping[str, Any], dataset: str, alpha: float, loss: str, seed: int) -> Recipe:
    """Return the recipe of a live training: the plain GAN beside the one with mixup."""
    return Recipe(
        dataset,
        tuple(sorted({0.0, alpha})),
        seed,
        iterations=chosen[gan_settings.STEPS.name],
        discriminator_steps=chosen[gan_settings.CRITIC.name],
        latent=chosen[gan_settings.LATENT.name],
        width=chosen[gan_settings.WIDTH.name],
        loss=loss,
    )


def _check_bundled(dataset: str, alpha: float, loss: str, seed: int, runs: Path) -> None:
    if alpha not in ALPHAS:
        names = ", ".join(f"{known:g}" for known in ALPHAS)
        raise InputError("error.gan.alpha", value=f"{alpha:g}", names=names)
    known = seeds(dataset, loss, runs)
    if seed not in known:
        raise InputError("error.gan.seed", value=seed, names=", ".join(map(str, known)) or "–")
