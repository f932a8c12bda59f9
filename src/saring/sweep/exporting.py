"""The decision table for others: one row for each flow, code and bucket of days, to be joined in any warehouse.

`bucket` is the first day of the stretch of unchanging law in which a day lies; months and years that cross a boundary
have buckets of their own ("2017-12", "2017"). `bucket_sql` gives the expression that turns a day into its bucket.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import polars as pl

from saring.model import SaringError
from saring.sweep.commodities import read_code
from saring.sweep.deciding import WAYS
from saring.sweep.running import placed
from saring.sweep.table import WAY_COUNT, DecisionTable

KINDS = (".parquet", ".csv", ".sql")
FLOWS = tuple(way for way in WAYS if way != "within")
_AT_ONCE = 1000  # rows of one INSERT
_INSERT = "INSERT INTO {} VALUES {};\n"
_VIEW = (
    "CREATE VIEW saring_law AS SELECT '{regime}' AS regime, '{partner}' AS partner, c.flow, c.code, c.bucket, a.verdict,"
    " a.provisions, a.possible, a.open_facts, a.missing_facts, '{lawbook}' AS lawbook"
    " FROM saring_cells c JOIN saring_answers a ON a.answer = c.answer;\n"
)


def all_codes() -> list[str]:
    """The codes of all editions that are loaded and that the law can be asked about."""
    from saring.goods.editions import CURRENT, codes

    found = set(codes(CURRENT)).union(*(codes(edition) for edition in _older()))
    return sorted(code for code in found if read_code(code).problem is None)


def _older() -> list[int]:
    from saring.goods.editions import codes

    known = []
    for edition in (1996, 2002, 2007, 2012, 2017):
        with contextlib.suppress(SaringError):  # an edition that is not loaded has no codes of its own
            codes(edition)
            known.append(edition)
    return known


def cells(table: DecisionTable, codes: Iterable[str] | None = None) -> pl.DataFrame:
    """flow, code, bucket and the number of the answer, for every code and every bucket."""
    wanted = list(codes) if codes is not None else all_codes()
    marks = pl.DataFrame({"code": wanted, "mark": [table.code_mark(read_code(code)) for code in wanted]})
    numbers = pl.Series(table.numbers, dtype=pl.UInt16)
    dated = [(n, date) for n, date in enumerate(table.dates) if date]
    starts = [
        (flow, date, (n * WAY_COUNT + 1 + WAYS.index(flow)) * table.code_count) for flow in FLOWS for n, date in dated
    ]
    places = pl.DataFrame(starts, schema={"flow": pl.String, "bucket": pl.String, "start": pl.UInt32}, orient="row")
    crossed = places.join(marks, how="cross", maintain_order="left_right")
    place = (crossed["start"] + crossed["mark"]).cast(pl.UInt32)
    return crossed.select("flow", "code", "bucket").with_columns(numbers.gather(place).alias("answer"))


def answers(table: DecisionTable) -> pl.DataFrame:
    """Every answer by its number."""
    return pl.DataFrame(
        {
            "answer": pl.Series(range(len(table.answers)), dtype=pl.UInt16),
            "verdict": [a.verdict for a in table.answers],
            **{
                part: pl.Series([list(getattr(a, part)) for a in table.answers], dtype=pl.List(pl.String))
                for part in ("provisions", "possible", "open", "missing")
            },
        }
    )


def law_frame(table: DecisionTable, codes: Iterable[str] | None = None) -> pl.DataFrame:
    """The whole table: regime, partner, flow, code, bucket, its days, the answer, and the lawbook's version."""
    days = {date: _days(table, date) for date in table.dates if date}
    stretches = pl.DataFrame(
        [(date, *span) for date, span in days.items()],
        schema={"bucket": pl.String, "first_day": pl.String, "last_day": pl.String},
        orient="row",
    )
    found = cells(table, codes).join(answers(table), on="answer", how="left", maintain_order="left")
    found = found.join(stretches, on="bucket", how="left", maintain_order="left")
    about = [pl.lit(word).alias(name) for name, word in _about(table).items()]
    order = ["regime", "partner", "flow", "code", "bucket", "first_day", "last_day", "verdict"]
    return found.with_columns(about).select(*order, "provisions", "possible", "open", "missing", "lawbook")


def _about(table: DecisionTable) -> dict[str, str]:
    return {"regime": table.regime, "partner": table.decided.partner, "lawbook": table.version}


def _days(table: DecisionTable, date: str) -> tuple[str | None, str | None]:
    from saring.days import interval

    epochs = {table.decided.first_day(n): n for n in range(len(table.decided.boundaries) + 1)}
    return table.decided.stretch(epochs[date]) if date in epochs else interval(date)


def bucket_sql(table: DecisionTable, day: str) -> str:
    """An SQL expression for the bucket of a day; `day` is an expression that holds a date, or its text YYYY-MM-DD."""
    lines = [
        f"WHEN CAST({day} AS VARCHAR) < '{bound}' THEN '{table.decided.first_day(n)}'"
        for n, bound in enumerate(table.decided.boundaries)
    ]
    return "CASE " + " ".join(lines) + f" ELSE '{table.decided.first_day(len(table.decided.boundaries))}' END"


# --- writing -----------------------------------------------------------------------------------------------------


def write_law(table: DecisionTable, target: Path, codes: Iterable[str] | None = None) -> int:
    """Write the table as Parquet, CSV or a script of SQL; gives the number of rows."""
    kind = target.suffix.lower()
    if kind not in KINDS:
        raise SaringError("unknown_word", "-o", f"{target.name!r} names no kind of table", ", ".join(KINDS))
    with placed(target) as part:
        if kind == ".sql":
            with part.open("w", encoding="utf-8") as stream:
                return _script(table, stream, codes)
        frame = law_frame(table, codes)
        if kind == ".parquet":
            about = {"saring.lawbook": table.version, "saring.bucket_sql": bucket_sql(table, "day")}
            frame.write_parquet(part, metadata=about)
        else:
            frame.with_columns(pl.col("provisions", "possible", "open", "missing").list.join(" ")).write_csv(part)
    return frame.height


def _script(table: DecisionTable, stream: TextIO, codes: Iterable[str] | None) -> int:
    """Plain SQL: the answers, the cells, and a view that joins them, so that one equi-join with it is enough."""
    about = _about(table)
    stream.write(
        f"-- The law of {about['regime']} as a table. lawbook {about['lawbook']}\n-- bucket of a day:\n-- {bucket_sql(table, 'day')}\n"
    )
    stream.write(
        "CREATE TABLE saring_answers (answer INTEGER PRIMARY KEY, verdict VARCHAR(16), provisions VARCHAR(2000), possible VARCHAR(2000),"
        " open_facts VARCHAR(2000), missing_facts VARCHAR(2000));\n"
    )
    told = answers(table).filter(pl.col("verdict").is_not_null())
    lists = told.with_columns(pl.col("provisions", "possible", "open", "missing").list.join(" "))
    stream.writelines(_inserts("saring_answers", lists.iter_rows()))
    stream.write("CREATE TABLE saring_cells (flow VARCHAR(16), code VARCHAR(6), bucket VARCHAR(24), answer INTEGER);\n")
    found = cells(table, codes)
    stream.writelines(_inserts("saring_cells", found.iter_rows()))
    stream.write(_VIEW.format(**about))
    return found.height


def _inserts(name: str, rows: Iterator[tuple[object, ...]]) -> Iterator[str]:
    batch: list[str] = []
    for row in rows:
        batch.append(
            "(" + ", ".join(str(v) if isinstance(v, int) else "'" + str(v).replace("'", "''") + "'" for v in row) + ")"
        )
        if len(batch) == _AT_ONCE:
            yield _INSERT.format(name, ", ".join(batch))
            batch = []
    if batch:
        yield _INSERT.format(name, ", ".join(batch))
