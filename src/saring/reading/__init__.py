"""The room `reading`: a document becomes tellings of dealings, each with its words and their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from saring.model import ClaimSeen, Dealing, Document, Good

__all__ = ["PARTNER", "claims", "read", "trace"]

PARTNER = "KP"
Spot = Callable[[str, str], tuple[Good, ...]]


def read(document: Document, spot: Spot, partner: str = PARTNER) -> tuple[Dealing, ...]:
    """The tellings of dealings in a document, one for every place that tells one, in the order of the text.

    `spot` finds goods phrases with their spans and codes. A text that does not name the partner gives nothing.
    """
    from saring.reading.reader import open_reading

    reading = open_reading(document, spot, partner)
    return tuple(reading.tellings()) if reading else ()


def trace(document: Document, spot: Spot, partner: str = PARTNER) -> dict[str, Any]:
    """What each step saw, as plain values: for every sentence its tags, the acts tried, and why some were dropped."""
    from saring.reading.tracing import explain

    return explain(document, spot, partner)


def claims(document: Document, partner: str = PARTNER, spot: Spot | None = None) -> tuple[ClaimSeen, ...]:
    """The sentences that say what the law is, was or demands, before the law room judges them.

    With `spot`, a sentence that names goods is not taken to speak of those of the sentence before.
    """
    from saring.reading.legal import find

    return find(document, partner, spot)
