"""HS codes as the law tells them apart: two codes of one class get the same answer on every day.

The law names a few hundred codes. A code is either one of the law's tree (a named code or one above it), or lies below
a place of that tree, or has nothing to do with it; so every code of every edition falls into one of some hundred classes.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from saring.measures import Clause, Lawbook, Measure, Rule

LENGTHS = (2, 4, 6)


class Relation(NamedTuple):
    """How a code stands to codes that the law names: those above it or equal, those below it, and whether it is one."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    named: bool


class Classes:
    """The classes of codes under one lawbook, numbered from 1; `codes[n]` is a code that stands for class n."""

    def __init__(self, book: Lawbook, rules: tuple[Rule, ...]) -> None:
        self.shared = frozenset(code for fact in book.facts.values() for code in fact.else_by_code)
        self.of_rule = tuple(named_codes(rule.measure) for rule in rules)
        self.tree = _tree(self.shared.union(*self.of_rule))
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

    def near(self, code: str) -> list[int]:
        """The rules that name codes of the same chapter; for less than a chapter all that name codes."""
        return (
            self._by_chapter.get(code[:2], [])
            if len(code) > 1
            else [n for n, named in enumerate(self.of_rule) if named]
        )

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


def relation(code: str, named: frozenset[str]) -> Relation:
    """How a code stands to a set of named codes."""
    above = tuple(sorted(n for n in named if code.startswith(n)))
    below = tuple(sorted(n for n in named if n.startswith(code) and n != code)) if code else ()
    return Relation(above, below, code in named)


def named_codes(measure: Measure) -> frozenset[str]:
    """Every code that a measure names: in its goods, their conditions, its clauses and its ways out."""
    blocks = measure.goods.blocks if measure.goods else ()
    listed = {code for block in blocks for code in (*block.codes, *block.except_)}
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
    return frozenset(listed).union(*(_in_clause(c) for c in clauses if c is not None))


def _in_clause(clause: Clause) -> frozenset[str]:
    inner = (*clause.all_, *clause.any_, *((clause.not_,) if clause.not_ else ()))
    return frozenset(clause.hs).union(*(_in_clause(c) for c in inner))


def _tree(named: frozenset[str]) -> frozenset[str]:
    """The named codes and all codes above them."""
    return frozenset(code[:n] for code in named for n in {*LENGTHS, len(code)} if n <= len(code))
