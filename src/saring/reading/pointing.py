"""Places that a sentence only points back to, with their case words: "to that country", "в страну", "the capital"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saring.reading.cases import RESTING
from saring.reading.scene import Place, Scene
from saring.reading.words import Tag

BESIDE = 1  # characters between a case word and the words that point back
BOTH = ("в", "во", "на", "у")  # case words of Slavic languages for "to" and "at" alike


ENDINGS = (
    ("ами", "by"),
    ("ями", "by"),
    ("ам", "to"),
    ("ям", "to"),
    ("цев", "object"),
)  # "корейским партнёрам", "северянами"
THERE = {"there": "at", "thither": "to", "thence": "from"}  # words for the place named last, and their case
LOCATED = frozenset(THERE.values())
EACH = ("keduanya", "both", "the two", "обе", "оба")  # words that mean two of whatever was counted last
BACK = 320  # characters before a sentence in which the one before it begins
TWO = re.compile(
    r"\b(?:dua|kedua|two) (?:\w+ ){0,2}(?:perusahaan|firma|entitas|bank|kapal|tanker|warga|orang|pria|individu|organisasi"
    r"|firms|companies|entities|banks|ships|vessels|tankers|nationals|citizens|men|individuals|organi[sz]ations)\b[^.!?]*[.!?]\s+$"
)
REACH = 2  # sentences over which "there" reaches back


def pointed(tag: Tag, code: str, form: str, scene: Scene) -> Place:
    """A place for words that point back, under the case word right before them."""
    place = Place(tag.start, tag.end, code, form)
    if scene.glued:
        return place
    cases = [other for other in scene.labelled("marker") if 0 <= tag.start - other.end <= BESIDE]
    if cases:
        case = cases[-1]
        both = case.entry.value in ("to", "at") and scene.folded[case.start : case.end] in BOTH
        rests = scene.folded[tag.start : tag.end].endswith(RESTING)
        place.marker = ("at" if rests else "to") if both else case.entry.value
    else:
        words = scene.folded[tag.start : tag.end]
        place.marker = next((case for ending, case in ENDINGS if words.endswith(ending)), "")
    return place


def countries_meant(tag: Tag, scene: Scene) -> bool:
    """Whether "both" means countries: not where the sentence before has just counted two firms, ships or men."""
    start = scene.sentence.start
    if scene.folded[tag.start : tag.end] not in EACH:
        return True
    return TWO.search(scene.folded, max(0, start - BACK), start) is None


@dataclass(slots=True)
class Spots:
    """The places that a text has named as such: where something was, went or came from."""

    last: tuple[int, str] | None = None  # the sentence and the country
    goal: tuple[int, str] | None = None  # the same without those that something only came from

    def note(self, number: int, scene: Scene) -> None:
        """Take in the places of a sentence."""
        for place in scene.places:
            if _located(place):
                self.last = (number, place.code)
            if _located(place, reached=True):
                self.goal = (number, place.code)

    def place(self, tag: Tag, number: int, scene: Scene, partner: str | None) -> Place | None:
        """The place that "there" means, with its case; `partner` when he was named a short while ago."""
        reached = tag.entry.value == "thither"
        code = self._meant(tag, number, scene, reached)
        taken = {place.code for place in scene.places if place.marker in LOCATED}
        if code is None and (reached or taken) and partner not in taken:
            code = partner
        return Place(tag.start, tag.end, code, "names", THERE[tag.entry.value]) if code else None

    def _meant(self, tag: Tag, number: int, scene: Scene, reached: bool) -> str | None:
        before = [place for place in scene.places if place.end <= tag.start and _located(place, reached)]
        if before:
            return before[-1].code
        spot = self.goal if reached else self.last
        taken = {place.code for place in scene.places if place.marker in LOCATED}
        return spot[1] if spot and number - spot[0] <= REACH and spot[1] not in taken else None


def _located(place: Place, reached: bool = False) -> bool:
    """Whether a country is named as a place where something is, goes or, unless it is to be reached, comes from."""
    return place.marker in LOCATED and not (place.weak or place.source or (reached and place.marker == "from"))
