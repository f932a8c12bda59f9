"""The order of findings: the governing one first (contract section 2)."""

from __future__ import annotations

import re

from saring.findings.outcomes import Outcome
from saring.model import VERDICTS

_RANKS = {"goods": 0, "act": 0, "general": 1, "person": 2, "use": 3, "list": 4, "update": 5}


def order(found: list[Outcome]) -> list[Outcome]:
    """By verdict; then what names the goods or act, general clauses, persons, uses and lists; then the later resolution."""
    return sorted(found, key=_key)


def _key(found: Outcome) -> tuple[int, int, int, int, tuple[tuple[int, str], ...]]:
    rule = found.rule
    verdict = VERDICTS.index(found.verdict) if found.verdict else len(VERDICTS)
    later_first = -int(rule.adopted.replace("-", ""))
    duty = int(found.why in ("duty", "ended"))
    return (
        verdict,
        duty,
        _RANKS[rule.measure.rank],
        later_first,
        natural(rule.paragraph + ":" + (rule.measure.suffix or "")),
    )


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that counts numbers in a text as numbers: paragraph 9 before paragraph 10."""
    return tuple((int(n) if n else -1, w) for n, w in re.findall(r"(\d+)|(\D+)", text))
