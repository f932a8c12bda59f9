"""Days that a text names, in any of the languages, complete or not: what is written, nothing guessed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saring.documents.wordlists import calendar


class DaySeen(NamedTuple):
    """A day, month or year as written at `[start, end)`; what the words do not say is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    bracketed: bool = False


_JAPANESE_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_NUMERIC = (
    rf"(?<![\d.]){_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)",
    r"(?<![\d./])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|(?<=/)\d\d)(?!\d)",
    r"(?<=\()(?P<d>\d{1,2})/(?P<m>\d{1,2})(?=\))",
    r"(?<!\d)(?P<m>\d\d)-(?P<d>\d\d)(?=[ ,]+\d\d:\d\d)",
)
_EASTERN = (
    rf"(?:{_YEAR}\s?년\s*)?(?<!\d)(?P<m>\d{{1,2}})월(?:\s*(?P<d>\d{{1,2}})일)?(?:\s?\((?P<w>[월화수목금토일])\))?",
    r"(?<![\d년월~∼.-])(?P<d>\d{1,2})일(?:\s?\((?P<w>[월화수목금토일])\))?(?!\s?(?:간|동안|째|만에|치|분|정도|가량))",
    rf"(?:{_YEAR}年)?(?<!\d)(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})[日号號])?(?:[(（](?P<w>[月火水木金土日])[)）])?",
    r"(?P<era>令和|平成|昭和)(?P<n>\d{1,2}|元)年(?:(?P<m>\d{1,2})月)?(?:(?P<d>\d{1,2})日)?",
    r"(?<![\d年月])(?P<d>\d{1,2})日(?![間程])(?:[(（](?P<w>[月火水木金土日])[)）])?",
)
_DIGITS = re.compile(r"\d+")
_REACH = 26
_BARE_YEAR = re.compile(
    r"(?:(?<![\d.,$€₩-])|(?<=(?:19|20)\d\d[-–]))(?:19|20)\d\d"
    r"(?=\s?(?:년|年|год|году|года|р\.|році|рік)|[-–](?:19|20)\d\d|(?:-го|-м)\b|[).,;:»”\"'’\n]|$|\s+[^\W\d])"
)
_NO_YEAR_AFTER = re.compile(
    r"\s?(?:ton|tonne|t\b|orang|unit|people|worker|soldier|troop|тонн|человек|солдат|рабоч|баррел|톤|명|km|км|"
    r"dolar|dollar|долл|руб|barel|barrel|kg|кг|meter|metre|метр|ekor|head|pekerja|tentara|personel|euro|units|mm|мм)",
    re.IGNORECASE,
)


class _Words(NamedTuple):
    """Compiled forms of the calendar's names."""

    months: dict[str, int]
    weekdays: dict[str, int]
    patterns: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]


def days_in(text: str, language: str) -> list[DaySeen]:
    """All days, months and years in order, the longest reading of each place; bare years come from `years_in`."""
    words = _words()
    found: list[DaySeen] = []
    for start, end in _near_digits(text):
        for pattern in words.patterns:
            for match in pattern.finditer(text, start, end):
                seen = _seen(match, text, language, words)
                if seen is not None:
                    found.append(seen)
    found.sort(key=lambda seen: (seen.start, -seen.end))
    kept: list[DaySeen] = []
    for seen in found:
        if not kept or seen.start >= kept[-1].end:
            kept.append(seen)
    return kept


def _near_digits(text: str) -> list[tuple[int, int]]:
    """The stretches of a text in which a date can stand: there is none without a digit."""
    near: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(text):
        start, end = max(0, match.start() - _REACH), match.end() + _REACH
        if near and start <= near[-1][1]:
            near[-1] = (near[-1][0], end)
        else:
            near.append((start, end))
    return near


def years_in(text: str) -> list[DaySeen]:
    """Years that stand alone; numbers of tonnes or people are none."""
    return [
        DaySeen(match.start(), match.end(), int(match.group()), None, None)
        for match in _BARE_YEAR.finditer(text)
        if not _NO_YEAR_AFTER.match(text, match.end())
    ]


@cache
def _words() -> _Words:
    listed = calendar()
    months = _numbers(listed.months)
    weekdays = _numbers({name: days for name, days in listed.weekdays.items() if name in listed.months})
    month = r"(?P<m>" + _any(months) + r")(?!\w)\.?"
    day = r"(?<![\d.,])(?P<d>\d{1,2})(?:st|nd|rd|th|-?го)?"
    written = (
        rf"{day}\s+(?:of\s+)?{month}(?:,?\s+{_YEAR})?",
        rf"(?<!\w){month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+{_YEAR})?",
        rf"(?<!\w){month},?\s+{_YEAR}",
    )
    weekday = "(?P<w>" + _any(weekdays) + r")(?!\w)\.?"
    patterns = tuple(re.compile(one, re.IGNORECASE) for one in (*written, *_NUMERIC, *_EASTERN))
    lead = r"(?:pada|tanggal|on|the|of|tgl\.?)?"
    return _Words(
        months,
        weekdays,
        patterns,
        re.compile(rf"(?<!\w){weekday}\s?[,(/|]?\s?{lead}\s*\(?$", re.IGNORECASE),
        re.compile(rf"\s?[,(]?\s?(?:в|во|у)?\s?{weekday}", re.IGNORECASE),
    )


def _numbers(named: dict[str, list[list[str]]]) -> dict[str, int]:
    return {
        form.casefold(): number
        for language in sorted(named)
        for number, forms in enumerate(named[language], start=1)
        for form in forms
    }


def _any(words: dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _seen(match: re.Match[str], text: str, language: str, words: _Words) -> DaySeen | None:
    """The day that a match says, or None for numbers that are no date."""
    parts = match.groupdict()
    year, month, day = _year(parts), _month(parts.get("m"), words), int(parts["d"]) if parts.get("d") else None
    if year is None and month is None and day is None:
        return None
    weekday = _weekday(match, text, parts.get("w"), words)
    numeric = parts.get("m") is not None and parts["m"].isdigit() and parts.get("sep") is not None
    if numeric and month and day and day <= 12 and month > 12:
        day, month = month, day  # month/day/year, as American pages write
    elif numeric and language == "en" and day and month and day <= 12 and parts["sep"] == "/":
        return None  # English readers write both orders
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    bracketed = text[max(0, match.start() - 1) : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
    return DaySeen(match.start(), match.end(), year, month, day, weekday, bracketed)


def _year(parts: dict[str, str | None]) -> int | None:
    if parts.get("era"):
        number = parts.get("n")
        return _JAPANESE_ERAS[str(parts["era"])] + (1 if number == "元" else int(number or 0))
    written = parts.get("y")
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _month(written: str | None, words: _Words) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else words.months.get(written.casefold())


def _weekday(match: re.Match[str], text: str, written: str | None, words: _Words) -> int | None:
    """The weekday in the words themselves, just before them or just after."""
    if written:
        for names in ("ko", "ja"):
            for number, forms in enumerate(calendar().weekdays[names], start=1):
                if written in forms:
                    return number
    before = words.before.search(text, max(0, match.start() - 26), match.start())
    if before is None:
        before = words.after.match(text, match.end(), match.end() + 18)
    return words.weekdays.get(before.group("w").casefold()) if before else None


@cache
def weekday_words() -> re.Pattern[str]:
    """Weekdays by name alone, group `w`; `weekday_number` says which."""
    return re.compile("(?<!\\w)(?P<w>" + _any(_words().weekdays) + ")(?!\\w)", re.IGNORECASE)


def weekday_number(word: str) -> int | None:
    """1 for Monday to 7 for Sunday."""
    return _words().weekdays.get(word.casefold())
