"""Searching the ledger: events with what was determined, and a quote that tells each."""

from __future__ import annotations

import msgspec

from saring.apps.http.desk import Desk
from saring.apps.http.ledger_desk import FILTERS, filters_of
from saring.apps.mcp_door import takes
from saring.apps.mcp_door.addresses import DOCUMENT, EVENT, SCHEME
from saring.apps.mcp_door.gives import LedgerAnswer, LedgerHit
from saring.ledger import Event


def search(desk: Desk, asked: takes.LedgerSearch) -> LedgerAnswer:
    """The events that words and filters find; without words the filters alone."""
    given = msgspec.to_builtins(asked)
    filters = filters_of({name: given[name] for name in FILTERS if name in given})
    ledger = desk.ledger
    if asked.words.strip():
        found = ledger.search(asked.words, filters, limit=asked.limit, offset=asked.offset)
        return LedgerAnswer(None, tuple(_hit(ledger.event(one.event.id), one.document) for one in found))
    events = ledger.events(filters, limit=asked.limit, offset=asked.offset)
    return LedgerAnswer(ledger.count(filters), tuple(_hit(ledger.event(one.id)) for one in events))


def _hit(event: Event, document: str | None = None) -> LedgerHit:
    """An event without its reports and entries, and the report that was found, or the one that speaks for it."""
    about = event.dealing.evidence if event.dealing else None
    wanted = [t for t in event.tellings if t.document == document] or [
        t for t in event.tellings if t.dealing.evidence == about
    ]
    telling = next(iter(wanted or event.tellings), None)
    return LedgerHit(
        event=msgspec.structs.replace(event, tellings=(), entries=(), dealing=None),
        evidence=telling.dealing.evidence if telling else about,
        source=telling.source if telling else None,
        uri=f"{SCHEME}{EVENT}/{event.id}",
        document=f"{SCHEME}{DOCUMENT}/{telling.document}" if telling else None,
    )
