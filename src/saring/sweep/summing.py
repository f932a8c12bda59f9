"""What a sweep adds up while the rows pass: by verdict, provision, year, partner and chapter, with values and weights.

Money is summed in cents and weight in grams, as whole numbers, so that the order of stretches changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

import polars as pl

from saring.sweep.commodities import read_code
from saring.sweep.countries import read_country
from saring.sweep.deciding import NOT_COVERED
from saring.sweep.flows import read_flow
from saring.sweep.marks import PARTNER, each
from saring.sweep.periods import read_period
from saring.sweep.table import NO_WAY

if TYPE_CHECKING:
    from saring.sweep.judging import Judge

GROUP = ("answer", "year", "country", "way", "chapter", "level", "again", "detail")
LARGEST = 50
_KEYS = ("mark", "country")
_SCHEMA = {
    "answer": pl.Int64,
    "year": pl.Int64,
    "country": pl.String,
    "way": pl.Int64,
    "chapter": pl.String,
    "level": pl.Int64,
    "again": pl.Boolean,
    "detail": pl.Boolean,
    "rows": pl.UInt32,
    "cents": pl.Int64,
    "grams": pl.Int64,
}
_COMPACT_AFTER = 2_000_000
_FULL = 0.99  # a level of codes that adds up to this share of the largest one is taken for complete


class Totals:
    """Counts and sums of judged rows; stretches may come from several threads."""

    def __init__(self) -> None:
        self.rows = 0
        self.foreign = 0
        self.unsummed = False  # some rows were counted and not added up
        self.slips: Counter[str] = Counter()
        self._counts: Counter[int] = Counter()
        self._groups: list[pl.DataFrame] = []
        self._largest: pl.DataFrame | None = None
        self._lock = Lock()

    def add(self, judge: Judge, rows: pl.DataFrame, ways: pl.Series, numbers: pl.Series) -> None:
        """Add a judged stretch."""
        counts = numbers.value_counts().rows()
        concerned = _concerned(judge, ways, numbers)
        near = rows.filter(concerned)
        told = _told(judge, near, ways.filter(concerned), numbers.filter(concerned)) if near.height else None
        groups = (
            told.group_by(_KEYS).agg(pl.len().alias("rows"), pl.sum("cents", "grams")) if told is not None else None
        )
        with self._lock:
            self.rows += rows.height
            self._counts.update(dict(counts))
            if told is None or groups is None:
                return
            codes = judge.layout.cells(near, "hs").unique()
            self.slips.update(slip for value in codes for slip in read_code(value).slips)
            self._groups.append(groups)
            self._keep_largest(told.filter(judge.is_reached(numbers.filter(concerned))))
            if sum(g.height for g in self._groups) > _COMPACT_AFTER:
                self._groups = [_added(self._groups)]

    def _keep_largest(self, told: pl.DataFrame) -> None:
        """The rows of the greatest value so far; most stretches have none that is great enough."""
        least = self._largest["cents"].min() if self._largest is not None and self._largest.height >= LARGEST else None
        great = told.filter(pl.col("cents") >= least) if least is not None else told
        if great.height:
            both = [great] if self._largest is None else [self._largest, great]
            self._largest = _top(pl.concat(both, how="vertical_relaxed"))

    def add_summed(self, judge: Judge, sums: pl.DataFrame, largest: pl.DataFrame) -> None:
        """Add rows that were grouped elsewhere by their own cells, with `__rows`, `__cents` and `__grams`; not counted."""
        for frame in (sums, largest):
            if not frame.height:
                continue
            ways, numbers = judge.ways_and_answers(frame)
            amounts = {name: frame[f"__{name}"] for name in ("rows", "cents", "grams")}
            told = _told(judge, frame, ways, numbers).with_columns(**amounts)
            if frame is sums:
                told = told.filter(_concerned(judge, ways, numbers))
                codes = judge.layout.cells(frame, "hs").unique()
                self.slips.update(slip for value in codes for slip in read_code(value).slips)
                self._groups.append(told.group_by(_KEYS).agg(pl.sum("rows", "cents", "grams")))
            else:
                self._keep_largest(told.drop("rows").filter(judge.is_reached(numbers)))

    def count(self, answer: int, rows: int) -> None:
        """Add rows of one answer that were counted elsewhere."""
        self.rows += rows
        self._counts[answer] += rows

    def join(self, other: Totals) -> None:
        """Add the totals of another table."""
        self.rows += other.rows
        self.foreign += other.foreign
        self.unsummed |= other.unsummed
        self.slips.update(other.slips)
        self._counts.update(other._counts)
        self._groups.append(other.groups())
        largest = [frame for frame in (self._largest, other.largest()) if frame is not None and frame.height]
        self._largest = _top(pl.concat(largest)) if largest else None

    def groups(self) -> pl.DataFrame:
        """The sums of all groups, sorted, in words."""
        own = [_in_words(g) if "mark" in g.columns else g for g in self._groups if g.height]
        if not own:
            return pl.DataFrame(schema=_SCHEMA)
        return pl.concat(own).group_by(GROUP).agg(pl.sum("rows", "cents", "grams")).sort(GROUP, nulls_last=True)

    def largest(self) -> pl.DataFrame:
        """The rows of the greatest value among those that some provision reaches or may reach."""
        if self._largest is None:
            return pl.DataFrame()
        return _in_words(self._largest) if "mark" in self._largest.columns else self._largest

    def counts(self) -> dict[int, int]:
        """How many rows have each answer, by its number."""
        return dict(sorted(self._counts.items()))


def _concerned(judge: Judge, ways: pl.Series, numbers: pl.Series) -> pl.Series:
    """The rows of which a partner of the regime takes part."""
    concerned = judge.way_of.gather(ways) != NO_WAY
    if judge.layout.facts:  # a fact may bring the partner in
        concerned |= numbers != judge.table.place(NOT_COVERED)
    return concerned


def counted(groups: pl.DataFrame) -> pl.DataFrame:
    """The groups whose sums may be added up: no re-exports (exports hold them), no parts beside their whole.

    Where the goods of a year, country and way stand at several levels of codes, the finest that adds up to the whole is
    taken; which one is said per group, so that nothing is counted twice.
    """
    if not groups.height:
        return groups
    plain = groups.filter(~pl.col("again")) if (~groups["again"]).any() else groups
    keys = ["year", "country", "way", "chapter"]
    sums = plain.group_by([*keys, "level", "detail"]).agg(pl.sum("cents", "grams", "rows"))
    worth = "cents" if (sums["cents"] != 0).any() else "grams" if (sums["grams"] != 0).any() else "rows"
    sums = sums.with_columns(size=pl.col(worth))
    best = sums.with_columns(whole=pl.max("size").over(keys)).filter(pl.col("size") >= pl.col("whole") * _FULL)
    best = best.sort([*keys, "detail", "level"], descending=[False] * 4 + [False, True]).unique(
        keys, keep="first", maintain_order=True
    )
    return plain.join(
        best.select([*keys, "level", "detail"]), on=[*keys, "level", "detail"], how="inner", nulls_equal=True
    )


def _told(judge: Judge, rows: pl.DataFrame, ways: pl.Series, numbers: pl.Series) -> pl.DataFrame:
    """The rows that concern the partner, as the summary looks at them: a mark of all small facts, the other country."""
    layout, marks = judge.layout, judge.marks
    first, second = (layout.cells(rows, role) for role in layout.sides)
    if first.dtype != second.dtype:
        first, second = first.cast(pl.String), second.cast(pl.String)
    is_first = marks.places(first) != PARTNER
    country = second if not is_first.any() else first if is_first.all() else first.zip_with(is_first, second)
    second_partner = layout.get("partner2")
    mark = numbers.cast(pl.Int64)
    mark = mark * 2**12 + marks.years(layout.cells(rows, layout.times[0]))
    mark = mark * 2**5 + judge.way_of.gather(ways)
    chapters = marks.chapters(layout.cells(rows, "hs"))
    if layout.directed:  # a list of dealings has no sums among its rows: all stand on one level
        chapters = (chapters // 10 * 10 + 6) * (chapters > 0).cast(pl.UInt16)
    mark = mark * 2**10 + chapters
    mark = mark * 2 + (0 if layout.directed else _again(layout.cells(rows, "flow")))
    mark = mark * 2 + (_is_part(rows.get_column(second_partner)) if second_partner else 0)
    return pl.DataFrame(
        {
            "mark": mark,
            "country": country.cast(pl.String) if not country.dtype.is_integer() else country.cast(pl.Int64),
            "cents": _whole(rows, layout.get("value"), 100, comma=layout.comma),
            "grams": _whole(rows, layout.get("weight"), 1000, comma=layout.comma),
            "code": layout.cells(rows, "hs"),
            "date": layout.cells(rows, layout.times[0]),
        }
    )


def _in_words(told: pl.DataFrame) -> pl.DataFrame:
    """The mark taken apart, countries by ISO alpha-2 where they are known, codes and dates as they were read."""
    mark = pl.col("mark")
    parts = {
        "answer": mark // 2**29,
        "year": mark // 2**17 % 2**12,
        "way": mark // 2**12 % 2**5,
        "chapter": (mark // 4 % 2**10 // 10).cast(pl.String).str.zfill(2),
        "level": mark // 4 % 2**10 % 10,
        "again": mark // 2 % 2 == 1,
        "detail": mark % 2 == 1,
    }
    read = {
        "country": lambda v: read_country(v).country or str(v),
        "code": lambda v: read_code(v).code,
        "date": lambda v: read_period(v).date,
    }
    words = [_texts(told[name], how).alias(name) for name, how in read.items() if name in told.columns]
    return told.with_columns(**parts).with_columns(words).drop("mark")


def _added(groups: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(groups, how="vertical_relaxed").group_by(_KEYS).agg(pl.sum("rows", "cents", "grams"))


def _again(column: pl.Series) -> pl.Series:
    """Whether a row is a re-export or re-import, as 0 or 1."""
    if column.dtype == pl.String:
        plain = (column == "M") | (column == "X")
        if plain.all():
            return plain.cast(pl.Int64) - 1
        again = (column == "RX") | (column == "RM")
        if (plain | again).all():
            return again.cast(pl.Int64)
    return each(column, lambda v: int(read_flow(v).again), pl.Int64)


def _is_part(column: pl.Series) -> pl.Series:
    """Whether a second partner is named, so that the row is part of another, as 0 or 1."""
    return each(column, lambda v: int(read_country(v).problem is None), pl.Int64)


def _texts(column: pl.Series, read: Callable[[Any], str]) -> pl.Series:
    seen = column.unique()
    words = pl.Series([read(value) for value in seen], dtype=pl.String)
    if len(seen) <= 1:
        return pl.repeat(words[0] if len(words) else None, len(column), dtype=pl.String, eager=True)
    return column.replace_strict(seen, words, return_dtype=pl.String)


def _whole(rows: pl.DataFrame, column: str | None, parts: int, *, comma: bool) -> pl.Series:
    """A column of amounts in whole hundredths or thousandths; what is no number counts as nothing."""
    if column is None:
        return pl.repeat(0, rows.height, dtype=pl.Int64, eager=True)
    amounts = rows.get_column(column)
    if amounts.dtype == pl.String:
        amounts = read_numbers(amounts, comma=comma)
    amounts = amounts.cast(pl.Float64, strict=False).fill_nan(None).fill_null(0.0)
    return (amounts * parts).round().cast(pl.Int64, strict=False).fill_null(0)


def read_numbers(written: pl.Series, *, comma: bool = False) -> pl.Series:
    """Numbers as people write them: 1,234.5 and 1.234,5; `comma`: 1.234 is a thousand and 1,234 has three decimals."""
    plain = written.cast(pl.Float64, strict=False)
    if not comma and plain.null_count() == written.null_count():
        return plain
    text = pl.col("text")
    commas, dots = text.str.count_matches(",", literal=True), text.str.count_matches(".", literal=True)
    decimal_comma = (
        pl.when((commas > 0) & (dots > 0))
        .then(text.str.contains(r",[^.,]*$"))
        .when(commas == 1)
        .then(pl.lit(comma) | ~text.str.contains(r"^-?\d{1,3},\d{3}$"))
        .when(commas == 0)
        .then((dots > 1) | ((dots == 1) & pl.lit(comma) & text.str.contains(r"^-?\d{1,3}\.\d{3}$")))
        .otherwise(statement=False)
    )
    bare = written.str.replace_all(r"[^\d.,\-]", "").alias("text").to_frame()
    return bare.select(
        pl.when(decimal_comma)
        .then(text.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True))
        .otherwise(text.str.replace_all(",", "", literal=True))
        .cast(pl.Float64, strict=False)
    ).to_series()


def _top(told: pl.DataFrame) -> pl.DataFrame:
    """The first rows by value, then by everything else, so that equal values come in one order."""
    rest = sorted(name for name in told.columns if name not in ("cents", "grams"))
    order = ["cents", "grams", *rest]
    return told.top_k(8 * LARGEST, by="cents").sort(order, descending=[True, True, *[False] * len(rest)]).head(LARGEST)
