"""`--lists` compares the names of dealings; without it the answer does not depend on what lists are installed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from saring.apps.determine_command import determine
from saring.apps.screen_commands import lists

ENTITY = {
    "id": "x-1",
    "schema": "Company",
    "properties": {"name": ["Pyongyang Accordion Trading Corporation"], "country": ["kp"], "topics": ["sanction"]},
}
DEALING = {
    "kind": "goods",
    "from": "KP",
    "to": "RU",
    "date": "2025-06-01",
    "goods": [{"words": "accordions", "hs": ["9205"]}],
    "parties": [{"name": "Pyongyang Accordion Trading Corporation", "country": "KP"}],
}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """One list of our own, installed under a name of the Council."""
    monkeypatch.setenv("SARING_HOME", str(tmp_path / "home"))
    path = tmp_path / "un-test.jsonl"
    path.write_text(json.dumps(ENTITY) + "\n", encoding="utf-8")
    args = ["add", str(path), "--name", "UN-TEST", "--date", "2025-01-01"]
    result = CliRunner().invoke(lists, args, standalone_mode=False)
    assert not result.exception, result.output
    return "UN-TEST"


def _answer(*options: str) -> dict[str, Any]:
    result = CliRunner().invoke(determine, ["-", *options], input=json.dumps(DEALING), standalone_mode=False)
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_without_lists_nothing_depends_on_what_is_installed(installed: str) -> None:
    answer = _answer()
    assert installed
    assert (answer["verdict"], answer["lists"]) == ("not_covered", {})


def test_with_lists_a_full_name_and_country_ask_for_confirmation(installed: str) -> None:
    answer = _answer("--lists", installed)
    assert answer["lists"] == {"UN-TEST": "2025-01-01"}
    assert (answer["verdict"], answer["missing"]) == ("undetermined", ["designated_party"])
    assert [hit["list"] for hit in answer["hits"]] == ["UN-TEST"]


def test_a_list_that_is_not_there_is_an_error(installed: str) -> None:
    result = CliRunner().invoke(
        determine, ["-", "--lists", "UN-NONE"], input=json.dumps(DEALING), standalone_mode=False
    )
    assert "UN-NONE" in result.stderr
    assert installed in result.stderr


def test_a_report_as_entities_for_other_tools() -> None:
    from saring.apps.check_command import check

    article = Path(__file__).parents[2] / "examples" / "pasar-vladivostok.txt"
    result = CliRunner().invoke(check, [str(article), "--format", "ftm"], standalone_mode=False)
    entities = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"id", "schema", "properties"} <= set(entities[0])
    assert any(entity["schema"] == "Article" for entity in entities)
    assert len({entity["id"] for entity in entities}) == len(entities)
