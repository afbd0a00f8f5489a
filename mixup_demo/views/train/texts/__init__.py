"""The sentences of the view, English and Korean."""

from mixup_demo.views.train.texts import checks, code, learning, settings, view

#: what the page knows from the start
TEXTS: dict[str, tuple[str, str]] = {"view.train": view.TEXTS["view.train"]}
#: what comes when the view opens
LATER: dict[str, tuple[str, str]] = {
    **{key: pair for key, pair in view.TEXTS.items() if key not in TEXTS},
    **checks.TEXTS,
    **code.TEXTS,
    **learning.TEXTS,
    **settings.TEXTS,
}
