"""Sums that count nothing twice, and the ceilings of the law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from saring.sweep.ceilings import filled
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.summing import Totals, counted, read_numbers
from saring.sweep.table import decision_table
from saring.sweep.telling import summary, tables

BASE = {
    "reporterISO": "CHN",
    "partnerISO": "PRK",
    "flowCode": "X",
    "period": 201905,
    "primaryValue": 0.0,
    "netWgt": 0.0,
}


def told(*rows: dict[str, Any]) -> tuple[Any, Totals]:
    frame = pl.DataFrame([{**BASE, **row} for row in rows])
    law, totals = decision_table(), Totals()
    judge = Judge(law, recognise(frame.columns), totals)
    for stretch in frame.iter_slices(2):
        judge.judged(stretch)
    return law, totals


def sums(law: Any, totals: Totals, heading: str) -> dict[str, tuple[int, int, int]]:
    return dict(dict(tables(law, counted(totals.groups())))[heading])


def test_chapters_headings_and_subheadings_count_once() -> None:
    law, totals = told(
        {"cmdCode": "27", "primaryValue": 100.0},
        {"cmdCode": "2710", "primaryValue": 100.0},
        {"cmdCode": "271012", "primaryValue": 60.0},
        {"cmdCode": "271019", "primaryValue": 40.0},
    )
    assert sums(law, totals, "chapter")["27"][1] == 10_000
    assert totals.rows == 4


def test_an_incomplete_finer_level_gives_way_to_the_whole() -> None:
    law, totals = told({"cmdCode": "2710", "primaryValue": 100.0}, {"cmdCode": "271012", "primaryValue": 60.0})
    assert sums(law, totals, "chapter")["27"][1] == 10_000


def test_re_exports_stand_inside_exports() -> None:
    law, totals = told(
        {"cmdCode": "2710", "primaryValue": 100.0}, {"cmdCode": "2710", "primaryValue": 30.0, "flowCode": "RX"}
    )
    assert sums(law, totals, "year")["2019"][1] == 10_000
    assert "re-exports" in summary(law, totals)


def test_ceilings_by_calendar_year() -> None:
    law, totals = told(
        {"cmdCode": "2710", "netWgt": 30_000_000.0},
        {"cmdCode": "2710", "netWgt": 45_000_000.0, "period": 201911},
        {"cmdCode": "2710", "netWgt": 6_000_000.0, "period": 202001},
        {"cmdCode": "27", "netWgt": 1_000_000.0, "period": 202101},
    )
    found = {
        place.year: place
        for place in filled(law, counted(totals.groups()))
        if place.ceiling.provision == "UNSCR-2397-5"
    }
    assert [round(found[year].share or 0, 2) for year in (2019, 2020)] == [1.25, 0.10]
    assert found[2021].tonnes == 0
    assert found[2021].unsure_tonnes == 1000
    assert "China, notice 2018/4" in summary(law, totals)


def test_stretches_in_any_order_add_up_to_the_same(tmp_path: Path) -> None:
    rows = [
        {"cmdCode": code, "primaryValue": 1.1 * n, "period": 201801 + n % 12}
        for n, code in enumerate(["2710", "6109", "0808", "84"] * 30)
    ]
    law, first = told(*rows)
    _, second = told(*reversed(rows))
    assert first.groups().equals(second.groups())
    assert first.largest().equals(second.largest())
    assert summary(law, first) == summary(law, second)


def test_numbers_as_people_write_them() -> None:
    written = pl.Series(
        ["1234.5", "1,234.5", "1.234,5", "1 234,5", "1,234", "12,5", "1.234.567", "-3,5", "USD 7", "", None, "x"]
    )
    expected = [1234.5, 1234.5, 1234.5, 1234.5, 1234.0, 12.5, 1234567.0, -3.5, 7.0, None, None, None]
    assert read_numbers(written).to_list() == expected
    assert read_numbers(pl.Series(["1.234", "1,234", "12.5"]), comma=True).to_list() == [1234.0, 1.234, 12.5]


def test_a_list_of_dealings_has_no_sums_among_its_rows() -> None:
    frame = pl.DataFrame(
        {
            "from": ["CN"] * 2,
            "to": ["KP"] * 2,
            "hs": ["2710", "270900"],
            "date": ["2019-05-01"] * 2,
            "value": [5.0, 7.0],
        }
    )
    law, totals = decision_table(), Totals()
    Judge(law, recognise(frame.columns), totals).judged(frame)
    assert sums(law, totals, "chapter")["27"][1] == 1200


def test_the_largest_rows_are_those_that_the_law_reaches() -> None:
    rows = [{"cmdCode": "1001", "primaryValue": 1e9 + n} for n in range(60)] + [
        {"cmdCode": "2710", "primaryValue": 5.0}
    ]
    _, totals = told(*rows)
    assert totals.largest()["code"].to_list() == ["2710"]
