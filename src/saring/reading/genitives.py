"""Whose a visit, a gift or people are, by the case of a name and where it stands: languages with cases."""

from __future__ import annotations

import re

from saring.reading.packs import ways
from saring.reading.scene import Place, Scene, Theme
from saring.reading.words import Tag

DATIVE = re.compile(r"^ (?:[\w«»\"-]+ ){0,2}[\w-]+(?:у|ю|ам|ям) $")
VISITOR = 44  # characters between a visit and whose it is: "визита секретаря Совбеза РФ"
UNDECLINED = "кндр"


def given_to(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a genitive stands behind a dative of giving: "вручил зоопарку Пхеньяна", "передали музею КНДР"."""
    if not act.entry.flag or place.marker not in ("", "of") or place.start < act.end or place.form == "people":
        return False
    words = scene.folded[act.end : place.start]
    if set(",;:.()") & set(words) or not DATIVE.search(words):
        return False
    return not any(act.end <= theme.start and theme.end == place.start - 1 for theme in scene.themes)


def comes_from(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether who acts is only called after where he is from: "программисты из КНДР получили от фирм США"."""
    if place.marker != "from" or place.end > act.start or act.entry.form != "active":
        return False
    if ways()[act.entry.value].orientation != "in" or scene.parted(place.end, act.start):
        return False
    return any(other.marker == "from" and other.code != place.code and other.start >= act.end for other in scene.places)


def visits(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a genitive right behind a visit in a noun says whose it is: "визит министра обороны России"."""
    if place.marker not in ("of", "") or place.form == "adjectives" or not 0 < place.start - act.end <= VISITOR:
        return False
    return not set(",;:.()") & set(scene.folded[act.end : place.start])


def theirs(place: Place, theme: Theme, scene: Scene) -> bool:
    """Whether a genitive right behind people says whose they are: "солдат КНДР", "рабочих Северной Кореи"."""
    genitive = place.marker == "of" or scene.folded[place.start : place.end] == UNDECLINED
    return genitive and place.start - theme.end == 1


def visitor(name: str, place: Place, act: Tag, scene: Scene) -> tuple[float, float] | None:
    """How well a place serves as who visits and who is visited, where a genitive behind the noun says whose visit it is."""
    if act.entry.form != "noun" or ways()[act.entry.value].orientation != "visit":
        return None
    if visits(place, act, scene):
        return 10.0, 0.0
    behind = name in ("subject", "light") and any(visits(other, act, scene) for other in scene.places)
    return (0.0, 4.0) if behind else None  # "Ким решил это после визита Шойгу": the visit was his
