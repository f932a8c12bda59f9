"""The first tables of the ledger, with full text on either database.

Revision ID: 0001
Revises: none
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from saring.ledger.schema import Moment, Packed

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FACETS = ["shown", "counted", "period", "kind", "verdict", "from_", "to_", "first", "last", "status", "role", "review"]
FACETS += ["also_from", "also_to", "headings", "id"]
SIDES = ["shown", "counted", "from_", "to_", "also_from", "also_to", "kind", "verdict", "period"]
TABLES = ("participants", "traces", "reports", "events", "checklists", "texts", "documents", "entries")


def words(*names: str, null: bool = False) -> list[sa.Column[str]]:
    """Columns of text."""
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def key(name: str) -> sa.Column[int]:
    """A number that we give."""
    return sa.Column(name, sa.Integer(), nullable=False, primary_key=True, autoincrement=False)


def flag(name: str) -> sa.Column[bool]:
    """Yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def part(name: str, target: str | None = None) -> sa.Column[str]:
    """A part of the primary key."""
    foreign = [sa.ForeignKey(target)] if target else []
    return sa.Column(name, sa.Text(), *foreign, nullable=False, primary_key=True)


def kept() -> None:
    """What is written once."""
    op.create_table(
        "entries",
        key("seq"),
        sa.Column("at", Moment(), nullable=False),
        *words("who", "action", "subject", "why", "body", "previous", "digest"),
        *words("origin", null=True),
        sa.UniqueConstraint("digest"),
        sa.UniqueConstraint("origin"),
    )
    op.create_index("entries_subject", "entries", ["subject", "seq"])
    op.create_table(
        "documents",
        key("n"),
        *words("sha256"),
        sa.Column("recorded", Moment(), nullable=False),
        *words("source", "language", "body", "digest"),
        *words("title", "publisher", "published", null=True),
        sa.UniqueConstraint("sha256"),
    )
    document = sa.Column(
        "document", sa.Integer(), sa.ForeignKey("documents.n"), primary_key=True, autoincrement=False, nullable=False
    )
    op.create_table("texts", document, sa.Column("text", Packed(), nullable=False), *words("digest"))
    op.create_table("checklists", part("digest"), *words("body"))


def told() -> None:
    """Events and their reports."""
    op.create_table(
        "events",
        part("id"),
        *words("kind", "polarity", "role", "date_basis", "period", "review", "statuses", "languages"),
        *words("also_from", "also_to", "headings", "parties", "provisions", "state"),
        *words(
            "status", "from_", "to_", "first", "last", "what", "verdict", "lawbook", "merged_into", "own", null=True
        ),
        sa.Column("reports", sa.Integer(), nullable=False),
        *map(flag, ("corrected", "disputed", "counted", "shown")),
    )
    op.create_index("events_shown", "events", ["shown", "first", "id"])
    op.create_index("events_kind", "events", ["shown", "kind", "first", "id"])
    op.create_index("events_verdict", "events", ["shown", "verdict", "first", "id"])
    op.create_index("events_facets", "events", FACETS)
    op.create_index("events_sides", "events", SIDES)
    op.create_table(
        "reports",
        key("n"),
        *words("id"),
        sa.Column("document", sa.Integer(), sa.ForeignKey("documents.n"), nullable=False),
        sa.Column("event", sa.Text(), sa.ForeignKey("events.id"), nullable=False),
        sa.Column("body", Packed(), nullable=False),
        *words("digest", "checked"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("reports_event", "reports", ["event", "n"])
    op.create_index("reports_document", "reports", ["document", "n"])


def related() -> None:
    """What is counted and looked up."""
    trace = (part("event", "events.id"), part("key"), *words("first", "last"))
    op.create_table("traces", *trace, sqlite_with_rowid=False)
    op.create_index("traces_key", "traces", ["key", "first", "last"])
    op.create_table(
        "participants",
        part("event", "events.id"),
        *map(part, ("name", "country")),
        *words("counterpart", "kind", "period"),
        *words("verdict", null=True),
        flag("counted"),
        sqlite_with_rowid=False,
    )
    named = ["counted", "name", "country", "counterpart", "kind", "verdict", "period"]
    op.create_index("participants_name", "participants", named)


def searched() -> None:
    """Full text."""
    if op.get_bind().dialect.name == "postgresql":
        for table in ("search_reports", "search_texts"):
            op.execute(f"CREATE TABLE {table} (n integer PRIMARY KEY, words tsvector NOT NULL)")
            op.execute(f"CREATE INDEX {table}_words ON {table} USING gin (words)")
        return
    for table in ("search_reports", "search_texts"):
        # Contentless: what is indexed stands in reports and texts, and is never changed.
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5(words, stems, content='', detail=column, columnsize=0, "
            "prefix='2 3', tokenize='unicode61 remove_diacritics 0')"
        )


def upgrade() -> None:
    """Make everything."""
    kept()
    told()
    related()
    searched()


def downgrade() -> None:
    """Remove everything."""
    for table in ("search_texts", "search_reports", *TABLES):
        op.drop_table(table)
