"""Times as trade tables write them: years, months, days and quarters in the shapes of statistics, as a date of the contract."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from saring.days import interval
from saring.model import SaringError

MISSING = "the date is missing"
UNREADABLE = "no date"
EITHER = "the date can be read with the day or the month first (say --dates)"
ANNUAL_MONTH = 52  # UN Comtrade writes the whole year as month 52
EARLIEST, LATEST = 1900, 2100


class Period(NamedTuple):
    """A date of the contract (day, month, year or first/last), or why there is none."""

    date: str = ""
    problem: str | None = None


@cache
def read_period(value: object, month: object = None) -> Period:
    """What a cell (and the cell of its month) says about the time."""
    text = _text(value)
    if not text:
        return Period(problem=MISSING)
    part = _text(month)
    if part and re.fullmatch(r"\d{4}", text):
        month_number = _month(part)
        text = text if part == str(ANNUAL_MONTH) else f"{text}-{month_number:02d}" if month_number else f"{text} {part}"
    written = _written(text)
    if written is None or "-00" in written:  # month 00 and day 00 are in no calendar
        either = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}", text)
        return Period(problem=f"{EITHER if either else UNREADABLE}: {text[:20]!r}")
    try:
        first = interval(written)[0]
    except SaringError:
        return Period(problem=f"{UNREADABLE}: {text[:20]!r}")
    if not EARLIEST <= int(first[:4]) <= LATEST:
        return Period(problem=f"{UNREADABLE}: {text[:20]!r}")
    return Period(written)


def _text(value: object) -> str:
    if value is None or value != value:  # noqa: PLR0124 - NaN is not equal to itself
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    text = re.sub(r"^(\d+)\.0+$", r"\1", str(value).strip())
    return "" if text.upper() in ("NA", "NAN", "NULL", "NONE") else text


_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTHS |= {"mei": 5, "agu": 8, "ags": 8, "agt": 8, "okt": 10, "des": 12, "peb": 2, "nop": 11, "mrt": 3}


def _named(word: str) -> int | None:
    """The number of a month by its name or its first letters, English or Indonesian."""
    return _MONTHS.get(word.casefold()[:3])


def _month(part: str) -> int | None:
    """The number of a month as its own cell has it: 3, 03, March, "[03] Maret"."""
    number = re.match(r"\[?(\d{1,2})\]?(?:\D|$)", part)
    found = int(number[1]) if number else _named(part) if re.fullmatch(r"[A-Za-z]{3,}\.?", part) else None
    return found if found and 1 <= found <= 12 else None


def ordered(text: str, day_first: bool) -> str:
    """A date of three numbers with the year last as year-month-day; any other text as it is."""
    found = re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: \d{1,2}:\d{2}.*)?\s*", text)
    if found is None:
        return text
    day, month = (found[1], found[2]) if day_first else (found[2], found[1])
    return f"{found[3]}-{int(month):02d}-{int(day):02d}"


def _written(text: str) -> str | None:
    """The date in the shapes of the contract; None where the text is no date, or one that could be read in two ways."""
    if re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?)?", text):
        return text
    if re.fullmatch(r"\d{6}", text):
        return text[:4] if text[4:] == str(ANNUAL_MONTH) else f"{text[:4]}-{text[4:]}"
    if re.fullmatch(r"\d{8}", text):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    day = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$", text)
    if day:
        return f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}"
    quarter = re.fullmatch(r"(\d{4})[- ]?Q([1-4])", text, re.IGNORECASE)
    if quarter:
        start = 3 * int(quarter[2]) - 2
        return f"{quarter[1]}-{start:02d}/{quarter[1]}-{start + 2:02d}"
    month = re.fullmatch(
        r"([A-Za-z]{3,})\.?[ -](\d{4})|(\d{4})[ -]([A-Za-z]{3,})\.?|(\d{1,2})/(\d{4})|(\d{4})/(\d{1,2})", text
    )
    if month:
        year = month[2] or month[3] or month[6] or month[7]
        number = _month(month[1] or month[4] or month[5] or month[8])
        return f"{year}-{number:02d}" if number else None
    worded = re.fullmatch(r"(\d{1,2})[ .-]*([A-Za-z]{3,})\.?[ ,-]+(\d{4})|([A-Za-z]{3,})\.? (\d{1,2}),? (\d{4})", text)
    if worded:
        number = _named(worded[2] or worded[4])
        return f"{worded[3] or worded[6]}-{number:02d}-{int(worded[1] or worded[5]):02d}" if number else None
    numbers = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}.*)?", text)
    if numbers is None:
        return None
    # Dots are written between day, month and year; with other marks only a number above twelve tells which is the day.
    if numbers[2] == "." or int(numbers[1]) > 12 or numbers[1] == numbers[3]:
        return ordered(text, day_first=True)
    return ordered(text, day_first=False) if int(numbers[3]) > 12 else None
