"""The text in stretches: each is plain or belongs to one or several dealings, however these nest and overlap."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from saring.model import VERDICTS, Checked, Dealing

Span = tuple[int, int]


class Mark(NamedTuple):
    """A place of the text: of which dealing (by number from 1), its evidence or only a further mention, goods or not."""

    start: int
    end: int
    number: int
    sort: str


class Stretch(NamedTuple):
    """A stretch of text under the same marks; `begins` are the numbers of the dealings whose evidence begins here."""

    text: str
    numbers: tuple[int, ...] = ()
    verdict: str = ""
    sort: str = ""
    begins: tuple[int, ...] = ()


def marks_of(number: int, dealing: Dealing) -> Iterable[Mark]:
    """The places of one dealing."""
    if dealing.evidence:
        yield Mark(dealing.evidence.start, dealing.evidence.end, number, "evidence")
    for mention in dealing.mentions:
        yield Mark(mention.start, mention.end, number, "mention")
    for good in dealing.goods:
        if good.span:
            yield Mark(*good.span, number, "goods")


def stretches(text: str, checked: Checked) -> list[Stretch]:
    """The whole text in order; joined again it is the text, code point by code point."""
    marks = [
        m
        for number, d in enumerate(checked.dealings, 1)
        for m in marks_of(number, d)
        if 0 <= m.start < m.end <= len(text)
    ]
    verdicts = {number: verdict_of(dealing) for number, dealing in enumerate(checked.dealings, 1)}
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    begins: dict[int, list[int]] = {}
    for mark in marks:
        if mark.sort == "evidence":
            begins.setdefault(mark.start, []).append(mark.number)
    found: list[Stretch] = []
    for start, end in pairwise(cuts):
        here = [m for m in marks if m.start <= start and end <= m.end]
        found.append(_stretch(text[start:end], here, verdicts, tuple(sorted(begins.get(start, ())))))
    return found


def _stretch(text: str, here: list[Mark], verdicts: dict[int, str], begins: tuple[int, ...]) -> Stretch:
    """One stretch: evidence goes before mentions, and the gravest verdict colours it."""
    told = [m for m in here if m.sort != "mention"] or here
    if not told:
        return Stretch(text)
    numbers = tuple(sorted({m.number for m in told}))
    gravest = min((verdicts[n] for n in numbers), key=_gravity)
    sorts = {m.sort for m in told}
    sort = "goods" if "goods" in sorts else "evidence" if "evidence" in sorts else "mention"
    return Stretch(text, numbers, gravest, sort, begins)


def verdict_of(dealing: Dealing) -> str:
    """The gravest verdict over the regimes that were asked; empty where nothing was judged."""
    return min((d.verdict for d in dealing.determinations or ()), key=_gravity, default="")


def _gravity(verdict: str) -> int:
    return VERDICTS.index(verdict) if verdict in VERDICTS else len(VERDICTS)
