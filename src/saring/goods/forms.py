"""Inflected forms of term words, made when the terms are compiled, so that reading a text is plain look-up.

A word becomes a stem and a set of endings. Russian endings come from a morphological dictionary (pymorphy3), English,
Indonesian and Ukrainian ones from rules; the other languages are looked up as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

Paradigm = tuple[str, frozenset[str]]
LEAST_STEM = 2
REACH = 5

_TOKEN = re.compile(r"[가-힣]+|[\u3040-\u30ff\u4e00-\u9fff々]+|[^\W_가-힣\u3040-\u30ff\u4e00-\u9fff々]+")
_IRREGULAR = {
    "mouse": "mice",
    "goose": "geese",
    "foot": "feet",
    "tooth": "teeth",
    "man": "men",
    "woman": "women",
    "child": "children",
    "ox": "oxen",
    "person": "people",
    "calf": "calves",
    "half": "halves",
    "loaf": "loaves",
    "leaf": "leaves",
    "hoof": "hooves",
    "knife": "knives",
    "shelf": "shelves",
    "scarf": "scarves",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "mango": "mangoes",
    "torpedo": "torpedoes",
    "datum": "data",
}
_UK_ADJECTIVE = ("ий", "ій", "а", "я", "е", "є", "і", "ого", "ому", "им", "ої", "ою", "у", "их", "ими")
_UK_ENDINGS = (
    *("", "а", "я", "у", "ю", "ом", "ем", "єм", "ям", "ам", "ами", "ями", "ах", "ях", "и", "і", "ї", "ів", "їв"),
    *("ові", "еві", "єві", "о", "е", "є", "ою", "ею", "єю", "ь", "й", "ей"),
)


def fold(text: str) -> str:
    """The text in lower case with its length kept, so that places in it stay places in the original."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered if lowered.isascii() else lowered.replace("ё", "е").replace("’", "'").replace("\u00a0", " ")


def tokens(folded: str) -> list[str]:
    """The words of a folded text; hyphens, apostrophes and a change of script part words."""
    return _TOKEN.findall(folded)


def token_places(folded: str) -> list[tuple[int, int]]:
    """Where the words of a folded text stand."""
    return [match.span() for match in _TOKEN.finditer(folded)]


def is_hangul(token: str) -> bool:
    """Whether a token is written in Hangul syllables."""
    return "가" <= token[0] <= "힣"


def is_cjk(token: str) -> bool:
    """Whether a token is written without spaces between words (Han and kana)."""
    return "\u3040" <= token[0] <= "\u9fff"


def paradigms(word: str, language: str) -> list[Paradigm]:
    """The stems with their endings of one folded word of a language; mostly one, more for words like "ребенок, дети"."""
    maker = _MAKERS.get(language)
    if not maker or not word.isalpha() or len(word) < LEAST_STEM:
        return [(word, frozenset(("",)))]
    stem, endings = maker(word)
    if len(stem) >= LEAST_STEM and max(map(len, endings)) <= (3 if language == "en" else REACH):
        return [(stem, endings)]
    return [(stem + ending, frozenset(("",))) for ending in sorted(endings)]


def _english(word: str) -> Paradigm:
    if not word.isascii() or len(word) < 3:
        return word, frozenset(("",))
    if word in _IRREGULAR:
        return _grouped({word, _IRREGULAR[word], word + "s"})
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1], frozenset(("y", "ies"))
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word, frozenset(("", "es"))
    if word.endswith("f"):
        return word[:-1], frozenset(("f", "fs", "ves"))
    return word, frozenset(("", "s"))


def _indonesian(word: str) -> Paradigm:
    return word, frozenset(("", "nya", "lah", "pun"))


def _ukrainian(word: str) -> Paradigm:
    if word.endswith(("ий", "ій")):
        return word[:-2], frozenset(_UK_ADJECTIVE)
    stem = word[:-1] if word[-1] in "аяоеєиіїйь" and len(word) > 3 else word
    return stem, frozenset(_UK_ENDINGS)


def _russian(word: str) -> Paradigm:
    forms = {word}
    for found in _analyser().parse(word):
        if _is_base(found):
            forms.update(str(form.word).replace("ё", "е") for form in found.lexeme if _same_word(form.tag, found, word))
    return _grouped({form for form in forms if "-" not in form})


def _is_base(found: Any) -> bool:
    """Whether an analysis is a noun, adjective or participle in the nominative, as term words are given."""
    tag = found.tag
    named = {"Name", "Surn", "Patr"} & set(tag.grammemes)
    return tag.POS in ("NOUN", "ADJF", "PRTF") and tag.case == "nomn" and not named


def _same_word(tag: Any, found: Any, word: str) -> bool:
    """Whether a form belongs to the word as given: of nouns given in the plural ("часы") the plural forms only."""
    base = found.tag
    if tag.POS != base.POS or tag.voice != base.voice or tag.tense != base.tense or "Supr" in tag:
        return False
    return not (tag.POS == "NOUN" and base.number == "plur" and tag.number == "sing" and found.normal_form != word)


@cache
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def _grouped(forms: set[str]) -> Paradigm:
    first, last = min(forms), max(forms)
    shared = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    stem = first[:shared]
    return stem, frozenset(form[len(stem) :] for form in forms)


_MAKERS: dict[str, Callable[[str], Paradigm]] = {
    "en": _english,
    "id": _indonesian,
    "ru": _russian,
    "uk": _ukrainian,
}
