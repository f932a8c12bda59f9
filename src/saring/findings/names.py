"""Names that the Council or its Committee listed, where a dealing mentions them: they raise the question of a match."""

from __future__ import annotations

import re
from functools import lru_cache

from saring.days import Interval
from saring.findings.sides import flows
from saring.measures import KnownName, Situation
from saring.model import Dealing, FactValue


def raised(dealing: Dealing, situation: Situation, days: Interval) -> tuple[dict[str, FactValue], frozenset[str]]:
    """Facts that a listed name settles, and triggers that it raises (law/rules 3); a person confirms a match."""
    facts: dict[str, FactValue] = {}
    triggers: set[str] = set()
    words = _words(dealing)
    for name in situation.names:
        if days[1] < name.listed or name.fact in dealing.facts or not _concerns(name, dealing, situation):
            continue
        if not _mentions(words, name):
            continue
        if name.then == "match":
            facts[name.fact] = True
        triggers.add(name.fact)
    return facts, frozenset(triggers)


def _concerns(name: KnownName, dealing: Dealing, situation: Situation) -> bool:
    kind = not name.kinds or dealing.kind in name.kinds
    return kind and flows(dealing, situation.regime.partner, name.flow).value is not False


def _words(dealing: Dealing) -> str:
    named = [w for p in dealing.parties for w in (p.name, p.words) if w]
    return " | ".join([*named, dealing.what or ""])


def _mentions(words: str, name: KnownName) -> bool:
    return _pattern(name.names).search(words) is not None


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the spellings: short capitals as they stand, the rest in any case, never inside a longer word."""
    parts = [re.escape(n) if n.isupper() and n.isascii() else f"(?i:{re.escape(n)})" for n in names]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")
