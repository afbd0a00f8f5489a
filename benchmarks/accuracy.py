"""Send CIFAR-10 test images through the running page's /mix at λ = 1 and count right answers.

python app.py & python -m benchmarks.accuracy --data DATA http://127.0.0.1:7860
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
from gradio_client import Client, handle_file
from PIL import Image

from mixup_demo.models.zoo import Zoo
from mixup_demo.training.data import Dataset, load_dataset


def right_answers(client: Client, data: Dataset, chosen: np.ndarray) -> dict[str, int]:
    """Return how many of the chosen test images each model names rightly through the API."""
    right = {"erm": 0, "mixup": 0}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "image.png"
        for index in chosen:
            Image.fromarray(data.test_images[index].permute(1, 2, 0).numpy()).save(file)
            image = handle_file(str(file))
            _, report = client.predict(image_a=image, image_b=image, lam=1, api_name="/mix")
            label = data.classes[int(data.test_labels[index])]
            for model, answer in report["predictions"].items():
                right[model] += max(answer, key=answer.get) == label
    return right


def main() -> None:
    """Print accuracy with its standard error, beside the card's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:7860")
    parser.add_argument("--data", type=Path, help="as for mixup_demo.train")
    parser.add_argument("--images", type=int, default=500)
    options = parser.parse_args()
    data = load_dataset(options.data)
    rng = np.random.default_rng(0)
    chosen = rng.choice(len(data.test_labels), options.images, replace=False)
    right = right_answers(Client(options.url, verbose=False), data, chosen)
    models = Zoo().comparison("cifar10").models
    for model, count in right.items():
        share = count / len(chosen)
        deviation = (share * (1 - share) / len(chosen)) ** 0.5
        card = 1 - models[model].provenance["test_error"]
        print(f"{model}: {share:.1%} ± {deviation:.1%} of {len(chosen)} images; card {card:.2%}")


if __name__ == "__main__":
    main()
