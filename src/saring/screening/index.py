"""Names arranged so that few candidates have to be compared.

A word of a query leads to words of the lists: the same word, one edit away (deletion neighbourhoods), of one sound
(consonant skeleton, or Korean key), or written together. Words lead to names. What the rare words bring is ranked
roughly; names whose words are all common come from intersections. Nothing here decides: score.py compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from heapq import nlargest
from math import log
from typing import NamedTuple

from .korean import SURNAMES, broad, latin_key, tidy
from .names import CORE, LAND, LEGAL, NUMBER, TYPE, Form, forms

COMMON = 250  # names beyond which a word is common: it is intersected, not enumerated
ROUGH = 16  # candidates that go on to the careful comparison
_SOUND = [
    (re.compile(p), r)
    for p, r in (
        (r"kh|ch(?=[rl])|q|ck|c(?=[aoukrlt])", "k"), (r"ph", "f"), (r"tch|ch|dj|dzh|zh|j", "g"), (r"sch|sh", "s"),
        (r"th|dh", "t"), (r"gh", "g"), (r"x", "ks"), (r"c|z", "s"), (r"w", "v"), (r"[aeiouyh]", ""), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip


class Near(NamedTuple):
    """A word of the lists near a word of the query: its number, likeness (0 to 1) and why."""

    word: int
    likeness: float
    why: str


def skeleton(word: str) -> str:
    """The consonants of a Latin word with one letter for each group of sounds; the first vowel counts as "a"."""
    first = "a" if word[:1] in "aeiouyh" else ""
    for pattern, letter in _SOUND:
        word = pattern.sub(letter, word)
    return first + word


def deletes(word: str) -> set[str]:
    """The word and all words with one letter less."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def korean_key(core: Iterable[str]) -> str:
    """The Korean key of core words together, or "" when one of them is no chain of Korean syllables."""
    parts = []
    for word in core:
        part = latin_key(word)
        if not part:
            return ""
        parts.append(part)
    return tidy("".join(parts))


def korean_person(core: list[str]) -> bool:
    """Whether the words look like a Korean's name: two or three words, a surname first or last."""
    return 2 <= len(core) <= 4 and (core[0] in SURNAMES or core[-1] in SURNAMES or _habit(core))


def _habit(core: list[str]) -> bool:
    from .korean import HABITS

    return HABITS.get(core[0], "") in SURNAMES or HABITS.get(core[-1], "") in SURNAMES


class Index:
    """An inverted index of names; `add` them all, then `close`, then ask `candidates`."""

    def __init__(self) -> None:
        self.forms: list[Form] = []
        self.owners: list[int] = []
        self.words: list[str] = []
        self.numbers: dict[str, int] = {}
        self.posts: list[list[int]] = []
        self.sets: dict[int, frozenset[int]] = {}
        self.weight: list[float] = []
        self.of: list[tuple[int, ...]] = []
        self.parts: list[tuple[float, ...]] = []
        self.total: list[float] = []
        self.together: dict[str, list[int]] = {}
        self.whole: list[str] = []
        self.keys: list[str] = []
        self.broad: dict[str, list[int]] = {}
        self._near: dict[str, list[int]] = {}
        self._sound: dict[str, list[int]] = {}
        self._known: dict[str, tuple[Near, ...]] = {}
        self._skeletons: list[str] | None = None

    def add(self, name: str, owner: int) -> None:
        """Add a written name that belongs to an entry (its number in the caller's own list)."""
        for form in forms(name)[:3]:
            self._add_form(form, owner)

    def _add_form(self, form: Form, owner: int) -> None:
        place = len(self.forms)
        self.forms.append(form)
        self.owners.append(owner)
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
        if 2 <= len(core) <= 6:
            joined = {a + b for a, b in zip(core, core[1:], strict=False)} | {self.whole[-1]}
            for pair in sorted(joined):
                if len(pair) > 5:
                    self.together.setdefault(pair, []).append(place)
        key = korean_key(core) if core else ""
        self.keys.append(key if len(key) > 2 else "")
        if len(key) > 2:
            self.broad.setdefault(broad(key), []).append(place)

    def close(self) -> None:
        """Weigh the words by rarity and lay out the neighbourhoods."""
        base = max(len(self.forms), 20_000)
        self.weight = [min(1.0, max(0.35, log(base / len(p)) / log(base))) for p in self.posts]
        for number, word in enumerate(self.words):
            if len(self.posts[number]) > COMMON:
                self.sets[number] = frozenset(self.posts[number])
            if len(word) > 3 and not word.isdigit():
                for part in deletes(word):
                    self._near.setdefault(part, []).append(number)
                self._sound.setdefault(skeleton(word), []).append(number)
            key = latin_key(word)
            if key:
                self._sound.setdefault("=" + key, []).append(number)
        for form, numbers in zip(self.forms, self.of, strict=True):
            parts = self.weights(form, [self.weight[n] for n in numbers])
            self.parts.append(parts)
            self.total.append(sum(parts))

    def weights(self, form: Form, rarity: list[float]) -> tuple[float, ...]:
        """What each word of a form counts: full for the name, little for terms, almost nothing for legal forms."""
        bare = CORE not in form.classes
        scale = {CORE: 1.0, TYPE: 0.7 if bare else 0.22, LAND: 0.2 if bare else 0.1, NUMBER: 0.45, LEGAL: 0.02}
        return tuple(scale[c] * r if c == CORE else scale[c] for c, r in zip(form.classes, rarity, strict=True))

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
        from rapidfuzz.distance import OSA

        found: dict[int, Near] = {}
        exact = self.numbers.get(word)
        if exact is not None:
            found[exact] = Near(exact, 1.0, "")
        if word.isdigit():
            return tuple(found.values())
        key = latin_key(word)
        for number in self._sound.get("=" + key, ()) if key else ():
            found.setdefault(number, Near(number, 0.95 if len(key) > 1 else 0.8, "same Korean syllables"))
        if len(word) > 3:
            numbers: set[int] = set()
            for part in deletes(word):
                numbers.update(self._near.get(part, ()))
            same = self._sound.get(skeleton(word), ())
            for number in sorted(numbers.union(same) - found.keys()):
                other = self.words[number]
                distance = OSA.distance(word, other)
                likeness = 1 - distance / max(len(word), len(other))
                if number in same:
                    likeness = max(likeness, min(0.9, 0.6 + likeness / 3))
                if likeness >= 0.6:
                    found[number] = Near(number, likeness, "one sound" if number in same else "spelling")
        return tuple(sorted(found.values(), key=lambda n: (-n.likeness, n.word))[:24])

    def candidates(self, form: Form) -> list[int]:
        """Names worth comparing with a form of a query, by number."""
        rough: dict[int, float] = {}
        common: list[list[int]] = []
        for word, kind in zip(form.words, form.classes, strict=True):
            if kind in (CORE, TYPE) and (kind == CORE or CORE not in form.classes):
                self._gather(word, rough, common)
        core = form.core()
        self._gather_together(core, rough)
        if len(common) > 1:
            self._intersect(common, rough)
        key = korean_key(core) if core else ""
        if len(key) > 2:
            for place in self.broad.get(broad(key), ())[:200]:
                rough[place] = rough.get(place, 0.0) + 2.0
        if not rough and len(common) == 1:
            rough = dict.fromkeys(self.posts[common[0][0]][:400], 1.0)
        if len(rough) <= ROUGH:
            return list(rough)
        return self._best(form, rough)

    def _gather(self, word: str, rough: dict[int, float], common: list[list[int]]) -> None:
        """Names that hold a word near this one; common words are kept for intersections."""
        many: list[int] = []
        for number, likeness, _ in self.near(word):
            posts = self.posts[number]
            if len(posts) > COMMON:
                many.append(number)
                continue
            gain = self.weight[number] * likeness
            for place in posts:
                rough[place] = rough.get(place, 0.0) + gain
        if many:
            common.append(many)

    def _gather_together(self, core: list[str], rough: dict[int, float]) -> None:
        """Names whose words are written together or apart in the query."""
        for word in core:
            for place in self.together.get(word, ())[:50]:
                rough[place] = rough.get(place, 0.0) + 1.5
        for a, b in zip(core, core[1:], strict=False):
            number = self.numbers.get(a + b)
            for place in self.posts[number][:50] if number is not None else ():
                rough[place] = rough.get(place, 0.0) + 1.5
            for place in self.together.get(a + b, ())[:50]:
                rough[place] = rough.get(place, 0.0) + 0.5
        if len(core) > 2:
            for place in self.together.get("".join(core), ())[:50]:
                rough[place] = rough.get(place, 0.0) + 1.0

    def _intersect(self, common: list[list[int]], rough: dict[int, float]) -> None:
        """Names that hold two or more of the common words of the query."""
        sets = [frozenset().union(*(self.sets[n] for n in group[:6])) for group in common]
        sets.sort(key=len)
        for first in range(min(2, len(sets) - 1)):
            both = sets[first] & sets[first + 1]
            third = both & sets[first + 2] if first + 2 < len(sets) else frozenset()
            for place in sorted(third)[:300] or sorted(both)[:300]:
                rough[place] = rough.get(place, 0.0) + (1.2 if third else 0.8)

    def _best(self, form: Form, rough: dict[int, float]) -> list[int]:
        """The likeliest of many: by shared words against all words, and by the letters of the whole."""
        from rapidfuzz import fuzz, process

        total = self.total
        own = 0.7 * len(form.words)
        firm = nlargest(ROUGH - 6, rough, key=lambda p: (rough[p] / (own + total[p]), -p))
        whole = "".join(form.core()) or "".join(form.words)
        choices = {p: self.whole[p] for p in (rough if len(rough) < 300 else nlargest(300, rough, key=rough.__getitem__))}
        alike = [p for _, _, p in process.extract(whole, choices, scorer=fuzz.ratio, limit=6)]
        return list(dict.fromkeys(firm + alike))

    def loans(self, form: Form, limit: int = 12) -> list[tuple[int, float]]:
        """Names of one consonant skeleton: for foreign names that Hangul or kana write by sound (slow, by brute force)."""
        from rapidfuzz import fuzz, process

        if self._skeletons is None:
            self._skeletons = [loan(w) for w in self.whole]
        wanted = loan("".join(form.core()))
        if len(wanted) < 3:
            return []
        found = process.extract(wanted, self._skeletons, scorer=fuzz.ratio, limit=limit, score_cutoff=80)
        return [(place, likeness / 100) for _, likeness, place in found]


_LOAN: list[tuple[re.Pattern[str], str]] = [
    (re.compile(p), r)
    for p, r in (
        (r"[bfv]|ph", "p"), (r"tion", "cn"), (r"tch|ch|zh|dz|ts|j|z", "c"), (r"sh|sch", "s"), (r"x", "ks"), (r"th|d", "t"),
        (r"[gq]|kh|c(?=[aou])", "k"), (r"ng", "n"), (r"r", "l"), (r"[aeiouyhw]", ""), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip


def loan(word: str) -> str:
    """The consonants that survive a transcription into Hangul or kana."""
    for pattern, letter in _LOAN:
        word = pattern.sub(letter, word)
    return word


