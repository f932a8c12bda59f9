"""Which column is taken for what: by its header, by a mapping, or by a value for all rows."""

from __future__ import annotations

import polars as pl
import pytest

from saring.law import load
from saring.model import SaringError
from saring.sweep.layout import Layout, plain, recognise

COMTRADE = ["reporterISO", "partnerISO", "flowCode", "cmdCode", "period"]
OWN = ["from", "to", "hs", "date"]


def roles(columns: list[str], given: dict[str, str] | None = None) -> dict[str, str]:
    return recognise(columns, given, load()).columns


def test_headers_of_any_case_and_marks() -> None:
    assert plain("Trade.Value..US..") == plain("trade value (US$)") == "tradevalueus"
    assert roles(["Reporter.ISO", "PARTNER ISO", "Flow-Code", "CmdCode", "Period"]) == {
        "reporter": "Reporter.ISO", "partner": "PARTNER ISO", "flow": "Flow-Code", "hs": "CmdCode", "period": "Period",
    }  # fmt: skip
    assert roles([*COMTRADE, "Period", "qty"])["period"] == "period", "the first of two headers that are alike"


def test_the_better_header_wins() -> None:
    assert roles([*COMTRADE, "reporterCode", "partnerDesc"])["reporter"] == "reporterCode"
    assert roles([*COMTRADE, "partnerDesc"])["partner"] == "partnerISO"


def test_a_table_of_dealings() -> None:
    own = recognise(OWN, None, load())
    assert own.columns == {"sender": "from", "receiver": "to", "hs": "hs", "date": "date"}
    assert (own.directed, own.sides, own.times) == (True, ("sender", "receiver"), ("date",))
    table = recognise(COMTRADE, None, load())
    assert (table.directed, table.sides, table.times) == (False, ("reporter", "partner"), ("period",))
    assert "sender" not in roles([*COMTRADE, "from", "to"]), "where reporter, partner and flow stand they decide"
    assert "reporter" not in roles(["reporter", *OWN]), "a reporter without partner and flow does not"
    assert roles(["reporter", "partner", *OWN], {"sender": "from", "receiver": "to"}).keys() == {
        "sender",
        "receiver",
        "hs",
        "date",
    }
    assert roles([*COMTRADE[:2], *OWN, "x"], {"reporter": "reporterISO", "flow": "=M"})["reporter"] == "reporterISO"


def test_times() -> None:
    assert recognise([*COMTRADE, "date"]).times == ("date",)
    assert recognise([*COMTRADE[:4], "year", "month"]).times == ("year", "month")
    assert recognise([*COMTRADE[:4], "year"]).times == ("year",)
    assert recognise(COMTRADE[:4], {"year": "=2017", "month": "=9"}).times == ("year", "month")
    assert recognise([*COMTRADE, "day"], {"period": "period"}).times == ("period",), (
        "the time that is given is the only one"
    )
    assert "month" not in recognise([*COMTRADE, "month"], {"period": "period"}).columns
    assert "month" in recognise([*COMTRADE[:4], "jahr", "month"], {"year": "jahr"}).columns


def test_needed_columns_stand_once_and_origin_is_a_fact() -> None:
    layout = recognise([*COMTRADE, "partner2Code", "origin", "classificationCode", "qty"], None, load())
    assert layout.facts == {"origin_country": "origin"}
    assert layout.needed == [
        *COMTRADE[:2],
        "cmdCode",
        "period",
        "flowCode",
        "classificationCode",
        "partner2Code",
        "origin",
    ]
    assert recognise([*COMTRADE, "origin"]).facts == {}, "without the law no fact is known"
    mapped = recognise([*COMTRADE, "origin", "ok"], {"origin_country": "ok", "committee_approval": "origin"}, load())
    assert mapped.facts == {"origin_country": "ok", "committee_approval": "origin"}
    assert recognise([*COMTRADE, "origin"], {"partner": "origin"}, load()).facts == {}, (
        "a column of a role is no fact besides"
    )


def test_what_is_told_back() -> None:
    layout = recognise(COMTRADE[:4], {"date": "=2017-09", "committee_approval": "cmdCode"}, load())
    assert layout.told() == (
        "reporter=reporterISO, partner=partnerISO, flow=flowCode, hs=cmdCode, committee_approval=cmdCode, date==2017-09"
    )
    assert (layout.get("date"), layout.get("hs")) == (None, "cmdCode")


@pytest.mark.parametrize(
    ("columns", "given", "code", "says"),
    [
        (["partner", "flow", "hs", "year"], {}, "bad_type", "no column for reporter among partner, flow, hs, year"),
        (["from", "hs", "date"], {}, "bad_type", "no column for receiver"),
        (["from", "to", "date"], {}, "bad_type", "no column for hs"),
        (COMTRADE[:4], {}, "bad_type", "no column for date"),
        (["reporter", "partner", "hs", "month", "flow"], {}, "bad_type", "no column for date"),
        ([f"c{n}" for n in range(12)], {}, "bad_type", "c11"),
        ([f"c{n}" for n in range(13)], {}, "bad_type", "c11 …"),
        (COMTRADE, {"hs": "code"}, "unknown_key", "there is no column 'code'"),
        (COMTRADE, {"colour": "cmdCode"}, "unknown_word", "'colour' is no role and no fact"),
        (COMTRADE, {"committee_approval": "=yes"}, "unknown_word", "no role and no fact"),
    ],
)
def test_what_is_lacking_is_said(columns: list[str], given: dict[str, str], code: str, says: str) -> None:
    with pytest.raises(SaringError) as caught:
        recognise(columns, given, load())
    assert caught.value.code == code
    assert says in caught.value.message + (" " if says.endswith("c11") else "")
    assert ("…" in caught.value.message) == says.endswith("…")


def test_cells_of_a_role() -> None:
    rows = pl.DataFrame({"d": ["11/09/2017", "2017-09-12", " 1.2.2017 10:00"], "n": [1, 2, 3]})
    plain_layout = Layout({"date": "d", "hs": "n"}, {}, {"flow": "M"})
    assert plain_layout.cells(rows, "date").to_list() == rows["d"].to_list()
    assert plain_layout.cells(rows, "flow").to_list() == ["M"] * 3
    day_first, month_first = (plain_layout._replace(day_first=first) for first in (True, False))
    assert day_first.cells(rows, "date").to_list() == ["2017-09-11", "2017-09-12", "2017-2-1"]
    assert month_first.cells(rows, "date").to_list() == ["2017-11-09", "2017-09-12", "2017-1-2"]
    assert day_first.cells(rows, "hs").to_list() == [1, 2, 3]
    assert (plain_layout.dated("11/09/2017"), day_first.dated("11/09/2017"), day_first.dated(2017)) == (
        "11/09/2017",
        "2017-09-11",
        2017,
    )
    assert month_first.dated("11/09/2017") == "2017-11-09"
