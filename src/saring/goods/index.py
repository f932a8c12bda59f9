"""The compiled form of the terms: what a start reads, one pack a language."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from saring.goods.forms import REACH
from saring.model import Breadth, FactValue

ROLES = {
    "neutral": "n",
    "measure": "m",
    "and": "&",
    "cut": "c",
    "of": "o",
    "article": "a",
    "no_goods": "x",
}


class Entry(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """A term as the matcher needs it: codes, breadth, the contexts that forbid or demand it, a name to tell."""

    id: str
    hs: tuple[str, ...]
    breadth: Breadth
    not_with: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    ask: dict[str, str] = {}
    facts: dict[str, FactValue] = {}


class Modifier(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """A word that moves codes: prefix of a code → the codes it becomes; an empty list leaves it as it is."""

    id: str
    moves: dict[str, tuple[str, ...]]

    def touches(self, code: str) -> bool:
        """Whether this word moves a code."""
        return self.moved(code) != (code,)

    def moved(self, code: str) -> tuple[str, ...]:
        """The codes that a code becomes beside this word; the code itself where the word moves nothing."""
        for length in (6, 4, 2):
            if length <= len(code) and (target := self.moves.get(code[:length])) is not None:
                return target or (code,)
        return (code,)


class Slot(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """What a phrase can be: terms (by number, the first wins), modifiers, and a role letter."""

    terms: tuple[int, ...] = ()
    modifiers: tuple[int, ...] = ()
    role: str = ""


UNKNOWN = Slot()


class Piece(NamedTuple):
    """A phrase of the pack, or one unknown word (an empty slot), at its place in the folded text."""

    start: int
    end: int
    slot: Slot
    key: str


class Pack(msgspec.Struct, array_like=True, frozen=True):
    """All phrases of a language.

    `stems`: stem → (ending set, canonical word) pairs; `phrases`: canonical words joined by a blank → slot; `starts`:
    first canonical word → most words of a phrase that begins so; `reach`: the length of the longest ending; `alone`:
    Korean syllables that are goods without any context; `doubtful`: words that may be verbs. A `joined` pack (Korean,
    Chinese, Japanese) has no stems: its phrases are written without blanks and `starts` goes by the first two
    characters.
    """

    language: str
    joined: bool
    stems: dict[str, list[tuple[int, str]]]
    endings: list[frozenset[str]]
    phrases: dict[str, Slot]
    starts: dict[str, int]
    entries: tuple[Entry, ...]
    modifiers: tuple[Modifier, ...]
    particles: frozenset[str] = frozenset()
    reach: int = REACH
    alone: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()

    def canonical(self, token: str) -> list[str]:
        """The canonical words of which a folded token is a form."""
        found: list[str] = []
        stems, endings = self.stems, self.endings
        for cut in range(len(token), max(0, len(token) - self.reach - 1), -1):
            if at := stems.get(token[:cut]):
                ending = token[cut:]
                for number, word in at:
                    if ending in endings[number] and word not in found:
                        found.append(word)
        return found
