"""Amounts of a sentence: number, multiplier and unit or money, with the number worked out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from saring.model import Amount
from saring.reading.packs import Compiled, compiled
from saring.reading.scene import Scene

DIGITS = r"\d+(?:[.,\u00a0 ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"


@dataclass(frozen=True)
class Shapes:
    """The patterns of a language for amounts."""

    pattern: re.Pattern[str]
    units: dict[str, str]
    money: dict[str, str]


SHARE = r"(?![\d.,]*\s?(?:%|persen|percent|per cent|процент|відсот|퍼센트))"  # "fell 89% to $154m": 89 is no sum


@cache
def shapes(language: str) -> Shapes | None:
    """The patterns for amounts of a language."""
    pack = compiled(language)
    if pack is None or not pack.pack.numbers.units:
        return None
    data = pack.pack.numbers
    units = {word.lower(): unit for unit, words in data.units.items() for word in words}
    money = {word.lower(): unit for unit, words in data.money.items() for word in words}
    edge = r"(?![^\W\d_])" if pack.pack.writing.spaces else ""
    number = f"(?:{DIGITS}" + "".join(f"|{re.escape(word)}{edge}" for word in _long(data.words)) + ")"
    times = "|".join(f"{re.escape(word)}{edge}" for word in _long(data.multipliers)) or "\0"
    signs = {word.lower() for words in data.money.values() for word in words if not word.islower()}
    ends = {
        word: edge + (r"(?!\s?\d)" if word in signs else "") for word in (*units, *money)
    }  # "2016: USD 1,67 miliar"
    unit = "|".join(f"{re.escape(word)}{ends[word]}" for word in _long([*units, *money]))
    front = "|".join(re.escape(word) for word in _long(money))
    many = "" if pack.pack.writing.spaces else "?"  # "2만6500t"
    words = r"(?:[\w%-]+\s){0,2}?" if pack.pack.writing.spaces else r"\s?"
    body = (
        rf"(?<![\w.,/-])(?:({front})\s?)?((?:{number})(?:\s?(?:{times}))?(?:\s?\d[\d.,]*\s?(?:{times}){many})*)"
        rf"{SHARE}[\s-]?{words}({unit})|(?<![\w.,/-])({front})\s?((?:{number})(?:\s?(?:{times}))?)"
    )
    return Shapes(re.compile(body, re.IGNORECASE), units, money)


def _long(words: object) -> list[str]:
    return sorted((word.lower() for word in words), key=lambda word: (-len(word), word))  # type: ignore[attr-defined]


def read(text: str, folded: str, start: int, end: int, pack: Compiled) -> list[Amount]:
    """The amounts between two points of the text."""
    found = shapes(pack.language)
    if found is None:
        return []
    out = []
    for match in found.pattern.finditer(folded, start, end):
        front, body, unit, money, other = match.groups()
        name = found.money.get(front or money or "") or found.money.get(unit or "") or found.units.get(unit or "")
        place = match.span()
        number = _number(body or other or "", pack)
        out.append(Amount(words=text[place[0] : place[1]], number=number, unit=name, span=place))
    return out


def of(scene: Scene, pack: Compiled) -> list[Amount]:
    """The amounts of a sentence, read once."""
    if scene.counted is None:
        scene.counted = read(scene.text, scene.folded, scene.sentence.start, scene.sentence.end, pack)
    return scene.counted


def _number(words: str, pack: Compiled) -> float | None:
    """What a number in words and digits comes to: "1,23 juta", "7 juta 500 ribu", "3천400만"."""
    data = pack.pack.numbers
    total, below, current = 0.0, 0.0, None  # `below`: what thousands and hundreds make before a myriad ("3천400만")
    times = "|".join(re.escape(word) for word in _long(data.multipliers)) or "\0"
    named = "|".join(re.escape(word) for word in _long(data.words)) or "\0"
    lower = {word.lower(): value for word, value in (*data.multipliers.items(), *data.words.items())}
    for piece in re.finditer(rf"({DIGITS})|({times})|({named})", words):
        digits, multiplier, word = piece.groups()
        if digits:
            current = (current or 0.0) + _digits(digits, data.decimal)
        elif word:
            current = (current or 0.0) + lower[word]
        elif multiplier:
            value = lower[multiplier]
            if value >= 1e4:
                total += ((below + (current or 0.0)) or 1.0) * value
                below = 0.0
            else:
                below += (1.0 if current is None else current) * value
            current = None
    result = total + below + (current or 0.0)
    return result or None


def _digits(words: str, decimal: str) -> float:
    other = "." if decimal == "," else ","
    cleaned = words.replace("\u00a0", "").replace(" ", "")
    pieces = re.split(r"[.,]", cleaned)
    if len(pieces) == 2 and other in cleaned and len(pieces[1]) != 3:
        return float(cleaned.replace(other, "."))  # the other language's decimal mark
    if cleaned.count(decimal) == 1 and not (len(pieces[-1]) == 3 and len(pieces) > 2 and other not in cleaned):
        return float(cleaned.replace(other, "").replace(decimal, "."))
    return float("".join(pieces))
