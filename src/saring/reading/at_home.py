"""What happens at home, to everybody or in a war: no dealing between two sides."""

from __future__ import annotations

import re

from saring.reading import binding
from saring.reading.bound import CRAFT, OF_STATES, PEOPLE
from saring.reading.nearest import statue
from saring.reading.roles import Sides
from saring.reading.scene import Scene

REFUGE = "KR"  # nobody of the partner is sent to work there: its people there have fled; its soldiers came to fight
LEAVE = ("покин", "покид", "залиш")  # Slavic verbs whose object is the place that is left
JOURNEYS = ("visit", "travel")
VISITORS = ("people", "short", "bodies")
TRADING = ("export", "import", "trade")
SUBJECT = 24  # characters between a trade and the verb that says what it brings in
MADE = frozenset(("build", "develop"))
HIRING = ("employ", "pay")  # "Senegal paid a firm of the partner to build a monument"
ORDERED = 40  # characters between a verb of making and what is made to order
BESPOKEN = re.compile(
    r"(?: 정부| 당국| 측)?(?:의|에서|으로부터|로부터)? ?(?:의뢰|주문|발주|요청)"
)  # "나미비아의 의뢰를 받아"
FALLEN = re.compile(r"(?:погибш|павш|убит|ранен|загибл|полегл)\w*")


def at_home(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> str | None:
    """Why an act of the partner has no other side, or nothing when it has one."""
    if bound.kind in PEOPLE:
        return _people(bound, sides, scene, partner)
    if bound.kind in ("diplomacy", "tourism"):
        return _guests(bound, sides, scene, partner)
    if bound.name == "fish" and _own_waters(bound, sides, scene, partner):
        return "caught in waters of its own, or of another country"
    if bound.name in MADE and bound.kind == "goods" and not _made_for(bound, sides, scene, partner):
        return "goods made at home"
    if bound.name == "close" and bound.themes and all(theme.kind == "border" for theme in bound.themes):
        return "a border closes to all"
    if bound.kind == "finance" and _proceeds(bound, scene):
        return "what trade brings in"
    return None


def _own_waters(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> bool:
    """Whether fish is caught at home, in another country's waters, or nowhere named."""
    general = bound.act.entry.form == "noun" and not any(place.code == partner for place in scene.places)
    return general or sides.giver != partner or sides.receiver is None


def _people(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> str | None:
    """Workers and soldiers who were not sent."""
    if bound.name == "welcome" and sides.receiver != partner:
        return "people whom others welcome"
    if bound.kind == "troops" and bound.name == "appear" and FALLEN.match(scene.folded, bound.act.start):
        lone = sides.giver is None or sides.receiver is None
        return "the fallen, of whom nobody says where they were" if lone else None
    if bound.name == "return" and _leaves_home(bound, scene, partner):
        return "people leave their own country"
    if (sides.giver, sides.receiver) == (partner, REFUGE) and (bound.kind == "troops" or _fled(bound)):
        return "people who fled"
    if bound.kind == "troops" and {sides.giver, sides.receiver} == {partner, REFUGE} and _foes(scene):
        return "a war"
    return None


def _guests(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> str | None:
    """Visits and holidays of nobody from abroad."""
    if bound.kind == "tourism":
        own = sides.giver is None and _own_guests(bound, scene, partner)
        return "no guest from abroad" if own else None
    if bound.name in JOURNEYS and not bound.themes and _holiday(scene):
        return "tourists, no envoys"
    if bound.name in JOURNEYS and _visits_home(bound, scene, partner):
        return "a visit at home"
    if bound.name in JOURNEYS and _only_vehicle(bound, scene):
        return "a vehicle leaves, no visitor"
    return None


def _fled(bound: binding.Bound) -> bool:
    """Whether people are named after their country alone, not after any work."""
    return bound.kind == "labour" and bool(bound.themes) and all(theme.kind == "citizen" for theme in bound.themes)


def _foes(scene: Scene) -> bool:
    """Whether the sentence itself names the country that the partner's soldiers came to fight."""
    return any(place.code == REFUGE and not (place.weak or place.source) for place in scene.places)


def _leaves_home(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether it is the partner that its people leave: those who fled are not sent home."""
    act = bound.act
    if bound.kind not in PEOPLE or not scene.folded.startswith(LEAVE, act.start):
        return False
    return any(place.code == partner and 0 <= place.start - act.end <= 1 for place in scene.places)


def _made_for(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> bool:
    """Whether what the partner makes is made for another country, or put up there: "will cast a statue for Kursk"."""
    near = bound.themes[0].start - bound.act.end
    statues = any(statue(theme) for theme in bound.themes)
    if not scene.glued and not 0 < near <= ORDERED and not (statues and near < 0):
        return False
    hired = [act.start for act in scene.acts if act.entry.value in HIRING and act.end <= bound.act.start]
    takers = [
        place
        for place in scene.places
        if place.code == sides.receiver
        and (
            place.marker in ("to", "at")
            or (scene.glued and BESPOKEN.match(scene.folded, place.end))
            or any(0 < start - place.end <= ORDERED for start in hired)
        )
    ]
    if scene.glued and not takers and statues:
        takers = [place for place in scene.places if place.code == sides.receiver]  # statues are made for those abroad
    told = bound.act.entry.form == "active" or (statues and bound.act.entry.form == "passive")
    return sides.giver == partner and told and bool(takers)


def _only_vehicle(bound: binding.Bound, scene: Scene) -> bool:
    """Whether what leaves is a train or ship with goods: "the train carrying horses has departed for the border"."""
    if scene.glued or bound.themes or any(place.form in VISITORS for place in scene.places):
        return False
    before = [theme for theme in scene.themes if theme.end <= bound.act.start]
    return any(theme.kind in CRAFT for theme in before) and not any(theme.kind in OF_STATES for theme in before)


def _visits_home(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether somebody of the partner goes to a place of the partner, and the sentence names no other country."""
    named = [place for place in scene.places if not (place.weak or place.source) or place.code == partner]
    if len(named) < 2 or any(place.code != partner for place in named):
        return False
    goers = [place for place in named if place.end <= bound.act.start and place.marker in ("", "subject")]
    return bool(goers) and any(place.start > goers[0].end for place in named)


def _holiday(scene: Scene) -> bool:
    """Whether tourists are the guests of a sentence that names no envoy: "1,500 tourists crossed over and saw the town"."""
    kinds = {theme.kind for theme in scene.themes}
    return "tourist" in kinds and "official" not in kinds and not any(place.form in VISITORS for place in scene.places)


def _own_guests(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether the partner opens a place of its own, or its own people are the guests there."""
    if any(place.code != partner for place in scene.places) or scene.labelled("abroad"):
        return False
    kinds = {theme.kind for theme in scene.themes}
    return "tourist" not in kinds and ("citizen" in kinds or bound.name == "operate")


def _proceeds(bound: binding.Bound, scene: Scene) -> bool:
    """Whether the subject of what brings in money is a trade told as a noun: "the trade brought in $50 million"."""
    nouns = [act.end for act in scene.acts if act.entry.value in TRADING and act.entry.form in binding.NOUNS]
    near = [end for end in nouns if 0 <= bound.act.start - end <= SUBJECT]
    return bool(near) and not any(place.start >= max(near) and place.end <= bound.act.start for place in scene.places)
