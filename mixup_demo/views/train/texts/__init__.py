"""The sentences of the view, English and Korean."""

from mixup_demo.views.train.texts import checks, code, learning, settings, view

TEXTS: dict[str, tuple[str, str]] = {
    **view.TEXTS,
    **checks.TEXTS,
    **code.TEXTS,
    **learning.TEXTS,
    **settings.TEXTS,
}
