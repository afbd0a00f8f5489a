"""The sentences of the view, English and Korean."""

from mixup_demo.views.evidence.texts import attack, view

TEXTS: dict[str, tuple[str, str]] = {**attack.TEXTS, **view.TEXTS}
