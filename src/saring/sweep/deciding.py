"""The law as a dictionary: which way, which class of code, which days → the answer of `findings` to a bare dealing.

Nothing is decided here. For each class `saring.findings` is asked once, with the rules that can have something to say
about it; rules that name no code of the class answer as they do to a code that no rule names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from saring.days import Interval, interval, plus
from saring.measures import Lawbook, Rule, Situation
from saring.model import Dealing, FactValue, Good, Verdict
from saring.sweep.classes import Classes, relation

Way = Literal["from_partner", "to_partner", "within"]
WAYS: tuple[Way, ...] = ("from_partner", "to_partner", "within")
NO_FACTS: Mapping[str, FactValue] = {}


class Answer(NamedTuple):
    """What the law says to a row: `provisions` reach it, `possible` ones reach some of the goods or days it may mean.

    `verdict` None: the row cannot be judged, and `problem` says why.
    """

    verdict: Verdict | None
    provisions: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problem: str | None = None


NOT_COVERED = Answer("not_covered")


class Decided:
    """The answers of one regime to bare dealings in goods with its partner, asked of `findings` when first needed."""

    def __init__(self, book: Lawbook, regime: str = "UN", partner: str | None = None) -> None:
        situations = book.of(regime)
        main = book.main(regime)
        self.book = book
        self.regime = regime
        self.partner = partner or (main.regime.partner if main else "")
        self.situations = tuple(s for s in situations if s.regime.partner == self.partner)
        self.rules: tuple[Rule, ...] = tuple(rule for s in self.situations for rule in s.rules)
        self.classes = Classes(book, self.rules)
        self.boundaries: tuple[str, ...] = tuple(sorted({day for s in self.situations for day in s.boundaries}))
        self._known: dict[object, Answer] = {}
        self._awake: dict[object, frozenset[int]] = {}
        self._relations: dict[str, tuple[tuple[int, object], ...]] = {}

    # --- days ---

    def epoch(self, day: str) -> int:
        """The number of the stretch of unchanging law in which a day lies, 0 before the first measure."""
        return bisect_right(self.boundaries, day)

    def bucket(self, date: str) -> str:
        """The date that stands for a written one: the first day of its epoch, or itself where it crosses a boundary."""
        first, last = interval(date)
        epoch = self.epoch(first)
        return self.first_day(epoch) if epoch == self.epoch(last) else date

    def first_day(self, epoch: int) -> str:
        """The day that stands for an epoch."""
        return (
            self.boundaries[epoch - 1] if epoch else plus(self.boundaries[0], -1) if self.boundaries else "1900-01-01"
        )

    def stretch(self, epoch: int) -> tuple[str | None, str | None]:
        """First and last day of an epoch, None where it has no beginning or no end."""
        first = self.boundaries[epoch - 1] if epoch else None
        last = plus(self.boundaries[epoch], -1) if epoch < len(self.boundaries) else None
        return first, last

    # --- asking ---

    def answer(self, way: Way, code: str, date: str, facts: Mapping[str, FactValue] = NO_FACTS) -> Answer:
        """The answer to a bare dealing: which way, one code, a date of the contract, and what else is known of it."""
        days = interval(date)
        related = self._related(code)
        rules = {n for n, _ in related}
        same = (
            way,
            date if self.epoch(days[0]) != self.epoch(days[1]) else self.epoch(days[0]),
            tuple((n, how) for n, how in related if n < 0 or (self._runs(n, way) and self._holds(n, days))),
            tuple(sorted((name, str(value)) for name, value in facts.items())),
        )
        known = self._known.get(same)
        if known is None:
            chosen = self._awakened(way, date, facts) | {n for n in rules if n >= 0}
            known = self._known[same] = self._ask(way, code, date, facts, chosen)
        return known

    def _related(self, code: str) -> tuple[tuple[int, object], ...]:
        """The rules that name codes above, below or equal to a code, with how; -1 for what stands in by code."""
        known = self._relations.get(code)
        if known is None:
            found = [(-1, relation(code, self.classes.shared))]
            found += [(n, relation(code, self.classes.of_rule[n])) for n in self.classes.near(code)]
            known = self._relations[code] = tuple((n, how) for n, how in found if how.above or how.below)
        return known

    def _holds(self, number: int, days: Interval) -> bool:
        period = self.rules[number].measure.in_force
        return period.from_ <= days[1] and (period.until is None or days[0] <= period.until)

    def _runs(self, number: int, way: Way) -> bool:
        """Whether a rule looks the way that the dealing runs (with the partner on one side, both covers either)."""
        flow = self.rules[number].measure.flow
        return flow == way or (flow == "both" and way != "within")

    def _awakened(self, way: Way, date: str, facts: Mapping[str, FactValue]) -> frozenset[int]:
        """The rules that have something to say whatever the goods, and those that lift others."""
        asked = way, self.bucket(date), tuple(sorted((name, str(value)) for name, value in facts.items()))
        known = self._awake.get(asked)
        if known is None:
            from saring.findings.judge import ask

            told = ask(
                self._dealing(way, self.classes.codes[len(self.classes.places)], date, facts), self.book, self.regime
            )
            said = {id(o.rule) for t in told.told for o in (*t.reached, *t.asleep)}
            spoken = {o.rule.id for t in told.told for o in (*t.reached, *t.asleep)}
            known = frozenset(
                n
                for n, rule in enumerate(self.rules)
                if rule.measure.lifts_all or id(rule) in said or rule.id in spoken
            )
            self._awake[asked] = known
        return known

    def _ask(
        self, way: Way, code: str, date: str, facts: Mapping[str, FactValue], chosen: set[int] | frozenset[int]
    ) -> Answer:
        from saring.findings import judge

        determination = judge(self._dealing(way, code, date, facts), self._narrowed(chosen), self.regime)
        definite: list[str] = []
        possible: list[str] = []
        for finding in determination.findings:
            unsure = finding.verdict == "undetermined" and {"goods", "date"} & {*finding.missing, *finding.open}
            (possible if unsure else definite).append(finding.provision)
        return Answer(
            determination.verdict,
            tuple(definite),
            tuple(possible),
            determination.open,
            determination.missing,
        )

    def _dealing(self, way: Way, code: str, date: str, facts: Mapping[str, FactValue]) -> Dealing:
        sides = {
            "from_partner": (self.partner, None),
            "to_partner": (None, self.partner),
            "within": (self.partner, self.partner),
        }[way]
        goods = (Good(hs=(code,)),)
        return Dealing(kind="goods", from_=sides[0], to=sides[1], date=date, goods=goods, facts=dict(facts))

    def _narrowed(self, chosen: set[int] | frozenset[int]) -> Lawbook:
        """The lawbook with the chosen rules alone: what all others would say is nothing."""
        wanted = {id(self.rules[n]) for n in chosen}
        return msgspec.structs.replace(self.book, situations=tuple(_only(s, wanted) for s in self.situations))


def _only(situation: Situation, wanted: set[int]) -> Situation:
    rules = tuple(rule for rule in situation.rules if id(rule) in wanted)
    return msgspec.structs.replace(situation, rules=rules, disputes=(), names=())
