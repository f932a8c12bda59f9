"""Packs: built once, found again under the hash of their content, the same however they come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from saring.goods import packs
from saring.goods.compiling import build
from saring.model import SaringError


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(packs, "_folders", lambda: (tmp_path,))
    packs.pack.cache_clear()
    yield tmp_path
    packs.pack.cache_clear()


def test_a_pack_is_kept_and_read_again(fresh: Path) -> None:
    built = packs.pack("id")
    (file,) = fresh.glob("*.id.msgpack")
    packs.pack.cache_clear()
    before = file.stat().st_mtime_ns
    assert packs.pack("id") == built
    assert file.stat().st_mtime_ns == before


def test_a_place_that_cannot_be_written_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(packs, "_folders", lambda: (tmp_path / "file",))
    packs.pack.cache_clear()
    assert packs.pack("id").phrases
    packs.pack.cache_clear()


def test_words_and_modifiers_are_read_strictly(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('[sort]\nen = ["kind"]\n')
    (tmp_path / "modifiers.toml").write_text("")
    with pytest.raises(SaringError, match="no role"):
        build("en", tmp_path)
    (tmp_path / "words.toml").write_text("")
    (tmp_path / "modifiers.toml").write_text('[[modifier]]\nid = "dried"\n[modifier.moves]\n"0808" = ["0899"]\n')
    with pytest.raises(SaringError, match="0899"):
        build("en", tmp_path)
