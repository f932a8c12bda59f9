"""Who pays a visit that only a clause beside the main one tells: "Saat berkunjung ke Pyongyang, Menlu Rusia …"."""

from __future__ import annotations

import re

from saring.reading.bound import Bound
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene

GOING = frozenset(("visit", "travel"))
OPENS = re.compile(  # right before the verb or noun of a visit
    r"(?:^|[\s,\"“])(?:saat|ketika|sewaktu|selagi|selama|sambil|usai|seusai|setelah|sesudah|sebelum|sepulang|dalam|pada|di sela|di tengah"
    r"|while|when|after|before|during|on|upon|following|amid)(?: (?:a|an|his|her|their|the|its|rangkaian|sela-sela))?(?: [\w-]+)? $"
)
REACH = 48  # characters before the verb in which such a clause opens
OPENING = 90  # characters from the visit to the comma that ends its clause


def visitor(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides of a visit told in a clause without a subject of its own: the subject of the main clause pays it."""
    if scene.glued or bound.kind != "diplomacy" or bound.name not in GOING or bound.way.polarity != "act":
        return sides
    low = max(scene.sentence.start, bound.act.start - REACH)
    opened = OPENS.search(scene.folded[low : bound.act.start])
    goal = next(
        (
            place
            for place in scene.places
            if place.start >= bound.act.end and not scene.parted(bound.act.end, place.start)
        ),
        None,
    )
    if opened is None or goal is None:
        return sides
    start = low + opened.start()
    if any(start <= place.start and place.end <= bound.act.start for place in scene.places):
        return sides  # it has a subject of its own
    who = _main(start, goal, scene)
    if who is None or who.code == goal.code or partner not in (who.code, goal.code):
        return sides if who is None or partner in (who.code, goal.code) else None
    return Sides(who.code, goal.code)


def _main(start: int, goal: Place, scene: Scene) -> Place | None:
    """The subject of the main clause: behind the comma of a clause that opens the sentence, or before one that follows."""
    if start - max(scene.sentence.start, scene.head) <= 1:
        comma = scene.text.find(", ", goal.end, goal.end + OPENING)
        behind = [place for place in scene.places if comma >= 0 and place.start > comma]
        acts = [act.start for act in scene.acts if act.start > comma]
        says = [say.start for say in scene.labelled("say") if say.start > comma]
        end = min([*acts, *says, scene.sentence.end])
        behind = [place for place in behind if place.end <= end and place.marker in ("", "subject", "of", "from")]
        return behind[0] if behind else None
    before = [place for place in scene.places if place.end <= start and place.marker in ("", "subject", "of")]
    return before[0] if before else None
