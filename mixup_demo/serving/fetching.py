"""Weights that are not on this machine yet: fetched when a comparison is chosen, seen in bytes."""

from mixup_demo.serving.schema import Answer, Request
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import PAIR

#: seconds that one request waits for news
LOOK_SECONDS = 0.4


def fetch(services: Services, request: Request) -> Answer:
    """Begin to fetch what a comparison lacks, and say how far that is.

    Returns ready, and where something is being fetched: name of the model, done and total bytes
    (total is None until the hub has said it).

    Args:
        services: what requests share.
        request: {"pair": a comparison's name, or "LEFT:RIGHT"}.

    Raises:
        InputError: there is no such comparison, or its weights cannot be fetched.
    """
    comparison = services.comparison(request.get(PAIR.name, PAIR.default))
    for model in comparison.models.values():
        if model.fetch is None:
            continue
        done, total, ready = model.fetch(LOOK_SECONDS)
        if not ready:
            return {"ready": False, "name": model.name, "done": done, "total": total}
    return {"ready": True, "name": None, "done": 0, "total": None}
