"""Barter in verb-final sentences: one gives and takes, or two wares are swapped, each from its own country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from saring.reading.choosing import Sides
from saring.reading.turning import TRADED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from saring.reading.bound import Bound
    from saring.reading.scene import Scene, Theme

    Told = list[tuple[Bound, Sides]]

SWAPS = ("맞바꾸", "맞바꾼", "맞바꿨", "맞바꿔", "맞바꿀", "맞교환", "물물교환", "교환", "바꿔", "바꾸", "바꾼")
GIVING = ("out",)
TAKING = ("in",)
LEADS = ("고 ", "고, ", "며 ", "는 대신 ", "대신 ", "는 조건으로 ", "는 대가로 ")
BESIDE = 4  # letters between a country and the ware that comes from it
NEXT = 48  # letters between what one gives and what he takes for it


def swapped(told: Told, scene: Scene) -> Told:
    """The tellings of a sentence with the sides of a barter put right."""
    if not scene.glued:
        return told
    return _wares(_given_and_taken(told, scene), scene)


def _given_and_taken(told: Told, scene: Scene) -> Told:
    """Who gives in the first clause takes in the second: "북한은 석탄을 주고 쌀을 받았다"."""
    out = list(told)
    for one in range(len(told)):
        for two in range(len(told)):
            (give, way), (take, back) = told[one], told[two]
            if not _joined(give, take, scene) or give.themes[0] is take.themes[0]:
                continue
            codes = {way.giver, way.receiver, back.giver, back.receiver} - {None}
            if len(codes) != 2:
                continue
            who = _subject(give, scene) or way.giver
            other = next((code for code in sorted(filter(None, codes)) if code != who), None)
            if who in codes and other:
                out[one], out[two] = (give, Sides(who, other)), (take, Sides(other, who))
    return out


def _joined(give: Bound, take: Bound, scene: Scene) -> bool:
    """Whether a verb of giving leads on to one of taking, wares behind both."""
    if give.kind not in TRADED or take.kind not in TRADED or not give.themes or not take.themes:
        return False
    if give.way.orientation not in GIVING or take.way.orientation not in TAKING:
        return False
    if not give.act.end <= take.themes[0].start or take.act.start - give.act.end > NEXT:
        return False
    return any(scene.folded.startswith(LEADS, give.act.end - back) for back in (0, 1, 2))


def _subject(bound: Bound, scene: Scene) -> str | None:
    before = [place for place in scene.places if place.marker == "subject" and place.end <= bound.act.start]
    return before[-1].code if before and not before[-1].source else None


def _wares(told: Told, scene: Scene) -> Told:
    """Two wares that are swapped come from two countries: "수산물을 중국산 비료와 맞바꾼다"."""
    out: Told = []
    for bound, sides in told:
        swap = bound.name == "trade" and scene.folded.startswith(SWAPS, bound.act.start)
        if not swap or not bound.themes or not sides.giver or not sides.receiver:
            out.append((bound, sides))
            continue
        out += _parted(bound, sides, scene)
    return out


def _parted(bound: Bound, sides: Sides, scene: Scene) -> Told:
    codes = (sides.giver, sides.receiver)
    homes = [_home(theme, scene, codes) for theme in bound.themes]
    known = [home for home in homes if home]
    if not known and len(bound.themes) != 2:
        return [(bound, sides)]
    found: Told = []
    for number, theme in enumerate(bound.themes):
        home = homes[number] or (_other(known[0], codes) if known else codes[number])
        found.append((replace(bound, themes=[theme]), Sides(home, _other(home, codes))))
    return found


def _home(theme: Theme, scene: Scene, codes: Sequence[str | None]) -> str | None:
    """The country right before a ware."""
    for place in scene.places:
        if (
            place.code in codes
            and place.marker in ("", "origin", "of", "whence")
            and 0 <= theme.start - place.end <= BESIDE
        ):
            return place.code
    return None


def _other(code: str | None, codes: Sequence[str | None]) -> str | None:
    return next((each for each in codes if each != code), None)
