"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from saring.model import Screen

F = TypeVar("F", bound=Callable[..., Any])
MAX_SIZE = 10_000_000
SINGLE = "YYYY-MM-DD, YYYY-MM or YYYY"


class Day(click.ParamType[str]):
    """A date of the contract; `single` leaves out intervals."""

    name = "date"

    def __init__(self, *, single: bool = False) -> None:
        self.single = single

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The words as given, once they are known to be in the calendar."""
        from saring.apps.cli import WrongOption
        from saring.days import interval
        from saring.model import SaringError

        where = (param.metavar if isinstance(param, click.Argument) else param.opts[0]) if param else None
        where = where or "date"
        words = str(value).strip()
        if self.single and "/" in words:
            raise WrongOption(where, f"{words!r} is an interval", SINGLE, "bad_date")
        try:
            interval(words, where)
        except SaringError as error:
            allowed = SINGLE if self.single else error.allowed
            raise WrongOption(where, error.message, allowed, "bad_date") from None
        return words


class Code(click.ParamType[str]):
    """An HS code; dots are left out, and a longer national code is cut to its six digits."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The digits, once they are known to be a code."""
        from saring.apps.cli import WrongOption

        digits = str(value).strip().replace(".", "")
        if not (digits.isascii() and digits.isdigit() and 2 <= len(digits) <= 10):
            where = param.opts[0] if param else "code"
            raise WrongOption(where, f"{str(value)!r} is no HS code", "2 to 6 digits; longer national codes up to 10")
        return digits[:6]


def as_of_option(function: F) -> F:
    """`--as-of DATE`: whose law is asked."""
    text = "Ask the law of this date (day, month, year or first/last), not of the dealing's own."
    return click.option("--as-of", type=Day(), metavar="DATE", help=text)(function)


def published_option(function: F) -> F:
    """`--published DATE`: when the document appeared."""
    text = "When the documents were published (day, month or year), where they do not say."
    return click.option("--published", type=Day(single=True), metavar="DATE", help=text)(function)


def lang_option(function: F) -> F:
    """`--lang en|id`: the language of reasons, caveats and everything for people."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "id"]),
        default="en",
        show_default=True,
        help="Language of reasons and reports.",
    )(function)


def max_size_option(function: F) -> F:
    """`--max-size BYTES`: the largest document that is read."""
    return click.option(
        "--max-size",
        type=click.IntRange(min=1),
        default=MAX_SIZE,
        show_default=True,
        metavar="BYTES",
        help="Refuse larger documents.",
    )(function)


def lists_option(function: F) -> F:
    """`--lists NAME,…`: the installed lists with which names are compared; `all` for every one."""
    return click.option(
        "--lists",
        metavar="NAME,…|all",
        help="Compare parties and ships with these installed lists (see `saring lists status`).",
    )(function)


def screen_of(lists: str | None, as_of: str | None) -> Screen | None:
    """What compares the names of a dealing with the lists asked for, in their versions as of a date; none asked: None."""
    if lists is None:
        return None
    from functools import partial

    from saring.days import interval
    from saring.screening import open_lists, screen_dealing

    names = () if lists == "all" else tuple(name.strip() for name in lists.split(",") if name.strip())
    return partial(screen_dealing, screener=open_lists(names, interval(as_of)[1] if as_of else None))
