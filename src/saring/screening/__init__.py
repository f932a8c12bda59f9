"""Names against lists: persons, bodies, ships and aircraft in any script, with reasons and without a verdict.

What stands behind these functions needs rapidfuzz and, for scripts other than plain Latin, Cyrillic, Hangul and kana,
the extra `screen`; it is imported when something is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from saring.model import Dealing, Hit, Screened

if TYPE_CHECKING:
    from .entry import ListedKind
    from .search import Answer, Screener

__all__ = ["open_lists", "reconcile", "screen", "screen_dealing", "screen_party"]


@lru_cache(maxsize=4)
def _opened(names: tuple[str, ...], as_of: str | None, home: str | None) -> Screener:
    from .search import Screener
    from .store import Store

    store = Store(Path(home) if home else None)
    return Screener(store.chosen(names, as_of), as_of)


def open_lists(names: Sequence[str] = (), as_of: str | None = None, home: Path | None = None) -> Screener:
    """The installed lists (all, or those named), made ready for questions, in their versions as of a date.

    Raises `SaringError` when none is installed, when one that is named is not, or when a stored version is damaged.
    """
    return _opened(tuple(names), as_of, str(home) if home else None)


def screen(name: str, screener: Screener, limit: int = 10, line: float | None = None) -> Answer:
    """The answer of `saring screen` for one name: hits from the line upwards, and the lists that were asked."""
    from .answers import answer
    from .search import DEFAULT_LINE, Asked

    return answer(Asked(name), screener, limit, DEFAULT_LINE if line is None else line)


def screen_party(
    name: str, screener: Screener, *, kind: ListedKind | None = None, country: str | None = None,
    birth: str | None = None, imo: str | None = None, limit: int = 5, line: float | None = None,
) -> tuple[Hit, ...]:  # fmt: skip
    """The hits of one party or ship, best first; `strong` where a number agrees, or the full name and the country.

    `country` ISO 3166 alpha-2, `birth` ISO 8601, `imo` seven digits; what is not known is left out.
    """
    from .search import DEFAULT_LINE, Asked

    asked = Asked(name, kind, country, birth, imo)
    return screener.search(asked, limit, DEFAULT_LINE if line is None else line)


def reconcile(query: dict[str, object], screener: Screener) -> dict[str, object]:
    """One query of the OpenRefine reconciliation API ("query", "type", "limit", "properties") with its candidates."""
    from .refine import candidates

    return candidates(query, screener)


def screen_dealing(dealing: Dealing, screener: Screener) -> Screened:
    """What the lists say of the parties and ships of a dealing, with the fact of the law that each hit touches."""
    from .dealings import screen_dealing as named

    return named(dealing, screener)
