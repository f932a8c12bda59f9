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
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
ISSUED = re.compile(
    r"(?:(?:Press |Joint )?(?:Statement|Release|Comment|Commentary|Remarks|Briefing)s? (?:by|of|from) (?:the )?|(?:Pernyataan|Keterangan|Siaran) "
    r"(?:[Pp]ers |[Rr]esmi )?|(?:Заявление|Комментарий|Сообщение|Пресс-релиз) (?:для \w+ )?)(?P<by>[A-ZА-ЯЁа-яё][^\n,:;—–]{3,90}?)"
    r"(?=\s(?:on|about|tentang|terkait|mengenai|soal|о|об|по|в связи)\s|[,:;—–]|$)"
)
DATED = re.compile(  # a line that holds a name in quotation marks and a day: "«Амурские вести», 22 июля 2025"
    r"\W{0,3}(?:[\d.\s]{4,12}|\d{1,2}\s[^\W\d]{3,9}\s\d{4})?[^\w«\"]{0,6}[«\"“](?P<by>[^«»\"“”\n]{3,40})[»\"”]"
    r"(?:\W{1,4}(?:[\d.\s]{4,12}|\d{1,2}\s[^\W\d]{3,9}(?:\s\d{4})?)(?:\s?(?:года|года|г\.?))?)?\W*$"
)
BODY = re.compile(
    r"(?:Посольство|Генконсульство|Генеральное консульство|Постпредство|Embassy of|Kedutaan Besar)\s[^\n.!?:;,]{4,60}$"
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
        if INITIALS.fullmatch(name.strip()):
            continue  # WASHINGTON, D.C.
        if any(char.islower() for char in name) or "." in name or group == 1:
            return start + found.start(group), start + found.end(group)
    return None


def masthead(text: str, pack: Compiled) -> tuple[int, int] | None:
    """Who issues a text by a line above its first paragraph: "Statement by the embassy", or an outlet with the day.

    Outlets count in languages with cases, whose papers put them there.
    """
    start = 0
    for line in text[: LINES * 200].split("\n")[: LINES * 2]:
        if len(line) > 2 * LINE_MOST:
            return None
        if issued := ISSUED.match(line):
            return start + issued.start("by"), start + issued.end("by")
        if (own := BODY.match(line)) and start == 0:
            return start, start + own.end()
        if (
            not pack.glued and (own := DATED.match(line)) and DIGITS.search(line)
        ):  # a Korean headline is all a quotation
            return start + own.start("by"), start + own.end("by")
        named = _outlet_line(line, pack) if pack.cases else None
        if named:
            return start + named[0], start + named[1]
        start += len(line) + 1
    return None


def _outlet_line(line: str, pack: Compiled) -> tuple[int, int] | None:
    """The outlet in a line that holds little else."""
    long = len(line) > LINE_MOST or len(line.strip()) <= 2
    if long or OTHERS.search(line) or line.rstrip().endswith((".", "!", "?")):
        return None
    tags = [tag for tag in pack.lexicon.find(line, fold(line)) if tag.entry.label == "outlet"]
    if not tags:
        return None
    first = max(tags, key=lambda tag: (tag.end - tag.start, -tag.start))
    rest = line[: first.start] + " " + line[first.end :]
    words = [word for word in re.findall(r"[^\W\d]{2,}", rest) if word.lower() not in pack.months]
    return (first.start, first.end) if len(words) <= SPARE else None
