"""The door: check --record, and saring ledger with all its commands, on the real rooms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from saring.apps.ledger_changes import KEYS
from saring.apps.ledger_lines import words_of
from saring.apps.ledger_options import WORDS
from saring.ledger.correcting import KEYS as LEDGER_KEYS
from saring.model import VERDICTS, Kind, Role, Status

EN = "On 20 July 2025 North Korea exported coal to Russia, the port said."
ID = "Pada 20 Juli 2025 Korea Utara mengekspor batu bara ke Rusia, kata pelabuhan."


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two documents that tell one event, and a ledger by default."""
    monkeypatch.setenv("SARING_LEDGER", str(tmp_path / "ledger.db"))
    for name, words in (("en", EN), ("id", ID)):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    return [str(tmp_path / "en.txt"), str(tmp_path / "id.txt")]


@pytest.fixture
def event(run: Any, files: list[str]) -> str:
    """The event that both documents tell, recorded."""
    ran = run("check", *files, "--record")
    assert ran.code == 0
    assert [line.split(": ", 3)[3] for line in ran.errors] == [
        "recorded; 1 reports, 1 new events",
        "recorded; 1 reports, 0 new events",
    ]
    (told,) = json.loads(run("ledger", "list", "--format", "json").out)
    found: str = told["id"]
    return found


def test_the_words_of_options_are_those_of_the_model() -> None:
    words = {name: tuple(each.split()) for name, each in WORDS.items()}
    assert words == {
        "kind": get_args(Kind), "verdict": VERDICTS, "status": get_args(Status), "role": get_args(Role),
        "review": ("open", "confirmed", "rejected"),
    }  # fmt: skip
    assert KEYS == LEDGER_KEYS


def test_recorded_again(run: Any, files: list[str], event: str) -> None:
    assert [line.split(": ", 3)[3] for line in run("check", *files, "--record").errors] == [
        "kept already; 1 reports, 0 new events"
    ] * 2
    assert run("check", files[0], "--db", "x.db").code == 2


def test_shown_and_found(run: Any, event: str) -> None:
    told = json.loads(run("ledger", "show", event, "--format", "json").out)
    assert (told["from"], told["to"], told["verdict"], told["languages"]) == ("KP", "RU", "prohibited", ["en", "id"])
    assert {telling["quote"] for telling in told["tellings"]} == {EN, ID}
    assert "batu bara ke Rusia" in run("ledger", "show", event).out
    assert len(json.loads(run("ledger", "search", "mengekspor", "--format", "json").out)) == 1
    assert "0 events" in run("ledger", "search", "fish").out
    rows = list(csv.DictReader(io.StringIO(run("ledger", "list", "--format", "csv").out)))
    assert [(row["id"], row["from"], row["languages"]) for row in rows] == [(event, "KP", "en;id")]
    document = told["tellings"][0]["document"]
    assert EN in run("ledger", "show", document).out
    assert run("ledger", "show", document, "--format", "csv").out.count("\r\n") == 2


def test_timeline_and_relations(run: Any, event: str, tmp_path: Path) -> None:
    assert run("ledger", "timeline").out.split() == ["2025-07", "goods", "prohibited", "1"]
    found = json.loads(run("ledger", "relations", "--between", "KP,RU", "--format", "json").out)
    assert [(edge["source"], edge["target"], edge["events"]) for edge in found["edges"]] == [("KP", "RU", 1)]
    assert run("ledger", "relations", "--format", "csv").out.splitlines()[1].startswith("flow,KP,RU,goods,prohibited,1")
    for words in (("timeline",), ("relations",), ("relations", "--chart", "intensity")):
        assert run("ledger", *words, "--format", "svg", "-o", str(tmp_path / "a.svg")).code == 0
        assert (tmp_path / "a.svg").read_bytes().startswith(b"<svg")
    assert run("ledger", "relations", "--between", "KP").code == 2


def test_corrections(run: Any, event: str) -> None:
    why = ("--who", "Ana", "--why", "read again")
    assert run("ledger", "confirm", event, *why).code == 0
    assert "confirmed" in run("ledger", "list").out
    told = json.loads(run("ledger", "set", event, "contract_date=2016-01-01", "to=CN", *why, "--format", "json").out)
    assert (told["events"][0]["to"], told["entry"]["body"]["facts"]) == ("CN", {"contract_date": "2016-01-01"})
    reports = [
        telling["id"] for telling in json.loads(run("ledger", "show", event, "--format", "json").out)["tellings"]
    ]
    split = json.loads(run("ledger", "split", event, reports[0], *why, "--format", "json").out)["events"][1]["id"]
    assert run("ledger", "merge", event, split, *why).code == 0
    assert run("ledger", "reject", event, *why).code == 0
    assert run("ledger", "list").out == "0 of 0 events\n"
    assert run("ledger", "reopen", event, *why).code == 0
    assert "reopen   " in run("ledger", "entries").out
    assert "the ledger is whole: 8 entries" in run("ledger", "verify").out


@pytest.mark.parametrize(
    ("words", "code", "where"),
    [
        (("set", "{}", "no_such=1", "--who", "A", "--why", "b"), 1, "no_such"),
        (("set", "{}", "committee_approval=perhaps", "--who", "A", "--why", "b"), 1, "committee_approval"),
        (("set", "{}", "to=Russia", "--who", "A", "--why", "b"), 1, "set"),
        (("confirm", "{}", "--why", "b"), 2, "--who"),
        (("confirm", "e0", "--who", "A", "--why", "b"), 1, "event"),
        (("list", "--country", "XX"), 1, "--country"),
        (("list", "--kind", "x"), 2, "--kind"),
        (("list", "--db", "none/there.db"), 1, "none/there.db"),
        (("import", "none.jsonl"), 1, "none.jsonl"),
        (("rejudge",), 1, "who"),
    ],
)
def test_what_cannot_be(run: Any, event: str, words: tuple[str, ...], code: int, where: str) -> None:
    ran = run("ledger", *(word.format(event) for word in words))
    assert ran.code == code
    assert len(ran.errors) == 1
    assert ran.errors[0].startswith(f"saring: {where}: ")


def test_judged_again_by_the_same_law_nothing_moves(run: Any, event: str) -> None:
    assert run("ledger", "rejudge", "--dry-run").out == "1 events judged again, 0 moved, 0 not judged\n"
    assert "kept as entry 3" in run("ledger", "rejudge", "--who", "Ana", "--why", "a new lawbook").out


def test_out_and_in(run: Any, files: list[str], event: str, tmp_path: Path) -> None:
    out = str(tmp_path / "all.jsonl")
    assert run("ledger", "export", "-o", out).code == 0
    other = ("--db", str(tmp_path / "other.db"))
    assert run("ledger", "import", out, *other).out.startswith("2 entries restored")
    assert run("ledger", "list", *other).out == run("ledger", "list").out
    assert run("ledger", "import", out, *other).out.startswith("0 entries restored")
    report = run("check", *files, "--format", "json").out
    third = ("--db", str(tmp_path / "third.db"))
    assert run("ledger", "import", "-", *third, given=report).out.count("recorded, 1 reports") == 2
    assert run("ledger", "import", "-", *third, given="[]").code == 1
    assert run("ledger", "export", "--format", "csv").out.count("\r\n") == 2


def test_tampering_is_exit_code_1(run: Any, event: str, tmp_path: Path) -> None:
    import sqlite3

    assert run("ledger", "verify", "--head", "0" * 63 + "1").code == 1
    with sqlite3.connect(tmp_path / "ledger.db") as raw:
        raw.execute("UPDATE events SET verdict = 'exempt'")
    ran = run("ledger", "verify", "--format", "json")
    assert ran.code == 1
    assert [flaw["where"] for flaw in json.loads(ran.out)["flaws"]] == [f"event {event}"]


def test_the_lines_come_in_indonesian(run: Any, event: str) -> None:
    assert words_of("en").keys() == words_of("id").keys()
    assert words_of("en")["actions"].keys() == words_of("id")["actions"].keys()
    given = ("--who", "Desk", "--why", "seen", "--lang", "id")
    told = {
        "list": (run("ledger", "list", "--lang", "id").out, ("dilarang", "2 laporan", "1 dari 1 peristiwa")),
        "confirm": (run("ledger", "confirm", event, *given).out, ("entri 3: dibenarkan oleh Desk",)),
        "show": (run("ledger", "show", event, "--lang", "id").out, ("menurut hukum 2025-07-20", "terbuka: ")),
        "search": (run("ledger", "search", "coal", "--lang", "id").out, ("1 peristiwa",)),
        "timeline": (run("ledger", "timeline", "--lang", "id").out, ("barang", "dilarang")),
        "relations": (run("ledger", "relations", "--lang", "id").out, ("negara", "arus")),
        "entries": (run("ledger", "entries", "--lang", "id").out, ("dicatat", "oleh Desk")),
        "verify": (run("ledger", "verify", "--lang", "id").out, ("buku besar utuh", "ujung: ")),
        "rejudge": (
            run("ledger", "rejudge", "--who", "Desk", "--why", "law", "--lang", "id").out,
            ("1 peristiwa dinilai ulang",),
        ),
    }
    missing = {name: word for name, (out, words) in told.items() for word in words if word not in out}
    assert missing == {}
    assert not any(word in out for out, _ in told.values() for word in ("prohibited", " report", "event"))
