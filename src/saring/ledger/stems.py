"""Words for full text, the same on every database: folded words, and stems by which their forms meet.

Indonesian words lose their affixes (penjualan, menjual: jual), English and Russian ones their endings; Russian and
Ukrainian е and ё are one. Hangul, Chinese and kana are cut into pairs, so that a word of two letters is found inside
a longer one. A question is asked by the beginning of each word or by a stem of it, in any language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from saring.model import SaringError

WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(
    r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]{2,}"
)
MARK = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
LONGEST, MOST_ASKED = 40, 12
MOST = 20_000  # different words of one text; PostgreSQL holds a megabyte of them
VOWELS = "aiueo"
RUSSIAN = re.compile(
    r"(?:иями|ями|ами|иях|ях|ах|ией|ого|его|ому|ему|ыми|ими|ович|ться|тся|лись|лось|лась|лся|ешь|ете|ите|ишь|ают|яют|уют"
    r"|ала|яла|ила|ело|али|яли|или|ует|ает|яет|ать|ять|ить|еть|уть|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям"
    r"|ых|их|ым|им|ия|ии|ию|ья|ьи|ью|ет|ит|ут|ют|ат|ят|ал|ил|ел|ів|ою|єю|ої|ою|ти|а|я|о|е|ы|и|у|ю|ь|й|і|ї)$"
)
ENDINGS = ("kan", "an", "i")
NASALS = (
    ("meny", "s"),
    ("peny", "s"),
    ("meng", "k"),
    ("peng", "k"),
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
)


def fold(text: str) -> str:
    """Text as it is compared: compatibility forms, small letters, Latin letters without marks, ё as е."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    if plain.isascii():
        return plain
    return unicodedata.normalize("NFC", MARK.sub("", unicodedata.normalize("NFD", plain)))


def indexed(text: str, language: str) -> tuple[list[str], list[str]]:
    """The folded words of a text, each once, and their stems and pairs."""
    words = list(dict.fromkeys(word[:LONGEST] for word in WORD.findall(fold(text))))[:MOST]
    stems = dict.fromkeys(stem for word in words for stem in stems_of(word, language))
    return words, list(stems)[:MOST]


def asked(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """For each word of a question: the word, of which a beginning is enough, and the stems of which one is enough.

    A run without spaces is asked by all its pairs instead: they stand behind "+".
    """
    found = []
    for word in dict.fromkeys(WORD.findall(fold(text)[:1000])):
        cut = word[:LONGEST]
        pairs = pairs_of(cut)
        stems = (
            ("+", *pairs) if pairs else tuple(sorted({s for each in ("id", "en", "ru") for s in stems_of(cut, each)}))
        )
        found.append((cut, stems))
    if not found:
        raise SaringError("empty", "search", "there is no word to search for", "one or more words")
    return found[:MOST_ASKED]


@lru_cache(maxsize=100_000)
def stems_of(word: str, language: str) -> tuple[str, ...]:
    """The stems of one folded word in a language; pairs for scripts without spaces, whatever the language."""
    if not word.isascii() and (pairs := pairs_of(word)):
        return pairs
    if word.isdigit() or len(word) < 3:
        return (word,)
    if "а" <= word[0] <= "ӿ":
        cut = RUSSIAN.sub("", word)
        return (cut if len(cut) >= 3 else word,)
    if language in ("id", "ms"):
        return _indonesian(word)
    return (_english(word),)


def pairs_of(word: str) -> tuple[str, ...]:
    """Neighbouring letters two by two of what is written without spaces."""
    return tuple(dict.fromkeys(run[i : i + 2] for run in UNSPACED.findall(word) for i in range(len(run) - 1)))


def _english(word: str) -> str:
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word.removesuffix(ending) + instead
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _indonesian(word: str) -> tuple[str, ...]:
    """A word without particles, endings and up to two prefixes, with the letter that a nasal may have swallowed."""
    for tail in ("lah", "kah", "nya"):
        if word.endswith(tail) and len(word) - len(tail) >= 4:
            word = word.removesuffix(tail)
            break
    forms = [word]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            forms.append(word.removesuffix(ending))
            break
    return tuple(dict.fromkeys(stem for form in forms for stem in _without_prefix(form, 2)))


def _without_prefix(word: str, left: int) -> list[str]:
    if left == 0:
        return [word]
    for nasal, lost in NASALS:
        rest = word.removeprefix(nasal)
        if rest != word and len(rest) >= 3:
            whole = [lost + rest] if rest[0] in VOWELS else []
            return [*_without_prefix(rest, 0), *whole]
    for prefix in ("ber", "per", "ter", "di", "ke", "se", "me", "pe", "be"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4:
            return [word, *_without_prefix(rest, left - 1)]
    return [word]
