"""The same question as an app that one would write first: Gradio's components, networks in fp32.

python -m benchmarks.bare

Two pictures and λ give the mixed picture and what both networks predict; the line between them has
101 values of λ, which are asked about one after another, with gradients, as in
`benchmarks.ordinary`. It is what `benchmarks.load --bare` asks.
"""

from typing import Any

import gradio as gr
import numpy as np
import torch
from PIL import Image

from benchmarks.ordinary import ordinary_sweep
from mixup_demo.models.zoo import Zoo

PAIR = Zoo().comparison("cifar10")
NETWORKS = {name: model.load() for name, model in PAIR.models.items()}
SIDE, SHOWN = 32, 512


def seen(picture: Image.Image) -> np.ndarray:
    """Return a picture as the networks see it, (3, 32, 32) in [0, 1]."""
    small = picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.HAMMING)
    return np.asarray(small, np.float32).transpose(2, 0, 1) / 255


@torch.no_grad()
def mix(a: Image.Image, b: Image.Image, lam: float) -> tuple[Any, ...]:
    """Mix two pictures at one λ and ask both networks."""
    large = [np.asarray(one.convert("RGB").resize((SHOWN, SHOWN)), np.float32) for one in (a, b)]
    mixed = lam * large[0] + (1 - lam) * large[1]
    batch = torch.from_numpy(lam * seen(a) + (1 - lam) * seen(b))[None]
    answers = [network(batch).softmax(1)[0].tolist() for network in NETWORKS.values()]
    labels = [dict(zip(PAIR.classes.names, one, strict=True)) for one in answers]
    return mixed.round().astype(np.uint8), *labels


def sweep(a: Image.Image, b: Image.Image) -> str:
    """Ask both networks at 101 values of λ, with gradients."""
    ordinary_sweep(PAIR, seen(a), seen(b), gradients=True)
    return "done"


def app() -> gr.Blocks:
    """Return the app."""
    blocks: gr.Blocks
    with gr.Blocks(analytics_enabled=False) as blocks:
        a, b = gr.Image(type="pil"), gr.Image(type="pil")
        lam = gr.Slider(0, 1, 0.5, label="λ")
        outputs = [gr.Image(), *(gr.Label(label=name) for name in NETWORKS)]
        lam.change(mix, [a, b, lam], outputs, api_name="mix")
        gr.Button("line").click(sweep, [a, b], gr.Textbox(), api_name="sweep")
    return blocks


if __name__ == "__main__":
    app().launch()
