"""Sentences about the law for people: how each was judged, and the reason in the reader's language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from saring.model import LegalClaim

_FOLDER = Path(__file__).parent / "words"


def judged_as(claim: LegalClaim) -> str:
    """`right`, `wrong` or `unjudged`; a sentence whose resolution alone was compared is not called right."""
    if claim.correct is None or (claim.correct and claim.provision and claim.provision.count("-") < 2):
        return "unjudged"
    return "right" if claim.correct else "wrong"


def note_in(note: str | None, lang: str) -> str:
    """The reason of a judgment in a language: written in English, and put into others by its form."""
    if not note or lang == "en":
        return note or ""
    for form, said in _forms(lang):
        found = form.fullmatch(note)
        if found:
            return said.format(**found.groupdict())
    return note


@cache
def _forms(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each English reason as a pattern, with the same in the language."""
    pairs = tomllib.loads((_FOLDER / f"claims_{lang}.toml").read_text(encoding="utf-8"))["notes"]
    return tuple((re.compile(_pattern(english)), said) for english, said in pairs)


def _pattern(english: str) -> str:
    parts = re.split(r"\{(\w+)\}", english)
    return "".join(f"(?P<{part}>.+)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
