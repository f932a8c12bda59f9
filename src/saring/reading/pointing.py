"""Places that a sentence only points back to, with their case words: "to that country", "в страну", "the capital"."""

from __future__ import annotations

from saring.reading.cases import RESTING
from saring.reading.scene import Place, Scene
from saring.reading.words import Tag

BESIDE = 1  # characters between a case word and the words that point back
BOTH = ("в", "во", "на", "у")  # case words of Slavic languages for "to" and "at" alike


def pointed(tag: Tag, code: str, form: str, scene: Scene) -> Place:
    """A place for words that point back, under the case word right before them."""
    place = Place(tag.start, tag.end, code, form)
    if scene.glued:
        return place
    cases = [other for other in scene.labelled("marker") if 0 <= tag.start - other.end <= BESIDE]
    if cases:
        case = cases[-1]
        both = scene.folded[case.start : case.end] in BOTH
        rests = scene.folded[tag.start : tag.end].endswith(RESTING)
        place.marker = ("at" if rests else "to") if both else case.entry.value
    return place
