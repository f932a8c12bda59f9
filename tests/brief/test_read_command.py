"""`saring read`: the tellings, and with --trace what each step saw, down to the cue of a status and why an act was dropped."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "North Korea sold coal to China in March 2021, a port official said.\n\n"
    "Russia reportedly sent tractors to North Korea.\n\nThe ship left Busan for Osaka.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    from saring.apps.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("A ship left Busan for Osaka.\n", encoding="utf-8")

    def go(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["saring", "read", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, out, err

    return go


def test_tellings_in_words(run: Run) -> None:
    code, out, err = run("a.txt")
    assert (code, err) == (0, "")
    assert "a.txt: en, published on an unknown day" in out
    assert "coal (goods, done, KP → CN, 2021-03, said by a port official" in out
    assert "goods: coal → 2701" in out
    assert "[0–67] “North Korea sold coal to China in March 2021, a port official said.”" in out
    assert "gate" not in out


def test_a_trace_leads_from_the_dealing_to_its_cue(run: Run) -> None:
    _, out, _ = run("a.txt", "--trace")
    lines = out.splitlines()
    assert lines[1] == "gate: the partner is named"
    act = next(line for line in lines if line.startswith("  act: sent"))
    assert "status alleged, cue reportedly" in act
    assert act.endswith("kept")
    assert any(line.startswith("sentence 1 [0–67]: North Korea sold coal") for line in lines)
    assert any(line.startswith("  places: North Korea (code KP") for line in lines)
    assert any(line.startswith("  themes: coal (class goods, hs 2701") for line in lines)
    assert any("DROPPED: " in line for line in lines)
    assert "merged into dealings: 2" in lines
    assert any(line.startswith("  d1 coal (goods, main, done, KP → CN) told at [0–67]") for line in lines)


def test_a_text_that_names_no_partner_ends_at_the_gate(run: Run) -> None:
    _, out, _ = run("b.txt", "--trace")
    assert "gate: the partner is not named" in out
    assert "tellings: 0" in out


def test_json_has_every_document_in_its_place(run: Run) -> None:
    code, out, err = run("no.txt", "a.txt", "--trace", "--format", "json")
    assert code == 1
    assert json.loads(err)["error"]["code"] == "missing_file"
    failed, read = json.loads(out)["documents"]
    assert failed["error"]["code"] == "missing_file"
    assert (read["source"], read["language"]) == ("a.txt", "en")
    assert [telling["what"] for telling in read["tellings"]] == ["coal", "tractors"]
    assert [dealing["id"] for dealing in read["dealings"]] == ["d1", "d2"]
    assert read["trace"]["gate"] is True
    plain: dict[str, Any] = json.loads(run("a.txt", "--format", "json")[1])["documents"][0]
    assert set(plain) == {"source", "language", "tellings"}
    for telling in plain["tellings"]:
        quote = telling["evidence"]
        assert TEXT[quote["start"] : quote["end"]] == quote["quote"]


def test_no_document_steers_the_screen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("North Korea sold \x1b[2Jcoal \u202eto China.\n", encoding="utf-8")
    _, out, _ = run("c.txt", "--trace")
    assert "\x1b" not in out
    assert "\u202e" not in out
