"""Who asks for an act receives what it gives: "Pyongyang asked Moscow to sell it locomotives", "meminta Rusia mengirim"."""

from __future__ import annotations

import re

from saring.reading import binding
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene

ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:es|ed|ing)|begg?(?:s|ed|ing)|appeal(?:s|ed|ing)? to|call(?:s|ed|ing)? on"
    r"|meminta|minta|memohon|mendesak|(?:по|за)?прос(?:ит|ил|ила|ило|или|ят)|попроси\w+|запрашива\w+|уговарива\w+)\b"
)
REACH = 70  # characters between the one who asks and the word of asking, and between that and the act
OUT = ("out",)
IN = ("in",)


def asked(bound: binding.Bound, sides: Sides | None, scene: Scene) -> Sides | None:
    """The sides of an act that one country asks of another, put right; other sides stay as they are."""
    if sides is None or scene.glued or bound.way.polarity != "act" or bound.name == "want":
        return sides
    asks = list(ASKS.finditer(scene.folded, scene.sentence.start, bound.act.end))
    asks = [found for found in asks if bound.act.start - found.end() <= REACH and found.end() <= bound.act.start]
    if not asks:
        return sides
    asker = _before(asks[-1].start(), scene)
    if asker is None or scene.parted(asks[-1].start(), bound.act.start) > 1:
        return sides
    if bound.way.orientation in OUT and sides.giver == asker.code:
        return Sides(sides.receiver, asker.code, (), sides.also_giver, sides.score)
    if bound.way.orientation in IN and sides.receiver == asker.code:
        return Sides(asker.code, sides.giver, (), (), sides.score)
    return sides


def _before(start: int, scene: Scene) -> Place | None:
    """The country right before a word of asking, in its clause."""
    places = [place for place in scene.places if place.end <= start and place.marker in ("", "subject", "of", "none")]
    places = [place for place in places if start - place.end <= REACH and not scene.parted(place.start, start)]
    return places[-1] if places else None
