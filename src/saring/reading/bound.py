"""An act with what it moves, and the words that several steps of binding share."""

from __future__ import annotations

from dataclasses import dataclass

from saring.reading.packs import Way
from saring.reading.scene import Theme
from saring.reading.words import Tag

NOUNS = ("noun", "bare")
GUESTS = ("people", "short", "official")
CRAFT = frozenset(("ship", "train", "flight"))
APART = frozenset(("goods", "arms", "aid"))
PEOPLE = frozenset(("labour", "troops"))
OF_STATES = frozenset(("official", "letter", "treaty", "talks", "aid", "money", "crypto", "worker"))


@dataclass(slots=True)
class Bound:
    """An act with what it moves: themes of one list, all of one kind of dealing."""

    act: Tag
    name: str
    way: Way
    kind: str
    themes: list[Theme]
    exempt: bool = False  # allowed by a sanctions committee
