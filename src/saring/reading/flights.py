"""Missiles and drones that only fly or fall: "rudal Korea Utara jatuh di perairan Jepang" tells of no delivery."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.scene import Scene, Theme

FRONT = frozenset(("RU", "UA"))  # where the partner's missiles fall they were delivered
FLIES = re.compile(
    r"[^,;:.()]{0,40}? (?P<verb>(?:jatuh|melintas\w*|tercebur|melesat|mengudara|mendarat di (?:laut|perairan|zona|luar)|terbang|memasuki (?:wilayah|ruang|zona)"
    r"|menembus (?:wilayah|ruang|langit)|melewati|meluncur|flew|flies|fell|landed|splashed|crossed|passed over|entered|soared|hurtled"
    r"|упал\w*|пролет\w+|пересек\w+|приземлил\w+|приводнил\w+|вошл\w+))\b"
)
COMES = re.compile(r"\b(?:buatan|asal|berasal|serpihan|puing|made|debris|fragments|обломк\w+|производства)\b")


def grounded(themes: Sequence[Theme], scene: Scene) -> list[Theme]:
    """The themes without weapons that only fly; the country beside them is then no side."""
    weapons = [theme for theme in themes if theme.kind == "weapon"] if not scene.glued else []
    if not weapons or any(place.code in FRONT for place in scene.places):
        return list(themes)
    if COMES.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return list(themes)
    out = []
    for theme in themes:
        flight = FLIES.match(scene.folded, theme.end, scene.sentence.end) if theme in weapons else None
        between = flight and any(theme.end <= act.start and act.start < flight.start("verb") for act in scene.acts)
        if flight is None or between:
            out.append(theme)
            continue
        for place in scene.places:
            if theme.end <= place.start < flight.end() or 0 <= theme.start - place.end <= 1:
                place.marker = "none"
    return out
