"""Names arranged so that few candidates have to be compared.

A word of a query leads to words of the lists: the same word, one edit away (deletion neighbourhoods), of one sound
(consonant skeleton, or Korean key), or written together. Words lead to names. What the rare words bring is ranked
roughly; names whose words are all common come from intersections. Nothing here decides: score.py compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import log
from typing import NamedTuple

from .korean import CHINESE_SURNAMES, HABITS, SURNAMES, broad, fine, latin_key, tidy
from .names import CORE, LAND, LEGAL, NUMBER, TYPE, Form, forms

RARE = 40  # names up to which a word alone makes a candidate
SPEND = 400  # names that pairs of words may bring
ROUGH = 12  # candidates that go on to the careful comparison,
FIRM = 7  # of them by shared words; the others by letters
# Terms that a translation adds or drops at will.
GENERIC = frozenset("trading general group international management joint venture enterprise holding service and".split())
_DIGRAPHS = (
    ("kh", "k"), ("ph", "f"), ("tch", "g"), ("chr", "kr"), ("ch", "g"), ("dzh", "g"), ("zh", "g"), ("dj", "g"),
    ("sh", "s"), ("th", "t"), ("dh", "t"), ("gh", "g"), ("ck", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s"),
)  # fmt: skip
_SOUNDS = str.maketrans({**dict(zip("cqjzwx", "kkgsvk", strict=True)), **dict.fromkeys("aeiouyh")})
_DOUBLE = re.compile(r"(.)\1+")


class Near(NamedTuple):
    """A word of the lists near a word of the query: its number, likeness (0 to 1) and why."""

    word: int
    likeness: float
    why: str


def skeleton(word: str) -> str:
    """The consonants of a Latin word with one letter for each group of sounds; the first vowel counts as "a"."""
    first = "a" if word[:1] in "aeiouyh" else ""
    if "h" in word or "c" in word or "j" in word:
        for pair, letter in _DIGRAPHS:
            word = word.replace(pair, letter)
    return first + _DOUBLE.sub(r"\1", word.translate(_SOUNDS))


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


def korean_person(core: list[str], ordered: bool = False) -> bool:
    """Whether the words look like a Korean's (or a Chinese person's) name: two to four words, a surname first or (unless ordered) last."""
    ends = core[:1] if ordered else core[:1] + core[-1:]
    if not 2 <= len(core) <= 4:
        return False
    return any(w in SURNAMES or HABITS.get(w, "") in SURNAMES or w in CHINESE_SURNAMES for w in ends)


def alike_korean(one: str, other: str) -> float:
    """The likeness of two fine keys, 0 to 1; n and ng, o and u count as half different,
    since Cyrillic, kana and English habits write them alike.
    """
    from rapidfuzz.distance import Levenshtein

    if one == other:
        return 1.0
    plain = Levenshtein.normalized_similarity(one.translate(_LIKE), other.translate(_LIKE))
    return (plain + Levenshtein.normalized_similarity(one, other)) / 2


_LIKE = str.maketrans("xu", "no")


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
        self.total: list[float] = []
        self.together: dict[str, list[int]] = {}
        self.whole: list[str] = []
        self.keys: list[str] = []
        self.fine: list[str] = []
        self.broad: dict[str, list[int]] = {}
        self._near: dict[str, list[int]] = {}
        self._sound: dict[str, list[int]] = {}
        self._known: dict[str, tuple[Near, ...]] = {}
        self._groups: dict[str, frozenset[int]] = {}
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
        if 2 <= len(core) <= 6:
            joined = {a + b for a, b in zip(core, core[1:], strict=False)} | {self.whole[-1]}
            for pair in sorted(joined):
                if len(pair) > 5:
                    self.together.setdefault(pair, []).append(place)
        key = korean_key(core) if core else ""
        self.keys.append(key if len(key) > 2 else "")
        self.fine.append("".join(map(fine, core)) if len(key) > 2 else "")
        if len(key) > 2:
            self.broad.setdefault(broad(key), []).append(place)

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
            if key:
                self._sound.setdefault("=" + key, []).append(number)
        for form, numbers in zip(self.forms, self.of, strict=True):
            parts = self.weights(form, [self.weight[n] for n in numbers])
            self.parts.append(parts)
            self.total.append(sum(parts))

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
        found: dict[int, Near] = {}
        exact = self.numbers.get(word)
        if exact is not None:
            found[exact] = Near(exact, 1.0, "")
        if word.isdigit():
            return tuple(found.values())
        key = latin_key(word)
        for number in self._sound.get("=" + key, ()) if key else ():
            if number not in found:
                likeness = 0.5 + 0.48 * alike_korean(fine(word), fine(self.words[number]))
                found[number] = Near(number, likeness, "same Korean syllables")
        if len(word) > 3:
            self._look_wide(word, found)
        return tuple(sorted(found.values(), key=lambda n: (-n.likeness, n.word))[:24])

    def _look_wide(self, word: str, found: dict[int, Near]) -> None:
        """Words one edit away or of one sound, with their likeness by letters."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        same = self._sound.get(skeleton(word), ())
        near = self._near
        numbers = {n for part in deletes(word) if part in near for n in near[part]}
        numbers.update(same)
        choices = {n: self.words[n] for n in sorted(numbers) if n not in found}
        scorer = OSA.normalized_similarity
        for _, likeness, number in process.extract(word, choices, scorer=scorer, score_cutoff=0.5, limit=30):
            if number in same:
                found[number] = Near(number, max(likeness, min(0.9, 0.6 + likeness / 3)), "one sound")
            elif likeness >= 0.6:
                found[number] = Near(number, likeness, "spelling")

    def group(self, word: str) -> frozenset[int]:
        """The names that hold a word of the query or one near it."""
        group = self._groups.get(word)
        if group is None:
            group = frozenset().union(*[self.posts[near.word] for near in self.near(word)])
            if len(self._groups) > 50_000:
                self._groups.clear()
            self._groups[word] = group
        return group

    def candidates(self, form: Form) -> list[int]:
        """Names worth comparing with a form of a query, by number."""
        core = form.core()
        kind = CORE if core else TYPE if TYPE in form.classes else NUMBER
        words = [w for w, c in zip(form.words, form.classes, strict=True) if c == kind]
        groups = sorted((self.group(w) for w in dict.fromkeys(words)), key=len)
        rough: dict[int, float] = {}
        self._gather(groups, rough)
        self._gather_together(core, rough)
        key = korean_key(core) if core else ""
        if len(key) > 2:
            for place in self.broad.get(broad(key), ())[:60]:
                rough[place] = rough.get(place, 0.0) + 1.5
        if not rough and groups:
            rough = dict.fromkeys(sorted(next((g for g in groups if g), frozenset()))[:300], 1.0)
        return list(rough) if len(rough) <= ROUGH else self._best(form, rough)

    def _gather(self, groups: list[frozenset[int]], rough: dict[int, float]) -> None:
        """Names that two words of the query lead to, and names that a rare one does."""
        if len(groups) == 1:
            rough.update(dict.fromkeys(sorted(groups[0])[:400], 1.0))
            return
        some = [g for g in groups if g][:6]
        pairs = sorted((a & b for i, a in enumerate(some) for b in some[i + 1 :]), key=len)
        spent = 0
        for both in pairs:
            spent += len(both)
            if spent > SPEND and rough:
                break
            for place in both if len(both) <= SPEND else sorted(both)[:SPEND]:
                rough[place] = rough.get(place, 0.0) + 1.0
        for group in some:
            if len(group) <= RARE:
                for place in group:
                    rough[place] = rough.get(place, 0.0) + 0.6

    def _gather_together(self, core: list[str], rough: dict[int, float]) -> None:
        """Names whose words are written together or apart in the query."""
        together = self.together
        for word in core:
            for place in together.get(word, ())[:40]:
                rough[place] = rough.get(place, 0.0) + 1.5
        for a, b in zip(core, core[1:], strict=False):
            pair = a + b
            number = self.numbers.get(pair)
            for place in self.posts[number][:40] if number is not None else ():
                rough[place] = rough.get(place, 0.0) + 1.5
            for place in together.get(pair, ())[:40]:
                rough[place] = rough.get(place, 0.0) + 0.5
        if len(core) > 2:
            for place in together.get("".join(core), ())[:40]:
                rough[place] = rough.get(place, 0.0) + 1.0

    def _best(self, form: Form, rough: dict[int, float]) -> list[int]:
        """The likeliest of many: by shared words against all words, and by the letters of the whole."""
        from rapidfuzz import fuzz, process

        own, of, whole = len(form.words), self.of, self.whole
        ranked = sorted([(-rough[p] / (own + len(of[p])), p) for p in rough])
        mine = "".join(form.core()) or "".join(form.words)
        places = [p for _, p in ranked[:200]]
        alike = process.extract(mine, [whole[p] for p in places], scorer=fuzz.ratio, limit=ROUGH - FIRM)
        return list(dict.fromkeys(places[:FIRM] + [places[i] for _, _, i in alike]))

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


