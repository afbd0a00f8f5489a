"""The Learn view's control, as data."""

from mixup_demo.serving.controls import Choice

#: in their order
NAMES = (
    *("erm", "memory", "vicinity", "equation", "labels", "between", "general", "corrupted"),
    *("attacks", "gan", "kinds", "cutmix", "alpha", "limits", "use"),
)
#: where the reader is
CHAPTER = Choice("chapter", NAMES[0], NAMES, "error.chapter")

CONTROLS = (CHAPTER,)
