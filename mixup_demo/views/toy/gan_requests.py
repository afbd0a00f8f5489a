"""What the page and the API may ask about GANs in the plane."""

from typing import Any

from mixup_demo.gan.files import Run, unpacked_points
from mixup_demo.gan.results import SIDE
from mixup_demo.gan.targets import TARGETS
from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.line import Place, waiting
from mixup_demo.serving.schema import ENDED, Answer, Request, visitor_of
from mixup_demo.serving.services import Services
from mixup_demo.views.toy import gan_settings, gans
from mixup_demo.views.toy.gan_payload import gan_payload
from mixup_demo.views.toy.gan_questions import gan_question


def gan(services: Services, request: Request) -> Answer:
    """Play a bundled run, or train live and answer as soon as there are new snapshots.

    Args:
        services: what requests share.
        request: any of `gan_settings.CONTROLS` by name; start, how many snapshots the page has; and
            visitor. A visitor's newer request ends the older one.

    Returns:
        What `gan_payload` gives; the place in the line, see `waiting`, where that takes long; or
        {"ended": True} if a newer request or `gan_stop` came first.
    """
    asked = gan_question(request)
    start = int(gan_settings.START.check(request.get("start", gan_settings.START.default)))
    run = gans.gan_stage(services, asked, visitor_of(request), start)
    if isinstance(run, Place):
        return waiting(run)
    return gan_payload(asked, run, start) if run else ENDED


def gan_stop(services: Services, request: Request) -> Answer:
    """End what a visitor is waiting for."""
    gans.stop(services, visitor_of(request))
    return ENDED


def gan_report(services: Services, request: Request) -> dict[str, Any]:
    """Return a GAN that was trained with mixup on the discriminator's inputs, alpha 0 being plain.

    dataset is ring (8 Gaussians), grid (25) or swiss (swiss roll); alpha is 0, 0.1, 0.2, 0.5 or 1;
    loss, the generator's, is nonsaturating or minimax.
    Returns JSON with frame (left, right, bottom, top), side of the surfaces, modes (their places,
    or of the swiss roll the middles of its parts), spread (standard deviation), recipe, results
    (of all seeds of this data set, over iterations), and frames: iteration, samples (512 places;
    null for those that are not finite), surface (side x side probabilities that a point is real,
    row by row from the bottom), modes (how many are covered) and quality (share of samples within
    three standard deviations).
    """
    asked = gan_question({**request, gan_settings.RUN.name: "bundled"})
    run, target = gans.bundled(asked.dataset, asked.loss, asked.seed), TARGETS[asked.dataset]
    column = run.column(asked.alpha)
    return {
        "dataset": asked.dataset,
        "alpha": asked.alpha,
        "loss": asked.loss,
        "seed": asked.seed,
        "frame": gans.ends(target),
        "side": SIDE,
        "modes": rounded(target.modes),
        "spread": target.spread,
        "recipe": run.run.about["recipe"],
        "frames": [_gan_report(run.run, time, column) for time in range(len(run.recorded))],
        "results": gans.results(asked.dataset, asked.loss),
    }


def _gan_report(run: Run, time: int, column: int) -> dict[str, Any]:
    places, lost = unpacked_points(run.samples[time, column])
    return {
        "iteration": int(run.iteration[time]),
        "samples": [
            None if gone else place for gone, place in zip(lost, rounded(places), strict=True)
        ],
        "surface": rounded(run.surface[time, column] / 255, 3),
        "modes": int(run.modes[time, column]),
        "quality": round(float(run.quality[time, column]), 4),
    }
