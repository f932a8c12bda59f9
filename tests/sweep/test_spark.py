"""PySpark really starts and says the same; where it or Java is not installed, that is said (in CI it is a failure)."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from saring.sweep import sweep

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("needs pyspark and Java")
    from saring.sweep.distributed import session

    started = session("local[2]")
    started.sparkContext.setLogLevel("ERROR")
    yield started
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
