"""Random rows of trade for the tests of this room, and what `findings` says to each."""

from __future__ import annotations

import random
from typing import Any

from saring.days import plus
from saring.findings import judge
from saring.goods.editions import codes
from saring.law import load
from saring.model import Dealing, Determination, Good
from saring.sweep.commodities import read_code
from saring.sweep.periods import read_period
from saring.sweep.table import DecisionTable

CODES = sorted(code for code in codes() if read_code(code).problem is None)
FLOWS = ("M", "X", "RM", "RX")
SIDES = ("KP", "CN", "RU", "KR")


def dates(table: DecisionTable) -> list[str]:
    """Every day on which the law changes, the day before it, and the months and years around them."""
    found = set()
    for day in table.decided.boundaries:
        found |= {day, plus(day, -1), day[:7], plus(day, -1)[:7], day[:4]}
    return sorted(found | {"1999", "2025-07", "2025-07-20", "2017Q4"})


def rows(table: DecisionTable, count: int, seed: int) -> list[dict[str, Any]]:
    draw = random.Random(seed)  # noqa: S311
    law = sorted(table.decided.classes.tree)
    days = dates(table)
    return [
        {
            "reporter": draw.choice(SIDES),
            "partner": draw.choice(("KP", "KP", *SIDES)),
            "flow": draw.choice(FLOWS),
            "hs": draw.choice(law if n % 2 else CODES),
            "date": draw.choice(days),
        }
        for n in range(count)
    ]


def asked(row: dict[str, Any], **facts: Any) -> Determination:
    """The determination of `findings` on the dealing that a row tells."""
    return judge(dealing_of(row, **facts), load())


def dealing_of(row: dict[str, Any], **facts: Any) -> Dealing:
    inward = row["flow"] in ("M", "RM")
    sides = (row["partner"], row["reporter"]) if inward else (row["reporter"], row["partner"])
    date = read_period(row["date"]).date
    return Dealing(kind="goods", from_=sides[0], to=sides[1], date=date, goods=(Good(hs=(row["hs"],)),), facts=facts)


def agrees(row: dict[str, Any], told: dict[str, Any], expected: Determination) -> bool:
    if "KP" not in (row["reporter"], row["partner"]):
        return bool(told["verdict"] == "not_covered" and not told["provisions"])
    named = [*told["provisions"], *told["possible"]]
    first = expected.findings[0].provision if expected.findings else None
    governing = not told["provisions"] or told["possible"] or told["provisions"][0] == first
    return bool(
        told["verdict"] == expected.verdict
        and sorted(named) == sorted(f.provision for f in expected.findings)
        and governing
    )


def beside(table: DecisionTable, count: int, seed: int) -> list[dict[str, Any]]:
    """Rows with the partner in a third place: a country of consignment, or of origin."""
    draw = random.Random(seed)  # noqa: S311
    return [
        {
            **row,
            "reporter": draw.choice(SIDES[1:]),
            "partner": draw.choice((*SIDES[1:], *SIDES[1:], "KP")),
            "partner2": draw.choice(("KP", "KP", "CN", "World", None)),
            "origin": draw.choice((None, None, "KP", "RU")),
        }
        for row in rows(table, count, seed)
    ]
