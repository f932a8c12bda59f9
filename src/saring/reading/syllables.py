"""Korean wares of one syllable, which mean them only as the object of trade: "말을 사들였다", "술 200병을 보냈다"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from saring.model import Good
from saring.reading.scene import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from saring.reading.scene import Scene

TRADING = frozenset(
    ("import", "export", "send", "receive", "trade", "carry", "load", "gift", "appear", "seize", "donate")
)
SAID = ("말", "양")  # also "words" and "amount": only what is bought, sold, given or counted in heads
SAID_ACTS = frozenset(("import", "export", "gift"))
REACH = 34  # letters before a verb of trade in which its ware can stand
WARE = re.compile(
    r"(?:^|(?<=[ ,·(]))(?P<ware>[말소술금은철납게김밀감배굴꿀콩밤옷책닭양])"
    r"(?:(?P<count> (?:약 |최소 |각각 )?\d[\d,.]*(?:여)? ?[만천백]?(?:여)? ?"
    r"(?:필|두|병|톤|t|㎏|kg|킬로그램|그램|g|상자|자루|포대|캔|통|벌|권|마리)(?:가량|여)?)?(?:을|를)"
    r" (?:[가-힣]{1,6} ){0,2}|(?= (?:수출|수입|밀수|밀수출|밀수입|거래)))$"
)


def wares(scene: Scene, themes: Sequence[Theme]) -> list[Theme]:
    """The wares of one syllable in a sentence which no other theme covers; their codes are found from the word."""
    found: list[Theme] = []
    for act in scene.acts if scene.glued else ():
        if act.entry.value not in TRADING:
            continue
        low = max(scene.sentence.start, act.start - REACH)
        before = scene.folded[low : act.start]
        ware = WARE.search(before)
        if ware is None:
            continue
        start = low + ware.start("ware")
        said = ware.group("ware") in SAID and act.entry.value not in SAID_ACTS and not ware.group("count")
        if said or any(theme.start <= start < theme.end for theme in (*themes, *found)):
            continue
        found.append(
            Theme(start, start + 1, "goods", Good(words=scene.text[start : start + 1], span=(start, start + 1)))
        )
    return found
