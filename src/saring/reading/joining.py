"""Acts and their themes put together: one act of one kind, aid for goods sent as aid, vehicles that only carry."""

from __future__ import annotations

import re

from saring.reading import predicates
from saring.reading.bound import APART, CRAFT, GUESTS, Bound
from saring.reading.packs import ways
from saring.reading.scene import Scene, Theme

ABOARD = re.compile(r"\b(?:on|aboard|in) (?:his|her|their|an?|the) (?:[\w-]+ ){0,2}$")  # "on his armoured train"
RIDING = ("with", "by")
WITH_GAP = 4  # characters between a vehicle and the goods that it goes with: " с "
LADEN = 2  # characters between a vehicle and the verb that says what it carries
ACTORS = frozenset(("worker", "technician", "soldier", "official", "trainer", "student", "citizen", "ship", "train"))


def objects(found: list[Bound], scene: Scene) -> list[Bound]:
    """Without people and vehicles that only are the subject of a verb whose object stands behind it."""
    if scene.glued:
        return found
    moving = {each.act.start for each in found if each.themes and each.themes[0].start >= each.act.end}
    return [
        each for each in found
        if not (
            each.act.entry.form == "active" and each.act.start in moving and each.themes
            and each.themes[-1].end <= each.act.start and all(theme.kind in ACTORS for theme in each.themes)
            and not scene.relative(each.themes[-1].end, each.act.start)
        )
    ]  # fmt: skip


def joined(found: list[Bound], scene: Scene) -> list[Bound]:
    """One act of one kind is one dealing, whatever else it names; only goods are counted apart."""
    out: dict[tuple[int, str, str], Bound] = {}
    for bound in found:
        key = (bound.act.start, bound.name, bound.kind)
        if bound.kind in APART or key not in out:
            out[(*key[:2], f"{bound.kind}{len(out)}") if bound.kind in APART else key] = bound
        else:
            out[key].themes.extend(bound.themes)
    return [bound for bound in out.values() if not _means(bound, list(out.values()), scene)]


def _means(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether a vehicle is only the means by which the same act moves something else ("sent by train")."""
    if bound.kind != "transport" or bound.name == "operate":
        return False
    start = bound.themes[0].start
    if any(_laden(bound.themes[-1], each, scene) for each in found if each.kind in APART):
        return True
    carried = [each.themes[0].start for each in found if each.act is bound.act and each.kind in APART and each.themes]
    if bound.themes[-1].kind in CRAFT and any(0 < at - bound.themes[-1].end <= WITH_GAP for at in carried):
        return True  # "ушёл состав с мукой"
    if any(predicates.carries(bound.themes[-1], bound.act, each.act, scene) for each in found if each.kind in APART):
        return True
    rides = any(place.form in GUESTS and place.start < start for place in scene.places)
    if rides and bound.name == "travel" and ABOARD.search(scene.folded[max(scene.sentence.start, start - 32) : start]):
        return True
    if rides and any(0 <= start - tag.end <= 16 for tag in scene.labelled("marker") if tag.entry.value in RIDING):
        return True  # "came by train": the journey is a visit
    if not any(each.act is bound.act and each is not bound for each in found):
        return False
    return any(tag.entry.value in ("with", "by") and 0 <= start - tag.end <= 3 for tag in scene.labelled("marker"))


def _laden(vehicle: Theme, other: Bound, scene: Scene) -> bool:
    """Whether a vehicle is described by what it carries: "trains loaded with fertiliser", "kereta bermuatan pupuk"."""
    if vehicle.kind not in CRAFT or ways()[other.name].orientation not in ("load", "out"):
        return False
    gap = (other.act.end, vehicle.start) if scene.glued else (vehicle.end, other.act.start)
    return 0 <= gap[1] - gap[0] <= LADEN


def as_aid(found: list[Bound], scene: Scene) -> list[Bound]:
    """Goods that are sent as aid, or through an agency of aid, are aid."""
    signs = [theme for theme in scene.themes if theme.kind in ("aid", "agency")]
    if not signs:
        return found
    out = []
    for bound in found:
        near = [sign for sign in signs if scene.parted(sign.start, bound.act.start) <= 1]
        if bound.kind == "goods" and near and bound.way.orientation in ("out", "in"):
            bound.kind = "aid"
        out.append(bound)
    if any(bound.kind == "aid" and any(theme.kind == "goods" for theme in bound.themes) for bound in out):
        out = [
            each
            for each in out
            if each.kind != "aid" or any(theme.kind not in ("aid", "thing") for theme in each.themes)
        ]
    return out
