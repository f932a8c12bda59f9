"""Names arranged so that few candidates have to be compared.

A word of a query leads to words of the lists: the same word, one edit away (deletion neighbourhoods), of one sound
(consonant skeleton, or Korean key), or written together. Words lead to names. What the rare words bring is ranked
roughly; names whose words are all common come from intersections. Nothing here decides: score.py compares.
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Levenshtein

from .korean import broad, fine, latin_key, syllables
from .names import CORE, LAND, LEGAL, NUMBER, TYPE, Form, forms
from .sounds import alike_korean, deletes, korean_key, korean_person, loan, skeleton

RARE = 25  # names up to which a word alone makes a candidate
ESTABLISHED = 4  # names from which a word is no slip of the finger for another
BUDGET = 250  # names looked through for pairs of common words
NEAR = 12  # words of the lists that a word of the query may stand for
ROUGH = 6  # candidates that go on to the careful comparison,
FIRM = 4  # of them by shared words; the others by letters
WIDE = 600  # names looked through by letters when nothing good was found
# Terms that a translation adds or drops at will.
GENERIC = frozenset(
    "trading general group international management joint venture enterprise holding service and".split()
)
_OPENS = frozenset((CORE, TYPE, NUMBER))  # classes of words that lead to names
_SIMILAR = Levenshtein.normalized_similarity
Near = tuple[int, float, str]
"""A word of the lists near a word of the query: its number, likeness (0 to 1) and why."""


def _least(pair: tuple[int, int, frozenset[int], frozenset[int]]) -> tuple[int, int]:
    return pair[0], pair[1]


PERSON = 255


def shape(core: list[str]) -> int:
    """PERSON for what looks like a Korean's name, the number of syllables for one word, else 0."""
    if len(core) == 1:
        return min(200, len(syllables(core[0])))
    return PERSON if korean_person(core) else 0


class Way(NamedTuple):
    """What a word of a query opens: names by itself, names by rare words near it, the names of its common words."""

    own: tuple[int, ...]
    places: tuple[int, ...]
    sets: tuple[frozenset[int], ...]


class Index:
    """An inverted index of names; `add` them all, then `close`, then ask `candidates`."""

    def __init__(self) -> None:
        self.forms: list[Form] = []
        self.owners: list[list[int]] = []
        self._places: dict[Form, int] = {}
        self.words: list[str] = []
        self.numbers: dict[str, int] = {}
        self.posts: list[list[int]] = []
        self.weight: list[float] = []
        self.of: list[tuple[int, ...]] = []
        self.parts: list[tuple[float, ...]] = []
        self.core_total: list[float] = []
        self.total: list[float] = []
        self.together: dict[str, list[int]] = {}
        self.whole: list[str] = []
        self.keys: list[str] = []
        self.broad_keys: list[str] = []
        self.fine: list[str] = []
        self.fine_word: list[str] = []
        self.shapes = bytearray()
        self.same: dict[str, list[int]] = {}
        self.broad: dict[str, list[int]] = {}
        self._near: dict[str, list[int]] = {}
        self._sound: dict[str, list[int]] = {}
        self.sorted: list[str] = []
        self.size = bytearray()
        self._known: dict[str, tuple[Near, ...]] = {}
        self._ways: dict[tuple[str, int], Way] = {}
        self._sets: dict[int, frozenset[int]] = {}
        self._skeletons: list[str] | None = None

    def add(self, name: str, owner: int) -> None:
        """Add a written name that belongs to an entry (its number in the caller's own list)."""
        for form in forms(name)[:3]:
            self._add_form(form._replace(read=""), owner)

    def _add_form(self, form: Form, owner: int) -> None:
        known = self._places.get(form)
        if known is not None:
            if self.owners[known][-1] != owner:
                self.owners[known].append(owner)
            return
        place = self._places[form] = len(self.forms)
        self.forms.append(form)
        self.owners.append([owner])
        for word in dict.fromkeys(form.words):
            number = self.numbers.get(word)
            if number is None:
                number = self.numbers[word] = len(self.words)
                self.words.append(word)
                self.posts.append([])
            self.posts[number].append(place)
        self.of.append(tuple(self.numbers[w] for w in form.words))
        core = form.core()
        self.whole.append("".join(core) or "".join(form.words))
        self.sorted.append(" ".join(sorted(form.words)))
        self.size.append(min(255, sum(c != LEGAL for c in form.classes)))
        if 2 <= len(core) <= 6:
            joined = {a + b for a, b in pairwise(core)} | {self.whole[-1]}
            for pair in sorted(joined):
                if len(pair) > 5:
                    self.together.setdefault(pair, []).append(place)
        key = korean_key(core) if core else ""
        self.keys.append(key if len(key) > 2 else "")
        self.broad_keys.append(broad(key) if len(key) > 2 else "")
        self.shapes.append(shape(core) if len(key) > 2 else 0)
        self.fine.append("".join(map(fine, core)) if len(key) > 2 else "")
        if len(key) > 2:
            self.broad.setdefault(self.broad_keys[-1], []).append(place)
            self.same.setdefault(key, []).append(place)

    def close(self) -> None:
        """Weigh the words by rarity and lay out the neighbourhoods."""
        base = max(len(self.forms), 20_000)
        self.weight = [min(1.0, max(0.35, log(base / len(p)) / log(base))) for p in self.posts]
        for number, word in enumerate(self.words):
            if len(word) > 3 and not word.isdigit():
                for part in deletes(word):
                    self._near.setdefault(part, []).append(number)
                self._sound.setdefault(skeleton(word), []).append(number)
            key = latin_key(word)
            self.fine_word.append(fine(word) if key else "")
            if key:
                self._sound.setdefault("=" + key, []).append(number)
        for form, numbers in zip(self.forms, self.of, strict=True):
            parts = self.weights(form, [self.weight[n] for n in numbers])
            self.parts.append(parts)
            self.total.append(sum(parts))
            self.core_total.append(sum(p for p, c in zip(parts, form.classes, strict=True) if c == CORE))

    def weights(self, form: Form, rarity: list[float]) -> tuple[float, ...]:
        """What each word of a form counts: full for the name, little for terms, almost nothing for legal forms."""
        bare = CORE not in form.classes
        scale = {CORE: 1.0, TYPE: 0.7 if bare else 0.18, LAND: 0.2 if bare else 0.1, NUMBER: 0.45, LEGAL: 0.02}
        return tuple(
            r if c == CORE else scale[c] * 0.5 if w in GENERIC else scale[c]
            for w, c, r in zip(form.words, form.classes, rarity, strict=True)
        )

    def near(self, word: str) -> tuple[Near, ...]:
        """Words of the lists that a word of a query may stand for, likeliest first."""
        known = self._known.get(word)
        if known is None:
            known = self._look(word)
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = known
        return known

    def _look(self, word: str) -> tuple[Near, ...]:
        found: dict[int, tuple[float, str]] = {}
        exact = self.numbers.get(word)
        if exact is not None:
            found[exact] = (1.0, "")
        if word.isdigit():
            return tuple((n, v, why) for n, (v, why) in found.items())
        key = latin_key(word)
        if key:
            self._look_korean(word, "=" + key, found)
        if len(word) > 3:
            self._look_wide(word, found)
        ranked = sorted([(-v, n, why) for n, (v, why) in found.items()])[:NEAR]
        return tuple([(n, -v, why) for v, n, why in ranked])

    def _look_korean(self, word: str, key: str, found: dict[int, tuple[float, str]]) -> None:
        """Words of the same Korean key, by what the systems keep apart."""
        numbers = self._sound.get(key, ())
        if len(numbers) > 2 * NEAR:
            mine = fine(word)
            some = process.extract(mine, [self.fine_word[n] for n in numbers], scorer=_SIMILAR, limit=NEAR)
            numbers = [numbers[spot] for _, _, spot in some]
        for number in numbers:
            if number not in found:
                likeness = 0.5 + 0.48 * alike_korean(fine(word), self.fine_word[number])
                found[number] = (likeness, "same Korean syllables")

    def _look_wide(self, word: str, found: dict[int, tuple[float, str]]) -> None:
        """Words one edit away or of one sound, with their likeness by letters."""
        near, words = self._near, self.words
        numbers: set[int] = set()
        known = self.numbers.get(word)
        if known is None or len(self.posts[known]) < ESTABLISHED:
            for part in deletes(word):
                if part in near:
                    numbers.update(near[part])
        same = self._sound.get(skeleton(word), ())
        numbers.update(same)
        numbers.difference_update(found)
        if numbers:
            choices = sorted(numbers)  # the order settles ties
            alike = process.extract(
                word, [words[n] for n in choices], scorer=OSA.normalized_similarity, score_cutoff=0.5, limit=2 * NEAR
            )
            for _, likeness, spot in alike:
                number = choices[spot]
                if number in same:
                    found[number] = (max(likeness, min(0.9, 0.6 + likeness / 3)), "one sound")
                elif likeness >= 0.6:
                    found[number] = (likeness, "spelling")

    def way(self, word: str, near: tuple[Near, ...]) -> Way:
        """The names that a word of the query opens, by the words near it."""
        key = (word, len(near))
        way = self._ways.get(key)
        if way is None:
            own: list[int] = []
            places: list[int] = []
            sets: list[frozenset[int]] = []
            for number, likeness, _ in near:
                posts = self.posts[number]
                if len(posts) > RARE:
                    sets.append(self._set(number))
                elif likeness > 0.92:
                    own += posts
                elif len(places) < (2 * RARE if likeness > 0.74 else RARE):
                    places += posts
            way = Way(tuple(own), tuple(places), tuple(sets[:3]))
            if len(self._ways) > 50_000:
                self._ways.clear()
            self._ways[key] = way
        return way

    def alone(self, word: str) -> tuple[Near, ...]:
        """A word that is not suspected of being misspelt, as itself."""
        number = self.numbers.get(word)
        return () if number is None else ((number, 1.0, ""),)

    def _set(self, number: int) -> frozenset[int]:
        known = self._sets.get(number)
        if known is None:
            known = self._sets[number] = frozenset(self.posts[number])
        return known

    def share(self, form: Form) -> tuple[dict[int, float], frozenset[str]]:
        """Names that hold all the known words of a form, or all but one, and the words that may be misspelt.

        Known words that stand together in a listed name are not suspected; otherwise all words are.
        """
        numbers, posts = self.numbers, self.posts
        words = {w for w, c in zip(form.words, form.classes, strict=True) if c in _OPENS}
        known = sorted([(len(posts[numbers[w]]), w) for w in words if w in numbers])
        sets = [self._set(numbers[w]) for _, w in known]
        if len(sets) > 1:
            whole = sets[0].intersection(*sets[1:])
            if whole:
                places = whole if len(whole) < 300 else sorted(whole)[:300]
                return dict.fromkeys(places, 1.0 * len(sets)), frozenset(w for w in words if w not in numbers)
        rough: dict[int, float] = {}
        if len(sets) > 2:
            for out in range(min(len(sets), 5)):
                rest = sets[:out] + sets[out + 1 :]
                some = rest[0].intersection(*rest[1:])
                if len(some) < 300:
                    rough.update(dict.fromkeys(some, 1.0 * len(rest)))
        return rough, frozenset(words)

    def candidates(
        self, form: Form, near: list[tuple[Near, ...]], rough: dict[int, float], core: list[str], key: str
    ) -> list[int]:
        """Names worth comparing with a form of a query, by number; `rough` is what `share` found."""
        ways = [self.way(w, n) for w, n, c in zip(form.words, near, form.classes, strict=True) if c in _OPENS]
        self._gather(ways, rough, bool(form.read))
        self._gather_together(core, rough)
        best = list(rough) if len(rough) <= ROUGH else self._best(form, rough)
        if len(key) > 2:
            keyed = self.same.get(key, [])[:ROUGH]
            if len(keyed) < ROUGH:
                keyed = keyed + self.broad.get(broad(key), [])[:ROUGH]
            best = list(dict.fromkeys([*best, *keyed]))
        return best

    def _gather(self, ways: list[Way], rough: dict[int, float], wide: bool) -> None:
        """Names by rare words and words near them, and names that two common words share."""
        shared = bool(rough)
        for way in ways:
            for place in way.own:
                rough[place] = rough.get(place, 0.0) + 1.0
            for place in way.places:
                rough[place] = rough.get(place, 0.0) + 0.75
        common = [way.sets for way in ways if way.sets]
        if rough and not shared:
            for sets in common:
                for one in sets[: 2 if wide else 1]:
                    for place in one.intersection(rough):
                        rough[place] += 0.8
        if len(common) > 1 and not shared:
            self._pair(common, rough, 2 if wide or not rough else 1)

    def _pair(self, common: list[tuple[frozenset[int], ...]], rough: dict[int, float], depth: int) -> None:
        """Names that hold two common words of the query or words near them: the rarest pairs first, within a budget."""
        pairs = [
            (min(len(x), len(y)), max(len(x), len(y)), x, y)
            for spot, ours in enumerate(common) for theirs in common[spot + 1 :] for x in ours[:depth] for y in theirs[:depth]
        ]  # fmt: skip
        pairs.sort(key=_least)
        spent = 0
        for size, _, one, other in pairs:
            if spent and spent + size > BUDGET * depth * depth:
                break
            spent += size
            for place in one & other:
                rough[place] = rough.get(place, 0.0) + 0.9

    def _gather_together(self, core: list[str], rough: dict[int, float]) -> None:
        """Names whose words are written together or apart in the query."""
        together, numbers = self.together, self.numbers
        for word in core:
            if word in together:
                for place in together[word][:RARE]:
                    rough[place] = rough.get(place, 0.0) + 1.5
        joined = [a + b for a, b in pairwise(core)]
        if len(core) > 2:
            joined.append("".join(core))
        for pair in joined:
            if pair in numbers:
                for place in self.posts[numbers[pair]][:RARE]:
                    rough[place] = rough.get(place, 0.0) + 1.5
            if pair in together:
                for place in together[pair][:RARE]:
                    rough[place] = rough.get(place, 0.0) + 0.7

    def _best(self, form: Form, rough: dict[int, float]) -> list[int]:
        """The likeliest of many: by shared words against all words, and by the letters of the whole."""
        own, size = len(form.words), self.size
        if len(rough) > 4 * ROUGH:
            floor = 0.33 * max(rough.values())
            rough = {p: v for p, v in rough.items() if v > floor}
        order = sorted([(-v / (own + size[p]), p) for p, v in rough.items()])
        # Of names that share as much as the last one that goes on none is left out: only the letters tell them apart.
        least = order[min(len(order), 2 * ROUGH) - 1][0]
        ranked = [p for value, p in order[:WIDE] if value <= least]
        return ranked[:FIRM] + self._alike(form, ranked[FIRM:], ROUGH - FIRM)

    def _alike(self, form: Form, places: list[int], limit: int) -> list[int]:
        """The names of these whose letters are likest."""
        mine = " ".join(sorted(form.words))
        found = process.extract(mine, [self.sorted[p] for p in places], scorer=fuzz.ratio, limit=limit)
        return [places[i] for _, _, i in found]

    def more(self, form: Form) -> list[int]:
        """Further candidates for a question without a good answer: names that share one common word, by letters."""
        found: dict[int, None] = {}
        for word in sorted(form.words, key=lambda w: len(self.posts[self.numbers[w]]) if w in self.numbers else 0):
            number = self.numbers.get(word)
            if number is not None and len(found) < WIDE // 2:
                found.update(dict.fromkeys(self.posts[number][: WIDE - len(found)]))
        return self._alike(form, list(found), 5)

    def loans(self, form: Form, limit: int = 12) -> list[tuple[int, float]]:
        """Names of one consonant skeleton: for foreign names that Hangul or kana write by sound (slow, by brute force)."""
        if self._skeletons is None:
            self._skeletons = [loan(w) for w in self.whole]
        wanted = loan("".join(form.core()))
        if len(wanted) < 4:
            return []
        found = process.extract(wanted, self._skeletons, scorer=fuzz.ratio, limit=limit, score_cutoff=80)
        return [(place, likeness / 100) for _, likeness, place in found]
