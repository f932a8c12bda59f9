"""Whose "자국" ("its own country") is: that of the first who acts or speaks in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saring.reading import particles
from saring.reading.scene import Place

if TYPE_CHECKING:
    from saring.reading.packs import Compiled
    from saring.reading.scene import Scene

OWN = "자국"


def own(scene: Scene, pack: Compiled) -> list[Place]:
    """A place for each word of one's own country behind a subject: "러시아 외무부는 … 자국 영토에 있다는"."""
    if not scene.glued:
        return []
    found = []
    start = scene.folded.find(OWN, scene.sentence.start, scene.sentence.end)
    while start >= 0:
        before = [place for place in scene.places if place.end <= start and place.marker == "subject"]
        if before:
            found.append(place := Place(start, start + len(OWN), before[0].code, "names"))
            place.marker = particles.case(scene, place, pack)
        start = scene.folded.find(OWN, start + 1, scene.sentence.end)
    return found
