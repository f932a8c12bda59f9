"""What a sweep on Spark adds up: one aggregation there by what the rows say, judged and summed here as on Polars.

Rows that concern the partner are few even in a large table. They are grouped by their own cells, so that the groups are
rows of trade again, and `summing` looks at them as it looks at rows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import polars as pl

from saring.sweep.facts import BRINGING, brings_in
from saring.sweep.judging import Judge
from saring.sweep.layout import Layout
from saring.sweep.marks import PARTNER
from saring.sweep.summing import LARGEST, Totals

MOST_GROUPS = 500_000  # what is brought to one place; more are not added up, and that is said
_AMOUNTS = ("__rows", "__cents", "__grams")


def add_up(judged: Any, judge: Judge, totals: Totals, most: int = MOST_GROUPS) -> None:
    """Add the sums of a judged PySpark DataFrame, and its largest rows; too many groups leave `totals.unsummed`."""
    from pyspark.sql import functions as sql

    layout = judge.layout
    keys = _keys(layout)
    cells = [_column(key) for key in keys]
    near = judged.filter(sql.col("verdict").isNotNull() & _concerned(judged, judge)).select(
        *cells,
        "verdict",
        _whole(judged, layout, "value", 100).alias("__cents"),
        _whole(judged, layout, "weight", 1000).alias("__grams"),
    )
    sums = [sql.count(sql.lit(1)).alias("__rows"), sql.sum("__cents").alias("__cents")]
    grouped = near.groupBy(*cells).agg(*sums, sql.sum("__grams").alias("__grams")).limit(most + 1).collect()
    if len(grouped) > most:
        totals.unsummed = True
        return
    reached = near.filter(sql.col("verdict") != "not_covered").withColumn("__rows", sql.lit(1))
    largest = reached.select(*cells, *_AMOUNTS).orderBy(sql.col("__cents").desc()).limit(8 * LARGEST).collect()
    bare = Judge(judge.table, layout._replace(columns=_without_amounts(layout)))
    totals.add_summed(bare, _frame(grouped, keys), _frame(largest, keys))


def _column(name: str) -> Any:
    """A column by its whole name; R writes dots into names, which Spark would take for parts."""
    from pyspark.sql import functions as sql

    return sql.col("`" + name.replace("`", "``") + "`")


def _without_amounts(layout: Layout) -> dict[str, str]:
    return {role: column for role, column in layout.columns.items() if role not in ("value", "weight")}


def _keys(layout: Layout) -> list[str]:
    """The columns on which an answer hangs, each once."""
    return list(dict.fromkeys((*_without_amounts(layout).values(), *layout.facts.values())))


def _frame(rows: list[Any], keys: list[str]) -> pl.DataFrame:
    names = [*keys, *_AMOUNTS]
    columns = zip(*map(tuple, rows), strict=True) if rows else [()] * len(names)
    frame = pl.DataFrame({name: list(values) for name, values in zip(names, columns, strict=True)}, strict=False)
    frame = frame.with_columns(pl.col(pl.Null).cast(pl.String))
    return frame.with_columns(pl.col("__rows").cast(pl.UInt32), pl.col("__cents", "__grams").cast(pl.Int64))


def _concerned(judged: Any, judge: Judge) -> Any:
    """Rows that some law reaches, and rows of which a side, the second partner or a fact names a partner of the regime."""
    from pyspark.sql import functions as sql

    layout = judge.layout
    found = sql.col("verdict") != "not_covered"
    roles = [role for role in (*layout.sides, "partner2") if role in layout.columns or role in layout.constants]
    asked: list[tuple[str, Callable[[object], bool]]] = []
    for role in roles:
        if role in layout.constants:
            found = found | sql.lit(_is_partner(judge, layout.constants[role]))
        else:
            asked.append((layout.columns[role], partial(_is_partner, judge)))
    asked += [(layout.facts[name], partial(_brings_in, judge, name)) for name in BRINGING if name in layout.facts]
    seen = [
        row.asDict()
        for row in judged.select(*map(_column, dict.fromkeys(column for column, _ in asked))).distinct().collect()
    ]
    for column, names in asked:
        named = [value for value in {row[column] for row in seen} if value is not None and names(value)]
        if named:
            found = found | sql.coalesce(_column(column).isin(named), sql.lit(False))
    return found


def _is_partner(judge: Judge, value: object) -> bool:
    return any(one.marks.second(value) == PARTNER for one in (judge, *judge.others))


def _brings_in(judge: Judge, name: str, value: object) -> bool:
    return any(brings_in(one, name, value) for one in (judge, *judge.others))


def _whole(judged: Any, layout: Layout, role: str, parts: int) -> Any:
    """A column of amounts in whole hundredths or thousandths as on Polars; what is no number counts as nothing."""
    from pyspark.sql import functions as sql

    column = layout.get(role)
    if column is None:
        return sql.lit(0).cast("long")
    is_text = dict(judged.dtypes)[column] == "string"
    amount = _read(_column(column), comma=layout.comma) if is_text else _column(column).try_cast("double")
    return sql.coalesce(sql.bround(sql.nanvl(amount, sql.lit(None)) * parts).try_cast("long"), sql.lit(0).cast("long"))


def _read(text: Any, *, comma: bool) -> Any:
    """Numbers as people write them, by the rules of `summing.read_numbers`."""
    from pyspark.sql import functions as sql

    bare = sql.regexp_replace(text, r"[^0-9.,\-]", "")
    without_commas = sql.regexp_replace(bare, ",", "")
    without_dots = sql.regexp_replace(bare, r"\.", "")
    commas, dots = (sql.length(bare) - sql.length(rest) for rest in (without_commas, without_dots))
    decimal_comma = (
        sql.when((commas > 0) & (dots > 0), bare.rlike(r",[^.,]*$"))
        .when(commas == 1, sql.lit(comma) | ~bare.rlike(r"^-?\d{1,3},\d{3}$"))
        .when(commas == 0, (dots > 1) | ((dots == 1) & sql.lit(comma) & bare.rlike(r"^-?\d{1,3}\.\d{3}$")))
        .otherwise(sql.lit(False))
    )
    read = sql.when(decimal_comma, sql.regexp_replace(without_dots, ",", ".").try_cast("double")).otherwise(
        without_commas.try_cast("double")
    )
    return read if comma else sql.coalesce(text.try_cast("double"), read)
