"""Sentences and short texts whose sides are hard to see: every one of them must be read rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read

ROWS = Path(__file__).with_name("sides.tsv").read_text(encoding="utf-8").splitlines()


def told(text: str, language: str) -> tuple[Dealing, ...]:
    text = text.replace("\\n", "\n\n")
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return gather(read(document, spot), document)


@pytest.mark.parametrize("row", ROWS, ids=[f"{n}-{row.split()[0]}" for n, row in enumerate(ROWS)])
def test_sides(row: str) -> None:
    """A row holds language, kind, giver, receiver (- for none), the words of what moves, and the text; \\n parts lines."""
    language, kind, giver, receiver, what, text = row.split("\t")
    found = [each for each in told(text, language) if each.kind == kind and what in (each.what or "")]
    assert {(each.from_ or "-", each.to or "-") for each in found} == {(giver, receiver)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "A North Korean bank opened a correspondent account at a bank in Moscow.",
            {"finance_act": "correspondent_relations"},
        ),
        (
            "A Chinese firm paid North Korea 2 million dollars in cash.",
            {"finance_act": "transfer", "bulk_cash": True},
        ),
    ],
)
def test_money(text: str, facts: dict[str, object]) -> None:
    """An account of one bank with another and payment in cash are facts that the law asks for."""
    found = [each for each in told(text, "en") if each.kind == "finance"]
    assert [dict(each.facts) for each in found] == [facts]
