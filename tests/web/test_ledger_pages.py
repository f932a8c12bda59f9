"""The ledger through the doors: recorded, found, corrected, related, verified; entries tell who."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from litestar.testing import TestClient

from saring.apps.http.keys import Role
from saring.apps.web.charts import periods, relations_svg, timeline_svg
from saring.ledger import Count, Edge, Node, Relations
from saring.model import VERDICTS

from .conftest import EXAMPLE, Server, problem

HTML = {"Accept": "text/html"}


@pytest.fixture
def kept(client: TestClient[Any]) -> TestClient[Any]:
    """A caller whose ledger holds the example, with one answer."""
    link = client.post("/check", data={"text": EXAMPLE}, follow_redirects=False).headers["location"]
    doc = re.search(r"doc=([\w-]+)", link)
    assert doc
    recorded = client.post("/record", data={"doc": doc[1], "a": "d3.committee_approval=yes"}, follow_redirects=False)
    assert recorded.status_code == 303
    assert recorded.headers["location"].startswith("/ledger/documents/")
    assert "apel" in client.get(recorded.headers["location"]).text
    return client


def events(client: TestClient[Any], query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/v1/ledger/events?{query}").json()["events"]
    return found


def test_what_is_recorded_is_there_with_its_answers(kept: TestClient[Any]) -> None:
    assert kept.get("/v1/ledger").json()["documents"] == 1
    verdicts = {event["what"]: event["verdict"] for event in events(kept)}
    assert verdicts["apel"] == "prohibited"
    assert verdicts["pakaian"] == "exempt"
    again = kept.post("/v1/ledger/documents", json={"text": EXAMPLE}).json()
    assert (again["new"], again["differs"]) == (False, True)
    assert kept.get("/v1/ledger").json()["documents"] == 1
    assert kept.get(f"/v1/ledger/documents/{again['document']}").json()["text"] == EXAMPLE


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=labour", {"labour"}),
        ("verdict=exempt", {"goods"}),
        ("goods=0808", {"goods"}),
        ("country=US", set()),
        ("from=KP&kind=labour", {"labour"}),
    ],
)
def test_filters(kept: TestClient[Any], query: str, expected: set[str]) -> None:
    assert {event["kind"] for event in events(kept, query)} == expected
    page = kept.get(f"/ledger?{query}")
    assert page.status_code == 200
    assert ("Nothing is recorded" in page.text) == (not expected)


@pytest.mark.parametrize(
    "query",
    [
        "kind=x",
        "verdict=x",
        "country=XX",
        "since=soon",
        "goods=x",
        "review=x",
        "limit=0",
        "limit=501",
        "offset=-1",
        "limit=x",
    ],
)
def test_filters_that_cannot_be(kept: TestClient[Any], query: str) -> None:
    assert problem(kept.get(f"/v1/ledger/events?{query}"))["status"] == 400


def test_search_in_reports_and_on_the_page(kept: TestClient[Any]) -> None:
    found = kept.get("/v1/ledger/search?q=pekerja+bangunan").json()
    assert found[0]["event"]["kind"] == "labour"
    assert "400 pekerja bangunan" in found[0]["quote"]
    page = kept.get("/ledger?q=pekerja+bangunan").text
    assert page.count("<tr>") == len(found) + 1
    assert "400 pekerja bangunan" in page
    assert kept.get("/v1/ledger/search?q=zzzz").json() == []
    assert problem(kept.get("/v1/ledger/search?q=%20"))["where"] == "q"


def test_a_page_of_events_and_its_downloads(kept: TestClient[Any]) -> None:
    total = kept.get("/v1/ledger/events").json()["total"]
    assert len(kept.get("/ledger?format=json").json()) == total
    rows = list(csv.DictReader(io.StringIO(kept.get("/ledger?format=csv").text)))
    assert {row["from"] for row in rows} == {"KP"}
    assert len(rows) == total
    assert kept.get("/ledger?format=html").text.count("<tr>") == total + 1
    assert len(kept.get("/v1/ledger/events?limit=2&offset=1").json()["events"]) == 2


def test_corrections_are_entries_by_somebody_for_a_reason(kept: TestClient[Any]) -> None:
    event = next(e for e in events(kept) if e["what"] == "apel")
    page = f"/ledger/events/{event['id']}"
    assert kept.post(page, data={"action": "confirm", "why": " "}, headers=HTML).status_code == 400
    assert kept.post(page, data={"action": "burn", "why": "x"}, headers=HTML).status_code == 400
    confirmed = kept.post(page, data={"action": "confirm", "why": "Seen in the shop"})
    assert "Seen in the shop" in confirmed.text
    assert "local" in confirmed.text
    answered = kept.post(page, data={"set": "committee_exemption=yes", "why": "Letter of the Committee"})
    assert "badge v-exempt" in answered.text
    told = kept.get(f"/v1{page}").json()
    assert told["verdict"] == "exempt"
    assert [entry["action"] for entry in reversed(told["entries"])][:3] or told["entries"]
    assert {"record", "confirm", "set"} <= {entry["action"] for entry in told["entries"]}
    back = kept.post(
        page, data={"action": "set", "fact": "committee_exemption", "value": "", "why": "It was another letter"}
    )
    assert back.status_code == 200
    assert kept.get(f"/v1{page}").json()["verdict"] == "prohibited"
    keyed = kept.post(page, data={"action": "set", "fact": "date", "value": "2016-01-05", "why": "Misprint"})
    assert keyed.status_code == 200
    assert kept.get(f"/v1{page}").json()["verdict"] == "not_covered"
    for bad in (
        {"fact": "moonlight", "value": "1"},
        {"fact": "committee_exemption", "value": "perhaps"},
        {"fact": "date", "value": "soon"},
    ):
        assert kept.post(page, data={"action": "set", "why": "x", **bad}, headers=HTML).status_code == 400
    assert kept.get("/v1/ledger/verify").json()["ok"] is True


def test_corrections_over_http(kept: TestClient[Any]) -> None:
    first, second = events(kept)[:2]
    path = f"/v1/ledger/events/{first['id']}"
    assert kept.post(path, json={"action": "reject", "why": "a rumour"}).json()["events"][0]["review"] == "rejected"
    assert first["id"] not in {event["id"] for event in events(kept)}
    assert kept.post(path, json={"action": "reopen", "why": "no rumour"}).json()["events"][0]["review"] == "open"
    merged = kept.post(path, json={"action": "merge", "why": "the same", "events": [second["id"]]})
    assert merged.status_code == 200
    assert (
        kept.get(f"/ledger/events/{second['id']}", follow_redirects=False).headers["location"]
        == f"/ledger/events/{first['id']}"
    )
    bodies: tuple[Any, ...] = (
        {},
        {"action": "merge"},
        {"action": "confirm", "why": "x", "y": 1},
        {"action": "merge", "why": "x", "events": [1]},
        [],
    )
    for body in bodies:
        assert problem(kept.post(path, json=body))["status"] == 400
    assert problem(kept.post("/v1/ledger/events/nothing", json={"action": "confirm", "why": "x"}))["status"] == 404
    assert kept.get("/ledger/events/nothing", headers=HTML).status_code == 404


def test_rejudging_lists_what_moved(kept: TestClient[Any]) -> None:
    told = kept.post("/v1/ledger/rejudge", json={"why": "a look", "keep": False}).json()
    assert told["asked"] >= 8
    assert told["moved"] == []
    assert problem(kept.post("/v1/ledger/rejudge", json={"why": ""}))["where"] == "why"


def test_entries_tell_whose_key_it_was(server: Server, key: Callable[[Role], str]) -> None:
    words = key("analyst")
    caller = server(key=words)
    caller.post("/v1/ledger/documents", json={"text": EXAMPLE})
    assert caller.get("/v1/ledger/entries").json()[0]["who"] == f"analyst ({words.split('_')[1]})"


@pytest.mark.parametrize("view", ["timeline", "relations"])
def test_pictures_and_their_downloads(kept: TestClient[Any], view: str) -> None:
    page = kept.get(f"/{view}?country=KP")
    assert page.status_code == 200
    assert '<svg class="chart"' in page.text
    picture = kept.get(f"/{view}?format=svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    ET.fromstring(picture.text)  # noqa: S314 - our own picture
    assert kept.get(f"/{view}?format=json").json()
    assert len(kept.get(f"/{view}?format=csv").text.splitlines()) > 1
    assert kept.get(f"/v1/ledger/{view}").status_code == 200


def test_relations_between_two(kept: TestClient[Any]) -> None:
    graph = kept.get("/v1/ledger/relations?between=KP,RU").json()
    assert {node["id"] for node in graph["nodes"] if node["sort"] == "country"} == {"KP", "RU"}
    assert graph["intensity"]
    assert problem(kept.get("/v1/ledger/relations?between=KP"))["where"] == "between"


def test_empty_months_stand_in_the_timeline() -> None:
    def count(period: str, verdict: Any = "prohibited") -> Count:
        return Count(period=period, kind="goods", verdict=verdict, events=2)

    found = periods([count("2024-11"), count("2025-02", None), count("")])
    assert [p.name for p in found] == ["2024-11", "2024-12", "2025-01", "2025-02"]
    svg = timeline_svg(found, 'a "title" <b>', {v: v for v in VERDICTS}, alone=True)
    assert svg.count("<rect") == 2
    ET.fromstring(svg)  # noqa: S314
    assert periods([]) == []
    assert [p.name for p in periods([count("2019"), count("2024")])] == ["2019", "2024"]


def test_names_in_the_graph_are_text() -> None:
    evil = '<script>alert("x")</script>&'
    nodes = (
        Node(id="KP", sort="country", name="KP", country="KP", events=3),
        Node(id="p", sort="party", name=evil, country=None, events=1),
    )
    edges = (
        Edge(
            sort="party", source="p", target="KP", kind="goods", verdict="prohibited", events=1, first=None, last=None
        ),
    )
    svg = relations_svg(Relations(nodes=nodes, edges=edges, intensity=()), evil, {}, alone=True)
    ET.fromstring(svg)  # noqa: S314
    assert "<script" not in svg
