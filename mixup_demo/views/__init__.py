"""The views of the page, in the order of their tabs."""

from mixup_demo.views import boundary, evidence, mix, toy, train

VIEWS = (mix.VIEW, boundary.VIEW, toy.VIEW, evidence.VIEW, train.VIEW)
