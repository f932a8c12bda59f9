"""Reading against the annotated articles, half by half, so that tuning to the texts shows.

    python bench/reading.py [--language id] [--cmd "saring check --format json"]

The articles are split by a hash of their id: `sha256(id)` even or odd. Rules are written on the half
that is read (even; for English, which has few articles there, odd); of the other half only the figures are looked at.
What matters is the gap between the two: a larger collection that nobody here has seen decides.
The two seed articles are read beside them where ../shared (or the folder that SARING_SHARED names) holds them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import cast

from open_scores import scored

ROOT = Path(__file__).resolve().parent.parent
OPEN = ROOT / "bench" / "open"
SHARED = Path(os.environ.get("SARING_SHARED", ROOT.parent / "shared"))
READ_ODD = frozenset(("en",))
ROWS = (
    "precision", "recall", "f1", "both_sides", "status", "date_fits", "source", "source_precision", "goods_f1",
    "verdict", "end_to_end", "false_per_negative", "spans", "claims", "claims_precision",
)  # fmt: skip


def is_read(name: str, language: str) -> bool:
    """Whether an article belongs to the half that may be read."""
    odd = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 1
    return odd == (language in READ_ODD)


def score(gold: Path, texts: Path, ids: list[str] | None, command: str) -> dict[str, dict[str, float]]:
    """The figures by language of one run of the scorer."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as chosen:
        chosen.write("\n".join(ids or ()) + "\n")
        chosen.flush()
        some = ["--ids", chosen.name] if ids is not None else []
        report = scored("score_reading.py", str(gold), "--texts", str(texts), "--cmd", command, *some)
    return cast("dict[str, dict[str, float]]", report["by_language"])


def halves(languages: Collection[str] = ()) -> dict[str, list[str]]:
    """The ids of the half that is read and of the half that is not, of all languages or of some."""
    lines = (OPEN / "reading" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for line in lines if (case := json.loads(line)) and (not languages or case["lang"] in languages)]
    return {
        half: [case["id"] for case in cases if is_read(case["id"], case["lang"]) == (half == "read")]
        for half in ("read", "unseen")
    }


def main() -> None:
    """Print both halves side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", action="append", help="only this language (repeatable)")
    parser.add_argument("--cmd", default=f"{Path(sys.executable).parent / 'saring'} check --format json")
    options = parser.parse_args()
    gold = OPEN / "reading" / "articles.jsonl"
    texts, parts = OPEN / "reading" / "texts", halves(options.language or ())
    tables = {half: score(gold, texts, ids, options.cmd) for half, ids in parts.items() if ids}
    if (SHARED / "seeds").is_dir() and (not options.language or "id" in options.language):
        tables["seeds"] = score(SHARED / "seeds" / "seeds.gold.jsonl", SHARED / "seeds", None, options.cmd)
    columns = [(half, name) for half, table in tables.items() for name in table if name != "all"]
    print(f"{'':20}" + "".join(f"{half + ' ' + name:>13}" for half, name in columns))
    for row in ROWS:
        cells = [tables[half][name].get(row) for half, name in columns]
        print(f"{row:20}" + "".join(f"{'-' if cell is None else format(cell, '.3f'):>13}" for cell in cells))


if __name__ == "__main__":
    main()
