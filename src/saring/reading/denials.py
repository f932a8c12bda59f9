"""Who denies an act speaks of his own country's: where the sentence leaves a side out, the denier is it."""

from __future__ import annotations

import msgspec

from saring.reading.binding import Bound
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene
from saring.reading.words import Tag

NEAR = 40  # characters between who denies and the verb by which he does
RIGHT_BEHIND = 2  # letters between a verb and its negation
WATCHERS = frozenset(("KR", "US", "JP", "UA"))  # who deny their own dealings least of all


def kept_open(bound: Bound, word: str, cue: Tag | None, scene: Scene) -> str:
    """The status of a closing that did not come: the line goes on ("노선은 중단되지 않았다")."""
    if not (scene.glued and word == "denied" and bound.name == "close" and cue is not None):
        return word
    if not 0 <= cue.start - bound.act.end <= RIGHT_BEHIND:
        return word
    bound.way = msgspec.structs.replace(bound.way, polarity="act")
    return "ongoing"


def by_denier(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides with the one that a denial leaves out: "the ministry of A denied selling arms to B"."""
    if bound.way.polarity != "act" or (sides is not None and sides.giver and sides.receiver):
        return sides
    place = _denier(scene)
    if place is None or place.code in WATCHERS:
        return sides
    known = {sides.giver, sides.receiver} - {None} if sides is not None else set()
    if not known or place.code in known or partner not in known | {place.code}:
        return sides
    return Sides(sides.giver or place.code, sides.receiver or place.code) if sides is not None else None


def _denier(scene: Scene) -> Place | None:
    """The country whose body or statesman stands before a verb of denial."""
    speaks = {say.start for say in scene.labelled("say")}
    for cue in scene.labelled("cue"):
        if cue.entry.value != "denied" or cue.start not in speaks:
            continue
        before = [place for place in scene.places if place.end <= cue.start <= place.end + NEAR]
        if before and not any(before[-1].end <= act.start < cue.start for act in scene.acts):
            return before[-1]
    return None
