"""The bench as a product: figures say whether they hold, a failed part is told, and the open scorers run by themselves."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parent.parent / "bench"


@pytest.fixture(autouse=True)
def bench_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))


def test_a_figure_holds_by_its_floor_or_its_limit() -> None:
    from figures import Figure

    assert Figure("speed", 150, floor=150).holds
    assert not Figure("speed", 149, floor=150).holds
    assert Figure("cost", 1.3, limit=1.3).holds
    assert not Figure("cost", 1.4, limit=1.3).holds
    assert Figure("told only", 0).holds
    assert Figure("cost", 2.0, limit=4.0).margin == 2.0
    assert Figure("speed", 300, floor=150).margin == 2.0


def test_the_page_stands_alone_and_tells_what_does_not_hold(tmp_path: Path) -> None:
    from figures import Figure, Part
    from result_page import write_page

    parts = (
        Part("reading", (Figure("F1 <b>", 0.5, "share", floor=0.8),), left_out=("real lists",)),
        Part("x", failed="boom"),
    )
    write_page(tmp_path / "index.html", "2026-01-01", "3.11", 2, parts)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "F1 &lt;b&gt;" in page
    assert "does not hold" in page
    assert "Left out: real lists" in page
    assert "Failed: boom" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")


def test_a_part_that_fails_is_a_part_that_failed(tmp_path: Path) -> None:
    from run import measured

    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit('no such table')", encoding="utf-8")
    part = measured("broken", (str(broken),))
    assert part.failed == "no such table"
    assert part.figures == ()


@pytest.mark.parametrize(
    ("scorer", "gold", "more"),
    [
        ("score_law.py", "law/vectors.jsonl", []),
        ("score_goods.py", "goods/phrases.tsv", []),
        ("score_reading.py", "reading/articles.jsonl", ["--texts", str(BENCH / "open/reading/texts")]),
    ],
)
def test_the_scorers_give_nothing_for_silence(scorer: str, gold: str, more: list[str], tmp_path: Path) -> None:
    """A system that answers nothing scores nothing, and the scorer says so instead of breaking."""
    report = tmp_path / "report.json"
    silent = f'{sys.executable} -c "pass"'
    call = [sys.executable, str(BENCH / "open/score" / scorer), str(BENCH / "open" / gold), *more]
    done = subprocess.run(
        [*call, "--cmd", silent, "--report", str(report)], capture_output=True, text=True, check=False
    )
    assert report.exists(), done.stderr
    figures = json.loads(report.read_text(encoding="utf-8"))["figures"]
    named = {"score_law.py": "verdict", "score_goods.py": "heading_top1", "score_reading.py": "recall"}[scorer]
    assert figures[named] in (0, None)


def test_every_annotated_phrase_stands_in_its_text() -> None:
    open_ = BENCH / "open"
    sets = [(open_ / "reading" / "articles.jsonl", open_ / "reading" / "texts")]
    sets += [(path, open_ / "fresh" / "texts") for path in sorted((open_ / "fresh").glob("*.jsonl"))]
    seen = 0
    for gold, texts in sets:
        for line in gold.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            text = (texts / f"{case['id']}.txt").read_text(encoding="utf-8")
            for dealing in case["dealings"]:
                assert dealing["sentence"] in text, (case["id"], dealing["sentence"])
                seen += 1
    assert seen > 300


@pytest.mark.slow
def test_every_engine_says_what_findings_says_in_short(tmp_path: Path) -> None:
    """The short form of `make prove`: some codes, every boundary day, facts from columns; Polars and SQL."""
    target = tmp_path / "engines.json"
    call = [sys.executable, str(BENCH / "engines.py"), "--rows", "100000", "--spark", "0", "--every", "400"]
    done = subprocess.run([*call, "--json", str(target)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    figures = {f["name"]: f["value"] for f in json.loads(target.read_text(encoding="utf-8"))["figures"]}
    assert figures["engines: rows that differ on Polars"] == 0
    assert figures["engines: rows that differ on SQL"] == 0
    assert figures["engines: distinct cases judged by findings"] > 3000


def test_the_figures_of_the_readme_are_those_of_the_last_run() -> None:
    results = json.loads((BENCH / "results" / "results.json").read_text(encoding="utf-8"))
    measured = {f["name"]: f["value"] for part in results["parts"] for f in part["figures"]}
    readme = (BENCH.parent / "README.md").read_text(encoding="utf-8")
    assert results["day"] in readme
    table = readme.partition("<!-- measured -->")[2].partition("These are")[0]
    shown = [cell.split(", ") for cell in re.findall(r"\| ([0-9., ]+) \|", table)]
    names = [
        [f"reading: F1, {lang}" for lang in ("id", "en", "ru", "ko")],
        [f"reading, the half not read: f1, {lang}" for lang in ("id", "en", "ru", "ko")],
        [f"reading, articles nobody read: f1, {lang}" for lang in ("id", "en", "ru", "ko")],
        ["reading: verdict", "reading: status", "reading: date_fits", "reading: source"],
        ["law: verdict", "law: governing"],
        ["goods: chapter_top1", "goods: heading_top1"],
        ["screening: recall_at_1", "screening: recall_at_5"],
    ]
    assert shown == [[f"{measured[name]:.2f}" for name in row] for row in names]
