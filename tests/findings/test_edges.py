"""Edges where a small slip in the code would move a verdict, and no case of the law stands."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from saring.findings import judge
from saring.findings.asking import Asking
from saring.findings.clauses import settle
from saring.findings.questions import _showing
from saring.law import load
from saring.measures import Clause
from saring.model import Dealing, Determination, Good, Hit, Mention, Screened

RAJIN = {"third_country_origin_via_rajin": True}
ARMY = (Mention(name="Korean People's Army", country="KP"),)


def of(*codes: str, screened: Screened | None = None, **given: Any) -> Determination:
    goods = tuple(Good(hs=(code,)) for code in codes)
    return judge(Dealing(goods=goods, **{"kind": "goods", "date": "2018-06-01", **given}), load(), screened=screened)


def found(answer: Determination) -> set[str]:
    return {finding.provision for finding in answer.findings}


@pytest.mark.parametrize(("sender", "reached"), [("RU", True), ("MN", False)])
def test_the_sender_stands_in_for_an_origin_that_nobody_tells(sender: str, reached: bool) -> None:
    assert ("UNSCR-2397-16" in found(of("2701", from_=sender, to="CN", facts=RAJIN))) is reached


def test_of_an_act_of_both_sides_no_side_stands_in_for_the_origin() -> None:
    venture = of(kind="joint_venture", from_="RU", to="KP", facts=RAJIN)
    assert venture.verdict == "prohibited"
    assert "origin_country" in venture.open


def test_a_listed_army_is_met_in_what_it_receives_and_in_the_kinds_of_its_listing() -> None:
    assert "UNSCR-1718-8(d)" in found(of(from_="RU", to="KP", parties=ARMY))
    assert "UNSCR-1718-8(d)" not in found(of(from_="KP", to="RU", parties=ARMY))
    tour = of(kind="tourism", from_="RU", to="KP", parties=ARMY)
    assert "UNSCR-1718-8(d)" not in found(tour)
    assert "designated_party" in tour.open


@pytest.mark.parametrize("strong", [False, True])
def test_a_match_that_is_denied_is_not_asked_for_again(strong: bool) -> None:
    hit = Hit(list="UN-1718", id="KPe.001", name="Korea Brewing", score=1.0, strong=strong)
    screened = Screened(lists={}, hits=(("designated_party", hit),))
    answer = of("2203", from_="KP", to="RU", facts={"designated_party": False}, screened=screened)
    assert answer.verdict == "not_covered"
    assert "designated_party" not in (*answer.missing, *answer.open)


def _of_facts(clause: Clause) -> bool:
    """Whether a clause is made of facts alone, so that answers can show all of it."""
    inner = (*clause.all_, *clause.any_)
    if inner:
        return all(map(_of_facts, inner))
    return clause.fact not in (None, "date") and clause.known is None and clause.has is None


def test_answers_that_should_show_an_exception_do_show_it() -> None:
    shown = 0
    for situation in load().situations:
        for rule in situation.rules:
            for way_out in rule.measure.unless:
                if not _of_facts(way_out.when):
                    continue
                dealing = Dealing(kind="other", facts=dict(_showing(way_out.when)))
                asking = Asking(dealing, load().facts, ("2017-09-20", "2017-09-20"), situation.regime.partner)
                assert settle(way_out.when, asking) == (True, ()), (rule.id, way_out.id, dealing.facts)
                shown += 1
    assert shown > 50


@pytest.mark.parametrize(
    ("clause", "answer"),
    [
        ({"before": "2017-09-11"}, "2017-09-10"),
        ({"by": "2017-09-11"}, "2017-09-11"),
        ({"after": "2017-09-11"}, "2017-09-12"),
        ({"at_most": 1}, 1),
        ({"above": 1}, 1.01),
        ({"is": True}, True),
        ({"is": ["a", "b"]}, "a"),
    ],
)
def test_the_answer_that_just_shows_a_condition(clause: dict[str, Any], answer: object) -> None:
    assert list(_showing(msgspec.convert({"fact": "x", **clause}, Clause))) == [("x", answer)]
