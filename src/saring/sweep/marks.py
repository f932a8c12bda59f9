"""Columns to small numbers: how each cell is read, once for each different value, and then only looked up.

Numbers go through a table by position, texts of digits are parsed as numbers first; whatever is left is read once for
each different value by the readers of this room, so that every path gives the same marks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary
from weakref import proxy as weak_proxy

import polars as pl

from saring.sweep.commodities import read_code
from saring.sweep.countries import AMBIGUOUS, read_country
from saring.sweep.flows import read_flow
from saring.sweep.periods import read_period
from saring.sweep.table import PLACE_PROBLEMS, DecisionTable

# Marks of places: another country, the partner, then the problems.
OTHER, PARTNER = 0, 1
# Marks of second partners: any other and none at all are OTHER, since most rows name none; a bare "Korea" is not clear.
UNCLEAR = 2
# Marks of flows: not known, in, out.
NO_FLOW, IN, OUT = 0, 1, 2
_LARGEST_COUNTRY = 999
_LARGEST_PERIOD = 210_012
_LARGEST_CODE = 999_999


class Marks:
    """The lookups of one decision table."""

    def __init__(self, table: DecisionTable) -> None:
        # A table keeps its lookups alive, not the other way round.
        self.table: DecisionTable = weak_proxy(table)
        self.partner = table.decided.partner
        self._lookups: dict[tuple[str, int], pl.Series] = {}

    # --- places ---

    def place(self, value: object) -> int:
        """The mark of one value of a country column."""
        place = read_country(value)
        if place.problem is not None:
            return 2 + PLACE_PROBLEMS.index(place.problem)
        return PARTNER if place.country == self.partner else OTHER

    @cached_property
    def special(self) -> list[int]:
        """The numbers that are neither another country nor the partner: World and areas in which any may hide."""
        return [n for n in range(_LARGEST_COUNTRY + 1) if self.place(n) > PARTNER]

    @cached_property
    def _partner_numbers(self) -> list[int]:
        return [n for n in range(_LARGEST_COUNTRY + 1) if self.place(n) == PARTNER]

    def places(self, column: pl.Series, step: int = 1) -> pl.Series:
        """The marks of a column of countries, each times `step`."""
        numbers = _as_numbers(column, _LARGEST_COUNTRY)
        if numbers is None:
            return each(column, lambda value: self.place(value) * step, pl.UInt8)
        if any_of(numbers, self.special).any():
            made = lambda: [self.place(n) * step for n in range(_LARGEST_COUNTRY + 1)]  # noqa: E731
            return self._kept(("countries", step), made, pl.UInt8).gather(numbers)
        # Comparing is faster than looking up, and most columns hold one country alone or never the partner.
        ours = any_of(numbers, self._partner_numbers)
        if ours.all() or not ours.any():
            return pl.repeat(step if ours[0] else 0, len(ours), dtype=pl.UInt8, eager=True)
        return ours.cast(pl.UInt8) * step

    def seconds(self, column: pl.Series) -> pl.Series | None:
        """The marks of a column of second partners; None where no row names the partner or is unclear."""
        numbers = _as_numbers(column, _LARGEST_COUNTRY)
        if numbers is not None:
            ours = any_of(numbers, self._partner_numbers)
            return ours.cast(pl.UInt8) if ours.any() else None
        marks = each(column, self.second, pl.UInt8)
        return marks if len(marks) and marks.max() != OTHER else None

    def ours(self, column: pl.Series) -> pl.Series | None:
        """Which rows of a column of countries name the partner; None where none does."""
        if column.dtype.is_integer():
            found = any_of(column, self._partner_numbers)
            found = found.fill_null(value=False) if found.null_count() else found
            return found if found.any() else None
        marks = self.seconds(column)
        return None if marks is None else marks == PARTNER

    def second(self, value: object) -> int:
        """The mark of one value of a column of second partners."""
        place = read_country(value)
        if place.problem is not None:
            return UNCLEAR if place.problem == AMBIGUOUS else OTHER
        return PARTNER if place.country == self.partner else OTHER

    def _kept(self, name: tuple[str, int], made: Callable[[], list[int]], kind: type[pl.DataType]) -> pl.Series:
        known = self._lookups.get(name)
        if known is None:
            known = self._lookups[name] = pl.Series(made(), dtype=kind)
        return known

    # --- flows ---

    @staticmethod
    def flow(value: object) -> int:
        """The mark of one value of a flow column."""
        return {"in": IN, "out": OUT, None: NO_FLOW}[read_flow(value).direction]

    def flows(self, column: pl.Series) -> pl.Series:
        """The marks of a column of flows; the letters of UN Comtrade are compared, other words are read."""
        if column.dtype == pl.String and len(column):
            ins, outs = column == "M", column == "X"
            found = _count(ins) + _count(outs)
            if 0 < found < len(column):
                again_in, again_out = column == "RM", column == "RX"
                found += _count(again_in) + _count(again_out)
                outs |= again_out
            if found == len(column):
                return outs.cast(pl.UInt8) + IN
        return each(column, self.flow, pl.UInt8)

    # --- codes ---

    @cached_property
    def _codes(self) -> pl.Series:
        """Marks by the number of a code: below 100 a chapter, below 10,000 a heading, then subheadings."""
        tree = self.table.decided.classes.tree
        split = {code[:4] for code in tree if len(code) == 6}
        marks = [self.code(n) for n in range(10_000)]
        for n in range(100, 10_000):
            heading = f"{n:04d}"
            if heading in split:
                marks += [self.code(f"{heading}{m:02d}") for m in range(100)]
            else:
                marks += [self.code(f"{heading}00")] * 100
        return pl.Series(marks, dtype=pl.UInt16)

    def code(self, value: object) -> int:
        """The mark of one value of a column of codes."""
        return self.table.code_mark(read_code(value))

    def codes(self, column: pl.Series) -> pl.Series:
        """The marks of a column of commodity codes; an odd length is a lost zero, so a number names one code."""
        numbers = _as_numbers(column, _LARGEST_CODE)
        if numbers is not None and (_padded_rightly(column, numbers)):
            return self._codes.gather(numbers)
        return each(column, self.code, pl.UInt16)

    # --- dates ---

    def _periods(self, step: int) -> pl.Series:
        made = lambda: [self._number_mark(n) * step for n in range(_LARGEST_PERIOD + 1)]  # noqa: E731
        return self._kept(("periods", step), made, pl.UInt32)

    def _number_mark(self, number: int) -> int:
        plain = 1900 <= number <= 2100 or (number >= 190_000 and number % 100 in {*range(1, 13), 52})
        return self.date(number) if plain else self.table.date_mark(read_period("x"))

    def date(self, value: object) -> int:
        """The bucket of one value of a column of dates."""
        return self.table.date_mark(read_period(value))

    def dates(self, columns: Sequence[pl.Series], step: int = 1) -> pl.Series:
        """The buckets of a column of dates, or of one of years and one of months, each times `step`."""
        column = columns[0]
        if len(columns) > 1:
            return self._dates_of_two(column, columns[1]).cast(pl.UInt32) * step
        numbers = _as_numbers(column, _LARGEST_PERIOD)
        if numbers is not None:
            return self._periods(step).gather(numbers)
        return each(column, self.date, pl.UInt16).cast(pl.UInt32) * step

    # --- what summaries go by ---

    def years(self, column: pl.Series) -> pl.Series:
        """The year of each date, 0 where there is none."""
        numbers = _as_numbers(column, _LARGEST_PERIOD)
        if numbers is not None:
            return self._kept(("years", 1), lambda: [year_of(n) for n in range(_LARGEST_PERIOD + 1)], pl.UInt16).gather(
                numbers
            )
        return each(column, year_of, pl.UInt16)

    def chapters(self, column: pl.Series) -> pl.Series:
        """The chapter of each code times ten and its length, 0 where there is none."""
        numbers = _as_numbers(column, _LARGEST_CODE)
        if numbers is not None and _padded_rightly(column, numbers):
            return self._kept(("chapters", 1), _chapter_marks, pl.UInt16).gather(numbers)
        return each(column, chapter_of, pl.UInt16)

    def _dates_of_two(self, years: pl.Series, months: pl.Series) -> pl.Series:
        both = pl.DataFrame({"year": years, "month": months})
        seen = both.unique()
        marks = [self.table.date_mark(read_period(year, month)) for year, month in seen.iter_rows()]
        seen = seen.with_columns(mark=pl.Series(marks, dtype=pl.UInt16))
        return both.join(seen, on=["year", "month"], how="left", nulls_equal=True, maintain_order="left")["mark"]


def year_of(value: object) -> int:
    """The year in which a date begins, 0 for none."""
    return int(read_period(value).date[:4] or 0)


def chapter_of(value: object) -> int:
    """The chapter of a code times ten, and the length of the code; 0 for no code."""
    code = read_code(value).code
    return int(code[:2]) * 10 + len(code) if code else 0


def _chapter_marks() -> list[int]:
    marks = [chapter_of(n) for n in range(10_000)]
    return marks + [mark + 2 if mark else 0 for mark in marks[100:] for _ in range(100)]


_KNOWN: WeakKeyDictionary[DecisionTable, Marks] = WeakKeyDictionary()


def marks_of(table: DecisionTable) -> Marks:
    """The lookups of a table, made once."""
    known = _KNOWN.get(table)
    if known is None:
        known = _KNOWN[table] = Marks(table)
    return known


def each(column: pl.Series, read: Callable[[Any], int], kind: type[pl.DataType]) -> pl.Series:
    """Read every different value once and put its mark in each of its places."""
    seen = column.unique()
    marks = pl.Series([read(value) for value in seen], dtype=kind)
    if len(seen) == 1:
        return pl.repeat(marks[0], len(column), dtype=kind, eager=True)
    if not len(seen):
        return marks
    return column.replace_strict(seen, marks, return_dtype=kind)


def _padded_rightly(column: pl.Series, numbers: pl.Series) -> bool:
    """Whether no text has more zeros in front than a code can have (000027 is neither chapter 27 nor a subheading)."""
    if column.dtype != pl.String or numbers.min() >= 10_100:  # type: ignore[operator]
        return True
    lengths = column.str.len_bytes()
    most = pl.when(numbers < 100).then(2).when(numbers < 10_000).then(4).otherwise(6)
    return bool(pl.select((pl.lit(lengths) <= most).all()).item())


def _count(same: pl.Series) -> int:
    """How many are true; what is missing is not."""
    return int(same.sum() or 0)


def any_of(numbers: pl.Series, wanted: list[int]) -> pl.Series:
    """Which numbers are among a few."""
    found = numbers == wanted[0]
    for other in wanted[1:]:
        found |= numbers == other
    return found


def _as_numbers(column: pl.Series, largest: int) -> pl.Series | None:
    """The column as positions of a lookup, where all of it are whole numbers in its range; else None."""
    if column.null_count() or not len(column):
        return None
    numbers = column
    if column.dtype == pl.String:
        numbers = column.cast(pl.UInt32, strict=False)
        if numbers.null_count():
            return None
    elif not column.dtype.is_integer():
        return None
    low, high = numbers.min(), numbers.max()
    if not isinstance(low, int) or not isinstance(high, int) or low < 0 or high > largest:
        return None
    return numbers.reinterpret(signed=False) if numbers.dtype == pl.Int32 else numbers
