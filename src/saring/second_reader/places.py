"""Where words stand in a text: exactly, or but for white space and the shape of quotation marks and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saring.model import Span

_ALIKE = ("'‘’ʼ`´", '"“”„«»', "-‐‑‒–—−", "…")
_CLASS = {sign: f"[{re.escape(signs)}]" for signs in _ALIKE for sign in signs}
_LONGEST = 2_000  # nothing that is worth looking up is longer
_EDGES = " \t\r\n\"'“”„«»‘’"


def locate(text: str, words: str, within: Span, near: int) -> Span | None:
    """The span of the words inside `within`, the one nearest to the place `near`; nothing when they do not stand there."""
    for tried in dict.fromkeys((words.strip(), words.strip(_EDGES))):
        if tried.strip(_EDGES) and len(tried) <= _LONGEST:
            places = list(_exact(text, tried, within)) or list(_loose(text, tried, within))
            if places:
                return min(places, key=lambda span: (abs(span[0] - near), span))
    return None


def _exact(text: str, words: str, within: Span) -> Iterator[Span]:
    start = text.find(words, *within)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1, within[1])


def _loose(text: str, words: str, within: Span) -> Iterator[Span]:
    """The same letters in the same order; models straighten quotation marks and join lines."""
    pieces = ["".join(_CLASS.get(sign, re.escape(sign)) for sign in piece) for piece in words.split()]
    for found in re.compile(r"\s+".join(pieces)).finditer(text, *within):
        yield found.span()
