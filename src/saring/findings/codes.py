"""HS codes of a dealing against the codes of a measure: covered, possible, contested, only asked about, or not."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from saring.measures import WEIGHT_OF_BASIS, Block, Measure, Weight

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
    return next(iter(matches(code, measure)), NOT)


def matches(code: str, measure: Measure) -> tuple[Match, ...]:
    """Every way in which a measure's blocks meet a code, the strongest first."""
    found = [m for block in (measure.goods.blocks if measure.goods else ()) if (m := _meet(code, block)) is not NOT]
    return tuple(sorted(found, key=lambda m: _ORDER.index(m.cover)))


def _meet(code: str, block: Block) -> Match:
    cover, listed = _cover(code, block.codes, block.except_, WEIGHT_OF_BASIS[block.basis], block.exactly)
    return NOT if cover == "not" else Match(cover, block, listed)


@lru_cache(maxsize=65536)
def _cover(
    code: str,
    codes: tuple[str, ...],
    out: tuple[str, ...],
    weight: Weight,
    exactly: bool,
) -> tuple[Cover, str]:
    """How a code stands to the codes of a block, and which of them it meets."""
    if any(code.startswith(prefix) for prefix in out):
        return "not", ""
    for listed in codes:
        if code == listed or (code.startswith(listed) and not exactly):
            return weight, listed
    above = "" if exactly else next((listed for listed in codes if listed.startswith(code)), "")
    # A code above a covered one is unknown, not no; above a contested one it is judged without that reading (rules 15).
    coarse: dict[Weight, Cover] = {"decides": "possible", "contested": "contested_possible", "asks": "not"}
    return (coarse[weight], above) if above else ("not", "")
