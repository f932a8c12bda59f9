"""The output line of one question, with reviewed false positives set aside."""

from __future__ import annotations

from .decisions import Decisions
from .search import NO_CLEARANCE, Answer, Asked, Screener


def answer(asked: Asked, screener: Screener, limit: int, line: float, decisions: Decisions | None = None) -> Answer:
    """The hits of one question from the line upwards; an empty answer says that it is no clearance."""
    hits = screener.search(asked, limit, line)
    aside: tuple[str, ...] = ()
    if decisions is not None:
        hits, aside = decisions.apply(asked.name, hits, screener)
    note = None if hits else NO_CLEARANCE
    return Answer(query=asked.name, hits=hits, lists=screener.lists, note=note, set_aside=aside)
