"""The nomenclature as facts: which codes exist in which edition of the Harmonized System, and how they correspond.

Data: `nomenclature/hs2022.txt` (one line a heading: its number, then the endings of its subheadings) and
`nomenclature/editions.toml` (codes of other editions that the law names, and their heirs).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from saring.model import SaringError

NOMENCLATURE = Path(__file__).parent / "nomenclature"
CURRENT = 2022


@cache
def codes(edition: int = CURRENT) -> frozenset[str]:
    """All codes of 2, 4 and 6 digits of an edition; what older ones have otherwise than 2022 is listed by hand."""
    current = _current()
    if edition == CURRENT:
        return current
    known = _editions()
    if str(edition) not in known:
        raise SaringError("unknown_word", f"edition {edition}", "not loaded", ", ".join(["2022", *sorted(known)]))
    own = known[str(edition)]
    absent = tuple(own["absent"])
    return frozenset(code for code in current if not code.startswith(absent)) | frozenset(own["moved"])


def is_code(code: str, edition: int = CURRENT) -> bool:
    """Whether the edition has this chapter, heading or subheading (digits without dots)."""
    return code in codes(edition)


def heirs(code: str, edition: int) -> tuple[str, ...]:
    """The codes of HS 2022 that took over a code of an older edition; the code itself where nothing moved."""
    if edition == CURRENT:
        return (code,)
    if code not in codes(edition):
        raise SaringError("unknown_word", f"HS {edition}", f"{code!r} is no code of this edition")
    return tuple(_editions()[str(edition)]["moved"].get(code, [code]))


def _current() -> frozenset[str]:
    found: set[str] = set()
    for line in (NOMENCLATURE / "hs2022.txt").read_text(encoding="ascii").splitlines():
        if line.startswith("#"):
            continue
        heading, *endings = line.split()
        found.add(heading[:2])
        found.add(heading)
        found.update(heading + ending for ending in endings)
    return frozenset(found)


@cache
def _editions() -> dict[str, Any]:
    import tomllib

    with (NOMENCLATURE / "editions.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def titles(language: str) -> dict[str, str]:
    """Short titles of chapters and headings in our own words, by code; languages `en` and `id`."""
    import tomllib

    file = NOMENCLATURE / f"titles_{language}.toml"
    if not file.is_file():
        raise SaringError("unknown_word", f"titles in {language!r}", "not written", "en, id")
    with file.open("rb") as opened:
        return {code: text for table in tomllib.load(opened).values() for code, text in table.items()}


def section(code: str) -> str | None:
    """The section of the nomenclature, 01 to 21, in which a code stands; None for no code."""
    chapter = int(code[:2]) if code[:2].isdigit() else 0
    return next((f"{place:02d}" for place, last in enumerate(SECTION_ENDS, 1) if 0 < chapter <= last), None)


SECTION_ENDS = (5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 97)
