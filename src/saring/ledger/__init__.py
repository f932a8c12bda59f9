"""The ledger: what was determined is kept, related and shown; nothing in it is overwritten.

`open_ledger` opens or makes one; all else is a method of `Ledger`, and every answer a frozen value of `kept`.
SQLAlchemy is imported when a ledger is opened, not before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from saring.ledger.kept import (
    Corrected,
    Correction,
    Count,
    DocumentKept,
    Edge,
    Entry,
    Event,
    Filters,
    Flaw,
    Found,
    Imported,
    Judge,
    JudgeAsOf,
    Moved,
    Node,
    Placed,
    Recorded,
    Rejudged,
    Relations,
    Strength,
    Summary,
    Telling,
    Unjudged,
    Verification,
)

if TYPE_CHECKING:
    from saring.ledger.book import Ledger

__all__ = [
    "Corrected",
    "Correction",
    "Count",
    "DocumentKept",
    "Edge",
    "Entry",
    "Event",
    "Filters",
    "Flaw",
    "Found",
    "Imported",
    "Judge",
    "JudgeAsOf",
    "Ledger",
    "Moved",
    "Node",
    "Placed",
    "Recorded",
    "Rejudged",
    "Relations",
    "Strength",
    "Summary",
    "Telling",
    "Unjudged",
    "Verification",
    "open_ledger",
]


def open_ledger(
    url: str | None = None, *, create: bool = True, clock: Callable[[], dt.datetime] | None = None
) -> Ledger:
    """The ledger at a URL, brought up to date; without `create` one that is not there is an error.

    `url`: `sqlite:///file.db`, `postgresql://…`, or the path of a file; by default SARING_LEDGER, else `ledger.db`
    among the user's data. `clock` gives the time of entries (timezone-aware); by default the system's, in UTC.
    Raises `SaringError`: a URL of another kind, a file that is no ledger, a server that does not answer.
    """
    from saring.ledger.book import Ledger
    from saring.ledger.opening import connect

    return Ledger(connect(url, create=create), clock)


def __getattr__(name: str) -> Any:
    """`Ledger` itself, for annotations and tests, without paying for it at import."""
    if name != "Ledger":
        raise AttributeError(f"module 'saring.ledger' has no attribute {name!r}")
    from saring.ledger.book import Ledger

    return Ledger
