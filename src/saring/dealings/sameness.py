"""When two tellings are one dealing: kind, sides, goods, status class and time do not contradict each other."""

from __future__ import annotations

from saring.model import Dealing

GOODS = frozenset(("goods", "arms", "aid"))
NEAR = (frozenset(("goods", "aid")), frozenset(("goods", "arms")))
CLASSES = {"denied": "denied"}
MARGIN = 1  # days by which dates may part and still touch


def goods_key(dealing: Dealing) -> frozenset[str]:
    """The headings of a dealing's goods, or their words where they have no code."""
    found = set()
    for good in dealing.goods:
        if good.hs:
            found |= {code[:4] for code in good.hs}
        elif good.words:
            found.add(good.words.casefold())
    return frozenset(found)


def same(one: Dealing, other: Dealing) -> bool:
    """Whether two tellings report one dealing."""
    if one.kind != other.kind or one.polarity != other.polarity:
        return False
    if CLASSES.get(one.status or "") != CLASSES.get(other.status or ""):
        return False
    return _sides(one, other) and _goods(one, other) and _time(one, other)


def _sides(one: Dealing, other: Dealing) -> bool:
    """Sides agree where both are known; travel and talks go both ways."""
    ends = (one.from_, one.to), (other.from_, other.to)
    if one.kind in ("transport", "diplomacy", "tourism", "joint_venture", "science"):
        known = [{side for side in pair if side} for pair in ends]
        return known[0] <= known[1] or known[1] <= known[0]
    firsts = _fits(ends[0][0], ends[1][0], one.also_from + other.also_from)
    return firsts and _fits(ends[0][1], ends[1][1], one.also_to + other.also_to)


def _fits(one: str | None, other: str | None, also: tuple[str, ...]) -> bool:
    return one is None or other is None or one == other or one in also or other in also


def _goods(one: Dealing, other: Dealing) -> bool:
    if one.kind not in GOODS:
        return True
    first, second = goods_key(one), goods_key(other)
    if not first or not second or first & second:
        return bool(first & second) or one.kind == "arms" or first == second
    short = {code[:2] for code in first if code[:1].isdigit() and len(code) == 2} | {
        code for code in second if code[:1].isdigit() and len(code) == 2
    }
    chapters = {code[:2] for code in first} & {code[:2] for code in second}
    return bool(short and chapters) or (one.kind == "arms")


def _time(one: Dealing, other: Dealing) -> bool:
    """Dated tellings are one dealing only when their days touch."""
    if one.when is None or other.when is None:
        return True
    return one.when.first <= other.when.last and other.when.first <= one.when.last
