"""Days and intervals: a date is a day, a month, a year or first/last, both ends inside."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from saring.model import SaringError

Interval = tuple[str, str]
_SHAPES = "YYYY-MM-DD, YYYY-MM, YYYY or first/last"


def interval(text: str, where: str = "date") -> Interval:
    """First and last day of a written date."""
    if "/" in text:
        left, _, right = text.partition("/")
        first, last = interval(left.strip(), where)[0], interval(right.strip(), where)[1]
        if first > last:
            raise SaringError("bad_date", where, f"{text!r} ends before it begins", _SHAPES)
        return first, last
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text, re.ASCII)
    if not found:
        raise SaringError("bad_date", where, f"{text!r} is no date", _SHAPES)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
        final = 12 if month is None else month
        end = start if day is not None else dt.date(start.year, final, calendar.monthrange(start.year, final)[1])
    except ValueError:
        raise SaringError("bad_date", where, f"{text!r} is not in the calendar", _SHAPES) from None
    return start.isoformat(), end.isoformat()


def plus(day: str, days: int) -> str:
    """The day so many days later (or earlier)."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def length(span: Interval) -> int:
    """How many days the interval holds."""
    return (dt.date.fromisoformat(span[1]) - dt.date.fromisoformat(span[0])).days + 1
