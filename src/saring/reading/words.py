"""Finding the words of a pack in a text: one automaton for all of them, spans in the text as it was opened.

An entry of a pack is written as it stands in a text. `*` at its end lets letters follow to the end of the word, `|` at
its start or end asks for the edge of a word there. In languages with spaces both edges are asked for unless `*` stands
there; in others (Korean, Japanese, Chinese) none is. An entry written with a capital letter wants one in the text, and
a short one in capitals alone (US, AS) wants exactly itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

SPACES = dict.fromkeys((9, 10, 11, 12, 13, 160, 8201, 8239, 12288), " ")
ALIKE = {0x2018: "'", 0x2019: "'", 0x201B: "'", 0x2032: "'", 0x02BC: "'", 0x2010: "-", 0x2011: "-"}
SAME_LENGTH = SPACES | ALIKE
LONGEST_EXACT = 5
SHORT = 400  # characters: a dateline or a phrase is looked up by itself
KEPT_CASES = ("to", "from", "by")
KEPT_INSIDE = {
    "act": ("theme", "marker", "place", "law", "subject"),
    "cue": ("act",),
    "theme": ("place", "subject", "river", "back"),
    "law": ("law", "subject", "place"),
    "ignore": ("law", "subject"),
    "back": ("act", "theme"),
    "place": ("office",),
    "office": ("marker",),
    "barter": ("theme", "subject"),
}


def fold(text: str) -> str:
    """The text in small letters and plain spaces, every character on its place."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals grow when made small
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return small.translate(SAME_LENGTH)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word of the pack means: a label (place, act, theme …), its value, and what else the pack says of it."""

    label: str
    value: str
    form: str = ""
    status: str = ""
    where: str = ""
    note: str = ""
    flag: bool = False


class Tag(NamedTuple):
    """An entry seen in the text."""

    start: int
    end: int
    entry: Entry


@dataclass(slots=True)
class _Written:
    words: str
    entry: Entry
    left: bool
    right: bool
    open_end: bool
    capitals: tuple[int, ...]
    exact: bool


@dataclass
class Lexicon:
    """All words of a language in one automaton; built once, on first use."""

    spaced: bool
    _by_pattern: dict[str, list[_Written]] = field(default_factory=dict)
    _automaton: Any = None
    _last: tuple[str, list[Tag]] | None = None
    _groups: list[tuple[bool, bool, list[_Written]]] = field(default_factory=list)

    def add(self, words: str, entry: Entry) -> None:
        """Take in one entry as the pack writes it."""
        body = words
        left = right = self.spaced
        if body.startswith("|"):
            body, left = body[1:], True
        if body.endswith("|"):
            body, right = body[:-1], True
        open_end = body.endswith("*")
        if open_end:
            body, right = body[:-1], False
        pattern = fold(body)
        if not pattern.strip():
            return
        exact = body.isupper() and len(body) <= LONGEST_EXACT and any(char.isalpha() for char in body)
        capitals = tuple(n for n, char in enumerate(body) if char.isupper() and (n == 0 or not body[n - 1].isalpha()))
        written = _Written(body, entry, left, right, open_end, capitals, exact)
        known = self._by_pattern.setdefault(pattern, [])
        twins = [n for n, other in enumerate(known) if other.entry == entry and other.open_end == open_end]
        if not twins:
            known.append(written)
        elif not capitals and known[twins[0]].capitals:
            known[twins[0]] = written  # the form in small letters matches capitals too

    def add_all(self, words: Iterable[str], entry: Entry) -> None:
        """Take in several entries of one meaning."""
        for each in words:
            self.add(each, entry)

    def _build(self) -> None:
        import ahocorasick_rs

        patterns = sorted(self._by_pattern)
        self._groups = [_grouped(pattern, self._by_pattern[pattern]) for pattern in patterns]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns) if patterns else None

    def find(self, text: str, folded: str) -> list[Tag]:
        """Every entry in the text, in order; what lies inside a longer one is left out.

        The answer for the text asked last is kept, since dealings and claims are read from the same words.
        """
        if len(text) < SHORT:
            return self._find(text, folded)
        if self._last is None or self._last[0] != text:
            self._last = (text, self._find(text, folded))
        return self._last[1]

    def _find(self, text: str, folded: str) -> list[Tag]:
        if self._automaton is None:
            self._build()
        if self._automaton is None:
            return []
        found: list[tuple[int, int, int, Entry]] = []
        length = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            left, right, group = self._groups[index]
            if left and start and folded[start - 1].isalnum():
                continue  # most matches stand inside other words: they are left at once
            if right and end < length and folded[end].isalnum():
                continue
            found += [
                (start, -stop, -(end - start) - (not written.open_end), written.entry)
                for written in group
                if (stop := _edges(text, folded, start, end, written)) is not None
            ]
        found.sort(key=lambda hit: hit[:3])
        return _longest(found)


def _grouped(pattern: str, group: list[_Written]) -> tuple[bool, bool, list[_Written]]:
    """The entries of one pattern, and whether all of them need the edge of a word on the left and on the right."""
    left = pattern[0].isalnum() and all(written.left for written in group)
    right = pattern[-1].isalnum() and all(written.right for written in group)
    return left, right, group


def _edges(text: str, folded: str, start: int, end: int, written: _Written) -> int | None:
    """Where the word ends, or nothing when the entry does not stand here as it is written."""
    if written.left and start and _letter(folded[start - 1]) and _letter(folded[start]):
        return None
    if written.right and end < len(folded) and _letter(folded[end]) and _letter(folded[end - 1]):
        return None
    if (
        start
        and folded[start - 1] == "-"
        and text[start].islower()
        and _GIVEN_NAME.search(text, max(0, start - _NAME), start)
    ):
        return None  # the won of Han Ji-won registers nothing
    if written.exact:
        if text[start:end] != written.words:
            return None
    elif written.capitals and not all(text[start + n].isupper() for n in written.capitals):
        return None
    if written.open_end:
        while end < len(folded) and _letter(folded[end]):
            end += 1
    return end


# A surname and the first syllable of a Korean given name, up to its hyphen; "North Korean-made" is none.
_GIVEN_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]{1,4}-$")
_NAME = 24


def _letter(char: str) -> bool:
    return char.isalnum()


def _longest(found: Sequence[tuple[int, int, int, Entry]]) -> list[Tag]:
    kept: list[Tag] = []
    reach, best = -1, 0
    outer: Tag | None = None
    for start, stop, weight, entry in found:
        end = -stop
        if end < reach or (end == reach and outer and outer.start != start):
            inside = outer and end <= outer.end and entry.label in KEPT_INSIDE.get(outer.entry.label, ())
            last = kept[-1]
            if inside and outer and outer.entry.label == "cue":
                inside = end == outer.end and entry.form in ("active", "passive")  # "siap memasok": the verb closes it
            twice = last is not outer and last.entry.label == entry.label and end <= last.end
            if inside and not twice and (entry.label != "marker" or entry.value in KEPT_CASES):
                kept.append(Tag(start, end, entry))  # "open a restaurant" is an act and names its theme
            continue
        if outer and outer.start == start and outer.end == end and weight > best:
            if (outer.entry.label, entry.label) == ("office", "place"):
                kept.append(Tag(start, end, entry))  # an office by its name is a body of its country, too
            continue  # the same stretch, but met by a shorter stem
        outer = Tag(start, end, entry)
        kept.append(outer)
        reach, best = end, weight
    return kept


def between(tags: Sequence[Tag], start: int, end: int) -> list[Tag]:
    """The tags that lie inside a stretch."""
    low = bisect_left(tags, start, key=lambda tag: tag.start)
    high = bisect_left(tags, end, lo=low, key=lambda tag: tag.start)
    return [tag for tag in tags[low:high] if tag.end <= end]
