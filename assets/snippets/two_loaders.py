"""mixup with two loaders of the same images: the loop that the paper shows.

λ is the weight of the first loader's images; λ ~ Beta(α, α), one for the batch.
Both loaders shuffle, so an image may meet one of its own class, or itself. Two
loaders read every image twice: the loop with one loader and a permutation reads it
once.
"""

# %% Settings
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, random_split
from torchvision.datasets import ImageFolder
from torchvision.models import resnet18
from torchvision.transforms import v2

MIXUP_ALPHA = 1.0
PROB = 1.0
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

full = len(train) >= BATCH_SIZE  # both loaders drop the same last batch
loader1 = DataLoader(train, BATCH_SIZE, shuffle=True, drop_last=full)
loader2 = DataLoader(train, BATCH_SIZE, shuffle=True, drop_last=full)

# %% Training
rng = np.random.default_rng(SEED)
model = resnet18(num_classes=NUM_CLASSES)
loss_fn = torch.nn.CrossEntropyLoss(label_smoothing=LABEL_SMOOTHING)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for epoch in range(EPOCHS):
    model.train()
    for (x1, y1), (x2, y2) in zip(loader1, loader2):
        mixed = MIXUP_ALPHA > 0 and rng.random() < PROB
        lam = rng.beta(MIXUP_ALPHA, MIXUP_ALPHA) if mixed else 1.0
        y1, y2 = (F.one_hot(y, NUM_CLASSES).float() for y in (y1, y2))
        x = lam * x1 + (1 - lam) * x2
        y = lam * y1 + (1 - lam) * y2
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
