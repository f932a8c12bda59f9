"""Every official form in small, and the real files with their counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.screening import small

from saring.model import SaringError
from saring.screening.entry import Listed, imo_is_valid
from saring.screening.lists import form_of, read


def entries(folder: Path, name: str, text: str | bytes) -> dict[str, Listed]:
    return {e.id: e for e in read(small.write(folder, name, text)).entries}


def names(entry: Listed) -> list[str]:
    return [a.name for a in entry.names]


def test_un(tmp_path: Path) -> None:
    file = read(small.write(tmp_path, "un.xml", small.UN))
    assert (file.name, file.date, len(file.entries)) == ("UN", "2031-02-03", 2)
    person, body = file.entries
    assert (person.list, person.id, person.kind, person.countries) == ("UN-1718", "KPi.901", "person", ("KP",))
    assert names(person) == ["PAK TEST-IL", "Pak Tesu-il", "The Tester", "Tester Two"]
    assert [a.weak for a in person.names] == [False, False, True, True]
    assert person.births == ("1950/1952",)
    assert body.kind == "organisation"
    assert body.imo == ("9074729",)
    assert body.names[1].former


def test_vessels(tmp_path: Path) -> None:
    file = read(small.write(tmp_path, "v.html", small.VESSELS))
    assert file.date == "2031-05-05"
    first, second = file.entries
    assert names(first) == ["TEST STAR", "Probe Star"]
    assert first.imo == ("9074729",)
    assert first.countries == ("KI", "KP")
    assert first.since == "2018-03-30"
    assert first.identifiers == ("445114000", "445117000")
    assert [p.split(" (")[0] for p in first.programmes] == ["deflagging", "port entry ban"]
    assert second.programmes == ("economic resource of OMM (KPe.020)",)


def test_ofac_csv(tmp_path: Path) -> None:
    for name, text in (("alt.csv", small.ALT), ("add.csv", small.ADD), ("sdn_comments.csv", small.COMMENTS)):
        small.write(tmp_path, name, text)
    found = entries(tmp_path, "sdn.csv", small.SDN)
    assert {e.kind for e in found.values()} == {"person", "vessel", "organisation", "aircraft"}
    man = found["501"]
    assert names(man) == ["TESTOV, Ivan Petrovich", "TESTOFF, Ivan", "TESTNIKOV, Ivan", "BIG TEST"]
    assert [(a.weak, a.former) for a in man.names][2:] == [(False, True), (True, False)]
    assert man.births == ("1960-01-07", "1961")
    assert man.countries == ("RU",)
    assert man.programmes == ("DPRK2", "NPWMD")
    assert set(man.identifiers) == {"AB12345", "998877"}
    assert found["502"].imo == ("9074729",)
    assert found["502"].countries == ("KP",)
    assert found["503"].countries == ("CU",)
    assert found["503"].names[0].name == 'TESTCORP "QUOTED" LTD.'


def test_ofac_xml(tmp_path: Path) -> None:
    file = read(small.write(tmp_path, "s.xml", small.SIMPLE_XML))
    entry = file.entries[0]
    assert (file.form, file.date, entry.id, entry.list) == ("ofac-xml", "2030-12-14", "77", "US-NONSDN")
    assert entry.names[1].weak
    assert entry.births == ("1970-02-03",)
    file = read(small.write(tmp_path, "sdn_advanced.xml", small.ADVANCED_XML))
    entry = file.entries[0]
    assert (file.form, file.date, entry.list, entry.kind) == ("ofac-advanced-xml", "2031-04-05", "US-SDN", "person")
    assert names(entry) == ["Proba Chon", "Probe"]
    assert entry.names[1].weak
    assert entry.countries == ("KP",)
    assert entry.births == ("1965-03-01",)
    assert entry.identifiers == ("P-7654321",)
    assert entry.programmes == ("DPRK4",)
    assert entry.since == "2030-09-08"


def test_csl(tmp_path: Path) -> None:
    boat, denied = read(small.write(tmp_path, "c.csv", small.CSL)).entries
    assert (boat.list, boat.kind, boat.imo) == ("US-SDN", "vessel", ("9074729",))
    assert names(boat) == ["TEST BOAT", "Boat Of Tests", "Test Barge"]
    assert (denied.list, denied.until) == ("US-DPL", "2025-01-01")


def test_uk(tmp_path: Path) -> None:
    file = read(small.write(tmp_path, "uk.csv", small.UK_CSV))
    assert (file.form, file.date) == ("uk-csv", "2031-03-07")
    man, ship = file.entries
    assert names(man) == ["Chol TESTMAN", "테스트", "Chul TESTMAN"]
    assert man.names[2].weak
    assert man.births == ("1961",)
    assert man.countries == ("KP",)
    assert man.since == "2030-06-05"
    assert ship.kind == "vessel"
    assert ship.imo == ("9074729",)
    bank = read(small.write(tmp_path, "uk.xml", small.UK_XML)).entries[0]
    assert (bank.id, bank.kind, bank.countries) == ("DPR0903", "organisation", ("KP",))
    assert bank.names[1].weak


def test_eu(tmp_path: Path) -> None:
    file = read(small.write(tmp_path, "eu.xml", small.EU_XML))
    entry = file.entries[0]
    assert (file.date, entry.id, entry.kind, entry.countries) == ("2031-05-06", "EU.901.1", "person", ("KP",))
    assert names(entry) == ["Test Yong Chol", "Y. Test"]
    assert entry.names[1].weak
    assert entry.births == ("1955-05-05",)
    entry = read(small.write(tmp_path, "eu.csv", small.EU_CSV)).entries[0]
    assert names(entry) == ["Test Yong Chol", "Test Y. C."]
    assert entry.births == ("1955",)
    assert entry.kind == "person"


def test_dpl_canada_ftm(tmp_path: Path) -> None:
    first, second = read(small.write(tmp_path, "dpl.txt", small.DPL)).entries
    assert (first.until, second.until) == ("2056-06-29", "2015-01-01")
    beer, man, ship = read(small.write(tmp_path, "sema.xml", small.CANADA)).entries
    assert names(beer) == ["Test Brewery", "Test Beer Co., Ltd.", "Beer of Tests"]
    assert beer.countries == ("MM",)
    assert man.kind == "person"
    assert man.names[0].name == "Chol TEST"
    assert ship.kind == "vessel"
    assert ship.imo == ("9074729",)
    assert ship.note == "Tanker"
    vessel, person = read(small.write(tmp_path, "own.jsonl", small.FTM)).entries
    assert vessel.list == "FTM-own"
    assert vessel.names[1].former
    assert vessel.countries == ("KP",)
    assert person.names[1].weak
    assert person.births == ("1970",)


def test_japan(tmp_path: Path) -> None:
    file = read(small.write(tmp_path, "jp20310405.xlsx", small.japan()))
    assert (file.form, file.date, len(file.entries)) == ("japan-xlsx", "2031-04-05", 2)
    man, bank = file.entries
    assert names(man) == ["Test Chol", "テスト・チョル", "テスト・チュル", "Test Chul"]
    assert (man.id, man.kind, man.countries, man.births) == ("15-*1", "person", ("KP",), ("1944-10-13",))
    assert bank.kind == "organisation"
    assert bank.since == "2030-01-03"
    assert names(bank) == ["Test Bank", "テスト銀行"]


def test_check_digit() -> None:
    assert imo_is_valid("9074729")
    assert not imo_is_valid("9074728")
    assert not imo_is_valid("907472")
    assert not imo_is_valid("٩٠٧٤٧٢٩")


def test_unknown_file(tmp_path: Path) -> None:
    with pytest.raises(SaringError) as caught:
        form_of(small.write(tmp_path, "x.txt", "hello"))
    assert caught.value.code == "unreadable"
    assert "un-xml" in caught.value.allowed


# As the README of the folder states; its 7,378 records of sdn.csv are counted lines, of which the last has no end.
COUNTS = {
    "watchman__test_testdata_UN_consolidated.xml": {"person": 730, "organisation": 273},
    "mendw__un_consolidated_2020.xml": {"person": 709, "organisation": 305},
    "watchman__test_testdata_sdn.csv": {"person": 3845, "organisation": 2994, "vessel": 323, "aircraft": 217},
    "watchman__test_testdata_bench_sdn.csv": {"person": 4620, "organisation": 3673, "vessel": 406, "aircraft": 277},
    "watchman__test_testdata_cons_prim.csv": {"person": 79, "organisation": 363},
    "watchman__test_testdata_csl.csv": {"unknown": 47, "organisation": 46, "person": 20, "vessel": 2},
    "watchman__internal_cslustest_testdata_consolidated.csv": {"unknown": 6, "person": 4, "organisation": 3},
    "watchman__test_testdata_dpl.txt": {"unknown": 546},
    "ammitto__us_govt_sanctions_list.xml": {"organisation": 294, "person": 82},
    "mendw__sema-lmes.xml": {"person": 985, "organisation": 384},
    "ammitto__1718_designated_vessels_list_final.html": {"vessel": 58},
    "ammitto__1718_designated_vessels_list_final.pdf": {"vessel": 58},
}


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_real_counts(real: Path, name: str) -> None:
    file = read(real / name)
    assert Counter(e.kind for e in file.entries) == COUNTS[name]


def test_real_details(real: Path) -> None:
    un = read(real / "watchman__test_testdata_UN_consolidated.xml")
    assert un.date == "2026-02-27"
    by = Counter((e.list, e.kind) for e in un.entries)
    assert (by["UN-1718", "person"], by["UN-1718", "organisation"]) == (80, 75)
    assert (by["UN-2231", "person"], by["UN-2231", "organisation"]) == (43, 78)
    sdn = read(real / "watchman__test_testdata_sdn.csv")
    assert sum(any(p.startswith("DPRK") for p in e.programmes) for e in sdn.entries) == 388
    html = read(real / "ammitto__1718_designated_vessels_list_final.html")
    pdf = read(real / "ammitto__1718_designated_vessels_list_final.pdf")
    assert html.date == "2020-06-04"
    assert {e.imo: [a.name for a in e.names] for e in html.entries} == {
        e.imo: [a.name for a in e.names] for e in pdf.entries
    }
    japan = read(real / "ammitto__jp_shisantouketsu20260305.xlsx")
    assert japan.date == "2026-03-05"
    assert len(japan.entries) > 2800
    assert len({e.id.split("-")[0] for e in japan.entries}) >= 39
