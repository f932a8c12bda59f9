"""Cutting a text into sentences that keep their place: abbreviations, quotes, glued paragraphs, bullets, cut ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from saring.model import Noise
from saring.reading.packs import Compiled

END = re.compile(r"[.!?…。！？]+[\"'“”‘’»)\]」』〉》]*")
CLOSED = re.compile(r"[.!?…。！？:;][\"'“”‘’»)\]」』\s]*$")
BULLET = re.compile(r"\s*(?:[-–—•·*▪■◆▶●○]+\s+|\d{1,2}[.)]\s+)")
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
WORD_BEFORE = re.compile(r"([\w.]+)$")
SITE = re.compile(r"[\w-]+\.(?:com|co|id|net|org|news|tv|info|ru|kr)\b")  # "jpnn.com, Jakarta - " opens a text
INITIALS = re.compile(r"(?:[А-ЯЁІЇЄ]\.)+[А-ЯЁІЇЄ]")
WIDE_ENDS = frozenset("。！？")
LONGEST = 1500
ASIDE = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at its place; `fragment` when it has no end mark (title, caption, teaser), `bullet` in a list."""

    start: int
    end: int
    paragraph: int
    fragment: bool = False
    bullet: bool = False


SUMS = frozenset(("млн", "млрд", "трлн"))  # a number ends in these; a capital behind them opens a sentence
NEW = re.compile(
    r" (?:Больше|Более|Кроме|Это|Эти|Из|Их|Его|Она|Он|Они|Ранее|При|По|За|До|На|Об|Так|Также|Около|Почти|Всего|Еще|Ещё|Для|Основн\w+|Импорт|Экспорт|Поставки|Товарооборот|Вместе|Тогда|Сейчас|Однако|Между|Там|Здесь|Среди|Остальн\w+|Часть|В|С) "
)


def split(text: str, pack: Compiled, noise: Sequence[Noise] = ()) -> list[Sentence]:
    """The sentences of a text in order, without what noise covers."""
    abbreviations = frozenset(word.rstrip(".").lower() for word in pack.pack.sentences.abbreviations)
    found: list[Sentence] = []
    muted = sorted((piece.start, piece.end) for piece in noise)
    for number, (start, end) in enumerate(_paragraphs(text)):
        for low, high in _outside(start, end, muted):
            bullet = BULLET.match(text, low, high)
            begin = bullet.end() if bullet else low
            for first, last in _cut(text, begin, high, abbreviations):
                fragment = not CLOSED.search(text[max(first, last - 12) : last])
                found.append(Sentence(first, last, number, fragment, bool(bullet)))
    return found


def _outside(start: int, end: int, muted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a line that no noise covers."""
    pieces, place = [], start
    for low, high in muted[max(0, bisect_left(muted, (start, start)) - 8) :]:
        if low >= end:
            break
        if start < low and high < end and high - low <= ASIDE:
            continue  # a note in brackets parts no sentence
        if high > place:
            if low > place:
                pieces.append((place, low))
            place = high
    return [*pieces, (place, end)] if place < end else pieces


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines, with those put together that a hard break has parted in the middle of a sentence."""
    lines: list[tuple[int, int]] = []
    for line in LINE.finditer(text):
        start, end = line.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        goes_on = bool(lines) and text[start].islower() and not SITE.match(text, start)
        if goes_on and text[lines[-1][1] - 1 : lines[-1][1]].islower():
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
    return lines


def _cut(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    begin = start
    for mark in END.finditer(text, start, end):
        if mark.end() < end and not _ends(text, mark, begin, end, abbreviations):
            continue
        pieces += _trimmed(text, begin, mark.end())
        begin = mark.end()
    return pieces + _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return []
    return [(place, min(place + LONGEST, end)) for place in range(start, end, LONGEST)]


def _ends(text: str, mark: re.Match[str], begin: int, end: int, abbreviations: frozenset[str]) -> bool:
    if any(char in WIDE_ENDS for char in mark.group()):
        return True
    after, place = text[mark.end()], mark.start()
    before = WORD_BEFORE.search(text, max(begin, place - 24), place)
    word = before.group(1) if before else ""
    lone = mark.group().rstrip("\"'“”‘’»)]") == "."
    if lone and (word.lower() in abbreviations or (len(word) == 1 and word.isupper())):
        return word.lower() in SUMS and NEW.match(text, mark.end(), end) is not None
    if lone and INITIALS.fullmatch(word):
        return False  # "посол А.И. Мацегора"
    if after.isspace():
        following = text[mark.end() : mark.end() + 6].strip()[:1]
        if lone and "." in word and word.isascii() and following.islower():
            return False
        return not following.islower()
    glued = place > begin and after.isupper() and "." not in word
    inside = mark.end() + 1 < end and text[mark.end() + 1].islower()
    hangul = "\uac00" <= text[place - 1] <= "\ud7a3" and not after.isdigit() and after not in ".,)"
    return bool(glued and inside and not (len(word) == 1 and word.isupper())) or (lone and hangul)
