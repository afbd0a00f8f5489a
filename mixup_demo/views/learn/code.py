"""The code that the last chapter shows; a test runs it."""

CODE = {
    "plain": """\
lam = float(torch.distributions.Beta(alpha, alpha).sample())
order = torch.randperm(len(images))
mixed = lam * images + (1 - lam) * images[order]

scores = model(mixed)
loss = (lam * cross_entropy(scores, labels)
        + (1 - lam) * cross_entropy(scores, labels[order]))
""",
    "timm": """\
from timm.data import Mixup
from timm.loss import SoftTargetCrossEntropy

mix = Mixup(
    mixup_alpha=1.0,
    cutmix_alpha=0.0,
    prob=1.0,
    mode="batch",
    label_smoothing=0.0,
    num_classes=10,
)
mixed, targets = mix(images, labels)
loss = SoftTargetCrossEntropy()(model(mixed), targets)
""",
}
