"""Themes that stand in one list, and what only says what a technology, plant or mark is for."""

from __future__ import annotations

import re

from saring.reading.packs import Compiled
from saring.reading.scene import Scene, Theme

LIST_GAP = 48
PARTING = frozenset(("act", "say", "break", "marker", "place", "cue", "date"))
OWNERS = frozenset(("technology", "plant", "trademark", "venture"))
OWNED_GAP = 32
OWN_ORIGIN = 3  # characters between a country and the goods that come from it: "산 ", "제 "
MOVING = frozenset(("send", "export", "import", "carry", "give", "receive"))


def lists(scene: Scene, pack: Compiled) -> list[list[Theme]]:
    """Themes in enumerations, each enumeration together."""
    groups: list[list[Theme]] = []
    for theme in scene.themes:
        owner = groups[-1][-1] if groups else None
        if not scene.glued and owner and owner.kind in OWNERS and _owned(owner, theme, scene, pack):
            owner.goods = owner.goods or theme.goods
            continue
        if (
            groups
            and not _other_clause(groups[-1][-1], theme, scene, pack)
            and not (scene.glued and _other_origin(groups[-1][0], theme, scene))
            and (
                pack.link.fullmatch(scene.folded, groups[-1][-1].end, theme.start)
                or _listed(groups[-1][-1].end, theme.start, scene, pack)
            )
        ):
            groups[-1].append(theme)
        else:
            groups.append([theme])
    return groups


def _other_clause(before: Theme, theme: Theme, scene: Scene, pack: Compiled) -> bool:
    """Whether a comma ends a clause rather than parts a list: "экспорт основных товаров, уголь из КНДР приходил"."""
    vague = pack.cases and before.kind == "thing" and before.goods is None and theme.kind == "goods"
    return vague and scene.folded[before.end : theme.start] == ", "


def _other_origin(first: Theme, theme: Theme, scene: Scene) -> bool:
    """Whether each of two goods has an origin of its own: "일본제 화장품과 독일제 가전제품"."""
    origins = [place for place in scene.places if place.marker == "origin"]
    one = [place.code for place in origins if 0 <= first.start - place.end <= OWN_ORIGIN]
    other = [place.code for place in origins if first.end <= place.start and 0 <= theme.start - place.end <= OWN_ORIGIN]
    return bool(one and other) and one[-1] != other[-1]


def _listed(start: int, end: int, scene: Scene, pack: Compiled) -> bool:
    """Whether two themes stand in one list though words between them are unknown: "beer, X, jam", "tyres and wheat"."""
    gap = scene.folded[start:end]
    if end - start > LIST_GAP or not gap.strip() or set(";:.()") & set(gap):
        return False
    if any(start <= tag.start < end and tag.entry.label in PARTING for tag in scene.tags):
        return False
    joins = [
        word for word in pack.pack.sentences.joins if word in (",", "and", "dan", "serta", "or", "atau", "и", "та")
    ]
    pieces = re.split("|".join(rf"\b{word}\b" if word.isalpha() else word for word in joins), gap) if joins else [gap]
    return len(pieces) > 1 and all(len(piece.split()) <= 3 for piece in pieces) and len(pieces[0].split()) <= 2


def _owned(owner: Theme, theme: Theme, scene: Scene, pack: Compiled) -> bool:
    """Whether a theme only says what a technology, plant or mark is for."""
    gap = scene.folded[owner.end : theme.start]
    if pack.link.fullmatch(scene.folded, owner.end, theme.start) and gap.strip():
        return False  # "satellite technology and food aid"
    if any(owner.end <= act.start < theme.start and act.entry.form in ("active", "passive") for act in scene.acts):
        return False
    moved = any(act.entry.value in MOVING and owner.end <= act.start < theme.start for act in scene.acts)
    if pack.cases and owner.kind == "plant" and moved:
        return False  # "завод изучает возможность поставок техники"
    return theme.kind in ("weapon", "goods", "thing") and len(gap) <= OWNED_GAP and not set(",;:.") & set(gap)
