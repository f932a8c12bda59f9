"""A subject that only points back: "It delivered 40,000 tons …" of the country with which the sentence before began."""

from __future__ import annotations

import re

from saring.reading import binding, discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene

ITSELF = re.compile(
    r"\W*(?:it|they|the country|that country|its (?:government|army|navy|firms|companies|ministry)) (?!said|says|was|were|is)"
)
AND = re.compile(r"\b(?:and|but) (?:(?:is|are|was|were|has|have|had|will|would|also|now|then|later|since) ){0,3}$")
DURING = re.compile(
    r"\b(?:after|following|during|at|before|on the sidelines of|at the end of|ahead of|on) (?:an?|the|his|her|their|his own|talks|his first)? ?"
    r"(?:\w+ ){0,2}$"
)
LINK = 30  # characters before a verb in which "and" joins it to the one before
FROM_HOME = "from home"


def by_subject(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """The sides of an act whose subject is a pronoun, where the sentence itself names neither of the two countries."""
    if scene.glued or bound.act.entry.form != "active" or bound.way.polarity != "act":
        return sides
    at_home = FROM_HOME in scene.folded[scene.sentence.start : scene.sentence.end]
    if sides is None and at_home and bound.kind == "goods" and thread.pair and thread.partner in thread.pair:
        return Sides(thread.partner, next(code for code in thread.pair if code != thread.partner))
    if sides is not None and FROM_HOME in scene.folded[bound.act.start : bound.act.end]:
        return Sides(thread.partner, sides.giver) if sides.receiver == thread.partner else sides
    if sides is not None and (own := _speaks(bound, sides, scene, thread.partner)):
        return Sides(sides.giver or own, sides.receiver or own)
    if thread.subject is None or number - thread.subject[0] != 1 or thread.pair is None:
        return sides
    if sides is not None or thread.partner not in thread.pair or thread.subject[1] not in thread.pair:
        return sides
    if not ITSELF.match(scene.folded, scene.sentence.start, scene.sentence.end):
        return sides
    own = thread.subject[1]
    other = thread.pair[0] if thread.pair[1] == own else thread.pair[1]
    orientation = bound.way.orientation
    if orientation in ("out", "toward"):
        return Sides(own, other)
    return Sides(other, own) if orientation == "in" else sides


def _speaks(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> str | None:
    """The country of a speaker who acts himself: "Shoigu said after talks with Kim …", "A has told an envoy to leave"."""
    if partner not in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return None
    met = bound.kind == "diplomacy" and bound.name in ("meet", "visit") and bound.act.entry.form == "noun"
    if met and not DURING.search(scene.folded, scene.sentence.start, bound.act.start):
        return None
    if not met and not (bound.name == "expel" and bound.act.entry.form == "active"):
        return None
    speakers = [place for place in scene.places if (place.weak or place.source) and place.end <= bound.act.start]
    codes = {place.code for place in speakers if place.form in ("people", "short", "names", "bodies")} - {partner}
    others = {place.code for place in scene.places if not (place.weak or place.source)} - {partner}
    return codes.pop() if len(codes) == 1 and not others else None


def joined_on(told: list[tuple[binding.Bound, Sides]], scene: Scene) -> list[tuple[binding.Bound, Sides]]:
    """A verb that "and" joins to another has its subject: "A handed B missiles and is giving advice on engines"."""
    out: list[tuple[binding.Bound, Sides]] = []
    for bound, sides in [(bound, _of_one_act(bound, sides, told, scene)) for bound, sides in told]:
        before = next((each for each in reversed(out) if each[0].act.end <= bound.act.start), None)
        joined = before is not None and _goes_with(before, bound, sides, scene)
        out.append((bound, Sides(before[1].giver, before[1].receiver) if before and joined else sides))
    return out


def _of_one_act(bound: binding.Bound, sides: Sides, told: list[tuple[binding.Bound, Sides]], scene: Scene) -> Sides:
    """What one verb moves goes one way: "would provide 1,000 sappers and 5,000 builders"."""
    if scene.glued or (sides.giver and sides.receiver) or bound.way.orientation not in ("out", "in"):
        return sides
    for other, way in told:
        same = other is not bound and other.act is bound.act and other.way.orientation == bound.way.orientation
        if same and way.giver and way.receiver and (sides.giver == way.giver or sides.receiver == way.receiver):
            return Sides(way.giver, way.receiver)
    return sides


def _goes_with(before: tuple[binding.Bound, Sides], bound: binding.Bound, sides: Sides, scene: Scene) -> bool:
    first, way = before
    same = first.way.orientation == bound.way.orientation == "out" and first.way.polarity == bound.way.polarity
    forms = first.act.entry.form == bound.act.entry.form == "active"
    if scene.glued or not same or not forms or (sides.giver, sides.receiver) != (way.receiver, way.giver):
        return False
    link = AND.search(scene.folded, max(first.act.end, bound.act.start - LINK), bound.act.start)
    return link is not None and not any(link.start() <= place.start < bound.act.start for place in scene.places)
