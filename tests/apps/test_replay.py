"""A determination is made again byte for byte, and a changed one is noticed."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from saring.apps.determine_command import determine
from saring.apps.replay_command import replay

LINES = [
    {"id": "a", "kind": "goods", "what": "apples", "from": "KP", "to": "RU", "date": "2025-07-20"},
    {"id": "b", "kind": "labour", "from": "KP", "to": "RU", "date": "2018-05", "facts": {"earns_income_abroad": True}},
]


def determined(folder: Path, *options: str) -> Path:
    given = "\n".join(map(json.dumps, LINES))
    result = CliRunner().invoke(determine, ["-", *options], input=given, standalone_mode=False)
    path = folder / "kept.jsonl"
    path.write_text(result.output, encoding="utf-8")
    return path


def test_the_same_law_gives_the_same_bytes(tmp_path: Path) -> None:
    for options in ((), ("--lang", "id"), ("--as-of", "2016-05-05")):
        result = CliRunner().invoke(replay, [str(determined(tmp_path, *options))], standalone_mode=False)
        assert result.output.count("byte for byte") == len(LINES), result.output
        assert result.return_value == 0


def test_a_tampered_answer_is_noticed(tmp_path: Path) -> None:
    path = determined(tmp_path)
    path.write_text(path.read_text().replace('"verdict":"prohibited"', '"verdict":"exempt"'), encoding="utf-8")
    result = CliRunner().invoke(replay, [str(path)], standalone_mode=False)
    assert "gives another answer" in result.output
    assert result.return_value == 1


def test_another_lawbook_is_said(tmp_path: Path) -> None:
    path = determined(tmp_path)
    kept = [json.loads(line) for line in path.read_text().splitlines()]
    kept[0] |= {"lawbook": "2017-01-01+00000000", "verdict": "not_covered", "findings": []}
    path.write_text("\n".join(map(json.dumps, kept)), encoding="utf-8")
    result = CliRunner().invoke(replay, [str(path)], standalone_mode=False)
    assert "the verdict moves from not_covered to prohibited" in result.output
    assert "UNSCR-2397-6:food: no finding became prohibited" in result.output
