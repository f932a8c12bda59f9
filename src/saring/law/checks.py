"""Checks about the law itself, in the spirit of a tariff office's business rules; each finds a line to mend."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from saring.days import plus
from saring.law.build import clauses
from saring.law.catalogue import entries_of
from saring.measures import Clause, Lawbook, Period, Rule, Situation, WayOut

FOREVER = "9999-12-31"
# Facts that only autonomous law asks for; they stay in the vocabulary until those regimes are loaded.
AUTONOMOUS_NOTE = "Autonomous law only"


class Fault(NamedTuple):
    """Something in the lawbook that cannot be right, and where."""

    where: str
    what: str


def check(book: Lawbook, is_code: Callable[[str], bool] | None = None) -> tuple[Fault, ...]:
    """Every static check over every situation; `is_code` says whether an HS code exists in one of its editions."""
    found = [*_unused_facts(book), *_wrong_askers(book), *_unknown_sources(book)]
    for situation in book.situations:
        found += [*_timelines(situation), *_citations(situation), *_exceptions(situation), *_successions(situation)]
        found += _bindings(situation)
        if is_code is not None:
            found += _codes(situation, is_code)
    return tuple(found)


# --- time --------------------------------------------------------------------------------------------------------


def _timelines(situation: Situation) -> Iterator[Fault]:
    """Measures of one provision with one subject follow each other without gap or overlap."""
    by_subject: dict[tuple[str, str], list[Rule]] = {}
    for rule in situation.rules:
        words = rule.measure.goods.words if rule.measure.goods else ""
        by_subject.setdefault((rule.id, words or rule.measure.title), []).append(rule)
    for (name, _), rules in by_subject.items():
        ordered = sorted(rules, key=lambda r: r.measure.in_force.from_)
        for before, after in itertools.pairwise(ordered):
            end = before.measure.in_force.until or FOREVER
            start = after.measure.in_force.from_
            if end >= start:
                yield Fault(name, f"two measures of one subject overlap: one until {end}, one from {start}")


def _successions(situation: Situation) -> Iterator[Fault]:
    """What a later provision ends, ends the day before that one begins, and loses no code silently."""
    for rule in situation.rules:
        period = rule.measure.in_force
        if not period.ended_by or not period.until:
            continue
        heirs = [r for r in situation.rules if r.id.partition(":")[0] == period.ended_by.partition(":")[0]]
        starts = {r.measure.in_force.from_ for r in heirs}
        if heirs and plus(period.until, 1) not in starts and min(starts) > plus(period.until, 1):
            yield Fault(rule.id, f"ends on {period.until}, but {period.ended_by} begins on {min(starts)}")
        yield from _lost_codes(rule, heirs)


def _lost_codes(rule: Rule, heirs: list[Rule]) -> Iterator[Fault]:
    listed = _codes_of(rule)
    kept = {code for heir in heirs for code in _codes_of(heir)}
    lost = [c for c in sorted(listed) if not any(c.startswith(k) for k in kept) and c not in rule.measure.drops]
    if lost and kept:
        yield Fault(rule.id, f"its successor loses {', '.join(lost)} and no `drops` says why")


def _codes_of(rule: Rule) -> set[str]:
    blocks = rule.measure.goods.blocks if rule.measure.goods else ()
    return {code for block in blocks for code in block.codes if not block.exactly}


# --- words and names -----------------------------------------------------------------------------------------------


def _citations(situation: Situation) -> Iterator[Fault]:
    """Every provision that something names exists."""
    known = {r.id for r in situation.rules} | {p.provision for p in situation.provisions}
    for provision in situation.provisions:
        for name in provision.related:
            if name not in known:
                yield Fault(provision.provision, f"related {name} is not in the lawbook")
    for rule in situation.rules:
        heir = rule.measure.in_force.ended_by
        if heir and heir not in known:
            yield Fault(rule.id, f"ended by {heir}, which is not in the lawbook")
    disputes = {d.id for d in situation.disputes}
    for rule in situation.rules:
        for name in rule.measure.contested:
            if name not in disputes:
                yield Fault(rule.id, f"contested {name} is no dispute")
    for dispute in situation.disputes:
        for name in dispute.provisions:
            if name not in known:
                yield Fault(f"dispute {dispute.id}", f"{name} is not in the lawbook")


def _unused_facts(book: Lawbook) -> Iterator[Fault]:
    """Every fact of the vocabulary is asked by some measure, save those that autonomous law alone asks."""
    used = {c.fact for s in book.situations for r in s.rules for c in clauses(r.measure) if c.fact}
    used |= {name.fact for s in book.situations for name in s.names}
    for name, fact in book.facts.items():
        beside = name in ("passed_through", "bound_person")  # read by the flow and by the nexus of autonomous law
        if name not in used and not beside and AUTONOMOUS_NOTE not in (fact.note or ""):
            yield Fault(f"fact {name}", "no measure asks for it")


def _wrong_askers(book: Lawbook) -> Iterator[Fault]:
    known = {r.id for s in book.situations for r in s.rules} | {e.provision.provision for e in entries_of(book)}
    instruments = tuple(i.id for s in book.situations for i in s.regime.instruments)
    for name, fact in book.facts.items():
        for asker in fact.asked_by:
            if asker.startswith(instruments) and asker not in known:
                yield Fault(f"fact {name}", f"asked by {asker}, which is not in the lawbook")


def _unknown_sources(book: Lawbook) -> Iterator[Fault]:
    """Every source that a provision or a dispute names is told in sources.yml."""
    for situation in book.situations:
        named = [(p.provision, p.sources) for p in situation.provisions]
        named += [(f"dispute {d.id}", d.sources) for d in situation.disputes]
        for where, sources in named:
            for name in sources:
                if name not in book.sources:
                    yield Fault(where, f"source {name} is not told in sources.yml")


def _bindings(situation: Situation) -> Iterator[Fault]:
    """A paragraph that only calls upon or requests never prohibits."""
    for rule in situation.rules:
        measure = rule.measure
        hortatory = measure.binding in ("calls_upon", "requests", "underlines", "emphasises")
        if hortatory and measure.effect in ("prohibit", "restrict", "cap"):
            yield Fault(rule.id, f"{measure.binding} cannot {measure.effect}")


# --- exceptions and codes ------------------------------------------------------------------------------------------


def _exceptions(situation: Situation) -> Iterator[Fault]:
    """Every exception can be reached: its days meet the measure's, and its conditions do not exclude each other."""
    for rule in situation.rules:
        seen: set[str] = set()
        for exception in rule.measure.unless:
            if exception.id in seen:
                yield Fault(rule.id, f"two exceptions are called {exception.id}")
            seen.add(exception.id)
            if exception.in_force and not _meet(exception.in_force, rule.measure.in_force):
                yield Fault(rule.id, f"exception {exception.id} holds on no day of its measure")
            yield from _contradictions(rule, exception)


def _meet(first: Period, second: Period) -> bool:
    return first.from_ <= (second.until or FOREVER) and second.from_ <= (first.until or FOREVER)


def _contradictions(rule: Rule, exception: WayOut) -> Iterator[Fault]:
    wanted: dict[str, object] = {}
    for clause in exception.when.all_ or (exception.when,):
        if clause.fact and _is_value(clause):
            if wanted.get(clause.fact, clause.is_) != clause.is_:
                yield Fault(rule.id, f"exception {exception.id} wants {clause.fact} to be two things")
            wanted[clause.fact] = clause.is_


def _is_value(clause: Clause) -> bool:
    return isinstance(clause.is_, (bool, str, int, float))


def _codes(situation: Situation, is_code: Callable[[str], bool]) -> Iterator[Fault]:
    """Every HS code of the law exists in an edition."""
    for rule in situation.rules:
        blocks = rule.measure.goods.blocks if rule.measure.goods else ()
        codes = {c for b in blocks for c in (*b.codes, *b.except_)}
        codes |= {c for clause in clauses(rule.measure) for c in clause.hs}
        for code in sorted(codes):
            if not is_code(code):
                yield Fault(rule.id, f"HS code {code} is in no edition")
