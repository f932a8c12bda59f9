"""Vehicles that only measure what they carry, in languages that put the measure first: "20 kapal batu bara", "lima truk beras"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from saring.model import Good
from saring.reading.packs import Compiled
from saring.reading.scene import Scene, Theme

LOAD = re.compile(
    r"(?<![^\W_])(?:\d[\d.,]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|sejumlah|puluhan|ratusan|ribuan|belasan"
    r"|\w+ (?:belas|puluh|ratus|ribu)) (?:buah |unit )?(?P<what>kapal(?: kargo| tongkang)?|truk|gerbong|kontainer|peti kemas|tongkang|peti|kereta|pesawat"
    r"|mobil boks|rangkaian gerbong) (?=[a-z])"
)
WORDS = 32  # characters behind a measure in which its goods begin
MOVING = frozenset(("send", "export", "import", "receive", "give", "donate", "carry", "gift", "load", "trade"))
BEFORE, BEHIND = 40, 48  # characters between a verb and the load that it moves
VEHICLES = ("86", "87", "88", "89")
Spot = Callable[[str, str], tuple[Good, ...]]


def loads(text: str, folded: str, goods: Sequence[Good], spot: Spot, pack: Compiled) -> list[Good]:
    """The goods of a text with those in a vehicle that only measures them in place of the vehicle."""
    if pack.pack.writing.adjective != "after":
        return list(goods)
    out = list(goods)
    for found in LOAD.finditer(folded):
        start = found.end()
        inner = [good for good in spot(text[start : start + WORDS], pack.language) if good.span and good.span[0] == 0]
        if not inner or inner[0].span is None or all(code.startswith(VEHICLES) for code in inner[0].hs):
            continue
        end = start + inner[0].span[1]
        out = [good for good in out if good.span is None or good.span[1] <= found.start("what") or end <= good.span[0]]
        out.append(msgspec.structs.replace(inner[0], span=(start, end)))
    return sorted(out, key=lambda good: good.span or (0, 0))


def unmeasured(themes: Sequence[Theme], scene: Scene, pack: Compiled) -> list[Theme]:
    """The themes without vehicles that only measure the goods right behind them, where a verb moves these."""
    if pack.pack.writing.adjective != "after":
        return list(themes)
    dropped: set[int] = set()
    for found in LOAD.finditer(scene.folded, scene.sentence.start, scene.sentence.end):
        goods = [theme for theme in themes if theme.goods is not None and theme.start == found.end()]
        if goods and _moved(found.start(), goods[0].end, scene):
            dropped |= {theme.start for theme in themes if found.start() <= theme.start < found.end()}
    return [theme for theme in themes if theme.start not in dropped]


def _moved(start: int, end: int, scene: Scene) -> bool:
    acts = [act for act in scene.acts if act.entry.value in MOVING]
    before = any(0 <= start - act.end <= BEFORE for act in acts)
    return before or any(act.entry.form == "passive" and 0 <= act.start - end <= BEHIND for act in acts)
