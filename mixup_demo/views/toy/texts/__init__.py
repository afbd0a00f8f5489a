"""The sentences of the view, English and Korean."""

from mixup_demo.views.toy.texts import gan, training, verdict, view

TEXTS: dict[str, tuple[str, str]] = {**gan.TEXTS, **training.TEXTS, **verdict.TEXTS, **view.TEXTS}
