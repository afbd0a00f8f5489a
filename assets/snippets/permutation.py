"""mixup and CutMix with one loader and a permutation, as the authors of both papers write it.

λ is the weight of an image itself; λ ~ Beta(α, α), one for the batch. Labels stay
integers: the loss is λ times that of the image's class and 1 − λ times that of its
partner's, which is cross-entropy with the mixed label.
"""

# %% Settings
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, random_split
from torchvision.datasets import ImageFolder
from torchvision.models import resnet18
from torchvision.transforms import v2

MIXUP_ALPHA = 1.0
CUTMIX_ALPHA = 0.0
PROB = 1.0
SWITCH_PROB = 0.5
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

transform = v2.Compose(
    [v2.Resize((SIZE, SIZE)), v2.ToImage(), v2.ToDtype(torch.float32, scale=True)]
)
torch.manual_seed(SEED)
images = ImageFolder(DATA, transform)
train, test = random_split(images, [0.8, 0.2])

loader = DataLoader(train, BATCH_SIZE, shuffle=True, drop_last=len(train) >= BATCH_SIZE)

# %% Mixing
rng = np.random.default_rng(SEED)


def mix(x):
    """Return mixed images, the partners' places, and λ."""
    partner = torch.from_numpy(rng.permutation(len(x)))
    if rng.random() >= PROB or MIXUP_ALPHA == CUTMIX_ALPHA == 0:
        return x, partner, 1.0
    both = MIXUP_ALPHA > 0 and CUTMIX_ALPHA > 0
    if rng.random() < SWITCH_PROB if both else CUTMIX_ALPHA > 0:
        return cutmix(x, partner)
    lam = rng.beta(MIXUP_ALPHA, MIXUP_ALPHA)
    return lam * x + (1 - lam) * x[partner], partner, lam


def cutmix(x, partner):
    height, width = x.shape[-2:]
    side = np.sqrt(1 - rng.beta(CUTMIX_ALPHA, CUTMIX_ALPHA))
    h, w = int(height * side), int(width * side)
    cy, cx = rng.integers(height), rng.integers(width)
    top, bottom = max(cy - h // 2, 0), min(cy + (h + 1) // 2, height)
    left, right = max(cx - w // 2, 0), min(cx + (w + 1) // 2, width)
    x = x.clone()
    x[:, :, top:bottom, left:right] = x[partner][:, :, top:bottom, left:right]
    lam = 1 - (bottom - top) * (right - left) / (height * width)  # of what is really left
    return x, partner, lam


# %% Training
model = resnet18(num_classes=NUM_CLASSES)
loss_fn = torch.nn.CrossEntropyLoss(label_smoothing=LABEL_SMOOTHING)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for epoch in range(EPOCHS):
    model.train()
    for x, y in loader:
        x, partner, lam = mix(x)
        output = model(x)
        loss = lam * loss_fn(output, y) + (1 - lam) * loss_fn(output, y[partner])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"epoch {epoch + 1}: loss of the last batch {loss.item():.3f}")

# %% Accuracy on clean images: that on mixed ones is low by construction
model.eval()
with torch.no_grad():
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in DataLoader(test, BATCH_SIZE))
print(f"accuracy on {len(test)} clean test images: {right / len(test):.1%}")
