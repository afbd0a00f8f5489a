"""mixup and CutMix by torchvision v2, as the collate function of a loader.

λ is the weight of an image itself; λ ~ Beta(α, α), one for the batch. torchvision
pairs an image with the one before it, and always corrects CutMix's λ for a box that
is clipped. An α of 0 raises, so a transform is made only where its α is above 0.
Smoothing is the loss's: it comes to the same, because both are linear.
"""

# %% Settings
from pathlib import Path

import torch
import torch.nn.functional as F
from PIL import Image
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, default_collate, random_split
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

# %% mixup in the collate function: workers mix while the network learns
mixes = []
if MIXUP_ALPHA > 0:
    mixes.append(v2.MixUp(alpha=MIXUP_ALPHA, num_classes=NUM_CLASSES))
if CUTMIX_ALPHA > 0:
    mixes.append(v2.CutMix(alpha=CUTMIX_ALPHA, num_classes=NUM_CLASSES))
chances = [1 - SWITCH_PROB, SWITCH_PROB] if len(mixes) == 2 else None


def collate(batch):
    x, y = default_collate(batch)
    if mixes and torch.rand(()) < PROB:
        return v2.RandomChoice(mixes, p=chances)(x, y)
    return x, F.one_hot(y, NUM_CLASSES).float()


loader = DataLoader(
    train, BATCH_SIZE, shuffle=True, drop_last=len(train) >= BATCH_SIZE, collate_fn=collate
)

# %% Training
model = resnet18(num_classes=NUM_CLASSES)
loss_fn = torch.nn.CrossEntropyLoss(label_smoothing=LABEL_SMOOTHING)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for epoch in range(EPOCHS):
    model.train()
    for x, y in loader:
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
