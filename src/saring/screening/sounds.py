"""How names sound: the keys under which words are looked up, and the likeness of two Korean keys."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from .korean import CHINESE_SURNAMES, HABITS, SURNAMES, latin_key, tidy

_DIGRAPHS = (
    ("kh", "k"), ("ph", "f"), ("tch", "g"), ("chr", "kr"), ("ch", "g"), ("dzh", "g"), ("zh", "g"), ("dj", "g"),
    ("sh", "s"), ("th", "t"), ("dh", "t"), ("gh", "g"), ("ck", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s"),
)  # fmt: skip
_SOUNDS = str.maketrans({**dict(zip("cqjzwx", "kkgsvk", strict=True)), **dict.fromkeys("aeiouyh")})
_DOUBLE = re.compile(r"(.)\1+")


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
    """Whether words look like a Korean's or Chinese's name: two to four, a surname first or (unless ordered) last."""
    ends = core[:1] if ordered else core[:1] + core[-1:]
    if not 2 <= len(core) <= 4:
        return False
    return any(w in SURNAMES or HABITS.get(w, "") in SURNAMES or w in CHINESE_SURNAMES for w in ends)


def alike_korean(one: str, other: str) -> float:
    """The likeness of two fine keys, 0 to 1.

    n and ng, o and u count as half different, since Cyrillic, kana and English habits write them alike.
    """
    if one == other:
        return 1.0
    plain = Levenshtein.normalized_similarity(one.translate(_LIKE), other.translate(_LIKE))
    return (plain + Levenshtein.normalized_similarity(one, other)) / 2


_LIKE = str.maketrans("xu", "no")


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
