"""Edges of the readers of lists and of scoring, where a small slip would lose a name, a number or what is said of them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import msgspec
import pytest
from tests.screening import small

from saring.model import Checked, Dealing, Report, SaringError
from saring.screening.entry import Alias, Listed, ListFile
from saring.screening.ftm import entities
from saring.screening.lists import read
from saring.screening.lists.opened import MAX_DEPTH
from saring.screening.lists.workbook import sheets
from saring.screening.names import forms
from saring.screening.search import Screener
from saring.screening.store import home


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
