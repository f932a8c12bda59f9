"""What the papers say happens, happens: every snippet of README.md and docs/ is run, and what they show is what is printed."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.papers import snippets
from tests.papers.running import Desk
from tests.papers.snippets import ROOT, RUN, Block, blocks, papers, version_aside

# How many blocks, and lines of blocks, may be left unrun; each says why. It may only fall, or rise with a reason.
UNRUN_BLOCKS, UNRUN_LINES = 12, 9


def of_kind(paper: str, *, slow: bool) -> list[Block]:
    """The blocks of a page that are run, the slow ones or the others."""
    return [
        block
        for block in blocks(paper)
        if block.language in RUN and not block.mark("not run") and bool(block.mark("slow")) == slow
    ]


def with_blocks(*, slow: bool) -> list[str]:
    return [paper for paper in papers() if of_kind(paper, slow=slow)]


def run(paper: str, folder: Path, *, slow: bool) -> list[str]:
    """What does not hold on a page."""
    desk = Desk(folder)
    return [fault for block in of_kind(paper, slow=slow) for fault in faults(desk, block)]


def faults(desk: Desk, block: Block) -> Iterator[str]:
    if block.language == "json":
        json.loads(block.body) if not block.body.startswith('{"') else [json.loads(line) for line in _lines(block)]
    if block.language == "toml":
        tomllib.loads(block.body)
    results = list(desk.run(block))
    for number, (command, real, code) in enumerate(results, start=1):
        shown = command.shown if command else block.shown
        told = command.line if command else "python"
        if code != expected(block, told, last=number == len(results)):
            yield f"{block.place}: {told}: ended with {code}\n{real[-2000:]}"
        if shown is not None and not snippets.fits(shown, real):
            yield f"{block.place}: {told}: the page shows\n{shown}\nbut it prints\n{real[:4000]}"
    if block.language == "sh" and block.shown is not None:
        real = "".join(text for _, text, _ in results)
        if not snippets.fits(block.shown, real):
            yield f"{block.place}: the page shows\n{block.shown}\nbut it prints\n{real[:4000]}"


def expected(block: Block, line: str, *, last: bool) -> int:
    """The exit code that the page promises for a line."""
    for mark in block.marks:
        if mark.word == "exit" and (line.startswith(mark.part) if mark.part else last):
            return int(mark.says)
    return 0


def _lines(block: Block) -> list[str]:
    return [line for line in block.body.splitlines() if line.strip()]


@pytest.mark.parametrize("paper", with_blocks(slow=False))
def test_the_snippets_of_a_page_do_what_it_says(paper: str, tmp_path: Path) -> None:
    assert "\n".join(run(paper, tmp_path, slow=False)) == ""


@pytest.mark.slow
@pytest.mark.parametrize("paper", with_blocks(slow=True))
def test_the_slow_snippets_of_a_page_do_too(paper: str, tmp_path: Path) -> None:
    assert "\n".join(run(paper, tmp_path, slow=True)) == ""


def test_what_is_not_run_says_why_and_is_little() -> None:
    found = [(block, mark) for paper in papers() for block in blocks(paper) for mark in block.marks]
    unrun = [(block, mark) for block, mark in found if mark.word == "not run"]
    assert [block.place for block, mark in unrun if len(mark.says) < 10] == []
    for block, mark in unrun:
        if mark.part:
            starts = [line for line in block.body.splitlines() if line.removeprefix("$ ").startswith(mark.part)]
            assert starts, f"{block.place}: no line begins with {mark.part!r}"
    assert len([mark for _, mark in unrun if not mark.part]) <= UNRUN_BLOCKS
    assert len([mark for _, mark in unrun if mark.part]) <= UNRUN_LINES


def test_blocks_are_of_known_languages() -> None:
    known = {*RUN, "text", "yaml", "sql", ""}
    assert [block.place for paper in papers() for block in blocks(paper) if block.language not in known] == []


def test_what_is_quoted_from_a_file_stands_there() -> None:
    quoted = [
        (block, mark) for paper in papers() for block in blocks(paper) for mark in block.marks if mark.word == "from"
    ]
    assert quoted
    for block, mark in quoted:
        text = (ROOT / mark.says).read_text(encoding="utf-8")
        for piece in block.body.split(snippets.GAP):
            assert piece.strip("\n") in text, f"{block.place}: {mark.says} does not hold\n{piece}"


def test_yaml_on_the_pages_reads() -> None:
    from ruamel.yaml import YAML

    for paper in papers():
        for block in blocks(paper):
            if block.language == "yaml" and not block.mark("from"):
                assert YAML(typ="safe", pure=True).load(block.body.replace(snippets.GAP, "")), block.place


def test_the_output_in_the_readme_is_the_real_one(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- the real output of: (.*?) -->\n```\n(.*?)```", readme, re.DOTALL)
    assert found
    asked = Block("README.md", 1, 0, "sh", found[1], ())
    ((_, real, code),) = Desk(tmp_path).run(asked)
    assert code == 0
    for part in found[2].split("[…]\n"):
        assert version_aside(part) in version_aside(real)


def test_the_tour_tells_what_is_found(tmp_path: Path) -> None:
    lines = "saring determine examples/dealings.jsonl\nsaring open examples/pasar-vladivostok.txt --format json"
    (_, judged, _), (_, opened, _) = Desk(tmp_path).run(Block("docs/tour.md", 1, 0, "sh", lines, ()))
    told = [json.loads(line) for line in judged.splitlines()]
    clothes, shoes, products, late = told
    verdicts = [line["verdict"] for line in (clothes, shoes, products, late)]
    assert verdicts == ["prohibited", "not_covered", "undetermined", "prohibited"]
    assert "committee_approval" in clothes["open"]
    assert shoes["contested"]
    assert products["missing"] == ["goods"]
    text = json.loads(opened)
    assert (text["language"], text["published"], text["published_basis"]) == ("id", "2025-03-14", "inferred")
    assert len(text["noise"]) == 2


@pytest.mark.parametrize(
    ("shown", "real", "holds"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n[…]\n", "a\nb\n", True),
        ("[…]\nb\n", "a\nb\n", True),
        ('{"x":[…]}', '{"x":1,"y":2}', True),
        ("a\n[…]\nc", "a\nb\n", False),
        ("b […] a", "a b a b", False),
        ("law 2026-11-22+b2bbc80c", "law 2026-11-23+00000000", True),
    ],
)
def test_what_fits(shown: str, real: str, holds: bool) -> None:
    assert snippets.fits(shown, real) is holds
