"""The sentences of the view, English and Korean."""

from mixup_demo.views.boundary.texts import plane, view

TEXTS: dict[str, tuple[str, str]] = {**plane.TEXTS, **view.TEXTS}
