"""What every measure owes: cases inside it, just outside it, before it began, through each way out, and one unsure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saring.days import interval, plus
from saring.findings.judge import ask
from saring.findings.outcomes import Outcome
from saring.law.cases import Case, read_cases
from saring.law.catalogue import in_force
from saring.measures import Lawbook, Rule
from saring.proof.runs import by_provision


class Debt(NamedTuple):
    """A case that a measure still owes."""

    rule: str
    owes: str


class Run(NamedTuple):
    """A case with what the law says of it."""

    case: Case
    reached: dict[str, Outcome]
    unsure: bool

    @property
    def day(self) -> str | None:
        """The only day of the case, where it is one."""
        days = interval(self.case.dealing.date) if self.case.dealing.date else None
        return days[0] if days and days[0] == days[1] else None


def debts(book: Lawbook, cases: tuple[Case, ...] | None = None) -> tuple[Debt, ...]:
    """Everything that the measures of a lawbook still owe, by rule."""
    beside = by_provision(read_cases() if cases is None else cases)
    runs = {name: [_run(case, book) for case in some] for name, some in beside.items()}
    found: list[Debt] = []
    for situation in book.situations:
        for rule in situation.rules:
            here = runs.get(rule.id.partition(":")[0], [])
            found += [Debt(_name(rule), owes) for owes in _owed(rule, here)]
    return tuple(found)


def _name(rule: Rule) -> str:
    return f"{rule.id} (from {rule.measure.in_force.from_})"


def _run(case: Case, book: Lawbook) -> Run:
    asked = ask(case.dealing, book)
    unsure = any(o.missing or o.open for t in asked.told for o in (*t.reached, *t.asleep))
    return Run(case, {o.rule.id: o for o in asked.reached}, unsure)


def _owed(rule: Rule, runs: list[Run]) -> Iterator[str]:
    days = {run.day for run in runs}
    period = rule.measure.in_force
    inside = [run for run in runs if _speaks_of(run, rule)]
    if not inside:
        yield "a case inside"
    if not any(_within(run, rule) and rule.id not in run.reached for run in runs):
        yield "a case just outside"
    if period.from_ not in days:
        yield f"a case on its first day, {period.from_}"
    if plus(period.from_, -1) not in days:
        yield f"a case on the day before it began, {plus(period.from_, -1)}"
    if period.until and not {period.until, plus(period.until, 1)} <= days:
        yield f"cases on its last day and the day after, {period.until} and {plus(period.until, 1)}"
    for way_out in rule.measure.unless:
        if not any(run.reached[rule.id].detail == way_out.id for run in inside):
            yield f"a case through its exception {way_out.id}"
    if rule.measure.effect in ("prohibit", "restrict", "cap") and not any(run.unsure for run in runs):
        yield "a case with a missing fact"


def _speaks_of(run: Run, rule: Rule) -> bool:
    found = run.reached.get(rule.id)
    return found is not None and found.rule.measure == rule.measure


def _within(run: Run, rule: Rule) -> bool:
    """Whether the case lies in the days of the rule, so that only its subject keeps it out."""
    return run.day is not None and in_force(rule, run.day)
