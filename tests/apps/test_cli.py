"""The door itself: help, options, errors, start-up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from saring import __version__
from saring.apps.cli import COMMANDS, saring

SARING = str(Path(sys.executable).parent / "saring")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_table_of_help_lines_tells_the_truth(name: str) -> None:
    import click

    command = saring.get_command(click.Context(saring), name)
    assert command is not None
    assert command.name == name
    assert command.short_help == COMMANDS[name][1]


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([name, "--help"] for name in sorted(COMMANDS))])
def test_help(run: Any, words: list[str]) -> None:
    ran = run(*words)
    assert ran.code == 0
    assert ran.out.startswith("Usage: saring")


def test_help_imports_no_command_and_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['saring', '--help']\n"
        "from saring.apps.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'msgspec', 'rich', 'json', 'saring.model', 'saring.river', 'ruamel', 'trafilatura', 'polars'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_version(run: Any) -> None:
    assert run("--version").out.strip() == f"saring {__version__}"


@pytest.mark.parametrize(
    ("words", "where", "allowed"),
    [
        (["chekc"], "saring", "allowed: check, "),
        (["law", "lst"], "saring law", "list"),
        (["check"], "FILE...", ""),
        (["check", "--langg", "en", "a"], "--langg", "--lang"),
        (["check", "--lang", "fr", "a"], "--lang", "en, id"),
        (["check", "--format", "xml", "a"], "--format", "text, json, md, csv"),
        (["check", "--as-of", "31/12/2025", "a"], "--as-of", "YYYY-MM-DD"),
        (["check", "--published", "2025-06-31", "a"], "--published", "YYYY-MM-DD"),
        (["check", "--published", "2025/2026", "a"], "--published", "YYYY"),
        (["check", "--fail-on", "banned", "a"], "--fail-on", "prohibited"),
        (["check", "--max-size", "0", "a"], "--max-size", "from 1"),
        (["determine", "a", "b"], "saring determine", ""),
    ],
)
def test_wrong_options_are_one_line_and_exit_code_2(run: Any, words: list[str], where: str, allowed: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.errors) == 1
    assert ran.errors[0].startswith(f"saring: {where}: ")
    assert allowed in ran.errors[0]


def test_wrong_options_as_json(run: Any) -> None:
    ran = run("check", "--format", "json", "--as-of", "2025-02-30", "a")
    error = json.loads(ran.errors[0])["error"]
    assert (error["code"], error["where"]) == ("bad_date", "--as-of")


def test_schema_names_every_output(run: Any) -> None:
    found = json.loads(run("schema").out)
    assert list(found["outputs"]) == ["dealing", "determination", "report", "classification", "error"]
    assert "rightly" in found["$defs"]["LegalClaim"]["description"]
    assert found["$defs"]["Dealing"]["required"] == ["kind"]
    assert found["$defs"]["Dealing"]["additionalProperties"] is False


def test_schema_of_one(run: Any) -> None:
    found = json.loads(run("schema", "report").out)
    assert found["$ref"] == "#/$defs/Report"


def test_every_reference_of_the_schema_resolves(run: Any) -> None:
    found = json.loads(run("schema").out)
    text = json.dumps(found)
    names = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert names <= set(found["$defs"])


@pytest.mark.usefixtures("rooms")
def test_open_prints_exactly_the_text(tmp_path: Path, run: Any) -> None:
    path = tmp_path / "a.txt"
    path.write_text("apel\n\nselai", encoding="utf-8")
    assert run("open", str(path)).out == "apel\n\nselai"
    assert json.loads(run("open", str(path), "--format", "json").out)["text"] == "apel\n\nselai"


@pytest.mark.usefixtures("rooms")
def test_classify_words_lines_and_objects(run: Any, tmp_path: Path) -> None:
    (line,) = run("classify", "fresh", "apples").lines
    assert line == {
        "words": "fresh apples",
        "hs": ["0808"],
        "breadth": "exact",
        "because": "the term apples",
        "proposals": [],
    }
    given = 'apples\n{"words":"pears","language":"en"}\n{"word":"x"}\n\n{\n'
    ran = run("classify", "-", given=given)
    assert ran.code == 1
    apples, pears, key, broken = ran.lines
    assert apples["hs"] == ["0808"]
    assert (pears["hs"], pears["proposals"]) == ([], ["9999"])
    assert (key["id"], key["error"]["code"]) == ("3", "unknown_key")
    assert broken["error"]["code"] == "bad_json"
    path = tmp_path / "words.txt"
    path.write_text("apples\n", encoding="utf-8")
    assert run("classify", str(path)).lines == [apples]


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    done = subprocess.run(f"{SARING} schema | head -n 1", shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.stderr == ""
