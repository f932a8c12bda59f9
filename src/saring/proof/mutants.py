"""Mutation of the law: each date, code, flow, effect and exception changed in turn, and the cases must notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from saring.days import plus
from saring.law.build import boundaries
from saring.law.cases import Case, read_cases
from saring.measures import Block, Clause, Flow, Lawbook, Measure, Period, Rule, Situation, WayOut
from saring.model import Effect
from saring.proof.runs import by_provision, failure

_TURNED: dict[Flow, tuple[Flow, ...]] = {
    "from_partner": ("to_partner",),
    "to_partner": ("from_partner",),
    "both": ("from_partner", "to_partner"),
    "within": ("both",),
    "none": (),
}
_EFFECTS: tuple[Effect, ...] = ("prohibit", "restrict", "cap", "require", "exempt")


T = TypeVar("T")


class Mutant(NamedTuple):
    """One change of the law: of which rule, what was changed, and the measure as it then reads."""

    rule: Rule
    what: str
    measure: Measure
    place: int = 1

    @property
    def name(self) -> str:
        """A name that stays the same while the law does; `place` counts the measures of one provision and day."""
        several = f" ({self.place})" if self.place > 1 else ""
        return f"{self.rule.id} from {self.rule.measure.in_force.from_}{several}: {self.what}"


def mutants(situation: Situation) -> Iterator[Mutant]:
    """Every mutant of a situation, in the order of its rules."""
    places: dict[tuple[str, str], int] = {}
    for rule in situation.rules:
        key = (rule.id, rule.measure.in_force.from_)
        places[key] = places.get(key, 0) + 1
        for what, measure in _of_measure(rule.measure):
            if measure != rule.measure:
                yield Mutant(rule, what, measure, places[key])


def survivors(
    book: Lawbook, some: Iterable[Mutant] | None = None, cases: tuple[Case, ...] | None = None
) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant with whether it survived: no case of its paragraph noticed."""
    beside = by_provision(read_cases() if cases is None else cases)
    for situation in book.situations:
        for mutant in mutants(situation) if some is None else some:
            if mutant.rule in situation.rules:
                changed = _book_with(book, situation, mutant)
                here = beside.get(mutant.rule.id.partition(":")[0], [])
                yield mutant, all(failure(case, changed) is None for case in here)


def _book_with(book: Lawbook, situation: Situation, mutant: Mutant) -> Lawbook:
    rule = msgspec.structs.replace(mutant.rule, measure=mutant.measure)
    rules = tuple(rule if r is mutant.rule else r for r in situation.rules)
    cuts = boundaries(rules, situation.names)
    changed = msgspec.structs.replace(situation, rules=rules, boundaries=cuts)
    situations = tuple(changed if s is situation else s for s in book.situations)
    return msgspec.structs.replace(book, situations=situations)


# --- a measure changed in one place ------------------------------------------------------------------------------


def _of_measure(measure: Measure) -> Iterator[tuple[str, Measure]]:
    replace = msgspec.structs.replace
    for what, period in _periods(measure.in_force):
        yield what, replace(measure, in_force=period)
    for flow in _TURNED[measure.flow]:
        yield f"flow {flow}", replace(measure, flow=flow)
    for effect in _EFFECTS:
        yield f"effect {effect}", replace(measure, effect=effect, verdict=None)
    if measure.goods is not None:
        for number, block in enumerate(measure.goods.blocks):
            for what, changed in _codes(block):
                blocks = _swapped(measure.goods.blocks, number, changed)
                yield f"block {number + 1}, {what}", replace(measure, goods=replace(measure.goods, blocks=blocks))
    for field in ("when", "outside", "prohibited_when"):
        clause: Clause | None = getattr(measure, field)
        for what, other in _dates(clause) if clause else ():
            yield f"{field}: {what}", replace(measure, **{field: other})
    for number, way_out in enumerate(measure.unless):
        yield f"exception {way_out.id} dropped", replace(measure, unless=_without(measure.unless, number))
        for what, other_way in _ways(way_out):
            yield (
                f"exception {way_out.id}: {what}",
                replace(measure, unless=_swapped(measure.unless, number, other_way)),
            )


def _periods(period: Period) -> Iterator[tuple[str, Period]]:
    for days in (-1, 1):
        yield f"from {days:+d} day", msgspec.structs.replace(period, from_=plus(period.from_, days))
        if period.until:
            yield f"until {days:+d} day", msgspec.structs.replace(period, until=plus(period.until, days))


def _codes(block: Block) -> Iterator[tuple[str, Block]]:
    for number, code in enumerate(block.codes):
        neighbour = str(int(code) + 1).zfill(len(code))
        yield f"code {code} to {neighbour}", _block(block, number, neighbour)
        if len(code) > 2:  # a chapter has no parent
            yield f"code {code} to its parent", _block(block, number, code[:-2])
        yield f"code {code} dropped", msgspec.structs.replace(block, codes=_without(block.codes, number))


def _block(block: Block, number: int, code: str) -> Block:
    return msgspec.structs.replace(block, codes=_swapped(block.codes, number, code))


def _ways(way_out: WayOut) -> Iterator[tuple[str, WayOut]]:
    replace = msgspec.structs.replace
    if way_out.in_force:
        for what, period in _periods(way_out.in_force):
            yield what, replace(way_out, in_force=period)
    for what, clause in _conditions(way_out.when):
        yield what, replace(way_out, when=clause)
    for what, clause in _dates(way_out.when):
        yield what, replace(way_out, when=clause)


def _conditions(clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Each condition dropped or negated, at every depth; the only one can but be negated."""
    yield "negated", Clause(not_=clause)
    for field in ("all_", "any_"):
        parts: tuple[Clause, ...] = getattr(clause, field)
        for number, part in enumerate(parts):
            label = f"{field.rstrip('_')} {number + 1}"
            if len(parts) > 1:
                yield f"{label} dropped", msgspec.structs.replace(clause, **{field: _without(parts, number)})
            for what, other in _conditions(part):
                yield f"{label} {what}", msgspec.structs.replace(clause, **{field: _swapped(parts, number, other)})


def _dates(clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Each day of a clause a day earlier and later, at every depth."""
    for field in ("before", "by", "after"):
        day: str | None = getattr(clause, field)
        for days in (-1, 1):
            if day:
                changed = msgspec.structs.replace(clause, **{field: plus(day, days)})
                yield f"{clause.fact} {field} {days:+d} day", changed
    for field in ("all_", "any_"):
        parts: tuple[Clause, ...] = getattr(clause, field)
        for number, part in enumerate(parts):
            for what, other in _dates(part):
                yield what, msgspec.structs.replace(clause, **{field: _swapped(parts, number, other)})
    if clause.not_ is not None:
        for what, other in _dates(clause.not_):
            yield what, msgspec.structs.replace(clause, not_=other)


def _without(items: tuple[T, ...], number: int) -> tuple[T, ...]:
    return (*items[:number], *items[number + 1 :])


def _swapped(items: tuple[T, ...], number: int, item: T) -> tuple[T, ...]:
    return (*items[:number], item, *items[number + 1 :])


def equivalents(book: Lawbook) -> dict[str, str]:
    """Mutants that cannot change any verdict, each with its reason; those of the files, and restriction for ceiling."""
    found: dict[str, str] = {}
    for situation in book.situations:
        for mutant in mutants(situation):
            pair = {mutant.rule.measure.effect, mutant.measure.effect}
            stated = mutant.rule.measure.verdict is not None
            if mutant.what.startswith("effect ") and pair == {"restrict", "cap"} and not stated:
                found[mutant.name] = "a restriction and a ceiling judge alike; the word alone differs"
    return {**found, **_written()}


def _written() -> dict[str, str]:
    """The equivalent mutants that stand in a file, singly, with the reason."""
    import tomllib
    from pathlib import Path

    path = Path(__file__).with_name("equivalent.toml")
    return {str(k): str(v) for k, v in tomllib.loads(path.read_text(encoding="utf-8")).items()}
