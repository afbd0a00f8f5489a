"""mixup and CutMix in Keras 3: a training generator over class folders, with cross-validation.

λ is the weight of an image itself, drawn for each image; partners are a
permutation. keras.layers.MixUp draws λ ~ Beta(α, α), its own default is α = 0.2.
keras.layers.CutMix takes a factor up to 1: here both ends of its range are the α,
because by default it draws an α below it. Labels must be one-hot float32: integers
would be broadcast without an error.
"""

# %% Settings
import os
from pathlib import Path

import numpy as np
from PIL import Image
from sklearn.datasets import load_digits
from sklearn.model_selection import StratifiedKFold

os.environ.setdefault("KERAS_BACKEND", "torch")  # or tensorflow, or jax
import keras

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
FOLDS = 2

# %% Images: a folder for each class; without any, handwritten digits
if not Path(DATA).exists():
    digits = load_digits()
    for i, (pixels, label) in enumerate(zip(digits.images, digits.target)):
        file = Path(DATA, str(label), f"{i}.png")
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray((15 * pixels).astype("uint8")).convert("RGB").save(file)

files = np.array(sorted(str(file) for file in Path(DATA).glob("*/*")))
classes = sorted({Path(file).parent.name for file in files})
labels = np.array([classes.index(Path(file).parent.name) for file in files])


# %% The generator: it reads files as they are needed, and mixes
class Folder(keras.utils.PyDataset):
    def __init__(self, files, labels, mix=False):
        super().__init__()
        self.files, self.labels, self.mix = files, labels, mix
        self.rng = np.random.default_rng(SEED)
        self.mixup = keras.layers.MixUp(alpha=MIXUP_ALPHA, seed=SEED) if MIXUP_ALPHA else None
        factor = min(CUTMIX_ALPHA, 1.0)
        self.cutmix = keras.layers.CutMix(factor=(factor, factor), seed=SEED) if factor else None
        self.on_epoch_end()

    def __len__(self):
        return -(-len(self.files) // BATCH_SIZE)

    def on_epoch_end(self):
        everything = np.arange(len(self.files))
        self.order = self.rng.permutation(everything) if self.mix else everything

    def __getitem__(self, number):
        chosen = self.order[number * BATCH_SIZE : (number + 1) * BATCH_SIZE]
        size = (SIZE, SIZE)
        read = (keras.utils.load_img(file, target_size=size) for file in self.files[chosen])
        x = np.stack([np.asarray(image, np.float32) / 255 for image in read])
        y = np.eye(NUM_CLASSES, dtype=np.float32)[self.labels[chosen]]
        layer = self.layer() if self.mix and self.rng.random() < PROB else None
        if layer is None:
            return x, y
        mixed = layer({"images": x, "labels": y}, training=True)
        return tuple(keras.ops.convert_to_numpy(mixed[name]) for name in ("images", "labels"))

    def layer(self):
        """Return CutMix by SWITCH_PROB where both are on, else the one that is."""
        if self.mixup and self.cutmix:
            return self.cutmix if self.rng.random() < SWITCH_PROB else self.mixup
        return self.mixup or self.cutmix


# %% A small network
def network():
    layers = [keras.Input((SIZE, SIZE, 3))]
    for channels in (32, 64, 128):
        layers.append(keras.layers.Conv2D(channels, 3, strides=2, padding="same"))
        layers += [keras.layers.BatchNormalization(), keras.layers.ReLU()]
    layers += [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(NUM_CLASSES)]
    model = keras.Sequential(layers)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=LABEL_SMOOTHING)
    model.compile(keras.optimizers.AdamW(1e-3), loss, metrics=["accuracy"])
    return model


# %% Cross-validation: each image is tested once, clean, by a network that has not seen it
scores = []
for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(files, labels):
    keras.utils.set_random_seed(SEED)
    model = network()
    model.fit(Folder(files[train], labels[train], mix=True), epochs=EPOCHS, verbose=2)
    _, accuracy = model.evaluate(Folder(files[test], labels[test]), verbose=0)
    scores.append(accuracy)
print(f"accuracy on clean images: {np.mean(scores):.1%} ± {np.std(scores, ddof=1):.1%}")
