"""The term files: concepts of goods with their words in several languages, read strictly.

One file for each section of the nomenclature (`terms/s01_animals.toml` …) and a few across sections (`x_*.toml`).
Everything unknown is refused with file, entry, what was found and what is allowed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from saring.goods.editions import is_code
from saring.model import Breadth, FactValue, SaringError

TERMS = Path(__file__).parent / "terms"
LANGUAGES = {"en": "en", "ind": "id", "ru": "ru", "ko": "ko", "uk": "uk", "ja": "ja", "zh": "zh"}
REQUIRED_WORDS = ("en", "ind", "ru", "ko")
BREADTHS: tuple[Breadth, ...] = ("exact", "family", "vague")
KEYS = (
    "id",
    "hs",
    "breadth",
    *LANGUAGES,
    "not_with",
    "only_with",
    "ask",
    "note",
    "facts",
    "material",
    "petroleum_kind",
)
FACTS: dict[str, tuple[str, ...] | type] = {
    "material": (
        "textile",
        "leather",
        "rubber_or_plastic",
        "fish",
        "meat",
        "porcelain_or_bone_china",
        "precious_metal",
        "lead_crystal",
        "other",
    ),
    "petroleum_kind": ("crude", "condensate", "natural_gas_liquids", "lng", "aviation_fuel", "other_refined"),
    "arms_category": ("heavy", "small_arms_light_weapons", "missile", "other"),
    "is_new": bool,
    "arms_related": bool,
    "luxury_item": bool,
    "spare_parts_civil_passenger_aircraft": bool,
    "on_un_item_list": bool,
    "military_end_use": bool,
    "ballistic_missile_technology": bool,
    "science_field": (
        "nuclear",
        "aerospace",
        "advanced_manufacturing",
        "advanced_physics_or_computing",
        "advanced_materials",
        "advanced_engineering",
        "geospatial_navigation",
        "medical",
        "other_science",
        "humanities",
    ),
}


class Term(msgspec.Struct, frozen=True):
    """One concept: its codes (likeliest first), how far they can be trusted, and its words by language.

    `not_with` beside it make it something else; `only_with`: in running text it counts only beside one of these.
    """

    id: str
    hs: tuple[str, ...]
    breadth: Breadth
    words: dict[str, tuple[str, ...]]
    not_with: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    ask: dict[str, str] = {}
    note: str = ""
    facts: dict[str, FactValue] = {}
    file: str = ""


def load_terms(folder: Path = TERMS) -> tuple[Term, ...]:
    """All terms of the folder in the order of files and entries; raises `SaringError` at the first fault."""
    for problem in problems(folder):
        raise problem
    return tuple(term for file in term_files(folder) for term in _terms(file))


def problems(folder: Path = TERMS) -> Iterator[SaringError]:
    """Every fault of the term files, so that an author sees all of them at once."""
    seen: dict[str, str] = {}
    for file in term_files(folder):
        try:
            entries = _entries(file)
        except SaringError as fault:
            yield fault
            continue
        for number, entry in enumerate(entries, 1):
            where = f"{file.name}: term {entry.get('id') or number}"
            yield from _faults(entry, where, strict_words=file.name.startswith("s"))
            name = str(entry.get("id"))
            if name in seen:
                yield SaringError("bad_type", where, f"id {name!r} stands already in {seen[name]}", "an id of its own")
            seen.setdefault(name, file.name)


def term_files(folder: Path = TERMS) -> list[Path]:
    """The files that hold terms, sorted by name."""
    return sorted((*folder.glob("s[0-9][0-9]_*.toml"), *folder.glob("x_*.toml")))


def _entries(file: Path) -> list[dict[str, Any]]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SaringError("bad_type", file.name, f"not readable as TOML: {fault}") from fault
    for key in data:
        if key != "term":
            raise SaringError("unknown_key", file.name, f"{key!r} is no key of a term file", "[[term]]")
    entries: list[dict[str, Any]] = data.get("term", [])
    return entries


def _terms(file: Path) -> Iterator[Term]:
    for entry in _entries(file):
        facts = dict(entry.get("facts", {}))
        facts.update({key: entry[key] for key in ("material", "petroleum_kind") if key in entry})
        words = {code: tuple(entry[key]) for key, code in LANGUAGES.items() if entry.get(key)}
        yield Term(
            entry["id"],
            tuple(entry["hs"]),
            entry["breadth"],
            words,
            tuple(entry.get("not_with", ())),
            tuple(entry.get("only_with", ())),
            entry.get("ask", {}),
            entry.get("note", ""),
            facts,
            file.name,
        )


def _faults(entry: dict[str, Any], where: str, *, strict_words: bool) -> Iterator[SaringError]:
    for key in entry:
        if key not in KEYS:
            yield SaringError("unknown_key", where, f"{key!r} is no key of a term", ", ".join(KEYS))
    name = entry.get("id")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        yield SaringError("bad_type", where, f"id is {name!r}", "lower snake case, from a letter on")
    if entry.get("breadth") not in BREADTHS:
        yield SaringError("unknown_word", where, f"breadth is {entry.get('breadth')!r}", ", ".join(BREADTHS))
    yield from _code_faults(entry, where)
    yield from _word_faults(entry, where, strict_words)
    yield from _ask_faults(entry, where)
    if not isinstance(entry.get("note", ""), str):
        yield SaringError("bad_type", where, f"note is {entry['note']!r}", "a text")
    if not isinstance(entry.get("facts", {}), dict):
        yield SaringError("bad_type", where, f"facts is {entry['facts']!r}", "a table of fact names and values")
        return
    hints: dict[str, Any] = {key: entry[key] for key in ("material", "petroleum_kind") if key in entry}
    yield from _fact_faults({**entry.get("facts", {}), **hints}, where)


def _code_faults(entry: dict[str, Any], where: str) -> Iterator[SaringError]:
    codes = entry.get("hs")
    if not isinstance(codes, list) or not (codes or entry.get("breadth") == "vague"):
        yield SaringError("bad_type", where, f"hs is {codes!r}", "a list of codes; empty only where breadth is vague")
        return
    for code in codes:
        if not isinstance(code, str) or not is_code(code):
            yield SaringError("bad_type", where, f"hs {code!r} is no code of HS 2022", "2, 4 or 6 digits, quoted")


def _word_faults(entry: dict[str, Any], where: str, strict_words: bool) -> Iterator[SaringError]:
    for key in (*LANGUAGES, "not_with", "only_with"):
        words = entry.get(key, [])
        if not isinstance(words, list) or not all(
            isinstance(word, str) and word.strip() == word != "" for word in words
        ):
            yield SaringError("bad_type", where, f"{key} is {words!r}", "a list of words without blanks around them")
        elif strict_words and key in REQUIRED_WORDS and not words:
            yield SaringError("bad_type", where, f"{key} is empty", "at least one word in " + ", ".join(REQUIRED_WORDS))
    if not any(entry.get(key) for key in LANGUAGES):
        yield SaringError("bad_type", where, "no words at all", "words in at least one of " + ", ".join(LANGUAGES))


def _ask_faults(entry: dict[str, Any], where: str) -> Iterator[SaringError]:
    ask = entry.get("ask")
    if ask is None and entry.get("breadth") == "vague":
        yield SaringError("bad_type", where, "a vague term without ask", 'ask = {en="…", id="…"}')
    if ask is not None and (not isinstance(ask, dict) or set(ask) != {"en", "id"}):
        yield SaringError("bad_type", where, f"ask is {ask!r}", 'ask = {en="…", id="…"}')


def _fact_faults(facts: dict[str, Any], where: str) -> Iterator[SaringError]:
    for name, value in facts.items():
        allowed = FACTS.get(name)
        if allowed is None:
            yield SaringError("unknown_fact", where, f"{name!r} is no fact that goods can tell", ", ".join(FACTS))
        elif isinstance(allowed, tuple) and value not in allowed:
            yield SaringError("unknown_word", where, f"{name} is {value!r}", ", ".join(allowed))
        elif isinstance(allowed, type) and not isinstance(value, allowed):
            yield SaringError("bad_type", where, f"{name} is {value!r}", allowed.__name__)
