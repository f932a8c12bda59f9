"""Where two readers part: dealings that only one saw, and dealings that both saw differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saring.model import Dealing, Difference, Disagreement, Span

_GOODS = frozenset(("goods", "arms", "aid"))
_LEAST = 4


def compare(built_in: Sequence[Dealing], llm: Sequence[Dealing]) -> tuple[Disagreement, ...]:
    """The reviewer's list, in the order of the text; what both readers have alike is not in it."""
    pairs = _pairs(built_in, llm)
    taken = {other for _, other in pairs}
    found = [
        Disagreement(sort="differs", built_in=built_in[one].id, llm=llm[other], differences=differences)
        for one, other in sorted(pairs)
        if (differences := tuple(_differences(built_in[one], llm[other])))
    ]
    placed = [(_start(each.llm), each) for each in found]
    seen = {one for one, _ in pairs}
    placed += [
        (_start(dealing), Disagreement(sort="only_built_in", built_in=dealing.id))
        for number, dealing in enumerate(built_in)
        if number not in seen
    ]
    placed += [
        (_start(dealing), Disagreement(sort="only_llm", llm=dealing))
        for number, dealing in enumerate(llm)
        if number not in taken
    ]
    return tuple(each for _, each in sorted(placed, key=lambda pair: pair[0]))


def _pairs(built_in: Sequence[Dealing], llm: Sequence[Dealing]) -> list[tuple[int, int]]:
    """Which dealings are one and the same: the likeliest pairs first, each dealing once."""
    scored = [
        (-score, number, other)
        for number, one in enumerate(built_in)
        for other, two in enumerate(llm)
        if (score := _likeness(one, two)) >= _LEAST
    ]
    pairs: list[tuple[int, int]] = []
    for _, one, other in sorted(scored):
        if all(one != first and other != second for first, second in pairs):
            pairs.append((one, other))
    return pairs


def _likeness(one: Dealing, two: Dealing) -> int:
    """How surely two readings are of one dealing: place in the text, kind, goods, sides, day, status."""
    alike = one.kind == two.kind or {one.kind, two.kind} <= _GOODS
    place = any(_meet(first, second) for first in _places(one) for second in _places(two))
    if not (alike or place):
        return 0
    score = 3 * place + 2 * (one.kind == two.kind) + alike
    if one.goods and two.goods:
        shared = bool(_headings(one) & _headings(two)) or any(
            first.span and second.span and _meet(first.span, second.span) for first in one.goods for second in two.goods
        )
        score += 3 if shared else -6
    score += (one.from_, one.to) == (two.from_, two.to)
    score += one.date is not None and one.date == two.date
    return score + (one.status == two.status) - 2 * (one.polarity != two.polarity)


def _differences(one: Dealing, two: Dealing) -> Iterator[Difference]:
    for key, first, second in zip(_KEYS, _said(one), _said(two), strict=True):
        if first != second:
            yield Difference(key=key, built_in=first, llm=second)


_KEYS = ("kind", "status", "polarity", "from", "to", "date", "goods", "verdict")


def _said(dealing: Dealing) -> tuple[str | None, ...]:
    """What is compared, as words; partners and goods in a fixed order."""
    giving = ", ".join(sorted(filter(None, (dealing.from_, *dealing.also_from)))) or None
    taking = ", ".join(sorted(filter(None, (dealing.to, *dealing.also_to)))) or None
    goods = ", ".join(sorted(_headings(dealing))) or None
    verdicts = ", ".join(judged.verdict for judged in dealing.determinations or ()) or None
    return dealing.kind, dealing.status, dealing.polarity, giving, taking, dealing.date, goods, verdicts


def _headings(dealing: Dealing) -> frozenset[str]:
    return frozenset(code[:4] for good in dealing.goods for code in good.hs)


def _places(dealing: Dealing) -> list[Span]:
    quotes = [dealing.evidence, *dealing.mentions]
    return [(quote.start, quote.end) for quote in quotes if quote]


def _meet(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _start(dealing: Dealing | None) -> tuple[int, int]:
    places = sorted(_places(dealing)) if dealing else []
    return places[0] if places else (0, 0)
