"""What goods bring in, and what is paid for goods: told by their price, it is trade all the same, no transfer of money."""

from __future__ import annotations

import re

from saring.reading.bound import Bound
from saring.reading.packs import ways
from saring.reading.scene import Scene, Theme
from saring.reading.words import Entry, Tag

SUM = (
    r"(?:an? )?(?:estimated |some |about |around |nearly |almost |more than |over |at least |up to |roughly )*[$€£¥]?\d"
)
EARNED = re.compile(
    r"\b(?:has |have |had )?(?:earned|earns|earn|brought in|brings in|bring in|brought|brings|bring|netted|nets|yielded|yields|fetched"
    rf"|fetches|generated|generates) (?:(?:[\w'-]+ ){{1,4}}?)?(?={SUM}|millions|billions|hundreds of millions|tens of millions)"
)
PAID = re.compile(r"\b(?:paid|pays|pay|paying|spent|spends|spend)\b")
FOR = re.compile(r"[^;:.()]{0,60}\b(?:for|on) (?:[\w'-]+ ){0,4}$")
WAGE = re.compile(r" (?:a|an|per|each|every) (?:day|week|month|year|hour|shift)\b| (?:monthly|apiece|each)\b")
WARES = frozenset(("goods", "weapon"))
MONEY = frozenset(("money", "crypto"))
CLAUSE = 90  # characters between goods and the verb that says what they bring in


def earned(found: list[Bound], scene: Scene) -> list[Bound]:
    """The acts of an English sentence, those of money turned into the trade that they are the price of."""
    if scene.glued:
        return found
    found = [each for each in found if not _salary(each, scene)]
    wares = any(theme.kind in WARES for theme in scene.themes)
    if not wares:
        return found
    sold = EARNED.search(scene.folded, scene.sentence.start, scene.sentence.end)
    before = [theme for theme in scene.themes if sold and theme.kind in WARES and theme.end <= sold.start()]
    if sold and before and sold.start() - before[-1].end <= CLAUSE and not _moved(before[-1], found):
        kept = [each for each in found if not _money(each) or each.act.start < before[-1].start]
        tag = Tag(sold.start(), sold.end(), Entry("act", "export", form="noun"))
        return [*kept, Bound(tag, "export", ways()["export"], ways()["export"].themes[before[-1].kind], before[-1:])]
    return [_bought(each, found, scene) or each for each in found]


def brings_in(bound: Bound, scene: Scene) -> bool:
    """Whether an act says what goods bring in: who earns it gives them."""
    return bound.name == "export" and not scene.glued and EARNED.match(scene.folded, bound.act.start) is not None


def _salary(bound: Bound, scene: Scene) -> bool:
    """Whether money is only what workers get by the month or day: "where they were paid $120 a month"."""
    people = any(theme.kind in ("worker", "citizen", "soldier") for theme in scene.themes)
    return people and _money(bound) and WAGE.match(scene.folded, bound.themes[-1].end) is not None


def _money(bound: Bound) -> bool:
    return bound.kind == "finance" and bool(bound.themes) and all(theme.kind in MONEY for theme in bound.themes)


def _moved(theme: Theme, found: list[Bound]) -> bool:
    """Whether another act moves the goods already."""
    return any(theme is other for bound in found if bound.kind != "finance" for other in bound.themes)


def _bought(bound: Bound, found: list[Bound], scene: Scene) -> Bound | None:
    """A payment whose goods stand behind "for": "paid $5 million for two statues" tells a purchase."""
    if bound.name != "pay" or not _money(bound) or not PAID.match(scene.folded, bound.act.start):
        return None
    behind = [theme for theme in scene.themes if theme.kind in WARES and theme.start >= bound.themes[-1].end]
    if not behind or FOR.fullmatch(scene.folded, bound.themes[-1].end, behind[0].start) is None:
        return None
    if _moved(behind[0], found) or scene.folded.endswith(" the ", 0, behind[0].start):
        return None  # "for the equipment", of which the text has told
    way = ways()["import"]
    return Bound(bound.act, "import", way, way.themes[behind[0].kind], behind[:1])
