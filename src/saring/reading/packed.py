"""Goods that are counted by the vehicles in which they come: "40 tank cars of diesel"."""

from __future__ import annotations

import msgspec

from saring.model import Good
from saring.reading.scene import Scene, Theme

VEHICLES = frozenset(("ship", "train", "flight"))


def _filled(theme: Theme, start: int, end: int, scene: Scene) -> bool:
    """Whether a vehicle only measures the goods that were spotted with it: "40 tank cars of diesel"."""
    inside = theme.kind in VEHICLES and start <= theme.start and theme.end + 4 < end
    return inside and scene.folded.startswith(" of ", theme.end)


def unpacked(good: Good, seen: list[Theme], over: list[Theme], scene: Scene) -> tuple[Good, list[Theme], list[Theme]]:
    """Goods without the vehicles by which they are counted."""
    start, end = good.span or (0, 0)
    packed = [theme for theme in over if _filled(theme, start, end, scene)]
    if not packed:
        return good, seen, over
    start = packed[0].end + 4
    good = msgspec.structs.replace(good, words=scene.text[start:end], span=(start, end))
    return good, [theme for theme in seen if theme not in packed], []
