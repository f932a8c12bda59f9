"""Dates of a sentence, resolved against the day of publication; a date that cannot be resolved is left out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from saring.model import When
from saring.reading.packs import Compiled, Part, Relative, compiled
from saring.reading.reckoning import ERAS, Fields, month_of, reckon, year_written
from saring.reading.words import Tag

YEAR = r"(?:(?<![\d.,$/-])|(?<=[12]\d{3}[-/]))(?:19[4-9]\d|20[0-4]\d)(?!\d|[.,]\d)"
PLAIN_YEAR = r"(?:19[4-9]\d|20[0-4]\d)(?!\d)"
DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
NUMBER = re.compile(r"\d+")
ERA = re.compile("|".join(ERAS))
LONGEST_GAP = 12
FIRST_DAY = re.compile(r"(?<![\d.,/-])(\d{1,2})[^\d\n]{1,8}$")
DAY_BEFORE = 11  # characters in which the first day of "24-го по 26 ноября" stands
TWO_DAYS = re.compile(r"\d{1,2}[^\d\n]{1,8}\d{1,2}(?!\d)")
PLAIN_AND = ("dan", "and", "и", "та", "і")
COMPARED = "!"  # before a pattern: a date that something is only compared with is met and left out


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the text: its place and the days that it covers, both inside."""

    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True)
class Forms:
    """The patterns of a language, compiled."""

    pattern: re.Pattern[str]
    groups: tuple[tuple[str, ...], ...]
    compared: tuple[bool, ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, Relative]
    parts: dict[str, Part]
    since: tuple[str, ...]
    since_after: tuple[str, ...]
    compare: re.Pattern[str] | None
    until: re.Pattern[str]


def _choice(words: list[str], spaced: bool) -> str:
    body = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return rf"(?<![^\W\d_])(?:{body})(?![^\W\d_])" if spaced else f"(?:{body})"


@cache
def forms(language: str) -> Forms | None:
    """The date patterns of a language."""
    pack = compiled(language)
    if pack is None or not pack.pack.dates.patterns:
        return None
    data, spaced = pack.pack.dates, pack.pack.writing.spaces
    months = {word.lower(): n + 1 for n, words in enumerate(data.months) for word in words}
    weekdays = {word.lower(): n for n, words in enumerate(data.weekdays) for word in words}
    relative = {word.lower(): each for each in data.relative for word in each.words}
    parts = {word.lower(): each for each in data.parts for word in each.words}
    fields = {"d": DAY, "m": MONTH, "y": YEAR, "yy": r"\d\d(?!\d)", "era": ERA.pattern, "ey": r"元|\d{1,2}"}
    for name, words in (("month", months), ("weekday", weekdays), ("rel", relative), ("part", parts)):
        fields[name] = _choice(list(words) or ["\0"], spaced)
    alternatives, groups, compared = [], [], []
    for pattern in data.patterns:
        names = tuple(re.findall(r"\{(\w+)\}", pattern))
        compared.append(pattern.startswith(COMPARED))
        body = _filled(pattern.removeprefix(COMPARED), fields)
        alternatives.append(f"({body})")
        groups.append(names)
    until = "|".join(re.escape(word) for word in sorted(data.until, key=lambda word: (-len(word), word))) or "\0"
    return Forms(
        re.compile("|".join(alternatives), re.IGNORECASE), tuple(groups), tuple(compared), months, weekdays, relative, parts,
        tuple(word.lower() for word in data.since), data.since_after,
        re.compile("|".join(data.compare)) if data.compare else None, re.compile(rf"\s*(?:{until})\s*(?:tahun\s+)?", re.IGNORECASE),
    )  # fmt: skip


def _filled(pattern: str, fields: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: f"({_field(found, pattern, fields)})", pattern)


def _field(found: re.Match[str], pattern: str, fields: dict[str, str]) -> str:
    name = found.group(1)
    if name == "y" and found.start() and pattern[found.start() - 1] in "]/-.":
        return PLAIN_YEAR
    return fields[name]


def read(
    folded: str, start: int, end: int, published: tuple[date, date] | None, pack: Compiled, ahead: bool = False,
    tags: Sequence[Tag] = (), year: int | None = None,
) -> list[Dated]:  # fmt: skip
    """The dates between two points of the text, ranges joined, in order; `ahead` where a plan is spoken of.

    `tags` are those of the sentence: a date begins at a word of dates or at a number. `year` is that of which the text
    has been speaking.
    """
    shapes = forms(pack.language)
    if shapes is None:
        return []
    seen: list[tuple[Dated, bool]] = []
    begins = {tag.start for tag in tags if tag.entry.label == "date" and start <= tag.start < end}
    begins.update(number.start() for number in NUMBER.finditer(folded, start, end))
    if any("era" in names for names in shapes.groups):
        begins.update(found.start() for found in ERA.finditer(folded, start, end))
    bare: set[int] = set()  # days without a month
    reached = start
    waiting: tuple[int, int, Fields] | None = None  # a month whose year is told by the one behind it
    for begin in sorted(begins):
        match = shapes.pattern.match(folded, begin, end) if begin >= reached else None
        if match is None:
            continue
        reached = match.end()
        fields = _fields(match, shapes)
        if fields is None or (shapes.compare is not None and shapes.compare.match(folded, match.end(), end)):
            continue
        said = _said(fields, shapes)
        days = reckon(said, published, ahead, year)
        if days is None:
            waiting = (match.start(), match.end(), said) if set(fields) == {"month"} else None
            continue
        if first := _first_month(waiting, said, match.start(), folded, shapes):
            seen.append((first, False))
        waiting = None
        own = said.year is not None or bool(said.rel and said.rel.unit == "year")
        seen.append((Dated(match.start(), match.end(), *days), own))
        if set(fields) == {"d"}:
            bare.add(match.start())
        elif "d" in fields and days[0] == days[1]:
            seen[-1] = (_from_day(seen[-1][0], folded, start, shapes), own)
    if shapes.since_after:
        _same_month(seen, bare, folded, shapes)
    return _ranges(seen, folded, start, published, shapes)


def _first_month(
    waiting: tuple[int, int, Fields] | None, said: Fields, start: int, folded: str, shapes: Forms
) -> Dated | None:
    """The first month of a range whose year stands behind its last: "Januari-September 2018"."""
    if waiting is None or said.month is None or said.year is None:
        return None
    if start - waiting[1] > LONGEST_GAP or not shapes.until.fullmatch(folded, waiting[1], start):
        return None
    month = waiting[2].month or said.month
    days = reckon(replace(waiting[2], year=said.year - (month > said.month)), None, False, None)
    return Dated(waiting[0], waiting[1], *days) if days else None


def _from_day(one: Dated, folded: str, start: int, shapes: Forms) -> Dated:
    """A day with the one before it that has the same month: "24–26 November", "с 24 по 26 ноября"."""
    before = FIRST_DAY.search(folded, max(start, one.start - DAY_BEFORE), one.start)
    if before is None or not folded[one.start].isdigit():
        return one
    number, gap = int(before.group(1)), folded[before.end(1) : one.start]
    if not 0 < number < one.first.day or not shapes.until.fullmatch(gap):
        return one
    if gap.strip() in PLAIN_AND and number != one.first.day - 1:
        return one
    return Dated(before.start(1), one.end, one.first.replace(day=number), one.last)


def _fields(match: re.Match[str], shapes: Forms) -> dict[str, str] | None:
    """The words of a date by field; nothing for a date that is only compared with."""
    index = 1
    for names, compared in zip(shapes.groups, shapes.compared, strict=True):
        if match.group(index) is not None:
            if compared:
                return None
            return {name: match.group(index + 1 + n) for n, name in enumerate(names) if match.group(index + 1 + n)}
        index += 1 + len(names)
    return {}


def _said(fields: dict[str, str], shapes: Forms) -> Fields:
    """The fields of a date as numbers and entries of the pack."""
    return Fields(
        day=int(fields["d"]) if "d" in fields else None,
        month=shapes.months.get(fields.get("month", "")) or (int(fields["m"]) if "m" in fields else None),
        year=year_written(fields),
        weekday=shapes.weekdays.get(fields.get("weekday", "")),
        rel=shapes.relative.get(fields.get("rel", "")),
        part=shapes.parts.get(fields.get("part", "")),
    )


def _same_month(seen: list[tuple[Dated, bool]], bare: set[int], folded: str, shapes: Forms) -> None:
    """Give the second end of a range that is a day alone the month of the first: "4월 15일부터 18일"."""
    for n in range(1, len(seen)):
        one, (other, own) = seen[n - 1][0], seen[n]
        if other.start in bare and one.first == one.last and shapes.until.fullmatch(folded, one.end, other.start):
            number = other.first.day
            if number >= one.first.day and number <= monthrange(one.first.year, one.first.month)[1]:
                day = one.first.replace(day=number)
                seen[n] = Dated(other.start, other.end, day, day), own


def _ranges(
    seen: list[tuple[Dated, bool]], folded: str, start: int, published: tuple[date, date] | None, shapes: Forms
) -> list[Dated]:
    out: list[Dated] = []
    n = 0
    while n < len(seen):
        one, own_year = seen[n]
        if n + 1 < len(seen):
            other = seen[n + 1][0]
            if other.start - one.end <= LONGEST_GAP and shapes.until.fullmatch(folded, one.end, other.start):
                first = one.first
                if own_year and not seen[n + 1][1] and other.first.year != one.first.year:
                    years = one.first.year - other.first.year + (other.first.month < one.first.month)
                    other = Dated(other.start, other.end, _shift(other.first, years), _shift(other.last, years))
                if not own_year and (first > other.last or (seen[n + 1][1] and first.year < other.first.year)):
                    first = _shift(first, other.last.year - first.year - (first.month > other.last.month))
                if first <= other.last and _ranged(folded, one, other, start):
                    out.append(Dated(one.start, other.end, first, other.last))
                    n += 2
                    continue
        before = " " + folded[max(start, one.start - 16) : one.start].rstrip()
        behind = folded[one.end : one.end + 4].lstrip()
        since = before.endswith(shapes.since) or behind.startswith(shapes.since_after)
        if published and since and one.first <= published[1] and not TWO_DAYS.match(folded, one.start, one.end):
            one = Dated(one.start, one.end, one.first, max(published[1], one.last))
        out.append(one)
        n += 1
    return out


def _ranged(folded: str, one: Dated, other: Dated, start: int) -> bool:
    """A plain "and" joins a range only after "between"."""
    gap = folded[one.end : other.start].strip()
    if gap not in PLAIN_AND:
        return True
    before = folded[max(start, one.start - 24) : one.start].rstrip().removesuffix("tahun").rstrip()
    return before.endswith(("antara", "between", "между", "між"))


def _shift(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, monthrange(day.year + years, day.month)[1]))


def iso(first: date, last: date) -> str:
    """Days as one ISO word: a day, a month, a year, or first/last."""
    if first == last:
        return first.isoformat()
    if (first, last) == month_of(first.year, first.month):
        return f"{first.year:04d}-{first.month:02d}"
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"{first.year:04d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def iso_of(when: When) -> str:
    """The days of a date that was read, as one ISO word."""
    return iso(date.fromisoformat(when.first), date.fromisoformat(when.last))


def span(words: str | None) -> tuple[date, date] | None:
    """The days that an ISO day, month, year or interval covers; nothing when it is none of these."""
    if not words:
        return None
    ends = [_bounds(piece) for piece in words.split("/")]
    if len(ends) > 2 or any(end is None for end in ends):
        return None
    known = [end for end in ends if end is not None]
    return known[0][0], known[-1][1]


def _bounds(words: str) -> tuple[date, date] | None:
    pieces = words.split("-")
    try:
        numbers = [int(piece) for piece in pieces]
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        if len(numbers) == 2:
            return month_of(numbers[0], numbers[1])
        day = date(numbers[0], numbers[1], numbers[2])
    except (ValueError, IndexError):
        return None
    return day, day
