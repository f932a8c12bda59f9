"""Compiles lawbook files into one value and checks what can be checked while reading: words, days, codes, arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from saring.days import interval, plus
from saring.law.files import convert, read, read_yaml
from saring.measures import (
    Abroad,
    Clause,
    Dispute,
    Fact,
    KnownName,
    Lawbook,
    Measure,
    Provision,
    Regime,
    Rule,
    Situation,
    Source,
    Topic,
)
from saring.model import SaringError

_SPECIAL = ("regime.yml", "disputes.yml", "names.yml", "topics.yml", "abroad.yml", "facts.yml")


def build(root: Path, digest: str) -> Lawbook:
    """The whole lawbook below a folder."""
    facts_file = root / "facts.yml"
    facts = convert(read_yaml(facts_file), dict[str, Fact], facts_file)
    situations = tuple(_situation(path.parent, facts) for path in sorted(root.rglob("regime.yml")))
    checked_on = min((s.regime.checked_on for s in situations), default="1970-01-01")
    version = f"{checked_on}+{digest[:8]}"
    named = root / "sources.yml"
    sources = convert(read_yaml(named), dict[str, Source], named) if named.exists() else {}
    return Lawbook(version, checked_on, facts, situations, wordy=_wordy(situations), sources=sources)


# Facts of goods that words beside a code can tell.
_WORD_FACTS = frozenset({"petroleum_kind", "material", "is_new", "unit_value_usd"})


def _wordy(situations: tuple[Situation, ...]) -> tuple[str, ...]:
    """The codes of which the law asks more than they say: blocks under a condition, measures that ask for such a fact."""
    found: set[str] = set()
    for situation in situations:
        for rule in situation.rules:
            asks = any(c.fact in _WORD_FACTS for c in clauses(rule.measure))
            for block in rule.measure.goods.blocks if rule.measure.goods else ():
                finer = [c for c in block.codes if len(c) > 4]
                found.update(block.codes if asks else finer)
    return tuple(sorted(found))


def _situation(folder: Path, facts: dict[str, Fact]) -> Situation:
    regime = read(folder / "regime.yml", Regime)
    instruments = {i.id: i for i in regime.instruments}
    provisions: list[Provision] = []
    rules: list[Rule] = []
    for path in sorted(p for p in folder.rglob("*.yml") if p.name not in _SPECIAL):
        if path.name.endswith(".cases.yml"):
            continue
        provision = read(path, Provision)
        instrument = _instrument_of(provision.provision, instruments, path)
        _check_provision(provision, path, facts, instruments[instrument].adopted)
        provisions.append(provision)
        rules.extend(_rules(provision, regime, instrument, instruments[instrument].adopted))
    disputes = _optional(folder / "disputes.yml", tuple[Dispute, ...])
    names = _optional(folder / "names.yml", tuple[KnownName, ...])
    for dispute in disputes:
        for clause in _walk(dispute.when):
            _check_clause(clause, facts, folder / "disputes.yml")
    return Situation(
        regime=regime,
        provisions=tuple(sorted(provisions, key=lambda p: p.provision)),
        rules=tuple(sorted(rules, key=lambda r: (r.adopted, r.id, r.measure.in_force.from_))),
        disputes=disputes,
        names=names,
        topics=_optional(folder / "topics.yml", tuple[Topic, ...]),
        abroad=_optional(folder / "abroad.yml", tuple[Abroad, ...]),
        boundaries=boundaries(rules, names),
    )


def _optional(path: Path, kind: type[tuple[msgspec.Struct, ...]]) -> tuple:  # type: ignore[type-arg]
    return convert(read_yaml(path) or [], kind, path) if path.exists() else ()


def _instrument_of(provision: str, instruments: Iterable[str], path: Path) -> str:
    found = [i for i in instruments if provision.startswith(f"{i}-")]
    if not found:
        raise SaringError(
            "unknown_provision", str(path), f"{provision!r} is of no instrument", ", ".join(sorted(instruments))
        )
    return max(found, key=len)


def _rules(provision: Provision, regime: Regime, instrument: str, adopted: str) -> Iterator[Rule]:
    for measure in provision.measures:
        named = tuple(clauses(measure))
        yield Rule(
            id=f"{provision.provision}:{measure.suffix}" if measure.suffix else provision.provision,
            cite=provision.cite,
            instrument=instrument,
            adopted=adopted,
            paragraph=provision.provision[len(instrument) + 1 :],
            partner=regime.partner,
            measure=measure,
            review=provision.review.status,
            memory=provision.review.confidence == "memory",
            coded=measure.goods is not None or any(c.hs or c.goods for c in named),
            facts=tuple(sorted({c.fact for c in named if c.fact})),
            kinds=tuple(sorted({k for c in named for k in c.kind} | set(measure.kinds))),
        )


# --- checks while reading ----------------------------------------------------------------------------------------


def _check_provision(provision: Provision, path: Path, facts: dict[str, Fact], adopted: str) -> None:
    if not provision.measures and not provision.no_rule:
        raise SaringError("bad_type", str(path), "has neither measures nor a reason under no_rule", "measures, no_rule")
    expected = f"{provision.provision.split('-', 2)[2]}.yml"
    if path.name != expected:
        raise SaringError("bad_type", str(path), f"holds {provision.provision}", f"the file name {expected}")
    for measure in provision.measures:
        _check_measure(measure, path, facts, adopted)


def _check_measure(measure: Measure, path: Path, facts: dict[str, Fact], adopted: str) -> None:
    periods = [measure.in_force, *(e.in_force for e in measure.unless if e.in_force)]
    for period in periods:
        first, last = interval(period.from_, str(path))[0], interval(period.until or "9999-12-31", str(path))[1]
        if first > last:
            raise SaringError("bad_date", str(path), f"{first} is after {last}", "from before until")
    if measure.in_force.from_ < adopted:
        raise SaringError("bad_date", str(path), f"in force before adoption on {adopted}", f"{adopted} or later")
    for block in measure.goods.blocks if measure.goods else ():
        for code in (*block.codes, *block.except_):
            if not (code.isdigit() and len(code) in (2, 4, 6)):
                raise SaringError("bad_type", str(path), f"{code!r} is no HS code", "2, 4 or 6 digits in quotes")
    for clause in clauses(measure):
        _check_clause(clause, facts, path)
        _check_reckoning(clause, adopted, path)


def clauses(measure: Measure) -> Iterator[Clause]:
    """Every clause of a measure, at every depth."""
    roots = [measure.when, measure.raised_by, measure.outside, measure.prohibited_when, measure.restricted_when]
    roots += [measure.ends, measure.presumed_outside, measure.doubtful_when, measure.asks_when]
    roots += [c for e in measure.unless for c in (e.when, e.asked_if)]
    roots += [b.when for b in (measure.goods.blocks if measure.goods else ())]
    for root in roots:
        yield from _walk(root)


def _walk(clause: Clause | None) -> Iterator[Clause]:
    if clause is None:
        return
    yield clause
    for inner in (*clause.all_, *clause.any_, clause.not_):
        yield from _walk(inner)


def _check_clause(clause: Clause, facts: dict[str, Fact], path: Path) -> None:
    tests = [clause.fact, clause.kind, clause.goods, clause.hs, clause.party, clause.all_, clause.any_, clause.not_]
    if sum(bool(test) for test in tests) != 1:
        raise SaringError(
            "bad_type", str(path), f"{_shown(clause)} tests nothing or several things", "one test a clause"
        )
    if clause.fact is None:
        return
    if clause.fact != "date" and clause.fact not in facts:
        raise SaringError("unknown_fact", str(path), f"{clause.fact!r} is no fact", ", ".join(sorted(facts)))
    given = [clause.is_ is not msgspec.UNSET, clause.before, clause.by, clause.after, clause.has]
    numbers = [clause.at_most is not None, clause.above is not None, clause.known is not None]
    if sum(map(bool, given)) + sum(numbers) != 1:
        allowed = "is, before, by, after, at_most, above, has, known"
        raise SaringError("bad_type", str(path), f"{_shown(clause)} compares nothing or twice", f"one of {allowed}")
    if clause.fact != "date":
        _check_values(clause, facts[clause.fact], path)


def _check_values(clause: Clause, fact: Fact, path: Path) -> None:
    if clause.is_ is msgspec.UNSET:
        return
    values = clause.is_ if isinstance(clause.is_, list) else [clause.is_]
    for value in values:
        if (fact.type == "truth") != isinstance(value, bool):
            raise SaringError("bad_type", str(path), f"{clause.fact} is {value!r}", fact.type)
        if fact.values and value not in fact.values:
            raise SaringError("unknown_word", str(path), f"{clause.fact} is {value!r}", ", ".join(fact.values))


def _check_reckoning(clause: Clause, adopted: str, path: Path) -> None:
    """The lawyer's arithmetic: `adopted + 90 days` must give the day that stands beside it."""
    if not clause.reckoned:
        return
    words = clause.reckoned.split()
    shaped = len(words) == 4 and words[:2] == ["adopted", "+"] and words[2].isdigit() and words[3] == "days"
    if not shaped:
        raise SaringError("bad_type", str(path), f"reckoned {clause.reckoned!r}", "adopted + N days")
    day = plus(adopted, int(words[2]))
    if day not in (clause.by, clause.before):
        raise SaringError("bad_date", str(path), f"{clause.reckoned} is {day}, not {clause.by or clause.before}", day)


def _shown(clause: Clause) -> str:
    return msgspec.json.encode(clause).decode()


# --- days on which the law changes -------------------------------------------------------------------------------


def boundaries(rules: Iterable[Rule], names: tuple[KnownName, ...]) -> tuple[str, ...]:
    """Each day that begins something new: first days, the days after last days, and the days that clauses on the date name."""
    days: set[str] = {name.listed for name in names}
    for rule in rules:
        periods = [rule.measure.in_force, *(e.in_force for e in rule.measure.unless if e.in_force)]
        for period in periods:
            days.add(period.from_)
            if period.until:
                days.add(plus(period.until, 1))
        for clause in clauses(rule.measure):
            if clause.fact in ("date", "import_date"):
                days.update(d for d in (clause.before,) if d)
                days.update(plus(d, 1) for d in (clause.by, clause.after) if d)
    return tuple(sorted(days))
