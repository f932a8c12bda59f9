"""The law as a dictionary: which way, which class of code, which days → the answer of `findings` to a bare dealing.

Nothing is decided here. For each class `saring.findings` is asked once, with the rules that can have something to say
about it; rules that name no code of the class answer as they do to a code that no rule names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from saring.days import Interval, interval, plus
from saring.measures import Lawbook, Rule, Situation
from saring.model import VERDICTS, Dealing, FactValue, Good, Verdict
from saring.sweep.classes import Classes, is_dated

if TYPE_CHECKING:
    from saring.findings.outcomes import Outcome

# `via_in`, `via_out`: an import or export whose second partner (country of consignment) is the partner; `elsewhere`: the
# partner is on no side of the row, so that nothing but a fact of it brings the partner in.
Way = Literal["from_partner", "to_partner", "within", "via_in", "via_out", "elsewhere"]
WAYS: tuple[Way, ...] = ("from_partner", "to_partner", "within", "via_in", "via_out")
NO_FACTS: Mapping[str, FactValue] = {}
# Countries of nobody (ISO 3166 keeps these codes for users): what is known of the sides is that they are not the partner.
_ONE, _OTHER = "XA", "XB"
# What the row itself leaves unsure: which goods, which days, and of goods sent by way of the partner whose they are.
_UNSURE = {"goods", "date", "origin_country"}
_UNSURE_BY_WAY = {"from", "third_country_origin_via_rajin"}


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


def both(first: Answer, second: Answer) -> Answer:
    """The answer to a row that two situations of a regime have something to say about: the graver one governs."""
    if second in (NOT_COVERED, first):
        return first
    if first.verdict is None:
        return first if second.verdict in (None, "not_covered") else second
    if second.verdict is None:
        return first
    graver, other = first, second
    if VERDICTS.index(second.verdict) < VERDICTS.index(first.verdict):
        graver, other = second, first
    provisions, possible, opened, missing = (
        tuple(dict.fromkeys((*a, *b))) for a, b in zip(graver[1:5], other[1:5], strict=True)
    )
    return Answer(graver.verdict, provisions, possible, opened, missing)


def either(first: Answer, second: Answer) -> Answer:
    """The answer to a row that means one of two dealings, nobody knows which (as law/rules 9 has it for goods)."""
    if first == second:
        return first
    sure = tuple(p for p in first.provisions if p in second.provisions)
    named = dict.fromkeys((*second.provisions, *first.provisions, *second.possible, *first.possible))
    same = first.verdict == second.verdict
    return Answer(
        first.verdict if same else "undetermined",
        sure,
        tuple(p for p in named if p not in sure),
        tuple(dict.fromkeys((*first.open, *second.open))),
        tuple(dict.fromkeys((*(() if same else ("to",)), *first.missing, *second.missing))),
    )


class Signature(NamedTuple):
    """All that the answer to a way and a code hangs on in one epoch; two equal ones have one answer."""

    rules: frozenset[int]
    say: tuple[object, ...]  # what these say to goods that no rule names
    related: tuple[tuple[int, object], ...]
    epoch: int  # -1 where no rule that looks at the code looks at the day


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
        self._always: dict[tuple[Way, int], tuple[frozenset[int], tuple[object, ...]]] = {}
        self._signatures: dict[tuple[Way, int, str], Signature] = {}
        self._dated = tuple(is_dated(rule.measure) for rule in self.rules)
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
        if way == "via_out":  # sent through the partner, or sent to it: the statistics do not tell the two apart
            return either(self.answer("via_in", code, date, facts), self.answer("to_partner", code, date, facts))
        related = self._related(code)
        days = interval(date)
        epochs = range(self.epoch(days[0]), self.epoch(days[1]) + 1)
        if facts:
            chosen = self._awakened(way, date, facts)
            same: object = (way, date if len(epochs) > 1 else epochs[0], related, _written(facts))
        else:
            signatures = tuple(s for s, _ in groupby(self._signature(way, epoch, code) for epoch in epochs))
            chosen = frozenset().union(*(s.rules for s in signatures))
            same = (way, signatures, "/" in date and len(signatures) > 1)
        known = self._known.get(same)
        if known is None:
            known = self._known[same] = self._ask(way, code, date, facts, chosen | {n for n, _ in related if n >= 0})
        return known

    def _signature(self, way: Way, epoch: int, code: str) -> Signature:
        known = self._signatures.get((way, epoch, code))
        if known is None:
            known = self._signatures[way, epoch, code] = self._signed(way, epoch, self._related(code))
        return known

    def _signed(self, way: Way, epoch: int, related: tuple[tuple[int, object], ...]) -> Signature:
        """What an answer hangs on: the rules in force that reach whatever goods, and those that name the code."""
        day = self.first_day(epoch)
        if (way, epoch) not in self._always:
            rules = frozenset(n for n in self._awakened(way, day, NO_FACTS) if self._holds(n, (day, day)))
            self._always[way, epoch] = rules, tuple((o.rule.id, *o[1:]) for o in self._said(way, day, NO_FACTS))
        rules, say = self._always[way, epoch]
        meant = tuple((n, how) for n, how in related if n < 0 or (self._runs(n, way) and self._holds(n, (day, day))))
        # A rule that names codes, or a fact for which the code stands in, may answer otherwise on another day.
        looking = {n for n, _ in meant} | {n for n in rules if self.classes.of_rule[n]}
        dated = -1 in looking or any(self._dated[n] for n in looking)
        return Signature(rules, say, meant, epoch if dated else -1)

    def _related(self, code: str) -> tuple[tuple[int, object], ...]:
        known = self._relations.get(code)
        if known is None:
            known = self._relations[code] = self.classes.related(code)
        return known

    def _holds(self, number: int, days: Interval) -> bool:
        period = self.rules[number].measure.in_force
        return period.from_ <= days[1] and (period.until is None or days[0] <= period.until)

    def _runs(self, number: int, way: Way) -> bool:
        """Whether a rule looks the way that the dealing runs (with the partner on one side, both covers either)."""
        flow = self.rules[number].measure.flow
        runs = "from_partner" if way in ("via_in", "elsewhere") else way
        return flow == runs or (flow == "both" and way != "within")

    def _awakened(self, way: Way, date: str, facts: Mapping[str, FactValue]) -> frozenset[int]:
        """The rules that have something to say whatever the goods, and those that lift others."""
        asked = way, self.bucket(date), _written(facts)
        known = self._awake.get(asked)
        if known is None:
            outcomes = self._said(way, date, facts)
            said, spoken = {id(o.rule) for o in outcomes}, {o.rule.id for o in outcomes}
            known = frozenset(
                n
                for n, rule in enumerate(self.rules)
                if rule.measure.lifts_all or id(rule) in said or rule.id in spoken
            )
            self._awake[asked] = known
        return known

    def _said(self, way: Way, date: str, facts: Mapping[str, FactValue]) -> list[Outcome]:
        """What the law says to goods that no rule names."""
        from saring.findings.judge import ask

        dealing = self._dealing(way, self.classes.codes[len(self.classes.places)], date, facts)
        return [o for t in ask(dealing, self.book, self.regime).told for o in (*t.reached, *t.asleep)]

    def _ask(
        self, way: Way, code: str, date: str, facts: Mapping[str, FactValue], chosen: set[int] | frozenset[int]
    ) -> Answer:
        from saring.findings import judge

        determination = judge(self._dealing(way, code, date, facts), self._narrowed(chosen), self.regime)
        asked = _UNSURE | _UNSURE_BY_WAY if way == "via_in" else _UNSURE
        definite: list[str] = []
        possible: list[str] = []
        for finding in determination.findings:
            unsure = finding.verdict == "undetermined" and asked & {*finding.missing, *finding.open}
            (possible if unsure else definite).append(finding.provision)
        return Answer(
            determination.verdict,
            tuple(definite),
            tuple(possible),
            determination.open,
            determination.missing,
        )

    def _dealing(self, way: Way, code: str, date: str, facts: Mapping[str, FactValue]) -> Dealing:
        sides: tuple[str | None, str | None] = {
            "from_partner": (self.partner, None),
            "to_partner": (None, self.partner),
            "within": (self.partner, self.partner),
        }.get(way, (_ONE, _OTHER))
        if way == "via_in":
            through = facts.get("passed_through")
            facts = {**facts, "passed_through": [self.partner, *(through if isinstance(through, list) else ())]}
            if "origin_country" in facts:
                # The country of consignment is where the goods were last sold from: even those of another origin may be
                # the partner's to sell (law/rules 10), and the other side of the row is often the origin itself.
                sides = (None, _OTHER)
        goods = (Good(hs=(code,)),)
        return Dealing(kind="goods", from_=sides[0], to=sides[1], date=date, goods=goods, facts=dict(facts))

    def _narrowed(self, chosen: set[int] | frozenset[int]) -> Lawbook:
        """The lawbook with the chosen rules alone: what all others would say is nothing."""
        wanted = {id(self.rules[n]) for n in chosen}
        return msgspec.structs.replace(self.book, situations=tuple(_only(s, wanted) for s in self.situations))


def _written(facts: Mapping[str, FactValue]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in facts.items()))


def _only(situation: Situation, wanted: set[int]) -> Situation:
    rules = tuple(rule for rule in situation.rules if id(rule) in wanted)
    return msgspec.structs.replace(situation, rules=rules, disputes=(), names=())
