"""The development set of goods phrases, where the shared material lies beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from saring.goods import classify

ROOT = Path(__file__).parents[2]
CASES = Path(os.environ.get("SARING_SHARED", ROOT.parent / "shared")) / "bench" / "goods.dev.tsv"


@pytest.mark.skipif(not CASES.is_file(), reason="the shared bench is not here")
def test_the_floors_hold() -> None:
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    chapters = headings = asked = 0
    for language, words, gold in rows:
        right = gold.strip().split(",")
        first = (*classify(words, language).hs, "")[0]
        chapters += first[:2] in {code[:2] for code in right}
        if any(len(code) >= 4 for code in right):
            asked += 1
            headings += len(first) >= 4 and first.startswith(tuple(code[:4] for code in right))
    assert chapters >= 0.95 * len(rows)
    assert headings >= 0.90 * asked
