"""Columns to small numbers: how each cell is read, once for each different value, and then only looked up.

Numbers go through a table by position, texts of digits are parsed as numbers first; whatever is left is read once for
each different value by the readers of this room, so that every path gives the same marks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import polars as pl

from saring.sweep.commodities import read_code
from saring.sweep.countries import read_country
from saring.sweep.flows import read_flow
from saring.sweep.periods import Period, read_period
from saring.sweep.table import PLACE_PROBLEMS, DecisionTable

# Marks of places: another country, the partner, then the problems.
OTHER, PARTNER = 0, 1
# Marks of flows: not known, in, out.
NO_FLOW, IN, OUT = 0, 1, 2
_LARGEST_COUNTRY = 999
_LARGEST_PERIOD = 210_012
_WORDS = ((("M", "Import", "Imports"), IN), (("X", "Export", "Exports"), OUT), (("RM", "Re-Import"), IN), (("RX", "Re-Export"), OUT))


class Marks:
    """The lookups of one decision table."""

    def __init__(self, table: DecisionTable) -> None:
        self.table = table
        self.partner = table.decided.partner

    # --- places ---

    def place(self, value: object) -> int:
        """The mark of one value of a country column."""
        place = read_country(value)
        if place.problem is not None:
            return 2 + PLACE_PROBLEMS.index(place.problem)
        return PARTNER if place.country == self.partner else OTHER

    @cached_property
    def _countries(self) -> pl.Series:
        return pl.Series([self.place(n) for n in range(_LARGEST_COUNTRY + 1)], dtype=pl.UInt8)

    def places(self, column: pl.Series) -> pl.Series:
        """The marks of a column of countries."""
        numbers = _as_numbers(column, _LARGEST_COUNTRY)
        if numbers is not None:
            return self._countries.gather(numbers)
        return each(column, self.place, pl.UInt8)

    # --- flows ---

    @staticmethod
    def flow(value: object) -> int:
        """The mark of one value of a flow column."""
        return {"in": IN, "out": OUT, None: NO_FLOW}[read_flow(value).direction]

    def flows(self, column: pl.Series) -> pl.Series:
        """The marks of a column of flows; the words of UN Comtrade are compared, others are read."""
        if column.dtype == pl.String:
            ins = outs = None
            for words, mark in _WORDS:
                word = next((w for w in words if len(column) and (column == w).any()), None)
                if word is None:
                    continue
                same = column == word
                if mark == IN:
                    ins = same if ins is None else ins | same
                else:
                    outs = same if outs is None else outs | same
                known = ins if outs is None else outs if ins is None else ins | outs
                if known is not None and known.all(ignore_nulls=False):
                    return known.cast(pl.UInt8) + (outs.cast(pl.UInt8) if outs is not None else 0)
        return each(column, self.flow, pl.UInt8)

    # --- codes ---

    @cached_property
    def _codes(self) -> pl.Series:
        """Marks of all chapters, headings and subheadings: place = number + 0, 100 or 10,100 by length."""
        two = [self.table.code_mark(read_code(f"{n:02d}")) for n in range(100)]
        tree = self.table.decided.classes.tree
        four, six = [], []
        for n in range(10_000):
            heading = f"{n:04d}"
            own = self.table.code_mark(read_code(heading))
            four.append(own)
            if any(code[:4] == heading and len(code) == 6 for code in tree) if heading in tree else False:
                six += [self.table.code_mark(read_code(f"{heading}{m:02d}")) for m in range(100)]
            else:
                six += [self.table.code_mark(read_code(f"{heading}00"))] * 100
        return pl.Series([*two, *four, *six], dtype=pl.UInt16)

    def code(self, value: object) -> int:
        """The mark of one value of a column of codes."""
        return self.table.code_mark(read_code(value))

    def codes(self, column: pl.Series) -> pl.Series:
        """The marks of a column of commodity codes."""
        if column.dtype == pl.String and not column.null_count() and len(column):
            lengths = column.str.len_bytes()
            shortest, longest = lengths.min(), lengths.max()
            numbers = column.cast(pl.UInt32, strict=False)
            if not numbers.null_count() and isinstance(longest, int) and longest <= 6:
                if shortest == longest == 6:
                    return self._codes.slice(10_100).gather(numbers)
                if not (lengths % 2 == 1).any():
                    start = pl.Series([0, 0, 0, 0, 100, 0, 10_100], dtype=pl.UInt32)
                    return self._codes.gather(numbers + start.gather(lengths))
        return each(column, self.code, pl.UInt16)

    # --- dates ---

    @cached_property
    def _periods(self) -> pl.Series:
        return pl.Series([self._number_mark(n) for n in range(_LARGEST_PERIOD + 1)], dtype=pl.UInt16)

    def _number_mark(self, number: int) -> int:
        plain = 1900 <= number <= 2100 or (190_000 <= number and number % 100 in {*range(1, 13), 52})
        return self.date(number) if plain else self.table.date_mark(read_period("x"))

    def date(self, value: object) -> int:
        """The bucket of one value of a column of dates."""
        return self.table.date_mark(read_period(value))

    def dates(self, column: pl.Series, months: pl.Series | None = None) -> pl.Series:
        """The buckets of a column of dates, or of years with the months beside them."""
        if months is not None:
            return self._dates_of_two(column, months)
        numbers = _as_numbers(column, _LARGEST_PERIOD)
        if numbers is not None:
            return self._periods.gather(numbers)
        return each(column, self.date, pl.UInt16)

    def _dates_of_two(self, years: pl.Series, months: pl.Series) -> pl.Series:
        both = pl.DataFrame({"year": years, "month": months})
        seen = both.unique()
        marks = [self.table.date_mark(read_period(year, month)) for year, month in seen.iter_rows()]
        seen = seen.with_columns(mark=pl.Series(marks, dtype=pl.UInt16))
        return both.join(seen, on=["year", "month"], how="left", nulls_equal=True, maintain_order="left")["mark"]

    def written(self, value: object, month: object = None) -> Period:
        """The date as the law is asked about it."""
        return read_period(value, month)


def each(column: pl.Series, read: Callable[[Any], int], kind: type[pl.DataType]) -> pl.Series:
    """Read every different value once and put its mark in each of its places."""
    seen = column.unique()
    marks = pl.Series([read(value) for value in seen], dtype=kind)
    if len(seen) == 1:
        return pl.repeat(marks[0], len(column), dtype=kind, eager=True)
    if not len(seen):
        return marks
    return column.replace_strict(seen, marks, return_dtype=kind)


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
    return numbers
