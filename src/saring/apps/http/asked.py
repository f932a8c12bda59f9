"""What a call asks, whatever door it comes through: dates, words and members that can be."""

from __future__ import annotations

from typing import Any

from saring.model import SaringError


def asked_day(as_of: str | None, where: str = "as_of", *, single: bool = False) -> str | None:
    """A date of a query, once it is known to be in the calendar; an empty one is none."""
    from saring.days import interval

    if not as_of:
        return None
    if single and "/" in as_of:
        raise SaringError("bad_date", where, f"{as_of!r} is an interval", "YYYY-MM-DD, YYYY-MM or YYYY")
    interval(as_of, where)
    return as_of


def members(given: Any, allowed: dict[str, type], where: str = "body") -> dict[str, Any]:
    """The members of an object, none of them unknown or of a wrong type; null stands for a member left out."""
    if not isinstance(given, dict):
        raise SaringError("bad_type", where, "it is no JSON object", f"an object with {', '.join(allowed)}")
    for key, value in given.items():
        if key not in allowed:
            raise SaringError("unknown_key", where, f"unknown key {key!r}", ", ".join(allowed))
        kind = allowed[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise SaringError("bad_type", f"{where}, {key}", "a value of a wrong type", kind.__name__)
    return given


def last_day(words: str | None, where: str = "on") -> str | None:
    """The last day of a written date."""
    from saring.days import interval

    day = asked_day(words, where, single=True)
    if where != "on" and day is None:
        raise SaringError("bad_date", where, "it is empty", "YYYY-MM-DD, YYYY-MM or YYYY")
    return interval(day, where)[1] if day else None


def known(word: str | None, words: tuple[str, ...], where: str) -> None:
    """Refuse a word that is none of these; an empty one is none."""
    if word and word not in words:
        raise SaringError("unknown_word", where, f"{word!r} is not known", ", ".join(words))
