"""Files as they come, and what the command does with them."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import CliRunner

from saring.model import SaringError
from saring.sweep.opening import BROKEN, NO_JSON, open_table
from saring.sweep.running import DONE_FILE, Order, Watch, run
from saring.sweep.telling import tables

HEADER = "yr,rgDesc,rtTitle,ptTitle,cmdCode,TradeValue"
COAL = "2018,Import,China,Dem. People's Rep. of Korea,2701,1000"
SHIRTS = "2019,Import,China,Dem. People's Rep. of Korea,61.0,50"
SOUTH = "2018,Import,China,Rep. of Korea,2701,70"


def swept(
    text: str | bytes, folder: Path, name: str = "t.csv", **order: Any
) -> tuple[pl.DataFrame | None, list[str], list[SaringError]]:
    source, target = folder / name, folder / "out.parquet"
    source.write_bytes(text.encode() if isinstance(text, str) else text)
    target.unlink(missing_ok=True)
    notes: list[str] = []
    errors: list[SaringError] = []
    run([str(source)], target, Order(**order), Watch(said=notes.append, failed=errors.append))
    return (pl.read_parquet(target) if target.exists() else None), notes, errors


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_separators_and_encodings(tmp_path: Path, mark: str, encoding: str) -> None:
    lines = [HEADER, COAL, SOUTH, "2018,Import,Côte d'Ivoire,Dem. People's Rep. of Korea,2701,1"]
    text = "\n".join(line.replace(",", mark) for line in lines) + "\n"
    found, _, errors = swept(text.encode(encoding), tmp_path)
    assert not errors
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited", "not_covered", "prohibited"]
    assert found["rtTitle"][2] == "Côte d'Ivoire"


def test_ragged_lines_keep_their_place_and_the_rest_is_judged(tmp_path: Path) -> None:
    found, notes, errors = swept(f"{HEADER}\n{COAL}\n{COAL},more,fields\n2018,Import\n\n{SHIRTS}\n", tmp_path)
    assert not errors
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited", None, None, "prohibited"]
    assert found["problem"].to_list() == [None, BROKEN, BROKEN, None]
    assert any(BROKEN in note for note in notes)


def test_two_header_rows_and_a_title(tmp_path: Path) -> None:
    found, notes, _ = swept(f"Trade of the year\n{HEADER}\n{HEADER}\n{COAL}\n", tmp_path)
    assert found is not None
    assert found["verdict"].to_list() == [None, "prohibited"]
    assert any("line 2" in note for note in notes)


def test_quoted_line_breaks_are_one_row(tmp_path: Path) -> None:
    found, _, _ = swept(f'{HEADER}\n2018,Import,"Chi\nna",Dem. People\'s Rep. of Korea,2701,1\n{COAL}\n', tmp_path)
    assert found is not None
    assert found.height == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"a,b,c\n1,2,3\n", "bad_type"),
        (b"PK\x00\x01\x00\x00", "binary"),
        (b"PAR1xxxxPAR1", "binary"),
        (b"%PDF-1.4 xx", "binary"),
    ],
)
def test_what_is_no_table(tmp_path: Path, text: bytes, code: str) -> None:
    found, _, errors = swept(text, tmp_path)
    assert found is None
    assert [e.code for e in errors] == [code]


def test_a_broken_parquet_file_is_said(tmp_path: Path) -> None:
    found, _, errors = swept(b"PAR1 this is not it", tmp_path, "t.parquet")
    assert found is None
    assert [e.code for e in errors] == ["unreadable"]


def test_ten_thousand_columns(tmp_path: Path) -> None:
    wide = ",".join(f"c{n}" for n in range(10_000))
    found, _, errors = swept(f"{HEADER},{wide}\n{COAL}{',1' * 10_000}\n", tmp_path)
    assert not errors
    assert found is not None
    assert found.width == 10_010
    assert found["verdict"].to_list() == ["prohibited"]


def test_an_open_quotation_mark_swallows_no_row(tmp_path: Path) -> None:
    found, _, errors = swept(f'{HEADER}\n2018,Import,"China,PRK,2701,1\n{COAL}\n{SHIRTS}\n', tmp_path)
    assert not errors
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited"] * 3


def test_old_ends_of_lines(tmp_path: Path) -> None:
    found, _, _ = swept(f"{HEADER}\r{COAL}\r{SHIRTS}\r", tmp_path)
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited"] * 2


@pytest.mark.parametrize(
    ("encoding", "north", "south"),
    [
        ("cp1251", "КНДР", "Республика Корея"),
        ("koi8-r", "Северная Корея", "Южная Корея"),
        ("gb18030", "朝鲜", "韩国"),
        ("cp949", "북한", "한국"),
        ("big5", "北韓", "南韓"),
        ("cp1252", "Corée du Nord", "Corée du Sud"),
    ],
)
def test_names_in_the_encodings_of_other_scripts(tmp_path: Path, encoding: str, north: str, south: str) -> None:
    text = f"{HEADER}\n2018,Import,China,{north},2701,1\n2018,Import,China,{south},2701,1\n"
    found, notes, _ = swept(text.encode(encoding), tmp_path)
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited", "not_covered"], notes


def test_what_a_customs_office_writes(tmp_path: Path) -> None:
    text = (
        "DATA IMPOR MENURUT NEGARA ASAL;;;;;\n;;;;;\nKode HS;Negara Asal;Tahun;Bulan;Nilai (US$);Berat (Kg)\n"
        "[27011210] Batubara;KOREA UTARA;2018;[03] Maret;1.234.567,89;12.500.000,00\n"
        "61091010;KOREA SELATAN;2019;Januari;12.345,5;1.000\n"
        "84713020;RRDK;2018;Desember;1.000;3\nJumlah;;;;99.999,99;1\n"
    )
    source = tmp_path / "impor.csv"
    source.write_text(text)
    errors: list[SaringError] = []
    run([str(source)], tmp_path / "o.parquet", Order(), Watch(failed=errors.append))
    assert "no column for receiver among Kode HS" in str(errors[0])
    notes: list[str] = []
    law, totals = run([str(source)], tmp_path / "o.parquet", Order({"receiver": "=ID"}), Watch(said=notes.append))
    found = pl.read_parquet(tmp_path / "o.parquet")
    assert found["verdict"].to_list() == ["prohibited", "not_covered", "prohibited", None]
    assert "amounts are read with a comma before the decimals" in notes
    assert dict(tables(law, totals.groups()))["verdict"] == [("prohibited", (2, 123_456_789 + 100_000, 12_500_003_000))]


def test_dates_with_the_year_last(tmp_path: Path) -> None:
    text = "from,to,hs,date\nKP,CN,6109,12/09/2017\nKP,CN,6109,25/12/2017\nKP,CN,6109,11.09.2017\n"
    found, _, _ = swept(text, tmp_path)
    assert found is not None
    assert found["verdict"].to_list() == [None, "prohibited", "prohibited"]
    assert "--dates" in found["problem"][0]
    for day_first, verdict in ((True, "prohibited"), (False, "prohibited")):
        found, _, _ = swept(text, tmp_path, day_first=day_first)
        assert found is not None
        assert found["verdict"][0] == verdict
    early = "from,to,hs,date\nKP,CN,6109,05/10/2017\n"
    verdicts = []
    for day_first in (True, False):
        found, _, _ = swept(early, tmp_path, day_first=day_first)
        assert found is not None
        verdicts.append(found["verdict"][0])
    assert verdicts == ["prohibited", "not_covered"]


def test_the_sheet_with_the_table_is_found(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx")) as book:
        book.add_worksheet("Notes").write(0, 0, "See the other sheet")
        sheet = book.add_worksheet("Rows")
        sheet.merge_range(0, 0, 0, 5, "Trade of the year")
        for row, line in ((2, HEADER), (3, "2018,Import,China,PRK,307,1"), (4, "2018,Import,China,PRK,0307,1")):
            sheet.write_row(row, 0, line.split(","))
    found, notes, errors = swept((tmp_path / "t.xlsx").read_bytes(), tmp_path, "t.xlsx")
    assert not errors
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited", "prohibited"]
    assert any("sheet 'Rows' is read, not 'Notes'" in note for note in notes)


def test_a_line_that_is_no_json_keeps_its_place(tmp_path: Path) -> None:
    row = {"yr": 2018, "rgDesc": "Import", "rtTitle": "China", "ptTitle": "PRK", "cmdCode": "2701"}
    found, _, errors = swept(f"{json.dumps(row)}\nnot this\n{json.dumps(row)}\n", tmp_path, "t.jsonl")
    assert not errors
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited", None, "prohibited"]
    assert found["problem"][1] == NO_JSON


def test_sitc_is_refused_with_the_reason_and_leaves_nothing(tmp_path: Path) -> None:
    header = "Classification,Year,Trade Flow,Reporter,Partner,Commodity Code\n"
    found, _, errors = swept(header + 'S4,2018,Export,India,"Dem. People\'s Rep. of Korea",67\n', tmp_path)
    assert found is None
    assert "S4 is SITC" in str(errors[0])
    mixed = header + "S4,2018,Export,India,PRK,67\nH5,2018,Export,India,PRK,7201\n"
    found, _, errors = swept(mixed, tmp_path)
    assert found is not None
    assert found["verdict"].to_list() == [None, "prohibited"]


def test_workbooks(tmp_path: Path) -> None:
    rows = [dict(zip(HEADER.split(","), line.split(","), strict=True)) for line in (COAL, SHIRTS, SOUTH)]
    pl.DataFrame(rows).with_columns(pl.col("cmdCode").cast(pl.Float64)).write_excel(tmp_path / "t.xlsx")
    found, _, errors = swept((tmp_path / "t.xlsx").read_bytes(), tmp_path, "t.xlsx")
    assert not errors
    assert found is not None
    assert found["verdict"].to_list() == ["prohibited", "prohibited", "not_covered"]


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    with pytest.raises(SaringError, match="unpacks to"):
        open_table(tmp_path / "bomb.xlsx")


def test_json_of_both_kinds(tmp_path: Path) -> None:
    row = {"refYear": 2018, "refMonth": 52, "period": "2018", "reporterCode": 156, "flowCode": "M", "partnerCode": 408}
    row |= {"classificationCode": "H5", "cmdCode": "2701", "primaryValue": 5.0}
    for text in (json.dumps({"data": [row]}), json.dumps([row]), json.dumps(row) + "\n" + json.dumps(row)):
        found, _, _ = swept(text, tmp_path, "t.json")
        assert found is not None
        assert set(found["verdict"]) == {"prohibited"}


def test_nothing_half_written_when_it_is_interrupted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"{HEADER}\n{COAL}\n")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(BaseException):  # noqa: B017 - whatever the engine makes of it
        run([str(tmp_path / "t.csv")], tmp_path / "out.parquet", Order(), Watch(passed=stop))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["t.csv"]


def test_resuming_a_folder(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.csv").write_text(f"{HEADER}\n{COAL}\n")
    begun: list[str] = []
    watch = Watch(begins=lambda name, _rows, _layout: begun.append(Path(name).name))
    order = Order(resume=True)
    run([str(tmp_path / "in")], tmp_path / "out", order, watch)
    run([str(tmp_path / "in")], tmp_path / "out", order, watch)
    assert begun == ["a.csv", "b.csv"]
    (tmp_path / "in" / "b.csv").write_text(f"{HEADER}\n{COAL}\n{COAL}\n")
    (tmp_path / "out" / "a.parquet").unlink()
    run([str(tmp_path / "in")], tmp_path / "out", order, watch)
    assert begun[2:] == ["a.csv", "b.csv"]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [DONE_FILE, "a.parquet", "b.parquet"]


# --- the command ---------------------------------------------------------------------------------------------------


def command(*words: str) -> Any:
    from saring.apps.sweep_command import sweep

    return CliRunner().invoke(sweep, list(words), standalone_mode=False)


def test_the_command_maps_tells_and_filters(tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text(
        "who,whom,what,when\nKP,CN,2701,2018-05-01\nKP,CN,2202,2018-05-01\nFR,DE,2701,2018-05-01\nCN,PRK,2710,2018-05-01\n"
    )
    out = tmp_path / "out.csv"
    done = command(
        str(table),
        "-o",
        str(out),
        "--map",
        "sender=who,receiver=whom,hs=what,date=when",
        "--only",
        "prohibited,restricted",
    )
    assert done.return_value == 0
    assert "sender=who, receiver=whom" in done.output.replace("hs=what, date=when, ", "")
    assert "prohibited" in done.output
    lines = out.read_text().splitlines()
    assert lines[0].endswith("verdict,provisions,possible,problem")
    assert [line.split(",")[2] for line in lines[1:]] == ["2701", "2710"]


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    assert command(str(tmp_path / "none.csv"), "-o", str(tmp_path / "o.csv")).return_value == 1
    (tmp_path / "t.csv").write_text(f"{HEADER}\n{COAL}\n")
    assert command(str(tmp_path / "t.csv"), "-o", str(tmp_path / "o.doc")).return_value == 1
    assert command(str(tmp_path / "t.csv"), "-o", str(tmp_path / "o.csv"), "--only", "bad").exception is not None
    assert command(str(tmp_path / "t.csv"), "-o", str(tmp_path / "o.csv"), "--map", "hs").exception is not None
    assert command(str(tmp_path / "t.csv"), "-o", str(tmp_path / "o.csv"), "--regime", "EU").return_value == 1


def test_the_report_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"{HEADER}\n{COAL}\n{SHIRTS}\n{SOUTH}\n")
    done = command(str(tmp_path / "t.csv"), "-o", str(tmp_path / "o.csv"), "--report", str(tmp_path / "r.html"))
    assert done.return_value == 0
    page = (tmp_path / "r.html").read_text()
    assert "UNSCR-2371-8" in page
    assert page.count("<svg") == 2
    for outside in ("<script", "style=", "src=", "@import", "onload="):
        assert outside not in page


def test_the_report_says_what_it_may_load(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"{HEADER}\n{COAL}\n{SHIRTS}\n")
    command(str(tmp_path / "t.csv"), "-o", str(tmp_path / "o.csv"), "--report", str(tmp_path / "r.html"))
    page = (tmp_path / "r.html").read_text()
    found = re.search(r"<meta http-equiv='Content-Security-Policy' content=\"([^\"]+)\">", page)
    assert found
    assert page.index(found[0]) < page.index("<style>")
    policy = dict(part.split(" ", 1) for part in found[1].split("; "))
    styles = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles]
    assert policy == {
        "default-src": "'none'",
        "style-src": f"'sha256-{hashes[0]}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert len(styles) == 1
    assert not re.search(r"<script|\sstyle=|\son\w+=|javascript:", page)


def test_the_room_answers_to_its_name() -> None:
    import saring

    row = {"sender": "KP", "receiver": "CN", "hs": "6109", "date": "2019-01-05"}
    assert saring.sweep(pl.DataFrame([row]))["verdict"].to_list() == ["prohibited"]
    assert getattr(saring, "sweep") is sys.modules["saring.sweep"]  # noqa: B009 - to mypy it is the verb


def test_real_tables(shared: Path, tmp_path: Path) -> None:
    errors: list[SaringError] = []
    table, totals = run([str(shared / "inputs/comtrade")], tmp_path / "out", Order(), Watch(failed=errors.append))
    assert len(errors) == 3
    assert all("SITC" in str(error) for error in errors)
    from saring.sweep.telling import tallies

    by_verdict, by_problem = tallies(table, totals)
    assert totals.rows == 3425 + 8739 + 4
    assert by_verdict["prohibited"] > 50
    assert by_verdict["undetermined"] > 200
    assert by_problem.total() == 35
    assert len(os.listdir(tmp_path / "out")) == 4  # noqa: PTH208


def test_a_copy_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    swept("no,header\n1,2\n".encode("utf-16"), tmp_path)
    swept(f"{HEADER}\n{COAL}\n".encode("utf-16"), tmp_path)
    assert list(scratch.iterdir()) == []
