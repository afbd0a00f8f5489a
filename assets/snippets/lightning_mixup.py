"""mixup and CutMix by timm.data.Mixup in a LightningModule.

λ is the weight of an image itself; λ ~ Beta(α, α). Mixing is done in the training
step, where the batch is on the device already; validation sees clean images. Of
several processes each draws a λ of its own: seed_everything gives each its own seed
with workers=True.
"""

# %% Settings
from pathlib import Path

import lightning
import timm
import torch
from PIL import Image
from sklearn.datasets import load_digits
from timm.data import Mixup
from timm.loss import LabelSmoothingCrossEntropy, SoftTargetCrossEntropy
from torch.utils.data import DataLoader, random_split
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

MIXUP_ALPHA = 1.0
CUTMIX_ALPHA = 0.0
CUTMIX_MINMAX = None
PROB = 1.0
SWITCH_PROB = 0.5
MODE = "batch"
CORRECT_LAM = True
LABEL_SMOOTHING = 0.1
NUM_CLASSES = 10
SEED = 0
DATA = "images"
SIZE = 32  # of the images, in pixels
BATCH_SIZE = 64  # even
EPOCHS = 2

# %% Images: a folder for each class; without any, handwritten digits
if not Path(DATA).exists():
    digits = load_digits()
    for i, (pixels, label) in enumerate(zip(digits.images, digits.target)):
        file = Path(DATA, str(label), f"{i}.png")
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray((15 * pixels).astype("uint8")).convert("RGB").save(file)

transform = v2.Compose(
    [v2.Resize((SIZE, SIZE)), v2.ToImage(), v2.ToDtype(torch.float32, scale=True)]
)
torch.manual_seed(SEED)
images = ImageFolder(DATA, transform)
train, test = random_split(images, [0.8, 0.2])

loader = DataLoader(train, BATCH_SIZE, shuffle=True, drop_last=len(train) >= BATCH_SIZE)


# %% A module that mixes while it trains
class MixedClassifier(lightning.LightningModule):
    def __init__(self):
        super().__init__()
        self.model = timm.create_model("resnet18", num_classes=NUM_CLASSES)
        active = MIXUP_ALPHA > 0 or CUTMIX_ALPHA > 0 or CUTMIX_MINMAX is not None
        self.mixup = None
        self.loss = LabelSmoothingCrossEntropy(LABEL_SMOOTHING)
        if active:
            self.loss = SoftTargetCrossEntropy()
            self.mixup = Mixup(
                mixup_alpha=MIXUP_ALPHA,
                cutmix_alpha=CUTMIX_ALPHA,
                cutmix_minmax=CUTMIX_MINMAX,
                prob=PROB,
                switch_prob=SWITCH_PROB,
                mode=MODE,
                correct_lam=CORRECT_LAM,
                label_smoothing=LABEL_SMOOTHING,
                num_classes=NUM_CLASSES,
            )

    def training_step(self, batch, batch_idx):
        x, y = self.mixup(*batch) if self.mixup else batch
        return self.loss(self.model(x), y)

    def validation_step(self, batch, batch_idx):
        x, y = batch
        right = (self.model(x).argmax(1) == y).float().mean()
        self.log("accuracy on clean images", right, prog_bar=True)

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=1e-3)


# %% Training
lightning.seed_everything(SEED, workers=True)
trainer = lightning.Trainer(max_epochs=EPOCHS, logger=False, enable_checkpointing=False)
trainer.fit(MixedClassifier(), loader, DataLoader(test, BATCH_SIZE))
print({name: f"{value:.1%}" for name, value in trainer.callback_metrics.items()})
