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
        text = text if part == str(ANNUAL_MONTH) else f"{text}{int(part):02d}" if part.isdigit() else f"{text} {part}"
    written = _written(text)
    if written is None:
        return Period(problem=f"{UNREADABLE}: {text[:20]!r}")
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
    month = re.fullmatch(r"([A-Za-z]{3})[a-z]*\.?[ -](\d{4})", text)
    if month and month[1].lower() in _MONTHS:
        return f"{month[2]}-{_MONTHS[month[1].lower()]:02d}"
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    return f"{german[3]}-{int(german[2]):02d}-{int(german[1]):02d}" if german else None
