"""The newcomer's path of docs/web.md, from the package itself: install, serve, paste, answer, print; outside the repository."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from .conftest import EXAMPLE, ROOT
from .running import serving

PAPER = (ROOT / "docs/web.md").read_text(encoding="utf-8").partition("## What to know")[0]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package built and installed into a folder of its own; what it depends on is here already."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    command += ["--disable-pip-version-check", "--target", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def got(address: str, body: dict[str, str] | None = None) -> tuple[str, str]:
    """A page and where it stands in the end."""
    sent = urllib.parse.urlencode(body).encode() if body else None
    with urllib.request.urlopen(address, sent, timeout=60) as answer:  # noqa: S310 - our own address
        return answer.read().decode(), answer.url


def card(page: str, number: int) -> str:
    """The card of a dealing."""
    found = re.search(rf'<article [^>]*id="dealing-{number}".*?</article>', page, re.DOTALL)
    assert found
    return html.unescape(found[0])


@pytest.mark.slow
def test_from_an_installed_package_to_the_report(installed: Path, tmp_path: Path) -> None:
    apart = {**os.environ, "PYTHONPATH": str(installed)}
    asked = [sys.executable, "-c", "import saring; print(saring.__file__)"]
    told = subprocess.run(asked, cwd=tmp_path, env=apart, capture_output=True, text=True, check=True)
    assert Path(told.stdout.strip()).is_relative_to(installed)
    program = str(installed / "bin" / "saring")
    with serving(tmp_path, program=program, surroundings=apart) as address:
        first, _ = got(address)
        # Step 2: the dealings come back, each with its verdict, its paragraph and its questions.
        shown, here = got(f"{address}/check", {"text": EXAMPLE})
        clothes = card(shown, 3)
        assert "pakaian" in clothes
        assert "would be prohibited" in clothes
        assert "S/RES/2375 (2017), para. 16" in clothes
        assert "1718 Committee" in clothes
        # Step 3: one question is answered.
        (answer,) = re.findall(r'name="a" value="(d3\.committee_approval=yes)"', clothes)
        answered, there = got(f"{here}&{urllib.parse.urlencode({'a': answer})}")
        assert "badge v-exempt" in card(answered, 3)
        assert card(answered, 4) == card(shown, 4)
        # Step 4: the report, with the answer in it.
        (link,) = re.findall(r'href="([^"]*)"[^>]*>Report to print<', answered)
        report, _ = got(urllib.parse.urljoin(there, html.unescape(link)))
    for words in ("Pakaian Menyusul", "exempt", "S/RES/2375 (2017), para. 16", "not legal advice"):
        assert words.casefold() in html.unescape(report).casefold()
    pages = html.unescape(first + shown + answered)
    for label in re.findall(r"\*\*(.+?)\*\*", PAPER):
        assert label in pages, f"docs/web.md names {label!r}, no page does"


def test_the_paper_names_the_steps_that_are_walked() -> None:
    steps = re.findall(r"^(\d)\. ", PAPER, re.MULTILINE)
    assert steps == ["1", "2", "3", "4", "5"]
    assert 'pip install "saring[web]"' in PAPER
    assert "saring serve --port 8000" in PAPER
    assert (ROOT / "docs" / re.findall(r"\]\((\.\./examples/.+?)\)", PAPER)[0]).resolve().is_file()
