"""Verifying: the chain is whole, and everything that is kept is what the entries say.

A chain shows every change inside it. Whoever can write the whole file could still cut its end off together with all
that hangs on it; against that, note the head down elsewhere and give it to `verify`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger import chain
from saring.ledger.changing import Told, derived
from saring.ledger.deriving import Derived
from saring.ledger.kept import Flaw, Verification
from saring.ledger.papers import about_of, shown
from saring.ledger.schema import checklists, documents, entries, events, participants, reports, texts, traces
from saring.ledger.story import Story
from saring.model import SaringError

MOST = 100  # flaws that are listed; a forged file has as many as one likes
PAGE = 500


def verify(connection: Connection, head: str | None) -> Verification:
    """Compare everything; the answer names each place that is not as it was written."""
    story = Story()
    last, seen = chain.START, 0
    flaws: list[Flaw] = []
    known = head is None or head == chain.START
    for row in connection.execute(sa.select(entries).order_by(entries.c.seq)):
        seen += 1
        flaws += _entry(row, seen, last, story)
        last = row.digest
        known = known or row.digest == head
    if not known:
        flaws.append(Flaw(where="entries", message=f"the noted head {head} is not in the chain: entries are gone"))
    for part in (
        _lists(connection),
        _documents(connection, story),
        _reports(connection, story),
        _events(connection, story),
    ):
        flaws += islice(part, MOST)
    count = sa.select(sa.func.count())
    return Verification(
        ok=not flaws,
        entries=seen,
        documents=len(story.documents),
        reports=len(story.reports),
        events=connection.scalar(count.select_from(events).where(events.c.merged_into.is_(None))) or 0,
        head=last,
        flaws=tuple(flaws[:MOST]),
    )


def _entry(row: Any, seq: int, previous: str, story: Story) -> Iterator[Flaw]:
    where = f"entry {row.seq}"
    if row.seq != seq:
        yield Flaw(where=where, message=f"entry {seq} is expected here: entries are gone or were put in")
    if row.previous != previous:
        yield Flaw(where=where, message="it does not follow the entry before it")
    if chain.sealed(row.seq, chain.written(row, row.body), row.previous) != row.digest:
        yield Flaw(where=where, message="its digest is not that of its content")
    try:
        story.apply(row.action, row.subject, msgspec.json.decode(row.body))
    except (SaringError, msgspec.DecodeError) as error:
        yield Flaw(where=where, message=str(error))


def _lists(connection: Connection) -> Iterator[Flaw]:
    for row in connection.execute(sa.select(checklists)):
        if chain.digest(row.body) != row.digest:
            yield Flaw(where=f"list {row.digest[:16]}", message="a list of measures is not what it was")


def _documents(connection: Connection, story: Story) -> Iterator[Flaw]:
    missing = dict(story.documents)
    query = sa.select(documents, texts.c.text, texts.c.digest.label("text_digest")).outerjoin(
        texts, texts.c.document == documents.c.n
    )
    for row in _rows(connection, query):
        where = f"document {row.sha256}"
        known = missing.pop(row.sha256, None)
        if known is None:
            yield Flaw(where=where, message="no entry recorded it")
            continue
        if (row.n, row.digest, row.text_digest) != (known.n, known.digest, known.text):
            yield Flaw(where=where, message="its row is not what its entry says")
        if chain.digest(row.body) != known.digest or not _columns_hold(row):
            yield Flaw(where=where, message="what is kept of it was changed")
        if row.text is not None and chain.digest(row.text) != known.text:
            yield Flaw(where=where, message="its text was changed")
    yield from (Flaw(where=f"document {sha256}", message="it is gone") for sha256 in missing)


def _columns_hold(row: Any) -> bool:
    try:
        about = about_of(row.body)
    except msgspec.MsgspecError:
        return False
    return about.sha256 == row.sha256 and all(getattr(row, name) == value for name, value in shown(about).items())


def _reports(connection: Connection, story: Story) -> Iterator[Flaw]:
    missing = dict(story.reports)
    lists = set(connection.scalars(sa.select(checklists.c.digest)))
    query = sa.select(reports, documents.c.sha256).outerjoin(documents, documents.c.n == reports.c.document)
    for row in _rows(connection, query):
        where = f"report {row.id}"
        known = missing.pop(row.id, None)
        if known is None:
            yield Flaw(where=where, message="no entry recorded it")
            continue
        if (row.n, row.sha256, row.digest) != (known.n, known.document, known.digest):
            yield Flaw(where=where, message="its row is not what its entry says")
        if row.event != known.event:
            yield Flaw(where=where, message=f"it stands in {row.event}, the entries put it in {known.event}")
        if chain.digest(row.body) != known.digest or row.checked != " ".join(known.checked):
            yield Flaw(where=where, message="what is kept of it was changed")
        if not lists.issuperset(known.checked):
            yield Flaw(where=where, message="a list of the measures that were asked is gone")
    yield from (Flaw(where=f"report {report}", message="it is gone") for report in missing)


def _rows(connection: Connection, query: sa.Select[Any]) -> Iterator[Any]:
    """Rows one by one; what was packed and cannot be unpacked is an error that names no row, so it is told as such."""
    try:
        yield from connection.execute(query)
    except (ValueError, OSError) as error:
        raise SaringError("unreadable", "ledger", f"a packed text cannot be unpacked: {error}") from None


def _events(connection: Connection, story: Story) -> Iterator[Flaw]:
    missing = dict(story.events)
    for page in _pages(connection.scalars(sa.select(events.c.id).order_by(events.c.id)).all()):
        rows = {row["id"]: dict(row) for row in connection.execute(_of(events, page)).mappings()}
        told: dict[str, list[Told]] = {}
        query = (
            sa.select(reports.c.event, reports.c.id, reports.c.body, documents.c.published, documents.c.language)
            .join(documents, documents.c.n == reports.c.document)
            .where(reports.c.event.in_(page))
            .order_by(reports.c.n)
        )
        for event, *report in list[Any](connection.execute(query)):
            told.setdefault(event, []).append(tuple(report))
        further = {table.name: _grouped(connection, table, page) for table in (traces, participants)}
        for event in page:
            standing = missing.pop(event, None)
            if standing is None:
                yield Flaw(where=f"event {event}", message="no entry began it")
                continue
            if standing.merged_into is not None:
                expected = rows[event] | {
                    "merged_into": standing.merged_into,
                    "shown": False,
                    "counted": False,
                    "reports": 0,
                }
                whole = Derived(expected, [], [])
            elif event not in told:
                yield Flaw(where=f"event {event}", message="it has no report")
                continue
            else:
                try:
                    whole = derived(event, told[event], standing)
                except msgspec.MsgspecError as error:
                    yield Flaw(where=f"event {event}", message=f"its reports cannot be read: {error}")
                    continue
            yield from _event(event, rows[event], whole, {name: kept.get(event, []) for name, kept in further.items()})
    yield from (Flaw(where=f"event {event}", message="it is gone") for event in missing)


def _event(event: str, row: dict[str, Any], whole: Derived, further: dict[str, list[dict[str, Any]]]) -> Iterator[Flaw]:
    wrong = sorted(name for name, value in row.items() if whole.event[name] != value)
    if wrong:
        yield Flaw(where=f"event {event}", message=f"not what its reports and entries give: {', '.join(wrong)}")
    for name, kept in further.items():
        if _sorted(getattr(whole, name)) != _sorted(kept):
            yield Flaw(where=f"event {event}", message=f"its {name} are not what its reports and entries give")


def _of(table: sa.Table, page: list[str]) -> sa.Select[Any]:
    column = table.c.id if table is events else table.c.event
    return sa.select(table).where(column.in_(page))


def _grouped(connection: Connection, table: sa.Table, page: list[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(_of(table, page)).mappings():
        found.setdefault(row["event"], []).append(dict(row))
    return found


def _sorted(rows: Iterable[dict[str, Any]]) -> list[list[tuple[str, Any]]]:
    return sorted((sorted(row.items()) for row in rows), key=repr)


def _pages(ids: Iterable[str]) -> Iterator[list[str]]:
    stream = iter(ids)
    while page := list(islice(stream, PAGE)):
        yield page
