"""The sentences of the frame, English and Korean."""

from mixup_demo.page.texts import about, frame, lecture, share, tour

#: those that come with the scripts that are fetched when they are asked for
LATER: dict[str, tuple[str, str]] = {**lecture.TEXTS, **share.TEXTS}

TEXTS: dict[str, tuple[str, str]] = {**frame.TEXTS, **tour.TEXTS, **about.TEXTS, **LATER}
