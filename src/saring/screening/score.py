"""How much two names agree, and the reasons; a number to sort by, never a verdict."""

from __future__ import annotations

from .index import Index, Near, alike_korean, korean_key, korean_person
from .korean import broad, fine, latin_key, syllables
from .names import CORE, LAND, LEGAL, NUMBER, TYPE, Form

NEAR_ENOUGH = 0.62  # words less alike than this do not count as one word


class Query:
    """One form of a query with what its words may stand for, made once and compared with every candidate."""

    def __init__(self, index: Index, form: Form) -> None:
        self.form = form
        self.near = [index.near(w) for w in form.words]
        rarity = [max((index.weight[n.word] for n in near[:1]), default=1.0) for near in self.near]
        self.weights = index.weights(form, rarity)
        self.total = sum(self.weights)
        self.likeness = [{n.word: n.likeness for n in near} for near in self.near]
        self.core = form.core()
        self.whole = "".join(self.core) or "".join(form.words)
        self.key = korean_key(self.core) if self.core else ""
        self.fine = "".join(map(fine, self.core)) if self.key else ""
        self.numbers = [w for w, c in zip(form.words, form.classes, strict=True) if c == NUMBER]
        named = bool(self.key) and not self.numbers and "ship" not in form.read
        self.person = named and korean_person(self.core, bool(form.read))


def compare(query: Query, index: Index, place: int) -> float:
    """The likeness of a query and a listed name, 0 to 1."""
    other = index.forms[place]
    words, weights = index.of[place], index.parts[place]
    gained, core_gained, core_sum = _align(query, index, words, weights, other)
    both = query.total + index.total[place]
    score = gained / both
    if core_gained < core_sum * 0.99 and core_sum:
        whole = _whole(query, index, place)
        if whole > core_gained / core_sum:
            score += (whole * core_sum - core_gained) / both
    if query.numbers or NUMBER in other.classes:
        mine = [w for w, c in zip(other.words, other.classes, strict=True) if c == NUMBER]
        if mine and query.numbers and mine != query.numbers:
            score *= 0.8
    if query.person and score > 0.8 and index.keys[place]:
        score -= other_syllable(query, other.core())
    return min(score, 1.0)


def other_syllable(query: Query, listed: list[str]) -> float:
    """What a Korean's name loses when one syllable is another one: three syllables leave no room for likeness.

    A cut last syllable (Чо for Чоль) is no other syllable. Cyrillic and kana write n for ng and е for both ye and yo.
    """
    ours = [s for word in query.core for s in syllables(word)]
    listed = [s for word in listed for s in syllables(word)]
    if len(listed) != len(ours) or len(listed) < 2:
        return 0.0
    exact = query.form.read in ("", "Korean reading")
    loss = 0.0
    for mine, theirs in zip(ours, listed, strict=True):
        one, other = latin_key(mine), latin_key(theirs)
        if one == other:
            loss += 0.05 if exact and alike_korean(fine(mine), fine(theirs)) < 0.6 else 0.0
        elif one.replace("u", "o") == other.replace("u", "o"):
            loss += 0.03 if query.form.read == "Korean reading" else 0.0
        elif not (one and other.startswith(one)):
            loss += 0.09
    return min(loss, 0.12)


def _align(
    query: Query, index: Index, words: tuple[int, ...], weights: tuple[float, ...], other: Form
) -> tuple[float, float, float]:
    """The weight of words that pair off (all, core only) and the weight of all core words on both sides."""
    gained = core_gained = core_sum = 0.0
    free = list(range(len(words)))
    lone: list[int] = []
    for place, likeness in enumerate(query.likeness):
        weight, kind = query.weights[place], query.form.classes[place]
        if kind == CORE:
            core_sum += weight
        best, where = 0.0, -1
        for spot in free:
            value = likeness.get(words[spot], 0.0)
            if value > best:
                best, where = value, spot
        if where < 0:
            if kind == CORE:
                lone.append(place)
            continue
        free.remove(where)
        gain = best * (weight + weights[where])
        gained += gain
        if kind == CORE:
            core_gained += gain
    for spot, kind in enumerate(other.classes):
        if kind == CORE:
            core_sum += weights[spot]
    for place in lone if free else ():
        best, where = _stray(query.form.words[place], index, words, free, other)
        if where >= 0:
            free.remove(where)
            gain = best * (query.weights[place] + weights[where])
            gained += gain
            core_gained += gain
    return gained, core_gained, core_sum


def _stray(word: str, index: Index, words: tuple[int, ...], free: list[int], other: Form) -> tuple[float, int]:
    """The likest of the words that are still free: by letters, or as an initial."""
    from rapidfuzz.distance import OSA

    best, where = 0.0, -1
    for spot in free:
        if other.classes[spot] != CORE:
            continue
        candidate = index.words[words[spot]]
        if len(word) == 1 or len(candidate) == 1:
            value = 0.7 if word[0] == candidate[0] else 0.0
        else:
            value = OSA.normalized_similarity(word, candidate, score_cutoff=NEAR_ENOUGH - 0.05)
        if value > best:
            best, where = value, spot
    return best, where


def _whole(query: Query, index: Index, place: int) -> float:
    """The likeness of the core words written together: by letters, and by Korean key."""
    from rapidfuzz.distance import Levenshtein

    whole = index.whole[place]
    value = Levenshtein.normalized_similarity(query.whole, whole, score_cutoff=0.75)
    if len(whole) < 6 and value < 1:
        value *= 0.9
    key = index.keys[place]
    if query.key and key and (query.form.read or query.person) and _comparable(query, index, place):
        likeness = Levenshtein.normalized_similarity(query.key, key, score_cutoff=0.7)
        if likeness:
            if likeness < 1 and broad(query.key) == broad(key):
                likeness = max(likeness, 0.94)
            finer = alike_korean(query.fine, index.fine[place])
            value = max(value, (0.5 * likeness + 0.5 * finer) * 0.98)
    return value


def _comparable(query: Query, index: Index, place: int) -> bool:
    """Whether a listed name can be the Korean's name that the query looks like: a name of that shape, or one word."""
    if not query.person:
        return True
    core = index.forms[place].core()
    if len(core) == 1:
        return len(syllables(core[0])) == sum(len(syllables(w)) for w in query.core)
    return korean_person(core)


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
        hit = next((n for n in near if n.word in words and n.word not in seen), None)
        if hit is None:
            if kind in (CORE, NUMBER, TYPE):
                missing.append(word)
            continue
        seen.add(hit.word)
        if hit.why:
            said.append(f"{word!r} for {index.words[hit.word]!r}: {_how(hit)}")
        elif kind not in (LEGAL, LAND):
            same.append(word)
    if same:
        said.insert(1, f"same words: {', '.join(same)}")
    if query.key and query.key == index.keys[place] and missing:
        return [*said, "the Korean syllables of the whole name agree"]
    left = [w for w, n, c in zip(other.words, words, other.classes, strict=True) if n not in seen and c in (CORE, NUMBER)]
    if missing and left:
        said.append(f"differs: {' '.join(missing)!r} against {' '.join(left)!r}")
    elif missing:
        said.append(f"not in the listed name: {' '.join(missing)!r}")
    elif left:
        said.append(f"not in the query: {' '.join(left)!r}")
    return said


def _how(near: Near) -> str:
    return f"{near.why}, {near.likeness:.2f}"
