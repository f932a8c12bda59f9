"""What only stands by in an English sentence: whose luggage it is, what somebody rides in, which flag a ship flies."""

from __future__ import annotations

import re

from saring.reading.scene import Scene, Theme
from saring.reading.words import Tag

PEOPLE = frozenset(("official", "worker", "soldier", "tourist", "technician", "trainer", "student", "pilot", "citizen"))
RIDDEN = re.compile(r"\b(?:on|aboard|on board|in|inside|by) (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,2}$")
CARRIERS = ("8603", "8702", "8703", "8711", "8802", "8901", "8903", "8906")
PRICE_OF = re.compile(r"\b(?:price|prices|cost|costs|shortage|shortages|harvest) (?:of|for) (?:[\w-]+(?: and|,) )?$")
REACH = 36
ACT_NEAR = 24  # characters behind a vehicle within which a verb tells what became of it: "in a limousine given by"
FLAG = re.compile(r" (?:the|an?|its|their|his) (?:[\w'-]+ ){0,3}flag\b| under (?:the|an?) (?:[\w'-]+ ){0,3}flag\b")
FLYING = ("flying", "fly", "flew", "flies", "flown", "sailing", "sails", "sailed")


def standing_by(theme: Theme, scene: Scene) -> bool:
    """Whether a theme moves in no act: "a diplomat's removal goods", "received on a yacht"."""
    if scene.glued:
        return False
    if theme.kind in PEOPLE and scene.folded.startswith(("'s ", "' "), theme.end):
        return True
    if theme.kind == "goods" and PRICE_OF.search(
        scene.folded, max(scene.sentence.start, theme.start - REACH), theme.start
    ):
        return True
    return _ridden(theme, scene)


def _ridden(theme: Theme, scene: Scene) -> bool:
    """Whether somebody named goes or stands in a vehicle, and nothing is told of the vehicle itself."""
    codes = theme.goods.hs if theme.goods else ()
    if theme.kind != "goods" or not codes or not all(code.startswith(CARRIERS) for code in codes):
        return False
    if RIDDEN.search(scene.folded[max(scene.sentence.start, theme.start - REACH) : theme.start]) is None:
        return False
    told = any(0 <= act.start - theme.end <= ACT_NEAR for act in scene.acts)
    return not told and any(place.form in ("people", "short") for place in scene.places)


def flies_flag(act: Tag, scene: Scene) -> bool:
    """Whether a verb of flying only says under which flag a ship goes: "ships flying the North's flag"."""
    if scene.glued or not scene.folded.startswith(FLYING, act.start):
        return False
    return FLAG.match(scene.folded, act.end) is not None
