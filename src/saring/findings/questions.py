"""Which question to put next: only those whose answers can change the verdict, the one that decides soonest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from saring.days import plus
from saring.findings.judge import judge
from saring.findings.sides import situations_asked
from saring.measures import Clause, Fact, Lawbook
from saring.model import Dealing, Determination, FactValue, Verdict

_NUMBERS: tuple[FactValue, ...] = (0.5, 1.5)  # on either side of a ceiling of 1
Given = dict[str, FactValue]


class Inquiry(NamedTuple):
    """A dealing under one regime as of a day, to which answers can be added."""

    dealing: Dealing
    book: Lawbook
    regime: str = "UN"
    as_of: str | None = None
    lang: str = "en"

    def told(self, answers: Given | None = None) -> Determination:
        """The determination with further answers."""
        facts = {**self.dealing.facts, **(answers or {})}
        dealing = msgspec.structs.replace(self.dealing, facts=facts)
        return judge(dealing, self.book, self.regime, as_of=self.as_of, lang=self.lang)

    def answered(self, answers: Given) -> Inquiry:
        """The same inquiry with answers written into the dealing."""
        facts = {**self.dealing.facts, **answers}
        return self._replace(dealing=msgspec.structs.replace(self.dealing, facts=facts))


class Question(NamedTuple):
    """A fact to ask for, the words to ask with, its possible answers, and the verdicts that they can lead to."""

    fact: str
    ask: str
    answers: tuple[FactValue, ...]
    verdicts: tuple[Verdict, ...]


def questions(inquiry: Inquiry) -> tuple[Question, ...]:
    """The questions that can still change the verdict, those first that leave least undecided."""
    now = inquiry.told()
    names = (*now.missing, *now.open)
    backgrounds: list[Given] = [{}, *_ways_out(inquiry, now)]
    found = [q for name in names if (q := _question(name, inquiry, now, backgrounds)) is not None]
    place = {name: number for number, name in enumerate(names)}
    return tuple(sorted(found, key=lambda q: (*_undecided(q, now), place[q.fact])))


def _undecided(question: Question, now: Determination) -> tuple[int, int]:
    """What stays open: facts that are missing come first, then those with fewer answers that decide nothing."""
    undetermined = sum(v == "undetermined" for v in question.verdicts)
    return int(question.fact not in now.missing), undetermined


def _question(name: str, inquiry: Inquiry, now: Determination, backgrounds: list[Given]) -> Question | None:
    fact = inquiry.book.facts.get(name)
    if fact is None:
        return None
    answers = possible(fact)
    verdicts: list[Verdict] = []
    for background in backgrounds:
        tries = dict.fromkeys([*answers, *([background[name]] if name in background else [])])
        rest = {key: value for key, value in background.items() if key != name}
        verdicts += [inquiry.told({**rest, name: answer}).verdict for answer in tries]
    told = tuple(dict.fromkeys(verdicts))
    if set(told) <= {now.verdict}:
        return None
    return Question(name, getattr(fact.ask, inquiry.lang, fact.ask.en), answers, told)


def possible(fact: Fact) -> tuple[FactValue, ...]:
    """Answers worth trying; days, countries and texts are tried only as the exceptions name them."""
    if fact.type == "truth":
        return (True, False)
    if fact.type == "number":
        return _NUMBERS
    return fact.values


def _ways_out(inquiry: Inquiry, now: Determination) -> Iterator[Given]:
    """For each exception of the measures found: answers that would show all of it."""
    found = {f.provision for f in now.findings}
    for situation in situations_asked(inquiry.dealing, inquiry.book.of(inquiry.regime)):
        for rule in situation.rules:
            if rule.id in found or rule.measure.lifts_all:
                for exception in rule.measure.unless:
                    yield dict(_showing(exception.when))
                for clause in (rule.measure.when, rule.measure.outside, rule.measure.prohibited_when):
                    if clause is not None and rule.id in found:
                        yield dict(_showing(clause))


def _showing(clause: Clause) -> Iterator[tuple[str, FactValue]]:
    """Answers under which a clause holds, as far as facts can make it hold."""
    for inner in clause.all_:
        yield from _showing(inner)
    if clause.any_:
        yield from _showing(clause.any_[0])
    name = clause.fact
    if name is None or name == "date":
        return
    if clause.is_ is not UNSET:
        value = clause.is_
        yield name, value[0] if isinstance(value, list) else value
    elif clause.before:
        yield name, plus(clause.before, -1)
    elif clause.by or clause.after:
        yield name, clause.by or plus(clause.after or "", 1)
    elif clause.at_most is not None or clause.above is not None:
        yield name, clause.at_most if clause.at_most is not None else (clause.above or 0) + 0.01
