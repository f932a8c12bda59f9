"""Which days a date means: fields of a date reckoned from the day of publication, as exactly as that is known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from saring.reading.pack_forms import Part, Relative

Days = tuple[date, date]
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
EXACT = {"day": 0, "week": 6, "weekend": 6, "month": 31}  # how many days a day of publication may span at most
CUMULATIVE = 6  # months from January on: a period that has to be over before it is told


@dataclass(frozen=True, slots=True)
class Fields:
    """What the words of a date say; a field that they do not give is None."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    rel: Relative | None = None
    part: Part | None = None


def year_written(fields: Mapping[str, str]) -> int | None:
    """The year that stands in the words: in four digits, in two, or counted in a Japanese era."""
    if "y" in fields:
        return int(fields["y"])
    if "yy" in fields:
        return 2000 + int(fields["yy"])
    if "era" in fields:
        return ERAS[fields["era"]] + (1 if fields["ey"] == "元" else int(fields["ey"]))
    return None


def reckon(said: Fields, published: Days | None, ahead: bool, year: int | None = None) -> Days | None:
    """The days that a date covers, or nothing when they cannot be told; `ahead` where a plan is spoken of.

    `year` is that of which the text has been speaking; without a day of publication it stands for a month's own.
    """
    if published is None and said.year is None and said.month and said.rel is None:
        said = replace(said, year=year)
    try:
        return _days(said, published, ahead)
    except (ValueError, OverflowError):
        return None  # an impossible day such as 31 June is no date


def month_of(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _known(unit: str, published: Days | None) -> date | None:
    """The day from which to count such units, where publication is known exactly enough."""
    if published is None or (published[1] - published[0]).days > EXACT.get(unit, 366):
        return None
    return published[1]


def _days(said: Fields, published: Days | None, ahead: bool) -> Days | None:
    base, rel, part, year = published[1] if published else None, said.rel, said.part, said.year
    if year is None and rel and base and rel.unit == "year":
        year = base.year + rel.offset
    if said.day is not None:
        return _day(said, year, published, ahead)
    if said.month:
        if year is None:
            if base is None:
                return None
            year = _year_of(said.month, base, rel, ahead)
        return _part_of_month(*month_of(year, said.month), part)
    if said.weekday is not None:
        return _weekday(said.weekday, rel, _known("week" if rel and rel.unit == "week" else "day", published), ahead)
    if rel and rel.unit not in ("year", "past", "next"):
        near = _known(rel.unit, published)
        if near is None:
            return None
        first, last = _relative(rel, near)
        return _part_of_month(first, last, part) if rel.unit == "month" else (first, last)
    if year is None and part and part.months and base:
        year = _year_of_part(part.months, base, rel, ahead)
    if year is None:
        return None
    if part and part.months:
        return date(year, part.months[0], 1), month_of(year, part.months[1])[1]
    return date(year, 1, 1), date(year, 12, 31)


def _year_of_part(months: tuple[int, int], base: date, rel: Relative | None, ahead: bool) -> int:
    """The year of a season, quarter or half without one."""
    if rel and rel.unit == "next":
        return base.year + (months[0] <= base.month)
    if rel and rel.unit == "past":
        return base.year - (months[1] >= base.month)
    if ahead:
        return base.year + (months[1] < base.month)
    begun = base.month if months[0] > 1 or months[1] < CUMULATIVE else base.month - months[1]
    return base.year - (months[0] > begun)


def _year_of(month: int, base: date, rel: Relative | None, ahead: bool) -> int:
    if rel and rel.unit == "past":
        return base.year - (month >= base.month)
    if rel and rel.unit == "next":
        return base.year + (month < base.month)
    if ahead:
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _part_of_month(first: date, last: date, part: Part | None) -> Days:
    if part and part.days:
        return first.replace(day=part.days[0]), last.replace(day=min(part.days[1], last.day))
    return first, last


def _day(said: Fields, year: int | None, published: Days | None, ahead: bool) -> Days | None:
    day, rel, month = said.day or 1, said.rel, said.month
    if month is None:
        near = _known("month", published)
        if near is None:
            return None
        first, _ = _relative(rel, near) if rel and rel.unit in ("month", "year") else month_of(near.year, near.month)
        if rel is None and day > near.day:
            first = (first - timedelta(days=1)).replace(day=1)
        found = first.replace(day=day)
        return found, found
    if year is not None:
        found = date(year, month, day)
        return found, found
    if published is None:
        return None
    base = published[1]
    years = range(base.year - 1, base.year + 2)
    days = [date(each, month, day) for each in years if day <= monthrange(each, month)[1]]
    if said.weekday is not None:
        days = [each for each in days if each.weekday() == said.weekday] or days
    near_by = timedelta(days=300 if ahead else 45)
    found = min(days, key=lambda each: (abs((each - base).days) + (400 if each > base + near_by else 0), each))
    return found, found


def _weekday(weekday: int, rel: Relative | None, base: date | None, ahead: bool) -> Days | None:
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


def _relative(rel: Relative, base: date) -> Days:
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
        return month_of(months // 12, months % 12 + 1)
    return date(base.year + rel.offset, 1, 1), date(base.year + rel.offset, 12, 31)
