"""Phrases inside words: Korean, Chinese and Japanese put goods, origin and particles together without blanks.

북한산석탄을 is 북한산 (from the North), 석탄 (coal) and a particle. Blanks may be missing or added in what is one phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from saring.goods.forms import is_hangul, token_places
from saring.goods.index import UNKNOWN, Pack, Piece, Slot

_AFTER_ONE = frozenset(
    ("을", "를", "이", "가", "은", "는", "와", "과", "도", "의", "에", "로", "으로", "만", "등")
)  # 콩고 is no 콩
Cut = tuple[int, int, Slot]


def cut(pack: Pack, folded: str) -> Iterator[Piece]:
    """All pieces of a folded text from left to right: start, end, slot and key; what is unknown has an empty slot."""
    whole = folded.replace(" ", "")
    if slot := pack.phrases.get(whole):
        yield Piece(0, len(folded), slot, whole)
        return
    places: list[tuple[int, int]] = []
    for start, end in token_places(folded):
        if places and folded[places[-1][1] : start].strip(" -‐–"):
            yield from _Run(pack, folded, places).pieces()
            places = []
        places.append((start, end))
    if places:
        yield from _Run(pack, folded, places).pieces()


class _Run:
    """Words that only blanks part, joined; `ends` says where in the joined text the words end."""

    def __init__(self, pack: Pack, folded: str, places: list[tuple[int, int]]) -> None:
        self.pack = pack
        self.text = "".join(folded[start:end] for start, end in places)
        self.places = [place for start, end in places for place in range(start, end)]
        self.ends: list[int] = []
        size = 0
        for number, (start, end) in enumerate(places):
            size += end - start
            if number and " " not in folded[places[number - 1][1] : start]:
                self.ends[-1] = size
            else:
                self.ends.append(size)

    def pieces(self) -> Iterator[Piece]:
        """The pieces of all words in order."""
        after = begin = 0
        for end in self.ends:
            if after < end:
                found = self._word(max(begin, after), end)
                kept = [one for number, one in enumerate(found) if self._holds(found, number, max(begin, after), end)]
                last = max(begin, after)
                for start, finish, slot in kept:
                    if start > last:
                        yield self._piece(last, start, UNKNOWN, "")
                    yield self._piece(start, finish, slot, self.text[start:finish])
                    last = finish
                if last < end and self.text[last:end] not in self.pack.particles:
                    yield self._piece(last, end, UNKNOWN, "")
                after = max(end, last)
            begin = end

    def _piece(self, start: int, end: int, slot: Slot, key: str) -> Piece:
        return Piece(self.places[start], self.places[end - 1] + 1, slot, key)

    def _word(self, begin: int, end: int) -> list[Cut]:
        """One word cut into phrases of the pack, greedily from the left."""
        found: list[Cut] = []
        place = begin
        while place < end:
            follows = place == begin or bool(found and found[-1][1] == place)
            size = self._size(place, end, follows=follows)
            if not size:
                place += 1
                continue
            found.append((place, place + size, self.pack.phrases[self.text[place : place + size]]))
            place += size
            if self.text[place:end] in self.pack.particles:
                break
        return found

    def _size(self, place: int, end: int, *, follows: bool) -> int:
        """The length of the longest phrase at a place.

        Inside a word only three syllables and more count, unless they follow another phrase (안보리 holds no 보리);
        across a blank only a phrase that begins where a word begins and ends soundly.
        """
        text, phrases, starts = self.text, self.pack.phrases, self.pack.starts
        longest = max(starts.get(text[place : place + 2], 0), starts.get(text[place], 0))
        for size in range(min(longest, len(text) - place), 0, -1):
            if text[place : place + size] in phrases:
                if place + size <= end:
                    if size > 2 or follows or not is_hangul(text[place]):
                        return size
                elif follows and size > 2 and self._sound_end(place + size):
                    return size
        return 0

    def _sound_end(self, after: int) -> bool:
        """Whether a word ends here, or only a particle is left of it."""
        end = next(word_end for word_end in self.ends if word_end >= after)
        return after == end or self.text[after:end] in self.pack.particles

    def _holds(self, found: list[Cut], number: int, begin: int, end: int) -> bool:
        """Whether a cut is sound: after it the word ends, with a particle at most, or another phrase follows."""
        start, after, slot = found[number]
        size = after - start
        if not is_hangul(self.text[start]):
            return size > 1 or (start == begin and after >= end)
        rest = self.text[after:end]
        if not rest or rest in (_AFTER_ONE if size == 1 else self.pack.particles):
            return size > 1 or start == begin or (number > 0 and found[number - 1][1] == start)
        followed = number + 1 < len(found) and found[number + 1][0] == after
        return followed and not (size == 1 and slot.terms and not slot.role and not slot.modifiers)
