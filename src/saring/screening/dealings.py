"""The names of a dealing against the lists: parties, ships and aircraft, with the fact of the law that each touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saring.model import Dealing, Hit, Screened

if TYPE_CHECKING:
    from saring.screening.entry import ListedKind
    from saring.screening.search import Screener

_MOST = 3  # hits of one name that are worth a person's time
# What the law of the Council asks is a listing by the Council; other lists are shown, and touch no fact of it.
_OF_THE_COUNCIL = "UN"


def screen_dealing(dealing: Dealing, screener: Screener) -> Screened:
    """What the lists say of the parties and ships of a dealing, each hit once, the likeliest first."""
    from saring.screening import screen_party

    found: dict[tuple[str, str], tuple[str, Hit]] = {}
    for name, fact, country in _names(dealing):
        kind: ListedKind | None = "vessel" if fact == "vessel_designated" else None
        for hit in screen_party(name, screener, kind=kind, country=country, limit=_MOST):
            touches = fact if hit.list.upper().startswith(_OF_THE_COUNCIL) else ""
            found.setdefault((hit.list, hit.id), (touches, hit))
    hits = sorted(found.values(), key=lambda pair: (-pair[1].score, pair[1].list, pair[1].id))
    return Screened(lists=dict(screener.lists), hits=tuple(hits))


def _names(dealing: Dealing) -> list[tuple[str, str, str | None]]:
    named = [(p.name or p.words, "designated_party", p.country) for p in dealing.parties]
    named += [(v.name or v.words, "vessel_designated", v.country) for v in dealing.vehicles]
    named += [(name, "vessel_designated", None) for name in dealing.vessels]
    return [(name, fact, country) for name, fact, country in dict.fromkeys(named) if len(name.strip()) > 1]
