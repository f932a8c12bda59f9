"""Recording: a document, its reports and the events that they tell or join, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from types import SimpleNamespace
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from saring.ledger import chain, searching
from saring.ledger.chain import Written
from saring.ledger.deriving import Derived, Standing, derive, gravest, listed, state_of, write
from saring.ledger.gist import Gist, earliest, folded, keys, likeness
from saring.ledger.kept import Placed, Recorded
from saring.ledger.opening import WRITES, lock
from saring.ledger.papers import Page, Paper, dealing_of, document_row, paper, report_words
from saring.ledger.schema import checklists, documents, entries, events, reports, texts, traces
from saring.model import Checked

_known = sa.select(documents.c.n).where(documents.c.sha256 == sa.bindparam("sha256"))
_last_document = sa.select(sa.func.coalesce(sa.func.max(documents.c.n), 0))
_last_report = sa.select(sa.func.coalesce(sa.func.max(reports.c.n), 0))
_by_days = sa.select(traces.c.event).where(
    traces.c.key == sa.bindparam("key"),
    traces.c.first >= sa.bindparam("early"),
    traces.c.first <= sa.bindparam("last"),
    traces.c.last >= sa.bindparam("first"),
)
_by_words = sa.select(traces.c.event).where(traces.c.key == sa.bindparam("key"))
_event = sa.select(events).where(events.c.id == sa.bindparam("id"))
_base = sa.select(reports.c.body).where(reports.c.id == sa.bindparam("id"))


class Placing(msgspec.Struct, frozen=True):
    """Where a page goes: a new event, or one that stands, with its gist as it becomes."""

    page: Page
    event: str
    gist: Gist
    standing: Standing
    new: bool


class RecordBody(msgspec.Struct, frozen=True):
    """The body of an entry that records a document: digests of all that was kept, and where each report went."""

    document: str
    text: str | None
    reports: tuple[tuple[str, str, str, tuple[str, ...]], ...]  # report, digest, event, lists of measures


def record_many(
    engine: Engine,
    given: Iterable[tuple[Checked, str | None]],
    batch: int,
    clock: Any,
    who: str,
    why: str,
    lists: set[str],
) -> Iterator[Recorded]:
    """Keep documents, `batch` in a transaction; answers are given once it is committed."""
    who, why = chain.words("who", who, needed=False, most=200), chain.words("why", why, needed=False)
    stream = iter(given)
    while chunk := list(islice(stream, max(batch, 1))):
        made = [(paper(checked, text), checked) for checked, text in chunk]  # before anybody waits for the lock
        with engine.execution_options(**WRITES).begin() as connection:
            lock(connection)
            pen = Pen(connection, lists)
            answers = [pen.record(ready, checked.source, clock(), who, why) for ready, checked in made]
            pen.finish()
        lists.update(name for ready, _ in made for name in ready.lists)  # not before they are committed
        yield from answers


class Asking:
    """The questions that are put for every report, as the driver takes them: compiled once, not once a document."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.compiled = _compiled(connection.dialect.name, connection.dialect)

    def events(self, query: sa.Select[Any], given: dict[str, Any]) -> list[str]:
        """The first column of all rows."""
        compiled = self.compiled[query]
        names = compiled.positiontup
        told: Any = tuple(given[name] for name in names) if names is not None else given
        return [row[0] for row in self.connection.exec_driver_sql(str(compiled), told)]

    def first(self, query: sa.Select[Any], given: dict[str, Any]) -> Any:
        """The first column of the first row, or None."""
        return next(iter(self.events(query, given)), None)


_seen: dict[str, dict[Any, Any]] = {}


def _compiled(name: str, dialect: sa.Dialect) -> dict[Any, Any]:
    """The questions as this sort of database takes them, compiled once in a process."""
    if name not in _seen:
        _seen[name] = {query: query.compile(dialect=dialect) for query in (_known, _by_days, _by_words)}
    return _seen[name]


class Pen:
    """One transaction of recording: it numbers what it writes, and gathers the rows that nobody asks for meanwhile."""

    def __init__(self, connection: Connection, lists: set[str] | None = None) -> None:
        self.connection = connection
        self.lists = lists or set()  # those that are known to be kept: they are never taken away
        self.seq, self.head = chain.end(connection)
        self.asking = Asking(connection)
        self.documents = connection.scalar(_last_document) or 0
        self.reports = connection.scalar(_last_report) or 0
        self.fresh: dict[str, Recorded] = {}
        self.begun: dict[str, Derived] = {}  # new events of this transaction, written when it ends
        self.traces: dict[str, list[dict[str, Any]]] = {}
        self.later: dict[sa.Table, list[dict[str, Any]]] = {}
        self.words: dict[str, list[tuple[int, str, str]]] = {name: [] for name in searching.TABLES}

    def record(
        self, made: Paper, source: str, at: dt.datetime, who: str, why: str, origin: str | None = None
    ) -> Recorded:
        """Keep one document, unless it is kept already; its reports join the events that they tell."""
        if twice := self.fresh.get(made.sha256):  # given twice in one transaction
            placed = tuple(msgspec.structs.replace(each, new_event=False) for each in twice.placed)
            return msgspec.structs.replace(twice, source=source, new=False, placed=placed)
        kept = self.asking.first(_known, {"sha256": made.sha256})
        if kept is not None:
            return again(self.connection, kept, made, source)
        placings = self._placed(made)
        self._keep(made, placings, at)
        told = tuple((each.page.report, each.page.digest, each.event, each.page.checked) for each in placings)
        body = RecordBody(made.digest, chain.digest(made.text) if made.text is not None else None, told)
        kept_as = chain.encoded(body)
        written = Written(
            at=at, who=who, action="record", subject=made.sha256, why=why, body=kept_as, origin=origin
        )  # fmt: skip
        self.entry(written)
        placed = tuple(map(_said, placings))
        answer = Recorded(
            document=made.sha256, source=source, new=True, differs=False, entry=self.seq, placed=placed
        )  # fmt: skip
        self.fresh[made.sha256] = answer
        return answer

    def entry(self, written: Written) -> None:
        """The next entry of the chain."""
        self.seq += 1
        row = chain.row(self.seq, written, self.head)
        self.head = row["digest"]
        self.later.setdefault(entries, []).append(row)

    def restore(self, made: Paper, placed: dict[str, str], at: dt.datetime) -> None:
        """Keep a document with its reports in the events that they had elsewhere."""
        placings: list[Placing] = []
        for page in made.pages:
            event = placed[page.report]
            joined = self._joined(event, page) if self._standing(event) else None
            placing = joined or Placing(page, event, page.gist, Standing(), new=True)
            self._write([placing], made)
            placings.append(placing)
        self._keep(made, placings, at)

    def finish(self) -> None:
        """Write what was gathered."""
        self._lists()
        write(self.connection, list(self.begun.values()), new=True)
        self.begun, self.traces = {}, {}
        for table in (documents, texts, reports, entries):
            if rows := self.later.pop(table, []):
                self.connection.execute(sa.insert(table), rows)
        for name, rows_of_words in self.words.items():
            searching.index(self.connection, name, rows_of_words)
            rows_of_words.clear()

    def _placed(self, made: Paper) -> list[Placing]:
        """Each page with its event; pages of one document stay apart, since its reader held them apart."""
        taken: set[str] = set()
        found = []
        for page in made.pages:
            placing = self._best(page, taken) or Placing(page, page.event, page.gist, Standing(), new=True)
            taken.add(placing.event)
            found.append(placing)
        self._write(found, made)
        return found

    def _best(self, page: Page, taken: set[str]) -> Placing | None:
        """The event that the page tells, the likeliest first, then the earliest, then the one with the lesser id."""
        best: tuple[float, str, str] | None = None
        row: Any = None
        for event in sorted(self._candidates(page.gist) - taken):
            stands = self._standing(event)
            if stands is None or stands.merged_into is not None:
                continue
            score = likeness(_compared(stands), page.gist)
            if score is not None and (best is None or (-score, stands.first or "", event) < best):
                best, row = (-score, stands.first or "", event), stands
        return self._joined(row.id, page) if row is not None else None

    def _candidates(self, gist: Gist) -> set[str]:
        """Events that may be told by a report: those of this transaction, and those that stand."""
        found: set[str] = set()
        for key in keys(gist):
            named = chain.digest(key)[:24]
            waiting = self.traces.get(named, ())
            if key.startswith("quote|"):
                found.update(row["event"] for row in waiting)
                found.update(self.asking.events(_by_words, {"key": named}))
            elif gist.first is not None and gist.last is not None:
                early = "" if "w|" in key else earliest(gist.first)
                days = {"key": named, "early": early, "first": gist.first, "last": gist.last}
                found.update(row["event"] for row in waiting if row["first"] <= gist.last and row["last"] >= gist.first)
                found.update(self.asking.events(_by_days, days))
        return found

    def _standing(self, event: str) -> Any:
        if begun := self.begun.get(event):
            return SimpleNamespace(**begun.event)
        return self.connection.execute(_event, {"id": event}).first()

    def _joined(self, event: str, page: Page) -> Placing:
        row = self._standing(event)
        standing = Standing(row.review, row.own, row.merged_into)
        return Placing(page, event, folded(state_of(row.state), page.gist), standing, new=False)

    def _write(self, placings: list[Placing], made: Paper) -> None:
        for placing in placings:
            rows = self._derived(placing, made)
            if not placing.new and placing.event not in self.begun:
                write(self.connection, [rows], new=False)
                continue
            if old := self.begun.get(placing.event):
                for trace in old.traces:
                    self.traces[trace["key"]].remove(trace)
            self.begun[placing.event] = rows
            for trace in rows.traces:
                self.traces.setdefault(trace["key"], []).append(trace)

    def _derived(self, placing: Placing, made: Paper) -> Derived:
        base = placing.page.dealing
        if placing.gist.base != placing.page.report:
            own = {page.report: page.dealing for page in made.pages}
            base = own.get(placing.gist.base) or self._body(placing.gist.base)
        return derive(placing.event, placing.gist, base, placing.standing)

    def _body(self, report: str) -> Any:
        waiting = next((row["body"] for row in self.later.get(reports, ()) if row["id"] == report), None)
        return dealing_of(waiting or self.connection.scalar(_base, {"id": report}) or "")

    def _keep(self, made: Paper, placings: list[Placing], at: dt.datetime) -> None:
        """Gather the rows of a document and of its reports."""
        self.documents += 1
        self._gather(checklists, [{"digest": name, "body": body} for name, body in made.lists.items()])
        self._gather(documents, [document_row(self.documents, made, at)])
        if made.text is not None:
            row = {"document": self.documents, "text": made.text, "digest": chain.digest(made.text)}
            self._gather(texts, [row])
            self.words[searching.TEXTS].append((self.documents, made.text, made.about.language))
        for placing in placings:
            self.reports += 1
            page = placing.page
            row = {"n": self.reports, "id": page.report, "document": self.documents, "event": placing.event}
            row |= {"body": page.body, "digest": page.digest, "checked": " ".join(page.checked)}
            self._gather(reports, [row])
            words = report_words(made.about, page.dealing)
            self.words[searching.REPORTS].append((self.reports, words, made.about.language))

    def _gather(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        self.later.setdefault(table, []).extend(rows)

    def _lists(self) -> None:
        """Lists of measures that are not kept yet; there are few, and most are."""
        rows = {row["digest"]: row for row in self.later.pop(checklists, []) if row["digest"] not in self.lists}
        if rows:
            known = set(self.connection.scalars(sa.select(checklists.c.digest).where(checklists.c.digest.in_(rows))))
            fresh = [row for name, row in rows.items() if name not in known]
            if fresh:
                self.connection.execute(sa.insert(checklists), fresh)


def again(connection: Connection, n: int, made: Paper, source: str) -> Recorded:
    """The answer for a document that is kept already."""
    query = sa.select(reports.c.id, reports.c.event, reports.c.digest, events.c.merged_into, reports.c.body)
    joined = query.join(events, events.c.id == reports.c.event).where(reports.c.document == n).order_by(reports.c.n)
    rows = connection.execute(joined).all()
    placed = tuple(
        Placed(
            report=row.id,
            dealing=(dealing := dealing_of(row.body)).id or "",
            event=row.event,
            new_event=False,
            verdict=gravest(dealing.determinations or ()),  # type: ignore[arg-type]
        )
        for row in rows
    )
    seq = connection.scalar(
        sa.select(sa.func.min(entries.c.seq)).where(entries.c.subject == made.sha256, entries.c.action == "record")
    )
    differs = [row.digest for row in rows] != [page.digest for page in made.pages]
    return Recorded(
        document=made.sha256, source=source, new=False, differs=differs, entry=seq or 0, placed=placed
    )  # fmt: skip


def _compared(row: Any) -> Gist:
    """The gist of an event with its corrected kind, sides and days, where people corrected them."""
    gist = state_of(row.state)
    if not row.corrected:
        return gist
    return msgspec.structs.replace(
        gist,
        kind=row.kind,
        polarity=row.polarity,
        from_=row.from_,
        to=row.to_,
        first=row.first,
        last=row.last,
        basis=row.date_basis,
        headings=listed(row.headings),
        fine=(),
    )


def _said(placing: Placing) -> Placed:
    page = placing.page
    return Placed(
        report=page.report,
        dealing=page.dealing.id or "",
        event=placing.event,
        new_event=placing.new,
        verdict=gravest(page.dealing.determinations or ()),  # type: ignore[arg-type]
    )
