"""The head of a report before its first words: "CITY, June 12 (Outlet) - ". Its places are no sides, its name speaks."""

from __future__ import annotations

import re

from saring.reading.packs import Compiled
from saring.reading.sentences import Sentence
from saring.reading.words import fold

LONGEST = 90
HEAD = re.compile(r"[^\n\"“”«»:;!?]{2,80}?(?:\s[-–—]{1,2}\s?|\)[-–—:]\s?|\s:\s)(?=[\"“«'(]?[A-ZА-ЯІЇЄ0-9])")
SMALL = re.compile(r"(?<![\w./-])[a-zа-яіїє]{4,}(?![\w.])")  # a word in small letters: no head, unless it is a month
NAME = re.compile(r"(?:/|\()\s*([^/()]{2,40}?)\s*(?:/|\))|,\s*([A-ZА-Я][^,()/\d]{2,40}?)\s*$")
LINES, LINE_MOST = 6, 60  # a masthead stands above the first paragraph, on a line of its own
OTHERS = re.compile(
    r"(?:photo|foto|фото|иллюстрация|사진|source|sumber|источник|출처|телеграм|telegram|http)", re.IGNORECASE
)
SPARE = 3  # further words beside the outlet: a reporter's name and "기자"
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


def masthead(text: str, pack: Compiled) -> tuple[int, int] | None:
    """The outlet that a line above the first paragraph names, alone or with the day and the reporter."""
    start = 0
    for line in text[: LINES * 200].split("\n")[: LINES * 2]:
        if len(line) > 2 * LINE_MOST:
            return None
        if (
            2 < len(line.strip()) <= LINE_MOST
            and not OTHERS.search(line)
            and not line.rstrip().endswith((".", "!", "?"))
        ):
            tags = [tag for tag in pack.lexicon.find(line, fold(line)) if tag.entry.label == "outlet"]
            if tags:
                first = max(tags, key=lambda tag: (tag.end - tag.start, -tag.start))
                rest = line[: first.start] + " " + line[first.end :]
                words = [word for word in re.findall(r"[^\W\d]{2,}", rest) if word.lower() not in pack.months]
                if len(words) <= SPARE:
                    return start + first.start, start + first.end
        start += len(line) + 1
    return None
