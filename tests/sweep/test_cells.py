"""How single cells of trade tables are read."""

from __future__ import annotations

import datetime as dt

import pytest

from saring.sweep.commodities import MISSING, OWN_USE, TOTAL, UNSPECIFIED, read_code
from saring.sweep.countries import AMBIGUOUS, AREA, UNKNOWN, WORLD, by_code, read_country
from saring.sweep.flows import read_flow
from saring.sweep.periods import read_period

NORTH = [
    408, "408", "408.0", "PRK", "KP", "kp", "Dem. People's Rep. of Korea", "Democratic People's Republic of Korea", "North Korea",
    "Korea, North", "Korea, Dem. People's Rep.", "KOREA, DEM. REP.", "Korea (Democratic People's Republic of)", "DPRK",
    "D.P.R. of Korea", "Korea Utara", "КНДР", "Corée du Nord", "Corea del Norte", "북한", "朝鲜", "北朝鮮",
]  # fmt: skip
SOUTH = [
    410, "410", "410.0", "KOR", "KR", "Rep. of Korea", "Republic of Korea", "Korea, Rep.", "Korea, Republic of", "South Korea",
    "Korea, South", "Korea Selatan", "Республика Корея", "Corée du Sud", "대한민국", "韩国",
]  # fmt: skip


@pytest.mark.parametrize("value", NORTH)
def test_the_north(value: object) -> None:
    assert read_country(value) == ("KP", None)


@pytest.mark.parametrize("value", SOUTH)
def test_the_south_is_never_the_north(value: object) -> None:
    assert read_country(value) == ("KR", None)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("Korea", AMBIGUOUS), (0, WORLD), ("World", WORLD), ("W00", WORLD), ("WLD", WORLD), (899, AREA), ("Areas, nes", AREA),
        (837, AREA), ("Free Zones", AREA), (5790, UNKNOWN), ("QQQ", UNKNOWN),
    ],
)  # fmt: skip
def test_what_is_no_country(value: object, problem: str) -> None:
    assert read_country(value).problem == problem


@pytest.mark.parametrize("value", [None, "", float("nan"), "NA", "nan"])
def test_no_country_at_all(value: object) -> None:
    assert read_country(value).problem is not None


def test_namibia_is_a_country_but_na_is_not_read_as_one_in_a_table() -> None:
    assert read_country("NAM").country == "NA"
    assert read_country("516").country == "NA"


def test_country_numbers_are_of_one_country_each() -> None:
    from saring.sweep.countries import COUNTRIES

    lines = [line.split() for line in COUNTRIES.read_text().splitlines() if line and not line.startswith("#")]
    every = [code for line in lines for code in line]
    assert len(every) == len(set(every)) == len(by_code())
    assert len([line for line in lines if len(line[0]) == 2]) > 245


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2701", "2701"), (2701, "2701"), ("22.0", "22"), (22.0, "22"), ("7.0", "07"), (101, "0101"), (10121, "010121"),
        ("010121", "010121"), ("0101.21", "010121"), ("2710.19.81", "271019"), ("22.04", "2204"), ("27101981", "271019"),
        ("1012100", "010121"), ("HS 6109", "6109"), (" 03 ", "03"), ("3", "03"),
    ],
)  # fmt: skip
def test_codes(value: object, code: str) -> None:
    assert read_code(value)[:2] == (code, None)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("TOTAL", TOTAL),
        ("AG2", TOTAL),
        ("99", UNSPECIFIED),
        ("999999", UNSPECIFIED),
        (98, OWN_USE),
        (None, MISSING),
        ("", MISSING),
    ],
)
def test_what_names_no_goods(value: object, problem: str) -> None:
    assert read_code(value)[:2] == ("", problem)


@pytest.mark.parametrize("value", ["coal", "27x", "7712", "000027", "22.1", "1234567890123"])
def test_no_codes(value: str) -> None:
    assert read_code(value).code == ""
    assert read_code(value).problem


@pytest.mark.parametrize(
    ("value", "month", "date"),
    [
        (2017, None, "2017"), ("2017.0", None, "2017"), (201712, None, "2017-12"), ("201752", None, "2017"),
        (2017, 52, "2017"), (2017, 9, "2017-09"), ("20171231", None, "2017-12-31"), ("2017-12-31", None, "2017-12-31"),
        ("2017-12-31T00:00:00", None, "2017-12-31"), ("2017-12-31 00:00:00", None, "2017-12-31"), ("2017Q4", None, "2017-10/2017-12"),
        (dt.date(2017, 9, 11), None, "2017-09-11"), (dt.datetime(2017, 9, 11, 3), None, "2017-09-11"),  # noqa: DTZ001
        ("31.12.2017", None, "2017-12-31"), ("Dec 2017", None, "2017-12"), ("2017/9/1", None, "2017-09-01"),
    ],
)  # fmt: skip
def test_periods(value: object, month: object, date: str) -> None:
    assert read_period(value, month) == (date, None)


@pytest.mark.parametrize("value", ["", None, "soon", "2017-02-30", "201713", "12/11/2017", "999", "3017"])
def test_no_periods(value: object) -> None:
    assert read_period(value).problem


@pytest.mark.parametrize(
    ("value", "direction", "again"),
    [
        ("M", "in", False), ("Import", "in", False), (1, "in", False), ("1.0", "in", False), ("RM", "in", True), ("Re-Import", "in", True),
        ("4", "in", True), ("X", "out", False), ("Exports", "out", False), ("Re-Export", "out", True), (3, "out", True),
        ("Domestic export", "out", False), ("?", None, False), (None, None, False), ("ekspor", "out", False), ("FM", "in", False),
    ],
)  # fmt: skip
def test_flows(value: object, direction: str | None, again: bool) -> None:
    assert read_flow(value) == (direction, again)
