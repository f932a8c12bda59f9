"""Damaged, cut and hostile files end in an error, soon and in little memory, and never in a short list."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from tests.screening import small

from saring.model import SaringError
from saring.screening.lists import opened, read

BOMB = """<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>
<FIRST_NAME>&d;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE sdnList SYSTEM "file:///etc/passwd"><sdnList><sdnEntry/></sdnList>'


def refused(path: Path, form: str | None = None) -> SaringError:
    """The error of a file, which must come within ten seconds and 300 MB."""
    tracemalloc.start()
    start = time.monotonic()
    try:
        with pytest.raises(SaringError) as caught:
            read(path, form)
        assert time.monotonic() - start < 10
        assert tracemalloc.get_traced_memory()[1] < 300_000_000
    finally:
        tracemalloc.stop()
    assert caught.value.where
    assert caught.value.message
    return caught.value


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, BOMB.replace("CONSOLIDATED_LIST", "data-set")])
def test_document_types_are_refused(tmp_path: Path, text: str) -> None:
    form = "canada-xml" if "data-set" in text else None
    assert "document type" in refused(small.write(tmp_path, "x.xml", text), form).message


def test_document_type_in_utf16(tmp_path: Path) -> None:
    text = BOMB.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")
    assert "document type" in refused(small.write(tmp_path, "x.xml", text), "un-xml").message


@pytest.mark.parametrize("name", ["UN", "SIMPLE_XML", "ADVANCED_XML", "UK_XML", "EU_XML", "CANADA"])
def test_cut_xml(tmp_path: Path, name: str) -> None:
    whole = getattr(small, name)
    for share in (0.6, 0.95):
        assert "XML" in refused(small.write(tmp_path, "x.xml", whole[: int(len(whole) * share)])).message


def test_deep_xml(tmp_path: Path) -> None:
    text = "<CONSOLIDATED_LIST><INDIVIDUAL>" + "<a>" * 100_000
    assert refused(small.write(tmp_path, "x.xml", text)).code == "too_large"


def test_million_aliases(tmp_path: Path) -> None:
    alias = "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>A{}</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    many = "".join(alias.format(n) for n in range(300_000))
    text = small.UN.replace("<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>", many)
    assert refused(small.write(tmp_path, "x.xml", text)).code == "too_large"
    some = "".join(alias.format(n) for n in range(3_000))
    text = small.UN.replace("<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>", some)
    assert "names" in refused(small.write(tmp_path, "x.xml", text)).message


def test_million_aliases_in_a_table(tmp_path: Path) -> None:
    small.write(tmp_path, "sdn.csv", small.SDN)
    small.write(tmp_path, "alt.csv", "".join(f'501,{n},"aka","A {n}",-0- \n' for n in range(200_000)))
    assert refused(tmp_path / "sdn.csv").code == "too_large"
    cell = "x" * 2_000_000
    assert refused(small.write(tmp_path, "uk.csv", small.UK_CSV + f'"{cell}",1\n')).code == "unreadable"


def test_wrong_encodings(tmp_path: Path) -> None:
    assert refused(small.write(tmp_path, "a.csv", small.CSL.encode("utf-16-le"))).code in ("binary", "unreadable")
    assert refused(small.write(tmp_path, "b.csv", small.SDN.encode() + b"\x00\x01\x02")).code == "binary"
    assert refused(small.write(tmp_path, "c.csv", small.SDN.encode() + b'505,"\x81\x8d"\n')).code == "unreadable"
    declared = small.UN.replace('encoding="UTF-8"', 'encoding="no-such-code"')
    assert refused(small.write(tmp_path, "d.xml", declared)).code == "unreadable"
    broken = small.UN.encode().replace(b"TEST-IL", b"TEST\xff\xfe")
    assert refused(small.write(tmp_path, "e.xml", broken)).code == "unreadable"


def test_latin_1_is_read(tmp_path: Path) -> None:
    text = small.SDN.replace("TESTOV", "MÜLLER").encode("latin-1")
    assert read(small.write(tmp_path, "sdn.csv", text)).entries[0].names[0].name.startswith("MÜLLER")


def test_damaged_tables(tmp_path: Path) -> None:
    cut = small.SDN[: small.SDN.index("TEST QUEEN")]
    assert "cells" in refused(small.write(tmp_path, "sdn.csv", cut)).message
    assert "number" in refused(small.write(tmp_path, "sdn2.csv", small.SDN.replace("502,", "x02,")), "ofac-csv").message
    assert refused(small.write(tmp_path, "dpl.txt", small.DPL.split("\n")[0])).code == "empty"
    assert refused(small.write(tmp_path, "own.jsonl", small.FTM[:-40])).code == "bad_json"
    assert (
        refused(small.write(tmp_path, "own2.jsonl", '{"id":"x","schema":"Person","properties":' + "[" * 90_000)).code
        == "bad_json"
    )
    assert refused(small.write(tmp_path, "v.html", "<html>designated vessels<table><tr><td>1")).code == "unreadable"


def test_missing_empty_and_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xml").code == "missing_file"
    assert refused(small.write(tmp_path, "e.xml", "")).code == "empty"
    assert refused(tmp_path).code == "not_a_file"
    assert refused(small.write(tmp_path, "f.xml", "<CONSOLIDATED_LIST></CONSOLIDATED_LIST>")).code == "empty"


def test_large_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MAX_BYTES", 100)
    assert refused(small.write(tmp_path, "un.xml", small.UN)).code == "too_large"


def test_workbooks(tmp_path: Path) -> None:
    whole = small.japan()
    assert refused(small.write(tmp_path, "cut.xlsx", whole[: len(whole) // 2])).code == "unreadable"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        for n in range(5):
            book.writestr(f"xl/worksheets/s{n}.xml", b"0" * 100_000_000)
    assert refused(small.write(tmp_path, "bomb.xlsx", bomb.getvalue())).code == "too_large"
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as book:
        book.writestr("hello.txt", "no workbook")
    assert refused(small.write(tmp_path, "plain.xlsx", plain.getvalue())).code == "unreadable"


def test_pdf_that_is_none(tmp_path: Path) -> None:
    assert refused(small.write(tmp_path, "v.pdf", b"%PDF-1.4\n%%EOF garbage")).code == "unreadable"
    assert (
        refused(small.write(tmp_path, "w.pdf", b"%PDF-1.4\n" + b"1 0 obj<</Type/Catalog>>" * 1000)).code == "unreadable"
    )
