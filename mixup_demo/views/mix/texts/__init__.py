"""Sentences of the Mix view."""

from mixup_demo.views.mix.texts import first, measures, view

TEXTS = {**view.TEXTS, **first.TEXTS, **measures.TEXTS}
