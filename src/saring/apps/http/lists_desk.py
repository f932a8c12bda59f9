"""The installed lists as the doors use them: a name and what else is known of it, and the lists made ready."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import Any, get_args

import msgspec

from saring.apps.http.asked import asked_day, members
from saring.model import SaringError, Screen
from saring.screening.entry import ListedKind
from saring.screening.search import DEFAULT_LINE, Answer, Asked, Screener

KINDS = tuple(kind for kind in get_args(ListedKind) if kind != "unknown")
LONGEST = 500


class ScreenRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A name and what else is known of the party; `line` is the score from which a name is a hit."""

    name: str
    kind: str | None = None
    country: str | None = None
    birth: str | None = None
    imo: str | None = None
    as_of: str | None = None
    lists: list[str] = []
    line: float = DEFAULT_LINE
    limit: int = 10


class InstalledList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list that is asked, with the date of its version."""

    name: str
    date: str
    entries: int
    names: int
    source: str


def installed() -> list[InstalledList]:
    """The lists that are asked."""
    from saring.screening.store import Store

    return [InstalledList(v.name, v.date, v.entries, v.names, v.source) for v in Store().current()]


def screen_request(given: Any) -> ScreenRequest:
    """The body of a screening, checked."""
    texts = dict.fromkeys(("name", "kind", "country", "birth", "imo", "as_of"), str)
    kept = {k: v for k, v in given.items() if v is not None} if isinstance(given, dict) else given
    if isinstance(kept, dict) and type(kept.get("line")) is int:
        kept["line"] = float(kept["line"])
    kinds: dict[str, type] = {**texts, "lists": list, "line": float, "limit": int}
    told = members(kept, kinds)
    return valid(ScreenRequest(**{"name": "", **told}))


def valid(asked: ScreenRequest) -> ScreenRequest:
    """A screening whose words and numbers can be."""
    if not asked.name.strip() or len(asked.name) > LONGEST:
        raise SaringError("bad_type", "name", "there is no name, or a very long one", f"1 to {LONGEST} characters")
    if asked.kind and asked.kind not in KINDS:
        raise SaringError("unknown_word", "kind", f"{asked.kind!r} is not known", ", ".join(KINDS))
    if not 0 <= asked.line <= 1 or not 1 <= asked.limit <= 100 or not all(isinstance(n, str) for n in asked.lists):
        raise SaringError(
            "bad_type", "body", "a number out of its range", "line 0 to 1, limit 1 to 100, lists of texts"
        )
    asked_day(asked.as_of, "as_of", single=True)
    return asked


def screener_of(names: tuple[str, ...], as_of: str | None) -> Screener:
    """The lists made ready; a list that is added while the server runs is asked from the next call on."""
    from saring.screening.store import Store

    register = Store().register
    state = register.stat() if register.is_file() else None
    return _screener(names, as_of, str(register.parent.parent), (state.st_mtime_ns, state.st_size) if state else (0, 0))


@lru_cache(maxsize=4)
def _screener(names: tuple[str, ...], as_of: str | None, home: str, _state: tuple[int, int]) -> Screener:
    from saring.screening.store import Store

    return Screener(Store(Path(home)).chosen(names, as_of), as_of)


def screen_by(lists: str | None, as_of: str | None) -> Screen | None:
    """What compares the names of a dealing with the lists asked for (`all`, or names parted by commas); none asked: None."""
    from saring.days import interval
    from saring.screening import screen_dealing

    if not lists:
        return None
    names = () if lists == "all" else tuple(name.strip() for name in lists.split(",") if name.strip())
    return partial(screen_dealing, screener=screener_of(names, interval(as_of)[1] if as_of else None))


def hits(asked: ScreenRequest) -> Answer:
    """The answer of the lists."""
    from saring.screening.answers import answer

    screener = screener_of(tuple(asked.lists), asked.as_of or None)
    kind: ListedKind | None = asked.kind or None  # type: ignore[assignment]
    known = Asked(asked.name, kind, asked.country or None, asked.birth or None, asked.imo or None)
    return answer(known, screener, asked.limit, asked.line)
