"""The sentences of the view, English and Korean."""

from mixup_demo.views.learn.texts import claims, doors, frame, glossary, ideas, mixing, practice

TEXTS: dict[str, tuple[str, str]] = {
    **frame.TEXTS,
    **ideas.TEXTS,
    **mixing.TEXTS,
    **claims.TEXTS,
    **practice.TEXTS,
    **doors.TEXTS,
    **glossary.TEXTS,
}
