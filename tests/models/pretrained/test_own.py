"""One's own pair: folders, the Hub, the zoo; what must be alike; what is refused and not run."""

import codecs
import copy
import json
import os
import pickle
import shutil
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import timm
import torch
from huggingface_hub import constants
from safetensors.torch import load_file, save_file

from mixup_demo.models import engine
from mixup_demo.models.pretrained import folder as folder_module
from mixup_demo.models.pretrained.config import read_config
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.folder import write_folder
from mixup_demo.models.pretrained.own import own_pair
from mixup_demo.models.spec import Comparison, Preprocessing
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.sweep import sweep
from mixup_demo.texts.input_error import InputError
from tests.models.kit import IMAGENET
from tests.models.pretrained.hub_server import at, served_hub
from tests.models.pretrained.kit import folder, network
from tests.probes.kit import CPU

ZOO = Zoo()
SIZE = {"input_size": [3, 96, 96]}


def pair(left: Path | str, right: Path | str, *labels: str) -> Comparison:
    return own_pair([str(left), str(right)], ZOO.models, Downloads(patience=2), labels)


def refused(left: Path | str, right: Path | str, *labels: str) -> str:
    with pytest.raises(InputError) as refusal:
        pair(left, right, *labels)
    assert refusal.value.message("ko") != str(refusal.value)
    return f"{refusal.value.key}: {refusal.value}"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders that can be compared."""
    at_all = tmp_path_factory.mktemp("own")
    return folder(at_all / "plain", seed=1), folder(at_all / "mixed", seed=2)


class TestFolders:
    def test_a_pair_answers_as_timm_does(self, two: tuple[Path, Path]):
        found = pair(*two)
        assert found.name == "plain:mixed"
        assert (found.input_size, found.classes.names) == (
            (96, 96),
            ("shape 0", "shape 1", "shape 2"),
        )
        assert found.first.preprocessing == Preprocessing(0.9, "bilinear")
        images = torch.rand(4, 3, 96, 96)
        for name, path in zip(("plain", "mixed"), two, strict=True):
            loaded = timm.create_model(f"local-dir:{path}", pretrained=True).eval()
            config = timm.data.resolve_model_data_config(loaded)
            mean, std = (torch.tensor(config[key]).view(3, 1, 1) for key in ("mean", "std"))
            expected = loaded((images - mean) / std)
            assert torch.allclose(found.models[name].load()(images), expected, atol=1e-5)

    def test_the_cost_is_counted_and_the_digest_is_all_that_answers_depend_on(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        left, right = pair(*two).models.values()
        assert left.gflop == right.gflop > 0.01
        assert left.digest != right.digest
        other = shutil.copytree(two[1], tmp_path / "other")
        assert [*pair(two[0], other).models.values()][1].digest == right.digest
        said = json.loads((other / "config.json").read_text())
        said["pretrained_cfg"]["std"] = [0.25, 0.25, 0.25]
        (other / "config.json").write_text(json.dumps(said))
        assert [*pair(two[0], other).models.values()][1].digest != right.digest

    def test_labels_come_from_arguments_then_the_config_then_the_folder(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        labelled = folder(tmp_path / "x", label="Mine")
        said = [model.provenance["label"] for model in pair(two[0], labelled).models.values()]
        assert said == ["plain", "Mine"]
        said = [model.provenance["label"] for model in pair(*two, "ERM", "mixup").models.values()]
        assert said == ["ERM", "mixup"]
        assert "error.own.label:" in refused(*two, "x" * 61, "mixup")
        assert "error.own.labels: " in refused(*two, "same", " same ")

    def test_labels_that_are_alike_give_way_to_the_names(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        """As of two trainings on one's own images that differ in their seed alone."""

        def found(pair: Comparison) -> list[str]:
            return [model.provenance["label"] for model in pair.models.values()]

        one, other = (
            folder(tmp_path / f"seed-{seed}", seed=seed, label="mixup, α = 1") for seed in (1, 2)
        )
        assert found(pair(one, other)) == ["seed-1", "seed-2"]
        assert found(pair(one, other, "first", "second")) == ["first", "second"]
        named = folder(tmp_path / "x", label="plain")  # as the other's folder is called
        assert found(pair(two[0], named)) == ["plain", "x"]
        # two models of earlier pairs, by their names
        earlier = dict([*pair(two[0], one).models.items(), *pair(two[1], other).models.items()])
        again = own_pair(["seed-1", "seed-2"], earlier, Downloads(patience=2))
        assert found(again) == ["seed-1", "seed-2"]
        kept = own_pair(["plain", "seed-2"], earlier, Downloads(patience=2))
        assert found(kept) == ["plain", "mixup, α = 1"]

    def test_colours_come_from_arguments_then_the_config(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        def found(pair: Comparison) -> list[str | None]:
            return [model.provenance.get("colour") for model in pair.models.values()]

        known, hub = ZOO.models, Downloads(patience=2)
        sources = [str(path) for path in two]
        assert found(own_pair(sources, known, hub)) == [None, None]
        coloured = own_pair(sources, known, hub, colours=("#AABBCC", "#001122"))
        assert found(coloured) == ["#aabbcc", "#001122"]
        with pytest.raises(InputError, match=r"#rrggbb, for example #7b3f98, but is “red”"):
            own_pair(sources, known, hub, colours=("red", "#001122"))
        own = folder(tmp_path / "x")
        content = json.loads((own / "config.json").read_text())
        (own / "config.json").write_text(json.dumps({**content, "colour": "#123456"}))
        assert found(pair(two[0], own)) == [None, "#123456"]

    def test_folders_of_one_name_are_told_apart(self, tmp_path: Path):
        one, other = folder(tmp_path / "a" / "m", seed=1), folder(tmp_path / "b" / "m", seed=2)
        assert list(pair(one, other).models) == ["m", "b-m"]
        known = dict.fromkeys(("m", "a-m"), ZOO.model("cifar10-erm"))
        found = own_pair([str(one), str(other)], known, Downloads(patience=2))
        assert list(found.models) == ["a-m-2", "b-m"]

    def test_no_name_is_one_of_the_page_s_words(self, tmp_path: Path):
        """As of a training's folders: its label stood in the place of mixup's in every view."""
        folders = [
            folder(tmp_path / "own-roses" / name, seed=seed, label=f"{name}, mine")
            for seed, name in enumerate(("erm", "mixup"))
        ]
        assert list(pair(*folders).models) == ["own-roses-erm", "own-roses-mixup"]

    def test_the_right_one_is_shown_what_the_left_one_wants(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        other = folder(tmp_path / "x")
        content = json.loads((other / "config.json").read_text())
        content["pretrained_cfg"] |= {"crop_pct": 0.5, "mean": [0.5, 0.5, 0.5]}
        (other / "config.json").write_text(json.dumps(content))
        left, right = pair(two[0], other).models.values()
        assert left.preprocessing == right.preprocessing == Preprocessing(0.9, "bilinear")
        images = torch.rand(2, 3, 96, 96)
        std = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
        expected = network(3, 0)((images - 0.5) / std)
        assert torch.allclose(right.load()(images), expected, atol=1e-5)

    def test_a_size_for_tests_serves_where_both_take_it(self, tmp_path: Path):
        small, large = folder(tmp_path / "s", size=64), folder(tmp_path / "l", size=96)
        assert "error.own.size" in refused(small, large)
        content = json.loads((small / "config.json").read_text())
        content["pretrained_cfg"]["test_input_size"] = [3, 96, 96]
        (small / "config.json").write_text(json.dumps(content))
        assert pair(small, large).input_size == (96, 96)
        content["pretrained_cfg"]["fixed_input_size"] = True
        (small / "config.json").write_text(json.dumps(content))
        assert "error.own.size" in refused(small, large)

    def test_a_thousand_without_names_are_imagenets(self, tmp_path: Path):
        found = read_config(folder(tmp_path / "k", classes=1000), "k")
        assert found.classes.id == "imagenet-1k"
        assert found.classes.names[207] == "golden retriever"

    def test_only_descriptions_are_cut_at_a_comma(self, tmp_path: Path):
        names = ["Springfield, IL", "Springfield, MA", "n1"]
        described = {"n1": "town, township"}
        made = folder(tmp_path / "k", label_names=names, label_descriptions=described)
        assert read_config(made, "k").classes.names == (*names[:2], "town")
        described = {"n1": "", names[0]: None, names[1]: "x\0"}
        made = folder(tmp_path / "m", label_names=names, label_descriptions=described)
        assert read_config(made, "m").classes.names == tuple(names)
        made = folder(tmp_path / "l", classes=2, label_names=["Rome, GA", "Paris, TX"])
        assert read_config(made, "l").classes.names == ("Rome, GA", "Paris, TX")

    def test_a_config_that_an_editor_of_windows_has_marked(self, tmp_path: Path):
        file = folder(tmp_path) / "config.json"
        file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
        assert read_config(tmp_path, "marked").classes.names[0] == "shape 0"

    def test_our_own_architectures_and_names_of_the_zoo(self, tmp_path: Path):
        trained = ZOO.model("small-erm")
        config = {
            "architecture": "whitened-cnn-small",
            "num_classes": 10,
            "label_names": list(trained.classes.names),
            "pretrained_cfg": {
                **{"input_size": [3, 32, 32], "interpolation": "hamming"},
                **{"mean": [0, 0, 0], "std": [1, 1, 1]},
            },
        }
        write_folder(tmp_path, trained.load().state_dict(), config)
        found = pair("small-mixup-1", tmp_path)
        right = list(found.models.values())[1]
        assert right.classes == trained.classes
        images = torch.rand(2, 3, 32, 32)
        assert torch.equal(right.load()(images), trained.load()(images))
        assert "error.pair.same" in refused("small-erm", "small-erm")
        assert "error.own.source" in refused("small-erm", "no such model")


@pytest.mark.parametrize(("dtype", "apart"), [(torch.float32, 1e-4), (torch.bfloat16, 0.02)])
def test_a_sweep_is_a_plain_loop_over_timm_within_rounding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dtype: torch.dtype, apart: float
):
    monkeypatch.setattr(engine, "fast_dtype", lambda _: dtype)
    folders = [folder(tmp_path / name, classes=1000, seed=seed) for seed, name in enumerate("lr")]
    found = pair(*folders)
    a, b = np.random.default_rng(0).random((2, 3, 96, 96), dtype=np.float32)
    swept = sweep(engine.Engine(found, CPU), a, b, 1, 2)
    for (name, answers), path in zip(swept.answers.items(), folders, strict=True):
        network = timm.create_model(f"local-dir:{path}", pretrained=True).eval()
        normalise = timm.data.create_transform(96, mean=IMAGENET.mean, std=IMAGENET.std).transforms[
            -1
        ]
        for number in (0, 30, 50, 99, 100):
            weight = float(swept.lam[number])
            image = torch.from_numpy(weight * a + (1 - weight) * b)
            with torch.no_grad():
                expected = network(normalise(image)[None]).softmax(1)[0].numpy()
            distance = 0.5 * np.abs(answers.probabilities[number] - expected).sum()
            assert distance < apart, (name, number)
    left, right = (answers.probabilities for answers in swept.answers.values())
    assert 0.5 * np.abs(left - right).sum(axis=1).min() > 5 * apart  # which a mix-up would show


class TestUnlike:
    def test_classes_must_be_the_same_in_the_same_order(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        other = folder(tmp_path / "x", label_names=["shape 0", "shape 2", "shape 1"])
        said = refused(two[0], other)
        assert "error.own.order" in said
        assert "number 1 is shape 1 on the left and shape 2 on the right" in said
        assert "has 3 and the right one 4" in refused(two[0], folder(tmp_path / "y", classes=4))


class TestDamage:
    """Each of one folder, beside one that is whole."""

    @pytest.mark.parametrize(
        ("config", "said"),
        [
            (
                {"architecture": "no_such_net"},
                "architecture: config.json must name an architecture",
            ),
            ({"architecture": "hf-hub:someone/else"}, "error.own.architecture"),
            ({"architecture": None}, "error.own.architecture"),
            ({"architecture": "resnet34"}, "error.own.fit"),
            ({"label_names": ["a", "b"]}, "error.own.classes"),
            ({"label_names": ["a", "a", "b"]}, "error.own.classes"),
            ({"label_names": None}, "error.own.classes"),
            ({"label_names": ["a", "b", "\0"]}, "error.own.classes"),
            ({"label_names": ["a", "b", "\n<script>"]}, "error.own.classes"),
            ({"label_names": ["a", "b", "\ud800"]}, "error.own.classes"),
            ({"label_names": ["a", "b", " "]}, "error.own.classes"),
            ({"label": "   "}, "x is “”. Correct it"),
            ({"label": "x" * 61}, "error.own.label.config: label in config.json"),
            ({"label": "a\nb"}, "x is “a?b”. Correct it"),
            ({"colour": "red"}, "colour.config: colour in config.json must be written as #rrggbb"),
            ({"colour": "red"}, "x is “red”. Correct it"),
            ({"url": "https://example.org/x.bin"}, "does so with url"),
            ({"auto_map": {"AutoModel": "code.Net"}}, "does so with auto_map"),
            ({"pretrained_cfg": {"file": "/etc/passwd"}}, "does so with file"),
            ({"pretrained_cfg": {"custom_load": True}}, "does so with custom_load"),
            ({"model_args": {"checkpoint_path": "x"}}, "does so with model_args.checkpoint_path"),
            ({"model_args": {"block": {"a": 1}}}, "does so with model_args.block"),
            ({"model_args": {"channels": [10**9] * 4}}, "error.own.network"),
            ({"model_args": {"nonsense": 1}}, "error.own.network"),
            ({"pretrained_cfg": {"input_size": [1, 96, 96]}}, "error.own.input"),
            ({"pretrained_cfg": {"input_size": [3, 96, 10**9]}}, "error.own.input"),
            ({"pretrained_cfg": {"input_size": [3, 96, 96], "std": [0, 1, 1]}}, "std in config"),
            ({"pretrained_cfg": {"input_size": [3, 96, 96], "mean": "x"}}, "mean in config"),
            ({"pretrained_cfg": {**SIZE, "mean": [10**400, 0, 0]}}, "mean in config"),
            ({"pretrained_cfg": {**SIZE, "mean": [True, 0, 0]}}, "mean in config"),
            ({"pretrained_cfg": {**SIZE, "std": [1e-300, 1, 1]}}, "std in config"),
            ({"sha256": 64 * "0"}, "error.own.hash"),
        ],
    )
    def test_a_config_that_says_what_it_must_not(
        self, two: tuple[Path, Path], tmp_path: Path, config: dict[str, object], said: str
    ):
        assert said in refused(folder(tmp_path / "x", **config), two[0])

    @pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000])
    def test_a_config_that_is_none(self, two: tuple[Path, Path], tmp_path: Path, content: str):
        (folder(tmp_path) / "config.json").write_text(content)
        assert "error.own.json" in refused(tmp_path, two[0])

    @pytest.mark.parametrize("lacking", ["config.json", "model.safetensors"])
    def test_a_file_that_is_missing(self, two: tuple[Path, Path], tmp_path: Path, lacking: str):
        (folder(tmp_path) / lacking).unlink()
        said = refused(tmp_path, two[0])
        assert "error.own.file" in said
        assert f"lacks {lacking}" in said

    def test_weights_that_are_cut_off_or_lie_about_their_length(
        self, two: tuple[Path, Path], tmp_path: Path
    ):
        weights = folder(tmp_path) / "model.safetensors"
        whole = weights.read_bytes()
        huge = struct.pack("<Q", 2**62) + whole[8:]
        header = json.dumps(
            {"conv1.weight": {"dtype": "F32", "shape": [9], "data_offsets": [0, 36]}}
        )
        short = struct.pack("<Q", len(header)) + header.encode() + bytes(4)
        for content in (whole[:-8], whole[:100], huge, short, b""):
            weights.write_bytes(content)
            assert "error.own.weights" in refused(tmp_path, two[0])

    def test_weights_of_other_names(self, two: tuple[Path, Path], tmp_path: Path):
        save_file({"x": torch.zeros(3)}, folder(tmp_path) / "model.safetensors")
        assert "instead of" in refused(tmp_path, two[0])

    @pytest.mark.parametrize("value", [float("nan"), float("-inf")])
    def test_weights_of_a_training_that_diverged(
        self, two: tuple[Path, Path], tmp_path: Path, value: float
    ):
        file = folder(tmp_path) / "model.safetensors"
        state = load_file(file)
        name = next(name for name, weight in state.items() if weight.ndim == 4)
        state[name][0, 0, 0, 0] = value
        save_file(state, file)
        said = refused(tmp_path, two[0])
        assert "error.own.finite" in said
        assert f"not ({name}): its training has diverged. Train it again" in said

    def test_finite_weights_whose_answers_are_not(self, two: tuple[Path, Path], tmp_path: Path):
        file = folder(tmp_path) / "model.safetensors"
        state = load_file(file)
        large = {name: value * 1e30 for name, value in state.items() if value.ndim == 4}
        save_file(state | large, file)
        for both in ((tmp_path, two[0]), (two[0], tmp_path)):
            assert "error.own.finite: Weights and answers" in refused(*both)


def test_a_network_without_gradients_is_refused(
    monkeypatch: pytest.MonkeyPatch, two: tuple[Path, Path]
):
    whole = copy.deepcopy(network(3, 0))  # which gets the weights of the folders
    monkeypatch.setattr(whole, "forward", torch.no_grad()(whole.forward))
    monkeypatch.setattr(folder_module, "bare", lambda config: whole)
    assert "does not require grad" in refused(*two)


class Evil:
    """Leaves a file behind where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


class TestMalice:
    def test_a_pickle_is_refused_unread(self, two: tuple[Path, Path], tmp_path: Path):
        weights, mark = folder(tmp_path / "x") / "model.safetensors", tmp_path / "mark"
        weights.unlink()
        (tmp_path / "x" / "pytorch_model.bin").write_bytes(pickle.dumps(Evil(mark)))
        said = refused(tmp_path / "x", two[0])
        assert "error.own.pickle" in said
        assert "pytorch_model.bin" in said
        weights.write_bytes(pickle.dumps(Evil(mark)))  # under the other's name
        assert "error.own.weights" in refused(tmp_path / "x", two[0])
        assert not mark.exists()

    def test_a_zip_bomb_is_no_safetensors(self, two: tuple[Path, Path], tmp_path: Path):
        with zipfile.ZipFile(
            folder(tmp_path) / "model.safetensors", "w", zipfile.ZIP_DEFLATED
        ) as bomb:
            bomb.writestr("zeros", bytes(50_000_000))
        assert "error.own.weights" in refused(tmp_path, two[0])


class TestTheHub:
    @pytest.fixture
    def hub(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
        """A hub with one model, and a cache."""
        made = folder(tmp_path / "made", seed=2)
        with served_hub() as served:
            for file in ("config.json", "model.safetensors"):
                served.files["someone/tiny", file] = (made / file).read_bytes()
            at(served.url, monkeypatch)
            monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
            yield

    def test_a_model_of_the_hub_beside_a_folder(self, hub: None, two: tuple[Path, Path]):
        found = pair(two[0], "hf-hub:someone/tiny")
        assert list(found.models) == ["plain", "tiny"]
        images = torch.rand(2, 3, 96, 96)
        same = pair(*two).models["mixed"]
        assert torch.equal(found.models["tiny"].load()(images), same.load()(images))

    def test_one_that_is_not_there(self, hub: None, two: tuple[Path, Path]):
        said = refused(two[0], "hf-hub:someone/else")
        assert "error.fetch: hf-hub:someone/else needs config.json" in said
        assert "error.own.source" in refused(two[0], "hf-hub:../../x/y")
