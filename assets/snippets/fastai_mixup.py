"""mixup or CutMix as a callback of fastai.

λ ~ Beta(α, α) for each image, folded: the larger of λ and 1 − λ is the image's own,
which is the same distribution of pairs. fastai's own default is α = 0.4. It has one
callback or the other, not a switch between both, and neither prob nor mode.
"""

# %% Settings
from pathlib import Path

from fastai.callback.mixup import CutMix, MixUp
from fastai.losses import CrossEntropyLossFlat, LabelSmoothingCrossEntropyFlat
from fastai.metrics import accuracy
from fastai.torch_core import set_seed
from fastai.vision.all import ImageDataLoaders, Learner, Resize
from PIL import Image
from sklearn.datasets import load_digits
from torchvision.models import resnet18

MIXUP_ALPHA = 1.0
CUTMIX_ALPHA = 0.0
LABEL_SMOOTHING = 0.1
NUM_CLASSES = 10
SEED = 0
DATA = "images"
SIZE = 32  # of the images, in pixels
BATCH_SIZE = 64
EPOCHS = 2

# %% Images: a folder for each class; without any, handwritten digits
if not Path(DATA).exists():
    digits = load_digits()
    for i, (pixels, label) in enumerate(zip(digits.images, digits.target)):
        file = Path(DATA, str(label), f"{i}.png")
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray((15 * pixels).astype("uint8")).convert("RGB").save(file)

set_seed(SEED, reproducible=True)
loaders = ImageDataLoaders.from_folder(
    DATA, valid_pct=0.2, seed=SEED, item_tfms=Resize(SIZE), bs=BATCH_SIZE, num_workers=0
)

# %% Training; accuracy is that on clean images
mixing = []
if MIXUP_ALPHA > 0:
    mixing = [MixUp(MIXUP_ALPHA)]
elif CUTMIX_ALPHA > 0:
    mixing = [CutMix(CUTMIX_ALPHA)]
smooth = LabelSmoothingCrossEntropyFlat(eps=LABEL_SMOOTHING)
learner = Learner(
    loaders,
    resnet18(num_classes=NUM_CLASSES),
    loss_func=smooth if LABEL_SMOOTHING else CrossEntropyLossFlat(),
    metrics=accuracy,
    cbs=mixing,
)
learner.fit_one_cycle(EPOCHS, 1e-3)
