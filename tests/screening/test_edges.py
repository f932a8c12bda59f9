"""Edges of the readers of lists and of scoring, where a small slip would lose a name, a number or what is said of them."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import Message
from pathlib import Path
from urllib.request import Request

import msgspec
import pytest
from tests.screening import small

from saring.model import Checked, Dealing, Report, SaringError
from saring.screening.entry import Alias, Listed, ListFile
from saring.screening.fetching import _Same
from saring.screening.ftm import entities
from saring.screening.lists import read
from saring.screening.lists.opened import MAX_DEPTH
from saring.screening.lists.workbook import sheets
from saring.screening.names import forms
from saring.screening.search import Asked, Screener, _close
from saring.screening.store import home
from saring.screening.terms import cut


def one(folder: Path, name: str, text: str | bytes) -> Listed:
    return read(small.write(folder, name, text)).entries[0]


def japanese(folder: Path, heads: list[str], row: list[str], sheet: str = "15.北朝鮮") -> Listed:
    heads = ["告示日付", "告示番号", "日本語表記", "英語表記", *heads]
    table = [["題"], heads, ["2030.1.2", "*1", "テスト・チョル", "Test Chol", *row]]
    return one(folder, "jp.xlsx", small.workbook({sheet: table}))


def test_japan_tells_persons_from_bodies_by_what_is_known_of_them(tmp_path: Path) -> None:
    assert japanese(tmp_path, ["国籍"], ["北朝鮮"]).kind == "person"
    assert japanese(tmp_path, ["旅券番号"], ["AB1"]).kind == "person"
    assert japanese(tmp_path, ["生年月日"], ["1960年1月2日"]).kind == "person"
    assert japanese(tmp_path, ["生年月日"], [""]).kind == "unknown"
    assert japanese(tmp_path, ["生年月日"], [""], "15.北朝鮮(個人)").kind == "person"
    assert japanese(tmp_path, ["国籍"], ["北朝鮮"], "14.北朝鮮(団体)").kind == "organisation"
    assert japanese(tmp_path, ["役職"], ["長"]).kind == "organisation"


@pytest.mark.parametrize(
    ("head", "weak", "former"),
    [("別名", False, False), ("旧称", False, True), ("以前の別名", False, True), ("過去の別名", False, True),
     ("確定に十分でない別名", True, False)],
)  # fmt: skip
def test_japan_names_are_weak_or_former_by_their_head(tmp_path: Path, head: str, weak: bool, former: bool) -> None:
    named = {a.name: a for a in japanese(tmp_path, [head], ["Probe Chol"]).names}
    assert (named["Probe Chol"].weak, named["Probe Chol"].former) == (weak, former)


def test_cells_with_their_text_inside(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small.workbook({"s": [["a", "b"]]}))) as old, zipfile.ZipFile(raw, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace('t="s"><v>1</v>', 't="inlineStr"><is><t>Inside</t></is>'))
    path = small.write(tmp_path, "in.xlsx", raw.getvalue())
    assert [(title, list(rows)) for title, rows in sheets(path)] == [("s", [["a", "Inside"]])]


def nested(depth: int) -> str:
    inside = depth - 3  # sdnList, sdnEntry and lastName stand above and inside
    record = f"<sdnEntry>{'<x>' * inside}<lastName>T</lastName>{'</x>' * inside}<lastName>TESTER</lastName></sdnEntry>"
    return f'<sdnList xmlns="http://tempuri.org/sdnList.xsd">{record}</sdnList>'


def test_depth_is_counted_in_elements(tmp_path: Path) -> None:
    assert one(tmp_path, "s.xml", nested(MAX_DEPTH)).names[0].name == "TESTER"
    with pytest.raises(SaringError, match="deep"):
        one(tmp_path, "t.xml", nested(MAX_DEPTH + 1))


def test_numbers_of_the_short_american_list(tmp_path: Path) -> None:
    ids = "<id><idType>{}</idType><idNumber>{}</idNumber></id>"
    numbers = [
        ("Vessel Registration Identification", "IMO 9074729"),
        ("Passport", "9319466"),
        ("No.", "1234"),
        ("No.", "12345"),
    ]
    text = small.SIMPLE_XML.replace(
        "<akaList>", f"<idList>{''.join(ids.format(*n) for n in numbers)}</idList><akaList>"
    )
    entry = one(tmp_path, "s.xml", text)
    assert entry.imo == ("9074729",)
    assert entry.identifiers == ("IMO 9074729", "9319466", "12345")


def test_titles_and_call_signs_of_the_long_american_list(tmp_path: Path) -> None:
    text = small.SDN.replace('"DPRK2] [NPWMD",-0- ', '"DPRK2] [NPWMD","Director"')
    found = {e.id: e for e in read(small.write(tmp_path, "sdn.csv", text)).entries}
    assert (found["501"].note, found["502"].note) == ("Director", None)
    assert "HMXX" in found["502"].identifiers


def test_names_of_own_lists_are_weak_or_former_as_they_say(tmp_path: Path) -> None:
    names = {
        "name": ["Chief", "Second"],
        "alias": ["Third"],
        "weakAlias": ["Weak"],
        "previousName": ["Old"],
        "pastNames": ["Older"],
    }
    entry = one(tmp_path, "own.jsonl", json.dumps({"id": "a", "schema": "Person", "properties": names}))
    called = one(
        tmp_path, "b.jsonl", json.dumps({"id": "a", "schema": "Person", "caption": "Called", "properties": names})
    )
    bare = one(tmp_path, "c.jsonl", json.dumps({"id": "a9", "schema": "Person", "properties": {"alias": ["Third"]}}))
    assert (called.names[0].name, bare.names[0].name) == ("Called", "a9")
    assert [(a.name, a.weak, a.former) for a in entry.names] == [
        ("Chief", False, False), ("Second", False, False), ("Third", False, False), ("Old", False, True),
        ("Older", False, True), ("Weak", True, False),
    ]  # fmt: skip


def test_the_home_of_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SARING_HOME", str(tmp_path / "own"))
    assert home() == tmp_path / "own"
    monkeypatch.delenv("SARING_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "saring"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert home() == Path.home() / ".local" / "share" / "saring"


@pytest.mark.parametrize(
    ("sides", "title"),
    [({}, "goods: apples"), ({"from_": "KP"}, "goods KP-?: apples"), ({"to": "RU"}, "goods ?-RU: apples")],
)
def test_reports_say_which_sides_are_known_and_leave_out_what_is_empty(sides: dict[str, str], title: str) -> None:
    dealing = msgspec.convert(
        {"kind": "goods", "what": "apples", **{k.strip("_"): v for k, v in sides.items()}}, Dealing
    )
    found = list(entities(Report("v1", (Checked("a.txt", "ab" * 32, "id", "Title", dealings=(dealing,)),))))
    (event,) = [e for e in found if e.schema == "Event"]
    assert event.properties["name"] == [title]
    assert "startDate" not in event.properties
    assert [e.schema for e in found for values in e.properties.values() if not values] == []


def screener(*names: str) -> Screener:
    entries = tuple(Listed("T", name, "unknown", (Alias(name),)) for name in names)
    return Screener([ListFile("T", "test", "t", "2030-01-01", "2030-01-01", "0" * 64, entries)])


def test_short_names_written_together_are_the_same_and_one_letter_apart_are_not() -> None:
    listed = screener("Om On", "Someone Else")
    assert listed.search("Omon")[0].score == 1.0
    assert listed.search("Omin") == ()


def test_letters_that_the_general_table_does_not_know_become_latin() -> None:
    for name in ("Їжак Ґалаган", "Өмір Құсайын", "Ђорђе Љубић"):
        assert [w for f in forms(name) for w in f.words if not w.isascii()] == [], name


def test_a_stray_line_ends_no_list(tmp_path: Path) -> None:
    lines = small.SDN.splitlines(keepends=True)
    text = "".join([*lines[:1], "\x1a\n", "\n", *lines[1:]])
    assert [e.id for e in read(small.write(tmp_path, "sdn.csv", text)).entries] == ["501", "502", "503", "504"]


def test_brackets_of_a_name() -> None:
    assert [f.words for f in forms("Korea Probe ()")] == [("korea", "probe")]
    assert [f.words for f in forms("Korea Probe (KPTC)")] == [("korea", "probe"), ("kptc",)]
    assert len(forms(f"Korea Probe ({'Проба' * 12})")) > 1
    assert len(forms(f"Korea Probe ({'Проба' * 13})")) == 1, "what is so long is no reading of a name"


@pytest.mark.parametrize(
    ("mine", "listed", "agree"),
    [
        ("1950", "1949/1951", True), ("1952", "1949/1951", False), ("1948", "1949/1951", False), ("1951-12-31", "1949/1951", True),
        ("1950-03-01", "1950-06-01/1951-02-01", True), ("1951-12", "1950-06-01/1951-02-01", True),
        ("1952-01-02", "1951", True), ("1950", "1951", True), ("1953", "1951", False), ("1949", "1951", False), ("1951", "1951-05-06", True),
        ("1960-05-06", "1960-05", True), ("1960-05-06", "1960-06", False), ("1960-05-06", "1960-05-07", False), ("19xx", "1960", False),
    ],
)  # fmt: skip
def test_births_that_can_be_one(mine: str, listed: str, agree: bool) -> None:
    assert _close(mine, listed) is agree


def test_another_number_weighs_against_a_ship_and_none_does_not() -> None:
    listed = screener("Test Star 4", "Test Star 5", "Test Star")
    scores = {hit.id: hit.score for hit in listed.search("Test Star 4", line=0.3)}
    assert scores["Test Star 4"] == 1.0
    assert scores["Test Star 5"] < scores["Test Star"] < 1.0
    assert scores["Test Star 5"] < 0.7


def pdf(text: str) -> bytes:
    """A PDF of one page with one line of text."""
    stream = f"BT /F1 9 Tf 20 700 Td ({text}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def test_vessels_from_a_pdf(tmp_path: Path) -> None:
    text = (
        "Vessels 1 1: TEST STAR 2: Probe Star 9074729 445114000 30-Mar-18 na Yes 2 1: LONE TEST 3 9319466 21-Jun-17 na"
    )
    first, second = read(small.write(tmp_path, "v.pdf", pdf(text))).entries
    assert ([a.name for a in first.names], first.imo) == (["TEST STAR", "Probe Star"], ("9074729",))
    assert (first.since, first.identifiers) == ("2018-03-30", ("445114000",))
    assert ([a.name for a in second.names], second.since, second.identifiers) == (["LONE TEST 3"], "2017-06-21", ())
    with pytest.raises(SaringError, match="no name with an IMO number"):
        read(small.write(tmp_path, "w.pdf", pdf("1718 Designated Vessels List")), "un-vessels-pdf")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("백두산호", [("paek tu san", "Korean reading, as a ship"), ("paek tu san ho", "Korean reading")]),
        ("백두산 호", [("paek tu san", "Korean reading, as a ship")]),
        ("호", [("ho", "Korean reading, as a ship")]),
        ("Test 호", [("test", "Korean reading, as a ship")]),
        ("キム・チョルナム", [("kim cholnam", "Korean reading of kana")]),
        ("テスト銀行", [("tesut bank", "Korean reading of kana")]),
        ("金哲男", [("kim chol nam", "Korean reading"), ("jin zhe nan", "Mandarin reading")]),
        ("조선무역은행", [("korea trading bank", "Korean reading")]),
        ("제2자연과학원", [("second natural academy", "Korean reading")]),
        ("朝鮮 KPTC 2", [("korea kptc 2", "Korean reading")]),
        ("Ким Чхоль Нам", [("kim chol nam", "Cyrillic read as Korean"), ("kim chkhol nam", "Cyrillic")]),
        ("Проба 3", [("proba 3", "Cyrillic")]),
        ("No. 5 Bureau", [("5 bureau", "")]),
        ("No Kwang Chol", [("no kwang chol", "")]),
        ("Korea Ltd", [("korea ltd", "")]),
        ("M/V Test", [("test", "")]),
        ("Mr Kim", [("kim", "")]),
        ("Mr", [("mr", "")]),
    ],
)
def test_every_reading_of_a_name(written: str, expected: list[tuple[str, str]]) -> None:
    assert [(" ".join(f.words), f.read) for f in forms(written)] == expected


def test_one_letter_is_a_term_only_behind_others() -> None:
    assert [str(getattr(piece, "word", piece)) for piece in cut("中国銀行省")] == ["中国", "bank", "ministry"]
    assert [str(getattr(piece, "word", piece)) for piece in cut("인민무력부")] == ["people", "무력부"]
    assert cut("부") == ["부"]


def test_one_word_alone_is_never_strong() -> None:
    entry = Listed("T", "1", "person", (Alias("Probator"), Alias("Probator Primus")), ("KP",))
    listed = Screener([ListFile("T", "test", "t", "2030-01-01", "2030-01-01", "0" * 64, (entry,))])
    assert listed.search(Asked("Probator Primus", country="KP"))[0].strong
    (single,) = listed.search(Asked("Probator", country="KP"))
    assert (single.score, single.strong) == (1.0, False)


def test_a_redirect_leads_only_where_one_could_have_asked() -> None:
    follow, asked = _Same(), Request("https://lists.example/a.xml")
    for bad in ("http://lists.example/b.xml", "file:///etc/hosts", "ftp://lists.example/b.xml"):
        with pytest.raises(SaringError, match="only addresses with https"):
            follow.redirect_request(asked, io.BytesIO(), 302, "Found", Message(), bad)
    found = follow.redirect_request(asked, io.BytesIO(), 302, "Found", Message(), "https://lists.example/b.xml")
    assert found is not None
    assert found.full_url == "https://lists.example/b.xml"
