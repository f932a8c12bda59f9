"""`saring check`: documents in their places, exit codes, forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from saring.apps.check_command import VERDICTS, fails_on
from saring.model import Verdict

pytestmark = pytest.mark.usefixtures("rooms")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text("Ships brought apples to the port.", encoding="utf-8")
    return str(path)


def test_a_report_is_one_object_with_every_key(run: Any, article: str) -> None:
    ran = run("check", article, "--format", "json")
    assert ran.code == 0
    report = json.loads(ran.out)
    assert report["lawbook"] == "law-1"
    (document,) = report["documents"]
    assert document["source"] == article
    assert document["legal_claims"] == []
    (dealing,) = document["dealings"]
    assert (dealing["role"], dealing["polarity"], dealing["facts"]) == ("main", "act", {})
    assert dealing["goods"][0]["hs"] == ["0808"]
    assert dealing["determinations"][0]["verdict"] == "prohibited"


def test_determine_takes_a_dealing_of_check_unchanged_and_gives_the_same(run: Any, article: str) -> None:
    report = json.loads(run("check", article, "--format", "json", "--published", "2025-07-21").out)
    dealing = report["documents"][0]["dealings"][0]
    assert run("determine", given=json.dumps(dealing)).lines == dealing["determinations"]


def test_a_document_that_fails_stands_in_its_place_and_the_rest_goes_on(run: Any, article: str) -> None:
    ran = run("check", "no.txt", article, "--format", "json")
    failed, read = json.loads(ran.out)["documents"]
    assert failed["source"] == "no.txt"
    assert failed["error"]["code"] == "missing_file"
    assert read["dealings"]
    assert ran.code == 1
    assert json.loads(ran.errors[0])["error"]["where"] == "no.txt"


def test_errors_are_one_line_for_people(run: Any, article: str) -> None:
    ran = run("check", "no.txt", article)
    assert ran.errors == ["saring: no.txt: there is no such file; allowed: a file or -"]
    assert "prohibited" in ran.out


def test_standard_input(run: Any) -> None:
    ran = run("check", "-", "--format", "json", given="apples")
    assert json.loads(ran.out)["documents"][0]["source"] == "-"


def test_a_pipe_over_the_limit_is_refused(run: Any) -> None:
    ran = run("check", "-", "--format", "json", "--max-size", "10", given="apples " * 1000)
    assert json.loads(ran.out)["documents"][0]["error"]["code"] == "too_large"
    assert ran.code == 1


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        ("done apples", "prohibited", 3),
        ("planned apples", "undetermined", 3),
        ("denied apples", "prohibited", 0),
        ("hypothetical apples", "prohibited", 0),
        ("pears", "not_covered", 0),
    ],
)
def test_fail_on(run: Any, text: str, fail_on: str, code: int) -> None:
    assert run("check", "-", "--fail-on", fail_on, given=text).code == code


def test_fail_on_goes_before_unusable_input(run: Any, article: str) -> None:
    assert run("check", "no.txt", article, "--fail-on", "prohibited").code == 3


def test_fail_on_leaves_out_background() -> None:
    from saring.model import Checked, Dealing, Determination, Report

    judged = Determination(id="1", regime="UN", verdict="prohibited", as_of="2025", as_of_basis="date", lawbook="l")
    for role, failing in (("main", True), ("background", False), ("umbrella", False)):
        dealing = Dealing(kind="goods", role=role, status="done", determinations=(judged,))  # type: ignore[arg-type]
        checked = Checked(source="-", sha256="", language="en", dealings=(dealing,))
        assert fails_on(Report(lawbook="l", documents=(checked,)), "undetermined") is failing


def test_the_verdicts_of_the_option_are_those_of_the_model() -> None:
    assert get_args(Verdict) == VERDICTS


def test_text_names_everything_at_a_glance(run: Any, article: str) -> None:
    ran = run("check", article)
    flat = " ".join(ran.out.split())  # a long path of the document may break a line
    for words in ("apples", "KP → RU", "undated", "done", "Harbour Post", "prohibited", "S/RES/2397 (2017), para. 6"):
        assert words in flat
    assert "characters 14–20" in ran.out
    assert "unless: Did the Committee grant an exemption? (committee_exemption)" in flat
    assert "\x1b" not in ran.out


def test_indonesian(run: Any) -> None:
    ran = run("check", "-", "--lang", "id", given="planned apples")
    assert "akan dilarang" in ran.out
    assert "caveat in id" in ran.out
    assert "Apakah Komite" in ran.out


def test_csv_has_a_row_for_each_determination(run: Any, article: str) -> None:
    ran = run("check", article, "no.txt", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["verdict"] for row in rows] == ["prohibited", ""]
    assert rows[1]["error"].startswith("missing_file")


def test_markdown(run: Any, article: str) -> None:
    ran = run("check", article, "--format", "md")
    assert "| No. | What |" in ran.out
    assert "**prohibited**" in ran.out


def test_a_terminal_gets_colours_unless_told_otherwise(run: Any, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from saring.reports.screen import Screen

    for colour in (True, False):
        monkeypatch.setattr("saring.apps.show.terminal", lambda colour=colour: Screen(100, colour))
        assert ("\x1b[" in run("check", article).out) is colour


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from saring.apps.show import terminal

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal().colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal().colour
