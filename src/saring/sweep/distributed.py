"""The same marks and the same table as joins, in narwhals: for PySpark, and for any lazy frame that narwhals knows.

Each key column has few different values. They are collected, read by the readers of this room, and joined back as
small tables; the sum of their marks is the place in the decision table, which is joined as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from saring.measures import Lawbook
from saring.model import SaringError
from saring.sweep.commodities import read_code
from saring.sweep.deciding import WAYS
from saring.sweep.facts import FACT, HS, NUMBER, TIME, WAY, asked_anew, brings_in
from saring.sweep.judging import FLOW_MARKS, PLACES, Judge, is_hs, way
from saring.sweep.layout import Layout, recognise
from saring.sweep.marks import OUT
from saring.sweep.periods import read_period
from saring.sweep.summing import Totals
from saring.sweep.table import NO_WAY, SITC, WAY_COUNT, DecisionTable, decision_table

if TYPE_CHECKING:
    from saring.sweep.running import Order, Watch

ROW = "row"
_MOST_VALUES = 2_000_000
# A small table of a backend: columns by name, each a list of equal length.
Maker = Callable[[dict[str, list[Any]]], Any]


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

    session = frame.sparkSession

    def made(columns: dict[str, list[Any]]) -> Any:
        from pyspark.sql.functions import broadcast

        rows = list(zip(*columns.values(), strict=True))
        return nw.from_native(broadcast(session.createDataFrame(rows, _spark_schema(columns))))

    numbered = _numbered(frame)
    found = judged_by_joins(nw.from_native(numbered), judge, made, _spark_values)
    return nw.to_native(found).orderBy(ROW)


def judged_by_joins(
    frame: Any, judge: Judge, made: Maker, values: Callable[[Any, list[str]], list[tuple[Any, ...]]]
) -> Any:
    """A narwhals frame judged by equi-joins alone; `made` makes a small table, `values` collects different values."""
    import narwhals.stable.v2 as nw

    layout = judge.layout
    own = list(frame.collect_schema().names())
    frame = frame.with_columns(
        **{
            f"{_ROLE}{role}": _cell(layout, role)
            for role in (*layout.sides, "hs", *layout.times, *_OTHERS)
            if _holds(layout, role)
        }
    )
    seen: dict[str, set[int]] = {}
    for mark, (roles, read) in _readers(judge).items():
        frame, seen[mark] = _marked(frame, mark, [f"{_ROLE}{role}" for role in roles], read, made, values)
    for mark, only in (("__flow", OUT), ("__third", 0)):
        if mark not in seen:
            frame, seen[mark] = frame.with_columns(**{mark: nw.lit(only)}), {only}
    frame = frame.with_columns(
        __way=nw.col("__first") * (PLACES * FLOW_MARKS * 3)
        + nw.col("__second") * (FLOW_MARKS * 3)
        + nw.col("__flow") * 3
        + nw.col("__third")
    )
    frame = frame.join(made(_cells(judge, seen)), on=["__way", "__date", "__code"], how="left")
    if layout.facts:
        frame = _with_facts(frame, judge, made, values)
    frame = frame.join(made(_answers(judge.table)), on="__answer", how="left")
    return frame.select(*own, "verdict", "provisions", "possible", "problem")


_ROLE = "__role_"
_OTHERS = ("flow", "classification", "partner2")


def _holds(layout: Layout, role: str) -> bool:
    return role in layout.columns or role in layout.constants


def _cell(layout: Layout, role: str) -> Any:
    """What each row holds in a role, as text; an absent cell is "", a value too."""
    import narwhals.stable.v2 as nw

    if role in layout.constants:
        return nw.lit(layout.constants[role])
    return nw.col(layout.columns[role]).cast(nw.String).fill_null("")


def _readers(judge: Judge) -> dict[str, tuple[tuple[str, ...], Callable[..., int]]]:
    """For each mark the roles that it is read from, and how."""
    layout, table = judge.layout, judge.table
    codes = ("hs", "classification") if _holds(layout, "classification") else ("hs",)
    readers: dict[str, tuple[tuple[str, ...], Callable[..., int]]] = {
        "__first": (layout.sides[:1], judge.marks.place),
        "__second": (layout.sides[1:], judge.marks.place),
        "__code": (codes, lambda *cells: _code(judge, *cells)),
        "__date": (layout.times, lambda *cells: table.date_mark(read_period(*cells))),
    }
    if not layout.directed:
        readers["__flow"] = (("flow",), judge.marks.flow)
    if _holds(layout, "partner2"):
        readers["__third"] = (("partner2",), judge.marks.second)
    return readers


def _with_facts(frame: Any, judge: Judge, made: Maker, values: Any) -> Any:
    """The answers asked anew where a row says a fact: each different combination once, as on Polars."""
    import narwhals.stable.v2 as nw

    layout = judge.layout
    cells = {HS: f"{_ROLE}hs", **{f"{TIME}{n}": f"{_ROLE}{role}" for n, role in enumerate(layout.times)}}
    frame = frame.with_columns(
        **{key: nw.col(column) for key, column in cells.items()},
        **{f"{FACT}{name}": nw.col(c).cast(nw.String).fill_null("") for name, c in layout.facts.items()},
    )
    keys = [*cells, *(f"{FACT}{name}" for name in layout.facts), WAY, NUMBER]
    found = [dict(zip(keys, row, strict=True)) for row in _few(values(frame, keys), keys)]
    asked = [row for row in found if _is_asked(judge, row)]
    small = {key: [row[key] for row in asked] for key in keys}
    small["__asked"] = [asked_anew(judge, row) for row in asked]
    joined = frame.join(made(small), on=keys, how="left") if asked else frame.with_columns(__asked=nw.col(NUMBER))
    return joined.with_columns(**{NUMBER: nw.coalesce(nw.col("__asked"), nw.col(NUMBER))})


def _is_asked(judge: Judge, row: dict[str, Any]) -> bool:
    said = {name: row[f"{FACT}{name}"] for name in judge.layout.facts}
    if row[WAY] == NO_WAY:
        return any(brings_in(judge, name, value) for name, value in said.items())
    return 1 <= row[WAY] <= len(WAYS) and any(said.values())


def _code(judge: Judge, code: object, classification: object = None) -> int:
    if not is_hs(classification):
        return judge.table.problem_mark(SITC)
    return judge.table.code_mark(read_code(code))


def _marked(
    frame: Any, mark: str, columns: list[str], read: Callable[..., int], made: Maker, values: Any
) -> tuple[Any, set[int]]:
    """Join the marks of the different values of one or two columns."""
    found = _few(values(frame, columns), columns)
    marks = [read(*cells) for cells in found]
    small = {k: [cells[n] for cells in found] for n, k in enumerate(columns)}
    return frame.join(made({**small, mark: marks}), on=columns, how="left"), set(marks)


def _few(found: list[tuple[Any, ...]], columns: list[str]) -> list[tuple[Any, ...]]:
    if len(found) > _MOST_VALUES:
        raise SaringError(
            "too_large", ", ".join(columns), f"{len(found):,} different values", f"up to {_MOST_VALUES:,}"
        )
    return sorted(found)


def _cells(judge: Judge, seen: dict[str, set[int]]) -> dict[str, list[Any]]:
    """The cells of the decision table that these marks can reach."""
    table = judge.table
    columns: dict[str, list[Any]] = {"__way": [], "__date": [], "__code": [], WAY: [], NUMBER: []}
    for first, second, flow, third in product(*(sorted(seen[k]) for k in ("__first", "__second", "__flow", "__third"))):
        own = way(first, second, flow, third)
        for date, code in product(sorted(seen["__date"]), sorted(seen["__code"])):
            columns["__way"].append(((first * PLACES + second) * FLOW_MARKS + flow) * 3 + third)
            columns["__date"].append(date)
            columns["__code"].append(code)
            columns[WAY].append(own)
            columns[NUMBER].append(table.numbers[(date * WAY_COUNT + own) * table.code_count + code])
    return columns


def _answers(table: DecisionTable) -> dict[str, list[Any]]:
    return {
        "__answer": list(range(len(table.answers))),
        "verdict": [a.verdict for a in table.answers],
        "provisions": [list(a.provisions) for a in table.answers],
        "possible": [list(a.possible) for a in table.answers],
        "problem": [a.problem for a in table.answers],
    }


# --- Spark -------------------------------------------------------------------------------------------------------


def _spark_schema(columns: dict[str, list[Any]]) -> str:
    """The types of a small table in Spark's own words."""
    kinds = {"provisions": "array<string>", "possible": "array<string>"}
    return ", ".join(
        f"`{name}` {kinds.get(name) or ('int' if any(isinstance(v, int) for v in values) else 'string')}"
        for name, values in columns.items()
    )


def _spark_values(frame: Any, keys: list[str]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame.select(*keys).to_native().distinct().collect()]


def _numbered(frame: Any) -> Any:
    """The rows with their number in the order of the partitions, as Spark read them."""
    from pyspark.sql import functions as sql

    marked = frame.withColumn("__part", sql.spark_partition_id()).withColumn("__id", sql.monotonically_increasing_id())
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
    """Sweep tables on Spark: each input (a path that Spark reads, of Parquet or CSV) becomes a folder of Parquet in OUT."""
    table = decision_table(regime=order.regime)
    totals = Totals()
    spark = session(master)
    spark.sparkContext.setLogLevel("ERROR")
    try:
        for source in sources:
            kind = Path(source).suffix.lower()
            frame = (
                spark.read.option("header", "true").csv(source)
                if kind in (".csv", ".tsv")
                else spark.read.parquet(source)
            )
            judge = Judge(table, recognise(frame.columns, order.mapping, table.decided.book, source), totals)
            watch.begins(source, None, judge.layout.told())
            found = judged_spark(frame, judge)
            if order.only:
                from pyspark.sql import functions as sql

                words = [v for v in order.only if v != "problem"]
                wanted = sql.col("verdict").isin(words) if words else sql.lit(False)
                found = found.filter(wanted | sql.col("verdict").isNull() if "problem" in order.only else wanted)
            target = str(out if len(sources) == 1 else out / Path(source).stem)
            # Spark writes under _temporary and marks the end with _SUCCESS.
            found.write.mode("overwrite").parquet(target)
            _count(spark.read.parquet(target), table, totals)
    finally:
        spark.stop()
    return table, totals


def _count(written: Any, table: DecisionTable, totals: Totals) -> None:
    """Count the answers of what was written; sums by year and partner are the business of Polars."""
    groups = written.groupBy("verdict", "provisions", "possible", "problem").count().collect()
    places = {(a.verdict, a.provisions, a.possible, a.problem): n for n, a in reversed(list(enumerate(table.answers)))}
    for verdict, provisions, possible, problem, rows in groups:
        totals.count(places[verdict, tuple(provisions), tuple(possible), problem], rows)
