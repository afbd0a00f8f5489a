"""The studies' results file: what is finished, paired over seeds, and nothing guessed."""

import json
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mixup_demo.evaluate import main
from mixup_demo.evaluation.studies import evaluate
from mixup_demo.evaluation.study_methods import ENOUGH
from mixup_demo.models.manifest import MANIFEST, STUDY_FOLDER, WeightsError
from mixup_demo.training.curves import curve_recipe
from mixup_demo.training.noisy import CHOSEN, noisy_recipes, pilot_recipes
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import CORRUPTED, scarce_corrupted
from mixup_demo.training.studies import (
    STUDIES,
    added_recipe,
    by_worth,
    length_recipe,
    relative_recipe,
)
from tests.evaluation.studied import (
    FIRST_TEST,
    HARDWARE,
    LAST_TRAIN,
    write_models,
    write_studies,
)

#: Student's two-sided 95 % quantiles for one and two degrees of freedom
STUDENT = {2: 12.706205, 3: 4.302653}
ERM, MIXUP = (0.5, 0.46, 0.49), (0.4, 0.41, 0.38)


def trained(
    make: Callable[[float, int], Recipe], erm: tuple[float, ...], mixup: tuple[float, ...]
) -> dict[str, float]:
    """Test errors by recipe of both methods, seeds from 0."""
    both = ((0.0, erm), (1.0, mixup))
    return {make(alpha, k).name: error for alpha, of in both for k, error in enumerate(of)}


def curve(images: int, erm: tuple[float, ...], mixup: tuple[float, ...]) -> dict[str, float]:
    return trained(lambda alpha, seed: curve_recipe(images, alpha, seed), erm, mixup)


def study(models: Path, errors: dict[str, float], name: str = "curves") -> dict[str, Any]:
    write_studies(models, errors)
    return evaluate(models)["values"]["studies"][name]


def queue(models: Path) -> dict[str, Any]:
    return evaluate(models)["values"]["queue"]


@pytest.mark.parametrize("n", STUDENT)
def test_differences_are_paired_over_seeds(tmp_path: Path, n: int):
    (cell,) = study(tmp_path, curve(2_000, ERM[:n], MIXUP[:n]))["cells"]
    assert (cell["images"], cell["epochs"]) == (2_000, curve_recipe(2_000, 0.0, 0).epochs)
    erm, mixup = cell["alphas"]
    assert (erm["alpha"], erm["seeds"], erm["errors"]) == (0.0, [*range(n)], [*ERM[:n]])
    assert erm["difference"] is None
    assert (mixup["alpha"], mixup["mean"]) == (1.0, pytest.approx(sum(MIXUP[:n]) / n, abs=1e-6))
    assert mixup["sd"] == pytest.approx(statistics.stdev(MIXUP[:n]), abs=1e-6)
    by_seed = [b - a for a, b in zip(ERM[:n], MIXUP[:n], strict=True)]
    found, mean = mixup["difference"], statistics.fmean(by_seed)
    half = STUDENT[n] * statistics.stdev(by_seed) / n**0.5
    assert found["by_seed"] == pytest.approx(by_seed, abs=1e-6)
    assert found["mean"] == pytest.approx(mean, abs=1e-6)
    assert found["over_seeds"] == pytest.approx([mean - half, mean + half], abs=2e-6)


def test_a_further_alpha_is_paired_with_erm_and_with_the_first(tmp_path: Path):
    other = (0.42, 0.43, 0.43)
    errors = {curve_recipe(2_000, 0.2, seed).name: error for seed, error in enumerate(other)}
    (cell,) = study(tmp_path, {**curve(2_000, ERM, MIXUP), **errors})["cells"]
    erm, weak, mixup = cell["alphas"]
    assert [one["alpha"] for one in cell["alphas"]] == [0.0, 0.2, 1.0]
    assert weak["difference"]["by_seed"] == pytest.approx([-0.08, -0.03, -0.06])
    assert weak["difference_of_mixup"]["by_seed"] == pytest.approx([-0.02, -0.02, -0.05])
    assert erm["difference_of_mixup"] is mixup["difference_of_mixup"] is None


def test_a_seed_that_one_method_lacks_is_in_no_difference(tmp_path: Path):
    errors = curve(2_000, ERM, MIXUP)
    del errors[curve_recipe(2_000, 0.0, 1).name]
    (cell,) = study(tmp_path, errors)["cells"]
    erm, mixup = cell["alphas"]
    assert (erm["seeds"], mixup["seeds"]) == ([0, 2], [0, 1, 2])
    assert mixup["difference"]["seeds"] == [0, 2]
    assert mixup["difference"]["by_seed"] == pytest.approx([-0.1, -0.11])


def test_what_is_not_finished_is_left_out(tmp_path: Path):
    errors = {**curve(2_000, ERM[:1], MIXUP[:1]), **curve(1_000, (0.6,), ())}
    found = study(tmp_path, errors)
    assert [cell["images"] for cell in found["cells"]] == [1_000, 2_000]
    assert [one["alpha"] for one in found["cells"][0]["alphas"]] == [0.0]
    erm, mixup = found["cells"][1]["alphas"]
    assert (erm["sd"], mixup["difference"]["over_seeds"]) == (None, None)
    assert found["changes"] == []


def test_errors_over_epochs_are_those_of_the_logs(tmp_path: Path):
    (cell,) = study(tmp_path, curve(2_000, ERM, MIXUP))["cells"]
    mixup = cell["alphas"][1]
    assert mixup["train_errors"] == [LAST_TRAIN] * 3
    assert mixup["over_epochs"]["epochs"] == [1, cell["epochs"]]
    last = [error + 0.001 for error in MIXUP]
    assert mixup["over_epochs"]["errors"] == [pytest.approx([FIRST_TEST, error]) for error in last]


def test_changes_are_between_the_first_and_the_last_cell_of_enough_seeds(tmp_path: Path):
    errors = {
        **curve(1_000, (0.7,), (0.3,)),
        **curve(2_000, ERM, MIXUP),
        **curve(5_000, (0.3, 0.31, 0.32), (0.28, 0.27, 0.31)),
        **curve(10_000, (0.2, 0.21), (0.28, 0.27)),
    }
    (change,) = study(tmp_path, errors)["changes"]
    assert (change["from"], change["to"]) == ({"images": 2_000}, {"images": 5_000})
    assert change["difference"]["seeds"] == [0, 1, 2]
    by_seed = [-0.02 + 0.1, -0.04 + 0.05, -0.01 + 0.11]
    assert change["difference"]["by_seed"] == pytest.approx(by_seed)
    del errors[curve_recipe(5_000, 1.0, 2).name]
    assert study(tmp_path, errors)["changes"] == []


def test_augmentation_is_compared_within_a_network(tmp_path: Path):
    errors = {}
    for network, erm in (("cnn", 0.4), ("resnet", 0.5)):
        for augmented, gain in ((True, 0.01), (False, 0.06)):

            def make(alpha: float, seed: int, n: str = network, a: bool = augmented) -> Recipe:
                return added_recipe(n, a, alpha, seed)

            errors |= trained(make, (erm,) * 3, (erm - gain,) * 3)
    found = study(tmp_path, errors, "added")
    assert [(cell["network"], cell["augmentation"]) for cell in found["cells"]] == [
        *(("cnn", "alone"), ("cnn", "crop-flip"), ("resnet", "alone"), ("resnet", "crop-flip"))
    ]
    changes = found["changes"]
    assert [one["from"]["network"] for one in changes] == ["cnn", "resnet"]
    assert {(one["from"]["augmentation"], one["to"]["augmentation"]) for one in changes} == {
        ("alone", "crop-flip")
    }
    for one in changes:
        assert one["difference"]["mean"] == pytest.approx(0.05)
        assert one["difference"]["over_seeds"] is None  # no spread


def test_a_curves_model_may_belong_to_several_studies(tmp_path: Path):
    errors = curve(2_000, ERM, MIXUP)
    errors |= trained(lambda alpha, seed: length_recipe(8, alpha, seed), ERM, ERM)
    found = study(tmp_path, errors, "length")
    full = curve_recipe(2_000, 0.0, 0).epochs
    assert [cell["epochs"] for cell in found["cells"]] == [round(full / 8), full]
    finished = {one["study"]: one["finished"] for one in queue(tmp_path)["studies"]}
    assert finished == {
        **{"curves": 6, "added": 6, "length": 12, "relatives": 6, "alphas": 6},
        **{"corrupted": 0, "pilot": 0, "noisy": 0, "page": 0, "family": 0},
    }


def test_methods_are_paired_with_erm_and_mixup_with_them(tmp_path: Path):
    inputs = (0.45, 0.44, 0.5)
    errors = curve(2_000, ERM, MIXUP)
    errors |= {relative_recipe("inputs", seed).name: one for seed, one in enumerate(inputs)}
    errors |= {relative_recipe("cutmix", 1).name: 0.3, relative_recipe("erm-dropout", 0).name: 0.4}
    write_studies(tmp_path, errors)
    (group,) = evaluate(tmp_path)["values"]["methods"]["relatives"]
    assert group["images"] == 2_000
    found = {one["method"]: one for one in group["methods"]}
    assert [*found] == ["erm", "mixup", "inputs", "cutmix", "erm-dropout"]
    assert (found["inputs"]["errors"], found["inputs"]["seeds"]) == ([*inputs], [0, 1, 2])
    assert (found["erm"]["difference"], found["mixup"]["difference_of_mixup"]) == (None, None)
    to_erm, of_mixup = found["inputs"]["difference"], found["inputs"]["difference_of_mixup"]
    assert to_erm["by_seed"] == pytest.approx([-0.05, -0.02, 0.01])
    assert of_mixup["by_seed"] == pytest.approx([-0.05, -0.03, -0.12])
    assert found["cutmix"]["difference"]["seeds"] == [1]
    assert (found["cutmix"]["alpha"], found["cutmix"]["cutmix_alpha"]) == (0.0, 1.0)


def test_corrupted_labels_are_grouped_by_their_share(tmp_path: Path):
    errors = {
        recipe.name: share + k / 100
        for share in CORRUPTED
        for k, recipe in enumerate(noisy_recipes(share, 0))
    }
    piloted = {one.name: 0.5 for share in CORRUPTED for one in pilot_recipes(share)}
    write_studies(tmp_path, errors | piloted, measured=ENOUGH)
    found = evaluate(tmp_path)["values"]["methods"]["noisy"]
    assert [group["share"] for group in found] == [0.2, 0.5, 0.8]
    for group in found:
        methods = {one["method"]: one for one in group["methods"]}
        assert [*methods] == ["erm", "mixup", "erm-dropout", "mixup-dropout"]
        both = methods["mixup-dropout"]
        assert both["errors"] == [pytest.approx(group["share"] + 0.03)]
        last = group["share"] + 0.001  # ERM's, as the log has it
        assert methods["erm"]["best"]["errors"] == [pytest.approx(min(FIRST_TEST, last))]
        gain = min(FIRST_TEST, last + 0.01) - min(FIRST_TEST, last)
        assert methods["erm"]["best_difference_of_mixup"]["by_seed"] == [pytest.approx(gain)]
    piloted.popitem()  # of the last share, which has no chosen values now
    write_studies(tmp_path / "fewer", errors | piloted)
    found = evaluate(tmp_path / "fewer")["values"]["methods"]["noisy"]
    assert {group["share"] for group in found} == {0.2, 0.5, 0.8} - {[*CORRUPTED][-1]}


def test_few_measured_epochs_do_not_tell_the_best_one(tmp_path: Path):
    errors = {recipe.name: 0.3 for recipe in scarce_corrupted(0.5, 1)}
    write_studies(tmp_path, errors, measured=ENOUGH - 1)
    (group,) = evaluate(tmp_path)["values"]["methods"]["corrupted"]
    assert [one["best"] for one in group["methods"]] == [None] * 4
    assert {one["best_difference_of_mixup"] for one in group["methods"]} == {None}
    assert [one["errors"] for one in group["methods"]] == [[0.3]] * 4


def test_a_pilot_chooses_the_lowest_error_of_each_method_when_all_are_trained(tmp_path: Path):
    names = {recipe.name: recipe for recipe in pilot_recipes(0.5)}
    alpha = CHOSEN[0.5][1]
    best = {"pilot-50-alpha-2", "pilot-50-dropout-0.5", f"pilot-50-alpha-{alpha:g}-dropout-0.1"}
    errors = {name: 0.4 if name in best else 0.5 for name in names}
    one = errors.popitem()
    write_studies(tmp_path, errors)
    assert evaluate(tmp_path)["values"]["pilot"] == []
    write_studies(tmp_path, {**errors, one[0]: one[1]})
    (found,) = evaluate(tmp_path)["values"]["pilot"]
    assert (found["share"], found["seed"], found["held_out"]) == (0.5, 3, 10_000)
    chosen = {one["method"]: one["chosen"] for one in found["methods"]}
    assert chosen["mixup"] == {"alpha": 2.0, "dropout": 0.0, "error": 0.4}
    assert (chosen["erm-dropout"]["alpha"], chosen["erm-dropout"]["dropout"]) == (0.0, 0.5)
    both = chosen["mixup-dropout"]
    assert (both["alpha"], both["dropout"]) == (alpha, 0.1)
    assert sum(len(one["candidates"]) for one in found["methods"]) == len(names)


def test_the_recipes_take_what_the_pilot_chose():
    found = json.loads(Path("models/results/studies.json").read_text(encoding="utf-8"))
    assert found["values"]["pilot"]
    for one in found["values"]["pilot"]:
        chosen = {entry["method"]: entry["chosen"] for entry in one["methods"]}
        both = chosen["mixup-dropout"]
        assert CHOSEN[one["share"]] == (
            chosen["erm-dropout"]["dropout"],
            chosen["mixup"]["alpha"],
            (both["alpha"], both["dropout"]),
        )


def test_a_page_s_own_model_is_the_first_seed_of_its_kind(tmp_path: Path):
    erm, mixup = ([scarce_corrupted(0.5, seed)[k] for seed in range(3)] for k in (0, 1))
    errors = {recipe.name: 0.4 + 0.01 * recipe.seed for recipe in erm[1:]}
    errors |= {recipe.name: 0.3 - 0.01 * recipe.seed for recipe in mixup[1:]}
    write_studies(tmp_path, errors)
    write_models(tmp_path, {erm[0]: 0.4, mixup[0]: 0.3})
    found = evaluate(tmp_path)["values"]
    (group,) = found["methods"]["corrupted"]
    plain, _ = group["methods"]
    assert plain["seeds"] == [0, 1, 2]
    assert plain["difference_of_mixup"]["by_seed"] == pytest.approx([-0.1, -0.12, -0.14])
    assert found["queue"]["finished"] == 4  # the page's are trained by other commands


def test_the_queue_says_what_it_took_and_where(tmp_path: Path):
    write_studies(tmp_path, curve(2_000, ERM, MIXUP))
    found, seconds = queue(tmp_path), 600 * (1 + 2 + 3) * 2
    assert (found["finished"], found["total"]) == (6, len(by_worth()))
    totals = {one["study"]: one["total"] for one in found["studies"]}
    assert totals == {name: len(study) for name, study in STUDIES.items()}
    assert found["hours"] == seconds / 3600
    assert found["hardware"] == [{"hardware": HARDWARE, "hours": found["hours"]}]
    again = found["again"]
    assert (again["recipe"], again["minutes"], again["n"]) == ("curve-2000-mixup-1-seed0", 10, 6)


def test_the_file_says_where_its_numbers_come_from(tmp_path: Path):
    write_studies(tmp_path, curve(2_000, ERM, MIXUP))
    content = evaluate(tmp_path)
    assert (content["data"], content["n"], content["seeds"]) == ("cifar10", 10_000, [0, 1, 2])
    assert (content["hardware"], content["precision"]) == (HARDWARE, "fp32")
    assert content["date"] == "2026-01-03"
    assert set(content["models"]) == set(curve(2_000, ERM, MIXUP))


def test_a_model_of_another_recipe_is_not_counted(tmp_path: Path):
    write_studies(tmp_path, curve(2_000, ERM, MIXUP))
    path = tmp_path / STUDY_FOLDER / MANIFEST
    entries = json.loads(path.read_text())
    entries["curve-2000-erm-seed1"]["recipe"]["epochs"] = 3
    path.write_text(json.dumps(entries))
    assert "curve-2000-erm-seed1" not in evaluate(tmp_path)["models"]


def test_models_of_other_test_images_are_refused(tmp_path: Path):
    write_studies(tmp_path, curve(2_000, ERM, MIXUP))
    path = tmp_path / STUDY_FOLDER / MANIFEST
    entries = json.loads(path.read_text())
    entries["curve-2000-erm-seed1"]["test_images"] = 9
    path.write_text(json.dumps(entries))
    with pytest.raises(ValueError, match=r"differ in test_images: \[9, 10000\]"):
        evaluate(tmp_path)


def test_without_any_model_the_remedy_is_named(tmp_path: Path):
    write_studies(tmp_path, {})
    with pytest.raises(WeightsError, match=r"no model of a study.*train --studies"):
        evaluate(tmp_path)


def test_a_missing_log_is_said(tmp_path: Path):
    write_studies(tmp_path, curve(2_000, ERM, MIXUP))
    (tmp_path / STUDY_FOLDER / "logs" / "curve-2000-erm-seed1.jsonl").unlink()
    with pytest.raises(ValueError, match=r"no log .*curve-2000-erm-seed1"):
        evaluate(tmp_path)


def test_the_command_needs_neither_images_nor_the_pages_models(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    write_studies(tmp_path, curve(2_000, ERM, MIXUP))
    command = ["--only", "studies", "--models", str(tmp_path), "--data", str(tmp_path / "none")]
    main(command)
    assert "studies.json: 6 models, n = 10,000, written" in capsys.readouterr().out
    main(command)
    assert capsys.readouterr().out.endswith("unchanged\n")
