"""docs/reading.md: every command in it works; the model's address is a server on this machine."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from tests.second_reader.stub import Stub, chat

ROOT = Path(__file__).resolve().parents[2]
PAPER = (ROOT / "docs/reading.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAPER, re.DOTALL) for line in block.splitlines() if line]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_paper_works(
    line: str, stub: Stub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from saring.apps.cli import main

    stub.answers = [chat({"dealings": []})]
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SARING_CACHE", str(tmp_path))
    monkeypatch.delenv("SARING_LLM_KEY", raising=False)
    words = [stub.url if word == "http://127.0.0.1:8000/v1" else word for word in shlex.split(line)]
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    assert (words[0], ended.value.code) == ("saring", 0)
    assert out
    assert bool(err) == ("--reader" in words)


def test_the_paper_shows_every_part() -> None:
    assert {line.split()[1] for line in COMMANDS} == {"read", "check", "brief"}
    for words in ("--trace", "--reader llm", "--reader both", "--max-cost", "--lang id"):
        assert any(words in line for line in COMMANDS)
