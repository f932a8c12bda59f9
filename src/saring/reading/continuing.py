"""Whether a sentence goes on with the dealing told before, and with whose."""

from __future__ import annotations

from saring.reading import binding, discourse
from saring.reading.punishing import only_punishes
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.turning import TRADED

TOTALS = frozenset(("export", "import", "trade"))  # as nouns they count what goes to all the world
SENT = frozenset(("labour", "troops", "technical_assistance"))  # people go the way of those told of before
MUTUAL = frozenset(("joint_venture", "diplomacy", "transport"))
SURE = 7.0  # a side with a case word of its own keeps its part
ALIKE_KIND = 6  # sentences over which a dealing of the same kind outweighs a nearer one of another kind
TAKING, GIVING = ("to", "between"), ("from", "whence", "origin", "by", "via", "between")
ITSELF = frozenset(("it", "its", "they", "pihaknya", "negaranya", "mereka", "ia", "она", "они"))


def _alike(before: str, now: str, sides: Sides | None) -> bool:
    """Whether a dealing can go on with the one before: of one kind, or both of goods or people when no side is named."""
    return before == now or (sides is None and ({before, now} <= TRADED or {before, now} <= SENT))


def _before(bound: binding.Bound, sides: Sides | None, number: int, thread: discourse.Discourse) -> Sides | None:
    """The last dealing of this very kind, where no side is named and another kind was told since."""
    if sides is not None or thread.last is None:
        return None
    alike = thread.kinds.get(bound.kind)
    other_kind = thread.last[1] != bound.kind
    return alike[1] if other_kind and alike is not None and number - alike[0] <= ALIKE_KIND else None


def same_dealing(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """Fill sides from what was told before, where the sentence goes on with the same dealing."""
    partner = thread.partner
    codes = {place.code for place in scene.places if place.marker != "via" and not place.source and not place.weak}
    last = thread.last
    lull = 2 if codes else 4
    near = last is not None and number - last[0] <= lull and _alike(last[1], bound.kind, sides)
    points_back = points(scene)
    if sides is None or partner not in (sides.giver, sides.receiver):
        if partner in codes or not thread.warm(number) or last is None or not (near or points_back):
            return sides
        if bound.kind in ("transport", "tourism") and not _pointed(bound, scene):
            return sides
        before = _before(bound, sides, number, thread) or last[2]
        if len({place.code for place in scene.places} - {partner}) > 1:
            return sides
        if codes - {before.giver, before.receiver}:
            return _with_partner(sides, before, partner)
        if sides is not None and sides.score >= SURE:
            return Sides(sides.giver or partner, sides.receiver or partner)
        if sides is None or near:
            return before
        if sides.receiver and sides.receiver != before.giver and before.giver == partner:
            return Sides(partner, sides.receiver)
        return before
    lone = sides.giver is None or sides.receiver is None
    if near and last is not None and lone and codes <= {partner} and not scene.labelled("abroad"):
        before = last[2]
        total = bound.name in TOTALS and bound.act.entry.form != "active" and not bound.themes
        if not total and (sides.giver == before.giver or sides.receiver == before.receiver):
            return before
    if other := _named_beside(bound, sides, scene, thread):
        return Sides(sides.giver or other, sides.receiver or other)
    goes_on = points_back or bound.kind == "joint_venture"
    return _mutual(bound, sides, thread) if goes_on and codes <= {partner} else sides


def _named_beside(bound: binding.Bound, sides: Sides, scene: Scene, thread: discourse.Discourse) -> str | None:
    """The one other country of the sentence, where it is the one that the whole text is about."""
    if (sides.giver and sides.receiver) or bound.kind in ("finance", "tourism"):
        return None
    named = [place for place in scene.places if place.marker != "none" and place.code != thread.partner]
    others = {place.code for place in named}
    if len(others) != 1:
        others = {place.code for place in named if place.marker == "subject" and not (place.weak or place.source)}
    if len(others) != 1:
        return None
    (other,) = others
    if only_punishes(other, bound.act, scene):
        return None
    told = [place for place in scene.places if place.code == other and not (place.weak or place.source)]
    ends = bound.way.polarity != "act" and bool(told)  # who closes, bars or sends home is the other side
    fits = [place for place in told if place.marker not in (TAKING if sides.giver is None else GIVING)]
    near = any(scene.parted(place.start, bound.act.start) <= (0 if scene.glued else 1) for place in fits)
    if not told and not _means_itself(bound, other, scene):
        return None  # it only speaks
    return other if near or ends or other == thread.counterpart() or _means_itself(bound, other, scene) else None


def _means_itself(bound: binding.Bound, code: str, scene: Scene) -> bool:
    """Whether a speaker speaks of his own country's act: "the Kremlin denied that it had …"."""
    spoken = [place.end for place in scene.places if place.code == code and place.end <= bound.act.start]
    if not spoken:
        return False
    between = scene.folded[max(spoken) : bound.act.start].split()
    return any(word in ITSELF for word in between)


def _mutual(bound: binding.Bound, sides: Sides, thread: discourse.Discourse) -> Sides:
    """A venture, talks or a line have two sides: the other is the country spoken of with the partner last."""
    pair = thread.pair
    if bound.kind not in MUTUAL or pair is None or thread.partner not in pair or (sides.giver and sides.receiver):
        return sides
    other = pair[0] if pair[1] == thread.partner else pair[1]
    return Sides(sides.giver or other, sides.receiver or other)


def points(scene: Scene) -> bool:
    """Whether a sentence points back to a thing."""
    return any(tag.entry.value == "thing" for tag in scene.labelled("back"))


def _pointed(bound: binding.Bound, scene: Scene) -> bool:
    """Whether the very thing that moves is pointed back to: "that train", "the flight"."""
    spots = [tag for tag in scene.tags if tag.entry.label in ("back", "article")]
    near = [
        theme
        for theme in bound.themes
        for tag in spots
        if -14 <= tag.start - theme.end <= 24 or 0 <= theme.start - tag.end <= 14
    ]
    same = any(scene.folded.startswith((" yang sama", " serupa"), theme.end) for theme in bound.themes)
    return bool(near) or (same and not scene.glued)


def _with_partner(sides: Sides | None, before: Sides, partner: str) -> Sides | None:
    """Another country in the place of the one spoken of before; the partner stays on its side."""
    if sides is None or (sides.giver and sides.receiver):
        return sides
    if sides.giver and before.receiver == partner:
        return Sides(sides.giver, partner)
    if sides.receiver and before.giver == partner:
        return Sides(partner, sides.receiver)
    return sides
