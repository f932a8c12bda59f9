"""HS codes as the law tells them apart: two codes of one class get the same answer on every day.

The law names a few hundred codes. A code is either one of the law's tree (a named code or one above it), or lies below
a place of that tree, or has nothing to do with it; so every code of every edition falls into one of some hundred classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from saring.measures import Clause, Lawbook, Measure, Rule

LENGTHS = (2, 4, 6)


class Stand(NamedTuple):
    """How a code stands to one list of the law: it or one above it is listed, it itself is, one below it is."""

    covered: bool
    named: bool
    above: bool


class Classes:
    """The classes of codes under one lawbook, numbered from 1; `codes[n]` is a code that stands for class n."""

    def __init__(self, book: Lawbook, rules: tuple[Rule, ...]) -> None:
        self._by_code = tuple(fact.else_by_code for fact in book.facts.values() if fact.else_by_code)
        self._lists = tuple(_lists(rule.measure) for rule in rules)
        self.of_rule = tuple(frozenset(code for codes in lists for code in codes) for lists in self._lists)
        self.tree = _tree(frozenset(code for codes in self._by_code for code in codes).union(*self.of_rule))
        self.places = ["", *sorted(self.tree)]
        self.wide = [place for place in self.places if len(place) < LENGTHS[-1]]  # those with codes below them

    @cached_property
    def codes(self) -> list[str]:
        """A code for each class: "" for none, then each place of the tree, then one that lies below each place."""
        return ["", *self.places[1:], *(self.below(place) for place in self.wide)]

    def number(self, code: str) -> int:
        """The class of a code of 2, 4 or 6 digits; 0 for a place below which no code of HS can lie."""
        if code in self.tree:
            return self._position[code]
        place = next(code[:n] for n in range(len(code) - 1, -1, -1) if n == 0 or code[:n] in self.tree)
        return len(self.places) + self._wide_position[place]

    def related(self, code: str) -> tuple[tuple[int, object], ...]:
        """The rules whose lists hold the code, one above or one below it, with how it stands to each list.

        -1 stands for the values that the code itself gives to facts. Codes that stand alike get the same answer.
        """
        found: list[tuple[int, object]] = []
        stood_in = tuple(_by_longest(code, codes) for codes in self._by_code)
        if any(stood_in):
            found.append((-1, stood_in))
        # A code that is less than a chapter lies above many.
        near = self._by_chapter.get(code[:2], []) if len(code) > 1 else range(len(self.of_rule))
        for n in near:
            how = tuple(_stand(code, codes) for codes in self._lists[n])
            if any(stand.covered or stand.above for stand in how):
                found.append((n, how))
        return tuple(found)

    @cached_property
    def _by_chapter(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for n, named in enumerate(self.of_rule):
            for chapter in sorted({code[:2] for code in named}):
                found.setdefault(chapter, []).append(n)
        return found

    @cached_property
    def _position(self) -> dict[str, int]:
        return {place: n for n, place in enumerate(self.places)}

    @cached_property
    def _wide_position(self) -> dict[str, int]:
        return {place: n for n, place in enumerate(self.wide)}

    def below(self, place: str) -> str:
        """A code below a place that is none of the tree itself, as long as can be."""
        for n in range(100):
            code = f"{place}{n:02d}".ljust(6, "0")
            if not any(code[:end] in self.tree for end in range(len(place) + 1, 7)):
                return code
        return ""


def _stand(code: str, listed: tuple[str, ...]) -> Stand:
    if not code:
        return Stand(covered=False, named=False, above=False)
    return Stand(
        covered=code.startswith(listed),
        named=code in listed,
        above=any(n.startswith(code) and n != code for n in listed),
    )


def _by_longest(code: str, values: Mapping[str, str]) -> str:
    """The value of the longest listed code above or equal, "" for none."""
    return next((values[code[:n]] for n in range(len(code), 0, -1) if code[:n] in values), "")


def _lists(measure: Measure) -> tuple[tuple[str, ...], ...]:
    """Every list of codes in a measure: in its goods, their conditions, its clauses and its ways out."""
    blocks = measure.goods.blocks if measure.goods else ()
    found = [codes for block in blocks for codes in (block.codes, block.except_)]
    found += [codes for clause in _clauses(measure) for codes in _in_clause(clause)]
    return tuple(found)


def is_dated(measure: Measure) -> bool:
    """Whether the answer of a measure can change with the day while it is in force."""
    return any(way.in_force for way in measure.unless) or any(_has_day(c) for c in _clauses(measure))


def _clauses(measure: Measure) -> list[Clause]:
    blocks = measure.goods.blocks if measure.goods else ()
    clauses = [
        measure.when,
        measure.raised_by,
        measure.outside,
        measure.presumed_outside,
        measure.doubtful_when,
        measure.asks_when,
        measure.prohibited_when,
        measure.restricted_when,
        *(block.when for block in blocks),
        *(clause for way in measure.unless for clause in (way.when, way.asked_if)),
    ]
    return [clause for clause in clauses if clause is not None]


def _inner(clause: Clause) -> tuple[Clause, ...]:
    return (*clause.all_, *clause.any_, *((clause.not_,) if clause.not_ else ()))


def _has_day(clause: Clause) -> bool:
    return bool(clause.before or clause.by or clause.after) or any(_has_day(c) for c in _inner(clause))


def _in_clause(clause: Clause) -> list[tuple[str, ...]]:
    return [clause.hs, *(codes for inner in _inner(clause) for codes in _in_clause(inner))]


def _tree(named: frozenset[str]) -> frozenset[str]:
    """The named codes and all codes above them."""
    return frozenset(code[:n] for code in named for n in {*LENGTHS, len(code)} if n <= len(code))
