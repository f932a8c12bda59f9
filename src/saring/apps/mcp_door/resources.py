"""What can be read by address: paragraphs of the law, and events and documents of the ledger."""

from __future__ import annotations

import msgspec

from saring.apps.http.desk import Desk
from saring.apps.mcp_door.addresses import DOCUMENT, EVENT, LAW, SCHEME, law_address, taken_apart
from saring.apps.mcp_door.tools import shown
from saring.model import SaringError

PAGE = 100


class Listed(msgspec.Struct, frozen=True):
    """A resource in a listing; what a document says of itself is data."""

    uri: str
    name: str
    title: str


def listed(desk: Desk, cursor: str | None) -> tuple[list[Listed], str | None]:
    """A page of resources, the law first and then the documents of the ledger, and where the next page begins."""
    begin = _begin(cursor)
    law = paragraphs()
    page = law[begin : begin + PAGE]
    room, after = PAGE - len(page), max(0, begin - len(law))
    kept = documents(desk, room + 1, after) if room else []
    more = len(kept) > room or (not room and begin + PAGE <= len(law))
    return [*page, *kept[:room]], str(begin + PAGE) if more else None


def _begin(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 10):
        raise SaringError(
            "bad_type", "cursor", f"{cursor[:40]!r} is no cursor of this server", "the one that a page gave"
        )
    return int(cursor)


def paragraphs() -> list[Listed]:
    """Every provision of the lawbook."""
    from saring.law import load

    return [
        Listed(law_address(situation.regime.regime, one.provision), one.provision, f"{one.cite}: {one.title}")
        for situation in load().situations
        for one in situation.provisions
    ]


def documents(desk: Desk, most: int, after: int) -> list[Listed]:
    """The documents of the ledger, the latest first; none where no ledger was made yet or none can be opened here."""
    try:
        ledger = desk.ledger
    except ModuleNotFoundError:  # the extra web is not installed; a search says so
        return []
    except SaringError as error:
        if error.code == "missing_file":
            return []
        raise
    return [
        Listed(f"{SCHEME}{DOCUMENT}/{one.sha256}", one.sha256[:12], one.title or one.source)
        for one in ledger.documents(limit=most, offset=after)
    ]


def read(desk: Desk, address: str) -> bytes:
    """The JSON behind an address."""
    sort, regime, name = taken_apart(address)
    if sort == LAW:
        return msgspec.json.encode(_law(regime, name))
    if sort == EVENT:
        return msgspec.json.encode(desk.ledger.event(name))
    return msgspec.json.encode(desk.ledger.document(name))


def _law(regime: str, name: str) -> msgspec.Struct:
    from saring.law import load
    from saring.law.catalogue import find

    book = load()
    if regime not in book.regimes:
        raise SaringError("unknown_regime", "uri", f"{regime[:40]!r} is not loaded", ", ".join(book.regimes))
    found = tuple(entry for entry in find(book, name[:200]) if entry.situation.regime.regime == regime)
    if not found:
        raise SaringError("unknown_provision", "uri", f"{name[:200]!r} is not law of {regime}", "resources/list")
    return shown(found)
