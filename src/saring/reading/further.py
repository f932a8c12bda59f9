"""People and goods told of again by a bare number: "… and 5,000 more are to follow", "another 40 left in May"."""

from __future__ import annotations

import re

from saring.reading.packs import ways
from saring.reading.scene import Scene, Theme

COUNT = r"(?:\d[\d,.]*\d|\d|hundreds|thousands|dozens|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
LARGE = r"(?: (?:hundred|thousand|million|dozen))?"
BARE = re.compile(  # "About 15,000 have arrived since January"
    r"(?<![\w$€£¥.,-])(?!(?:19|20)\d\d\b)\d[\d,]*\d(?= (?:[a-z]+ly )?"
    r"(?:have|had|has) (?:already |since |so far )?(?:arrived|come|left|gone|returned|crossed|been)\b| (?:arrived|came|crossed)\b)"
)
MORE = re.compile(
    rf"(?<!\w)(?:{COUNT}{LARGE} (?:more|others)|(?:another|a further) {COUNT}{LARGE}|many more|more)(?= (?:[a-z]+ly )?"
    r"(?:are|were|is|was|will|would|have|had|has|left|came|come|arrived|followed|follow|joined|went|crossed|flew|sailed)\b)"
)
MOVED = frozenset(("worker", "citizen", "soldier", "trainer", "technician", "tourist", "goods", "weapon", "thing"))
SIGNS = (
    " more ",
    " others ",
    "another ",
    "further ",
    "more are ",
    " arrived",
    " have come",
    " came",
    " crossed",
    " gone",
    " left",
)
NEAR = 30  # characters between the number and its verb


def further(scene: Scene, before: Theme | None) -> list[Theme]:
    """The theme that a number with "more" takes over: the last one of its sentence, else `before`, told right before."""
    if scene.glued or scene.sentence.fragment:
        return []
    found: list[Theme] = []
    words = scene.folded[scene.sentence.start : scene.sentence.end]
    if not any(sign in words for sign in SIGNS):
        return found
    spots = [*MORE.finditer(scene.folded, scene.sentence.start, scene.sentence.end)]
    spots = spots or [*BARE.finditer(scene.folded, scene.sentence.start, scene.sentence.end)]
    for spot in spots:
        own = [theme for theme in scene.themes if theme.end <= spot.start() and theme.kind in MOVED]
        meant = own[-1] if own else before
        if meant is None or meant.kind not in MOVED:
            continue
        takers = [act for act in scene.acts if meant.kind in ways()[act.entry.value].themes]
        if any(0 <= act.start - spot.end() <= NEAR for act in takers):
            found.append(Theme(spot.start(), spot.end(), meant.kind, meant.goods, meant.origin))
    return found
