"""Corrections, judging again, and what verifying sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from tests.ledger.told import dealing, document, judged, numbered

from saring.ledger import Filters, Ledger
from saring.ledger.opening import connect
from saring.model import Dealing, Determination, SaringError


def judge(told: Dealing) -> Determination:
    """Coal that the Committee approved is exempt."""
    return judged("exempt" if told.facts.get("committee_approval") else "prohibited", lawbook="law-2")


def two(ledger: Ledger) -> str:
    """An event that two documents tell."""
    ledger.record(document("one", dealing("Coal went to Dalian.")))
    return ledger.record(document("two", dealing("Batu bara tiba di Dalian."), language="id")).placed[0].event


def test_corrections_are_entries(ledger: Ledger) -> None:
    event = two(ledger)
    for action, review in (("confirm", "confirmed"), ("reject", "rejected"), ("reopen", "open")):
        done = ledger.correct(event, "Ana", f"I {action}", action)  # type: ignore[arg-type]
        assert (done.events[0].review, done.entry.who, done.entry.why) == (review, "Ana", f"I {action}")
        assert len(ledger.events()) == (review != "rejected")
        assert [e.id for e in ledger.events(Filters(review=review))] == [event]
        assert len(ledger.events(Filters(rejected=True))) == 1
        assert sum(row.events for row in ledger.timeline()) == (review != "rejected")
    said = [(entry.action, entry.who) for entry in ledger.event(event).entries]
    assert said == [("record", ""), ("record", ""), ("confirm", "Ana"), ("reject", "Ana"), ("reopen", "Ana")]
    assert ledger.verify().flaws == ()


def test_setting_a_fact_judges_again_and_keeps_what_was_told(ledger: Ledger) -> None:
    event = two(ledger)
    done = ledger.correct(event, "Ana", "letter", "set", facts={"committee_approval": True}, judge=judge)
    (after,) = done.events
    assert (after.verdict, after.lawbook, after.corrected) == ("exempt", "law-2", True)
    assert after.determinations[0].checked == judge(dealing()).checked
    assert {telling.verdict for telling in after.tellings} == {"prohibited"}
    later = ledger.record(document("three", dealing("More is told.", facts={"ship_to_ship": True})))
    assert (later.placed[0].event, ledger.event(event).verdict) == (event, "exempt")
    ledger.correct(event, "Ben", "no letter", "set", facts={"committee_approval": None}, judge=judge)
    assert ledger.event(event).verdict == "prohibited"
    assert ledger.verify().flaws == ()


def test_setting_keys_moves_the_event(ledger: Ledger) -> None:
    event = two(ledger)
    keys = {"to": "RU", "date": "2024-02", "goods": [{"hs": ["2601"]}], "what": "ore"}
    ledger.correct(event, "Ana", "misread", "set", keys=keys, judge=judge)
    after = ledger.event(event)
    assert (after.to, after.first, after.last, after.headings, after.what) == (
        "RU", "2024-02-01", "2024-02-29", ("2601",), "ore",
    )  # fmt: skip
    assert [row.period for row in ledger.timeline()] == ["2024-02"]
    joined = ledger.record(document("ore", dealing("Ore went.", to="RU", date="2024-02-10", hs=("2601",))))
    assert joined.placed[0].event == event
    assert ledger.verify().flaws == ()


def test_without_a_judge_a_changed_dealing_has_no_verdict(ledger: Ledger) -> None:
    event = two(ledger)
    assert ledger.correct(event, "Ana", "ship", "set", keys={"to": "RU"}).events[0].verdict is None


def test_merging_and_splitting(ledger: Ledger) -> None:
    event = two(ledger)
    other = ledger.record(document("three", dealing("Coal went on another day.", date="2025-09-01"))).placed[0].event
    third = ledger.record(document("four", dealing("And on one more.", date="2025-11-01"))).placed[0].event
    (merged,) = ledger.correct(event, "Ana", "one ship", "merge", events=[other]).events
    assert (merged.reports, merged.first, merged.last) == (3, "2025-07-20", "2025-09-01")
    assert ledger.event(other).id == event
    ledger.correct(third, "Ana", "one ship", "merge", events=[other])
    assert ledger.event(other).id == third
    assert [e.id for e in ledger.events()] == [third]
    leaving = [telling.id for telling in ledger.event(third).tellings][:2]
    stays, went = ledger.correct(third, "Ben", "two ships", "split", reports=leaving).events
    assert (stays.reports, went.reports, [telling.id for telling in went.tellings]) == (2, 2, leaving)
    assert ledger.verify().flaws == ()
    assert ledger.record(document("one", dealing("Coal went to Dalian."))).placed[0].event == went.id


WRONG: dict[str, tuple[Callable[[Ledger, str], Any], str]] = {
    "no who": (lambda led, e: led.correct(e, " ", "why", "confirm"), "who"),
    "no why": (lambda led, e: led.correct(e, "Ana", "", "confirm"), "why"),
    "no event": (lambda led, e: led.correct("e0", "Ana", "why", "confirm"), "event"),
    "no action": (lambda led, e: led.correct(e, "Ana", "why", "burn"), "action"),  # type: ignore[arg-type]
    "nothing set": (lambda led, e: led.correct(e, "Ana", "why", "set"), "set"),
    "no key": (lambda led, e: led.correct(e, "Ana", "why", "set", keys={"verdict": "exempt"}), "verdict"),
    "no kind": (lambda led, e: led.correct(e, "Ana", "why", "set", keys={"kind": "x"}), "set"),
    "no date": (lambda led, e: led.correct(e, "Ana", "why", "set", keys={"date": "2025-02-30"}), "date"),
    "no code": (lambda led, e: led.correct(e, "Ana", "why", "set", keys={"goods": [{"hs": ["9"]}]}), "goods.hs"),
    "no country": (lambda led, e: led.correct(e, "Ana", "why", "set", keys={"to": "Russia"}), "set"),
    "merged with itself": (lambda led, e: led.correct(e, "Ana", "why", "merge", events=[e]), "events"),
    "strange report": (lambda led, e: led.correct(e, "Ana", "why", "split", reports=["r0"]), "reports"),
    "all reports": (
        lambda led, e: led.correct(e, "Ana", "why", "split", reports=[t.id for t in led.event(e).tellings]), "reports",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_refused_and_leaves_nothing(ledger: Ledger, name: str) -> None:
    event = two(ledger)
    before = ledger.summary()
    go, where = WRONG[name]
    with pytest.raises(SaringError) as error:
        go(ledger, event)
    assert error.value.where == where
    assert ledger.summary() == before
    assert ledger.verify().ok


def test_judging_again_lists_what_moved(ledger: Ledger) -> None:
    list(ledger.record_many((numbered(n), None) for n in range(30)))
    fish = [event.id for event in ledger.events(Filters(goods="03"), limit=None)]

    def other(told: Dealing) -> Determination:
        is_fish = any(good.hs[0].startswith("03") for good in told.goods)
        return judged("not_covered" if is_fish else "prohibited", lawbook="law-3")

    dry = ledger.rejudge(other, who="", why="", keep=False)
    assert (dry.entry, len(dry.moved)) == (None, len(fish))
    assert ledger.count(Filters(verdict="not_covered")) == 0
    done = ledger.rejudge(other, who="Ana", why="law-3")
    assert sorted(each.event for each in done.moved) == sorted(fish)
    assert {(each.before, each.after, each.lawbook_before, each.lawbook_after) for each in done.moved} == {
        ("prohibited", "not_covered", "law-1", "law-3")
    }
    assert done.asked == ledger.count()
    assert ledger.count(Filters(verdict="not_covered")) == len(fish)
    again = ledger.rejudge(other, who="Ana", why="law-3")
    assert (again.moved, again.entry) == ((), ledger.entries(limit=1)[0].seq)
    assert ledger.verify().flaws == ()


def test_judging_again_keeps_the_day_that_was_asked_and_tells_what_fails(ledger: Ledger) -> None:
    asked = judged(as_of_basis="option", as_of="2016-01-01")
    ledger.record(document("one", dealing(determinations=(asked,))))
    ledger.record(document("two", dealing(hs=("0303",), facts={"no_such": True})))
    days: list[str] = []

    def fussy(told: Dealing) -> Determination:
        raise SaringError("unknown_fact", "facts.no_such", "it is no fact")

    def as_of(told: Dealing, day: str) -> Determination:
        days.append(day)
        return judged("restricted", as_of=day, as_of_basis="option")

    done = ledger.rejudge(fussy, judge_as_of=as_of, who="Ana", why="law")
    assert (days, [each.after for each in done.moved], len(done.failed)) == (["2016-01-01"], ["restricted"], 1)


TAMPERINGS = {
    "a quote": ("UPDATE reports SET body = (SELECT body FROM reports WHERE n = 3) WHERE n = 1", "report"),
    "a verdict": ("UPDATE events SET verdict = 'exempt' WHERE verdict = 'prohibited'", "event"),
    "a reason": ("UPDATE entries SET why = 'because' WHERE seq = 2", "entry 2"),
    "a time": ("UPDATE entries SET at = '2020-01-01 00:00:00' WHERE seq = 2", "entry 2"),
    "an entry gone": ("DELETE FROM entries WHERE seq = 2", "entry 3"),
    "the last entry gone": ("DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)", "event"),
    "a report moved": ("UPDATE reports SET event = (SELECT event FROM reports WHERE n = 3) WHERE n = 1", "report"),
    "a title": ("UPDATE documents SET title = 'x' WHERE n = 1", "document"),
    "a text": ("UPDATE texts SET text = (SELECT text FROM texts WHERE document = 2) WHERE document = 1", "document"),
    "a text gone": ("DELETE FROM texts WHERE document = 1", "document"),
    "a list": ("UPDATE checklists SET body = '[]'", "list"),
    "a trace gone": ("DELETE FROM traces", "event"),
    "a party": ("UPDATE participants SET name = 'nobody'", "event"),
    "a confirmation": ("UPDATE events SET review = 'confirmed'", "event"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_found(ledger: Ledger, url: str, name: str) -> None:
    from saring.model import Mention

    with_party = dealing("Coal of a firm.", parties=(Mention(words="Harbour Firm", country="CN"),))
    ledger.record(document("zero", with_party), text="zero")
    for n in range(3):
        ledger.record(numbered(n), text=f"text {n}")
    ledger.correct(ledger.events()[0].id, "Ana", "no", "reject")
    assert ledger.verify().ok
    statement, where = TAMPERINGS[name]
    engine = connect(url)
    with engine.execution_options(saring_writes=True).begin() as connection:
        connection.execute(sa.text(statement))
    engine.dispose()
    found = ledger.verify()
    assert not found.ok
    assert any(flaw.where.startswith(where) for flaw in found.flaws), found.flaws


def test_a_cut_end_is_seen_by_the_noted_head(ledger: Ledger, place: Any) -> None:
    from saring.ledger import open_ledger

    ledger.record(numbered(0))
    whole = list(ledger.export())
    ledger.record(numbered(1))
    head = ledger.summary().head
    assert ledger.verify(head).ok
    with open_ledger(place()) as shorter:
        shorter.import_from(whole)
        assert shorter.verify().ok
        assert [flaw.where for flaw in shorter.verify(head).flaws] == ["entries"]


def test_values_are_frozen_and_can_be_written(ledger: Ledger) -> None:
    event = ledger.event(two(ledger))
    told = msgspec.json.decode(msgspec.json.encode(event))
    assert (told["from"], told["reports"], len(told["tellings"])) == ("KP", 2, 2)
    with pytest.raises(AttributeError):
        event.kind = "arms"  # type: ignore[misc]
