"""The partner on neither side of a row: a second partner, an origin, a way through; `findings` says the same."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import polars as pl
import pytest
from tests.sweep.trade_rows import FLOWS, agrees, asked, beside, dealing_of

from saring.findings import judge
from saring.law import load
from saring.model import Dealing, Good
from saring.sweep import sweep
from saring.sweep.facts import BRINGING
from saring.sweep.table import DecisionTable, decision_table


@pytest.fixture(scope="session")
def table() -> DecisionTable:
    return decision_table()


def test_a_second_partner_is_asked_about_as_findings_asks(table: DecisionTable) -> None:
    given_rows = [{**r, "origin": None} for r in beside(table, 900, 8)]
    told = sweep(pl.DataFrame(given_rows).drop("origin")).to_dicts()
    seen = set()
    for row, answer in zip(given_rows, told, strict=True):
        if "KP" in (row["reporter"], row["partner"]) or row["partner2"] != "KP":
            assert agrees(row, answer, asked(row)), row
            continue
        through = asked(row, passed_through=["KP"])
        if row["flow"] in ("M", "RM"):
            assert agrees({**row, "partner": "KP"}, answer, through), row
            seen.add(answer["verdict"])
            continue
        # An export to another country, consigned to or by way of the partner: whichever it is.
        supplied = judge(msgspec.structs.replace(dealing_of(row), also_to=("KP",)), load())
        same = through.verdict == supplied.verdict
        assert answer["verdict"] == (through.verdict if same else "undetermined"), row
        named = {f.provision for d in (through, supplied) for f in d.findings}
        assert {*answer["provisions"], *answer["possible"]} == named, row
    assert "undetermined" in seen
    assert "not_covered" in seen


def test_consigned_from_the_partner_is_never_simply_not_covered() -> None:
    row = {
        "reporterCode": 156,
        "partnerCode": 643,
        "partner2Code": 408,
        "flowCode": "M",
        "cmdCode": "6109",
        "period": 201905,
    }
    for change, verdict, possible in (
        ({}, "undetermined", ["UNSCR-2375-16"]),
        ({"partnerCode": 0}, "undetermined", ["UNSCR-2375-16"]),
        ({"partner2Code": 410}, "not_covered", []),
        ({"partner2Code": 0}, "not_covered", []),
        ({"flowCode": "X", "cmdCode": "8471"}, "undetermined", None),
        ({"cmdCode": "2202"}, "not_covered", []),
    ):
        found = sweep(pl.DataFrame([{**row, **change}]))
        assert found["verdict"].to_list() == [verdict], change
        assert possible is None or found["possible"].to_list() == [possible], change
    words = {"reporter": "China", "partner": "Russia", "flow": "Import", "hs": "6109", "year": 2019}
    assert sweep(pl.DataFrame([{**words, "Partner2 ISO": "Korea"}]))["problem"].to_list() == [
        "second partner: Korea alone may be either"
    ]


def test_a_fact_brings_the_partner_in_on_rows_of_others(table: DecisionTable) -> None:
    given_rows = beside(table, 500, 9)
    frame = pl.DataFrame(given_rows, infer_schema_length=None).drop("partner2")
    told = sweep(frame, map={"origin_country": "origin"}).to_dicts()
    for row, answer in zip(given_rows, told, strict=True):
        expected = asked(row, **({"origin_country": row["origin"]} if row["origin"] else {}))
        if "KP" in (row["reporter"], row["partner"], row["origin"]):
            assert agrees({**row, "partner": "KP"}, answer, expected), row
        else:
            assert answer["verdict"] == "not_covered"


def test_goods_that_passed_through_with_an_origin_are_asked_about_as_findings_asks() -> None:
    """A known origin elsewhere settles it where the sender is known; consigned from the partner, it may be its sale."""
    draw = random.Random(12)  # noqa: S311
    days = ("2016-06-01", "2017-01", "2018-03-01", "2019")
    seen = set()
    given_rows = [
        {
            "reporter": "CN",
            "partner": "RU",
            "flow": draw.choice(FLOWS),
            "date": draw.choice(days),
            "hs": draw.choice(("6109", "2701", "27", "2601", "2614", "0306", "8471", "2202")),
            "origin": draw.choice(("RU", "KP", "Areas, nes", "World", None)),
            "through": draw.choice(("KP", "MN; KP", "North Korea", "MN", None)),
            "partner2": None,
        }
        for _ in range(400)
    ]
    given_map = {"origin_country": "origin", "passed_through": "through"}
    for row, told in zip(given_rows, sweep(pl.DataFrame(given_rows), map=given_map).to_dicts(), strict=True):
        facts: dict[str, Any] = {"passed_through": ["KP"]} if row["through"] not in ("MN", None) else {}
        if row["origin"] in ("RU", "KP"):
            facts["origin_country"] = row["origin"]
        if not facts or facts == {"origin_country": "RU"}:
            assert told["verdict"] == "not_covered", row
            continue
        assert agrees({**row, "partner": "KP"}, told, asked(row, **facts)), row
        seen.add((row["origin"], told["verdict"], row["hs"] == "6109"))
    assert {("RU", "not_covered", True), ("KP", "prohibited", True), (None, "undetermined", True)} <= seen
    assert ("RU", "undetermined", False) in seen  # coal needs its port


def test_consigned_from_the_partner_is_unsure_whatever_the_origin() -> None:
    row = {"reporter": "CN", "partner": "RU", "partner2": "KP", "flow": "M", "hs": "6109", "date": "2019-05"}
    for origin, verdict in (("RU", "undetermined"), ("KP", "prohibited"), ("World", "undetermined")):
        found = sweep(pl.DataFrame([{**row, "origin": origin}]), map={"origin_country": "origin"}).to_dicts()[0]
        assert found["verdict"] == verdict, origin
        assert (found["provisions"], found["possible"]) == (
            (["UNSCR-2375-16"], []) if verdict == "prohibited" else ([], ["UNSCR-2375-16"])
        )


def test_an_origin_that_may_be_either_korea_is_a_problem() -> None:
    row = {"sender": "CN", "receiver": "RU", "hs": "6109", "date": "2019-05-05"}
    for name, value in (("origin_country", "Korea"), ("passed_through", "Korea"), ("passed_through", "MN, Korea")):
        found = sweep(pl.DataFrame([{**row, "said": value}]), map={name: "said"})
        assert found["problem"].to_list() == [f"a mapped fact cannot be read: {name}"], value


def test_every_fact_that_brings_the_partner_in_is_known_here(table: DecisionTable) -> None:
    book = load()
    for name, fact in book.facts.items():
        values: dict[str, Any] = {"truth": True, "code": "KP", "text-list": ["KP"], "number": 1.0, "date": "2017-01-01"}
        value = values[fact.type] if not fact.values else fact.values[0]
        for code in ("2701", "6109", "2710", "8471", "9303", "0306"):
            dealing = Dealing(
                kind="goods", from_="CN", to="RU", date="2019-05-05", goods=(Good(hs=(code,)),), facts={name: value}
            )
            determination = judge(dealing, book)
            assert name in BRINGING or not determination.findings, name
