"""The head of a report before its first words: "CITY, June 12 (Outlet) - ". Its places are no sides, its name speaks."""

from __future__ import annotations

import re

from saring.reading.sentences import Sentence

LONGEST = 90
HEAD = re.compile(r"[^\n\"“”«»:;!?]{2,80}?(?:\s[-–—]{1,2}\s?|\)[-–—:]\s?|\s:\s)(?=[\"“«'(]?[A-ZА-ЯІЇЄ0-9])")
SMALL = re.compile(r"(?<![\w./-])[a-zа-яіїє]{4,}(?![\w.])")  # a word in small letters: no head, unless it is a month
NAME = re.compile(r"(?:/|\()\s*([^/()]{2,40}?)\s*(?:/|\))|,\s*([A-ZА-Я][^,()/\d]{2,40}?)\s*$")
DIGITS = re.compile(r"\d")


def head_end(text: str, sentence: Sentence, months: frozenset[str]) -> int:
    """Where the head of a report ends; the start of the sentence when there is none.

    A head is written in capitals and names but for months, and ends in a dash, or in a colon after a space.
    """
    found = HEAD.match(text, sentence.start, min(sentence.end, sentence.start + LONGEST))
    if sentence.fragment or found is None:
        return sentence.start
    words = found.group()
    if any(word.lower() not in months for word in SMALL.findall(words)) or not words[:1].isupper():
        return sentence.start
    return found.end()


def outlet_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name of an outlet in such a head: what stands in brackets or strokes, or after the last comma."""
    body = text[start:end].rstrip(" -–—:")
    for found in NAME.finditer(body):
        group = 1 if found.group(1) else 2
        name = found.group(group)
        if any(char.islower() for char in name) or "." in name or group == 1:
            return start + found.start(group), start + found.end(group)
    return None
