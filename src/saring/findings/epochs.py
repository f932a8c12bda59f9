"""The law over a stretch of days without change, kept ready: its rules, and which of them a dealing may concern."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from msgspec import UNSET

from saring.findings.answers import union
from saring.measures import Clause, Fact, Rule, Situation
from saring.model import Dealing, Kind


class Epoch:
    """The law of one situation over a stretch without change: its rules, and which of them a dealing may concern."""

    def __init__(self, situation: Situation, day: str, vocabulary: Mapping[str, Fact]) -> None:
        self.situation = situation
        self.vocabulary = vocabulary
        self.rules = tuple(r for r in situation.rules if _holds_on(r, day))
        self.lifting = tuple(r for r in self.rules if r.measure.lifts_all)
        self.names = union(tuple(rule.id for rule in self.rules))
        self._of_kind: dict[Kind, tuple[Known, ...]] = {}

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
            for rule, native, listed, wakes in self._known(dealing.kind)
            if (native or (coded and rule.coded) or not told.isdisjoint(rule.facts))
            and not (chapters and listed is not None and listed.isdisjoint(chapters))
            and not (wakes is not None and told.isdisjoint(wakes))
        ]

    def _known(self, kind: Kind) -> tuple[Known, ...]:
        """The rules with whether the kind alone brings them up, the chapters of those that only ask for a list, and the
        facts of which a duty or an exemption needs one.
        """
        found = self._of_kind.get(kind)
        if found is None:
            found = tuple((rule, kind in rule.kinds, _chapters(rule), self._waking(rule, kind)) for rule in self.rules)
            self._of_kind[kind] = found
        return found

    def _waking(self, rule: Rule, kind: Kind) -> frozenset[str] | None:
        """The facts of which one must be told for the rule to say anything; None where it may speak without them.

        A ban that sleeps is named with what would wake it, unless it asks for that only of those who spoke of it;
        duties, exemptions and risks sleep unseen.
        """
        measure = rule.measure
        if measure.raised_by is not None or measure.when is None:
            return None
        asks = measure.asks_when
        spoken = asks.fact if asks is not None and asks.known and self._plain(asks.fact) else None
        if measure.effect in _UNSEEN or spoken:
            needed = self._needed(measure.when, kind, asleep=True)
            return needed if needed is None or not spoken else needed | {spoken}
        return self._needed(measure.when, kind, asleep=False)

    def _needed(self, clause: Clause, kind: Kind, *, asleep: bool) -> frozenset[str] | None:
        """Facts of which one must be told, or the clause is not so; `asleep`: or it sleeps (law/rules 4)."""
        if clause.all_:
            before: frozenset[str] = frozenset()
            for inner in clause.all_:
                needed = self._needed(inner, kind, asleep=asleep)
                if needed is not None:
                    return needed | before  # a trigger that is shown before it would wake it
                before |= _named(inner)
            return None
        if clause.any_:
            each = [self._needed(inner, kind, asleep=asleep) for inner in clause.any_]
            return None if None in each else frozenset().union(*(needed for needed in each if needed is not None))
        if clause.kind:
            return None if kind in clause.kind else frozenset()
        if not self._plain(clause.fact) or clause.known is not None or clause.is_ is UNSET:
            return None
        fact = self.vocabulary[clause.fact or ""]
        if fact.kinds and kind not in fact.kinds:
            return frozenset((clause.fact or "",))  # what is asked of other kinds only is not so here
        sleeps = clause.unknown == "open" or (clause.unknown is None and fact.if_unknown == "open")
        return frozenset((clause.fact or "",)) if sleeps and asleep else None

    def _plain(self, name: str | None) -> bool:
        """Whether a fact is known only when it is told: nothing of the dealing stands in for it."""
        fact = self.vocabulary.get(name or "")
        return fact is not None and not fact.else_ and not fact.else_by_code


Known = tuple[Rule, bool, frozenset[str] | None, frozenset[str] | None]
_UNSEEN = ("require", "exempt", "risk")


def _named(clause: Clause) -> frozenset[str]:
    """The facts that a clause asks."""
    inner = (*clause.all_, *clause.any_, *((clause.not_,) if clause.not_ is not None else ()))
    own = frozenset((clause.fact,)) if clause.fact else frozenset()
    return own.union(*(_named(each) for each in inner))


def _chapters(rule: Rule) -> frozenset[str] | None:
    """The chapters of a measure that reaches listed goods and nothing else; None for one that can reach others."""
    measure = rule.measure
    when = measure.when
    if measure.goods is None or not (when is None or when.goods or any(clause.goods for clause in when.all_)):
        return None
    return frozenset(code[:2] for block in measure.goods.blocks for code in block.codes)


def epoch_on(situation: Situation, day: str, vocabulary: Mapping[str, Fact]) -> Epoch:
    """The law of a situation on a day, with the vocabulary of its lawbook."""
    key = (id(situation), bisect_right(situation.boundaries, day))
    known = _EPOCHS.get(key)
    if known is None or known.situation is not situation or known.vocabulary is not vocabulary:
        if len(_EPOCHS) > _MOST_EPOCHS:
            _EPOCHS.clear()
        known = _EPOCHS[key] = Epoch(situation, day, vocabulary)
    return known


_MOST_EPOCHS = 512
# By situation and number of the stretch; the situation is kept so that its identity stays taken.
_EPOCHS: dict[tuple[int, int], Epoch] = {}


def _holds_on(rule: Rule, day: str) -> bool:
    period = rule.measure.in_force
    return period.from_ <= day and (period.until is None or day <= period.until)
