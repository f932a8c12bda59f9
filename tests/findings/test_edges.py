"""Edges where a small slip in the code would move a verdict, and no case of the law stands."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from saring.findings import judge
from saring.findings.asking import Asking
from saring.findings.clauses import reach, settle
from saring.findings.periods import days_asked
from saring.findings.questions import _showing
from saring.law import load
from saring.measures import Clause, Fact, Measure, Period
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


def _fact(role: str, **more: Any) -> Fact:
    ask = {"en": "?", "id": "?"}
    return msgspec.convert({"type": "truth", "role": role, "if_unknown": "open", "ask": ask, **more}, Fact)


VOCABULARY = {"trigger": _fact("trigger"), "other": _fact("fact"), "companion": _fact("fact")}
PLAIN = Measure(effect="prohibit", binding="decides", title="t", flow="both", in_force=Period(from_="2000-01-01"))


@pytest.mark.parametrize(
    ("told", "missing", "open_"),
    [
        ({"trigger": True}, ("companion",), ()),
        ({"other": True}, (), ("companion",)),
        ({"trigger": True, "other": True}, ("companion",), ()),
        ({"trigger": False, "other": True}, (), ("companion",)),
    ],
)
def test_only_a_trigger_that_is_shown_wakes_its_companion(
    told: dict[str, Any], missing: tuple[str, ...], open_: tuple[str, ...]
) -> None:
    """Law/rules 4."""
    either = {"any": [{"fact": "trigger", "is": True}, {"fact": "other", "is": True}]}
    clause = msgspec.convert({"all": [either, {"fact": "companion", "is": True}]}, Clause)
    asking = Asking(Dealing(kind="other", facts=told), VOCABULARY, ("2018-06-01", "2018-06-01"), "KP")
    answer = reach(clause, asking, PLAIN)
    assert (answer.missing, answer.open) == (missing, open_)


@pytest.mark.parametrize(
    ("landed", "days"),
    [
        ("2017-09-20", ("2017-09-20", "2017-09-20")),
        ("2017-09-01/2017-09-30", ("2017-09-01", "2017-09-30")),
        ("2017-09-20/2017-10-02", ("2017-09-01", "2017-09-30")),
        ("2017-08-20/2017-09-02", ("2017-09-01", "2017-09-30")),
        ("2017-12-01", ("2017-09-01", "2017-09-30")),
    ],
)
def test_a_day_of_import_settles_only_the_uncertain_day_that_holds_it(landed: str, days: tuple[str, str]) -> None:
    dealing = Dealing(kind="goods", date="2017-09", facts={"import_date": landed})
    assert days_asked(dealing, "2017-09", "date") == days
    assert days_asked(dealing, "2017-09", "option") == ("2017-09-01", "2017-09-30")


def test_a_flow_says_from_when_the_gravest_holds() -> None:
    textiles = of("6109", from_="KP", to="CN", date="2017-08-01/2017-12-31", status="ongoing")
    assert "2017-09-11" in textiles.findings[0].because
    coal = of("2701", from_="KP", to="CN", date="2017-07-01/2017-12-31", status="ongoing")
    by_provision = {finding.provision: finding.because for finding in coal.findings}
    assert "2017-08-05" in by_provision["UNSCR-2371-8"]
    earlier = [because for name, because in by_provision.items() if name.startswith(("UNSCR-2321", "UNSCR-2270"))]
    assert earlier
    assert not any("2017-07-01" in because for because in earlier)


def test_what_holds_on_both_sides_of_a_legal_day_stays_beside_what_is_uncertain() -> None:
    month = of("2710", "8471", from_="CN", to="KP", date="2017-12")
    verdicts = {finding.provision: finding.verdict for finding in month.findings}
    assert (month.verdict, month.missing) == ("undetermined", ("date",))
    assert verdicts["UNSCR-2397-7:machinery"] == "undetermined"
    assert verdicts["UNSCR-2375-14"] == "restricted"
