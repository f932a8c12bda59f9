"""The shortest way from a Parquet file to the verdict and the provisions of every row: only what is needed is read.

Where few rows have the partner on a side, the other columns are decoded for those rows alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from saring.measures import Lawbook
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.marks import OTHER, PARTNER
from saring.sweep.table import decision_table

_SAMPLE = 65_536  # rows that tell how many have the partner on a side
_FEW = 0.25
_STRETCH = 262_144  # rows whose marks are kept at a time
_ROW = "__row"


def verdict_columns(
    path: str | Path,
    *,
    map: Mapping[str, str] | None = None,  # noqa: A002 - the word of the command's option
    regime: str = "UN",
    lawbook: Lawbook | None = None,
) -> pl.DataFrame:
    """`verdict` and `provisions` for every row of a Parquet file, in order.

    Both are dictionary columns: a category of `provisions` is one list of provisions, parted by blanks, the governing
    one first. `map`, `regime` and `lawbook` as in `sweep`.
    """
    frame = pl.scan_parquet(path)
    table = decision_table(lawbook, regime)
    judge = Judge(table, recognise(frame.collect_schema().names(), map, table.decided.book, str(path)))
    return columns_of(path, judge)


def columns_of(path: str | Path, judge: Judge) -> pl.DataFrame:
    """`verdict` and `provisions` of a Parquet file as dictionary columns."""
    frame = pl.scan_parquet(path, row_index_name=_ROW)
    needed = judge.layout.needed
    near = _near(frame.select(needed), judge)
    if near is None:
        rows = frame.select(needed).collect()
        spoken = judge.spoken_to(rows)
        parts = [
            judge.columns(stretch, spoken=_within(spoken, n * _STRETCH))
            for n, stretch in enumerate(rows.iter_slices(_STRETCH))
        ]
        return pl.concat(parts, rechunk=False)
    # The filter goes down into the scan, so that the other columns are decoded only where it holds.
    few = frame.select(_ROW, *needed).filter(near).collect()
    height = int(frame.select(pl.len()).collect().item())
    return judge.columns(few, few[_ROW], height, judge.spoken_to(few))


def _within(spoken: tuple[pl.Series, pl.Series] | None, start: int) -> tuple[pl.Series, pl.Series] | None:
    """Those of the rows that another situation speaks to which lie in the stretch that begins here."""
    if spoken is None:
        return None
    first, last = (int(spoken[0].search_sorted(end)) for end in (start, start + _STRETCH))
    return spoken[0][first:last] - start, spoken[1][first:last]


def _near(needed: pl.LazyFrame, judge: Judge) -> pl.Expr | None:
    """The rows that may concern the partner, where both sides are numbers and such rows are few; else None."""
    schema = needed.collect_schema()
    layout = judge.layout
    sides = list(dict.fromkeys(layout.columns[role] for role in (*layout.sides, "partner2") if role in layout.columns))
    if not all(schema[side].is_integer() for side in sides) or layout.facts or layout.constants:
        return None
    some = needed.select(sides).head(_SAMPLE).collect()
    second = layout.get("partner2")
    wanted = [n for n in range(1000) if judge.marks.place(n) != OTHER]
    ours = [n for n in range(1000) if any(j.marks.place(n) == PARTNER for j in (judge, *judge.others))]
    wanted = sorted({*wanted, *ours})
    each = [
        pl.col(s).is_in(ours)
        if s == second
        else pl.col(s).is_in(wanted) | ~pl.col(s).is_between(0, 999) | pl.col(s).is_null()
        for s in sides
    ]
    near = pl.any_horizontal(each)
    if not some.height or some.select(near.sum()).item() > _FEW * some.height:
        return None
    return near
