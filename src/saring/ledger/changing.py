"""What a correction changes in the rows; the same when it is made, restored from an export, or made again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger.deriving import Derived, Standing, derive, write
from saring.ledger.gist import folded, gist_of
from saring.ledger.papers import dealing_of
from saring.ledger.schema import documents as documents_table
from saring.ledger.schema import events, participants, reports, traces
from saring.model import Checked, Dealing, SaringError

Told = tuple[str, str, str | None, str]  # id and body of a report, publication and language of its document


def told_of(connection: Connection, event: str) -> list[Told]:
    """The reports of an event in the order in which they were recorded."""
    query = (
        sa.select(reports.c.id, reports.c.body, documents_table.c.published, documents_table.c.language)
        .join(documents_table, documents_table.c.n == reports.c.document)
        .where(reports.c.event == event)
        .order_by(reports.c.n)
    )
    return list(list[Any](connection.execute(query)))


def derived(event: str, told: Sequence[Told], standing: Standing) -> Derived:
    """The rows of an event from all its reports."""
    dealings: dict[str, Dealing] = {}
    gists = []
    for report, body, published, language in told:
        dealings[report] = dealing_of(body)
        about = Checked(source="", sha256="", language=language, published=published)
        gists.append(gist_of(report, dealings[report], about))
    gist = reduce(folded, gists)
    return derive(event, gist, dealings[gist.base], standing)


def standing_of(connection: Connection, event: str) -> Standing:
    """How an event stands now."""
    row = connection.execute(
        sa.select(events.c.review, events.c.own, events.c.merged_into).where(events.c.id == event)
    ).one()  # fmt: skip
    return Standing(row.review, row.own, row.merged_into)


def rebuild(connection: Connection, event: str, standing: Standing, *, new: bool = False) -> None:
    """Write the rows of an event anew from its reports."""
    write(connection, [derived(event, told_of(connection, event), standing)], new=new)


def review(connection: Connection, event: str, word: str) -> None:
    """Confirm, reject or reopen."""
    now = standing_of(connection, event)
    rebuild(connection, event, Standing(word, now.own, now.merged_into))


def give(connection: Connection, event: str, own: str) -> None:
    """Give an event a corrected dealing, or determinations of a later lawbook."""
    now = standing_of(connection, event)
    rebuild(connection, event, Standing(now.review, own, now.merged_into))


def merge(connection: Connection, event: str, others: Sequence[str]) -> None:
    """Take the reports of other events into this one; they stay as signposts to it."""
    for other in others:
        connection.execute(sa.update(reports).where(reports.c.event == other).values(event=event))
        gone = {"merged_into": event, "shown": False, "counted": False, "reports": 0}
        connection.execute(sa.update(events).where(events.c.id == other).values(**gone))
        for table in (traces, participants):
            connection.execute(sa.delete(table).where(table.c.event == other))
    rebuild(connection, event, standing_of(connection, event))


def split(connection: Connection, event: str, leaving: Sequence[str], into: str) -> None:
    """Let reports leave an event for a new one."""
    if connection.scalar(sa.select(events.c.id).where(events.c.id == into)):
        raise SaringError("unreadable", "ledger", f"the event {into} is there already", "ledger verify")
    told = [each for each in told_of(connection, event) if each[0] in leaving]
    write(connection, [derived(into, told, Standing())], new=True)
    connection.execute(sa.update(reports).where(reports.c.id.in_(leaving)).values(event=into))
    rebuild(connection, event, standing_of(connection, event))


def make(connection: Connection, action: str, body: dict[str, Any]) -> None:
    """Do what the body of an entry says."""
    if action in ("confirm", "reject", "reopen"):
        review(connection, body["event"], REVIEWS[action])
    elif action == "set":
        give(connection, body["event"], body["own"])
    elif action == "merge":
        merge(connection, body["event"], body["events"])
    elif action == "split":
        split(connection, body["event"], body["reports"], body["into"])
    elif action == "rejudge":
        for event, own in body["moved"]:
            give(connection, event, own)
    else:
        raise SaringError("unknown_word", "entry", f"{action!r} is no correction", ", ".join(ACTIONS))


REVIEWS = {"confirm": "confirmed", "reject": "rejected", "reopen": "open"}
ACTIONS = (*REVIEWS, "set", "merge", "split", "rejudge")
