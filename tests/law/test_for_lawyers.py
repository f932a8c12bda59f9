"""What docs/for-lawyers.md walks through happens: the arithmetic is refused, then a case fails, then it holds again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from saring.law import load
from saring.law.cases import read_cases
from saring.law.files import LAWBOOK
from saring.model import SaringError
from saring.proof.runs import failure

PARAGRAPH = Path("un/1718/2375/16.yml")


@pytest.fixture
def lawbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the lawbook that may be changed."""
    monkeypatch.setenv("SARING_CACHE", str(tmp_path / "cache"))
    return Path(shutil.copytree(LAWBOOK, tmp_path / "lawbook"))


def _changed(root: Path, before: str, after: str) -> None:
    path = root / PARAGRAPH
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    load.__globals__["_load"].cache_clear()


def _failing(root: Path) -> list[str]:
    book = load(root)
    return [case.name for case in read_cases(root) if case.provision == "UNSCR-2375-16" and failure(case, book)]


def test_a_lawyer_changes_a_paragraph(lawbook: Path) -> None:
    assert _failing(lawbook) == []
    _changed(
        lawbook, "by: '2018-01-24', reckoned: adopted + 135 days", "by: '2018-01-25', reckoned: adopted + 135 days"
    )
    with pytest.raises(SaringError, match="adopted \\+ 135 days is 2018-01-24, not 2018-01-25"):
        load(lawbook)
    _changed(
        lawbook, "by: '2018-01-25', reckoned: adopted + 135 days", "by: '2018-01-25', reckoned: adopted + 136 days"
    )
    assert [name.partition(": ")[2] for name in _failing(lawbook)] == ["The Committee told a day late"]
    _changed(
        lawbook, "by: '2018-01-25', reckoned: adopted + 136 days", "by: '2018-01-24', reckoned: adopted + 135 days"
    )
    assert _failing(lawbook) == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("effect: prohibit", "effekt: prohibit", "effekt"),
        ("effect: prohibit", "effect: forbid", "forbid"),
        ("{from: '2017-09-11'}", "{from: '2017-09-10'}", "in force before adoption"),
        ('"50"', "50", "16.yml:"),
        ("{fact: committee_approval, is: true}", "{fact: approval, is: true}", "'approval' is no fact"),
        ("{fact: committee_approval, is: true}", "{fact: committee_approval, is: maybe}", "truth"),
        ("provision: UNSCR-2375-16", "provision: UNSCR-2375-61", "holds UNSCR-2375-61"),
    ],
)
def test_a_slip_is_named_with_file_and_what_is_allowed(lawbook: Path, before: str, after: str, says: str) -> None:
    _changed(lawbook, before, after)
    with pytest.raises(SaringError) as caught:
        load(lawbook)
    assert "16.yml" in caught.value.where
    assert says in f"{caught.value.where} {caught.value}"
