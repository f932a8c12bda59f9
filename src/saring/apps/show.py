"""Showing to people: what screen there is, and with which questions."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from saring.reports.screen import Screen

if TYPE_CHECKING:
    from saring.model import Dealing, Failure

WIDTH_WHEN_PIPED = 100


def terminal() -> Screen:
    """The screen behind standard output: coloured only on a terminal and without NO_COLOR, plain when piped."""
    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((WIDTH_WHEN_PIPED, 24)).columns
    dumb = os.environ.get("TERM") == "dumb"
    return Screen(width=width, colour=is_terminal and not dumb and not os.environ.get("NO_COLOR"))


def questions(lang: str) -> dict[str, str]:
    """The question to put to a person for each fact of the law."""
    from saring.law import load

    return {name: getattr(fact.ask, lang) for name, fact in load().facts.items()}


def show_determinations(found: tuple[Any, ...], dealing: Dealing | None, lang: str) -> None:
    """Print the determinations of one dealing for people."""
    import msgspec

    from saring.model import Determination
    from saring.reports import render_dealing

    judged = tuple(answer for answer in found if isinstance(answer, Determination))
    if dealing is not None and judged:
        shown = msgspec.structs.replace(dealing, determinations=judged)
        sys.stdout.write(render_dealing(shown, lang=lang, questions=questions(lang), screen=terminal()))
    failures: list[Failure] = [answer for answer in found if not isinstance(answer, Determination)]
    for failure in failures:
        sys.stdout.write(f"{failure.id}: {failure.error.message}\n")
