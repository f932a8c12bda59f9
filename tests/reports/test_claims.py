"""The reasons of legal claims in the reader's language, and what may be called right."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import saring.law.claims
from saring.law import load
from saring.law.claims import judge_claim
from saring.model import ClaimSeen, LegalClaim
from saring.reports.claims import judged_as, note_in
from saring.reports.details import claim_line
from saring.reports.wording import wording


def reasons() -> Iterator[str]:
    """Every reason that stands in the judge of claims, with X for what it fills in."""
    tree = ast.parse(Path(saring.law.claims.__file__).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Judged":
            note = node.args[2]
            if isinstance(note, ast.Constant):
                yield str(note.value)
            elif isinstance(note, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in note.values)


def test_every_reason_has_its_indonesian() -> None:
    found = sorted(set(reasons()))
    assert len(found) > 20
    # "…; X" is put together of two reasons of its own; its two forms stand below.
    assert [note for note in found if note_in(note, "id") == note and note != "X, since X; X"] == []
    for rest in ("names are not compared with its lists", "its own law, not the UN's"):
        assert "sejak 2017-08-05; " in note_in(f"EU-2017/1509-16h, since 2017-08-05; {rest}", "id")


def test_a_reason_keeps_what_it_names() -> None:
    said = note_in("S/RES/1718 (2006) does not speak of it; UNSCR-2371-8 does", "id")
    assert said == "S/RES/1718 (2006) tidak mengaturnya; yang mengatur UNSCR-2371-8"
    assert note_in("as the paragraph says", "en") == "as the paragraph says"
    assert note_in(None, "id") == ""


@pytest.mark.parametrize(
    ("cited", "subjects", "word"),
    [("2397", (), "unjudged"), ("2371", ("coal",), "right"), ("1718", ("coal",), "wrong")],
)
def test_only_what_was_compared_is_called_right(cited: str, subjects: tuple[str, ...], word: str) -> None:
    quote = f"Resolution {cited} bans it."
    seen = ClaimSeen(
        quote=quote, span=(0, len(quote)), language="en", claims=quote, cited=cited, subjects=subjects, effect="ban"
    )
    claim = judge_claim(seen, load())
    assert judged_as(claim) == word
    line = claim_line(claim, wording("id"))
    assert {"right": "benar", "wrong": "keliru", "unjudged": "tidak dinilai"}[word] in line


def test_a_duty_of_the_charter_is_right_without_a_paragraph() -> None:
    claim = LegalClaim(quote="q", span=(0, 1), claims="q", correct=True, note="members must carry out …")
    assert judged_as(claim) == "right"
