"""Who denies an act speaks of his own country's: where the sentence leaves a side out, the denier is it."""

from __future__ import annotations

from saring.reading.binding import Bound
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene

NEAR = 40  # characters between who denies and the verb by which he does
WATCHERS = frozenset(("KR", "US", "JP", "UA"))  # who deny their own dealings least of all


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
