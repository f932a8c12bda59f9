"""One law, every engine: `findings` judges each distinct case, then Polars, SQL and Spark judge many rows of them.

Cases: every code of the Harmonized System that a table can hold, both ways, every day on which the law changes, the
day before it, and the months and years around them (over a million); besides, codes of the law with facts from columns
(date of contract, approval). `findings` judges each of them by itself, without the table. Then rows are drawn from
them, and every row's verdict and provisions must be those of its case: on Polars, in the exported table joined in
DuckDB, and on Spark. Exit code 1 when one row differs; the last line says how many of each were compared.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import polars as pl

from figures import Figure, Part, hand_over, shown
from saring.days import plus
from saring.findings import judge
from saring.goods.editions import codes
from saring.law import load
from saring.model import Dealing, Determination, Good
from saring.sweep import sweep
from saring.sweep.commodities import read_code
from saring.sweep.exporting import bucket_sql, write_law
from saring.sweep.periods import read_period
from saring.sweep.table import DecisionTable, decision_table

WAYS = (("M", "from_partner"), ("X", "to_partner"))
CHUNK = 1_000_000
FACTS: dict[str, tuple[Any, ...]] = {
    "contract_date": (None, "2017-08-01", "2017-09-10", "2017-11-30", "2018"),
    "committee_approval": (None, True, False),
}
BATCH = 20_000
SQL = """
SELECT count(*) FILTER (coalesce(l.verdict, 'not_covered') <> g.expected
         OR coalesce(array_to_string(list_sort(list_distinct(list_concat(l.provisions, l.possible))), ' '), '')
            <> g.named), count(*)
FROM (SELECT hash(range) % ? AS number FROM range(?)) r JOIN given g USING (number)
LEFT JOIN law l ON l.code = g.cmdCode AND l.bucket = g.bucket
  AND l.flow = CASE g.flowCode WHEN 'M' THEN 'from_partner' ELSE 'to_partner' END
"""
Case = tuple[str, str, str, Any, Any]  # flow, code, date, date of contract, approval


def dates(table: DecisionTable) -> list[str]:
    """Every day on which the law changes, the day before it, and the months and years around them."""
    found = set()
    for day in table.decided.boundaries:
        found |= {day, plus(day, -1), day[:7], plus(day, -1)[:7], day[:4]}
    return sorted(found)


def cases(table: DecisionTable, every: int) -> Iterator[Case]:
    """Every distinct case, in a fixed order; `every` thins out the codes for a short run."""
    known = sorted(code for code in codes() if read_code(code).problem is None)
    law = sorted(table.decided.classes.tree)
    chosen = sorted({*known[::every], *law[:: max(1, every // 20)]})
    for code, day, (flow, _) in product(chosen, dates(table), WAYS):
        yield flow, code, day, None, None
    days = [d for d in dates(table) if len(d) == 10]
    for code, day, contract, approved in product(law[::every], days, *FACTS.values()):
        if contract is not None or approved is not None:
            yield "M", code, day, contract, approved


def answered(batch: list[Case]) -> list[tuple[str, str]]:
    """What `findings` says of each case: the verdict, and the provisions in order of their names."""
    book = load()
    return [_told(judge(_dealing(case), book)) for case in batch]


def _dealing(case: Case) -> Dealing:
    flow, code, day, contract, approved = case
    given = {"contract_date": contract, "committee_approval": approved}
    facts = {name: value for name, value in given.items() if value is not None}
    sides = ("KP", "CN") if flow == "M" else ("CN", "KP")
    return Dealing(
        kind="goods", from_=sides[0], to=sides[1], date=read_period(day).date, goods=(Good(hs=(code,)),), facts=facts
    )


def _told(found: Determination) -> tuple[str, str]:
    return found.verdict, " ".join(sorted(f.provision for f in found.findings))


def judged(table: DecisionTable, every: int) -> pl.DataFrame:
    """The cases with what `findings` says, judged on all cores."""
    stream = cases(table, every)
    batches = iter(lambda: list(islice(stream, BATCH)), [])
    rows: list[tuple[Any, ...]] = []
    # Fresh processes: Polars has threads, and a fork with threads may wait for ever.
    with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=get_context("spawn")) as pool:
        waiting = list(batches)
        for batch, answers in zip(waiting, pool.map(answered, waiting), strict=True):
            rows += [(*case, *answer) for case, answer in zip(batch, answers, strict=True)]
    schema = {
        "flowCode": pl.String, "cmdCode": pl.String, "date": pl.String, "contract": pl.String, "approved": pl.Boolean,
        "expected": pl.String, "named": pl.String,
    }  # fmt: skip
    frame = pl.DataFrame(rows, schema=schema, orient="row").with_row_index("case")
    return frame.with_columns(reporterISO=pl.lit("CHN"), partnerISO=pl.lit("PRK"))


def named(frame: pl.DataFrame) -> pl.Expr | pl.Series:
    """Provisions and possible ones of each row in one text, in order of their names."""
    return frame["provisions"].list.concat(frame["possible"]).list.unique().list.sort().list.join(" ")


def by_polars(frame: pl.DataFrame, many: int) -> tuple[int, int]:
    """Rows drawn from the cases, judged by Polars: how many, and how many differ."""
    mapped = {"contract_date": "contract", "committee_approval": "approved"}
    # Facts from columns take another way through the engine; both are taken.
    plain = frame.filter(pl.col("contract").is_null() & pl.col("approved").is_null()).drop("contract", "approved")
    wrong = done = 0
    for number in range(max(1, many // CHUNK)):
        rows = plain.sample(min(CHUNK, many), with_replacement=True, seed=number)
        wrong += _differing(sweep(rows))
        done += rows.height
    facts = sweep(frame, map=mapped)
    return done + frame.height, wrong + _differing(facts) + _differing(sweep(plain))


def _differing(told: pl.DataFrame) -> int:
    different = (told["verdict"].cast(pl.String) != told["expected"]).fill_null(value=True) | (
        named(told) != told["named"]
    )
    if different.any():
        print(told.filter(different).head(3), file=sys.stderr)
    return int(different.sum())


def by_sql(frame: pl.DataFrame, table: DecisionTable, many: int, folder: Path) -> tuple[int, int]:
    """Rows drawn from the cases that have a day, joined with the exported table in DuckDB."""
    import duckdb

    days = frame.filter(
        (pl.col("date").str.len_chars() == 10) & pl.col("contract").is_null() & pl.col("approved").is_null()
    )
    days = days.with_columns(number=pl.int_range(days.height))
    days.write_parquet(folder / "cases.parquet")
    write_law(table, folder / "law.parquet", sorted(set(days["cmdCode"])))
    link = duckdb.connect()
    link.execute(f"CREATE TABLE law AS FROM read_parquet('{folder}/law.parquet')")
    bucket = bucket_sql(table, "date")
    link.execute(f"CREATE TABLE given AS SELECT *, {bucket} AS bucket FROM read_parquet('{folder}/cases.parquet')")  # noqa: S608 - ours
    counted = link.execute(SQL, [days.height, many]).fetchone() or (0, 0)
    return int(counted[1]), int(counted[0])


def by_spark(frame: pl.DataFrame, many: int, folder: Path) -> tuple[int, int]:
    """Rows drawn from the cases within Spark, written as Parquet and judged from there; and cases with facts."""
    from pyspark.sql import functions as f

    from saring.sweep.spark import session

    # A million cases are sent to each worker as one table; Spark's own gigabyte is narrow for that.
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", "--driver-memory 3g pyspark-shell")
    has_fact = pl.col("contract").is_not_null() | pl.col("approved").is_not_null()
    plain = frame.filter(~has_fact).drop("contract", "approved", "case")
    plain.with_columns(number=pl.int_range(plain.height)).write_parquet(folder / "spark.parquet")
    facts = frame.filter(has_fact)
    facts.sample(min(facts.height, max(1, many // 1000)), seed=0).drop("case").write_parquet(folder / "facts.parquet")
    spark: Any = session("local[2]")
    spark.sparkContext.setLogLevel("ERROR")
    try:
        drawn = f.pmod(f.xxhash64("id"), f.lit(plain.height)).alias("number")
        rows = spark.range(0, many, 1, 16).select(drawn)
        rows = rows.join(f.broadcast(spark.read.parquet(str(folder / "spark.parquet"))), "number").drop("number")
        rows.write.parquet(str(folder / "rows"))
        done, wrong = _on_spark(spark, folder / "rows", {})
        mapped = {"contract_date": "contract", "committee_approval": "approved"}
        more, false = _on_spark(spark, folder / "facts.parquet", mapped)
        return done + more, wrong + false
    finally:
        spark.stop()


def _on_spark(spark: Any, table: Path, mapped: dict[str, str]) -> tuple[int, int]:
    """How many rows of a table were judged, and how many differ: one count for each different pair of answers."""
    told = sweep(spark.read.parquet(str(table)), map=mapped)
    done = wrong = 0
    for verdict, sure, possible, expected, named, rows in (
        told.groupBy("verdict", "provisions", "possible", "expected", "named").count().collect()
    ):
        done += rows
        if (verdict, " ".join(sorted({*sure, *possible}))) != (expected, named):
            print(f"Spark: {verdict} {sure} {possible}, findings: {expected} {named}", file=sys.stderr)
            wrong += rows
    return done, wrong


def main() -> int:
    """Judge, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument(
        "--rows", type=int, default=100_000_000, help="rows for Polars and for SQL (default: %(default)s)"
    )
    parser.add_argument(
        "--spark", type=int, default=100_000_000, help="rows for Spark, 0 leaves it out (default: %(default)s)"
    )
    parser.add_argument("--every", type=int, default=1, help="take every n-th code (default: all)")
    options = parser.parse_args()
    table = decision_table()
    began = time.monotonic()
    frame = judged(table, options.every)
    print(f"findings judged {frame.height:,} distinct cases in {time.monotonic() - began:,.0f} s", flush=True)
    found = [
        Figure(
            "engines: distinct cases judged by findings", frame.height, floor=1_000_000 if options.every == 1 else None
        )
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs: dict[str, Callable[[], tuple[int, int]]] = {
            "Polars": lambda: by_polars(frame, options.rows),
            "SQL": lambda: by_sql(frame, table, options.rows, folder),
        }
        if options.spark:
            runs["Spark"] = lambda: by_spark(frame, options.spark, folder)
        for engine, run in runs.items():
            began = time.monotonic()
            rows, wrong = run()
            print(f"{engine}: {rows:,} rows, {wrong} differ, {time.monotonic() - began:,.0f} s", flush=True)
            found += [
                Figure(f"engines: rows on {engine}", rows),
                Figure(f"engines: rows that differ on {engine}", wrong, limit=0),
            ]
    for figure in found:
        print(shown(figure))
    hand_over(options.json, Part("engines", tuple(found)))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
