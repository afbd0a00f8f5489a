"""The summary's verdicts follow from the results files: other numbers, another verdict."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from mixup_demo import texts
from mixup_demo.evidence import files as evidence
from mixup_demo.evidence import summary
from mixup_demo.evidence.claims import PANELS, Claim
from mixup_demo.texts.paper import numbers as paper
from tests.evidence import kit, roles, words
from tests.evidence.recompute import Files, says_problems

NAMES = (
    *("generalisation", "corrupted", "adversarial", "pgd", "calibration", "out_of_distribution"),
    *("between", "equal_calibration", "population", "gan", "studies", "corruptions"),
    *("jacobian", "pgd_transfer", "smoothness_seeds", "confidence_seeds"),
)

Results = dict[str, dict[str, Any]]


def made_up(**changed: dict[str, Any]) -> Results:
    return {name: getattr(kit, name)() for name in NAMES} | changed


def real() -> Results:
    return {name: evidence.read(name) for name in evidence.names()}


def claims(results: Mapping[str, Any]) -> dict[str, Claim]:
    return {one.name: one for one in summary.claims(results, paper())}


def ruling(results: Mapping[str, Any], name: str) -> str | None:
    return claims(results)[name].says.verdict


@pytest.mark.parametrize("results", [real, made_up])
def test_every_claim_is_judged_in_its_order(results: Callable[[], Results]):
    assert list(claims(results())) == list(PANELS)


def test_of_all_images_only_networks_that_learned_from_them_are_said():
    for groups, said in (
        (("bundled", "scarce", "page"), " [[evidence.summary.all-images.page]] −0.9 ["),
        (("bundled", "scarce"), " [[evidence.summary.all-images.bundled]] −0.9 ["),
        (("scarce",), ""),
    ):
        file = kit.generalisation()
        file["values"]["groups"] = [
            one for one in file["values"]["groups"] if one["group"] in groups
        ]
        found = claims(made_up(generalisation=file))["generalisation"].says.values["all"]
        assert found.startswith(said) if said else found == ""


@pytest.mark.parametrize("name", PANELS)
def test_every_number_is_what_its_source_says(name: str):
    says = claims(real())[name].says
    assert says_problems(says, Files()) == []
    assert list(roles.says_problems(says, Files())) == []


def test_counts_add_up():
    found = summary.claims(real(), paper())
    says = summary.counts(found)
    assert says_problems(says, Files()) == []
    numbers = {name: int(text) for name, text in says.values.items()}
    assert numbers["better"] + numbers["worse"] + numbers["open"] == numbers["total"] == len(found)
    of = [one.says.verdict for one in found]
    assert numbers["worse"] == of.count("worse")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_sentences_take_exactly_their_values(language: str):
    for results in (real(), made_up(), made_up(gan=kit.gan(seeds=2), pgd=kit.pgd(0.2))):
        for one in claims(results).values():
            assert words.is_told(one.says)
            assert words.text(f"evidence.claim.{one.name}", language)


@pytest.mark.parametrize("results", [real, made_up])
def test_a_claim_of_several_tests_is_decided_where_they_agree(results: Callable[[], Results]):
    found = claims(results())
    several = {name for name, one in found.items() if one.tests}
    assert several == {
        *("generalisation", "corrupted", "white", "black", "calibration", "outside", "between"),
        "smooth",
    }
    for name in several:
        said = set(found[name].tests.values())
        assert found[name].says.verdict == (said.pop() if len(said) == 1 else "open")


def test_each_test_says_what_it_says_alone():
    white = claims(made_up(pgd=kit.pgd(0.2, -0.2)))["white"]
    assert white.tests == {"images": "better", "page": "worse", "seeds": "worse"}
    assert white.as_dict()["tests"] == [
        {"name": "images", "verdict": "better"},
        {"name": "page", "verdict": "worse"},
        {"name": "seeds", "verdict": "worse"},
    ]


#: claim -> results files by name in which all tests but the page's network over seeds agree
DISAGREEING = {
    "white": {"pgd": kit.pgd(-0.2, -0.2, page=0.0)},
    "black": {"pgd_transfer": kit.pgd_transfer(0.1, 0.1, page=0.0)},
    "calibration": {"confidence_seeds": kit.confidence_seeds(page=(0.0, -0.1))},
    "outside": {"confidence_seeds": kit.confidence_seeds(page=(0.1, 0.0))},
    "smooth": {
        "equal_calibration": kit.equal_calibration(9),
        "smoothness_seeds": kit.smoothness_seeds(9, page=5),
    },
}


@pytest.mark.parametrize("name", DISAGREEING)
def test_what_the_pages_network_does_not_say_over_seeds_stays_open(name: str):
    claim = claims(made_up(**DISAGREEING[name]))[name]
    assert claim.says.verdict == "open"
    assert {test for test, said in claim.tests.items() if said == "open"} == {"page"}


def test_corruptions_need_the_pages_network_too():
    assert ruling(made_up(corruptions=kit.corruptions(page=0.0)), "corruptions") == "open"


def test_the_summary_tells_the_pages_network_where_it_was_asked():
    results = made_up()
    told = {name: claim.says.values.get("page") for name, claim in claims(results).items()}
    names = {"white", "black", "corruptions", "calibration", "outside", "between", "smooth"}
    assert {name for name, text in told.items() if text} == names
    start = " [[evidence.summary.page.points]] "
    assert told["white"] == f"{start}−20.0 (1/255) [−20.6, −19.4], n = 3."
    assert told["calibration"].startswith(f"{start}+10.0 [")
    start = " [[evidence.summary.page.better]] 9, [[evidence.summary.page.worse]] 0, "
    assert told["black"] == f"{start}[[evidence.summary.page.total]] 9 (n = 3)."
    for name, key in (("pgd", "seeds"), ("confidence_seeds", "groups")):
        values = results[name]["values"]
        values[key] = [kit.small(values[key])]
    without = claims(results)
    assert (without["white"].says.values["page"], without["outside"].says.values["page"]) == (
        "",
    ) * 2
    assert without["white"].tests == {"images": "worse", "seeds": "worse"}


def test_a_missing_file_takes_its_claims_away():
    results = made_up()
    del results["equal_calibration"]
    assert set(PANELS) - set(claims(results)) == {"between", "smooth"}


def seeds_apart(low: float, high: float) -> dict[str, Any]:
    """Return test errors that differ by so much over seeds, and contrarily over images."""
    results = kit.generalisation()
    for group in results["values"]["groups"][1:]:
        difference = group["difference"]
        difference.update(mean=(low + high) / 2, over_seeds=[low, high], interval=[-high, -low])
    return results


#: what the claim on corrupted labels rests on: with which method mixup is compared, and in what
CORRUPTED_TESTS = (
    ("erm", "difference_of_mixup"),
    ("erm", "best_difference_of_mixup"),
    ("erm-dropout", "difference_of_mixup"),
)


def gaining(group: dict[str, Any], method: str, key: str, gain: float) -> None:
    """Let mixup gain so much over a method, in this group of a study alone."""
    ends = {"mean": -gain, "over_seeds": [-gain - 0.004, -gain + 0.004]}
    group["methods"] = [
        one | {key: one[key] | ends} if one["method"] == method else one for one in group["methods"]
    ]


class TestControls:
    """Each flips the numbers that decide, and must flip the verdict."""

    @pytest.mark.parametrize(
        ("low", "high", "expected"),
        [(-0.02, -0.01, "better"), (0.01, 0.02, "worse"), (-0.01, 0.02, "open")],
    )
    def test_test_errors_are_judged_over_seeds(self, low: float, high: float, expected: str):
        # over images, the interval says the contrary each time
        results = made_up(generalisation=seeds_apart(low, high))
        del results["studies"]
        assert ruling(results, "generalisation") == expected

    @pytest.mark.parametrize(
        ("gains", "small", "expected"),
        [
            ((0.09, 0.06, 0.03), (-0.02, -0.01), "better"),
            ((-0.09, -0.06, -0.03), (0.01, 0.02), "worse"),
            ((0.09, 0.06, -0.03), (-0.02, -0.01), "better"),  # most numbers of images
            ((0.09, 0.0, -0.03), (-0.02, -0.01), "open"),
            ((0.09, 0.06, 0.03), (-0.01, 0.02), "open"),  # the small network does not say it
            ((0.09, 0.06, 0.03), (0.01, 0.02), "open"),
        ],
    )
    def test_test_errors_must_fall_for_all_networks(self, gains, small, expected: str):
        results = made_up(generalisation=seeds_apart(*small), studies=kit.studies(gains))
        assert ruling(results, "generalisation") == expected
        found = claims(results)["generalisation"].says.values
        assert found["total"] == "5"

    @pytest.mark.parametrize("group", ["scarce", "page"])
    def test_one_network_that_says_nothing_leaves_test_errors_open(self, group: str):
        files = seeds_apart(-0.02, -0.01)
        for one in files["values"]["groups"]:
            if one["group"] == group:
                one["difference"]["over_seeds"] = [-0.04, 0.01]
        results = made_up(generalisation=files)
        claim = claims(results)["generalisation"]
        assert claim.says.verdict == "open"
        name = {"scarce": "seeds", "page": "page"}[group]
        assert {test for test, said in claim.tests.items() if said == "open"} == {name}

    def test_two_seeds_say_nothing_about_test_errors(self):
        few = made_up(generalisation=seeds_apart(-0.01, 0.02), studies=kit.studies(seeds=2))
        says = claims(few)["generalisation"].says
        assert (says.values["total"], says.verdict) == ("2", "open")  # the pairs of this file
        for group in few["generalisation"]["values"]["groups"]:
            group["erm"]["errors"] = group["erm"]["errors"][:2]
        none = claims(few)["generalisation"].says
        assert (none.key, none.verdict) == ("evidence.summary.generalisation.none", "open")

    def test_test_errors_are_corrected_for_the_number_of_comparisons(self):
        # with this spread each interval leaves out zero by little (p = 0.04)
        wide = kit.studies((0.05, 0.05, 0.05), by=0.0178)
        for cell in wide["values"]["studies"]["curves"]["cells"]:
            low, high = cell["alphas"][-1]["difference"]["over_seeds"]
            assert low < high < 0
        says = claims(made_up(studies=wide))["generalisation"].says
        assert (says.values["better"], says.verdict) == ("1", "open")  # that of all images

    @pytest.mark.parametrize(
        ("gains", "expected"),
        [
            ((0.05, 0.07, 0.02), "better"),
            ((0.05, -0.07, 0.002), "open"),
            ((-0.05, -0.07, 0.02), "worse"),
        ],
    )
    def test_labels_follow_most_shares(self, gains: tuple[float, ...], expected: str):
        studies = kit.studies()
        for group, gain in zip(studies["values"]["methods"]["corrupted"], gains, strict=True):
            for method, key in CORRUPTED_TESTS:
                gaining(group, method, key, gain)
        says = claims(made_up(studies=studies))["corrupted"].says
        assert says.verdict == expected
        where = "[[evidence.studies.network.cnn]], [[evidence.corrupted.share.80]]"
        assert says.values["where"] == where  # where the difference is smallest
        assert says.values["best_networks"] == "[[evidence.studies.network.cnn]]"

    def test_the_networks_whose_best_epochs_decide_are_named(self):
        """Of the small CNN too few seeds were measured often enough: the claim says whose count."""
        assert claims(real())["corrupted"].says.values["best_networks"] == (
            "[[evidence.studies.network.resnet]]"
        )

    @pytest.mark.parametrize("test", CORRUPTED_TESTS)
    def test_labels_must_be_resisted_at_the_best_epoch_and_beside_dropout_too(self, test):
        studies = kit.studies()
        assert ruling(made_up(studies=studies), "corrupted") == "better"
        for group in studies["values"]["methods"]["corrupted"]:
            gaining(group, *test, 0.0)
        assert ruling(made_up(studies=studies), "corrupted") == "open"

    def test_one_pair_says_nothing_about_corrupted_labels(self):
        results = made_up(studies=kit.studies(seeds=2))
        says = claims(results)["corrupted"].says
        assert (says.key, says.verdict) == ("evidence.summary.corrupted.none", "open")
        assert says.values["share"] == "20"  # where the difference is smallest
        del results["studies"]
        assert claims(results)["corrupted"].says == says

    def test_the_strongest_attack_decides_whatever_one_step_says(self):
        results = made_up()
        for attack in results["adversarial"]["values"]["attacks"]:
            if (attack["method"], attack["source"]) == ("fgsm", "white"):
                attack["ratio"]["interval"] = [1.5, 2.9]
        masked = claims(results)["white"].says
        assert (masked.verdict, masked.key) == ("worse", "evidence.summary.white")
        robust = claims(results | {"pgd": kit.pgd(0.2)})["white"].says
        assert (robust.verdict, robust.key) == ("better", "evidence.summary.white.plain")
        # the largest budget that leaves one of the models answers
        assert (masked.values["budget"], robust.values["budget"]) == ("1", "2")
        assert (masked.values["difference"], robust.values["difference"]) == ("−20.0", "+20.0")
        assert ruling(made_up(pgd=kit.pgd(0.0)), "white") == "open"

    @pytest.mark.parametrize(
        ("images", "seeds", "expected"),
        [(-0.2, -0.2, "worse"), (0.2, 0.2, "better"), (0.2, -0.2, "open"), (0.2, 0.0, "open")],
    )
    def test_the_white_box_is_judged_over_images_and_over_seeds(self, images, seeds, expected):
        assert ruling(made_up(pgd=kit.pgd(images, seeds)), "white") == expected

    def test_seeds_that_are_all_alike_decide_nothing(self):
        results = made_up(pgd=kit.pgd(0.2))
        for attack in kit.small(results["pgd"]["values"]["seeds"])["attacks"]:
            attack["difference"]["over_seeds"] = None
        says = claims(results)["white"].says
        assert says.verdict == "open"
        assert says.values["seeds_low"] == says.values["seeds_high"]

    @pytest.mark.parametrize(
        ("images", "seeds", "expected"),
        [(0.1, 0.1, "better"), (-0.1, -0.1, "worse"), (0.1, -0.1, "open"), (0.0, 0.1, "open")],
    )
    def test_the_black_box_follows_pgd_over_images_and_over_seeds(self, images, seeds, expected):
        says = claims(made_up(pgd_transfer=kit.pgd_transfer(images, seeds)))["black"].says
        assert (says.verdict, says.values["count"], says.values["seeds"]) == (expected, "3", "3")

    @pytest.mark.parametrize(
        ("images", "seeds", "by", "expected"),
        [
            (-0.03, -0.02, 0.006, "better"),
            (0.03, 0.02, 0.006, "worse"),
            (-0.03, 0.02, 0.006, "open"),  # the two say the contrary
            (-0.003, -0.02, 0.006, "open"),  # over images nothing is certain
            (-0.03, -0.02, 0.016, "open"),  # p = 0.03 is no evidence among several kinds
        ],
    )
    def test_corruptions_need_images_and_seeds(self, images, seeds, by, expected):
        results = made_up(corruptions=kit.corruptions(images, seeds, by))
        says = claims(results)["corruptions"].says
        assert says.verdict == expected
        assert says.values["better"] == ("3" if expected == "better" else "0")

    def test_corruptions_follow_most_kinds(self):
        results = made_up(corruptions=kit.corruptions())
        kinds = kit.small(results["corruptions"]["values"]["groups"])["kinds"]
        kinds[0]["difference"]["over_seeds"] = None  # all seeds are alike
        assert ruling(results, "corruptions") == "better"
        kinds[1]["difference"]["over_seeds"] = [-0.03, 0.01]
        assert ruling(results, "corruptions") == "open"

    def test_calibration_is_that_of_the_models_as_trained(self):
        results = made_up()
        difference = results["calibration"]["values"]["difference"]
        assert ruling(results, "calibration") == "worse"
        difference["after"]["interval"] = [-0.2, -0.1]
        assert ruling(results, "calibration") == "worse"
        difference["before"] |= {"value": -0.15, "interval": [-0.16, -0.14]}
        assert ruling(results, "calibration") == "open"  # other networks say the contrary
        results["confidence_seeds"] = kit.confidence_seeds(-0.1)
        assert ruling(results, "calibration") == "better"

    def test_calibration_must_hold_over_seeds_and_for_the_curves(self):
        of_curves = made_up(confidence_seeds=kit.confidence_seeds(0.1, curves=(-0.1, -0.1)))
        assert ruling(of_curves, "calibration") == "open"
        assert claims(of_curves)["calibration"].says.values["curves"] == "−10.0, −10.0"
        over_seeds = made_up(confidence_seeds=kit.confidence_seeds(-0.1, curves=(0.1, -0.1)))
        assert ruling(over_seeds, "calibration") == "open"
        without = kit.confidence_seeds()
        without["values"]["curves"] = []
        assert ruling(made_up(confidence_seeds=without), "calibration") == "worse"

    def test_unfamiliar_images_are_told_by_auroc_not_by_confidence(self):
        assert ruling(made_up(), "outside") == "worse"  # though less confident on most
        kits = {"confidence_seeds": kit.confidence_seeds(auroc=0.1)}
        better = made_up(out_of_distribution=kit.out_of_distribution(worse=0.98), **kits)
        assert ruling(better, "outside") == "better"
        alike = made_up(out_of_distribution=kit.out_of_distribution(worse=0.87), **kits)
        assert ruling(alike, "outside") == "open"

    @pytest.mark.parametrize(("auroc", "of_curves"), [(0.0, -0.1), (0.1, -0.1), (-0.1, 0.1)])
    def test_unfamiliar_images_need_seeds_and_the_curves(self, auroc: float, of_curves: float):
        further = kit.confidence_seeds(auroc=auroc, curves=(0.1, of_curves))
        assert ruling(made_up(confidence_seeds=further), "outside") == "open"

    def test_between_needs_both_of_the_papers_measures(self):
        results = made_up()
        miss = results["between"]["values"]["measures"]["miss_rate"]
        norm = results["equal_calibration"]["values"]["measures"]["mean_gradient_norm"]
        miss["interval"] = [-0.5, -0.2]
        assert ruling(results, "between") == "open"
        norm["interval"] = [-0.5, -0.2]
        assert ruling(results, "between") == "better"
        as_trained = results["between"]["values"]["measures"]["mean_gradient_norm"]
        as_trained["interval"] = [0.2, 0.5]  # is not asked
        assert ruling(results, "between") == "better"

    def test_what_lies_between_must_hold_over_seeds_too(self):
        results = made_up()
        for name, measure in (
            ("between", "miss_rate"),
            ("equal_calibration", "mean_gradient_norm"),
        ):
            results[name]["values"]["measures"][measure]["interval"] = [-0.5, -0.2]
        assert ruling(results, "between") == "better"
        seeds = kit.small(results["smoothness_seeds"]["values"]["groups"])
        seeds["trained"]["miss_rate"]["difference"]["over_seeds"] = [-0.51, 0.01]
        assert ruling(results, "between") == "open"
        results["smoothness_seeds"] = kit.smoothness_seeds(0)
        assert ruling(results, "between") == "open"

    @pytest.mark.parametrize(("favourable", "expected"), [(9, "better"), (0, "worse"), (5, "open")])
    def test_smoothness_follows_most_measures(self, favourable: int, expected: str):
        results = made_up(
            equal_calibration=kit.equal_calibration(favourable),
            smoothness_seeds=kit.smoothness_seeds(favourable),
        )
        assert ruling(results, "smooth") == expected

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({}, "better"),
            ({"favourable": 6}, "better"),
            ({"favourable": 5}, "open"),
            ({"favourable": 0}, "open"),  # the contrary of what one pair of networks shows
            ({"seeds": 2}, "open"),
        ],
    )
    def test_smoothness_must_hold_over_seeds_too(self, changes: dict[str, int], expected: str):
        seeds = kit.smoothness_seeds(**changes)
        results = made_up(equal_calibration=kit.equal_calibration(9), smoothness_seeds=seeds)
        says = claims(results)["smooth"].says
        assert says.verdict == expected
        assert says.values["seeds_total"] == "10"

    def test_smoothness_over_seeds_is_corrected_for_the_number_of_measures(self):
        results = made_up(equal_calibration=kit.equal_calibration(9))
        assert ruling(results, "smooth") == "better"
        seeds = kit.small(results["smoothness_seeds"]["values"]["groups"])
        for one in seeds["calibrated"].values():
            found = one["difference"]
            found["over_seeds"] = [found["mean"] - 0.2, found["mean"] + 0.2]
        # each interval leaves out zero (p = 0.03), yet among ten that is no evidence
        assert ruling(results, "smooth") == "open"
        assert claims(results)["smooth"].says.values["seeds_better"] == "0"

    def test_smoothness_is_corrected_for_the_number_of_measures(self):
        results = made_up(equal_calibration=kit.equal_calibration(9))
        for one in results["equal_calibration"]["values"]["measures"].values():
            sign = 1 if one["difference"] > 0 else -1
            one["difference"], one["interval"] = 0.1 * sign, sorted([0.01 * sign, 0.19 * sign])
        # each interval leaves out zero (p = 0.03), yet among thirteen that is no evidence
        assert ruling(results, "smooth") == "open"
        assert claims(results)["smooth"].says.values["better"] == "0"

    def test_how_probabilities_react_counts_as_a_measure_of_smoothness(self):
        results = made_up()
        worse = int(claims(results)["smooth"].says.values["worse"])
        reacts = results["jacobian"]["values"]["calibrated"]
        reacts["difference"], reacts["interval"] = 0.0, [-0.5, 0.5]
        assert int(claims(results)["smooth"].says.values["worse"]) == worse - 1

    def test_two_seeds_say_nothing_about_gans(self):
        assert ruling(made_up(), "gan") == "better"
        assert ruling(made_up(gan=kit.gan(-3.0)), "gan") == "worse"
        wide = kit.gan()
        for what in ("modes", "quality"):
            found = wide["values"]["losses"]["minimax"]["ring"]["alphas"][1][what]["difference"]
            found["interval"] = [0.01 * found["mean"], 1.99 * found["mean"]]
        # each interval leaves out zero (p = 0.0496), yet among two that is no evidence
        assert ruling(made_up(gan=wide), "gan") == "open"
        few = claims(made_up(gan=kit.gan(seeds=2)))["gan"].says
        assert (few.verdict, few.key) == ("open", "evidence.summary.gan.none")

    @pytest.mark.parametrize(("gain", "measure"), [(0.4, "modes"), (4.0, "quality")])
    def test_the_least_gain_of_gans_is_said_with_its_measure(self, gain: float, measure: str):
        results = made_up()
        row = results["gan"]["values"]["losses"]["minimax"]["ring"]["alphas"][1]
        row["modes"]["difference"] |= {"mean": gain, "interval": [gain / 2, 8.1]}
        row["quality"]["difference"] |= {"mean": 0.4, "interval": [0.05, 1.2]}
        says = claims(results)["gan"].says
        assert says.key == f"evidence.summary.gan.{measure}"
        assert says.values["high"] == {"modes": "+8.0", "quality": "+100.0"}[measure]
        row["quality"]["difference"] |= {"mean": -0.9, "interval": [-1.0, -0.8]}
        assert claims(results)["gan"].says.values["difference"] == "−90.0"  # the largest loss
