"""Sides that the sentence leaves out: taken from what was told before, where it goes on with the same dealing."""

from __future__ import annotations

from saring.reading import binding, discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene

MUTUAL = frozenset(("joint_venture", "diplomacy", "transport"))


def complete(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """Fill sides from what was told before, where the sentence goes on with the same dealing."""
    partner = thread.partner
    codes = {place.code for place in scene.places if place.marker != "via" and not place.source and not place.weak}
    last = thread.last
    lull = 2 if codes else 4
    near = last is not None and number - last[0] <= lull and last[1] == bound.kind
    points_back = any(tag.entry.value == "thing" for tag in scene.labelled("back"))
    if sides is None or partner not in (sides.giver, sides.receiver):
        if partner in codes or not thread.warm(number) or last is None or not (near or points_back):
            return sides
        if bound.kind in ("transport", "tourism") and not _pointed(bound, scene):
            return sides
        before = last[2]
        if len({place.code for place in scene.places} - {partner}) > 1:
            return sides
        if codes - {before.giver, before.receiver}:
            return _with_partner(sides, before, partner)
        if sides is None or near:
            return before
        if sides.receiver and sides.receiver != before.giver and before.giver == partner:
            return Sides(partner, sides.receiver)
        return before
    if near and last is not None and (sides.giver is None or sides.receiver is None) and codes <= {partner}:
        before = last[2]
        if sides.giver == before.giver or sides.receiver == before.receiver:
            return before
    if other := _named_beside(bound, sides, scene, thread):
        return Sides(sides.giver or other, sides.receiver or other)
    goes_on = points_back or bound.kind == "joint_venture"
    return _mutual(bound, sides, thread) if goes_on and codes <= {partner} else sides


def _named_beside(bound: binding.Bound, sides: Sides, scene: Scene, thread: discourse.Discourse) -> str | None:
    """The one other country of the sentence, where it is the one that the whole text is about."""
    if (sides.giver and sides.receiver) or bound.kind in ("finance", "tourism"):
        return None
    others = {place.code for place in scene.places if place.marker != "none"} - {thread.partner}
    return others.pop() if len(others) == 1 and others == {thread.counterpart()} else None


def _mutual(bound: binding.Bound, sides: Sides, thread: discourse.Discourse) -> Sides:
    """A venture, talks or a line have two sides: the other is the country spoken of with the partner last."""
    pair = thread.pair
    if bound.kind not in MUTUAL or pair is None or thread.partner not in pair or (sides.giver and sides.receiver):
        return sides
    other = pair[0] if pair[1] == thread.partner else pair[1]
    return Sides(sides.giver or other, sides.receiver or other)


def turned(bound: binding.Bound, sides: Sides | None, partner: str) -> Sides | None:
    """What is stolen goes to the partner, whoever is named first; a country that opens to tourists receives them."""
    if sides and bound.kind == "tourism" and sides.giver == partner and sides.receiver is None:
        return Sides(None, partner)
    if sides and bound.name == "learn" and sides.giver == partner and sides.receiver:
        return Sides(sides.receiver, partner)
    if sides is None or bound.way.orientation != "theft" or partner not in (sides.giver, sides.receiver):
        return sides
    other = sides.receiver if sides.giver == partner else sides.giver
    return Sides(other, partner)


def _pointed(bound: binding.Bound, scene: Scene) -> bool:
    """Whether the very thing that moves is pointed back to: "that train", "the flight"."""
    spots = [tag for tag in scene.tags if tag.entry.label in ("back", "article")]
    near = [
        theme
        for theme in bound.themes
        for tag in spots
        if -14 <= tag.start - theme.end <= 24 or 0 <= theme.start - tag.end <= 14
    ]
    return bool(near)


def _with_partner(sides: Sides | None, before: Sides, partner: str) -> Sides | None:
    """Another country in the place of the one spoken of before; the partner stays on its side."""
    if sides is None or (sides.giver and sides.receiver):
        return sides
    if sides.giver and before.receiver == partner:
        return Sides(sides.giver, partner)
    if sides.receiver and before.giver == partner:
        return Sides(partner, sides.receiver)
    return sides
