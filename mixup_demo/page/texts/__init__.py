"""The sentences of the frame, English and Korean."""

from mixup_demo.page.texts import about, frame, tour

TEXTS: dict[str, tuple[str, str]] = {**frame.TEXTS, **tour.TEXTS, **about.TEXTS}
