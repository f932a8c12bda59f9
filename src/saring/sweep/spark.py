"""A sweep on PySpark: rows are numbered as Spark reads them, judged by joins, and come back sorted by their number."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from saring.measures import Lawbook
from saring.model import SaringError
from saring.sweep.deciding import Answer
from saring.sweep.distributed import judged_by_joins
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.opening import BROKEN_COLUMN, table_files
from saring.sweep.running import Order, Watch, is_done, opened_as, remember
from saring.sweep.spark_sums import add_up
from saring.sweep.summing import Totals
from saring.sweep.table import SITC, DecisionTable, decision_table
from saring.sweep.wording import note

ROW = "row"


def judged_frame(
    frame: Any, given: Mapping[str, str] | None = None, regime: str = "UN", book: Lawbook | None = None
) -> Any:
    """A PySpark DataFrame with `row` and the four columns of an answer, sorted by `row`."""
    table = decision_table(book, regime)
    judge = Judge(table, recognise(frame.columns, given, table.decided.book))
    return judged_spark(frame, judge)


def judged_spark(frame: Any, judge: Judge) -> Any:
    """The rows of a PySpark DataFrame judged, numbered and sorted."""
    import narwhals.stable.v2 as nw

    spark = frame.sparkSession

    def made(columns: dict[str, list[Any]]) -> Any:
        from pyspark.sql.functions import broadcast

        rows = list(zip(*columns.values(), strict=True))
        return nw.from_native(broadcast(spark.createDataFrame(rows, _schema(columns))))

    # Broadcast joins leave the rows in their partitions and in order, so that nothing needs to be sorted.
    found = judged_by_joins(nw.from_native(_numbered(frame)), judge, made, _values)
    return nw.to_native(found)


def _schema(columns: dict[str, list[Any]]) -> str:
    """The types of a small table in Spark's own words."""
    kinds = {"provisions": "array<string>", "possible": "array<string>"}
    return ", ".join(
        f"`{name}` {kinds.get(name) or ('int' if any(isinstance(v, int) for v in values) else 'string')}"
        for name, values in columns.items()
    )


def _values(frame: Any, keys: list[str]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame.select(*keys).to_native().distinct().collect()]


def _numbered(frame: Any) -> Any:
    """The rows with their number in the order of the partitions, as Spark read them.

    They are looked at several times. Parquet comes in the same partitions each time; what else a frame may stand for
    is kept, since it could come otherwise, or be dear to make.
    """
    from pyspark.sql import functions as sql

    marked = frame.withColumn("__part", sql.spark_partition_id()).withColumn("__id", sql.monotonically_increasing_id())
    if not _is_of_files(frame):
        marked = marked.persist()
    counts = sorted((row[0], row[1]) for row in marked.groupBy("__part").count().collect())
    start, starts = 0, {}
    for part, count in counts:
        starts[part] = start
        start += count
    offset = sql.lit(0).cast("long")
    for part, begins in starts.items():
        offset = sql.when(sql.col("__part") == part, sql.lit(begins).cast("long")).otherwise(offset)
    # The lower 33 bits number the rows of a partition (Spark's documentation of monotonically_increasing_id).
    place = sql.col("__id").bitwiseAND(sql.lit((1 << 33) - 1))
    return marked.withColumn(ROW, offset + place).drop("__part", "__id")


def _is_of_files(frame: Any) -> bool:
    """Whether a frame is Parquet or ORC as it lies in files, with columns chosen or rows left out and no more.

    Other files are read whole for every look, so that keeping them is quicker.
    """
    known = getattr(frame, "_jdf", None)  # a frame over Spark Connect has none: it is kept
    if known is None:
        return False
    plan = known.queryExecution().analyzed()
    while plan.nodeName() in ("Project", "Filter", "SubqueryAlias") and plan.deterministic():
        plan = plan.children().head()
    return plan.nodeName() == "LogicalRelation" and plan.relation().toString().lower() in ("parquet", "orc")


# --- files -------------------------------------------------------------------------------------------------------


def session(master: str) -> Any:
    """A Spark session on this machine's own address, quiet, without a web page."""
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master(master)
        .appName("saring")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate()
    )


def run_spark(sources: list[str], out: Path, order: Order, watch: Watch, master: str) -> tuple[DecisionTable, Totals]:
    """Sweep tables on Spark: each input becomes a folder of Parquet, OUT itself or a folder in it.

    Parquet and addresses like `s3a://…` are read by Spark; every other file is opened as Polars opens it and handed
    over as Parquet, so that encodings, separators and broken lines mean the same on both.
    """
    remote = [s for s in sources if "://" in s]
    files = [
        *remote,
        *map(str, table_files([s for s in sources if s not in remote]) if len(remote) < len(sources) else ()),
    ]
    single = len(files) == 1 and not Path(sources[0]).is_dir()
    table = decision_table(regime=order.regime, told=watch.compiled)
    totals = Totals()
    wanted = []
    for source in files:
        target = out if single else out / Path(source).stem
        if order.resume and "://" not in source and is_done(Path(source), target, table, order):
            watch.said(note("done", file=source).told(order.lang))
        else:
            wanted.append((source, target))
    if not wanted:
        return table, totals
    spark = session(master)
    spark.sparkContext.setLogLevel("ERROR")
    try:
        for source, target in wanted:
            try:
                totals.join(_one(spark, source, target, table, order, watch))
                if not single and "://" not in source:
                    remember(Path(source), target, table, order)
            except SaringError as error:
                watch.failed(error)
    finally:
        spark.stop()
    return table, totals


def _one(spark: Any, source: str, target: Path, table: DecisionTable, order: Order, watch: Watch) -> Totals:
    from pyspark.errors import PySparkException

    try:
        with _read(spark, source, table, order, watch) as (frame, judge):
            height = frame.count()
            watch.begins(source, height, judge.layout.told())
            every = judged_spark(frame, judge).drop(BROKEN_COLUMN)
            found = _kept(every, order.only)
            own = Totals()
            with _placed(target) as part:
                # Spark writes under _temporary; the folder gets its name only when all of it is there.
                found.write.mode("overwrite").parquet(part)
                written = every if order.only else spark.read.parquet(part)  # what is left out counts, as on Polars
                _count(written, table, own)
                if own.rows and all(table.answers[n].problem == SITC for n in own.counts()):
                    raise SaringError("bad_type", source, SITC, "HS, H0 to H6")
                add_up(written, judge, own)
            watch.passed(height)
            spark.catalog.clearCache()
            return own
    except PySparkException as error:
        text = (str(error).strip().splitlines() or ["it cannot be read"])[0][:300]
        raise SaringError("unreadable", source, text, "a table that Spark can read") from error


@contextlib.contextmanager
def _read(spark: Any, source: str, table: DecisionTable, order: Order, watch: Watch) -> Iterator[tuple[Any, Judge]]:
    book = table.decided.book
    kind = Path(source).suffix.lower()
    if kind == ".parquet" or "://" in source:
        frame = (
            spark.read.option("header", "true").csv(source) if kind in (".csv", ".tsv") else spark.read.parquet(source)
        )
        layout = recognise(frame.columns, order.mapping, book, source)._replace(day_first=order.day_first)
        yield frame, Judge(table, layout)
        return
    opened = opened_as(Path(source), order, table)
    for one in opened.notes:
        watch.said(one.told(order.lang))
    with tempfile.TemporaryDirectory(prefix="saring-") as folder:
        try:
            opened.frame.sink_parquet(Path(folder) / "rows.parquet", engine="streaming", maintain_order=True)
        except pl.exceptions.PolarsError as error:
            raise SaringError(
                "unreadable", source, str(error).splitlines()[0][:300], "a table that can be read"
            ) from error
        finally:
            if opened.scratch is not None:
                opened.scratch.unlink(missing_ok=True)
        yield spark.read.parquet(f"{folder}/rows.parquet"), Judge(table, opened.layout, broken=opened.broken)


def _kept(found: Any, only: tuple[str, ...]) -> Any:
    from pyspark.sql import functions as sql

    if not only:
        return found
    words = [v for v in only if v != "problem"]
    wanted = sql.col("verdict").isin(words) if words else sql.lit(False)
    return found.filter(wanted | sql.col("verdict").isNull() if "problem" in only else wanted)


@contextlib.contextmanager
def _placed(target: Path) -> Iterator[str]:
    """A folder beside the target to write into; it takes the target's place only when all of it is written."""
    if "://" in str(target) or ":/" in str(target):  # an address: Spark's own mark of success has to do
        yield str(target)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield str(part)
        if target.is_dir():
            shutil.rmtree(target)
        part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _count(written: Any, table: DecisionTable, totals: Totals) -> None:
    """Count the answers of what was written; sums are added up elsewhere."""
    groups = written.groupBy("verdict", "provisions", "possible", "problem").count().collect()
    places = {(a.verdict, a.provisions, a.possible, a.problem): n for n, a in reversed(list(enumerate(table.answers)))}
    for verdict, provisions, possible, problem, rows in groups:
        key = verdict, tuple(provisions), tuple(possible), problem
        totals.count(places[key] if key in places else table.place(Answer(*key[:3], problem=problem)), rows)
