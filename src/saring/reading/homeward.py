"""People who are sent home: in a text that has just spoken of the partner they are its people, whoever sends them."""

from __future__ import annotations

from saring.reading.bound import Bound
from saring.reading.discourse import Discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.sifting import origin

SENT = frozenset(("return", "expel"))
PEOPLE = frozenset(("labour", "troops", "military_training"))


def sent_home(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of an act that sends people home, where the sentence does not say whose they are."""
    partner = thread.partner
    if bound.name not in SENT or bound.kind not in PEOPLE or scene.sentence.fragment or not thread.warm(number):
        return sides
    if sides is not None and partner in (sides.giver, sides.receiver):
        return sides
    if origin(bound, scene) not in (None, partner):
        return sides
    named = list(dict.fromkeys(place.code for place in scene.places if not place.source))
    if len(named) > 1:
        return sides
    sender = (sides.giver or sides.receiver) if sides else None
    return Sides(sender or (named[0] if named else thread.stage), partner)
