"""Edges where a small slip in the code would move a verdict, and no case of the law stands."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from saring.days import interval
from saring.findings import judge
from saring.findings.asking import Asking
from saring.findings.clauses import reach, settle
from saring.findings.disputes import touching
from saring.findings.outcomes import outcome
from saring.findings.periods import days_asked, is_flow
from saring.findings.questions import _showing
from saring.law import load
from saring.measures import Clause, Dispute, Fact, Measure, Period, Rule
from saring.model import Dealing, Determination, Good, Hit, Mention, SaringError, Screened

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


@pytest.mark.parametrize(
    ("date", "status", "flows"),
    [
        ("2017-09-01/2017-10-01", "done", False), ("2017-09-01/2017-10-02", "done", True), ("2017", "done", False),
        ("2017-09-01/2017-09-02", "ongoing", True), ("2017", "ongoing", True), ("2017-09-11", None, False),
    ],
)  # fmt: skip
def test_what_goes_on_and_what_is_one_act(date: str, status: Any, flows: bool) -> None:
    assert is_flow(Dealing(kind="goods", status=status), date, interval(date)) is flows


def _dispute(**more: Any) -> bool:
    plain = {"id": "d", "question": "q", "follows": "prohibited", "reasoning": "r"}
    dispute = msgspec.convert({**plain, **more}, Dispute)
    dealing = Dealing(kind="goods", from_="KP", to="CN", goods=(Good(hs=("7203",)),), facts={"other": True})
    asking = Asking(dealing, VOCABULARY, ("2018-06-01", "2018-06-30"), "KP")
    return touching((dispute,), asking) != ()


@pytest.mark.parametrize(
    ("more", "touches"),
    [
        ({}, True), ({"settled": True}, False), ({"kinds": ["goods"]}, True), ({"kinds": ["aid"]}, False),
        ({"flow": "from_partner"}, True), ({"flow": "to_partner"}, False),
        ({"codes": ["72"]}, True), ({"codes": ["720310"]}, True), ({"codes": ["7204"]}, False),
        ({"when": {"fact": "other", "is": True}}, True), ({"when": {"fact": "other", "is": False}}, False),
        ({"when": {"fact": "companion", "is": True}}, False),
        ({"in_force": {"from": "2018-06-30"}}, True), ({"in_force": {"from": "2018-07-01"}}, False),
        ({"in_force": {"from": "2018-01-01", "until": "2018-06-01"}}, True),
        ({"in_force": {"from": "2018-01-01", "until": "2018-05-31"}}, False),
    ],
)  # fmt: skip
def test_which_dealings_a_dispute_touches(more: dict[str, Any], touches: bool) -> None:
    assert _dispute(**more) is touches


def test_the_reasons_in_words() -> None:
    (apples, *_) = of("0808", from_="KP", to="RU").findings
    assert "0808 falls under 08" in apples.because
    assert "In force since 2017-12-22" in apples.because
    (meat, *_) = of("16", from_="KP", to="RU", date="2016-06-01/2018-06-01", status="ongoing").findings
    assert "it begins on 2017-08-05" in meat.because
    (venture, *_) = of(kind="military_training", from_="RU", to="KP").findings
    assert "Not decided without: arms_related" in venture.because
    (approved, *_) = of("0808", from_="KP", to="RU", facts={"committee_exemption": True}).findings
    assert approved.verdict == "exempt"
    assert "An exemption of the Committee covers it: UNSCR-2371-26" in approved.because


def test_only_triggers_are_raised_by_the_nature_of_a_dealing() -> None:
    clause = {"any": [{"fact": "trigger", "is": True}, {"fact": "other", "is": True}]}
    raised_by = msgspec.convert({"kind": ["other"]}, Clause)
    measure = msgspec.structs.replace(
        PLAIN, when=msgspec.convert(clause, Clause), raised_by=raised_by, kinds=("other",)
    )
    rule = Rule("r", "c", "i", "2000-01-01", "1", "KP", measure, "draft")
    asking = Asking(Dealing(kind="other", from_="KP", to="CN"), VOCABULARY, ("2018-06-01", "2018-06-01"), "KP")
    said = outcome(rule, asking, ())
    assert said is not None
    assert (said.verdict, said.missing) == ("undetermined", ("trigger",))
    quiet = outcome(msgspec.structs.replace(rule, measure=msgspec.structs.replace(measure, raised_by=None)), asking, ())
    assert quiet is not None
    assert (quiet.verdict, quiet.open) == (None, ("trigger", "other"))


def test_caveats_name_what_the_law_at_hand_lacks() -> None:
    lacking = [name for s in load().of("UN") for name in s.regime.lacks]
    assert lacking
    iran = of("9301", from_="IR", to="RU").caveats
    korea = of("9301", from_="KP", to="RU").caveats
    assert [line for line in iran if "S/RES/1803" in line]
    assert not [line for line in korea if "S/RES/1803" in line]
    assert len(iran) == len(korea) + 1


def test_the_exception_that_is_shown_is_named() -> None:
    told = {"contract_date": "2017-09-10", "import_date": "2017-12-01", "notified_date": "2018-01-20"}
    (textiles, *_) = of("6109", from_="KP", to="CN", date="2017-12-01", facts=told).findings
    (approved, *_) = of("6109", from_="KP", to="CN", date="2017-12-01", facts={"committee_approval": True}).findings
    assert (textiles.verdict, approved.verdict) == ("exempt", "exempt")
    assert "An exception is shown" in textiles.because
    assert textiles.because != approved.because


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"no_such_fact": True}, "unknown_fact"), ({"committee_approval": "yes"}, "bad_type"), ({"committee_approval": 1}, "bad_type"),
        ({"contract_date": "2017-13-40"}, "bad_date"), ({"contract_date": 2017}, "bad_type"), ({"passed_through": "KP"}, "bad_type"),
        ({"cap_reached_share": True}, "bad_type"), ({"cap_reached_share": "much"}, "bad_type"), ({"transport_act": "flying"}, "unknown_word"),
        ({"origin_country": True}, "bad_type"),
    ],
)  # fmt: skip
def test_facts_that_are_none_are_refused(facts: dict[str, Any], code: str) -> None:
    with pytest.raises(SaringError) as caught:
        of("0808", from_="KP", to="RU", facts=facts)
    assert (caught.value.code, caught.value.where) == (code, f"facts.{next(iter(facts))}")
    assert caught.value.allowed


def test_facts_of_every_type_are_taken() -> None:
    told = {
        "contract_date": "2017-09",
        "passed_through": ["CN"],
        "cap_reached_share": 1,
        "origin_country": "KP",
        "committee_approval": False,
    }
    assert of("0808", from_="KP", to="RU", facts=told).verdict == "prohibited"


def test_a_train_that_may_leave_again_is_not_covered_unless_it_stays() -> None:
    """Law/rules 17."""
    train = of("8602", kind="transport", from_="RU", to="KP", facts={"transport_act": "passenger_service"})
    assert train.verdict == "not_covered"
    assert {"leaves_again", "stays_outside_dprk"} <= {*train.open}
    sold = of("8602", from_="RU", to="KP")
    assert sold.verdict == "prohibited"
    assert "leaves_again" not in sold.open


def test_a_body_is_met_by_its_words_or_its_name() -> None:
    for party in (Mention("KOMID"), Mention(name="KOMID"), Mention("KOMID", name="Komid.")):
        assert of("2203", from_="KP", to="RU", parties=(party,)).missing == ("designated_party",)
