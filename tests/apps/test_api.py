"""The Python door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import saring
from saring.model import Dealing

pytestmark = pytest.mark.usefixtures("rooms")


def test_determine_takes_a_mapping_or_a_dealing() -> None:
    given = {"kind": "goods", "from": "KP", "what": "apples", "date": "2025-07-20"}
    (judged,) = saring.determine(given)
    assert judged.verdict == "prohibited"
    (same,) = saring.determine(Dealing(kind="goods", id="1", from_="KP", what="apples", date="2025-07-20"))
    assert same == judged


def test_determine_raises_what_the_command_line_would_say() -> None:
    with pytest.raises(saring.SaringError) as caught:
        saring.determine({"kind": "goods", "form": "KP"})
    assert caught.value.code == "unknown_key"
    with pytest.raises(saring.SaringError) as caught:
        saring.determine({"kind": "goods", "regimes": ["EU"]})
    assert caught.value.code == "unknown_regime"
    with pytest.raises(saring.SaringError) as caught:
        saring.determine({"kind": "goods"}, as_of="2025-02-30")
    assert caught.value.code == "bad_date"


def test_check_takes_a_path_a_name_or_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("apples", encoding="utf-8")
    for given in (path, str(path), "apples"):
        checked = saring.check(given, published="2025-07-21")
        assert checked.dealings[0].determinations[0].verdict == "prohibited"  # type: ignore[index]
    assert saring.check("apples").source == "-"


def test_check_of_a_missing_path_raises(tmp_path: Path) -> None:
    with pytest.raises(saring.SaringError) as caught:
        saring.check(tmp_path / "no.txt")
    assert caught.value.code == "missing_file"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        saring.chekc  # noqa: B018


def test_import_alone_loads_nothing() -> None:
    program = "import sys, saring; print([m for m in sys.modules if m.startswith('saring.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
