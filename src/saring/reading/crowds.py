"""Visitors by the number, in English: "more than 5,000 Russians have visited" tells of tourists, not of envoys."""

from __future__ import annotations

import re

from saring.reading.bound import Bound
from saring.reading.scene import Scene

MANY = re.compile(
    r"(?<![\w$€£¥])(?:\d[\d,]*\d\d|[1-9]\d|hundreds of|thousands of|dozens of|scores of|several hundred|a few hundred|a few dozen)"
    r" (?:[a-z]+ ){0,2}?$"
)
PEOPLE = re.compile(
    r"(?:nationals|citizens|visitors|people|guests|travellers|travelers|foreigners|holidaymakers|runners)\b"
)
GOING = frozenset(("visit", "travel"))
ENVOYS = frozenset(("official", "letter", "treaty", "talks", "performer", "student"))
REACH = 32


def as_tourists(bound: Bound, scene: Scene) -> None:
    """Give a journey of many people without office the kind of tourism."""
    if scene.glued or bound.kind != "diplomacy" or bound.name not in GOING or bound.way.polarity != "act":
        return
    if any(theme.kind in ENVOYS for theme in (*scene.themes, *bound.themes)):
        return
    for place in scene.places:
        plural = scene.folded.endswith(("s", "ese", "ish", "ch"), 0, place.end) and place.form == "adjectives"
        named = plural or PEOPLE.match(scene.folded, place.end + 1) is not None
        if (
            named
            and place.end <= bound.act.start
            and MANY.search(scene.folded, max(0, place.start - REACH), place.start)
        ):
            bound.kind = "tourism"
            return
