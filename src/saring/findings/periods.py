"""Whose law is asked: the days of a dealing, cut where the law changes (law/rules 8)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from saring.days import Interval, interval, length, plus
from saring.measures import Lawbook, Situation
from saring.model import AsOfBasis, Dealing

_FLOW_DAYS = 31  # a written interval longer than a month is a flow or a total, not one act on an unknown day


def as_of(dealing: Dealing, option: str | None, book: Lawbook) -> tuple[str, AsOfBasis]:
    """The day or interval asked about, as written, and where it comes from; never the clock."""
    if option:
        return option, "option"
    if dealing.date:
        return dealing.date, "date"
    if dealing.published:
        return dealing.published, "published"
    return book.checked_on, "lawbook"


def days_asked(dealing: Dealing, written: str, basis: AsOfBasis) -> Interval:
    """The days asked about: an interval that somebody gave stays one, a vague publication date is its last day."""
    days = interval(written, "as_of" if basis == "option" else basis)
    if basis in ("published", "lawbook"):
        return days[1], days[1]
    landed = dealing.facts.get("import_date")
    if basis == "date" and isinstance(landed, str) and days[0] != days[1]:
        first, last = interval(landed, "facts.import_date")
        if days[0] <= first and last <= days[1]:
            return first, last  # rules 8: the day of import settles an uncertain day
    return days


def stretches(days: Interval, situation: Situation) -> tuple[Interval, ...]:
    """The days cut at each day on which this law changes."""
    cuts = situation.boundaries
    inside = cuts[bisect_right(cuts, days[0]) : bisect_left(cuts, plus(days[1], 1))]
    starts = (days[0], *inside)
    ends = (*(plus(cut, -1) for cut in inside), days[1])
    return tuple(zip(starts, ends, strict=True))


def is_flow(dealing: Dealing, written: str, days: Interval) -> bool:
    """Whether the dealing goes on over its days, so that the gravest stretch governs, or is one act on one of them."""
    return dealing.status == "ongoing" or ("/" in written and length(days) > _FLOW_DAYS)
