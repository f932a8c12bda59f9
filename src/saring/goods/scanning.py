"""From text to pieces: which phrases of a pack stand where, and which words are unknown to it.

Two ways of looking, one result: languages with blanks are looked up word by word through stem and ending; Korean,
Chinese and Japanese are cut inside the word, with the particles that may follow.
"""

from __future__ import annotations

from typing import NamedTuple

from saring.goods.forms import is_hangul, token_places
from saring.goods.index import Pack, Slot

UNKNOWN = Slot()


class Piece(NamedTuple):
    """A phrase of the pack, or one unknown word (an empty slot), at its place in the folded text."""

    start: int
    end: int
    slot: Slot
    key: str


def scan(pack: Pack, folded: str) -> list[Piece]:
    """All pieces of a folded text from left to right, the longest phrase first at every place; none overlap."""
    if pack.joined:
        return _scan_joined(pack, folded)
    places = token_places(folded)
    words = [pack.canonical(folded[start:end]) for start, end in places]
    pieces: list[Piece] = []
    number = 0
    while number < len(places):
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
        most = min(starts.get(word, 0), len(words) - first)
        keys = [word]
        if (slot := phrases.get(word)) and (not best[2] or (best[0] == 1 and slot.terms and not best[1].terms)):
            best = (1, slot, word)
        for size in range(1, most):
            if not words[first + size] or not _close(folded, places[first + size - 1][1], places[first + size][0]):
                break
            keys = [f"{key} {next_word}" for key in keys for next_word in words[first + size]]
            for key in keys:
                if size + 1 > best[0] and (slot := phrases.get(key)):
                    best = (size + 1, slot, key)
    return best


def _close(folded: str, end: int, start: int) -> bool:
    """Whether only blanks, a hyphen, an apostrophe or a quotation mark part two words."""
    return start - end <= 1 or not folded[end:start].strip(" \t\n-‐–'\"«»“”")


# --- languages that are cut inside the word ----------------------------------------------------------------------


def _scan_joined(pack: Pack, folded: str) -> list[Piece]:
    pieces: list[Piece] = []
    run: list[tuple[int, int]] = []
    for start, end in token_places(folded):
        if run and folded[run[-1][1] : start].strip(" "):
            _cut_run(pack, folded, run, pieces)
            run = []
        run.append((start, end))
    if run:
        _cut_run(pack, folded, run, pieces)
    return pieces


def _cut_run(pack: Pack, folded: str, run: list[tuple[int, int]], pieces: list[Piece]) -> None:
    """Cut words that only blanks part: blanks may be missing or added in what is one phrase of the pack."""
    joined = "".join(folded[start:end] for start, end in run)
    where = [place for start, end in run for place in range(start, end)]
    word_ends: list[int] = []
    glued: list[bool] = []
    for number, (start, end) in enumerate(run):
        size = end - start + (word_ends[-1] if word_ends else 0)
        if number and run[number - 1][1] == start:
            word_ends[-1] = size
        else:
            word_ends.append(size)
            glued.append(False)
    begin = 0
    place = 0
    for end in word_ends:
        if place < end:
            place = _cut_word(pack, joined, max(begin, place), end, word_ends, where, pieces)
        begin = end


def _cut_word(
    pack: Pack, joined: str, begin: int, end: int, word_ends: list[int], where: list[int], pieces: list[Piece]
) -> int:
    """Cut one word into phrases of the pack, greedily from the left; returns the place after what was used."""
    found: list[tuple[int, int, Slot]] = []
    place = begin
    while place < end:
        size = _size_at(pack, joined, place, end, word_ends, at_start=place == begin or bool(found and found[-1][1] == place))
        if size:
            found.append((place, place + size, pack.phrases[joined[place : place + size]]))
            place += size
            if place >= end:
                break
            rest = joined[place:end]
            if rest in pack.particles:
                place = end
        else:
            place += 1
    kept = [item for number, item in enumerate(found) if _holds(pack, joined, item, found, number, begin, end)]
    last = begin
    for first, after, slot in kept:
        if first > last:
            _unknown(joined, last, first, where, pieces)
        pieces.append(Piece(where[first], where[after - 1] + 1, slot, joined[first:after]))
        last = after
    if last < end and joined[last:end] not in pack.particles:
        _unknown(joined, last, end, where, pieces)
    return max(place, end) if not kept else max(end, kept[-1][1])


def _unknown(joined: str, first: int, after: int, where: list[int], pieces: list[Piece]) -> None:
    pieces.append(Piece(where[first], where[after - 1] + 1, UNKNOWN, ""))


def _size_at(pack: Pack, joined: str, place: int, end: int, word_ends: list[int], *, at_start: bool) -> int:
    """The length of the longest phrase at a place. Across a blank only from the start of a word, to a sound end."""
    longest = max(pack.starts.get(joined[place : place + 2], 0), pack.starts.get(joined[place], 0))
    for size in range(min(longest, len(joined) - place), 0, -1):
        if joined[place : place + size] in pack.phrases:
            after = place + size
            if after <= end:
                if size > 1 or at_start:
                    return size
            elif at_start and size > 2 and _sound_end(pack, joined, after, word_ends):
                return size
    return 0


def _sound_end(pack: Pack, joined: str, after: int, word_ends: list[int]) -> bool:
    """Whether a word ends here, or only a particle is left of it."""
    end = next(word_end for word_end in word_ends if word_end >= after)
    return after == end or joined[after:end] in pack.particles


def _holds(
    pack: Pack, joined: str, item: tuple[int, int, Slot], found: list[tuple[int, int, Slot]], number: int, begin: int, end: int
) -> bool:
    """Whether a cut is sound: what follows inside its word is nothing, a particle, or another phrase."""
    first, after, slot = item
    if not is_hangul(joined[first]):
        return after - first > 1 or (first == begin and after >= end)
    followed = number + 1 < len(found) and found[number + 1][0] == after
    rest = joined[after:end]
    if after >= end or rest in pack.particles:
        return after - first > 1 or first == begin or (number > 0 and found[number - 1][1] == first)
    if not followed:
        return False
    if after - first == 1 and slot.terms and not slot.role and not slot.modifiers:
        return False
    return True
