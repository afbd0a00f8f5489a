"""The GANs' controls, as data: which target, plain or mixup, and how a live one is trained."""

from mixup_demo.gan.recipe import ALPHAS, LOSSES
from mixup_demo.serving.controls import Choice, Number

RUN = Choice("gan_run", "bundled", ("bundled", "live"), "error.gan.run")
DATA = Choice("gan_data", "ring", ("ring", "grid", "swiss"), "error.gan.data")
ALPHA = Number("gan_alpha", 0.2, 0.0, 32.0, 0.01, "error.alpha.range", ALPHAS)
#: what the generator minimises; see `gan.recipe.Recipe`
LOSS = Choice("gan_loss", LOSSES[0], LOSSES, "error.gan.loss")
SEED = Number("gan_seed", 0, 0, 2**31 - 1, 1, "error.seed", whole=True)
#: these four are of a live training alone; the largest takes about a minute of one CPU core
LATENT = Number("latent", 2, 1, 64, 1, "error.gan.latent", whole=True)
CRITIC = Number("critic", 5, 1, 10, 1, "error.gan.critic", whole=True)
WIDTH = Number("gan_width", 128, 8, 128, 8, "error.gan.width", whole=True)
STEPS = Number("gan_steps", 1500, 10, 3000, 10, "error.gan.steps", whole=True)

CONTROLS = (RUN, DATA, ALPHA, LOSS, SEED, LATENT, CRITIC, WIDTH, STEPS)

#: of a request: how many frames the page has; no part of the state
START = Number("start", 0, 0, 2**31 - 1, 1, "error.gan.start", whole=True)
