"""Goods that a sentence names only as what others are for: "hair used to make wigs", "bahan baku untuk membuat sepatu"."""

from __future__ import annotations

import re

from saring.reading.scene import Scene, Theme

WARES = frozenset(("goods", "weapon", "thing"))
REACH = 56  # characters before a ware within which the words of purpose stand
FOR = re.compile(
    r"\b(?:(?:used|needed|required|meant|intended|essential|vital|crucial)(?: \w+)? (?:to \w+|for(?: \w+ing)?|in(?: \w+ing)?|as)"
    r"|for (?:making|producing|building|manufacturing|assembling|use in|the (?:production|manufacture|assembly) of)"
    r"|(?:from|out of) which (?:\w+ )?(?:make|makes|made)"
    r"|(?:yang )?(?:digunakan|dipakai|diperlukan|dibutuhkan) (?:untuk|dalam|sebagai|guna)(?: (?:membuat|memproduksi|pembuatan|produksi|merakit))?"
    r"|(?:untuk|guna) (?:membuat|memproduksi|pembuatan|produksi|merakit)|bahan (?:baku|dasar)(?: (?:untuk|pembuatan|pembuat))*"
    r"|(?:используем\w+|применяем\w+|использу\w+|применя\w+|необходим\w+|предназначенн\w+)(?: \w+)? (?:для|в|при)(?: (?:производств|изготовлени|пошив|выпуск|сборк)\w*)?"
    r"|для (?:производства|изготовления|пошива|выпуска|сборки)|из котор\w+ (?:делают|изготавливают|шьют|производят|собирают))"
    r" (?:[\w-]+ )?$"
)
MADE = re.compile(
    r"(?: (?:production|making|makers?|manufacturing|manufacturers?|factor(?:y|ies)|workshops?)|-making|-makers?)\b"
)
FOR_MADE = re.compile(r"\b(?:for|in) (?:[\w-]+ ){0,2}$")
GLUED = re.compile(
    r"(?:을|를) (?:만드는|만들|제조하는|생산하는|제작하는|조립하는) ?(?:데|용)|(?: ?(?:제조|생산|제작|조립))?(?:에) (?:쓰이|사용되|쓰는|쓸 |필요한)"
)


def for_making(theme: Theme, scene: Scene) -> bool:
    """Whether a ware is only what another ware of the sentence is for."""
    if theme.kind not in WARES:
        return False
    if scene.glued:
        match = GLUED.match(scene.folded, theme.end)
        return match is not None and any(other.kind in WARES and other.start >= match.end() for other in scene.themes)
    if not any(other.kind in WARES and other.end <= theme.start for other in scene.themes):
        return False
    before = scene.folded[max(scene.sentence.start, theme.start - REACH) : theme.start]
    return FOR.search(before) is not None or (
        MADE.match(scene.folded, theme.end) is not None and FOR_MADE.search(before) is not None
    )
