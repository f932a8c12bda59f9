"""Goods whose verb is one of paying or of taking in: "paid $2 million for statues", "таможня оформила обувь"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.bound import APART, Bound
from saring.reading.packs import Compiled, ways
from saring.reading.scene import Scene, Theme
from saring.reading.words import Tag

WARES = frozenset(("goods", "thing", "weapon"))
FOR = re.compile(r"(?<!\w)(?:for|untuk|buat|за|для закупки|на закупку)(?: [^\W_][\w-]*){0,3} $")
KNOWN = (" the ", " this ", " these ", " those ", " that ")
REACH, GAP = 40, 60  # characters before goods within which "for" stands; between goods and a verb of taking in


def bought(group: Sequence[Theme], scene: Scene, pack: Compiled) -> list[Bound]:
    """The goods of a list that no act takes, bound to what is paid for them or to who takes them in."""
    goods = [theme for theme in group if theme.kind in WARES]
    if not goods or scene.glued:
        return []
    for act in scene.acts:
        if act.entry.value == "pay" and _paid_for(act, goods[0], scene):
            name = "export" if act.entry.form == "passive" else "import"
            return [_bound(act, name, goods)]
        if pack.cases and act.entry.value == "employ" and _near(act, goods, scene):
            return [_bound(act, "receive", goods)]
    return []


def unpriced(found: list[Bound]) -> list[Bound]:
    """The acts without the sums that are only the price of goods bound to the same verb of paying."""
    paid = {bound.act.start for bound in found if bound.act.entry.value == "pay" and bound.kind in APART}
    return [bound for bound in found if bound.kind != "finance" or bound.act.start not in paid]


def _bound(act: Tag, name: str, goods: list[Theme]) -> Bound:
    way = ways()[name]
    return Bound(act, name, way, way.themes[goods[0].kind], [each for each in goods if each.kind == goods[0].kind])


def _paid_for(act: Tag, first: Theme, scene: Scene) -> bool:
    if not act.end <= first.start or scene.parted(act.end, first.start):
        return False
    spoken_of = scene.folded.endswith(KNOWN, 0, first.start)  # "paid $5 million for the equipment": of it the text told
    return not spoken_of and FOR.search(scene.folded, max(act.end - 1, first.start - REACH), first.start) is not None


def _near(act: Tag, goods: list[Theme], scene: Scene) -> bool:
    """Whether a verb that takes in people or things stands in the clause of the goods, and people stand nowhere there."""
    low, high = (act.end, goods[0].start) if act.end <= goods[0].start else (goods[-1].end, act.start)
    people = any(theme.kind in ("worker", "citizen", "student", "soldier") for theme in scene.themes)
    return 0 <= high - low <= GAP and not scene.parted(low, high) and not people
