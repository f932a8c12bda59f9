"""What a sweep says to people in their language: summary, notes, progress and page; the words stand in `words/`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from saring.model import SaringError

WORDS = Path(__file__).with_name("words")


@cache
def words(lang: str) -> dict[str, dict[str, str]]:
    """The words of a language by part and key; an unknown language is an error."""
    path = WORDS / f"{lang}.toml"
    if not path.is_file():
        raise SaringError("unknown_word", "lang", f"{lang!r} is not spoken here", "en, id")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def number(amount: float, lang: str, form: str = ",.0f") -> str:
    """A number as the language writes it: 1,234.5 in English, 1.234,5 in Indonesian."""
    told = format(amount, form)
    return told.translate(str.maketrans(",.", ".,")) if lang == "id" else told


def problem(said: str, lang: str) -> str:
    """A problem of a row as a judged table holds it, in a language; what a cell held stays as it is."""
    keys = {phrase: key for key, phrase in words("en")["problem"].items()}
    own = words(lang)["problem"]
    return ": ".join(own[keys[part]] if part in keys else part for part in said.split(": "))


class Note(NamedTuple):
    """Something to be said of a table: the key of its sentence, and what stands in it."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def told(self, lang: str) -> str:
        """The note in a language."""
        return words(lang)["note"][self.key].format(**dict(self.values))


def note(key: str, **values: object) -> Note:
    """A note with what stands in it."""
    return Note(key, tuple((name, str(value)) for name, value in values.items()))
