"""The commands that fetch beforehand and that write folders."""

import json
import os
import pickle
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
import timm
import torch
from huggingface_hub import constants
from safetensors.torch import save_file

from mixup_demo import convert, fetch
from mixup_demo.models.catalogue import Pair
from mixup_demo.models.pretrained.checkpoint import read_checkpoint
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.own import own_pair
from mixup_demo.models.zoo import Zoo
from mixup_demo.page import arguments
from mixup_demo.page.arguments import in_words, pairs
from mixup_demo.texts.input_error import InputError
from tests.models.pretrained.hub_server import Hub, at, served_hub
from tests.models.pretrained.kit import folder


class Evil:
    """Leaves a file behind where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    """A file as clovaai's CutMix-PyTorch saves it, of three classes and random weights."""
    network = timm.create_model("resnet18", num_classes=3)
    state = {f"module.{name}": value for name, value in network.state_dict().items()}
    path = tmp_path / "model_best.pth.tar"
    torch.save({"epoch": 300, "arch": "resnet", "best_err1": 22.58, "state_dict": state}, path)
    return path


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.txt"
    path.write_text("cup\npen\nkey\n")
    return path


class TestConvert:
    def test_a_checkpoint_becomes_a_folder_that_a_pair_takes(
        self, checkpoint: Path, names: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        to = tmp_path / "made"
        more = ["--to", str(to), "--classes", str(names), "--size", "64", "--label", "CutMix"]
        convert.main([str(checkpoint), "--architecture", "resnet18", *more])
        assert "resnet18, 122 tensors" in capsys.readouterr().out
        other = folder(tmp_path / "other", size=64, label_names=["cup", "pen", "key"])
        found = own_pair([str(to), str(other)], {}, Downloads())
        assert found.classes.names == ("cup", "pen", "key")
        assert found.first.provenance["label"] == "CutMix"
        images = torch.rand(2, 3, 64, 64)
        saved = torch.load(checkpoint, weights_only=True)["state_dict"]
        network = timm.create_model("resnet18", num_classes=3).eval()
        network.load_state_dict({name[7:]: value for name, value in saved.items()})
        mean, std = (
            torch.tensor(v).view(3, 1, 1) for v in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
        )
        with torch.no_grad():
            expected = network((images - mean) / std)
            assert torch.allclose(found.first.load()(images), expected, atol=1e-4)
        loaded = timm.create_model(f"local-dir:{to}", pretrained=True)  # timm takes it as well
        assert torch.equal(loaded.fc.weight, network.fc.weight)

    def test_weights_that_are_tied_and_a_counter_at_the_end(
        self, checkpoint: Path, names: Path, tmp_path: Path
    ):
        state = torch.load(checkpoint, weights_only=True)["state_dict"]
        state["module.layer1.0.bn1.bias"] = state["module.layer1.0.bn2.bias"]
        state["module.bn1.num_batches_tracked"] = state.pop("module.bn1.num_batches_tracked")
        torch.save(state, checkpoint)
        more = ["--architecture", "resnet18", "--classes", str(names)]
        convert.main([str(checkpoint), *more, "--to", str(tmp_path / "made")])
        config = json.loads((tmp_path / "made" / "config.json").read_text())
        assert config["num_classes"] == 3

    def test_weights_in_another_order_and_a_marked_file_of_names(
        self, checkpoint: Path, names: Path, tmp_path: Path
    ):
        """As safetensors sorts them by name, and as Windows' editor marks UTF-8."""
        saved = torch.load(checkpoint, weights_only=True)["state_dict"]
        state = {name.removeprefix("module."): value for name, value in sorted(saved.items())}
        assert next(reversed(state)) != "fc.weight"
        save_file(state, tmp_path / "model.safetensors")
        torch.save(state, checkpoint)
        names.write_text("컵\npen\nkey\n", "utf-8-sig")
        for file in (checkpoint, tmp_path / "model.safetensors"):
            to = tmp_path / f"made-{file.suffix}"
            more = ["--classes", str(names), "--to", str(to)]
            convert.main([str(file), "--architecture", "resnet18", *more])
            config = json.loads((to / "config.json").read_text("utf-8"))
            assert (config["num_classes"], config["label_names"]) == (3, ["컵", "pen", "key"])

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "empty or cut off"),
            (b"hello world\n", "another kind"),
            (b"\x89PNG\r\n\x1a\n" + bytes(99), "another kind"),
            (pickle.dumps({"a": 1}, protocol=4), "another kind"),
            (None, "empty or cut off"),
        ],
        ids=["empty", "text", "picture", "pickle", "cut"],
    )
    @pytest.mark.filterwarnings("ignore:Detected pickle protocol")
    def test_damage_is_not_taken_for_code(
        self, checkpoint: Path, tmp_path: Path, content: bytes | None, said: str
    ):
        whole = checkpoint.read_bytes()
        checkpoint.write_bytes(whole[: len(whole) // 2] if content is None else content)
        with pytest.raises(SystemExit, match=said):
            convert.main([str(checkpoint), "--architecture", "resnet18", "--to", str(tmp_path)])

    @pytest.mark.parametrize("zipped", [True, False], ids=["zip", "pickle"])
    @pytest.mark.filterwarnings("ignore")
    def test_whatever_is_damaged_is_read_or_refused(self, tmp_path: Path, zipped: bool):
        """Cut off anywhere, or a byte another one: the readers trip over each in its own way."""
        path = tmp_path / "small.pth"
        state = {"weight": torch.ones(2, 2)}
        torch.save({"state_dict": state}, path, _use_new_zipfile_serialization=zipped)
        whole = path.read_bytes()
        places = range(0, len(whole), 3)
        cut = [whole[:end] for end in places]
        changed = [
            whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :]
            for place in places
            for bits in (1, 255)
        ]
        for content in (*cut, *changed):
            path.write_bytes(content)
            with suppress(InputError):
                assert all(isinstance(one, torch.Tensor) for one in read_checkpoint(path).values())
        path.write_bytes(cut[-1])
        with pytest.raises(InputError, match=r"but .*small\.pth is not \(it is "):
            read_checkpoint(path)

    def test_damaged_safetensors_are_said(self, tmp_path: Path):
        file = tmp_path / "model.safetensors"
        file.write_bytes(b"no weights")
        with pytest.raises(SystemExit, match="damaged, or of another kind"):
            convert.main([str(file), "--architecture", "resnet18", "--to", str(tmp_path / "made")])

    def test_a_trained_model_of_this_package_by_its_name(self, tmp_path: Path):
        convert.main(["small-erm", "--to", str(tmp_path / "erm")])
        found = own_pair([str(tmp_path / "erm"), "small-mixup-1"], Zoo().models, Downloads())
        images = torch.rand(2, 3, 32, 32)
        assert torch.equal(found.first.load()(images), Zoo().model("small-erm").load()(images))

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            (["--architecture", "resnet18"], "--classes FILE"),
            (["--architecture", "no_such"], "timm.list_models()"),
            (["--architecture", "resnet18", "--classes", "no.txt"], "no.txt cannot be opened (No"),
            ([], "needs --architecture NAME"),
        ],
    )
    def test_what_is_missing_is_said(
        self, checkpoint: Path, tmp_path: Path, more: list[str], said: str
    ):
        with pytest.raises(SystemExit, match=r"^error: ") as refusal:
            convert.main([str(checkpoint), *more, "--to", str(tmp_path / "made")])
        assert said in str(refusal.value)

    @pytest.mark.parametrize("crop", ["0", "2", "nan"])
    def test_a_crop_that_is_no_share_is_refused(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], crop: str
    ):
        with pytest.raises(SystemExit):
            convert.main(["small-erm", "--crop", crop, "--to", str(tmp_path / "made")])
        said = f"--crop must be above 0 and at most 1, but is {crop}; 0.875 without it"
        assert said in capsys.readouterr().err
        assert not (tmp_path / "made").exists()

    def test_a_name_that_is_neither_file_nor_model_is_refused(self, tmp_path: Path):
        with pytest.raises(SystemExit, match="has no model 'cifar99'"):
            convert.main(["cifar99", "--to", str(tmp_path / "made")])

    @pytest.mark.parametrize(
        ("architecture", "listed", "said"),
        [
            ("resnet34", b"cup\npen\nkey\n", "must be those of resnet34"),
            (
                "resnet18",
                b"cup\npen\n",
                r"the 3 classes once.*names\.txt holds 2 names, of which 2",
            ),
            ("resnet18", b"cup\npen\ncup\n", "holds 3 names, of which 2 are such and different"),
            ("resnet18", b"cup\npen\nk\0y\n", "holds 3 names, of which 2 are such and different"),
            ("resnet18", b"caf\xe9\n", "must be text in UTF-8"),
        ],
    )
    def test_what_is_refused_leaves_a_folder_as_it_was(
        self, checkpoint: Path, tmp_path: Path, architecture: str, listed: bytes, said: str
    ):
        to, names = tmp_path / "made", tmp_path / "names.txt"
        names.write_bytes(listed)
        to.mkdir()
        before = {"config.json": b"good", "model.safetensors": b"weights", "notes.txt": b"mine"}
        for name, content in before.items():
            (to / name).write_bytes(content)
        more = ["--architecture", architecture, "--classes", str(names), "--to", str(to)]
        with pytest.raises(SystemExit, match=said):
            convert.main([str(checkpoint), *more])
        assert {file.name: file.read_bytes() for file in to.iterdir()} == before

    def test_finite_weights_whose_answers_are_not_are_refused_as_the_page_would(
        self, checkpoint: Path, names: Path, tmp_path: Path
    ):
        state = torch.load(checkpoint, weights_only=True)["state_dict"]
        large = {name: value * 1e30 for name, value in state.items() if value.ndim == 4}
        torch.save(state | large, checkpoint)
        more = ["--architecture", "resnet18", "--classes", str(names), "--size", "64"]
        with pytest.raises(SystemExit, match="answers of a model must be finite numbers"):
            convert.main([str(checkpoint), *more, "--to", str(tmp_path / "made")])
        assert [*(tmp_path / "made").iterdir()] == []

    def test_a_size_that_the_network_does_not_take_is_refused(self, names: Path, tmp_path: Path):
        path, name = tmp_path / "small.pth", "test_convnext"
        torch.save(timm.create_model(name, num_classes=3).state_dict(), path)
        more = ["--classes", str(names), "--to", str(tmp_path / "made"), "--size", "16"]
        with pytest.raises(SystemExit, match="answer at its input size, but that of"):
            convert.main([str(path), "--architecture", name, *more])

    def test_a_folder_that_cannot_be_made_is_said(self, tmp_path: Path):
        (tmp_path / "made").write_text("a file")
        with pytest.raises(SystemExit, match=r"error: .*made cannot be opened \(File exists\)"):
            convert.main(["small-erm", "--to", str(tmp_path / "made")])

    def test_nothing_in_a_checkpoint_is_run_or_unpacked(self, tmp_path: Path):
        path, mark = tmp_path / "x.pth", tmp_path / "mark"
        torch.save({"state_dict": Evil(mark)}, path)
        with pytest.raises(SystemExit, match="asks for code"):
            convert.main([str(path), "--architecture", "resnet18", "--to", str(tmp_path / "made")])
        path.write_bytes(pickle.dumps(Evil(mark), protocol=2))  # of no zip file
        with pytest.raises(SystemExit, match="asks for code"):
            convert.main([str(path), "--architecture", "resnet18", "--to", str(tmp_path / "made")])
        assert not mark.exists()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
            bomb.writestr("archive/data/0", bytes(50_000_000))
        with pytest.raises(SystemExit, match="compressed"):
            convert.main([str(path), "--architecture", "resnet18", "--to", str(tmp_path / "made")])
        for content in ([1, 2], {"state_dict": None}):
            torch.save(content, path)
            with pytest.raises(SystemExit, match="no weights by name"):
                convert.main([str(path), "--architecture", "resnet18", "--to", str(tmp_path / "x")])


class TestFetch:
    @pytest.fixture
    def hub(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
        with served_hub() as served:
            at(served.url, monkeypatch)
            monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
            yield served

    def test_both_files_of_a_model_with_their_place(
        self, hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        made = folder(tmp_path / "made")
        for file in ("config.json", "model.safetensors"):
            hub.files["someone/tiny", file] = (made / file).read_bytes()
        fetch.main(["hf-hub:someone/tiny"])
        lines = capsys.readouterr().out.splitlines()
        assert [line.split(":")[0] for line in lines] == [
            "someone/tiny config.json",
            "someone/tiny model.safetensors",
        ]
        assert f"{(made / 'model.safetensors').stat().st_size:,} bytes" in lines[1]

    def test_a_comparison_is_its_models_files(self):
        assert [file.repo for file in fetch.files("resnet18-a1")] == [
            "timm/resnet18.tv_in1k",
            "timm/resnet18.a1_in1k",
        ]
        assert len(fetch.files("resnet50.tv2_in1k")) == 1

    def test_any_network_of_timm_s_from_where_timm_has_it(self):
        assert fetch.files("resnet18") == fetch.files("resnet18.a1_in1k")  # pinned
        (file,) = fetch.files("test_resnet")
        assert (file.name, file.repo) == ("test_resnet", "timm/test_resnet.r160_in1k")
        (file,) = fetch.files("cspnext_tiny.rsb_a1_in1k")
        assert not file.repo.startswith("timm/")
        for name in ("resnet18.none", "regnetz_b16_evos"):  # no such tag, no weights
            with pytest.raises(InputError, match="a network that timm has on the Hub"):
                fetch.files(name)

    def test_what_cannot_be_had_is_one_sentence(self, hub: Hub):
        with pytest.raises(SystemExit, match=r"error: resnet18\.tv_in1k needs model\.safetensors"):
            fetch.main(["resnet18-a1"])
        with pytest.raises(SystemExit, match="must be one of resnet18-a1"):
            fetch.main(["resnet99"])


class TestArguments:
    def test_pairs_and_labels_of_the_command_line_else_of_the_environment(self):
        line = ["--pair", "a", "b", "--pair", "c", "d", "--labels", "A", "B"]
        assert pairs(line, {"MIXUP_PAIR": "x y"}) == [
            Pair(["a", "b"], ["A", "B"]),
            Pair(["c", "d"]),
        ]
        assert pairs([], {"MIXUP_PAIR": "'a b' c; d e;"}) == [Pair(["a b", "c"]), Pair(["d", "e"])]
        assert pairs([], {}) == []
        line = ["--pair", "a", "b", "--colours", "#000000", "#ffffff"]
        assert pairs(line, {}) == [Pair(["a", "b"], (), ["#000000", "#ffffff"])]
        line += ["--colours", "#000000", "#ffffff"]
        with pytest.raises(SystemExit):
            pairs(line, {})

    def test_an_apostrophe_needs_quotation_marks(self, capsys: pytest.CaptureFixture[str]):
        with pytest.raises(SystemExit):
            pairs([], {"MIXUP_PAIR": "models/it's right"})
        assert "but is models/it's right (No closing quotation)" in capsys.readouterr().err
        assert pairs([], {"MIXUP_PAIR": '"models/it\'s" right'}) == [Pair(["models/it's", "right"])]
        assert pairs(["--pair", "a", "b"], {"MIXUP_PAIR": "it's"}) == [Pair(["a", "b"])]

    def test_a_backslash_is_part_of_a_path_on_windows_alone(self, monkeypatch: pytest.MonkeyPatch):
        assert [one.sources for one in pairs([], {"MIXUP_PAIR": r"a\ b c#"})] == [["a b", "c#"]]
        monkeypatch.setattr(arguments, "os", SimpleNamespace(name="nt"))
        (found,) = pairs([], {"MIXUP_PAIR": r'C:\models\erm "C:\my models\mixup"'})
        assert found.sources == [r"C:\models\erm", r"C:\my models\mixup"]

    @pytest.mark.parametrize(
        ("line", "variable"), [(["--labels", "A", "B"], ""), ([], "one"), (["--pair", "a"], "")]
    )
    def test_wrong_ones_are_refused(
        self, line: list[str], variable: str, capsys: pytest.CaptureFixture[str]
    ):
        with pytest.raises(SystemExit):
            pairs(line, {"MIXUP_PAIR": variable})
        assert "error:" in capsys.readouterr().err

    def test_a_pair_in_words(self):
        said = in_words(Zoo().comparison("cifar10"))
        assert "10 classes, 32 × 32 pixels" in said
        assert said.endswith("pair=cifar10")
