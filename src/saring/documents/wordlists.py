"""The room's word lists: TOML files beside the code, read once and checked strictly."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T")


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """calendar_words.toml: names of months and weekdays by language, and the words that stand beside a day."""

    months: dict[str, list[list[str]]]
    weekdays: dict[str, list[list[str]]]
    cues: dict[str, list[str]]


class Era(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show a text to be no older than `since` and, more weakly, no younger than `until`."""

    words: list[str]
    since: str
    until: str = ""


class Eras(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """eras.toml."""

    era: list[Era]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sort of noise.

    `lines` equal a whole line, `starts` begin one and are followed by a colon, `leads` begin one, `matches` are
    patterns of a whole line, `brackets` of what stands in brackets; all without regard to case. With `takes`, the
    headlines after the line belong to it.
    """

    why: str
    lines: list[str] = []
    starts: list[str] = []
    leads: list[str] = []
    matches: list[str] = []
    brackets: list[str] = []
    takes: bool = False


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """noise_words/<language>.toml; outlets are names that stand in datelines."""

    rule: list[Rule] = []
    outlets: list[str] = []


@cache
def calendar() -> Calendar:
    """Month and weekday names of all languages."""
    return _read("calendar_words.toml", Calendar)


@cache
def eras() -> tuple[Era, ...]:
    """Names that belong to a time."""
    return tuple(_read("eras.toml", Eras).era)


@cache
def noise_rules() -> tuple[Rules, ...]:
    """The noise words of all languages, in the order of their names: a page mixes its languages in its margins."""
    folder = files("saring.documents").joinpath("noise_words")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(_read(f"noise_words/{name}", Rules) for name in names)


def _read(name: str, form: type[T]) -> T:
    raw = files("saring.documents").joinpath(name).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), form)
