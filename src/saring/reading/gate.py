"""The gate: is the partner named at all? Most texts of the world end here, at the speed of one automaton."""

from __future__ import annotations

from functools import cache
from typing import Any

from saring.reading.packs import places

FORMS = ("names", "adjectives", "cities", "bodies", "people", "toward", "joint")


@cache
def _automaton(partner: str) -> Any:
    import ahocorasick_rs

    written: set[str] = set()
    for table in places().values():
        country = table.get(partner)
        if country is None:
            continue
        for listed in (*(getattr(country, form) for form in FORMS), *country.cased.values()):
            for words in listed:
                plain = words.strip("|*")
                if len(plain) > 1 or not plain.isascii():
                    written |= {plain, plain.upper(), plain[:1].upper() + plain[1:]}
    return ahocorasick_rs.AhoCorasick(sorted(written)) if written else None


def named(text: str, partner: str = "KP") -> bool:
    """Whether a text names the partner anywhere, in any language."""
    automaton = _automaton(partner)
    return automaton is not None and bool(automaton.find_matches_as_indexes(text))
