"""The day of publication: given, stated by the document, or inferred from the days that its text names.

Articles often name a day without its year, "Minggu (6/11)". Weekday, day and month leave few years; full dates, years
and names that belong to a time choose between them. What stays ambiguous is left open.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from saring.documents.cues import has, has_near
from saring.documents.dates import DaySeen, days_in
from saring.documents.limits import LAST_YEAR
from saring.documents.noise import Line
from saring.documents.opened import folded
from saring.documents.years import LEAD, Window, full_day, real_day, window, year_of
from saring.model import Noise, SaringError

_CLOCK = re.compile(r",?\s+\d{1,2}:\d\d(?!\d)")
# They speak of other articles and of other days.
_SILENT = frozenset({"caption", "teaser", "repeat", "copyright"})
_STAMP_MOST = 130
_BYLINE_MOST = 90
_BYLINE_SPARE = 6
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?!\d)|\d{1,2}시|\d{1,2}時|WIB|WITA|GMT|UTC|ET\b|KST|МСК")
_REPORTER = re.compile(
    r"기자|특파원|記者|记者|\b(?:oleh|penulis|reporter|pewarta|by|автор|корр)\b|[|(（/–—-]", re.IGNORECASE
)


class Published(NamedTuple):
    """A day, month or year (ISO 8601) and whether the document states it; `stamp` is the line that does."""

    when: str | None
    stated: bool = False


class Hints(NamedTuple):
    """Where to look: the noise of the text, the span of its dateline, the starts of its date lines."""

    noise: list[Noise]
    dateline: tuple[int, int] | None
    stamps: frozenset[int]


def checked_day(words: str, where: str) -> str:
    """A given day, month or year as it stands; raises `bad_date` for an impossible one."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", words.strip())
    try:
        if found is None:
            raise ValueError(words)
        date(int(found.group(1)), int(found.group(2) or 1), int(found.group(3) or 1))
    except ValueError as problem:
        raise SaringError("bad_date", where, f"no date: {words[:40]}", "YYYY-MM-DD, YYYY-MM or YYYY") from problem
    return words.strip()


def stamps_in(lines: list[Line], language: str) -> frozenset[int]:
    """The starts of short lines near the top or the end that hold a date and no sentence."""
    found = set()
    for line in [*lines[:20], *lines[-12:]]:
        if len(line.words) <= _STAMP_MOST and _stamp_like(line.words, language):
            found.add(line.start)
    return frozenset(found)


def _stamp_like(words: str, language: str) -> bool:
    """A date with little beside it: a time, a label, a name or two; or a date right after `date`."""
    days = [seen for seen in days_in(words, language) if seen.day is not None and seen.month is not None]
    if not days:
        return False
    rest = words[: days[0].start] + " " + words[days[-1].end :]
    timed = _TIME.search(rest)
    spare = len(re.findall(r"[^\W\d]{2,}", rest))
    if spare > 2 and words.endswith((".", "!", "?", "。")):
        return False
    label = has(words, "published") or has(words, "updated")
    full = days[0].year is not None
    if full and spare <= _BYLINE_SPARE and _at_edge(words, days) and _REPORTER.search(rest):
        return True  # "2025.08.20 Outlet (OUT) Name 기자"
    return spare <= 3 or bool(timed and (full or spare <= 3) and spare <= 12) or (label and full and spare <= 10)


def _at_edge(words: str, days: list[DaySeen]) -> bool:
    """Whether a short line begins or ends with its day."""
    return len(words) <= _BYLINE_MOST and (days[0].start <= 1 or len(words.rstrip(" .)")) - days[-1].end <= 9)


def sure_stamp(words: str) -> bool:
    """Whether a line of a date can be no picture's: it has a time of day, a label or a reporter beside the date."""
    return bool(_TIME.search(words) or "기자" in words) or has(words, "published") or has(words, "updated")


def published_of(text: str, lines: list[Line], language: str, hints: Hints) -> Published:
    """The best day that the text supports, or none."""
    words = folded(_without_noise(text, hints.noise))
    days = days_in(words, language)
    header = _stated(words, lines, days, hints)
    if header and header.year and header.month and header.day:
        return Published(_nudged(header, days), stated=True)
    recent = [seen for seen in days if _recent(words, seen, hints)]
    span = window(words, days, recent)
    full = [day for seen in recent if (day := full_day(seen)) and day.year <= LAST_YEAR]
    if header and header.year and header.month:
        within = [day for day in full if (day.year, day.month) == (header.year, header.month)]
        return Published(max(within).isoformat() if within else f"{header.year}-{header.month:02d}", stated=True)
    found = max(full, default=None)
    lead = header or _first_bare(recent, hints)
    if lead is not None and (year := year_of(words, lead, span, found)):
        found = max(found or date.min, date(year, lead.month or 1, lead.day or 1))
    found = _later(recent, found)
    if found is not None:
        return Published(found.isoformat())
    return Published(_month_only(words, days, span))


def _stated(text: str, lines: list[Line], days: list[DaySeen], hints: Hints) -> DaySeen | None:
    """The date of the first date line, those that speak of an update last; "date 2025-07-20" opens crawled pages."""
    if lines and re.match(r"date:? \d{4}-\d\d", lines[0].words, re.IGNORECASE):
        first = next((seen for seen in days if seen.start < lines[0].start + 12), None)
        if first is not None:
            return first
        month = re.match(r"date:? (\d{4})-(\d\d)", lines[0].words, re.IGNORECASE)
        if month and 1 <= int(month.group(2)) <= 12:
            return DaySeen(lines[0].start, lines[0].start + month.end(), int(month.group(1)), int(month.group(2)), None)
    clocked = next(
        (seen for seen in days if seen.start < LEAD and seen.year and seen.day and _CLOCK.match(text, seen.end)), None
    )
    if (
        clocked is not None
        and clocked.month
        and not any(line.start <= clocked.start < line.end for line in _stamped(lines, hints))
    ):
        return clocked  # a stamp that the page glued to its first words
    plain: list[DaySeen] = []
    updated: list[DaySeen] = []
    for line in _stamped(lines, hints):
        inside = [seen for seen in days if line.start <= seen.start < line.end and seen.day and seen.month]
        late = has(line.words, "updated") and not has(line.words, "published")
        (updated if late else plain).extend(inside[:1])
    best = [seen for seen in plain if seen.year] or [seen for seen in updated if seen.year] or plain or updated
    return best[0] if best else None


def _stamped(lines: list[Line], hints: Hints) -> list[Line]:
    return [line for line in lines if line.start in hints.stamps]


def _nudged(header: DaySeen, days: list[DaySeen]) -> str:
    """The stated day, or the day up to three days later that the text names with its weekday.

    Pages of another time zone are stamped a day early, and some stamps are the day of the crawl's list.
    """
    stated = full_day(header)
    if stated is None:
        return f"{header.year}-{header.month:02d}"
    if stated.year > LAST_YEAR:
        return stated.isoformat()
    later = [stated]
    for seen in days:
        if seen.weekday and seen.month and seen.day and seen.start != header.start and seen.year in (None, stated.year):
            day = real_day(stated.year, seen.month, seen.day)
            if day and day.isoweekday() == seen.weekday and timedelta(0) < day - stated <= timedelta(days=3):
                later.append(day)
    return max(later).isoformat()


def _recent(text: str, seen: DaySeen, hints: Hints) -> bool:
    """A day on which something was just said or done: with its weekday, in brackets, in the dateline, by a verb."""
    if seen.day is None or seen.month is None or has_near(text, seen, "future"):
        return False
    if hints.dateline and hints.dateline[0] <= seen.start < hints.dateline[1]:
        return True
    return bool(seen.weekday) or seen.bracketed or has_near(text, seen, "reported")


def _first_bare(recent: list[DaySeen], hints: Hints) -> DaySeen | None:
    """The day without a year that leads: of the dateline, else with a weekday, else of a verb of saying."""
    bare = [seen for seen in recent if seen.year is None]
    if hints.dateline:
        for seen in bare:
            if hints.dateline[0] <= seen.start < hints.dateline[1]:
                return seen
    return next((seen for seen in bare if seen.weekday), bare[0] if bare else None)


def _later(recent: list[DaySeen], found: date | None) -> date | None:
    """The latest of the other days without a year that lie close after the day that was found."""
    if found is None:
        return None
    best = found
    for seen in recent:
        if seen.year is None and seen.month and seen.day:
            for year in (found.year, found.year + 1):
                day = real_day(year, seen.month, seen.day)
                fits = day is not None and (seen.weekday is None or day.isoweekday() == seen.weekday)
                if day is not None and fits and timedelta(0) < day - found <= timedelta(days=10):
                    best = max(best, day)
    return best


def _month_only(text: str, days: list[DaySeen], span: Window) -> str | None:
    """The month of the latest day that the text names without a year, when it names the year elsewhere."""
    if span.named is None:
        return None
    months = [
        seen.month
        for seen in days
        if seen.year is None and seen.month and seen.day and not has_near(text, seen, "future")
    ]
    if not months or span.floor > date(span.named.year, 12, 31):
        return None
    # Early in a year, a year named by its number is the one before.
    year = span.named.year + (1 if span.whole and max(months) <= 3 and span.named.year < LAST_YEAR else 0)
    return f"{year}-{max(months):02d}"


def _without_noise(text: str, noise: list[Noise]) -> str:
    """The text with captions and teasers blanked out, every other character in its place."""
    pieces: list[str] = []
    place = 0
    for one in noise:
        if one.why in _SILENT and place <= one.start < len(text):
            pieces += [text[place : one.start], " " * (min(one.end, len(text)) - one.start)]
            place = one.end
    return "".join([*pieces, text[place:]])
