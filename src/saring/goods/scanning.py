"""From text to pieces: which phrases of a pack stand where, and which words are unknown to it.

Languages with blanks are looked up word by word through stem and ending; Korean, Chinese and Japanese are cut inside
the word (`cutting`). The result is the same.
"""

from __future__ import annotations

from saring.goods.cutting import cut
from saring.goods.forms import token_places
from saring.goods.index import UNKNOWN, Pack, Piece, Slot


def scan(pack: Pack, folded: str) -> list[Piece]:
    """All pieces of a folded text from left to right, the longest phrase first at every place; none overlap."""
    if pack.joined:
        return list(cut(pack, folded))
    places = token_places(folded)
    known: dict[str, list[str]] = {}  # most words of a text come more than once
    words: list[list[str]] = []
    for start, end in places:
        token = folded[start:end]
        found = known.get(token)
        if found is None:
            found = known[token] = pack.canonical(token)
        words.append(found)
    pieces: list[Piece] = []
    number = 0
    while number < len(places):
        if not words[number]:
            pieces.append(Piece(*places[number], UNKNOWN, ""))
            number += 1
            continue
        taken, slot, key = _longest(pack, words, number, folded, places)
        pieces.append(Piece(places[number][0], places[number + taken - 1][1], slot, key))
        number += taken
    return pieces


def _longest(
    pack: Pack, words: list[list[str]], first: int, folded: str, places: list[tuple[int, int]]
) -> tuple[int, Slot, str]:
    """The longest phrase of the pack that begins at a word: how many words, what it is, its key."""
    phrases, starts = pack.phrases, pack.starts
    best: tuple[int, Slot, str] = (1, UNKNOWN, "")
    for word in words[first]:
        if slot := phrases.get(word):
            if not best[2]:
                best = (1, slot, word)
            elif best[0] == 1:
                best = (1, _both(best[1], slot), best[2])
        most = min(starts.get(word, 0), len(words) - first)
        keys = [word]
        for size in range(1, most):
            if not words[first + size] or not _close(folded, places[first + size - 1][1], places[first + size][0]):
                break
            keys = [f"{key} {next_word}" for key in keys for next_word in words[first + size]]
            for key in keys:
                if size + 1 > best[0] and (slot := phrases.get(key)):
                    best = (size + 1, slot, key)
    return best


def _both(one: Slot, other: Slot) -> Slot:
    """What a word is that is a form of two words of the pack (sacks: of "sacks" and of "sack")."""
    terms = tuple(dict.fromkeys(one.terms + other.terms))
    return Slot(terms, tuple(dict.fromkeys(one.modifiers + other.modifiers)), one.role or other.role)


def _close(folded: str, end: int, start: int) -> bool:
    """Whether only blanks, a hyphen, an apostrophe or a quotation mark part two words."""
    return start - end <= 1 or not folded[end:start].strip(" \t\n-‐–'\"«»“”")
