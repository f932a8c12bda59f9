"""Export and import: exactly back, or into another ledger, and never twice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ledger.test_correcting import judge
from tests.ledger.told import dealing, document, numbered

from saring.ledger import Ledger, open_ledger
from saring.model import SaringError


def filled(ledger: Ledger) -> list[bytes]:
    list(ledger.record_many((numbered(n), f"text {n}") for n in range(25)))
    events = [event.id for event in ledger.events(order="reports")]
    ledger.correct(events[0], "Ana", "seen", "confirm")
    ledger.correct(events[1], "Ana", "none", "reject")
    ledger.correct(events[2], "Ana", "letter", "set", facts={"committee_approval": True}, judge=judge)
    ledger.correct(events[3], "Ben", "same", "merge", events=[events[4]])
    ledger.correct(events[0], "Ben", "other", "split", reports=[ledger.event(events[0]).tellings[0].id])
    ledger.rejudge(judge, who="Ben", why="law-2")
    return list(ledger.export())


def everything(ledger: Ledger) -> Any:
    from saring.ledger import Filters

    events = ledger.events(Filters(rejected=True), limit=None)
    return ledger.summary(), [ledger.event(event.id) for event in events], ledger.entries(limit=None)


def test_back_exactly(ledger: Ledger, place: Any) -> None:
    lines = filled(ledger)
    with open_ledger(place()) as other:
        half = other.import_from(lines[: len(lines) // 2])
        done = other.import_from(lines)
        assert (half.restored + done.restored, done.recorded, done.corrected) == (ledger.summary().entries, 0, 0)
        assert everything(other) == everything(ledger)
        assert other.verify().flaws == ()
        assert list(other.export()) == lines
        assert other.import_from(lines).skipped == ledger.summary().entries
        assert other.summary() == ledger.summary()


def test_into_another_ledger(ledger: Ledger, place: Any) -> None:
    lines = filled(ledger)
    with open_ledger(place()) as other:
        other.record(document("own", dealing("Our own.", date="2001-01-01")))
        other.record(numbered(3))
        done = other.import_from(lines)
        assert (done.restored, done.recorded, done.corrected) == (0, 24, 5)
        assert other.summary().documents == 26
        reviews = sorted(event.review for event in everything(other)[1] if event.review != "open")
        assert reviews == ["confirmed", "rejected"]
        before = other.summary()
        assert other.import_from(lines).skipped == ledger.summary().entries
        assert other.summary() == before
        assert other.verify().flaws == ()


@pytest.mark.parametrize("where", ["entry", "document", "reports", "order", "header", "word"])
def test_a_changed_export_is_refused_and_leaves_nothing(ledger: Ledger, place: Any, where: str) -> None:
    lines = filled(ledger)
    at = next(n for n, line in enumerate(lines) if b'"reports"' in line)
    changed = {
        "entry": lines[at].replace(b'"who":""', b'"who":"x"', 1),
        "document": lines[at].replace(b"numbered 0.txt", b"numbered 1.txt", 1),
        "reports": lines[at].replace(b"says that coal", b"says that gold", 1),
        "word": b"{]\n",
    }
    wrong = list(lines)
    if where == "order":
        wrong[at], wrong[at + 1] = wrong[at + 1], wrong[at]
    elif where == "header":
        del wrong[0]
    else:
        assert changed[where] != lines[at]
        wrong[at] = changed[where]
    with open_ledger(place()) as other:
        with pytest.raises(SaringError):
            other.import_from(wrong)
        assert other.summary().documents == 0
        assert other.verify().ok
