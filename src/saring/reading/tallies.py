"""What statistics count: the exports or imports that lines of goods with ranks, shares and sums go on with (Korean)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from saring.model import Mention
from saring.reading.binding import Bound
from saring.reading.choosing import Sides
from saring.reading.enumerations import lists
from saring.reading.packs import Compiled, ways
from saring.reading.scene import Place, Scene
from saring.reading.words import Entry, Tag

NOUNS = ("export", "import")
TALLY = "tally"
LASTS = 5  # sentences over which lines go on with the trade counted last
HEADING = re.compile(
    r"[^가-힣]*(?:주요 |대외 |분야별 |품목별 )?(?:수출|수입)(?: ?(?:부문|품목|현황|동향|실적|분야|통계))?[^가-힣]*"
)
FIGURE = re.compile(
    r"\d ?위(?![원안협치])|으뜸|선두|최다|가장 (?:많|큰|컸|높)|\d ?%|퍼센트|\d[\d,.]*[만억천백 ]*(?:만|억|천|백)? ?(?:달러|위안|유로|루블|엔|원어치|t|톤|㎏|kg|배럴|개|대|마리)"
    r"|상위|하위|비중|순이|순으로|절반|대부분|(?:늘|줄)(?:었|어|며|면서|고)|증가|감소|급증|급감"
)
WORLD = re.compile(r"(?:전 ?세계|글로벌|국제|국내|우리나라의?|한국의?|남한의?) ?(?:상품 ?)?(?:교역|무역|수출|수입)")


@dataclass(slots=True)
class Tally:
    """Whose exports or imports a text is counting."""

    noun: str = ""
    at: int = -99
    owner: str | None = None
    other: str | None = None
    chain: tuple[Mention, ...] = ()  # who published the figures

    def live(self, number: int) -> bool:
        """Whether lines of goods may still go on with it."""
        return bool(self.noun) and self.owner is not None and number - self.at <= LASTS

    def ways(self, noun: str) -> Sides:
        """Who gives and who receives what that noun of trade counts."""
        return Sides(self.owner, self.other) if noun == "export" else Sides(self.other, self.owner)

    def note(self, number: int, scene: Scene, partner: str, chain: tuple[Mention, ...]) -> None:
        """Take in what a sentence counts, or that it turns to somebody else's trade."""
        if not scene.glued:
            return
        text = scene.folded[scene.sentence.start : scene.sentence.end]
        nouns = [act for act in scene.acts if act.entry.value in NOUNS and act.entry.form == "noun"]
        if scene.sentence.fragment and HEADING.fullmatch(text):
            self.noun, self.at = nouns[-1].entry.value if nouns else self.noun, number
            return
        places = [place for place in scene.places if not (place.weak or place.source) and place.marker != "none"]
        codes = {place.code for place in places}
        if WORLD.search(text) or (codes and partner not in codes and any(place.form != "toward" for place in places)):
            self.noun = ""
            return
        trades = [act for act in scene.acts if act.entry.value == "trade" and act.entry.form == "noun"]
        if not nouns and not (trades and partner in codes):
            self.at = number if self.live(number) and FIGURE.search(text) else self.at
            return
        self.chain = chain or self.chain
        if codes:
            self._take(places, codes, partner)
        if nouns:
            self.noun, self.at = nouns[-1].entry.value, number

    def _take(self, places: Sequence[Place], codes: set[str], partner: str) -> None:
        """Whose trade a sentence with countries counts: a country toward the partner trades with it."""
        others = sorted(codes - {partner})
        toward = {place.code for place in places if place.form == "toward"}
        if partner in toward and others:
            self.owner, self.other = others[0], partner
        elif len(others) <= 1:
            self.owner, self.other = partner, (others[0] if others else None)
        else:
            self.noun = ""


def counted(bound: Bound, sides: Sides | None, number: int, scene: Scene, tally: Tally) -> Sides | None:
    """The sides of goods that a line of figures lists, from the trade that the text is counting."""
    if not scene.glued or bound.name != "comprise" or sides is not None or bound.kind != "goods":
        return sides
    if scene.sentence.fragment or not tally.live(number) or _elsewhere(scene):
        return sides
    nouns = [act for act in scene.acts if act.entry.value in NOUNS and act.end <= bound.themes[0].start]
    bound.act = Tag(*bound.act[:2], Entry("act", "comprise", form="passive", note=TALLY))
    return tally.ways(nouns[-1].entry.value if nouns else tally.noun)


def heard(bound: Bound, number: int, chain: tuple[Mention, ...], tally: Tally) -> tuple[Mention, ...]:
    """The sources of goods among figures: who published these, where the sentence names nobody."""
    return chain or (tally.chain if bound.kind == "goods" and number - tally.at <= LASTS else ())


def lines(scene: Scene, number: int, tally: Tally, taken: Collection[int], pack: Compiled) -> list[Bound]:
    """Goods that no act moves, in a line of figures of the trade that a text is counting."""
    if not scene.glued or scene.sentence.fragment or not tally.live(number) or _elsewhere(scene):
        return []
    if not FIGURE.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return []
    found = []
    for group in lists(scene, pack):
        named = [theme for theme in group if theme.kind == "goods" and theme.goods is not None and theme.goods.hs]
        if named and not any(theme.start in taken for theme in group):
            tag = Tag(named[0].start, named[-1].end, Entry("act", "comprise", form="passive", note=TALLY))
            found.append(Bound(tag, "comprise", ways()["comprise"], "goods", named))
    return found


def _elsewhere(scene: Scene) -> bool:
    """Whether a sentence names countries of its own, or another's trade."""
    if WORLD.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return True
    return any(place.marker != "none" and not (place.weak or place.source) for place in scene.places)
