"""A long text in overlapping parts, each of which owns its own stretch, so that nothing is told twice or lost."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from saring.model import Span

PART = 12_000
OVERLAP = 1_200
SMALLEST = 1_500
_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?。！？]\s"), re.compile(r"\s"))


class Part(NamedTuple):
    """What is shown to the model, and the stretch whose dealings are taken from it; the rest is context."""

    shown: Span
    owned: Span


def parts(text: str, size: int = PART, overlap: int = OVERLAP) -> list[Part]:
    """The parts of a text in order; the owned stretches cover it without gap or overlap."""
    if len(text) <= size:
        return [Part((0, len(text)), (0, len(text)))] if text else []
    cuts = [0]
    while len(text) - cuts[-1] > size - overlap:
        cuts.append(_cut(text, cuts[-1] + (size - overlap) // 2, cuts[-1] + size - overlap))
    cuts.append(len(text))
    half = overlap // 2
    return [
        Part((max(0, start - half), min(len(text), end + half)), (start, end))
        for start, end in pairwise(cuts)
        if end > start
    ]


def halves(text: str, part: Part) -> list[Part]:
    """A part in two, for a model whose answer was cut off; the part alone when it is small already."""
    start, end = part.owned
    if end - start < SMALLEST:
        return [part]
    middle = _cut(text, start + (end - start) // 4, start + (end - start) // 2)
    half = OVERLAP // 2
    return [
        Part((part.shown[0], min(part.shown[1], middle + half)), (start, middle)),
        Part((max(part.shown[0], middle - half), part.shown[1]), (middle, end)),
    ]


def _cut(text: str, low: int, high: int) -> int:
    """The last good place to cut between two points: between paragraphs, else lines, sentences, words."""
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high
