"""What the papers say happens, happens."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SARING = str(Path(sys.executable).parent / "saring")


def commands(paper: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / paper).read_text(encoding="utf-8"), re.DOTALL)
    return [
        line.split(" #")[0].strip() for block in blocks for line in block.splitlines() if line.startswith("saring ")
    ]


def output(command: str) -> str:
    words = shlex.split(command)[1:]
    wide = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(
        [SARING, *words], cwd=ROOT, env=wide, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("command", commands("docs/tour.md"))
def test_every_command_of_the_tour_runs(command: str) -> None:
    assert output(command)


def test_the_output_in_the_readme_is_the_real_one() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- the real output of: (.*?) -->\n```\n(.*?)```", readme, re.DOTALL)
    assert found
    shown, real = found[2], output(found[1])
    for part in shown.split("[…]\n"):
        assert version_aside(part) in version_aside(real)


def version_aside(text: str) -> str:
    """The text without the version of the lawbook, which any change of the law moves."""
    return re.sub(r"\d{4}-\d\d-\d\d\+[0-9a-f]{8}", "VERSION", text)


def test_the_tour_tells_what_is_found() -> None:
    lines = [json.loads(line) for line in output("saring determine examples/dealings.jsonl").splitlines()]
    verdicts = {line["id"]: line["verdict"] for line in lines}
    assert verdicts == {
        "clothes": "prohibited",
        "shoes": "not_covered",
        "products": "undetermined",
        "too-late": "prohibited",
    }
    clothes, shoes, products, _ = lines
    assert "committee_approval" in clothes["open"]
    assert shoes["contested"]
    assert products["missing"] == ["goods"]
    opened = json.loads(output("saring open examples/pasar-vladivostok.txt --format json"))
    assert (opened["language"], opened["published"], opened["published_basis"]) == ("id", "2025-03-14", "inferred")
    assert len(opened["noise"]) == 2
