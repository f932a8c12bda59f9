"""Export and import: everything as JSON Lines, and back into a ledger with the same chain, or into another one.

The first line is a header. Then come the entries in order; an entry that recorded a document carries the document, its
text and its reports, and a list of measures stands before the first line that needs it. Bodies stand as the text that
was digested, so that the chain can be verified from the export alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from saring.ledger import chain, changing
from saring.ledger.chain import Written
from saring.ledger.correcting import Change, body_of, enter, keep_lists
from saring.ledger.gist import gist_of
from saring.ledger.kept import Imported
from saring.ledger.opening import WRITES, lock
from saring.ledger.papers import Page, Paper, about_of, dealing_of, new_event
from saring.ledger.recording import Pen
from saring.ledger.schema import checklists, documents, entries, reports, texts
from saring.ledger.story import Story
from saring.model import SaringError

FORM = 1
BATCH = 200
SHAPE = "an export of saring ledger export"


class EntryLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An entry as it is exported; `body` is JSON text."""

    seq: int
    at: dt.datetime
    who: str
    action: str
    subject: str
    why: str
    body: str
    previous: str
    digest: str
    origin: str | None = None


class Line(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of an export: the header, a list of measures, or an entry with what it kept."""

    saring_ledger: int | None = None
    entries: int | None = None
    head: str | None = None
    measures: str | None = None
    entry: EntryLine | None = None
    document: str | None = None
    text: str | None = None
    reports: tuple[str, ...] = ()


def export(connection: Connection) -> Iterator[bytes]:
    """All lines, each with its line break; the connection must see one state of the ledger throughout."""
    seq, head = chain.end(connection)
    yield _line(Line(saring_ledger=FORM, entries=seq, head=head))
    for (body,) in list[Any](connection.execute(sa.select(checklists.c.body).order_by(checklists.c.digest))):
        yield _line(Line(measures=body))
    for start in range(0, seq, BATCH):
        page = sa.select(entries).where(entries.c.seq > start, entries.c.seq <= start + BATCH).order_by(entries.c.seq)
        rows = [EntryLine(**row) for row in connection.execute(page).mappings()]
        recorded = [row.subject for row in rows if row.action == "record"]
        about, told = _papers(connection, recorded)
        for row in rows:
            if row.action == "record":
                body, text, n = about[row.subject]
                yield _line(Line(entry=row, document=body, text=text, reports=tuple(told.get(n, ()))))
            else:
                yield _line(Line(entry=row))


def _papers(connection: Connection, recorded: list[str]) -> tuple[dict[str, Any], dict[int, list[str]]]:
    query = (
        sa.select(documents.c.sha256, documents.c.body, texts.c.text, documents.c.n)
        .outerjoin(texts, texts.c.document == documents.c.n)
        .where(documents.c.sha256.in_(recorded))
    )
    about = {sha256: (body, text, n) for sha256, body, text, n in list[Any](connection.execute(query))}
    numbers = [n for _, _, n in about.values()]
    told: dict[int, list[str]] = {}
    wanted = sa.select(reports.c.document, reports.c.body).where(reports.c.document.in_(numbers)).order_by(reports.c.n)
    for n, body in list[Any](connection.execute(wanted)):
        told.setdefault(n, []).append(body)
    return about, told


def _line(line: Line) -> bytes:
    return msgspec.json.encode(line) + b"\n"


def import_lines(engine: Engine, lines: Iterable[bytes], clock: Callable[[], dt.datetime]) -> Imported:
    """Take an export over, a batch of lines in a transaction; a second time it changes nothing."""
    stream = _read(lines)
    taking = Taking(clock)
    while batch := list(islice(stream, BATCH)):
        with engine.execution_options(**WRITES).begin() as connection:
            lock(connection)
            taking.take(connection, batch)
    with engine.connect() as connection:
        return taking.told(chain.end(connection)[1])


def _read(lines: Iterable[bytes]) -> Iterator[tuple[int, Line]]:
    decoder = msgspec.json.Decoder(Line)
    first = True
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            line = decoder.decode(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise SaringError("bad_json", f"line {number}", str(error), SHAPE) from None
        if first and line.saring_ledger != FORM:
            raise SaringError("bad_type", f"line {number}", "it is no header of an export of this form", SHAPE)
        if not first:
            yield number, line
        first = False
    if first:
        raise SaringError("empty", "import", "there is no line", SHAPE)


class Taking:
    """An import under way: what it has read of the other ledger, and what it did with it."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self.clock = clock
        self.story = Story()
        self.lists: dict[str, str] = {}
        self.last = chain.START
        self.restored = self.recorded = self.corrected = self.skipped = 0

    def told(self, head: str) -> Imported:
        """What was done."""
        return Imported(
            restored=self.restored, recorded=self.recorded, corrected=self.corrected, skipped=self.skipped, head=head
        )  # fmt: skip

    def take(self, connection: Connection, batch: list[tuple[int, Line]]) -> None:
        """Take some lines over."""
        pen = Pen(connection)
        for number, line in batch:
            if line.measures is not None:
                self.lists[chain.digest(line.measures)] = line.measures
                continue
            if line.entry is None:
                raise SaringError("bad_type", f"line {number}", "there is no entry in it", SHAPE)
            made = self._checked(number, line, line.entry)
            if _here(connection, line.entry):
                self.skipped += 1
            elif line.entry.previous == pen.head and line.entry.seq == pen.seq + 1:
                pen = self._restore(connection, pen, line.entry, made)
            else:
                pen = self._again(connection, pen, line.entry, made)
            self._follow(line.entry)
        pen.finish()

    def _checked(self, number: int, line: Line, entry: EntryLine) -> Paper | None:
        """Refuse a line whose digests do not hold; the document of one that recorded one."""
        where = f"line {number}"
        if entry.previous != self.last or chain.sealed(entry.seq, _written(entry), entry.previous) != entry.digest:
            raise SaringError("unreadable", where, "the chain does not hold here: the export was changed", SHAPE)
        self.last = entry.digest
        if entry.action != "record":
            return None
        told = msgspec.json.decode(entry.body)
        digests = [chain.digest(line.document or ""), None if line.text is None else chain.digest(line.text)]
        digests += [chain.digest(body) for body in line.reports]
        if digests != [told["document"], told["text"], *(report[1] for report in told["reports"])]:
            raise SaringError(
                "unreadable", where, "a document is not what its entry says: the export was changed", SHAPE
            )
        about = about_of(line.document or "")
        pages = []
        for body, (report, digest, _, checked) in zip(line.reports, told["reports"], strict=True):
            dealing = dealing_of(body)
            names = tuple(checked)
            if not all(name in self.lists for name in names):
                raise SaringError("unreadable", where, "a list of measures is not in the export", SHAPE)
            gist = gist_of(report, dealing, about)
            pages.append(Page(report, new_event(report), dealing, gist, body, digest, names))
        lists = {name: self.lists[name] for page in pages for name in page.checked}
        return Paper(about.sha256, about, line.document or "", told["document"], line.text, tuple(pages), lists)

    def _restore(self, connection: Connection, pen: Pen, entry: EntryLine, made: Paper | None) -> Pen:
        """Go on with the same chain: the entry as it is."""
        body = msgspec.json.decode(entry.body)
        if made is not None:
            pen.restore(made, {report: event for report, _, event, _ in body["reports"]}, entry.at)
            pen.entry(_written(entry))
            self.restored += 1
            return pen
        pen.entry(_written(entry))
        pen.finish()
        keep_lists(connection, self.lists)
        changing.make(connection, entry.action, body)
        self.restored += 1
        return Pen(connection)

    def _again(self, connection: Connection, pen: Pen, entry: EntryLine, made: Paper | None) -> Pen:
        """Another ledger's entry: its document is recorded here, its correction is made here."""
        if made is not None:
            answer = pen.record(made, made.about.source, self.clock(), entry.who, entry.why, entry.digest)
            self.recorded += answer.new
            self.skipped += not answer.new
            return pen
        if entry.action == "rejudge":  # another's lawbook: judge again here
            self.skipped += 1
            return pen
        pen.finish()
        keep_lists(connection, self.lists)
        if self._correct(connection, entry):
            self.corrected += 1
        else:
            self.skipped += 1
        return Pen(connection)

    def _correct(self, connection: Connection, entry: EntryLine) -> bool:
        """Make a correction here, on the events that have the same reports; False where there is nothing to do."""
        body = msgspec.json.decode(entry.body)
        event = self._ours(connection, body["event"])
        change = Change(
            event=event, action=entry.action, who=entry.who, why=entry.why, origin=entry.origin or entry.digest
        )  # fmt: skip
        if entry.action == "set":
            told = {"event": event, "facts": body["facts"], "keys": body["keys"], "own": body["own"]}
        elif entry.action == "merge":
            others = {self._ours(connection, other) for other in body["events"]} - {event}
            told = {"event": event, "events": sorted(others)}
            if not others:
                return False
        elif entry.action == "split":
            query = sa.select(reports.c.id, reports.c.event).where(reports.c.id.in_(body["reports"]))
            here = dict(list[Any](connection.execute(query)))
            home = here[body["reports"][0]]
            rest = connection.scalar(
                sa.select(sa.func.count())
                .select_from(reports)
                .where(reports.c.event == home, reports.c.id.not_in(body["reports"]))
            )
            if not rest:
                return False
            leaving = tuple(report for report in body["reports"] if here[report] == home)
            told = body_of(connection, msgspec.structs.replace(change, reports=leaving, event=home), home, None)
            event = home
        else:
            told = {"event": event}
        changing.make(connection, entry.action, told)
        enter(connection, change, event, told, self.clock())
        return True

    def _ours(self, connection: Connection, event: str) -> str:
        """Our event with the first report of theirs."""
        report = self.story.told[self.story.home(event)][0]
        found: str | None = connection.scalar(sa.select(reports.c.event).where(reports.c.id == report))
        if found is None:
            raise SaringError("unreadable", event, f"its report {report} is not here", SHAPE)
        return found

    def _follow(self, entry: EntryLine) -> None:
        self.story.apply(entry.action, entry.subject, msgspec.json.decode(entry.body))


def _here(connection: Connection, entry: EntryLine) -> bool:
    """Whether this ledger has the entry, or took it over before."""
    names = [name for name in (entry.digest, entry.origin) if name]
    query = sa.select(entries.c.seq).where(sa.or_(entries.c.digest.in_(names), entries.c.origin.in_(names))).limit(1)
    return connection.scalar(query) is not None


def _written(entry: EntryLine) -> Written:
    told = {name: getattr(entry, name) for name in ("at", "who", "action", "subject", "why", "body", "origin")}
    return Written(**told)
