"""One law, every engine: the table, the joins and the SQL say what `findings` says of the same dealing."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sweep.trade_rows import CODES, FLOWS, agrees, asked, beside, rows

from saring.days import plus
from saring.sweep import sweep
from saring.sweep.columns import verdict_columns
from saring.sweep.distributed import judged_by_joins
from saring.sweep.exporting import FLOWS as LAW_FLOWS
from saring.sweep.exporting import bucket_sql, law_frame, write_law
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.table import DecisionTable, decision_table


@pytest.fixture(scope="session")
def table() -> DecisionTable:
    return decision_table()


def test_random_rows_and_every_boundary_day(table: DecisionTable) -> None:
    given_rows = rows(table, 1500, 1)
    told = sweep(pl.DataFrame(given_rows)).to_dicts()
    wrong = [(row, answer) for row, answer in zip(given_rows, told, strict=True) if not agrees(row, answer, asked(row))]
    assert wrong == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CODES), st.dates(min_value=dt.date(2004, 1, 1)), st.sampled_from(FLOWS))
def test_any_day(code: str, day: Any, flow: str) -> None:
    if day.year > 2090:
        day = day.replace(year=2026, day=1)
    row = {"reporter": "CN", "partner": "KP", "flow": flow, "hs": code, "date": day.isoformat()}
    assert agrees(row, sweep(pl.DataFrame([row])).to_dicts()[0], asked(row))


def test_every_kind_of_column_gives_the_same(table: DecisionTable) -> None:
    number = {"KP": 408, "CN": 156, "RU": 643, "KR": 410}
    given_rows = [r for r in rows(table, 800, 2) if len(r["date"]) in (4, 7)]
    plain = sweep(pl.DataFrame(given_rows))
    as_numbers = pl.DataFrame(
        [
            {
                "reporterCode": number[r["reporter"]],
                "partnerCode": number[r["partner"]],
                "flowCode": r["flow"],
                "cmdCode": r["hs"],
                "period": int(r["date"].replace("-", "")),
            }
            for r in given_rows
        ]
    )
    forms = [
        as_numbers,
        as_numbers.with_columns(pl.col("reporterCode", "partnerCode").cast(pl.Int16), pl.col("period").cast(pl.Int32)),
        as_numbers.with_columns(pl.all().cast(pl.String)),
        as_numbers.with_columns(pl.all().cast(pl.String).cast(pl.Categorical)),
        as_numbers.with_columns(pl.col("period").cast(pl.Float64), pl.col("cmdCode").cast(pl.Int64)),
    ]
    for form in forms:
        found = sweep(form)
        for column in ("verdict", "provisions", "possible", "problem"):
            assert found[column].to_list() == plain[column].to_list()
        assert sweep(form.lazy()).collect()["provisions"].to_list() == plain["provisions"].to_list()


def polars_joins(frame: pl.DataFrame, table: DecisionTable, given_map: dict[str, str] | None = None) -> pl.DataFrame:
    """The way that Spark goes, on Polars."""

    def made(columns: dict[str, list[Any]]) -> Any:
        return nw.from_native(pl.DataFrame(columns, infer_schema_length=None).lazy())

    def values(lazy: Any, keys: list[str]) -> list[tuple[Any, ...]]:
        return lazy.select(*keys).unique().collect().to_polars().rows()  # type: ignore[no-any-return]

    judged = judged_by_joins(
        nw.from_native(frame.with_row_index("row").lazy()),
        Judge(table, recognise(frame.columns, given_map, table.decided.book)),
        made,
        values,
    )
    collected: pl.DataFrame = nw.to_native(judged).collect().sort("row")
    return collected


def test_the_joins_say_the_same(table: DecisionTable) -> None:
    frame = pl.DataFrame([*rows(table, 1200, 3), *odd_rows()])
    first, second = sweep(frame), polars_joins(frame, table)
    for column in ("verdict", "provisions", "possible", "problem"):
        assert (
            first[column].cast(pl.List(pl.String) if column in ("provisions", "possible") else pl.String).to_list()
            == second[column].to_list()
        )


def test_the_joins_say_the_same_of_second_partners_and_facts(table: DecisionTable) -> None:
    draw = random.Random(10)  # noqa: S311
    given_rows = [{**r, "approved": draw.choice((None, "yes", "no", "perhaps"))} for r in beside(table, 600, 10)]
    frame = pl.DataFrame(given_rows, infer_schema_length=None)
    given_map = {"origin_country": "origin", "committee_approval": "approved"}
    first, second = sweep(frame, map=given_map), polars_joins(frame, table, given_map)
    for column in ("verdict", "provisions", "possible", "problem"):
        assert first[column].to_list() == second[column].to_list()


def odd_rows() -> Iterator[dict[str, Any]]:
    """Rows that cannot be judged, each for one reason."""
    good = {"reporter": "CN", "partner": "KP", "flow": "M", "hs": "270112", "date": "2018-03"}
    for change in (
        {"partner": "World"}, {"partner": "Areas, nes"}, {"partner": "Korea"}, {"partner": None}, {"reporter": "World", "partner": "CN"},
        {"flow": "?"}, {"flow": None}, {"hs": "TOTAL"}, {"hs": None}, {"hs": "99"}, {"hs": "98"}, {"hs": "7712"}, {"date": None}, {"date": "soon"},
    ):  # fmt: skip
        yield {**good, **change}


def test_odd_rows_have_no_verdict_and_a_problem() -> None:
    found = sweep(pl.DataFrame(list(odd_rows())))
    assert found["verdict"].null_count() == found.height
    assert found["problem"].null_count() == 0
    assert found["problem"].n_unique() == 13  # a flow that is missing and one that is unknown are one


def test_the_short_way_says_the_same(tmp_path: Path, table: DecisionTable) -> None:
    draw = random.Random(4)  # noqa: S311
    for share in (0.02, 1.0):
        frame = pl.DataFrame(
            {
                "reporterCode": [draw.choice((156, 643, 842, 0, 899)) for _ in range(3000)],
                "partnerCode": [
                    408 if draw.random() < share else draw.choice((156, 410, 0, 839, None, 1408)) for _ in range(3000)
                ],
                "flowCode": [draw.choice(FLOWS) for _ in range(3000)],
                "cmdCode": [draw.choice(CODES) for _ in range(3000)],
                "period": [draw.randrange(2010, 2024) * 100 + draw.randrange(1, 13) for _ in range(3000)],
            }
        )
        frame.write_parquet(tmp_path / "t.parquet")
        short, whole = verdict_columns(tmp_path / "t.parquet"), sweep(frame)
        assert short["verdict"].to_list() == whole["verdict"].to_list()
        assert short["provisions"].to_list() == [" ".join(p) for p in whole["provisions"]]


# --- another situation of the regime ------------------------------------------------------------------------------


def of_others(table: DecisionTable, count: int, seed: int) -> list[dict[str, Any]]:
    """Rows of which a side is the partner of another situation, with days on which its law changes."""
    draw = random.Random(seed)  # noqa: S311
    found = []
    for other in table.others:
        days = [d for day in other.decided.boundaries for d in (day, plus(day, -1), day[:7], day[:4])]
        law = sorted(other.decided.classes.tree)
        sides = ("CN", "RU", "KP", other.decided.partner, other.decided.partner)
        for n in range(count):
            row = {"reporter": draw.choice(sides), "partner": draw.choice(sides), "flow": draw.choice(FLOWS)}
            found.append({**row, "hs": draw.choice(law if n % 3 else CODES), "date": draw.choice(days)})
    return found


def test_partners_of_other_situations_are_judged_too(table: DecisionTable, tmp_path: Path) -> None:
    given_rows = of_others(table, 500, 11)
    if not given_rows:
        return  # the lawbook has one situation
    frame = pl.DataFrame(given_rows)
    told = sweep(frame)
    partners = {"KP", *(other.decided.partner for other in table.others)}
    for row, answer in zip(given_rows, told.to_dicts(), strict=True):
        expected = asked(row)
        if not partners & {row["reporter"], row["partner"]}:
            assert answer["verdict"] == "not_covered"
            continue
        assert answer["verdict"] == expected.verdict, (row, answer)
        named = sorted({*answer["provisions"], *answer["possible"]})
        assert named == sorted({f.provision for f in expected.findings}), (row, answer)
    assert told["verdict"].n_unique() > 2
    joined = polars_joins(frame, table)
    for column in ("verdict", "provisions", "possible", "problem"):
        assert told[column].to_list() == joined[column].to_list()
    frame.write_parquet(tmp_path / "t.parquet")
    short = verdict_columns(tmp_path / "t.parquet")
    assert short["verdict"].to_list() == told["verdict"].to_list()
    assert short["provisions"].to_list() == [" ".join(p) for p in told["provisions"]]


# --- facts from columns --------------------------------------------------------------------------------------------


def test_facts_from_columns(table: DecisionTable) -> None:
    draw = random.Random(5)  # noqa: S311
    given_rows = []
    for row in rows(table, 300, 6):
        facts = {
            "contract_date": draw.choice([None, "2017-08-01", "2017-09-10", "2017-11-30", "2018"]),
            "committee_approval": draw.choice([None, True, False]),
            "import_date": draw.choice([None, "2017-12-05", "2017-12-11"]),
        }
        given_rows.append({**row, **facts})
    frame = pl.DataFrame(given_rows, infer_schema_length=None)
    told = sweep(frame, map={name: name for name in ("contract_date", "committee_approval", "import_date")}).to_dicts()
    wrong = []
    for row, answer in zip(given_rows, told, strict=True):
        facts = {k: row[k] for k in ("contract_date", "committee_approval", "import_date") if row[k] is not None}
        if not agrees(row, answer, asked(row, **facts)):
            wrong.append((row, answer, asked(row, **facts)))
    assert wrong == []


def test_an_approval_moves_a_verdict() -> None:
    row = {"sender": "KP", "receiver": "CN", "hs": "6109", "date": "2019-01-05", "approved": "yes"}
    given_map = {"sender": "sender", "receiver": "receiver", "hs": "hs", "date": "date"}
    assert sweep(pl.DataFrame([row]), map=given_map)["verdict"].to_list() == ["prohibited"]
    assert sweep(pl.DataFrame([row]), map={**given_map, "committee_approval": "approved"})["verdict"].to_list() == [
        "exempt"
    ]


# --- the exported table ----------------------------------------------------------------------------------------------


@pytest.fixture
def connection() -> Any:
    duckdb = pytest.importorskip("duckdb")
    return duckdb.connect()


def small(table: DecisionTable) -> tuple[pl.DataFrame, list[str]]:
    frame = pl.DataFrame([r for r in rows(table, 600, 7) if len(r["date"]) == 10])
    return frame, sorted(set(frame["hs"]))


JOIN = """
    SELECT t.row, coalesce(l.verdict, 'not_covered') AS verdict, {lists}
    FROM (SELECT *, {bucket} AS bucket,
            CASE WHEN (reporter = 'KP') = (partner = 'KP') THEN NULL
                 WHEN (reporter = 'KP') = (flow IN ('X', 'RX')) THEN 'from_partner' ELSE 'to_partner' END AS way
          FROM given) t
    LEFT JOIN law l ON l.flow = t.way AND l.code = t.hs AND l.bucket = t.bucket
    ORDER BY t.row
"""


@pytest.mark.parametrize("kind", ["parquet", "csv", "sql"])
def test_the_exported_table_joins_to_the_same(connection: Any, table: DecisionTable, tmp_path: Path, kind: str) -> None:
    frame, wanted = small(table)
    frame = frame.filter(~((pl.col("reporter") == "KP") & (pl.col("partner") == "KP")))
    frame.with_row_index("row").write_parquet(tmp_path / "given.parquet")
    connection.execute(f"CREATE TABLE given AS FROM read_parquet('{tmp_path}/given.parquet')")
    target = tmp_path / f"law.{kind}"
    assert write_law(table, target, wanted) == len(wanted) * len(LAW_FLOWS) * len([d for d in table.dates if d])
    if kind == "sql":
        connection.execute(target.read_text(encoding="utf-8"))
        connection.execute("CREATE TABLE law AS FROM saring_law")
    else:
        source = f"read_parquet('{target}')" if kind == "parquet" else f"read_csv('{target}', all_varchar = true)"
        connection.execute(f"CREATE TABLE law AS FROM {source}")
    lists = "array_to_string(l.provisions, ' ') AS p" if kind == "parquet" else "l.provisions AS p"
    found = connection.execute(JOIN.format(bucket=bucket_sql(table, "date"), lists=lists)).fetchall()
    ours = sweep(frame)
    assert [verdict for _, verdict, _ in found] == ours["verdict"].to_list()
    assert [p or "" for _, _, p in found] == [" ".join(p) for p in ours["provisions"]]
    assert {v for (v,) in connection.execute("SELECT DISTINCT lawbook FROM law").fetchall()} == {table.version}


def test_the_exported_table_holds_every_code_once(table: DecisionTable) -> None:
    frame = law_frame(table, CODES[:50])
    assert frame.select("regime", "flow", "code", "bucket").is_duplicated().sum() == 0
    days = frame.filter(pl.col("bucket") == "2017-12").row(0, named=True)
    assert (days["first_day"], days["last_day"], days["regime"], days["partner"]) == (
        "2017-12-01",
        "2017-12-31",
        "UN",
        "KP",
    )
