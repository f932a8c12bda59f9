"""A name, in any script, as words that can be compared.

Every form is a list of lower-case Latin words: core words (the name itself), terms (canonical words of terms.txt) and
numbers. One written name can have several forms: a Chinese name read in Korean and in Mandarin, a Cyrillic one read as
a Korean or as any other, an organisation with and without what stands in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from saring.model import SaringError

from . import korean
from .entry import imo_is_valid
from .hanja import is_han, to_hangul
from .terms import Term, cut, term_of, terms

MAX_NAME = 400  # code points of a name that are looked at; longer ones are no names
# Marks part words, apostrophes do not; None and single letters keep the quick way of str.translate.
_APART: dict[int, str | None] = dict.fromkeys(
    map(ord, '-_,;:/\\|[]{}<>=+*~!?#@"“”„«»‘•·・･、，。【】「」『』–—()'), " "
)
_APART |= dict.fromkeys(map(ord, "'`´’ʼʻ′ʽˈ"))
_ORDINALS = dict(zip("123456789", "first second third fourth fifth sixth seventh eighth ninth".split(), strict=True))
_ORDINALS |= dict(zip("一二三四五六七八九", _ORDINALS.values(), strict=True))
_ORDINAL = re.compile(r"[제第]\s?([1-9一二三四五六七八九])(?!\d)")
_SHIP = re.compile(r"\b[ms]\s?/\s?[vts]\b")
_POINTS = re.compile(r"\b(\w)\.(?=\w\b)")
_SEAM = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_BRACKETS = re.compile(r"\(([^()]*)\)|（([^（）]*)）")
_DIGIT = re.compile(r"\d")
_IMO = re.compile(r"(?<!\d)(\d{7})(?!\d)")
_MISREAD = re.compile(r"(?<=[a-z])U(?=[a-z])|(?<=[A-Za-z])U(?=[ioae][a-z])")
_RUNS = re.compile(r"[가-힣]+|[㐀-鿿豈-﫿々]+|[ァ-ヺー]+|[ぁ-ゖ]+|[^가-힣㐀-鿿豈-﫿々ァ-ヺーぁ-ゖ\s]+")
ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}
CORE, TYPE, LAND, NUMBER, LEGAL = range(5)


class Form(NamedTuple):
    """One reading of a name: words with their classes (CORE, TYPE, LAND, NUMBER, LEGAL) and how it was read."""

    words: tuple[str, ...]
    classes: tuple[int, ...]
    read: str = ""

    def core(self) -> list[str]:
        """The words of the name itself, without terms, lands and numbers."""
        return [w for w, c in zip(self.words, self.classes, strict=True) if c == CORE]


def forms(text: str) -> list[Form]:
    """All forms of a written name, the likeliest first; none for a name without letters or digits."""
    text = text[:MAX_NAME]
    if text.isascii() and "(" not in text:
        return [f for f in (_latin(text),) if f.words]
    text = unicodedata.normalize("NFKC", text)
    outer = _BRACKETS.sub(" ", text) if "(" in text else text
    found = _readings(outer)
    for match in _BRACKETS.finditer(text) if outer != text else ():
        inner = (match.group(1) or match.group(2) or "").strip()
        found += _inner(outer, match.start(), inner)
    unique: dict[tuple[str, ...], Form] = {}
    for form in found:
        if form.words:
            unique.setdefault(form.words, form)
    return list(unique.values())[:8]


def _inner(outer: str, place: int, inner: str) -> list[Form]:
    """Forms from a bracket: an acronym alone, or a reading of the word before it."""
    if not inner or len(inner) > 60:
        return []
    if inner.isascii():
        return [_latin(inner)] if " " not in inner and len(inner) > 2 and inner[:2].isupper() else []
    head, tail = outer[:place], outer[place:]
    return _readings(re.sub(r"[^\s]+$", "", head) + " " + inner + " " + tail)


def numbers_of_imo(text: str) -> list[str]:
    """Seven-digit numbers with a right check digit."""
    return [n for n in _IMO.findall(text) if imo_is_valid(n)] if any(c.isdigit() for c in text) else []


def _latin(text: str) -> Form:
    """The form of a name in plain ASCII letters."""
    if "U" in text and not text.isupper():
        text = _MISREAD.sub("ll", text)
    text = text.lower()
    if "/" in text:
        text = _SHIP.sub("mv ", text)
    if "&" in text:
        text = text.replace("&", " and ")
    text = text.translate(_APART)
    if "." in text:
        text = _POINTS.sub(r"\1", text).replace(".", " ")
    if _DIGIT.search(text):
        text = _SEAM.sub(" ", text)
    return _classed(text.split())


@lru_cache(maxsize=200_000)
def _class(word: str) -> tuple[str, int, Term | None]:
    """A plain word with its class; a term that may be dropped (titles, ships' prefixes) comes with itself."""
    term = term_of(word)
    if term is None:
        number = ROMAN.get(word, word.lstrip("0") or "0" if word.isdigit() else "")
        return (number, NUMBER, None) if number else (word, CORE, None)
    return term.word, _CLASSES.get(term.kind, CORE), term if term.kind in ("ship", "title") else None


_CLASSES = {"type": TYPE, "land": LAND, "legal": LEGAL}


def _classed(words: Sequence[str | Term], read: str = "") -> Form:
    """Words and terms with their classes; without a core word the terms are the name."""
    out: list[str] = []
    classes: list[int] = []
    for place, word in enumerate(words):
        if isinstance(word, Term):
            plain, kind, loose = word.word, _CLASSES.get(word.kind, CORE), word if word.kind == "ship" else None
        else:
            plain, kind, loose = _class(word)
        if loose is None:
            out.append(plain)
            classes.append(kind)
        elif not _drops(loose, words, place):
            out.append(str(word))
            classes.append(CORE)
    if CORE not in classes and TYPE not in classes and (LEGAL in classes or LAND in classes):
        out = [w.word if isinstance(w, Term) else w for w in words]
        classes = [NUMBER if w.isdigit() else CORE for w in out]
    return Form(tuple(out), tuple(classes), read)


def _drops(term: Term, words: Sequence[str | Term], place: int) -> bool:
    """Whether a title, ship's prefix or "No." goes: "no" only before a number, since No is also a surname."""
    if term.word == "number":
        following = words[place + 1 : place + 2]
        return bool(following) and str(following[0]).isdigit()
    return len(words) > 1


def _readings(text: str) -> list[Form]:
    """Forms of a text in any scripts."""
    if "제" in text or "第" in text:
        text = _ORDINAL.sub(lambda m: f" {_ORDINALS[m.group(1)]} ", text)
    text = _SEAM.sub(" ", text.replace("&", " and ").translate(_APART))
    runs = [run for part in text.replace(".", " ").split() for run in _RUNS.findall(part)]
    if any(_is_eastern(run) for run in runs):
        return _eastern(runs)
    if any("Ѐ" <= c <= "ԯ" for c in text):
        return _cyrillic(text)
    if text.isascii():
        return [_latin(text)]
    return [_latin(_ascii(text))]


def _ascii(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if plain.isascii():
        return plain
    try:
        from anyascii import anyascii
    except ImportError as failure:
        where = f"the name {text[:40]!r}"
        raise SaringError(
            "unreadable", where, "its script needs a package that is not installed", "pip install saring[screen]"
        ) from failure
    return anyascii(plain)


def _is_eastern(run: str) -> bool:
    return run[0] > "⺀" and (korean.is_hangul(run[0]) or is_han(run[0]) or "ぁ" <= run[0] <= "ヺ")


def _cyrillic(text: str) -> list[Form]:
    """A Cyrillic name read by the general table, and by the Korean one where it can be a Korean name."""
    general: list[str | Term] = []
    as_korean: list[str | Term] = []
    for word in text.lower().replace(".", " ").split():
        term = term_of(word.replace("ё", "е"))
        if term is not None:
            general.append(term)
            as_korean.append(term)
        else:
            latin = korean.general_cyrillic(word)
            general += [latin] if latin.isascii() else _ascii(latin).lower().replace("'", "").split()
            as_korean.append(korean.from_cyrillic(word))
    names = [w for w in as_korean if isinstance(w, str) and not w.isdigit()]
    found = [_classed(general, "Cyrillic")]
    if names and all(korean.latin_key(w) for w in names):
        found.insert(0, _classed(as_korean, "Cyrillic read as Korean"))
    return found


def _eastern(runs: list[str]) -> list[Form]:
    """Forms of a name in Hangul, Chinese characters or kana, mixed with anything."""
    pieces: list[str | Term] = []
    known = terms().unspaced
    long = sum(len(run) for run in runs if _is_eastern(run)) >= 4
    for run in runs:
        pieces += cut(run) if (long or (len(run) > 1 and run in known)) and _is_eastern(run) else [run]
    ship = bool(pieces) and isinstance(pieces[-1], str) and pieces[-1][-1] in "호号號"
    ways = [pieces]
    if ship:
        last = str(pieces[-1])[:-1]
        bare: list[str | Term] = [*pieces[:-1], *([last] if last else [])]
        ways = [bare, pieces] if bare else ways
        if len(pieces) > 1 and not last:
            ways = [bare]
    kana = " of kana" if any(isinstance(p, str) and "ァ" <= p[0] <= "ヺ" for p in pieces) else ""
    reads = [f"Korean reading{kana}, as a ship", f"Korean reading{kana}"] if ship else [f"Korean reading{kana}"]
    found = [_classed(_spell(way, mandarin=False), read) for way, read in zip(ways, reads, strict=False)]
    if any(isinstance(p, str) and is_han(p) for p in pieces):
        found.append(_classed(_spell(ways[0], mandarin=True), "Mandarin reading"))
    return found


def _spell(pieces: list[str | Term], mandarin: bool) -> list[str | Term]:
    """Pieces in Latin words: Hangul and Han by syllable, kana by word, anything else as it stands."""
    out: list[str | Term] = []
    for piece in pieces:
        if isinstance(piece, Term):
            out.append(piece)
        elif korean.is_hangul(piece):
            out += korean.romanize(piece)
        elif is_han(piece) and not mandarin and to_hangul(piece):
            out += korean.romanize(to_hangul(piece))
        elif "ァ" <= piece[0] <= "ヺ":
            out.append(korean.from_katakana(piece.replace("ー", "")))
        else:
            out += re.findall(r"[A-Z][a-z]*|[a-z]+|\d+", _ascii(piece)) if is_han(piece) else _ascii(piece).split()
    return [w if isinstance(w, Term) else w.lower().strip(".") for w in out if w]
