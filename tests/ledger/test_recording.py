"""Recording: what is kept, once, and which reports become one event."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.told import LISTED, dealing, document, judged, numbered

from saring.ledger import Filters, Ledger, open_ledger
from saring.model import Amount, Good, Mention, Quote, SaringError, When


def test_a_document_comes_back_as_it_was(ledger: Ledger) -> None:
    told = dealing(
        "Coal went to Dalian, the port said.", said_by=(Mention(words="the port"),), facts={"ship_to_ship": True}
    )
    given = document("one", told, title="Coal", publisher="Harbour Post")
    done = ledger.record(given, text="Coal went to Dalian,\x00 the port said.", who="Ana", why="first")
    assert done.new
    assert [placed.new_event for placed in done.placed] == [True]
    event = ledger.event(done.placed[0].event)
    assert (event.kind, event.from_, event.to, event.first, event.last) == (
        "goods",
        "KP",
        "CN",
        "2025-07-20",
        "2025-07-20",
    )
    assert (event.verdict, event.provisions, event.lawbook) == ("prohibited", ("UNSCR-2371-8",), "law-1")
    assert event.dealing == told
    assert event.determinations[0].checked == LISTED
    (telling,) = event.tellings
    assert (telling.quote, telling.status, telling.said_by) == (told.evidence.quote, "done", ("the port",))  # type: ignore[union-attr]
    assert (telling.dealing, telling.document, telling.publisher) == (told, given.sha256, "Harbour Post")
    kept = ledger.document(given.sha256)
    assert kept.text == "Coal went to Dalian,\ufffd the port said."
    assert kept.recorded.utcoffset() is not None
    (entry,) = ledger.entries()
    assert (entry.action, entry.who, entry.why, entry.subject) == ("record", "Ana", "first", given.sha256)


def test_a_second_time_changes_nothing(ledger: Ledger) -> None:
    given = document("one", dealing("Coal went to Dalian."), dealing("Fish too.", id="d2", hs=("0303",)))
    first = ledger.record(given, text="Coal went to Dalian. Fish too.")
    before = (ledger.summary(), ledger.events(), ledger.entries())
    second = ledger.record(given, text=None)
    assert (ledger.summary(), ledger.events(), ledger.entries()) == before
    assert (second.new, second.differs, second.entry) == (False, False, first.entry)
    assert [(p.report, p.event) for p in second.placed] == [(p.report, p.event) for p in first.placed]
    other = ledger.record(document("one", dealing("Coal went to Dalian.", to="RU")))
    assert (other.new, other.differs) == (False, True)
    assert ledger.events() == before[1]


def test_ids_follow_from_content(place: Any) -> None:
    seen = set()
    for _ in range(2):
        with open_ledger(place()) as ledger:
            ledger.record(numbered(0))
            seen.add(tuple(event.id for event in ledger.events(order="oldest")))
    assert len(seen) == 1


def one_event(ledger: Ledger, *documents: Any) -> bool:
    events = [ledger.record(given).placed[0].event for given in documents]
    return len(set(events)) == 1


TOGETHER: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the same words": ({}, {}),
    "another language": ({"language": "id"}, {"what": "batu bara"}),
    "a month and a day in it": ({}, {"date": "2025-07"}),
    "undated, published the day after": ({"published": "2025-07-21"}, {"date": None}),
    "a plan and the deed": ({}, {"status": "planned"}),
    "who denies it tells of it": ({}, {"status": "denied"}),
    "a chapter and a heading in it": ({}, {"hs": ("27",)}),
    "amounts that are one, rounded": ({}, {"amount": Amount(words="6 thousand", number=6000, unit="t")}),
    "when instead of date": ({}, {"date": None, "when": When(words="20 July", first="2025-07-20", last="2025-07-20")}),
}
APART: dict[str, dict[str, Any]] = {
    "another day": {"date": "2025-07-25"},
    "other goods": {"hs": ("0303",)},
    "other goods of the chapter": {"hs": ("2709",)},
    "the other way": {"from_": "CN", "to": "KP"},
    "another receiver": {"to": "RU"},
    "no receiver": {"to": None},
    "another kind": {"kind": "aid"},
    "its end": {"polarity": "cessation"},
    "a supposition": {"role": "supposition", "status": "hypothetical"},
    "another amount": {"amount": Amount(words="90 thousand", number=90000, unit="t")},
    "other ships": {"vessels": ("Sun Sidong",)},
    "a year's total": {"date": "2025"},
}
FIRST: dict[str, Any] = {"amount": Amount(words="6,500 tonnes", number=6500, unit="t"), "vessels": ("Wise Honest",)}


@pytest.mark.parametrize("name", TOGETHER)
def test_one_event_many_reports(ledger: Ledger, name: str) -> None:
    page, told = TOGETHER[name]
    assert one_event(ledger, document("one", dealing(**FIRST)), document("two", dealing(**told), **page))
    (event,) = ledger.events()
    assert event.reports == 2
    assert len(ledger.event(event.id).tellings) == 2
    assert ledger.verify().ok


@pytest.mark.parametrize("name", APART)
def test_what_differs_stays_apart(ledger: Ledger, name: str) -> None:
    assert not one_event(ledger, document("one", dealing(**FIRST)), document("two", dealing(**APART[name])))
    assert ledger.verify().ok


def test_the_same_text_printed_twice_is_one_event_without_a_date(ledger: Ledger) -> None:
    quote = "North Korean coal keeps reaching the port of Dalian, two traders told the paper."
    pages = [document(n, dealing(quote, date=None), published=None) for n in ("one", "two")]
    assert one_event(ledger, *pages)
    assert not one_event(ledger, pages[0], document("three", dealing("Coal went.", date=None), published=None))


def test_dealings_of_one_document_stay_apart(ledger: Ledger) -> None:
    done = ledger.record(document("one", dealing("Coal went."), dealing("Coal went again.", id="d2")))
    assert len({placed.event for placed in done.placed}) == 2
    again = ledger.record(document("two", dealing("Coal went."), dealing("Coal went again.", id="d2")))
    assert {placed.event for placed in again.placed} == {placed.event for placed in done.placed}


def test_neighbours_do_not_run_together(ledger: Ledger) -> None:
    days = ("2025-07-01/2025-07-05", "2025-07-05/2025-07-10", "2025-07-10/2025-07-15")
    events = [ledger.record(document(day, dealing(date=day))).placed[0].event for day in days]
    assert events[0] == events[1] != events[2]
    event = ledger.event(events[0])
    assert (event.first, event.last) == ("2025-07-05", "2025-07-05")


def test_the_fullest_report_speaks_and_status_goes_furthest(ledger: Ledger) -> None:
    ledger.record(document("one", dealing(status="planned", date=None, determinations=(judged("undetermined"),))))
    ledger.record(document("two", dealing(status="denied")))
    ledger.record(document("three", dealing(), language="ko"))
    (event,) = ledger.events()
    assert (event.verdict, event.status, event.disputed) == ("prohibited", "done", True)
    assert (event.statuses, event.languages) == (("denied", "done", "planned"), ("en", "ko"))


def test_two_regimes_and_none(ledger: Ledger) -> None:
    eu = judged("not_covered")
    both = (judged("restricted"), type(eu)(**{**{f: getattr(eu, f) for f in eu.__struct_fields__}, "regime": "EU"}))
    ledger.record(document("one", dealing(determinations=both, regimes=("UN", "EU"))))
    ledger.record(document("two", dealing(hs=("0303",), determinations=())))
    assert [event.verdict for event in ledger.events(order="oldest", filters=Filters(goods="27"))] == ["restricted"]
    assert [event.verdict for event in ledger.events(Filters(goods="0303"))] == [None]


def test_many_at_once_are_as_one_by_one(place: Any) -> None:
    documents = [numbered(n) for n in range(40)]
    with open_ledger(place()) as one, open_ledger(place()) as other:
        singly = [one.record(each, text=each.source) for each in documents]
        together = list(other.record_many(((each, each.source) for each in documents), batch=7))
        assert singly == together
        assert one.events(limit=None) == other.events(limit=None)
        assert (one.verify().flaws, other.verify().flaws) == ((), ())
        twice = list(other.record_many([(numbered(41), None), (numbered(41), None), (documents[0], None)]))
        assert [each.new for each in twice] == [True, False, False]


def test_writers_wait_for_each_other(url: str) -> None:
    failed: list[BaseException] = []

    def write(first: int) -> None:
        try:
            with open_ledger(url) as mine:
                for n in range(first, first + 12):
                    mine.record(numbered(n))
                    mine.events()
        except BaseException as error:  # noqa: BLE001 - told in the main thread
            failed.append(error)

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 6, 12, 12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with open_ledger(url) as ledger:
        assert ledger.summary().documents == 24
        assert ledger.verify().flaws == ()


def test_a_new_ledger_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    failed: list[BaseException] = []
    start = threading.Barrier(8)

    def look(file: Path) -> None:
        try:
            start.wait()
            with open_ledger(str(file)) as mine:
                mine.summary()
        except BaseException as error:  # noqa: BLE001 - told in the main thread
            failed.append(error)

    for n in range(6):
        threads = [threading.Thread(target=look, args=(tmp_path / f"{n}.db",)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []


@pytest.mark.parametrize("wrong", ["", "0", "Z" * 64])
def test_a_document_without_its_hash_is_refused(ledger: Ledger, wrong: str) -> None:
    import msgspec

    with pytest.raises(SaringError) as error:
        ledger.record(msgspec.structs.replace(numbered(1), sha256=wrong))
    assert error.value.code == "bad_type"
    assert ledger.summary().entries == 0


def test_what_fails_leaves_nothing(ledger: Ledger) -> None:
    broken = document("broken", dealing(evidence=Quote(0, 3, "\ud800 x"), goods=(Good(words="x"),)))
    with pytest.raises(SaringError):
        list(ledger.record_many([(numbered(0), None), (broken, None)]))
    assert ledger.summary().documents == 0
    assert ledger.verify().ok
