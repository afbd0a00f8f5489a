"""Options become a recipe, or a refusal that says the rule, the value and the remedy."""

import re
from pathlib import Path

import pytest
import timm
import torch
from huggingface_hub import constants
from safetensors.torch import save_file

from mixup_demo.train import arguments, main
from mixup_demo.training.own import command
from mixup_demo.training.own.network import build_network
from mixup_demo.training.own.options import check_numbers, recipe_of
from mixup_demo.training.own.photos import Photos, name_of
from mixup_demo.training.own.recipe import OwnRecipe
from tests.models.pretrained.hub_server import at, served_hub
from tests.training.own.kit import write_photos
from tests.training.own.test_split import photos as some_photos

THREE = some_photos([0, 1, 2] * 20)


def recipe(*options: str, fewest: int = 48, world: int = 1, photos: Photos = THREE) -> OwnRecipe:
    given = arguments().parse_args(["--data", "x", *options])
    check_numbers(given)
    return recipe_of(given, photos, fewest, world)


def test_defaults_follow_the_data_and_the_network():
    own, timms = recipe(), recipe("--backbone", "resnet18.a1_in1k", "--size", "96")
    assert (own.size, own.batch_size, own.learning_rate) == (64, 48, 0.05)
    assert (timms.weights, timms.size, timms.learning_rate) == ("hub", 96, 0.01)
    assert recipe("--backbone", "resnet18.a1_in1k").size == 224
    assert recipe("--architecture", "whitened-cnn").size == 32
    assert own.method == "mixup, α = 1"
    assert recipe("--mixup", "0.2", "--cutmix", "1").method == "mixup, α = 0.2 or CutMix, α = 1"
    assert own.plain.method == recipe("--mixup", "0").method == "ERM"
    assert recipe("--mixup-prob", "0").method == "ERM"
    both = ("--mixup", "0.2", "--cutmix", "1", "--switch-prob")
    assert recipe(*both, "1").method == "CutMix, α = 1"
    assert recipe(*both, "0").method == "mixup, α = 0.2"
    alone = ("--mixup", "0", "--cutmix-minmax", "0.2", "0.8", "--switch-prob", "0")
    assert recipe(*alone).method == "CutMix, α = 1"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--num-classes 2", "the number of classes in some, 3, but is 2. Leave it out"),
        ("--batch-size 7", "a multiple of 2, but --batch-size is 7. Take 6"),
        (
            "--batch-size 64",
            "needs as many training images, but there are 48. Take --batch-size 48",
        ),
        ("--mixup -1", "--mixup must be at least 0, but is -1"),
        ("--mixup nan", "--mixup must be at least 0, but is nan"),
        ("--label-noise 2", "--label-noise must be at least 0 and at most 1, but is 2"),
        ("--epochs 0", "--epochs must be at least 1, but is 0"),
        ("--cutmix-minmax 0.8 0.2", "the lower one first, but is 0.8 0.2. Take"),
        ("--pair --mixup 0", "one α must be above 0"),
        ("--pair --mixup-prob 0", "batches must be mixed, but --mixup-prob is 0. Leave it out"),
        (
            "--backbone test_convnext --size 16",
            "test_convnext cannot take images of 16 pixels a side, the --size (",
        ),
        ("--size 4", "--size must be from 8 to 1024 pixels, but is 4"),
        ("--architecture whitened-cnn --size 64", "32 pixels a side, but --size is 64. Leave"),
        ("--backbone vit_tiny_patch16_224 --size 96", "takes images of 224 pixels a side"),
        ("--backbone nothing", "a network of timm, such as resnet18.a1_in1k, but is nothing"),
        ("--backbone resnet18.none", "timm states no input size for resnet18.none. Take"),
        ("--backbone resnet18 --backbone-weights no", "hub, random or a file, but no is none"),
    ],
)
def test_refusals(options: str, said: str):
    with pytest.raises(ValueError, match=re.escape(said)):
        recipe(*options.split())


def test_processes_share_batches_evenly_and_mix_alike():
    assert recipe(world=5).batch_size == 40
    with pytest.raises(ValueError, match="for each of 5 processes, that is a multiple of 10"):
        recipe("--batch-size", "48", world=5)
    with pytest.raises(ValueError, match="mix alike in --mixup-mode batch only, but it is elem"):
        recipe("--mixup-mode", "elem", world=2)


def test_timm_s_weights_come_from_a_file_or_the_hub_and_get_a_new_last_layer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    name, file = "test_resnet.r160_in1k", tmp_path / "weights.safetensors"
    given = timm.create_model(name).state_dict()
    save_file(given, file)
    options = ("--backbone", name, "--size", "64")
    with served_hub() as served:
        served.files[f"timm/{name}", "model.safetensors"] = file.read_bytes()
        at(served.url, monkeypatch)
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
        found = [
            build_network(recipe(*options, *more), 3)[1]
            for more in ((), ("--backbone-weights", str(file)))
        ]
        # without a tag, from where timm's own config says
        found.append(build_network(recipe("--backbone", "test_resnet", "--size", "64"), 3)[1])
    for network in found:
        state = network.state_dict()
        own = {name for name in given if state[name].shape != given[name].shape}
        assert own == {"fc.weight", "fc.bias"}
        assert all(torch.equal(state[name], given[name]) for name in given.keys() - own)
    # a new last layer is drawn by the seed
    assert torch.equal(found[0].fc.weight, found[1].fc.weight)


def test_a_network_whose_weights_are_nowhere_names_what_to_do():
    with pytest.raises(ValueError, match="regnetz_b16_evos has none there"):
        build_network(recipe("--backbone", "regnetz_b16_evos"), 3)


def test_weights_of_another_network_are_refused(tmp_path: Path):
    (tmp_path / "other.safetensors").write_bytes(b"no weights")
    wrong = recipe("--backbone", "resnet18", "--backbone-weights", f"{tmp_path}/other.safetensors")
    with pytest.raises(ValueError, match="must be those of resnet18, but are not"):
        build_network(wrong, 3)


def test_without_data_or_recipe_the_command_says_what_it_needs(
    capsys: pytest.CaptureFixture[str],
):
    with pytest.raises(SystemExit, match="2"):
        main(["--pair"])
    assert "--recipe --all --studies --data is required" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--all --epochs 3", "--epochs is for --data without a recipe"),
        ("--data x --models out", "--models is for recipes; what --data alone trains goes to"),
        ("--data x --only erm", "--only is for --all and --studies: leave it out"),
        ("--recipe cifar10-erm --only erm", "--only is for --all and --studies: leave it out"),
        ("--data x --backbone-weights w", "--backbone-weights is for --backbone: name one, or"),
        (
            "--data x --backbone resnet18 --architecture whitened-cnn",
            "--architecture and --backbone each name a network: leave one out",
        ),
        ("--data x --test 0.4 --folds 3", "--test and --folds each say what is held out"),
    ],
)
def test_options_that_others_leave_no_use_for_are_refused(
    capsys: pytest.CaptureFixture[str], options: str, said: str
):
    with pytest.raises(SystemExit, match="2"):
        main(options.split())
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--data", "nowhere"], r"a folder or a CSV file, but nowhere is neither"),
        (["--data", "single"], r"at least two classes, but single has 1: leaf"),
        (["--data", "garden", "--seed", "-1"], r"--seed must be at least 0 .*, but is -1"),
    ],
)
def test_a_refused_command_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
):
    monkeypatch.chdir(tmp_path)
    write_photos(tmp_path / "garden", 1)
    write_photos(tmp_path / "single", 1, ("leaf",))
    with pytest.raises(SystemExit, match=said):
        main(options)
    assert not (tmp_path / "runs").exists()


def test_a_share_to_hold_out_of_data_that_comes_split_is_refused(tmp_path: Path):
    for part in ("train", "test"):
        write_photos(tmp_path / "garden" / part, 1)
    command = ["--data", str(tmp_path / "garden"), "--runs", str(tmp_path), "--test", "0.4"]
    with pytest.raises(SystemExit, match=r"garden comes with a held-out part\. Leave --test out"):
        main(command)


def test_folders_whose_names_have_dots_are_told_apart(tmp_path: Path):
    names = [name_of(write_photos(tmp_path / name, 1)) for name in ("photos.v1", "photos.v2")]
    assert names == ["photos.v1", "photos.v2"]
    (tmp_path / "photos.csv").touch()
    assert name_of(tmp_path / "photos.csv") == "photos"


def test_an_interrupted_training_says_that_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "train", interrupted)
    data = write_photos(tmp_path / "garden", 3)
    with pytest.raises(SystemExit, match="130"):
        main(["--data", str(data), "--runs", str(tmp_path / "runs")])
    said = capsys.readouterr().err.strip()
    assert said == "Stopped: the training goes on when the command is given again."
