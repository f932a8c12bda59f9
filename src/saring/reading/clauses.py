"""The clause that shows a dealing: the sentence without what stands before or behind its act, themes, sides and date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from saring.model import Quote, Span
from saring.reading.binding import Bound
from saring.reading.roles import Sides
from saring.reading.scene import Scene

CUT = re.compile(r", |; |: | [–—-] |\. |，|；|、(?=\S)")
NEAR = 60  # characters between an act and a date or amount that belongs to it
LONG, LONG_GLUED = 240, 170  # a sentence of fewer characters stays whole
LEAST = 24  # a clause of fewer characters says too little by itself
LEAST_GLUED = 12


def clause(bound: Bound, sides: Sides, scene: Scene, also: Iterable[Span | None]) -> Quote:
    """The shortest stretch between commas that holds all of a telling; `also` are spans of its date and amount."""
    start, end = scene.sentence.start, scene.sentence.end
    spans = [(bound.act.start, bound.act.end), *((theme.start, theme.end) for theme in bound.themes)]
    spans += _places(bound, sides, scene)
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    near = [span for span in also if span and start <= span[0] < end and low - NEAR <= span[0] <= high + NEAR]
    low, high = min([low, *(span[0] for span in near)]), max([high, *(span[1] for span in near)])
    short = scene.sentence.fragment or end - start <= (LONG_GLUED if scene.glued else LONG)
    cuts = [] if short else list(CUT.finditer(scene.text, start, end))
    first = max([start, *(cut.end() for cut in cuts if cut.end() <= low)])
    last = min([end, *(cut.start() for cut in cuts if cut.start() >= high)])
    if last - first < (LEAST_GLUED if scene.glued else LEAST):
        first, last = start, end
    return Quote(first, last, scene.text[first:last])


def _places(bound: Bound, sides: Sides, scene: Scene) -> list[Span]:
    """The nearest place of each side of a telling."""
    found = []
    for code in (sides.giver, sides.receiver):
        spots = [place for place in scene.places if place.code == code and not place.source]
        if spots:
            place = min(spots, key=lambda each: (abs(each.start - bound.act.start), each.start))
            found.append((place.start, place.end))
    return found
