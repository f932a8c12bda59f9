"""Edges of cells, marks, ways and sums, where a small slip would move a verdict or a count."""

from __future__ import annotations

from itertools import product

import polars as pl
import pytest

from saring.sweep import sweep
from saring.sweep.ceilings import Ceiling, Conversion, Filled, ceilings
from saring.sweep.commodities import read_code
from saring.sweep.countries import AMBIGUOUS, AREA, MISSING, UNKNOWN, WORLD, read_country
from saring.sweep.deciding import WAYS
from saring.sweep.flows import UNKNOWN as NO_WAY_SAID
from saring.sweep.judging import Judge, is_hs, way
from saring.sweep.layout import recognise
from saring.sweep.marks import IN, NO_FLOW, OTHER, OUT, PARTNER, UNCLEAR, Marks, chapter_of, year_of
from saring.sweep.periods import ordered, read_period
from saring.sweep.summing import Totals, counted
from saring.sweep.table import NO_WAY, PLACE_PROBLEMS, WAY_PROBLEMS, DecisionTable, decision_table


@pytest.fixture(scope="module")
def table() -> DecisionTable:
    return decision_table()


@pytest.fixture(scope="module")
def marks(table: DecisionTable) -> Marks:
    return Marks(table)


@pytest.mark.parametrize(
    ("value", "month", "date"),
    [
        ("1900", None, "1900"), ("2100", None, "2100"), ("2017-09", None, "2017-09"), ("2017/2018", None, "2017/2018"),
        ("2017", "[09] September", "2017-09"), ("2017", "Sept.", "2017-09"), ("2017", "Agustus", "2017-08"), ("2017", "12", "2017-12"),
        ("2017-09-11", 3, "2017-09-11"), ("2017Q1", None, "2017-01/2017-03"), ("2017-q3", None, "2017-07/2017-09"),
        ("September 2017", None, "2017-09"), ("2017 Sep.", None, "2017-09"), ("9/2017", None, "2017-09"), ("2017/9", None, "2017-09"),
        ("11 Sep 2017", None, "2017-09-11"), ("11-Sep-2017", None, "2017-09-11"), ("Sep 11, 2017", None, "2017-09-11"),
        ("September 1 2017", None, "2017-09-01"), ("11.9.2017", None, "2017-09-11"), ("13/09/2017", None, "2017-09-13"),
        ("09/13/2017", None, "2017-09-13"), ("9/9/2017", None, "2017-09-09"), ("9-9-2017", None, "2017-09-09"),
        ("13/09/2017 10:15", None, "2017-09-13"), ("2017.9.1", None, "2017-09-01"), ("2017-09-11 10:15:00", None, "2017-09-11"),
    ],
)  # fmt: skip
def test_every_shape_of_a_date(value: object, month: object, date: str) -> None:
    assert read_period(value, month) == (date, None)


@pytest.mark.parametrize(
    ("value", "month"),
    [("1899", None), ("2101", None), ("2017", "13"), ("2017", "0"), ("2017", "Monat"), ("13/13/2017", None), ("2017Q5", None),
     ("201700", None), ("20170900", None), ("2017-00", None), ("2017-09-00", None), ("32.01.2017", None), ("1 Foo 2017", None), ("Foo 2017", None), ("13/2017", None), ("20171301", None)],
)  # fmt: skip
def test_what_is_no_date(value: object, month: object) -> None:
    assert read_period(value, month).date == ""


def test_a_date_that_can_be_read_in_two_ways_says_so_and_can_be_told() -> None:
    assert "--dates" in str(read_period("11/12/2017").problem)
    assert "--dates" not in str(read_period("soon").problem)
    assert (ordered("11/12/2017", day_first=True), ordered("11/12/2017", day_first=False)) == (
        "2017-12-11",
        "2017-11-12",
    )
    assert ordered("2017-12-11", day_first=True) == "2017-12-11"


@pytest.mark.parametrize(
    ("value", "country", "problem"),
    [
        ("8", "AL", None), ("008", "AL", None), (1000, "", UNKNOWN), (998, "", None), ("CHN/PRK", "KP", None), ("CHN-KOR", "KR", None),
        ("ABC", "", UNKNOWN), ("Abc", "", None), ("Utopia", "", None), ("partner", "", UNKNOWN), ("Reporter", "", UNKNOWN),
        ("南朝鮮", "KR", None), ("北朝鮮", "KP", None), ("Korea", "", AMBIGUOUS), ("Semua negara", "", WORLD), ("unspecified", "", AREA),
        ("N/A", "", MISSING), ("XX", "", AREA), (" ZZ ", "", AREA), ("000", "", WORLD),
    ],
)  # fmt: skip
def test_countries_at_the_edges(value: object, country: str, problem: str | None) -> None:
    assert read_country(value) == (country, problem)


@pytest.mark.parametrize(
    ("value", "slips"),
    [
        ("2701", ()), (2701, ()), ("101", ("zero",)), ("22.0", ("decimal",)), ("27101981", ("national",)), ("0101.21", ("dotted",)),
        ("2701 - Coal", ("worded",)), ("[27011210] Bituminous coal", ("national", "worded")), ("HS 2701: coal", ("worded",)),
    ],
)  # fmt: skip
def test_what_had_to_be_put_right_is_told(value: object, slips: tuple[str, ...]) -> None:
    found = read_code(value)
    assert found.problem is None
    assert sorted(found.slips) == sorted(slips)


def test_ways_of_a_row() -> None:
    world, korea = (2 + PLACE_PROBLEMS.index(p) for p in (WORLD, AMBIGUOUS))
    first = len(WAYS) + 1
    no_flow = first + WAY_PROBLEMS.index(NO_WAY_SAID)

    def named(name: str) -> int:
        return 1 + WAYS.index(name)

    expected = {
        (PARTNER, PARTNER, IN): named("within"), (PARTNER, PARTNER, NO_FLOW): named("within"),
        (PARTNER, OTHER, IN): named("to_partner"), (PARTNER, OTHER, OUT): named("from_partner"),
        (OTHER, PARTNER, IN): named("from_partner"), (OTHER, PARTNER, OUT): named("to_partner"),
        (OTHER, PARTNER, NO_FLOW): no_flow, (PARTNER, OTHER, NO_FLOW): no_flow,
        (korea, PARTNER, IN): named("from_partner"), (PARTNER, korea, OUT): named("from_partner"),
        (PARTNER, world, IN): first + len(PLACE_PROBLEMS) + world - 2, (world, PARTNER, IN): first + world - 2,
        (OTHER, world, IN): first + len(PLACE_PROBLEMS) + world - 2, (world, OTHER, OUT): first + world - 2,
        (OTHER, korea, IN): first + len(PLACE_PROBLEMS) + korea - 2, (OTHER, OTHER, IN): NO_WAY, (OTHER, OTHER, NO_FLOW): NO_WAY,
    }  # fmt: skip
    assert {row: way(*row) for row in expected} == expected
    beside = {
        (OTHER, OTHER, IN, PARTNER): named("via_in"), (OTHER, OTHER, OUT, PARTNER): named("via_out"),
        (OTHER, OTHER, NO_FLOW, PARTNER): no_flow, (OTHER, OTHER, IN, UNCLEAR): first + len(WAY_PROBLEMS) - 1,
        (OTHER, PARTNER, IN, PARTNER): named("from_partner"), (PARTNER, OTHER, IN, UNCLEAR): named("to_partner"),
        (OTHER, world, IN, PARTNER): named("via_in"), (OTHER, OTHER, IN, OTHER): NO_WAY,
    }  # fmt: skip
    assert {row: way(*row) for row in beside} == beside


@pytest.mark.parametrize(
    ("value", "is_one"),
    [("H0", True), ("h5", True), ("HS2017", True), ("HS", True), ("", True), (None, True), ("NA", True), ("S3", False),
     ("SITC", False), ("BEC", False), ("H5X", False), ("3", False)],
)  # fmt: skip
def test_editions_of_hs(value: object, is_one: bool) -> None:
    assert is_hs(value) is is_one


def test_numbers_and_texts_have_the_same_marks(marks: Marks) -> None:
    countries = [*range(1000), 408, 410]
    asked = pl.Series(countries)
    expected = [marks.place(n) for n in countries]
    for column in (asked, asked.cast(pl.Int16), asked.cast(pl.String), asked.cast(pl.Float64)):
        assert marks.places(column).to_list() == expected
        assert marks.places(column, 3).to_list() == [3 * mark for mark in expected]
    assert marks.places(pl.Series(["408", None, "World"])).to_list() == [marks.place(v) for v in ("408", None, "World")]
    for few in ([408, 408], [156, 643], [156, 408]):
        assert marks.places(pl.Series(few), 5).to_list() == [5 * marks.place(n) for n in few]
    codes = [1, 9, 99, 100, 101, 999, 1000, 2701, 9999, 10_000, 10_121, 99_999, 270_112, 271_019, 854_231, 999_999]
    for column in (pl.Series(codes), pl.Series(codes).cast(pl.Int32)):
        assert marks.codes(column).to_list() == [marks.code(n) for n in codes]
        assert marks.chapters(column).to_list() == [chapter_of(n) for n in codes]
    texts = ["01", "0101", "010121", "27", "2701", "270112", "7.0", "x", None]
    assert marks.codes(pl.Series(texts)).to_list() == [marks.code(v) for v in texts]
    assert marks.chapters(pl.Series(texts)).to_list() == [chapter_of(v) for v in texts]
    dates = [0, 1899, 1900, 2017, 2100, 2101, 189_912, 190_001, 201_700, 201_701, 201_712, 201_713, 201_752, 210_012]
    assert marks.dates([pl.Series(dates)]).to_list() == [marks.date(n) for n in dates]
    assert marks.dates([pl.Series(dates)], 4).to_list() == [4 * marks.date(n) for n in dates]
    assert marks.years(pl.Series(dates)).to_list() == [year_of(n) for n in dates]
    months = pl.DataFrame({"y": [2017, 2017, 2018], "m": [9, 52, None]})
    expected_dates = [marks.table.date_mark(read_period(y, m)) for y, m in months.iter_rows()]
    assert marks.dates([months["y"], months["m"]]).to_list() == expected_dates


def test_marks_of_flows(marks: Marks) -> None:
    for column in (
        ["M", "X"],
        ["M", "M"],
        ["X"],
        ["M", "RX", "RM", "X"],
        ["RX"],
        ["Import", "X"],
        ["M", None],
        ["M", "?"],
    ):
        assert marks.flows(pl.Series(column, dtype=pl.String)).to_list() == [marks.flow(v) for v in column]
    assert (marks.flow("M"), marks.flow("RX"), marks.flow("?")) == (IN, OUT, NO_FLOW)


def test_marks_of_second_partners(marks: Marks) -> None:
    assert [marks.second(v) for v in ("408", "156", "World", "Korea", None)] == [PARTNER, OTHER, OTHER, UNCLEAR, OTHER]
    for column in (pl.Series([156, 643]), pl.Series(["CN", None]), pl.Series([], dtype=pl.String)):
        assert marks.seconds(column) is None
        assert marks.ours(column) is None
    for found, expected in (
        (marks.seconds(pl.Series([156, 408])), [OTHER, PARTNER]),
        (marks.seconds(pl.Series(["Korea", "KP", "CN"])), [UNCLEAR, PARTNER, OTHER]),
        (marks.ours(pl.Series(["Korea", "KP", "CN"])), [False, True, False]),
        (marks.ours(pl.Series([None, 408, 156])), [False, True, False]),
    ):
        assert found is not None
        assert found.to_list() == expected


OIL = Conversion(of=("p",), barrels_per_tonne=8.0, by="x")


@pytest.mark.parametrize(
    ("limits", "conversion", "share"),
    [
        ({"tonnes": 1000}, None, 0.5), ({"usd": 400}, None, 0.25), ({"tonnes": 1000, "usd": 400}, None, 0.5),
        ({"tonnes": 10_000, "usd": 400}, None, 0.25), ({"barrels": 8000}, OIL, 0.5), ({"barrels": 8000}, None, None),
        ({"barrels": 8000, "tonnes": 1000}, None, 0.5), ({}, OIL, None),
    ],
)  # fmt: skip
def test_how_full_a_ceiling_is(limits: dict[str, int], conversion: Conversion | None, share: float | None) -> None:
    place = Filled(Ceiling("p", "w", **limits), conversion, 2018, 500.0, 100.0, 7.0, 9.0)
    assert place.share == share
    assert place.barrels == (4000.0 if conversion else None)


def test_years_of_ceilings_follow_each_other() -> None:
    for name in {c.provision for c in ceilings().ceiling}:
        own = [c for c in ceilings().ceiling if c.provision == name]
        years = [c.year or c.from_ for c in own]
        assert len(set(years)) == len(years), name
        assert all((c.year is None) != (c.from_ is None) for c in own)


def test_every_way_has_a_mark(marks: Marks) -> None:
    places = range(2 + len(PLACE_PROBLEMS))
    made = {way(r, p, f, s) for r, p, f, s in product(places, places, (NO_FLOW, IN, OUT), (OTHER, PARTNER, UNCLEAR))}
    assert NO_WAY in made
    assert {1 + n for n in range(len(WAYS))} <= made
    assert max(made) < 2**5, "the mark of a sum leaves five bits for it"


def test_a_second_partner_that_may_be_either_korea_is_told_of() -> None:
    row = {"reporterISO": "CHN", "partnerISO": "RUS", "flowCode": "M", "cmdCode": "2701", "period": 201805}
    beside = [{**row, "partner2": name} for name in ("Korea", "Japan", "World", "PRK")]
    told = sweep(pl.DataFrame(beside)).to_dicts()
    assert [one["verdict"] for one in told[1:3]] == ["not_covered"] * 2
    assert AMBIGUOUS in told[0]["problem"]
    assert told[3]["verdict"] == "undetermined"


def test_rows_of_other_classifications_are_not_judged() -> None:
    row = {"reporterISO": "CHN", "partnerISO": "PRK", "flowCode": "M", "cmdCode": "2701", "period": 201805}
    for editions, judged in (
        (["H5", "H4"], [True, True]),
        (["H5", "S3"], [True, False]),
        (["S3", "H5"], [False, True]),
    ):
        told = sweep(pl.DataFrame([{**row, "classificationCode": edition} for edition in editions])).to_dicts()
        assert [one["verdict"] == "prohibited" for one in told] == judged
        assert [one["problem"] is None for one in told] == judged


@pytest.mark.parametrize("amount", ["primaryValue", "netWgt", None])
def test_levels_are_weighed_by_what_the_table_has(table: DecisionTable, amount: str | None) -> None:
    rows = [("27", 100.0), ("2710", 100.0), ("271012", 60.0), ("271019", 40.0)]
    base = {"reporterISO": "CHN", "partnerISO": "PRK", "flowCode": "X", "period": 201905}
    frame = pl.DataFrame([{**base, "cmdCode": code, **({amount: much} if amount else {})} for code, much in rows])
    totals = Totals()
    Judge(table, recognise(frame.columns), totals).judged(frame)
    kept = counted(totals.groups())
    assert kept["rows"].sum() == 2, "the two subheadings, or two rows where nothing is weighed"
    assert kept["level"].unique().to_list() == [6]
