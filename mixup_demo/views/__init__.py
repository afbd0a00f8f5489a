"""The views of the page, in the order of their tabs."""

from mixup_demo.views import boundary, evidence, learn, mix, toy, train

VIEWS = (mix.VIEW, boundary.VIEW, toy.VIEW, evidence.VIEW, train.VIEW, learn.VIEW)
