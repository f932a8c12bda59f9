"""What a sweep says in two languages: the same keys and gaps, no phrase forgotten, no English in the Indonesian."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from saring.apps.cli import saring
from saring.model import VERDICTS, SaringError
from saring.sweep import commodities, countries, facts, flows, opening, periods, table
from saring.sweep.ceilings import ceilings
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.page import page
from saring.sweep.summing import Totals
from saring.sweep.table import decision_table
from saring.sweep.telling import summary
from saring.sweep.wording import number, problem, words

ROW = {"reporterISO": "CHN", "partnerISO": "PRK", "flowCode": "X", "period": 201905, "primaryValue": 5.5e6}


def judged() -> tuple[Any, Totals]:
    changes: list[dict[str, Any]] = [
        {"cmdCode": "2710", "netWgt": 30_000_000.0},
        {"cmdCode": "27", "netWgt": 1_000_000.0, "period": 2020},
        {"cmdCode": "6109", "flowCode": "M"},
        {"cmdCode": "27.01", "flowCode": "M", "period": 201702},
        {"cmdCode": "TOTAL"},
        {"cmdCode": "8471", "partnerISO": "Korea"},
        {"cmdCode": "1001"},
        {"cmdCode": "6109", "flowCode": "RX"},
    ]
    frame = pl.DataFrame([{**ROW, "netWgt": 0.0, **change} for change in changes])
    law, totals = decision_table(), Totals()
    Judge(law, recognise(frame.columns), totals).judged(frame)
    return law, totals


def test_both_languages_have_the_same_keys_and_gaps() -> None:
    english, indonesian = words("en"), words("id")
    assert english.keys() == indonesian.keys()
    for part, told in english.items():
        assert told.keys() == indonesian[part].keys(), part
        for key, phrase in told.items():
            assert sorted(re.findall(r"{\w+}", phrase)) == sorted(re.findall(r"{\w+}", indonesian[part][key])), key
    with pytest.raises(SaringError):
        words("xx")


def test_no_problem_verdict_slip_or_ceiling_lacks_its_words() -> None:
    phrases = {
        *table.CODE_PROBLEMS,
        *table.DATE_PROBLEMS,
        *table.WAY_PROBLEMS,
        facts.UNREADABLE,
        opening.BROKEN,
        opening.NO_JSON,
    }
    parts = {part for phrase in phrases for part in phrase.split(": ")}
    assert parts == set(words("en")["problem"].values())
    assert set(words("en")["verdict"]) == set(VERDICTS)
    assert {*commodities.SLIPS, "codes"} == set(words("en")["slip"])
    assert {c.what for c in ceilings().ceiling} == set(words("en")["capped"])
    assert {c.by for c in ceilings().conversion} == set(words("en")["converted"])
    assert {countries.AMBIGUOUS, flows.UNKNOWN, periods.EITHER} <= parts


def test_a_problem_keeps_what_the_cell_held() -> None:
    assert (
        problem(f"reporter or sender: {countries.WORLD}", "id")
        == "pelapor atau pengirim: World adalah jumlah semua mitra"
    )
    assert problem("a mapped fact cannot be read: contract_date", "id").endswith(": contract_date")
    assert problem(f"{commodities.UNREADABLE}: 'x: y'", "id") == "bukan kode HS: 'x: y'"
    for one in (commodities.TOTAL, f"second partner: {countries.AMBIGUOUS}", "something else"):
        assert problem(one, "en") == one


def test_numbers_are_written_as_the_language_does() -> None:
    assert (number(1234567, "en"), number(1234567, "id")) == ("1,234,567", "1.234.567")
    assert (number(8.3333, "en", "g"), number(8.3333, "id", "g")) == ("8.3333", "8,3333")


def test_the_summary_in_indonesian_says_the_same_in_other_words() -> None:
    law, totals = judged()
    english, indonesian = summary(law, totals), summary(law, totals, "id")
    assert len(english.splitlines()) == len(indonesian.splitlines())
    assert sorted(re.findall(r"\d+", english.replace(".", ","))) == sorted(
        re.findall(r"\d+", indonesian.replace(".", ","))
    )
    for word in ("rows", "by ", "ceiling", "undetermined", "note", "tonnes", "possibly", "prohibited"):
        assert word in english, word
        assert word not in indonesian, word


def test_the_page_in_indonesian() -> None:
    law, totals = judged()
    told = page(law, totals, "id")
    assert "<html lang='id'>" in told
    assert "Perdagangan dengan KP dan IR menurut hukum UN" in told
    assert "dilarang" in told
    for word in ("Largest", "Summary", "Value by", "prohibited", "undetermined", "possible:", ">goods<", "verdict"):
        assert word in page(law, totals), word
        assert word not in told, word


def test_the_command_speaks_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.csv"
    source.write_text("Dagang 2018\nsender;receiver;hs;date\nKP;CN;61.09;2019-05-05\nKP;CN;99;2019\n", encoding="utf-8")
    said = {}
    for lang in ("en", "id"):
        asked = ["sweep", str(source), "-o", str(tmp_path / f"{lang}.csv"), "--lang", lang]
        assert saring.main(asked, standalone_mode=False) == 0
        said[lang] = capsys.readouterr().err
    assert "a.csv: the header stands in line 2" in said["en"]
    assert "2 rows, law of UN" in said["en"]
    assert "a.csv: judul kolom ada di baris 2" in said["id"]
    assert "2 baris, hukum UN" in said["id"]
    assert "rows" not in said["id"]
    assert (tmp_path / "en.csv").read_bytes() == (tmp_path / "id.csv").read_bytes()
