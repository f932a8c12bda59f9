"""PySpark really starts and says the same; where it or Java is not installed, that is said (in CI it is a failure)."""

from __future__ import annotations

import contextlib
import importlib.util
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from saring.sweep import sweep
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.page import page
from saring.sweep.spark import _is_of_files
from saring.sweep.summing import Totals
from saring.sweep.table import decision_table
from saring.sweep.telling import judged_groups, summary, tallies

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("needs pyspark and Java")
    from saring.sweep.spark import session

    started = session("local[2]")
    started.sparkContext.setLogLevel("ERROR")
    yield started
    with contextlib.suppress(Exception):  # a test may have stopped it
        started.stop()


def given() -> pl.DataFrame:
    """A small table in the present form of UN Comtrade, with rows that cannot be judged."""
    months = [201608, 201709, 201712, 201801, 201803, 202001]
    codes = ["2701", "270112", "61", "6109", "2710", "9305", "TOTAL", "99", "0808", None]
    flows = ["M", "X", "RX", "RM", "?"]
    partners = [408, 156, 0, 410]
    return pl.DataFrame(
        [
            {
                "period": month,
                "reporterCode": 643,
                "flowCode": flow,
                "partnerCode": partner,
                "cmdCode": code,
                "primaryValue": 1.5 * n,
            }
            for n, (month, code, flow, partner) in enumerate(
                (month, code, flow, partner)
                for month in months
                for code in codes
                for flow in flows
                for partner in partners
            )
        ]
    )


def test_spark_says_the_same_in_the_same_order(spark: Any, tmp_path: Path) -> None:
    frame = given()
    frame.write_parquet(tmp_path / "given.parquet")
    theirs = sweep(spark.read.parquet(str(tmp_path / "given.parquet"))).collect()
    ours = sweep(frame)
    assert [row["row"] for row in theirs] == list(range(frame.height))
    columns = [*frame.columns, "verdict", "provisions", "possible", "problem"]
    assert [tuple(row[c] for c in columns) for row in theirs] == ours.select(columns).rows()


@pytest.mark.parametrize("kept", [False, True])
def test_the_order_holds_over_many_partitions(spark: Any, tmp_path: Path, *, kept: bool) -> None:
    given().write_parquet(tmp_path / "given.parquet")
    frame = spark.read.parquet(str(tmp_path / "given.parquet"))
    # Files are read anew for every look; a frame that was dealt out may come otherwise, and is kept.
    frame = frame.repartition(7) if kept else spark.read.parquet(*[str(tmp_path / "given.parquet")] * 5)
    assert _is_of_files(frame) is not kept
    judged = sweep(frame)
    assert judged.rdd.getNumPartitions() > 1
    theirs = judged.collect()
    assert [row["row"] for row in theirs] == list(range(len(theirs)))
    told = sweep(pl.DataFrame([tuple(row[c] for c in frame.columns) for row in theirs], frame.columns, orient="row"))
    assert [row["verdict"] for row in theirs] == told["verdict"].to_list()


def test_facts_and_second_partners_on_spark(spark: Any, tmp_path: Path) -> None:
    draw = random.Random(3)  # noqa: S311
    rows = [
        {
            "reporter": draw.choice(("CN", "RU")),
            "partner": draw.choice(("KP", "MN", "World")),
            "partner2": draw.choice(("KP", None, "MN")),
            "flow": draw.choice(("M", "X")),
            "hs": draw.choice(("2701", "6109", "2710", "8471", "22", "TOTAL")),
            "year": draw.choice((2016, 2017, 2019)),
            "month": draw.choice((1, 9, 12, 52)),
            "origin": draw.choice(("KP", "RU", None)),
            "approved": draw.choice(("yes", "no", None)),
        }
        for _ in range(300)
    ]
    frame = pl.DataFrame(rows)
    given_map = {"origin_country": "origin", "committee_approval": "approved"}
    frame.write_parquet(tmp_path / "given.parquet")
    theirs = sweep(spark.read.parquet(str(tmp_path / "given.parquet")), map=given_map).collect()
    ours = sweep(frame, map=given_map)
    columns = ["verdict", "provisions", "possible", "problem"]
    assert [tuple(row[c] for c in columns) for row in theirs] == ours.select(columns).rows()
    assert ours["verdict"].n_unique() > 2


def test_sums_ceilings_and_largest_rows_are_those_of_polars(spark: Any, tmp_path: Path) -> None:
    draw = random.Random(5)  # noqa: S311
    amounts = ("1234.5", "1,234.5", "1.234,5", "12,5", "1.234.567", "-3,5", "USD 7", "", None, "x", "2.675", "0.005")
    from saring.sweep.spark import _count, judged_spark
    from saring.sweep.spark_sums import add_up

    rows = [
        {
            "reporter": draw.choice(("CN", "RU", "KP", "MN")),
            "partner": draw.choice(("KP", "IR", "MN", "World", None)),
            "partner2": draw.choice(("KP", None, "MN")),
            "flow": draw.choice(("M", "X", "RX")),
            "hs": draw.choice(("2701", "27.01", "6109", "2710", "8471", "22", "1001", "TOTAL")),
            "year": draw.choice((2016, 2017, 2019)),
            "Trade Value": draw.choice(amounts),
            "weight": draw.choice((1.5, 1e9, 0.0005, float("nan"), None)),
            "origin": draw.choice(("KP", "RU", None)),
        }
        for _ in range(600)
    ]
    frame = pl.DataFrame(rows)
    frame.write_parquet(tmp_path / "t.parquet")
    given_map = {"value": "Trade Value", "weight": "weight", "origin_country": "origin"}
    law = decision_table()
    judge = Judge(law, recognise(frame.columns, given_map, law.decided.book))
    judged = judged_spark(spark.read.parquet(str(tmp_path / "t.parquet")), judge)
    theirs, ours = Totals(), Totals()
    _count(judged, judge.table, theirs)
    add_up(judged, judge, theirs)
    Judge(judge.table, judge.layout, ours).judged(frame)
    assert tallies(law, theirs) == tallies(law, ours)
    assert theirs.largest().equals(ours.largest())
    assert judged_groups(judge.table, theirs).equals(judged_groups(judge.table, ours))
    assert [line for line in summary(judge.table, theirs).splitlines() if "codes" not in line] == [
        line for line in summary(judge.table, ours).splitlines() if "codes" not in line
    ]
    add_up(judged, judge, theirs, most=3)
    assert theirs.unsummed
    assert "no sums and no ceilings" in summary(judge.table, theirs)
    assert "ceiling UNSCR" not in page(judge.table, theirs)
    assert "Not told" in page(judge.table, theirs)


def test_the_engine_reads_what_polars_reads(spark: Any, tmp_path: Path) -> None:
    """Last of this file: the run stops the session that both share."""
    from saring.sweep.running import Order, Watch, run
    from saring.sweep.spark import run_spark

    header = "yr;rgDesc;rtTitle;ptTitle;cmdCode;TradeValue"
    lines = [
        "Perdagangan 2018",
        header,
        "2018;Import;China;Dem. People's Rep. of Korea;2701;1",
        "2018;Import;Côte d'Ivoire;PRK;61.0;1;more",
    ]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.csv").write_bytes("\n".join([*lines, "2019;Export;China;PRK;2709;3"]).encode("cp1252"))
    pl.DataFrame([dict(zip(header.split(";"), lines[2].split(";"), strict=True))]).write_excel(folder / "b.xlsx")
    (folder / "c.json").write_text(
        '[{"yr": 2018, "rgDesc": "Import", "rtTitle": "China", "ptTitle": "PRK", "cmdCode": "6109"}]'
    )
    (folder / "d.csv").write_text("a,b\n1,2\n")
    errors: list[Any] = []
    watch = Watch(failed=errors.append)
    run([str(folder)], tmp_path / "ours", Order(), watch)
    _, totals = run_spark([str(folder)], tmp_path / "theirs", Order(), watch, "local[2]")
    assert [error.code for error in errors] == ["bad_type", "bad_type"]
    assert totals.rows == 5
    for name in "abc":
        theirs = pl.read_parquet(tmp_path / "theirs" / name / "*.parquet")
        assert theirs["row"].to_list() == list(range(theirs.height))
        ours = pl.read_parquet(tmp_path / "ours" / f"{name}.parquet").with_columns(pl.col("verdict").cast(pl.String))
        assert theirs.drop("row").rows() == ours.rows()
    again: list[str] = []
    run_spark([str(folder)], tmp_path / "theirs", Order(resume=True), Watch(said=again.append), "local[2]")
    assert sum("done before" in note for note in again) == 3
