"""Every parser that strangers feed: what broke before, and a few hundred bent files, give an answer or a `SaringError`.

`make fuzz` seeks longer, led by coverage; what it finds lies in fuzz/corpus and is held here.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).resolve().parent.parent / "fuzz"
sys.path.insert(0, str(FUZZ))
from fuzzing import bent, seeds  # noqa: E402 - the folder is no package
from targets import TARGETS, run  # noqa: E402

BENT = 60


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_what_is_known_gives_an_answer(name: str) -> None:
    corpus = sorted((FUZZ / "corpus" / name).glob("*"))
    assert corpus, "each target has a corpus"
    for path in corpus:
        run(name, path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_bent_files_give_an_answer(name: str) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret hangs on it
    known = seeds(name)
    for _ in range(BENT if name not in ("ledger", "lawbook") else BENT // 4):
        run(name, bent(chance.choice(known), chance))


def test_the_corpus_is_really_read() -> None:
    """The good files of the corpus are answered, not all refused: else the targets would hold for nothing."""
    for name, path in (("text", "en"), ("html", "page"), ("docx", "one"), ("csv", "comtrade"), ("lawbook", "paragraph"),
                       ("ledger", "one"), ("list", "un"), ("pdf", "one"), ("xlsx", "one"), ("plan", "plan")):  # fmt: skip
        TARGETS[name]((FUZZ / "corpus" / name / path).read_bytes())
