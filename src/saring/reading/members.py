"""Goods of a list that no list of words knows, by the known goods beside them: "beras, X dan gula", "сахар, X и мука"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.model import Good
from saring.reading.scene import Scene, Theme

JOINS = {
    "id": r", (?:dan |serta )?| dan | serta | maupun | hingga ",
    "ru": r", (?:а также )?| и | а также ",
    "uk": r", (?:а також )?| і | й | та ",
}
WORDS = r"(?P<what>[^\W\d_][^\W\d_-]+(?: [^\W\d_][^\W\d_-]+){0,2}?)"
BETWEEN = {language: re.compile(rf"(?:{joins}){WORDS}(?={joins})") for language, joins in JOINS.items()}
CLOSING = {
    language: re.compile(rf"(?:{joins}){WORDS}(?=[.;)]|$| ke | dari | в | из | до )")
    for language, joins in JOINS.items()
}
FEWEST = 2  # known goods of a list that vouch for a last member
KNOWN = ("act", "theme", "place", "cue", "say", "date", "office", "law", "outlet", "ignore", "break", "back", "marker")
NEVER = frozenset(
    """
    lain lainnya sebagainya semacamnya kebutuhan keperluan produk barang komoditas bahan jasa juga bahkan tetapi yang
    itu ini tersebut serta sejumlah beberapa banyak orang warga dan sisanya selebihnya
    другие другое прочие прочее иные иное многое др прочих других товары товар продукция изделия услуги также даже
    еще ещё так далее остальное остальные інші інше товари
    """.split()
)


def members(scene: Scene, themes: Sequence[Theme], language: str) -> list[Theme]:
    """Themes for the unknown members of the lists in a sentence."""
    wares = [theme for theme in themes if theme.kind == "goods" and theme.goods is not None and theme.goods.hs]
    if language not in JOINS or len(wares) < FEWEST or not scene.acts:
        return []
    found: list[Theme] = []
    starts = {theme.start for theme in wares}
    for number, ware in enumerate(wares):
        at = ware.end
        between = BETWEEN[language].match(scene.folded, at, scene.sentence.end)
        while between and _unknown(*between.span("what"), scene, [*themes, *found]):
            follows = re.compile(JOINS[language]).match(scene.folded, between.end())
            last = follows and follows.end() in starts
            if last or number + 1 >= FEWEST:
                found.append(_theme(*between.span("what"), scene))
            if last:
                break
            between = BETWEEN[language].match(scene.folded, between.end(), scene.sentence.end)
        at = found[-1].end if found and found[-1].start > ware.end else ware.end
        closing = CLOSING[language].match(scene.folded, at, scene.sentence.end)
        if closing and number + 1 >= FEWEST and _unknown(*closing.span("what"), scene, [*themes, *found]):
            found.append(_theme(*closing.span("what"), scene))
    return found


def _theme(start: int, end: int, scene: Scene) -> Theme:
    good = Good(
        words=scene.text[start:end], span=(start, end), breadth="vague", because="goods by those listed with them"
    )
    return Theme(start, end, "goods", good)


def _unknown(start: int, end: int, scene: Scene, themes: Sequence[Theme]) -> bool:
    """Whether words are in small letters, and neither goods, nor known to the pack, nor words that close a list."""
    words = scene.folded[start:end].split()
    if scene.text[start:end] != scene.folded[start:end] or any(word in NEVER for word in words):
        return False
    if any(theme.start < end and start < theme.end for theme in themes):
        return False
    return not any(tag.start < end and start < tag.end and tag.entry.label in KNOWN for tag in scene.tags)
