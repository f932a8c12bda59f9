"""The year of a day that a text names without one.

Weekday, day and month leave few years; the full dates and years that the text names and the names that belong to a
time choose between them. While more than one year is likely, none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from saring.documents.cues import has_near
from saring.documents.dates import DaySeen, weekday_number, weekday_words, years_in
from saring.documents.limits import FIRST_YEAR, LAST_YEAR
from saring.documents.wordlists import eras

LEAD = 700
"""Code points at the start in which a bare weekday is that of the dateline."""

_LAWS = re.compile(r"resol|резол|결의|决议|決議|treaty|undang|adopted|disahkan|принят|채택", re.IGNORECASE)


class Window(NamedTuple):
    """The time in which the text must have been written: not before `floor`, seldom after `ceiling`.

    `named` is the floor that the text itself names, law and names of the time left out; `whole` when that is a year.
    """

    floor: date
    ceiling: date
    named: date | None
    whole: bool


def window(text: str, days: list[DaySeen], recent: list[DaySeen]) -> Window:
    """The window that the days, the years and the names of a text leave open."""
    named: list[tuple[date, bool, bool]] = []
    for seen in [*days, *years_in(text)]:
        if seen.year is None or not FIRST_YEAR <= seen.year <= LAST_YEAR or has_near(text, seen, "future"):
            continue
        day = real_day(seen.year, seen.month or 1, seen.day or 1)
        lawful = bool(_LAWS.search(text, max(0, seen.start - 60), seen.end + 40)) and seen not in recent
        if day:
            named.append((day, seen.month is None, lawful))
    floor = max((day for day, _, _ in named), default=date(FIRST_YEAR, 1, 1))
    said = max(((day, whole) for day, whole, lawful in named if not lawful), default=None)
    ceiling = date(LAST_YEAR, 12, 31)
    for since, until in _eras_of(text):
        floor = max(floor, since)
        if until >= floor:
            ceiling = min(ceiling, until)
    ceiling = ceiling if ceiling >= floor else date(LAST_YEAR, 12, 31)
    return Window(floor, ceiling, said[0] if said else None, said[1] if said else False)


def _eras_of(text: str) -> Iterator[tuple[date, date]]:
    """Since and until of the names in the text, the latest first, so that a former holder does not close the window."""
    automaton, spans = _era_words()
    found = set()
    for number, start, end in automaton.find_matches_as_indexes(text):
        # "12397 tonnes" names no resolution.
        if not (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()):
            found.add(spans[number])
    yield from sorted(found, reverse=True)


@cache
def _era_words() -> tuple[Any, list[tuple[date, date]]]:
    """An automaton of all words of `eras.toml`, and the span of each in its order."""
    import ahocorasick_rs

    words: list[str] = []
    spans: list[tuple[date, date]] = []
    for era in eras():
        since = date.fromisoformat(era.since)
        until = date.fromisoformat(era.until) if era.until else date(9999, 12, 31)
        words += era.words
        spans += [(since, until)] * len(era.words)
    return ahocorasick_rs.AhoCorasick(words), spans


def year_of(text: str, seen: DaySeen, span: Window, known: date | None) -> int | None:
    """The year of a day without one, or None while more than one is likely."""
    if seen.year:
        return seen.year
    weekday = seen.weekday or (_weekday_of_lead(text) if seen.start < LEAD else None)
    real = [day for year in range(FIRST_YEAR, LAST_YEAR + 1) if (day := real_day(year, seen.month or 1, seen.day or 1))]
    if known is not None:
        near = [day for day in real if abs(day - known) <= timedelta(days=45)]
        return near[0].year if near else None
    fitting = [day for day in real if weekday is None or day.isoweekday() == weekday]
    likely = [day for day in fitting if span.floor <= day <= span.ceiling]
    if not likely:
        # A text may name the year that is going on; its first of January is then no floor of the month.
        likely = [day for day in fitting if day >= span.floor]
    if not likely:
        return None
    first = likely[0]
    if span.named and span.whole and first.year == span.named.year and first.month <= 3 and weekday is None:
        # Early in a year, a year named by its number is the one before.
        first = next((day for day in likely if day.year == span.named.year + 1), first)
    if len(likely) == 1:
        return first.year
    if weekday is not None:
        return first.year if first - span.floor <= timedelta(days=1100) else None
    return first.year if span.named and timedelta(0) <= first - span.named <= timedelta(days=460) else None


def _weekday_of_lead(text: str) -> int | None:
    """The first weekday that stands alone in the lead: of a dated story it is the day of the dateline."""
    found = weekday_words().search(text, 0, LEAD)
    return weekday_number(found.group("w")) if found and len(found.group("w")) > 3 else None


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None  # 29 February of a common year


def full_day(seen: DaySeen) -> date | None:
    """The day that is written in full, or None."""
    return real_day(seen.year, seen.month, seen.day) if seen.year and seen.month and seen.day else None
