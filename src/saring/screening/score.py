"""How much two names agree, and the reasons; a number to sort by, never a verdict."""

from __future__ import annotations

from functools import cached_property

from rapidfuzz.distance import OSA, Levenshtein

from .index import PERSON, Index
from .korean import broad, fine, latin_key, syllables
from .names import CORE, LAND, LEGAL, NUMBER, TYPE, Form
from .sounds import alike_korean, korean_key, korean_person

NEAR_ENOUGH = 0.57  # words less alike than this do not count as one word


class Query:
    """One form of a query with what its words may stand for, made once and compared with every candidate."""

    def __init__(self, index: Index, form: Form, deep: bool = False) -> None:
        self.form = form
        self.shared, left = index.share(form)
        # Where known words already meet in listed names, misspelt ones are first compared by letters only.
        self.deep = deep or not self.shared or not left
        self.near = [index.near(w) if self.deep and w in left else index.alone(w) for w in form.words]
        rarity = [index.weight[near[0][0]] if near else 1.0 for near in self.near]
        self.weights = index.weights(form, rarity)
        self.total = sum(self.weights)
        self.stands: dict[int, tuple[int, float]] = {}
        for place, near in enumerate(self.near):
            for number, likeness, _ in near:
                known = self.stands.get(number)
                if known is None or likeness > known[1]:
                    self.stands[number] = (place, likeness)
        self.core = form.core()
        self.spots = [n for n, c in enumerate(form.classes) if c == CORE]
        self.core_total = sum([self.weights[n] for n in self.spots])
        self.whole = "".join(self.core) or "".join(form.words)
        self.key = korean_key(self.core) if self.core else ""
        self.numbers = [w for w, c in zip(form.words, form.classes, strict=True) if c == NUMBER]

    @cached_property
    def broad(self) -> str:
        """The broad Korean key of the core words."""
        return broad(self.key)

    @cached_property
    def fine(self) -> str:
        """The fine Korean key of the core words."""
        return "".join(map(fine, self.core)) if self.key else ""

    @cached_property
    def syllables(self) -> int:
        """How many Korean syllables the core words have."""
        return sum([len(syllables(w)) for w in self.core])

    @cached_property
    def person(self) -> bool:
        """Whether the form looks like the name of a Korean (or Chinese) person."""
        named = bool(self.key) and not self.numbers and "ship" not in self.form.read
        return named and korean_person(self.core, bool(self.form.read))


def compare(query: Query, index: Index, place: int) -> float:
    """The likeness of a query and a listed name, 0 to 1."""
    other = index.forms[place]
    gained, core_gained = _align(query, index, place, other)
    both = query.total + index.total[place]
    core_sum = query.core_total + index.core_total[place]
    score = gained / both
    if core_gained < core_sum * 0.99:
        whole = _whole(query, index, place)
        if whole and whole * core_sum > core_gained:
            score += (whole * core_sum - core_gained) / both
    if query.numbers and NUMBER in other.classes:
        mine = [w for w, c in zip(other.words, other.classes, strict=True) if c == NUMBER]
        if mine != query.numbers:
            score *= 0.8
    if score > 0.8 and index.keys[place] and query.person:
        score -= other_syllable(query, other.core(), query.key == index.keys[place])
    return min(1.0, score)


def other_syllable(query: Query, listed: list[str], same_key: bool) -> float:
    """What a Korean's name loses when one syllable is another one: three syllables leave no room for likeness.

    A cut last syllable (Чо for Чоль) is no other syllable. Cyrillic and kana write n for ng and е for both ye and yo.
    """
    listed = [s for word in listed for s in syllables(word)]
    if len(listed) != query.syllables or len(listed) < 2:
        return 0.0
    exact = query.form.read in ("", "Korean reading")
    loss = 0.0
    ours = [s for word in query.core for s in syllables(word)]
    for mine, theirs in zip(ours, listed, strict=True):
        one, other = latin_key(mine), latin_key(theirs)
        if one == other:
            loss += 0.05 if exact and alike_korean(fine(mine), fine(theirs)) < 0.6 else 0.0
        elif one.replace("u", "o") == other.replace("u", "o"):
            loss += 0.05 if query.form.read == "Korean reading" else 0.0
        elif not same_key and not (one and other.startswith(one)):
            loss += 0.09
    return min(loss, 0.12)


def _align(query: Query, index: Index, place: int, other: Form) -> tuple[float, float]:
    """The weight of the words that pair off: of all words, and of core words."""
    gained = core_gained = 0.0
    stands, ours, theirs = query.stands, query.weights, index.parts[place]
    classes = query.form.classes
    taken = 0
    free: list[int] = []
    for spot, number in enumerate(index.of[place]):
        found = stands.get(number)
        if found is None or taken >> found[0] & 1:
            free.append(spot)
            continue
        mine = found[0]
        taken |= 1 << mine
        gain = found[1] * (ours[mine] + theirs[spot])
        gained += gain
        if classes[mine] == CORE:
            core_gained += gain
    if free:
        for mine in query.spots:
            if not taken >> mine & 1:
                best, spot = _stray(query.form.words[mine], free, other)
                if spot >= 0:
                    free.remove(spot)
                    gain = best * (ours[mine] + theirs[spot])
                    gained += gain
                    core_gained += gain
    return gained, core_gained


def _stray(word: str, free: list[int], other: Form) -> tuple[float, int]:
    """The likest of the words that are still free: by letters, or as an initial."""
    best, where = 0.0, -1
    for spot in free:
        if other.classes[spot] != CORE:
            continue
        candidate = other.words[spot]
        if len(word) == 1 or len(candidate) == 1:
            value = 0.7 if word[0] == candidate[0] else 0.0
        else:
            value = OSA.normalized_similarity(word, candidate, score_cutoff=NEAR_ENOUGH)
        if value > best:
            best, where = value, spot
    return best, where


def _whole(query: Query, index: Index, place: int) -> float:
    """The likeness of the core words written together: by letters, and by Korean key."""
    whole, mine = index.whole[place], query.whole
    value = 0.0
    if 0.7 * len(mine) < len(whole) < 1.4 * len(mine):
        value = Levenshtein.normalized_similarity(mine, whole, score_cutoff=0.75)
        if len(whole) < 6 and value < 1:
            value *= 0.9
    key = index.keys[place]
    if query.key and key and (query.form.read or query.person) and _comparable(query, index, place):
        likeness = Levenshtein.normalized_similarity(query.key, key, score_cutoff=0.7)
        if likeness:
            if likeness < 1 and query.broad == index.broad_keys[place]:
                likeness = max(likeness, 0.94)
            finer = alike_korean(query.fine, index.fine[place])
            value = max(value, (0.5 * likeness + 0.5 * finer) * 0.98)
    return value


def _comparable(query: Query, index: Index, place: int) -> bool:
    """Whether a listed name can be the Korean's name that the query looks like: a name of that shape, or one word."""
    if not query.person:
        return True
    shape = index.shapes[place]
    return shape in (PERSON, query.syllables)


def reasons(query: Query, index: Index, place: int, written: str) -> list[str]:
    """What matched how, in words, for one hit."""
    other = index.forms[place]
    words = index.of[place]
    said = [f"compared with the listed name {written!r}"]
    if query.form.read:
        said.append(f"the query was read as {' '.join(query.form.words)!r} ({query.form.read})")
    seen: set[int] = set()
    same: list[str] = []
    missing: list[str] = []
    for word, near, kind in zip(query.form.words, query.near, query.form.classes, strict=True):
        hit = next((n for n in near if n[0] in words and n[0] not in seen), None)
        if hit is None:
            if kind in (CORE, NUMBER, TYPE):
                missing.append(word)
            continue
        number, likeness, why = hit
        seen.add(number)
        if why:
            said.append(f"{word!r} for {index.words[number]!r}: {why}, {likeness:.2f}")
        elif kind not in (LEGAL, LAND):
            same.append(word)
    if same:
        said.insert(1, f"same words: {', '.join(same)}")
    if query.key and query.key == index.keys[place] and missing:
        return [*said, "the Korean syllables of the whole name agree"]
    left = [
        w for w, n, c in zip(other.words, words, other.classes, strict=True) if n not in seen and c in (CORE, NUMBER)
    ]
    if missing and left:
        said.append(f"differs: {' '.join(missing)!r} against {' '.join(left)!r}")
    elif missing:
        said.append(f"not in the listed name: {' '.join(missing)!r}")
    elif left:
        said.append(f"not in the query: {' '.join(left)!r}")
    return said
