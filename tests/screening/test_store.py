"""Versions are kept, nothing broken replaces anything, and decisions hold as long as the entry does."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from tests.screening import small

from saring.model import SaringError
from saring.screening.answers import answer
from saring.screening.decisions import read_decisions
from saring.screening.entry import ListFile
from saring.screening.lists import read
from saring.screening.search import Asked, Screener
from saring.screening.store import Store


def un(folder: Path, day: str = "2031-02-03", name: str = "TEST-IL") -> ListFile:
    text = small.UN.replace("2031-02-03", day).replace("TEST-IL", name)
    return read(small.write(folder, f"{day}.xml", text))


def test_versions(tmp_path: Path) -> None:
    store = Store(tmp_path / "home")
    first, new = store.add(un(tmp_path))
    assert new
    assert store.add(un(tmp_path)) == (first, False)
    second, new = store.add(un(tmp_path, "2032-02-03", "TEST-SAM"))
    assert new
    assert [v.date for v in store.versions()] == ["2031-02-03", "2032-02-03"]
    assert store.current() == [second]
    assert store.current(as_of="2031") == [first]
    assert store.current(as_of="2032-02-02") == [first]
    assert store.chosen(["UN"], "2031-12-31")[0].entries[0].names[0].name == "PAK TEST-IL"
    for names, as_of in ((["UN", "EU"], None), (["UN"], "2030")):
        with pytest.raises(SaringError):
            store.chosen(names, as_of)


def test_an_old_screening_can_be_repeated(tmp_path: Path) -> None:
    store = Store(tmp_path / "home")
    store.add(un(tmp_path))
    before = answer(Asked("Pak Test-il"), Screener(store.chosen((), "2031-06-01"), "2031-06-01"), 10, 0.9)
    store.add(un(tmp_path, "2032-02-03", "QUITE-OTHER"))
    again = answer(Asked("Pak Test-il"), Screener(store.chosen((), "2031-06-01"), "2031-06-01"), 10, 0.9)
    assert again == before
    assert before.hits
    assert not answer(Asked("Pak Test-il"), Screener(store.chosen()), 10, 0.95).hits


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path / "home")
    version, _ = store.add(un(tmp_path))
    path = store.folder / version.file
    whole = path.read_bytes()
    changed = msgspec.structs.replace(msgspec.msgpack.decode(whole, type=ListFile), entries=())
    for raw in (whole[:-20], b"", msgspec.msgpack.encode(changed), whole.replace(b"TEST-IL", b"TEST-IX")):
        path.write_bytes(raw)
        with pytest.raises(SaringError) as caught:
            store.chosen()
        assert caught.value.code == "unreadable"
    path.unlink()
    with pytest.raises(SaringError):
        store.chosen()
    store.register.write_text("[{")
    with pytest.raises(SaringError) as caught:
        store.versions()
    assert caught.value.code == "bad_json"


def test_odd_names_stay_in_the_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "home")
    version, _ = store.add(msgspec.structs.replace(un(tmp_path), name="../../evil/名"))
    assert (store.folder / version.file).is_file()
    assert ".." not in version.file.replace("..", "", 0).split("/")
    assert store.chosen()[0].name == "../../evil/名"


def test_decisions(tmp_path: Path) -> None:
    screener = Screener([un(tmp_path)])
    hit = answer(Asked("Pak Test-il"), screener, 10, 0.9).hits[0]
    version = next(b for b in hit.because if b.startswith("entry version")).split()[-1]
    line = {
        "query": "PAK  test-il",
        "list": hit.list,
        "id": hit.id,
        "version": version,
        "by": "A. R.",
        "on": "2031-03-03",
    }
    path = small.write(tmp_path, "d.jsonl", json.dumps(line) + "\n\n")
    found = answer(Asked("Pak Test-il"), screener, 10, 0.9, read_decisions(path))
    assert found.hits == ()
    assert found.note
    assert "A. R." in found.set_aside[0]
    assert answer(Asked("Pak Test il"), screener, 10, 0.9, read_decisions(path)).hits, (
        "another spelling was not decided"
    )
    changed = Screener([read(small.write(tmp_path, "new.xml", small.UN.replace("1952", "1953")))])
    back = answer(Asked("Pak Test-il"), changed, 10, 0.9, read_decisions(path))
    assert back.hits
    assert "changed since" in back.hits[0].because[-1]
    assert not back.set_aside
    path = small.write(tmp_path, "m.jsonl", json.dumps({**line, "decision": "match"}))
    confirmed = answer(Asked("Pak Test-il"), screener, 10, 0.9, read_decisions(path)).hits[0]
    assert confirmed.strong
    assert "confirmed" in confirmed.because[-1]


@pytest.mark.parametrize(
    "text", ["{", '{"query":"x"}', '{"query":"x","list":"a","id":"b","version":"c","decision":"maybe"}', "\xff"]
)
def test_broken_decisions(tmp_path: Path, text: str) -> None:
    with pytest.raises(SaringError) as caught:
        read_decisions(small.write(tmp_path, "d.jsonl", "\n" + text))
    assert caught.value.where.endswith(":2")
    with pytest.raises(SaringError):
        read_decisions(tmp_path / "none.jsonl")
