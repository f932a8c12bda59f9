"""Goods sold on, which only the ending of a verb means: "mengimpor kemeja …, lalu menjualnya ke Amerika Serikat"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.bound import Bound
from saring.reading.packs import ways
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene

GOODS = frozenset(("goods", "thing", "weapon"))
SELLING = frozenset(("export", "send"))
IT = re.compile(r"\w+(?:jual|ekspor|kirim|pasok|pasar|dagang)(?:kan)?nya$")
NEAR = 24  # characters between a verb of selling on and where it goes


def sold_on(found: list[Bound], scene: Scene) -> list[Bound]:
    """Verbs whose ending means the goods of the act before: "mengimpor kemeja …, lalu menjualnya ke Amerika Serikat"."""
    if scene.glued:
        return []
    taken = {bound.act.start for bound in found}
    out: list[Bound] = []
    for act in scene.acts:
        if act.start in taken or act.entry.value not in SELLING or not IT.match(scene.folded[act.start : act.end]):
            continue
        before = [theme for theme in scene.themes if theme.kind in GOODS and theme.end <= act.start]
        behind = any(act.end <= theme.start <= act.end + NEAR for theme in scene.themes if theme.kind in GOODS)
        way = ways()[act.entry.value]
        if not before or behind or any(each.act.start == act.start for each in out):
            continue
        moved = [bound for bound in found if before[-1] in bound.themes]
        themes = moved[0].themes if moved else before[-1:]
        if themes[-1].kind in way.themes:
            out.append(Bound(act, act.entry.value, way, way.themes[themes[-1].kind], themes))
    return out


def passed_on(bound: Bound, sides: Sides | None, told: Sequence[tuple[Bound, Sides]], scene: Scene) -> Sides | None:
    """The sides of goods that are sold on: who had received them gives, where they go receives."""
    if scene.glued or not bound.themes or not IT.match(scene.folded[bound.act.start : bound.act.end]):
        return sides
    if bound.themes[-1].end > bound.act.start:
        return sides
    goals = [place for place in scene.places if place.marker == "to" and 0 <= place.start - bound.act.end <= NEAR]
    if not goals:
        return sides
    before = next((way for each, way in reversed(told) if each.themes is bound.themes), None)
    giver = before.receiver if before else _holder(bound, scene)
    if giver is None or giver == goals[0].code:
        return sides
    return Sides(giver, goals[0].code, (), _others(goals[0], scene))


def _holder(bound: Bound, scene: Scene) -> str | None:
    """The country where goods of another are, before the verb that sells them on."""
    first = bound.themes[0]
    places = [place for place in scene.places if place.end <= first.start and not (place.weak or place.source)]
    return places[-1].code if places else None


def _others(goal: Place, scene: Scene) -> tuple[str, ...]:
    """Countries in one list with a goal."""
    out: list[str] = []
    end = goal.end
    for place in scene.places:
        if 0 <= place.start - end <= 6 and place.code != goal.code:
            out.append(place.code)
            end = place.end
    return tuple(out)
