"""Sentences about the law are judged by number, year, subject, strength and direction."""

from __future__ import annotations

import pytest

from saring.law import load
from saring.law.claims import judge_claim
from saring.model import ClaimSeen


def seen(**given: object) -> ClaimSeen:
    return ClaimSeen(quote="…", span=(0, 1), language="en", claims="…", body="UN Security Council", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "published", "correct", "provision"),
    [
        ({"year": 2017, "subjects": ("textiles",), "effect": "ban"}, "2022-11-07", True, "UNSCR-2375-16"),
        ({"year": 2006, "subjects": ("seafood",), "effect": "ban"}, "2018-01-01", False, "UNSCR-2371-9"),
        ({"year": 2016, "subjects": ("coal",), "effect": "ban"}, "2018-01-01", False, "UNSCR-2321-26"),
        ({"subjects": ("refined_oil",), "effect": "ban"}, "2024-04-01", False, "UNSCR-2397-5"),
        ({"subjects": ("refined_oil",), "effect": "cap"}, "2024-04-01", True, "UNSCR-2397-5"),
        ({"cited": "2379", "year": 2017, "month": 12, "subjects": ("labour",), "effect": "duty"}, "2020-01-01", False, "UNSCR-2397-8"),
        ({"cited": "2379", "year": 2017, "month": 12, "effect": "ban"}, "2020-01-01", False, "UNSCR-2397"),
        ({"cited": "2371", "subjects": ("seafood",), "effect": "ban"}, "2018-01-01", True, "UNSCR-2371-9"),
        ({"cited": "2371", "subjects": ("textiles",), "effect": "ban"}, "2018-01-01", False, "UNSCR-2375-16"),
        ({"subjects": ("textiles",), "effect": "free", "flow": "to_partner"}, "2017-10-20", True, None),
        ({"subjects": ("textiles",), "effect": "free", "flow": "from_partner"}, "2017-10-20", False, "UNSCR-2375-16"),
        ({"subjects": ("luxury",), "effect": "ban", "flow": "from_partner"}, "2020-01-01", False, "UNSCR-1718-8(a)(iii)"),
        ({"effect": "duty"}, "2022-11-07", True, None),
        ({"subjects": ("textiles",), "effect": "ban"}, "2017-09-10", False, "UNSCR-2375-16"),
    ],
)  # fmt: skip
def test_claims(given: dict[str, object], published: str, correct: bool, provision: str | None) -> None:
    judged = judge_claim(seen(**given), load(), published)
    assert (judged.correct, judged.provision) == (correct, provision), judged.note


@pytest.mark.parametrize(
    ("body", "subjects", "year", "correct"),
    [
        ("US Treasury", (), 2020, True),
        ("Departemen Keuangan AS", (), None, True),
        ("US Treasury", ("labour",), 2017, True),
        ("US Treasury", ("labour",), 2010, False),
        ("日本政府", ("trade",), None, True),
        ("European Union", ("coal",), 2020, None),
        ("Ruritania", ("coal",), 2020, None),
    ],
)
def test_national_law(body: str, subjects: tuple[str, ...], year: int | None, correct: bool | None) -> None:
    claim = ClaimSeen(
        quote="…", span=(0, 1), language="en", claims="…", body=body, subjects=subjects, effect="ban", year=year
    )
    judged = judge_claim(claim, load(), "2020-01-01")
    assert (judged.correct, judged.provision) == (correct, None), judged.note


def test_topics_say_what_the_measures_say() -> None:
    situation = load().situations[0]
    periods = {(r.id, r.measure.in_force.from_) for r in situation.rules}
    for topic in situation.topics:
        for held in topic.holds:
            assert (held.provision, held.in_force.from_) in periods, (topic.subject, held)
