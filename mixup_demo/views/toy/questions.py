"""From requests to questions: trainings of ERM and mixup on points."""

from dataclasses import fields

from mixup_demo.serving.schema import Request, Schema, Setting
from mixup_demo.toy import drawing
from mixup_demo.toy.question import ToyQuestion
from mixup_demo.views.toy import settings

TOY = Schema(
    tuple(Setting(control, control.name.removeprefix("toy_")) for control in settings.CONTROLS)
)
#: of networks as a file: also the step
TOY_CODE = Schema((*TOY.inputs, Setting(settings.AT)))


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
