"""The open benchmark on Saring itself: law, goods and reading, scored by the scorers that lie in bench/open.

    python bench/open_scores.py law|goods|reading [--json FILE]

Needs nothing outside the repository. Reading is timed too: articles a second on one core, from opened text to
determinations, each article once, no cache; and the gate, in MB a second, on text that names no partner.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from figures import Figure, Part, hand_over, shown

OPEN = Path(__file__).resolve().parent / "open"
SARING = Path(sys.executable).parent / "saring"
# What the issues that built these rooms promised; `safe` is one less the share of dangerous misses.
FLOORS = {
    "law": {"verdict": 0.97, "governing": 0.95, "safe": 1.0},
    "goods": {"chapter_top1": 0.92, "heading_top1": 0.85},
    "reading": {
        "both_sides": 0.95, "status": 0.92, "date_fits": 0.85, "source": 0.75, "source_precision": 0.75,
        "goods_f1": 0.85, "verdict": 0.92, "end_to_end": 0.78, "safe": 1.0, "spans": 1.0, "claims": 0.8,
        "claims_precision": 0.6, "claims_judged": 0.9, "claims_caught": 0.6,
    },
}  # fmt: skip
F1_FLOORS = {"id": 0.87, "en": 0.87, "ru": 0.82, "ko": 0.78}


def scored(scorer: str, *given: str) -> dict[str, object]:
    """The report of one scorer."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        call = [sys.executable, str(OPEN / "score" / scorer), *given, "--report", str(report)]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if not report.exists():
            raise SystemExit(done.stderr or done.stdout)
        found: dict[str, object] = json.loads(report.read_text(encoding="utf-8"))
        return found


def figures_of(part: str, rates: dict[str, object], where: str = "") -> list[Figure]:
    """The figures of a scorer as far as they are promised."""
    floors = FLOORS[part]
    return [
        Figure(f"{part}{where}: {name}", float(str(rates[name])), "share", floor=floor)
        for name, floor in floors.items()
        if rates.get(name) is not None
    ]


def law() -> list[Figure]:
    """Determinations: the cases of judges and traps, and the vectors."""
    command = f"{SARING} determine -"
    cases = scored("score_law.py", str(OPEN / "law" / "cases.jsonl"), "--regimes", "UN", "--cmd", command)
    vectors = scored("score_law.py", str(OPEN / "law" / "vectors.jsonl"), "--cmd", command)
    found = figures_of("law", dict(cases["figures"]))  # type: ignore[call-overload]
    return found + figures_of("law", dict(vectors["figures"]), ", vectors")  # type: ignore[call-overload]


def goods() -> list[Figure]:
    """Goods in words to codes."""
    report = scored("score_goods.py", str(OPEN / "goods" / "phrases.tsv"), "--cmd", f"{SARING} classify -")
    return figures_of("goods", dict(report["figures"]))  # type: ignore[call-overload]


def reading() -> list[Figure]:
    """Dealings found in articles, and how fast."""
    command = f"{SARING} check --format json"
    folder = OPEN / "reading"
    report = scored(
        "score_reading.py", str(folder / "articles.jsonl"), "--texts", str(folder / "texts"), "--cmd", command
    )
    table = dict(report["by_language"])  # type: ignore[call-overload]
    found = [
        Figure(f"reading: F1, {lang}", float(table[lang]["f1"]), "share", floor=f) for lang, f in F1_FLOORS.items()
    ]
    found.append(Figure("reading: F1, all", float(table["all"]["f1"]), "share"))
    found += figures_of("reading", table["all"])
    false = table["all"].get("false_per_negative")
    if false is not None:
        found.append(Figure("reading: false dealings in a document without any", float(false), "each", limit=0.15))
    return [*found, *unread(command), *new(command), *fresh(command), *speeds(folder / "texts")]


def unread(command: str) -> list[Figure]:
    """Precision, recall and F1 on the half of the articles whose misses nobody read, by language."""
    from reading import halves, score

    folder = OPEN / "reading"
    table = score(folder / "articles.jsonl", folder / "texts", halves()["unseen"], command)
    return [
        Figure(f"reading, the half not read: {name}, {lang}", float(table[lang][name]), "share")
        for name in ("precision", "recall", "f1")
        for lang in F1_FLOORS
    ]


def new(command: str) -> list[Figure]:
    """Precision, recall and F1 on articles that nobody who writes rules has read, by language."""
    found = []
    for lang in F1_FLOORS:
        gold = OPEN / "unread" / f"{lang}.jsonl"
        report = scored("score_reading.py", str(gold), "--texts", str(gold.parent / "texts"), "--cmd", command)
        table = dict(report["by_language"])  # type: ignore[call-overload]
        found += [
            Figure(f"reading, articles nobody read: {name}, {lang}", float(table["all"][name]), "share")
            for name in ("precision", "recall", "f1")
        ]
    return found


def fresh(command: str) -> list[Figure]:
    """F1 on articles that came after the rules; nearly all were read since, as their README says."""
    found = []
    for gold in sorted((OPEN / "fresh").glob("*.jsonl")):
        report = scored("score_reading.py", str(gold), "--texts", str(gold.parent / "texts"), "--cmd", command)
        table = dict(report["by_language"])  # type: ignore[call-overload]
        found.append(Figure(f"reading: F1, {gold.stem}", float(table["all"]["f1"]), "share"))
    return found


def speeds(texts: Path) -> list[Figure]:
    """Articles a second, megabytes a second through the gate, and the cost of a character in a long document."""
    from saring.documents import open_text
    from saring.reading.gate import named
    from saring.river import check

    documents = [open_text(path.read_text(encoding="utf-8"), source=path.name) for path in sorted(texts.glob("*.txt"))]
    for document in documents[::9]:
        check(document)  # packs and law are loaded once
    best = float("inf")
    for _ in range(3):
        began = process_time()
        for document in documents:
            check(document)
        best = min(best, process_time() - began)
    plain = "The harbour office will be closed on Monday because of the weather, the mayor said. " * 120_000
    began = process_time()
    if named(plain):
        raise SystemExit("reading: the text for the gate names the partner")
    through = len(plain) / 1e6 / (process_time() - began)
    small = max(documents, key=lambda d: len(d.text))
    long = open_text("\n\n".join([small.text] * (2_000_000 // len(small.text))), source="long")
    began = process_time()
    check(long)
    a_character = (process_time() - began) / len(long.text)
    began = process_time()
    for _ in range(20):
        check(small)
    beside = (process_time() - began) / 20 / len(small.text)
    return [
        Figure("reading: articles a second, one core", len(documents) / best, "1/s", floor=150),
        Figure("reading: through the gate", through, "MB/s", floor=100),
        Figure(
            "reading: a character of 2 MB / of an article", a_character / beside, "x", limit=1.3, against="an article"
        ),
    ]


def main() -> int:
    """Score one part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("law", "goods", "reading"))
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    found = {"law": law, "goods": goods, "reading": reading}[options.part]()
    for figure in found:
        print(shown(figure))
    hand_over(options.json, Part(options.part, tuple(found)))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
