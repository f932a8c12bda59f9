"""The law over a stretch of days without change, kept ready: its rules, and which of them a dealing may concern."""

from __future__ import annotations

from bisect import bisect_right

from saring.findings.answers import union
from saring.measures import Rule, Situation
from saring.model import Dealing, Kind


class Epoch:
    """The law of one situation over a stretch without change: its rules, and which of them a dealing may concern."""

    def __init__(self, situation: Situation, day: str) -> None:
        self.situation = situation
        self.rules = tuple(r for r in situation.rules if _holds_on(r, day))
        self.lifting = tuple(r for r in self.rules if r.measure.lifts_all)
        self.names = union(tuple(rule.id for rule in self.rules))
        self._of_kind: dict[Kind, tuple[tuple[Rule, bool, frozenset[str] | None], ...]] = {}

    def concerned(self, dealing: Dealing, told: frozenset[str]) -> list[Rule]:
        """The rules that a dealing may concern by its kind, a code or a fact that is told; the others say nothing of it.

        That holds because an answer that nothing given speaks for (`shown`) counts only where the kind is the rule's own.
        """
        chapters = frozenset(code[:2] for good in dealing.goods for code in good.hs)
        coded = bool(chapters)
        if not all(good.hs for good in dealing.goods):
            chapters = frozenset()  # goods without a code may be on any list
        return [
            rule
            for rule, native, listed in self._known(dealing.kind)
            if (native or (coded and rule.coded) or not told.isdisjoint(rule.facts))
            and not (chapters and listed is not None and listed.isdisjoint(chapters))
        ]

    def _known(self, kind: Kind) -> tuple[tuple[Rule, bool, frozenset[str] | None], ...]:
        """The rules with whether the kind alone brings them up, and the chapters of those that only ask for a list."""
        found = self._of_kind.get(kind)
        if found is None:
            found = tuple((rule, kind in rule.kinds, _chapters(rule)) for rule in self.rules)
            self._of_kind[kind] = found
        return found


def _chapters(rule: Rule) -> frozenset[str] | None:
    """The chapters of a measure that reaches listed goods and nothing else; None for one that can reach others."""
    measure = rule.measure
    when = measure.when
    if measure.goods is None or not (when is None or when.goods or any(clause.goods for clause in when.all_)):
        return None
    return frozenset(code[:2] for block in measure.goods.blocks for code in block.codes)


def epoch_on(situation: Situation, day: str) -> Epoch:
    """The law of a situation on a day."""
    key = (id(situation), bisect_right(situation.boundaries, day))
    known = _EPOCHS.get(key)
    if known is None or known.situation is not situation:
        if len(_EPOCHS) > _MOST_EPOCHS:
            _EPOCHS.clear()
        known = _EPOCHS[key] = Epoch(situation, day)
    return known


_MOST_EPOCHS = 512
# By situation and number of the stretch; the situation is kept so that its identity stays taken.
_EPOCHS: dict[tuple[int, int], Epoch] = {}


def _holds_on(rule: Rule, day: str) -> bool:
    period = rule.measure.in_force
    return period.from_ <= day and (period.until is None or day <= period.until)
