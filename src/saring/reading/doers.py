"""Who does an act where the subject stands behind its verb, as Slavic sentences that begin with the object have it."""

from __future__ import annotations

import re
from collections.abc import Callable

from saring.reading.packs import ways
from saring.reading.scene import Place, Scene, Theme
from saring.reading.words import Tag

VISITING = ("посети", "посеща", "побывал", "відвіда")
GUESTS_BEHIND = re.compile(
    r" (?:более |около |почти |свыше |порядка |примерно |не менее |понад |близько )?(?:\d|тысяч|сотн|десятк|несколько|сот[ние])"
)
NOMINATIVE = ("ая", "ий", "ие", "ое")
NEAR = 6  # characters between trainers and the country they are from: " из "


def names_doer(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether the subject stands behind its verb, the object before it: "музей возвела северокорейская компания"."""
    if place.start < act.end or place.marker:
        return False
    gap = scene.folded[act.end : place.start]
    if gap == " " and place.form in ("names", "cities") and ways()[act.entry.value].orientation == "in":
        return act.entry.form == "active"  # "автобусы получил Вонсан"
    nominative = place.form == "adjectives" and scene.folded.endswith(NOMINATIVE, place.start, place.end)
    return act.entry.form == "active" and nominative and len(gap.split()) <= 1 and not set(",;:.()") & set(gap)


def counted_guests(act: Tag, scene: Scene) -> bool:
    """Whether those who visit stand behind their verb, counted, what they visit before it: "КНДР посетили 3460 россиян"."""
    before = any(0 < act.start - place.end <= 1 and not place.marker for place in scene.places)
    return (
        before
        and scene.folded.startswith(VISITING, act.start)
        and GUESTS_BEHIND.match(scene.folded, act.end) is not None
    )


def trains(place: Place, act: Tag, theme: Theme, scene: Scene, beside: Callable[[Theme], bool]) -> bool:
    """Whether a country is that of the trainers, who need not stand first: "гвардию обучали инструкторы из КНДР"."""
    if act.entry.value != "train":
        return False
    if theme.kind == "trainer":
        return beside(theme)
    for other in scene.themes:
        if other.kind == "trainer" and not scene.parted(other.start, act.start):
            gap = place.start - other.end
            behind = gap == 1 or (0 < gap <= NEAR and place.marker == "from")
            if beside(other) or behind:
                return True
    return False
