"""What a sweep adds up while the rows pass: by verdict, provision, year, partner and chapter, with values and weights.

Money is summed in cents and weight in grams, as whole numbers, so that the order of stretches changes nothing.
"""

from __future__ import annotations

from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING, Any

import polars as pl

from saring.sweep.commodities import SLIPS, read_code
from saring.sweep.countries import read_country
from saring.sweep.flows import read_flow
from saring.sweep.marks import PARTNER, each
from saring.sweep.periods import read_period
from saring.sweep.table import NO_WAY

if TYPE_CHECKING:
    from saring.sweep.judging import Judge

GROUP = ("answer", "year", "country", "way", "chapter", "level", "again", "detail")
LARGEST = 50
_COMPACT_AFTER = 64
_FULL = 0.99  # a level of codes that adds up to this share of the largest one is taken for complete


class Totals:
    """Counts and sums of judged rows; stretches may come from several threads."""

    def __init__(self) -> None:
        self.rows = 0
        self.foreign = 0
        self.slips: Counter[str] = Counter()
        self._counts: Counter[int] = Counter()
        self._groups: list[pl.DataFrame] = []
        self._largest: list[pl.DataFrame] = []
        self._lock = Lock()

    def add(self, judge: Judge, rows: pl.DataFrame, ways: pl.Series, numbers: pl.Series) -> None:
        """Add a judged stretch."""
        counts = numbers.value_counts().rows()
        concerned = judge.way_of.gather(ways) != NO_WAY
        near = rows.filter(concerned)
        told = _told(judge, near, ways.filter(concerned), numbers.filter(concerned)) if near.height else None
        groups = (
            told.group_by(GROUP).agg(pl.len().alias("rows"), pl.sum("cents"), pl.sum("grams"))
            if told is not None
            else None
        )
        with self._lock:
            self.rows += rows.height
            self._counts.update(dict(counts))
            if told is None or groups is None:
                return
            self.slips.update(s for value in near[judge.layout.column("hs")].unique() for s in read_code(value).slips)
            self._groups.append(groups)
            self._largest.append(_top(told))
            if len(self._groups) > _COMPACT_AFTER:
                self._groups, self._largest = [self.groups()], [self.largest()]

    def count(self, answer: int, rows: int) -> None:
        """Add rows of one answer that were counted elsewhere."""
        self.rows += rows
        self._counts[answer] += rows

    def join(self, other: Totals) -> None:
        """Add the totals of another table."""
        self.rows += other.rows
        self.foreign += other.foreign
        self.slips.update(other.slips)
        self._counts.update(other._counts)
        self._groups += other._groups
        self._largest += other._largest

    def groups(self) -> pl.DataFrame:
        """The sums of all groups, sorted."""
        if not self._groups:
            return pl.DataFrame(
                schema={**dict.fromkeys(GROUP, pl.String), "rows": pl.UInt32, "cents": pl.Int64, "grams": pl.Int64}
            )
        joined = pl.concat(self._groups).group_by(GROUP).agg(pl.sum("rows", "cents", "grams"))
        return joined.sort(GROUP, nulls_last=True)

    def largest(self) -> pl.DataFrame:
        """The rows of the greatest value that are not simply not covered."""
        return _top(pl.concat(self._largest)) if self._largest else pl.DataFrame()

    def counts(self) -> dict[int, int]:
        """How many rows have each answer, by its number."""
        return dict(sorted(self._counts.items()))


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
    """The rows that concern the partner, as the summary looks at them."""
    layout = judge.layout
    first, second = (rows[column] for column in layout.sides)
    from_first = judge.marks.places(first) != PARTNER
    country = pl.select(pl.when(from_first).then(_names(first)).otherwise(_names(second))).to_series()
    flow = layout.get("flow") if not layout.directed else None
    again = (
        each(rows[flow], lambda v: int(read_flow(v).again), pl.UInt8) == 1
        if flow
        else pl.repeat(False, rows.height, eager=True)
    )
    second_partner = layout.get("partner2")
    detail = _is_part(rows[second_partner]) if second_partner else pl.repeat(False, rows.height, eager=True)
    code = rows[layout.column("hs")]
    return pl.DataFrame(
        {
            "answer": numbers,
            "year": _years(rows, layout.times),
            "country": country,
            "way": judge.way_of.gather(ways),
            "chapter": _texts(code, lambda v: read_code(v).code[:2]),
            "level": each(code, lambda v: len(read_code(v).code), pl.UInt8),
            "again": again,
            "detail": detail,
            "cents": _whole(rows, layout.get("value"), 100),
            "grams": _whole(rows, layout.get("weight"), 1000),
            "code": _texts(code, lambda v: read_code(v).code),
            "date": rows[layout.times[0]].cast(pl.String),
        }
    )


def _is_part(column: pl.Series) -> pl.Series:
    """Whether a second partner is named, so that the row is part of another."""
    return each(column, lambda v: int(read_country(v).problem is None), pl.UInt8) == 1


def _years(rows: pl.DataFrame, times: tuple[str, ...]) -> pl.Series:
    return each(rows[times[0]], lambda value: int(read_period(value).date[:4] or 0), pl.Int16)


def _names(column: pl.Series) -> pl.Series:
    """Countries by ISO alpha-2 where they are known, else as they stand."""
    return _texts(column, lambda value: read_country(value).country or str(value))


def _texts(column: pl.Series, read: Any) -> pl.Series:
    seen = column.unique()
    words = pl.Series([read(value) for value in seen], dtype=pl.String)
    if len(seen) <= 1:
        return pl.repeat(words[0] if len(words) else None, len(column), dtype=pl.String, eager=True)
    return column.replace_strict(seen, words, return_dtype=pl.String)


def _whole(rows: pl.DataFrame, column: str | None, parts: int) -> pl.Series:
    """A column of amounts in whole hundredths or thousandths; what is no number counts as nothing."""
    if column is None:
        return pl.repeat(0, rows.height, dtype=pl.Int64, eager=True)
    amounts = rows[column]
    if amounts.dtype == pl.String:
        amounts = amounts.str.replace_all(",", "").str.strip_chars().cast(pl.Float64, strict=False)
    amounts = amounts.cast(pl.Float64, strict=False).fill_nan(None).fill_null(0.0)
    return (amounts * parts).round().cast(pl.Int64, strict=False).fill_null(0)


def _top(told: pl.DataFrame) -> pl.DataFrame:
    wanted = ["cents", "grams", "answer", "year", "country", "way", "code", "date"]
    return told.select(wanted).sort(wanted, descending=[True, *[False] * 7]).head(LARGEST)


def slip_notes(slips: Counter[str]) -> list[str]:
    """What had to be put right in codes, in words."""
    return [f"{said} ({slips[slip]:,} different codes at least)" for slip, said in SLIPS.items() if slips[slip]]
