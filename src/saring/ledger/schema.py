"""The tables. Entries, documents, texts and reports are written once; what else stands here follows from them.

Lists inside a column stand one to a line, with a line break before and after, so that LIKE finds a whole item.
"""

from __future__ import annotations

import datetime as dt
import zlib
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

HEAD = "0001"  # the revision that this program writes; a test holds it to the last file of migrations/versions


class Moment(TypeDecorator[dt.datetime]):
    """A timezone-aware moment, kept as UTC; SQLite forgets time zones, so that it is set again on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """UTC, or an error: a moment without a time zone means nothing."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """The moment with its zone."""
        if value is None:
            return None
        moment: dt.datetime = value
        return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


class Packed(TypeDecorator[str]):
    """A long text, compressed: reports are JSON of some three kilobytes, and a third of that holds it."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """The bytes that are stored."""
        return None if value is None else zlib.compress(value.encode(), 1)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text."""
        return None if value is None else zlib.decompress(value).decode()


metadata = MetaData()


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    *map(_text, ("who", "action", "subject", "why", "body", "previous")),
    Column("digest", Text, nullable=False, unique=True),
    Column("origin", Text, unique=True),
    Index("entries_subject", "subject", "seq"),
)

documents = Table(
    "documents",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False, unique=True),
    Column("recorded", Moment, nullable=False),
    *map(_text, ("source", "language", "body", "digest")),
    *(_text(name, null=True) for name in ("title", "publisher", "published")),
)

texts = Table(
    "texts",
    metadata,
    Column("document", Integer, ForeignKey("documents.n"), primary_key=True, autoincrement=False),
    Column("text", Packed, nullable=False),
    _text("digest"),
)

# Each determination lists all measures that were asked, and there are few different such lists.
checklists = Table("checklists", metadata, Column("digest", Text, primary_key=True), _text("body"))

# Whatever is counted is counted from these indexes alone: the rows themselves are long.
_COUNTED = (
    "shown",
    "counted",
    "period",
    "kind",
    "verdict",
    "from_",
    "to_",
    "first",
    "last",
    "status",
    "role",
    "review",
)
FACETS = (*_COUNTED, "also_from", "also_to", "headings", "id")
SIDES = ("shown", "counted", "from_", "to_", "also_from", "also_to", "kind", "verdict", "period")

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    *map(_text, ("kind", "polarity", "role", "date_basis", "period", "review", "statuses", "languages")),
    *map(_text, ("also_from", "also_to", "headings", "parties", "provisions", "state")),
    *(_text(name, null=True) for name in ("status", "from_", "to_", "first", "last", "what", "verdict", "lawbook")),
    *(_text(name, null=True) for name in ("merged_into", "own")),
    Column("reports", Integer, nullable=False),
    *(Column(name, Boolean, nullable=False) for name in ("corrected", "disputed", "counted", "shown")),
    Index("events_shown", "shown", "first", "id"),
    Index("events_kind", "shown", "kind", "first", "id"),
    Index("events_verdict", "shown", "verdict", "first", "id"),
    Index("events_facets", *FACETS),
    Index("events_sides", *SIDES),
)

reports = Table(
    "reports",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Integer, ForeignKey("documents.n"), nullable=False),
    Column("event", Text, ForeignKey("events.id"), nullable=False),
    Column("body", Packed, nullable=False),
    *map(_text, ("digest", "checked")),
    Index("reports_event", "event", "n"),
    Index("reports_document", "document", "n"),
)

# Where a new report looks for the event that it tells: kind, sides and theme in one key, and the days.
traces = Table(
    "traces",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    _text("first"),
    _text("last"),
    Index("traces_key", "key", "first", "last"),
    sqlite_with_rowid=False,
)

participants = Table(
    "participants",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("country", Text, primary_key=True),
    *map(_text, ("counterpart", "kind", "period")),
    _text("verdict", null=True),
    Column("counted", Boolean, nullable=False),
    Index("participants_name", "counted", "name", "country", "counterpart", "kind", "verdict", "period"),
    sqlite_with_rowid=False,
)

SEARCHED = ("search_reports", "search_texts")  # full text: made by the migrations, another kind of table on each side
