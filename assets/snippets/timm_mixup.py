"""mixup and CutMix by timm.data.Mixup, in a training loop.

λ is the weight of an image itself and 1 − λ that of its partner; λ ~ Beta(α, α).
timm pairs a batch with its reverse, and smooths labels before it mixes them.
"""

# %% Settings
from pathlib import Path

import numpy as np
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
MIXUP_OFF_EPOCH = 0  # from this epoch on images are not mixed; 0 for never

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

# %% mixup, where an α is above 0
mixup_active = MIXUP_ALPHA > 0 or CUTMIX_ALPHA > 0 or CUTMIX_MINMAX is not None
mixup_fn = None
loss_fn = LabelSmoothingCrossEntropy(LABEL_SMOOTHING)
if mixup_active:
    mixup_fn = Mixup(
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
    loss_fn = SoftTargetCrossEntropy()  # it takes soft targets

# %% Training
np.random.seed(SEED)  # timm draws λ and boxes from NumPy's global generator
model = timm.create_model("resnet18", num_classes=NUM_CLASSES)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for epoch in range(EPOCHS):
    if mixup_fn and MIXUP_OFF_EPOCH and epoch >= MIXUP_OFF_EPOCH:
        mixup_fn.mixup_enabled = False
    model.train()
    for x, y in loader:
        if mixup_fn:
            x, y = mixup_fn(x, y)
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"epoch {epoch + 1}: loss of the last batch {loss.item():.3f}")

# %% Accuracy on clean images: that on mixed ones is low by construction
model.eval()
with torch.no_grad():
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in DataLoader(test, BATCH_SIZE))
print(f"accuracy on {len(test)} clean test images: {right / len(test):.1%}")
