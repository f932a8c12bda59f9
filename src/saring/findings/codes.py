"""HS codes of a dealing against the codes of a measure: covered, possible, contested, only asked about, or not."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from saring.measures import WEIGHT_OF_BASIS, Block, Measure

Cover = Literal["decides", "possible", "contested", "contested_possible", "asks", "not"]
_ORDER: tuple[Cover, ...] = ("decides", "possible", "contested", "asks", "contested_possible", "not")


class Match(NamedTuple):
    """How a code stands to a measure: the word for it, the block that says so, and the listed code."""

    cover: Cover
    block: Block | None = None
    listed: str = ""


NOT = Match("not")


def match(code: str, measure: Measure) -> Match:
    """The strongest way in which a measure's blocks meet a code."""
    found = [m for block in (measure.goods.blocks if measure.goods else ()) if (m := _meet(code, block)) is not NOT]
    return min(found, key=lambda m: _ORDER.index(m.cover), default=NOT)


def matches(code: str, measure: Measure) -> tuple[Match, ...]:
    """Every way in which a measure's blocks meet a code, the strongest first."""
    found = [m for block in (measure.goods.blocks if measure.goods else ()) if (m := _meet(code, block)) is not NOT]
    return tuple(sorted(found, key=lambda m: _ORDER.index(m.cover)))


@lru_cache(maxsize=65536)
def _meet(code: str, block: Block) -> Match:
    if any(code.startswith(out) for out in block.except_):
        return NOT
    weight = WEIGHT_OF_BASIS[block.basis]
    for listed in block.codes:
        if code == listed or (code.startswith(listed) and not block.exactly):
            return Match(weight, block, listed)
    if block.exactly:
        return NOT
    above = next((listed for listed in block.codes if listed.startswith(code)), "")
    if not above:
        return NOT
    # A code above a covered one is unknown, not no; above a contested one it is judged without that reading (rules 15).
    coarse: dict[str, Cover] = {"decides": "possible", "contested": "contested_possible", "asks": "not"}
    cover = coarse[weight]
    return Match(cover, block, above) if cover != "not" else NOT
