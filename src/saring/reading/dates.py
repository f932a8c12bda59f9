"""Dates of a sentence, resolved against the day of publication; a date that cannot be resolved is left out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from saring.reading.packs import Compiled, Part, Relative, compiled
from saring.reading.words import Tag

YEAR = r"(?<![\d.,$/-])(?:19[4-9]\d|20[0-4]\d)(?!\d|[.,]\d)"
PLAIN_YEAR = r"(?:19[4-9]\d|20[0-4]\d)(?!\d)"
DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
NUMBER = re.compile(r"\d+")
LONGEST_GAP = 12


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
    fields = {"d": DAY, "m": MONTH, "y": YEAR, "yy": r"\d\d(?!\d)"}
    for name, words in (("month", months), ("weekday", weekdays), ("rel", relative), ("part", parts)):
        fields[name] = _choice(list(words) or ["\0"], spaced)
    alternatives, groups = [], []
    for pattern in data.patterns:
        names = tuple(re.findall(r"\{(\w+)\}", pattern))
        body = _filled(pattern, fields)
        alternatives.append(f"({body})")
        groups.append(names)
    until = "|".join(re.escape(word) for word in sorted(data.until, key=lambda word: (-len(word), word))) or "\0"
    return Forms(
        re.compile("|".join(alternatives), re.IGNORECASE), tuple(groups), months, weekdays, relative, parts,
        tuple(word.lower() for word in data.since), data.since_after,
        re.compile("|".join(data.compare)) if data.compare else None, re.compile(rf"\s*(?:{until})\s*", re.IGNORECASE),
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
    tags: Sequence[Tag] = (),
) -> list[Dated]:  # fmt: skip
    """The dates between two points of the text, ranges joined, in order; `ahead` where a plan is spoken of.

    `tags` are those of the sentence: a date begins at a word of dates or at a number.
    """
    shapes = forms(pack.language)
    if shapes is None:
        return []
    seen: list[tuple[Dated, bool]] = []
    begins = {tag.start for tag in tags if tag.entry.label == "date" and start <= tag.start < end}
    begins.update(number.start() for number in NUMBER.finditer(folded, start, end))
    bare: set[int] = set()  # days without a month
    reached = start
    for begin in sorted(begins):
        match = shapes.pattern.match(folded, begin, end) if begin >= reached else None
        if match is None:
            continue
        reached = match.end()
        fields = _fields(match, shapes)
        if shapes.compare is not None and shapes.compare.match(folded, match.end(), end):
            continue
        if days := _resolve(fields, published, shapes, ahead):
            year = shapes.relative.get(fields.get("rel", ""))
            own = "y" in fields or "yy" in fields or bool(year and year.unit == "year")
            seen.append((Dated(match.start(), match.end(), *days), own))
            if set(fields) == {"d"}:
                bare.add(match.start())
    if shapes.since_after:
        _same_month(seen, bare, folded, shapes)
    return _ranges(seen, folded, start, published, shapes)


def _fields(match: re.Match[str], shapes: Forms) -> dict[str, str]:
    index = 1
    for names in shapes.groups:
        if match.group(index) is not None:
            return {name: match.group(index + 1 + n) for n, name in enumerate(names) if match.group(index + 1 + n)}
        index += 1 + len(names)
    return {}


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
                if not own_year and first > other.last:
                    first = _shift(first, other.last.year - first.year - (first.month > other.last.month))
                if first <= other.last and _ranged(folded, one, other, start):
                    out.append(Dated(one.start, other.end, first, other.last))
                    n += 2
                    continue
        before = folded[max(start, one.start - 16) : one.start].rstrip()
        behind = folded[one.end : one.end + 4].lstrip()
        since = before.endswith(shapes.since) or behind.startswith(shapes.since_after)
        if published and since and one.first <= published[1]:
            one = Dated(one.start, one.end, one.first, max(published[1], one.last))
        out.append(one)
        n += 1
    return out


def _ranged(folded: str, one: Dated, other: Dated, start: int) -> bool:
    """A plain "and" joins a range only after "between"."""
    gap = folded[one.end : other.start].strip()
    if gap not in ("dan", "and", "и", "та", "і"):
        return True
    return folded[max(start, one.start - 14) : one.start].rstrip().endswith(("antara", "between", "между", "між"))


def _shift(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, monthrange(day.year + years, day.month)[1]))


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _resolve(
    fields: dict[str, str], published: tuple[date, date] | None, shapes: Forms, ahead: bool
) -> tuple[date, date] | None:
    try:
        return _days(fields, published, shapes, ahead)
    except (ValueError, OverflowError):
        return None  # an impossible day such as 31 June is no date


def _days(
    fields: dict[str, str], published: tuple[date, date] | None, shapes: Forms, ahead: bool
) -> tuple[date, date] | None:
    base = published[1] if published else None
    rel = shapes.relative.get(fields.get("rel", ""))
    part = shapes.parts.get(fields.get("part", ""))
    month = shapes.months.get(fields.get("month", "")) or (int(fields["m"]) if "m" in fields else None)
    year = int(fields["y"]) if "y" in fields else 2000 + int(fields["yy"]) if "yy" in fields else None
    weekday = shapes.weekdays.get(fields.get("weekday", ""))
    if year is None and rel and base and rel.unit == "year":
        year = base.year + rel.offset
    if "d" in fields:
        return _day(int(fields["d"]), month, year, weekday, rel, base, ahead)
    if month:
        if year is None:
            if base is None:
                return None
            year = _year_of(month, base, rel, ahead)
        return _part_of_month(*_month(year, month), part)
    if weekday is not None:
        return _weekday(weekday, rel, base, ahead)
    if rel and base and rel.unit not in ("year", "past", "next"):
        first, last = _relative(rel, base)
        return _part_of_month(first, last, part) if rel.unit == "month" else (first, last)
    if year is None and part and part.months and base:
        past = shapes.compare is not None and (rel is None or rel.unit == "past")
        year = base.year - (past and not ahead and part.months[0] > base.month)
    if year is None:
        return None
    if part and part.months:
        return date(year, part.months[0], 1), _month(year, part.months[1])[1]
    return date(year, 1, 1), date(year, 12, 31)


def _year_of(month: int, base: date, rel: Relative | None, ahead: bool) -> int:
    if rel and rel.unit == "past":
        return base.year - (month >= base.month)
    if rel and rel.unit == "next":
        return base.year + (month < base.month)
    if ahead:
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _part_of_month(first: date, last: date, part: Part | None) -> tuple[date, date]:
    if part and part.days:
        return first.replace(day=part.days[0]), last.replace(day=min(part.days[1], last.day))
    return first, last


def _day(
    day: int,
    month: int | None,
    year: int | None,
    weekday: int | None,
    rel: Relative | None,
    base: date | None,
    ahead: bool,
) -> tuple[date, date] | None:
    if month is None:
        if base is None:
            return None
        first, _ = _relative(rel, base) if rel and rel.unit in ("month", "year") else _month(base.year, base.month)
        if rel is None and day > base.day:
            first = (first - timedelta(days=1)).replace(day=1)
        found = first.replace(day=day)
        return found, found
    if year is not None:
        found = date(year, month, day)
        return found, found
    if base is None:
        return None
    years = range(base.year - 1, base.year + 2)
    days = [date(each, month, day) for each in years if day <= monthrange(each, month)[1]]
    if weekday is not None:
        days = [each for each in days if each.weekday() == weekday] or days
    near = timedelta(days=300 if ahead else 45)
    found = min(days, key=lambda each: (abs((each - base).days) + (400 if each > base + near else 0), each))
    return found, found


def _weekday(weekday: int, rel: Relative | None, base: date | None, ahead: bool) -> tuple[date, date] | None:
    if base is None:
        return None
    back = (base.weekday() - weekday) % 7
    found = base - timedelta(days=back)
    if rel and rel.unit == "week" and rel.offset:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=rel.offset)
        found = monday + timedelta(days=weekday)
    elif rel and rel.unit == "past" and back == 0:
        found -= timedelta(days=7)
    elif (rel and rel.unit == "next") or (ahead and rel is None and back):
        found += timedelta(days=7)
    return found, found


def _relative(rel: Relative, base: date) -> tuple[date, date]:
    if rel.unit == "day":
        day = base + timedelta(days=rel.offset)
        return day, day
    monday = base - timedelta(days=base.weekday())
    if rel.unit == "week":
        first = monday + timedelta(weeks=rel.offset)
        return first, first + timedelta(days=6)
    if rel.unit == "weekend":
        sunday = monday + timedelta(days=6) if rel.offset >= 0 else monday - timedelta(days=1)
        return sunday - timedelta(days=1), sunday
    if rel.unit == "month":
        months = base.year * 12 + base.month - 1 + rel.offset
        return _month(months // 12, months % 12 + 1)
    return date(base.year + rel.offset, 1, 1), date(base.year + rel.offset, 12, 31)


def iso(first: date, last: date) -> str:
    """Days as one ISO word: a day, a month, a year, or first/last."""
    if first == last:
        return first.isoformat()
    if (first, last) == _month(first.year, first.month):
        return f"{first.year:04d}-{first.month:02d}"
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"{first.year:04d}"
    return f"{first.isoformat()}/{last.isoformat()}"


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
            return _month(numbers[0], numbers[1])
        day = date(numbers[0], numbers[1], numbers[2])
    except (ValueError, IndexError):
        return None
    return day, day
