"""What crosses a river at the border of the partner goes from one bank to the other: "taken across the Yalu"."""

from __future__ import annotations

from saring.reading.binding import Bound
from saring.reading.discourse import Discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene

CROSSED = 40  # characters between an act or what it moves and the river
KINDS = frozenset(("goods", "arms", "aid", "labour", "troops", "transport", "finance"))


def across(bound: Bound, sides: Sides | None, scene: Scene, thread: Discourse) -> Sides | None:
    """Fill the sides that a sentence leaves out from the banks of a river near the act.

    Which way goods went is told by the last dealing in goods, else by where the speaker is: out is away from him.
    """
    if bound.kind not in KINDS or (sides and (sides.giver is None) == (sides.receiver is None)):
        return sides
    river = next((tag for tag in scene.labelled("river") if _near(tag.start, tag.end, bound)), None)
    if river is None:
        return sides
    partner = thread.partner
    banks = [code for code in river.entry.value.split() if code != partner]
    other = banks[0] if len(banks) == 1 else None
    if sides:
        here = sides.giver or sides.receiver
        there = partner if here in banks else other if here == partner else None
        return Sides(sides.giver or there, sides.receiver or there) if there else sides
    if other is None:
        return sides  # a river with three banks: somebody must be named
    if bound.kind in ("labour", "troops"):
        return Sides(partner, other)
    known = thread.kinds.get(bound.kind)
    if known and partner in (known[1].giver, known[1].receiver):
        return Sides(partner, other) if known[1].giver == partner else Sides(other, partner)
    home = any(place.code == partner for place in scene.places)
    out = bound.way.orientation == "out"
    return Sides(partner, other) if home == out else Sides(other, partner)


def _near(start: int, end: int, bound: Bound) -> bool:
    """Whether a river stands beside the act or inside what it moves."""
    spans = [(bound.act.start, bound.act.end), *((theme.start, theme.end) for theme in bound.themes)]
    return any(low - CROSSED <= end and start <= high + CROSSED for low, high in spans)
