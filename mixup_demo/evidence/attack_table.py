"""Every attack on every pair in one table, ours and the paper's."""

from collections.abc import Sequence

from mixup_demo.evidence.attack_says import paper_ratio
from mixup_demo.evidence.panel import (
    MODELS,
    Table,
    Values,
    number,
    percent,
    ratio,
    reported,
    short,
    span,
    whole,
)
from mixup_demo.evidence.seed_groups import where

#: the unit of budgets
LEVEL = "/255"
#: the cells of a row without attack behind both models' errors
NO_RATIO = ("", "", "[[evidence.ours]]")


def table(values: Values, theirs: Values, pgd: Values, passed: Values) -> Table:
    """Return the table.

    Args:
        values: of the results file "adversarial".
        theirs: the paper's attacks.
        pgd: of the results file "pgd".
        passed: of the results file "pgd_transfer".
    """
    columns = ["attack", "erm", "interval", "mixup", "interval", "ratio", "interval", "source"]
    strongest = [
        _clean_row("[[evidence.attack.none-pgd]]", pgd["clean"]),
        *map(_row, pgd["attacks"]),
    ]
    others = [_row(one) for one in values["attacks"]]
    of_seeds = [row for group in pgd["seeds"] for row in _group_rows(group)]
    black = [
        *_black_rows(passed["sources"]),
        *_passed_rows(passed),
        *_black_rows(values["further"]),
    ]
    ours = [*strongest, *of_seeds, *others, *black]
    papers = [
        [
            f"[[evidence.attack.{row['method']}.{row['source']}]], "
            + (whole(theirs["budget"]) + LEVEL + ", top-" + whole(row["top"]) + reported(row)),
            *(number(row["erm"], 1), "", number(row["mixup"], 1), ""),
            *(ratio(paper_ratio(row)), "", "[[evidence.paper]]"),
        ]
        for row in theirs["rows"]
    ]
    rows = [_clean_row("[[evidence.attack.none]]", values["clean"]), *ours, *papers]
    return Table([f"[[evidence.column.{name}]]" for name in columns], rows)


def _group_rows(group: Values) -> list[list[str]]:
    return [
        _clean_seeds_row(where(group), group["clean"]),
        *(_seeds_row(where(group), one, one) for one in group["attacks"]),
    ]


def _row(entry: Values) -> list[str]:
    return [
        _attack(entry),
        *_cells(entry["erm"]),
        *_cells(entry["mixup"]),
        ratio(entry["ratio"]["value"]),
        span(entry["ratio"]["interval"], share=False),
        "[[evidence.ours]]",
    ]


def _clean_row(name: str, clean: Values) -> list[str]:
    return [name, *_cells(clean["erm"]), *_cells(clean["mixup"]), *NO_RATIO]


def _clean_seeds_row(group: str, clean: Values) -> list[str]:
    first = f"{group}, [[evidence.attack.none]]"
    return [first, *(cell for model in MODELS for cell in _seeds_cells(clean[model])), *NO_RATIO]


def _attack(entry: Values) -> str:
    name = f"[[evidence.attack.{entry['method']}.{entry['source']}]], "
    return name + short(entry["budget"]) + LEVEL


def _seeds_row(group: str, attack: Values, entry: Values, source: str = "") -> list[str]:
    return [
        f"{group}, {source}" + _attack(attack),
        *(cell for model in MODELS for cell in _seeds_cells(entry[model])),
        ratio(entry["ratio"]["mean"]),
        span(entry["ratio"]["over_seeds"], share=False),
        "[[evidence.ours]]",
    ]


def _seeds_cells(entry: Values) -> list[str]:
    return [percent(entry["error"]), "± " + percent(entry["sd"])]


def _black_rows(sources: Sequence[Values]) -> list[list[str]]:
    rows = []
    for source in sources:
        for entry in source["attacks"]:
            first, *cells = _row(entry)
            rows.append([_from(source) + first, *cells])
    return rows


def _passed_rows(passed: Values) -> list[list[str]]:
    return [
        _seeds_row(where(group), one, group, _from(source))
        for source in passed["sources"]
        for one in source["attacks"]
        for group in one["seeds"]
    ]


def _from(source: Values) -> str:
    return f"[[evidence.source.{source['source_model']}]], "


def _cells(entry: Values) -> list[str]:
    return [percent(entry["error"]), span(entry["interval"])]
