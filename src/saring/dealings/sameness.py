"""When two tellings are one dealing: kind, sides, goods, status class and time do not contradict each other."""

from __future__ import annotations

import re
from datetime import date

from saring.model import Dealing, When

GOODS = frozenset(("goods", "arms", "aid"))
BOTH_WAYS = frozenset(("transport", "diplomacy", "tourism", "joint_venture", "science"))
BY_WORDS = frozenset(("diplomacy", "tourism", "technical_assistance"))  # told apart by what is said of them
FUTURE = frozenset(("planned", "offered", "wished"))
ENDED = re.compile(r"[.!?…。！？:;][\"'“”‘’»)\]」』\s]*$")
WORD = re.compile(r"[^\W\d_]+")
STEM = 5
ALIKE = 1.35  # amounts within this ratio may be one amount, rounded
NEXT = 200  # characters between two tellings of which the later takes up the goods of the earlier
VOYAGE = 60  # days between loading and what is told of the cargo later
THE = re.compile(
    r"(?:\b(?:the|this|that|these|those)|\b(?:этот|эта|эти|этого|этой|этих|данн\w+)|(?:^|\s)(?:이|그|해당))\s+$",
    re.IGNORECASE,
)
THAT = re.compile(r"\s+(?:itu|tersebut)\b", re.IGNORECASE)
RARE = re.compile(
    r"\b(?:first|pertama|перв\w+|перш\w+)\b.{0,60}\b(?:since|in (?:\w+ ){1,3}years|sejak|dalam|с|за|з)\b"
    r"|\d(?:년|개월|달)(?:여)? ?만(?:이|에|의)|처음(?:이|으로)",
    re.IGNORECASE,
)
RECENT = 120  # days before publication within which a telling without a date may mean a dated one


def fragment(dealing: Dealing) -> bool:
    """Whether a telling stands in a line without an end mark: a title, a caption, a key point."""
    return dealing.evidence is not None and not ENDED.search(dealing.evidence.quote)


def goods_key(dealing: Dealing) -> frozenset[str]:
    """The headings of a dealing's goods, or their words where they have no code."""
    found = set()
    for good in dealing.goods:
        if good.hs:
            found |= {code[:4] for code in good.hs}
        elif good.words:
            found.add(good.words.casefold())
    return frozenset(found)


def same(one: Dealing, other: Dealing, published: date | None, loose: bool = False) -> bool:
    """Whether two tellings report one dealing; `loose` where one is a headline or key point."""
    if one.kind != other.kind or one.polarity != other.polarity:
        return False
    if one.kind not in GOODS and one.evidence == other.evidence and _nested(one, other):
        return (one.status == "denied") == (other.status == "denied")
    loose = loose or fragment(one) or fragment(other)
    if not _status(one, other, loose):
        return False
    if not loose and (_amounts_part(one, other) or _acts_part(one, other)):
        return False
    return _sides(one, other, loose) and _goods(one, other, loose) and _time(one, other, published, loose)


def _acts_part(one: Dealing, other: Dealing) -> bool:
    """Whether both tell what act of finance it is, and not the same one: a theft is no payment."""
    first, second = (each.facts.get("finance_act") for each in (one, other))
    return first is not None and second is not None and first != second


def _amounts_part(one: Dealing, other: Dealing) -> bool:
    """Whether both tell an amount in one unit, and not the same one."""
    first, second = one.amount, other.amount
    if not (first and second and first.number and second.number and first.unit):
        return False
    if first.unit != second.unit and {first.unit, second.unit} != {"people", "permits"}:
        return False
    low, high = sorted((first.number, second.number))
    return high > low * ALIKE


def _nested(one: Dealing, other: Dealing) -> bool:
    """Whether the sides of one telling are among those of the other, in whatever direction."""
    first, second = ({side for side in (each.from_, each.to) if side} for each in (one, other))
    return first <= second or second <= first


def flow(one: Dealing, other: Dealing, published: date | None) -> bool:
    """Whether two tellings are of one flow, whatever goods they name."""
    if one.kind != other.kind or one.polarity != other.polarity:
        return False
    return _status(one, other, loose=False) and _sides(one, other) and _time(one, other, published, loose=False)


def _status(one: Dealing, other: Dealing, loose: bool) -> bool:
    """Denied and asserted tellings stay apart; so do a plan and an act, unless one of them is only a headline."""
    denied = [each.status == "denied" for each in (one, other)]
    if denied[0] != denied[1]:
        return False
    if loose or "hypothetical" in (one.status, other.status):
        return True
    return (one.status in FUTURE) == (other.status in FUTURE)


def _sides(one: Dealing, other: Dealing, loose: bool = False) -> bool:
    """Sides agree where both are known; travel and talks go both ways."""
    ends = (one.from_, one.to), (other.from_, other.to)
    if loose or one.kind in BOTH_WAYS:
        known = [{side for side in pair if side} for pair in ends]
        return known[0] <= known[1] or known[1] <= known[0]
    firsts = _fits(ends[0][0], ends[1][0], one.also_from + other.also_from)
    return firsts and _fits(ends[0][1], ends[1][1], one.also_to + other.also_to)


def _fits(one: str | None, other: str | None, also: tuple[str, ...]) -> bool:
    return one is None or other is None or one == other or one in also or other in also


def _goods(one: Dealing, other: Dealing, loose: bool) -> bool:
    if one.kind == "transport":
        classes = ({each.role for each in telling.vehicles} for telling in (one, other))
        return loose or bool(_stems(one) & _stems(other)) or bool(set.intersection(*classes))
    if one.kind in BY_WORDS and not loose and one.evidence != other.evidence and not _comments(one, other):
        return bool(_stems(one) & _stems(other))  # a visit is no treaty, whoever pays it and signs it
    if one.kind not in GOODS:
        return True
    first, second = goods_key(one), goods_key(other)
    if _finer(one) and _finer(other) and not _finer(one) & _finer(other):
        return False
    if first & second or first == second:
        return True
    if one.kind == "arms":
        return (
            not first
            or not second
            or all(code.startswith(("93", "88")) or not code[:1].isdigit() for code in first | second)
        )
    chapters = {code[:2] for code in first if code[:1].isdigit()} & {code[:2] for code in second if code[:1].isdigit()}
    short = any(len(code) == 2 for code in first | second)
    return bool(chapters) and short


def _comments(one: Dealing, other: Dealing) -> bool:
    """Whether the later telling only says how rare the earlier is: "It is the first trip in five years"."""
    quotes = [each.evidence for each in (one, other) if each.evidence is not None]
    later = max(quotes, key=lambda quote: quote.start, default=None)
    return later is not None and RARE.search(later.quote) is not None


def _finer(dealing: Dealing) -> frozenset[str]:
    """The six-digit codes of a dealing all of whose goods are known that finely."""
    codes = frozenset(code for good in dealing.goods for code in good.hs)
    return codes if codes and all(len(code) >= 6 for code in codes) else frozenset()


def _stems(dealing: Dealing) -> set[str]:
    return {word[:STEM] for word in WORD.findall((dealing.what or "").casefold()) if len(word) > 1}


def own_date(dealing: Dealing) -> When | None:
    """The date that the telling's own sentence gives; one carried over from an earlier sentence tells nothing apart."""
    when, evidence = dealing.when, dealing.evidence
    if when is None or when.span is None or evidence is None:
        return when
    return when if evidence.start <= when.span[0] < evidence.end else None


def _one_cargo(one: Dealing, other: Dealing) -> bool:
    """Whether a telling points back to the cargo of the other: "seized with coal on Monday … had loaded the coal in May"."""
    if one.kind != "goods" or one.evidence is None or other.evidence is None or one.when is None or other.when is None:
        return False
    earlier, later = sorted((one, other), key=lambda each: each.evidence.start if each.evidence else 0)
    days = abs((date.fromisoformat(one.when.first) - date.fromisoformat(other.when.first)).days)
    near = bool(earlier.evidence and later.evidence) and later.evidence.start - earlier.evidence.end <= NEXT  # type: ignore[union-attr]
    return near and days <= VOYAGE and later.amount is None and _points_back(later)


def _points_back(dealing: Dealing) -> bool:
    """Whether the words around the goods take them up from before: the coal, batu bara itu."""
    quote, good = dealing.evidence, next(iter(dealing.goods), None)
    if quote is None or good is None or good.span is None:
        return False
    start, end = (place - quote.start for place in good.span)
    return bool(THE.search(quote.quote[:start]) or THAT.match(quote.quote[end:]))


def _time(one: Dealing, other: Dealing, published: date | None, loose: bool) -> bool:
    """Dated tellings are one dealing when their days touch; one without a date means recent days."""
    first, second = own_date(one), own_date(other)
    if first is not None and second is not None:
        if _one_cargo(one, other):
            return True
        if one.kind == "transport" and not loose:
            return (first.first, first.last) == (second.first, second.last)
        return first.first <= second.last and second.first <= first.last
    dated = first or second
    if dated is None or published is None or loose:
        return True
    return (published - date.fromisoformat(dated.last)).days <= RECENT
