"""Screening over HTTP, on pages and for OpenRefine, with a list of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from saring.screening.entry import Alias, Listed, ListFile
from saring.screening.store import Store

from .conftest import problem


def add_list(date: str = "2026-01-31", name: str = "OURS") -> None:
    """A list with one body and one ship, both made up."""
    entries = (
        Listed(
            list=name,
            id="B1",
            kind="organisation",
            names=(Alias("Paektu Ginseng General Trading Corporation"),),
            countries=("KP",),
        ),
        Listed(list=name, id="S1", kind="vessel", names=(Alias("MORNING CRANE"),), imo=("9074729",)),
    )
    Store().add(ListFile(name=name, form="csv", source="ours.csv", date=date, added=date, sha256=date, entries=entries))


@pytest.fixture
def lists(home: Path) -> Path:
    add_list()
    return home


def test_without_lists_nothing_is_cleared(client: TestClient[Any]) -> None:
    answer = client.post("/v1/screen", json={"name": "Paektu"})
    assert answer.status_code == 404
    assert "no list" in problem(answer)["detail"]
    assert client.get("/v1/lists").json() == []
    assert "No list is installed" in client.get("/screen?name=Paektu").text


def test_a_hit_comes_with_its_reasons(lists: Path, client: TestClient[Any]) -> None:
    told = client.post("/v1/screen", json={"name": "Paektu Ginseng General Trading Corp", "country": "KP"}).json()
    assert told["lists"] == {"OURS": "2026-01-31"}
    assert told["hits"][0]["id"] == "B1"
    assert told["hits"][0]["because"]
    assert client.get("/v1/lists").json()[0]["entries"] == 2
    page = client.get("/screen?name=Paektu+Ginseng+General+Trading+Corp").text
    assert "B1" in page
    assert "A person confirms" in page
    assert client.get("/screen?name=Morning+Crane&imo=9074729&format=json").json()["hits"][0]["id"] == "S1"
    assert client.get("/screen?name=Morning+Crane&imo=9074729&format=csv").text.splitlines()[1].startswith("OURS,S1")


def test_no_hit_is_no_clearance(lists: Path, client: TestClient[Any]) -> None:
    told = client.post("/v1/screen", json={"name": "Siti Rahayu"}).json()
    assert told["hits"] == []
    assert "no clearance" in told["note"]
    assert "no clearance" in client.get("/screen?name=Siti+Rahayu").text


def test_a_list_that_is_added_is_asked_at_once(lists: Path, client: TestClient[Any]) -> None:
    assert client.post("/v1/screen", json={"name": "Morning Crane"}).json()["lists"] == {"OURS": "2026-01-31"}
    add_list("2026-02-28", "THEIRS")
    assert set(client.post("/v1/screen", json={"name": "Morning Crane"}).json()["lists"]) == {"OURS", "THEIRS"}


@pytest.mark.parametrize(
    "body",
    [{}, {"name": " "}, {"name": "a", "kind": "ghost"}, {"name": "a", "line": 2}, {"name": "a", "limit": 0}, {"name": "a", "lists": [1]},
     {"name": "a", "as_of": "soon"}, {"name": "a", "x": 1}, {"name": 1}, [], {"name": "a" * 501}, {"name": "a", "lists": ["NONE"]}],
)  # fmt: skip
def test_a_screening_that_cannot_be_is_refused(lists: Path, client: TestClient[Any], body: Any) -> None:
    assert problem(client.post("/v1/screen", json=body))["status"] == 400


def test_openrefine_finds_its_service(lists: Path, client: TestClient[Any]) -> None:
    manifest = client.get("/v1/reconcile").json()
    assert manifest["versions"]
    assert manifest["name"]
    queries = {
        "q0": {"query": "Paektu Ginseng General Trading"},
        "q1": {"query": "MORNING CRANE", "type": "Vessel", "limit": 1},
    }
    found = client.post("/v1/reconcile", data={"queries": json.dumps(queries)}).json()
    assert found["q0"]["result"][0]["id"] == "OURS/B1"
    assert found["q1"]["result"][0]["match"] is False
    assert client.get("/v1/reconcile", params={"queries": json.dumps(queries)}).json() == found
    for bad in ("", "[]", "{", '{"q0": 1}', '{"q0": {}}', json.dumps({f"q{n}": {"query": "a"} for n in range(51)})):
        assert problem(client.post("/v1/reconcile", data={"queries": bad}))["status"] == 400


def test_a_determination_asks_the_lists_where_that_is_wanted(lists: Path, client: TestClient[Any]) -> None:
    dealing = {"kind": "goods", "from": "RU", "to": "KP", "what": "flour", "date": "2025-07-20",
               "parties": [{"name": "Paektu Ginseng General Trading Corporation", "country": "KP", "role": "receiver"}]}  # fmt: skip
    without = client.post("/v1/determine", json=dealing).json()[0]
    assert without["lists"] == {}
    asked = client.post("/v1/determine?lists=all", json=dealing).json()[0]
    assert asked["lists"] == {"OURS": "2026-01-31"}
    assert asked["hits"][0]["id"] == "B1"
    text = {"text": "North Korea sold coal to China on 3 May 2018."}
    told = client.post("/v1/check?lists=OURS", json=text).json()["documents"][0]["dealings"][0]["determinations"][0]
    assert told["lists"] == {"OURS": "2026-01-31"}
    assert problem(client.post("/v1/check?lists=NONE", json=text))["code"] == "unknown_word"
