"""A training recipe as data: one `Recipe` a model."""

from dataclasses import asdict, dataclass

#: how the learning rate runs over a training, see `Recipe.schedule`
SCHEDULES = ("triangle", "steps", "cosine")


@dataclass(frozen=True)
class Recipe:
    """Everything that decides a model's weights besides the data and the hardware.

    Two recipes that differ only in `alpha` see the same images in the same order with the same
    crops and flips: mixing draws from a random stream of its own.

    Attributes:
        name: file name of the weights, and the key in the manifest.
        architecture: a key of `models.networks.ARCHITECTURES`.
        alpha: λ ~ Beta(alpha, alpha) of mixup; 0 is ERM, plain training.
        cutmix_alpha: the same for CutMix; where both are above 0, each batch draws one of them.
        lambda_per_sample: draw λ for every image instead of once per batch.
        mix_labels: mix the labels as the images are; else a mixture has the label of the image with
            the larger weight (input-only mixing, of the paper's ablations).
        epochs: passes over the training images.
        seed: of the initial weights, the order, the augmentation, the mixing and the corruption.
        train_images: how many training images are used, drawn by the seed; None for all.
        held_out: how many training images are set aside, before `train_images` are drawn, to choose
            values by: errors are measured on them, with labels corrupted alike, and not on the test
            images. 0 measures on the test images.
        corruption: share of training labels replaced by a uniformly drawn class.
        dropout: probability at the input of the last layer.
        label_smoothing: ε; the targets are mixed with ε of the uniform distribution.
        batch_size: images a step; an incomplete last batch is left out of the epoch.
        learning_rate: the schedule's peak, for a loss averaged over the batch.
        momentum: Nesterov's, of SGD.
        weight_decay: on convolutions and the last layer; none on biases.
        schedule: "triangle" (linear up for 20 % of the steps, linear down to 0), "steps"
            (constant, divided by 10 at 50 % and 75 %: the paper's) or "cosine" (down to 0).
        crop_padding: pixels of reflected border before the random crop.
        flip: mirror images; each is mirrored every other epoch.
        measure_every: epochs between two measurements of training and test error, and between two
            checkpoints; the last epoch is always measured. Training is the same for any value.
    """

    name: str
    architecture: str = "whitened-cnn"
    alpha: float = 0.0
    cutmix_alpha: float = 0.0
    lambda_per_sample: bool = False
    mix_labels: bool = True
    epochs: int = 50
    seed: int = 0
    train_images: int | None = None
    held_out: int = 0
    corruption: float = 0.0
    dropout: float = 0.0
    label_smoothing: float = 0.0
    batch_size: int = 512
    learning_rate: float = 0.5
    momentum: float = 0.9
    weight_decay: float = 5e-4
    schedule: str = "triangle"
    crop_padding: int = 4
    flip: bool = True
    measure_every: int = 1

    def as_dict(self) -> dict[str, object]:
        """Return the fields by name, for JSON."""
        return asdict(self)
