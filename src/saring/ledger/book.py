"""The ledger as its callers see it: every question and every change, each in its own file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Literal, Self

from sqlalchemy import Connection, Engine

from saring.ledger import asking, correcting, moving, recording, rejudging, relating, searching, verifying
from saring.ledger.kept import (
    Corrected,
    Correction,
    Count,
    DocumentKept,
    Entry,
    Event,
    Filters,
    Found,
    Imported,
    Judge,
    JudgeAsOf,
    Period,
    Recorded,
    Rejudged,
    Relations,
    Summary,
    Verification,
)
from saring.ledger.opening import WRITES, lock
from saring.model import Checked, FactValue

ALL = Filters()


class Ledger:
    """Documents, the events that they report, and what people said of them; safe to share between threads.

    Writers wait for each other; readers wait for nobody. Close it, or use it in a `with` statement.
    """

    def __init__(self, engine: Engine, clock: Callable[[], dt.datetime] | None = None) -> None:
        self._engine = engine
        self._lists: set[str] = set()
        self._clock = clock or (lambda: dt.datetime.now(dt.UTC))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    # --- writing ---------------------------------------------------------------------------------------------------

    def record(self, checked: Checked, *, text: str | None = None, who: str = "", why: str = "") -> Recorded:
        """Keep a document and its dealings in one transaction; when this returns, it is kept.

        The same document (by content) again changes nothing. `text` is the opened text, for search and pages.
        """
        return next(iter(self.record_many([(checked, text)], who=who, why=why, batch=1)))

    def record_many(
        self, documents: Iterable[tuple[Checked, str | None]], *, who: str = "", why: str = "", batch: int = 100
    ) -> Iterator[Recorded]:
        """Keep many documents, `batch` in a transaction; each answer is given only once its transaction is kept."""
        return recording.record_many(self._engine, documents, batch, self._clock, who, why, self._lists)

    def correct(
        self,
        event_id: str,
        who: str,
        why: str,
        action: Correction,
        *,
        facts: Mapping[str, FactValue | None] | None = None,
        keys: Mapping[str, object] | None = None,
        events: Iterable[str] = (),
        reports: Iterable[str] = (),
        judge: Judge | None = None,
    ) -> Corrected:
        """Correct an event as a new entry of the chain; what was there stays readable.

        confirm, reject, reopen: nothing further. set: `facts` (names of the law's facts) and `keys` (kind, status,
        polarity, from, to, also_from, also_to, date, what, goods) to their values, None taking a fact or key away;
        `judge` judges the corrected dealing. merge: `events` are taken into this one. split: `reports` (ids) leave
        this event for a new one. Raises `SaringError` for an unknown event, report or key, and an empty who or why.
        """
        change = correcting.change_of(event_id, who, why, action, facts, keys, events, reports)
        with self._engine.execution_options(**WRITES).begin() as connection:
            lock(connection)
            return correcting.correct(connection, change, self._clock(), judge)

    def rejudge(
        self,
        judge: Judge,
        *,
        who: str,
        why: str,
        filters: Filters = ALL,
        judge_as_of: JudgeAsOf | None = None,
        keep: bool = True,
    ) -> Rejudged:
        """Judge every kept event by another lawbook; what moved is listed and, with `keep`, entered in the chain."""
        return rejudging.rejudge(
            self._engine, judge, judge_as_of, filters, who, why, self._clock, keep=keep
        )  # fmt: skip

    def import_from(self, lines: BinaryIO | Iterable[bytes]) -> Imported:
        """Take over an export: exactly as it was where this ledger is empty or behind it, else by recording anew."""
        return moving.import_lines(self._engine, lines, self._clock)

    # --- asking ----------------------------------------------------------------------------------------------------

    def events(
        self,
        filters: Filters = ALL,
        *,
        limit: int | None = 50,
        offset: int = 0,
        order: Literal["newest", "oldest", "reports"] = "newest",
    ) -> list[Event]:
        """The events that the filters let through, a page at a time (without reports)."""
        with self._engine.connect() as connection:
            return asking.listing(connection, filters, limit, offset, order)

    def count(self, filters: Filters = ALL) -> int:
        """How many events the filters let through."""
        with self._engine.connect() as connection:
            return asking.counted(connection, filters)

    def event(self, event_id: str) -> Event:
        """One event with its dealing, determinations, reports and entries; one merged away answers as its new home.

        Raises `SaringError` where there is none.
        """
        with self._engine.connect() as connection:
            return asking.whole_event(connection, event_id)

    def document(self, sha256: str) -> DocumentKept:
        """One document with its reports, and its text where it was recorded with it."""
        with self._engine.connect() as connection:
            return asking.document(connection, sha256)

    def documents(self, *, limit: int | None = 50, offset: int = 0) -> list[DocumentKept]:
        """The documents, the latest recorded first (without text and reports)."""
        with self._engine.connect() as connection:
            return asking.latest_documents(connection, limit, offset)

    def search(self, text: str, filters: Filters = ALL, *, limit: int = 50, offset: int = 0) -> list[Found]:
        """Events whose reports, or whose documents' texts, have all these words, in any of their common forms."""
        with self._engine.connect() as connection:
            return searching.search(connection, text, filters, limit, offset)

    def timeline(self, by: Period = "month", filters: Filters = ALL, *, everything: bool = False) -> list[Count]:
        """Events counted by period, kind and verdict; `everything` counts denied and hypothetical ones too."""
        with self._engine.connect() as connection:
            return relating.timeline(connection, by, filters, everything=everything)

    def relations(
        self,
        filters: Filters = ALL,
        *,
        between: tuple[str, str] | None = None,
        by: Period = "month",
        parties: int = 40,
        everything: bool = False,
    ) -> Relations:
        """The graph of countries and the parties most told of, and the intensity by period and kind.

        `between` two countries keeps what happened between them, in either direction.
        """
        with self._engine.connect() as connection:
            return relating.relations(connection, filters, between, by, parties, everything=everything)

    def entries(self, *, subject: str | None = None, limit: int | None = 50, offset: int = 0) -> list[Entry]:
        """The entries of the chain, the latest first; of one document or event where `subject` names it."""
        with self._engine.connect() as connection:
            return asking.latest_entries(connection, subject, limit, offset)

    def verify(self, head: str | None = None) -> Verification:
        """Whether the chain holds and all that is kept is what the entries say.

        `head`: a digest noted down earlier that must stand in the chain; without one, a shortened end cannot be seen.
        """
        with self._snapshot() as connection:
            return verifying.verify(connection, head)

    def summary(self) -> Summary:
        """What the ledger holds."""
        with self._engine.connect() as connection:
            return asking.summary(connection)

    def export(self) -> Iterator[bytes]:
        """Everything as JSON Lines: a header, then the entries in order, documents with their reports and text."""
        with self._snapshot() as connection:
            yield from moving.export(connection)

    def _snapshot(self) -> Connection:
        """A connection that sees one state of the ledger throughout, whoever writes meanwhile."""
        connection = self._engine.connect()
        if connection.dialect.name == "postgresql":
            return connection.execution_options(isolation_level="REPEATABLE READ")
        return connection
