"""Every endpoint through gradio_client, and bad input as a caller meets it."""

import re
from pathlib import Path

import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from PIL import Image

from mixup_demo import mixing
from mixup_demo.evidence import files as evidence
from mixup_demo.images.preparing import fit
from mixup_demo.images.reading import read_image
from tests.images import kit as images_kit

ENDPOINTS = {
    *("/mix", "/sweep", "/draw_lambda", "/attack", "/plane", "/toy", "/gan"),
    *("/evidence", "/population", "/batch", "/film", "/toy_code"),
}
MEASURES = {
    "miss_rate",
    "label_gap",
    "linearity_gap",
    "excess_variation",
    "steepest_slope",
    "boundary_crossings",
    "boundary_thickness",
    "mean_gradient_norm",
}


@pytest.fixture(scope="module")
def client(app_url: str) -> Client:
    return Client(app_url, verbose=False)


@pytest.fixture
def pair(photos: tuple[Path, Path]) -> dict[str, object]:
    return {"image_a": handle_file(str(photos[0])), "image_b": handle_file(str(photos[1]))}


def pixels(path: str) -> np.ndarray:
    with Image.open(path) as image:
        assert image.format == "PNG"
        return np.asarray(image.convert("RGB")).astype(float)


def test_films_and_code_come_as_files(client: Client, pair: dict[str, object]):
    film = Path(client.predict(**pair, format="gif", language="ko", api_name="/film"))
    with Image.open(film) as animation:
        assert (animation.format, animation.n_frames) == ("GIF", 50)
    code = Path(client.predict(dataset="xor", steps=60, width=4, at=30, api_name="/toy_code"))
    assert code.name == "mixup_toy_xor.py"
    compile(code.read_text("utf-8"), code.name, "exec")


def test_only_the_documented_endpoints_are_public(client: Client):
    endpoints = client.view_api(return_format="dict")["named_endpoints"]
    assert set(endpoints) == ENDPOINTS
    parameters = {p["parameter_name"]: p for p in endpoints["/mix"]["parameters"]}
    expected = [
        "image_a",
        "image_b",
        "lam",
        "method",
        "label_a",
        "label_b",
        "seed",
        "pair",
        "device",
        "calibration",
    ]
    assert list(parameters) == expected
    defaults = {
        n: p["parameter_default"] for n, p in parameters.items() if p["parameter_has_default"]
    }
    assert defaults == {
        "lam": 0.5,
        "method": "mixup",
        "label_a": None,
        "label_b": None,
        "seed": 0,
        "pair": "cifar10",
        "device": "auto",
        "calibration": "trained",
    }
    assert not client.view_api(return_format="dict")["unnamed_endpoints"]


def test_mix_returns_image_and_report(client: Client, pair: dict, photos: tuple[Path, Path]):
    image, report = client.predict(**pair, lam=0.25, label_a="cat", label_b="dog", api_name="/mix")
    a, b = (fit(read_image(photo), (512, 512)).astype(float) for photo in photos)
    assert np.abs(pixels(image) - (0.25 * a + 0.75 * b)).max() <= 0.51
    assert report["lam"] == 0.25
    assert report["labels"] == {"a": "cat", "b": "dog"}
    assert report["soft_label"]["cat"] == pytest.approx(0.25)
    assert report["soft_label"]["dog"] == pytest.approx(0.75)
    for model in ("erm", "mixup"):
        assert sum(report["predictions"][model].values()) == pytest.approx(1, abs=1e-4)
        assert set(report["smoothness"][model]) == MEASURES
    assert report["device"] in ("cpu", "gpu")


@pytest.mark.parametrize("lam", [0, 1])
def test_the_ends_are_exactly_the_two_images(
    client: Client, pair: dict, photos: tuple[Path, Path], lam: int
):
    image, _ = client.predict(**pair, lam=lam, api_name="/mix")
    whole = photos[0] if lam else photos[1]
    assert np.array_equal(pixels(image), fit(read_image(whole), (512, 512)))


def test_cutmix_reports_the_corrected_lambda(client: Client, pair: dict):
    _, report = client.predict(**pair, lam=0.3, method="cutmix", seed=5, api_name="/mix")
    centre = mixing.draw_centre(32, 32, np.random.default_rng(5))
    box = mixing.inner_box(0.3, 32, 32, centre)
    area = (box.bottom - box.top) * (box.right - box.left)
    assert report["lam"] == pytest.approx(1 - area / 1024)


def test_sweep_and_mix_agree(client: Client, pair: dict):
    curves = client.predict(**pair, label_a="cat", label_b="dog", api_name="/sweep")
    _, report = client.predict(**pair, lam=0.4, label_a="cat", label_b="dog", api_name="/mix")
    assert curves["lam"] == pytest.approx(np.linspace(0, 1, 101).tolist())
    assert curves["smoothness"] == report["smoothness"]
    for model in ("erm", "mixup"):
        assert np.shape(curves[model]["probabilities"]) == (101, len(curves["classes"]))
        assert np.shape(curves[model]["gradient_norm"]) == (101,)
        at = dict(zip(curves["classes"], curves[model]["probabilities"][40], strict=True))
        # batches of other sizes add in another order, in bf16
        assert at == pytest.approx(report["predictions"][model], abs=0.02)


def test_missing_labels_are_proposed(client: Client, pair: dict):
    curves = client.predict(**pair, api_name="/sweep")
    ends = [
        np.mean([curves[m]["probabilities"][k] for m in ("erm", "mixup")], axis=0) for k in (-1, 0)
    ]
    proposed = [curves["classes"][int(np.argmax(end))] for end in ends]
    assert [curves["labels"]["a"], curves["labels"]["b"]] == proposed


def test_draw_lambda_is_reproducible_and_follows_alpha(client: Client):
    def drawn(alpha: float, seeds: int) -> list[float]:
        return [
            client.predict(alpha=alpha, seed=seed, api_name="/draw_lambda") for seed in range(seeds)
        ]

    assert drawn(1.0, 3) == drawn(1.0, 3)
    assert np.std(drawn(32.0, 8)) < 0.15 < np.std(drawn(0.1, 8))


BAD = {
    "lam": (1.5, "λ must be a number from 0 to 1, but is 1.5"),
    "method": ("cutout", "method must be one of mixup, cutmix, but is cutout"),
    "label_a": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "seed": (-1, "seed must be a whole number from 0 .* but is -1"),
    "pair": ("imagenet", "pair of models must be one of cifar10.*, but is imagenet"),
    "device": ("tpu", "device must be one of auto, cpu, gpu, but is tpu"),
    "calibration": ("hot", "calibration must be one of trained, equal, but is hot"),
    "image_b": (None, "picture B is missing"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_values_get_the_rule_the_value_and_the_remedy(client: Client, pair: dict, name: str):
    value, message = BAD[name]
    with pytest.raises(AppError, match=message):
        client.predict(**{**pair, name: value}, api_name="/mix")
    client.predict(**pair, api_name="/mix")  # and the next request works


@pytest.mark.parametrize("alpha", [-1, 0, 100])
def test_bad_alpha(client: Client, alpha: float):
    with pytest.raises(AppError, match=f"α must be a number from 0.05 to 32, but is {alpha}"):
        client.predict(alpha=alpha, seed=0, api_name="/draw_lambda")


BAD_FILES = {
    "truncated.jpg": lambda: images_kit.encode(images_kit.photo(300, 400), "JPEG")[:4000],
    "text.png": lambda: b"this is no picture",
    "empty.png": lambda: b"",
    "bomb.png": lambda: images_kit.raw_png(12_000, 12_000, 1, 0),
    "drawing.png": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_get_one_clear_sentence(client: Client, pair: dict, tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(BAD_FILES[name]())
    with pytest.raises(AppError) as refused:
        client.predict(**{**pair, "image_a": handle_file(str(tmp_path / name))}, api_name="/mix")
    rules = "|".join(
        ["must be complete", "none of these", "must have content", "megapixels", "is SVG"]
    )
    assert re.search(rules, str(refused.value))
    client.predict(**pair, api_name="/mix")


@pytest.mark.parametrize("size", [(1, 1), (5000, 1)])
def test_tiny_and_thin_images_are_answered(client: Client, pair: dict, tmp_path: Path, size: tuple):
    Image.new("RGB", size, (200, 30, 30)).save(tmp_path / "thin.png")
    thin = handle_file(str(tmp_path / "thin.png"))
    image, _ = client.predict(**{**pair, "image_a": thin}, lam=1, api_name="/mix")
    assert np.array_equal(np.unique(pixels(image).reshape(-1, 3), axis=0), [[200, 30, 30]])


@pytest.fixture
def attacked(photos: tuple[Path, Path]) -> dict[str, object]:
    return {"image": handle_file(str(photos[0])), "api_name": "/attack"}


def test_attack_has_the_documented_inputs(client: Client):
    endpoints = client.view_api(return_format="dict")["named_endpoints"]
    parameters = endpoints["/attack"]["parameters"]
    assert {p["parameter_name"]: p["parameter_default"] for p in parameters[1:]} == {
        "label": None,
        "epsilon": 4,
        "method": "fgsm",
        "source": "white",
        "pair": "cifar10",
        "device": "auto",
    }
    assert parameters[0]["parameter_name"] == "image"
    assert [p["parameter_name"] for p in endpoints["/evidence"]["parameters"]] == ["name"]


@pytest.mark.parametrize(("source", "width"), [("white", 1024), ("black", 512)])
def test_attack_returns_both_images_and_report(
    client: Client, attacked: dict, source: str, width: int
):
    adversarial, perturbation, report = client.predict(
        **attacked, label="cat", epsilon=8, method="ifgsm", source=source
    )
    assert pixels(adversarial).shape == pixels(perturbation).shape == (512, width, 3)
    assert (report["label"], report["epsilon"], report["source"]) == ("cat", 8, source)
    answers = report["predictions"]
    assert set(answers) == {"erm", "mixup"}
    assert answers["erm"]["after"]["cat"] < answers["erm"]["before"]["cat"]


BAD_ATTACKS = {
    "image": (None, "An image is needed here"),
    "label": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "epsilon": (17, "budget ε must be a whole number of levels from 0 to 16, but is 17"),
    "method": ("pgd", "attack must be one of fgsm, ifgsm, but is pgd"),
    "source": ("grey", "source of the gradient must be one of white, black, but is grey"),
}


@pytest.mark.parametrize("name", BAD_ATTACKS)
def test_bad_attacks_get_one_clear_sentence(client: Client, attacked: dict, name: str):
    value, message = BAD_ATTACKS[name]
    with pytest.raises(AppError, match=message):
        client.predict(**{**attacked, name: value})


@pytest.mark.parametrize("name", evidence.names())
def test_evidence_returns_the_results_files(client: Client, name: str):
    assert client.predict(name=name, api_name="/evidence") == evidence.read(name)


def test_evidence_of_an_unknown_name(client: Client):
    with pytest.raises(AppError, match=r"no results named \.\./manifest\. Choose one of"):
        client.predict(name="../manifest", api_name="/evidence")
