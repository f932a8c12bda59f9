"""`/v1/determine`, `/v1/check` and the questions: the same answers as the command line gives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from litestar.testing import TestClient

import saring
from saring.apps.intake import to_dealing
from saring.reports.whole_json import whole
from saring.river import determine

from .conftest import EXAMPLE, Server, problem

APPLES = {"kind": "goods", "from": "KP", "to": "RU", "what": "apples", "date": "2025-07-20"}


def test_one_dealing_gives_its_determinations(client: TestClient[Any]) -> None:
    answer = client.post("/v1/determine", json=APPLES)
    assert answer.status_code == 200
    assert answer.json() == json.loads(json.dumps(whole(determine(to_dealing(APPLES, "", "1")))))
    assert answer.json()[0]["findings"][0]["provision"] == "UNSCR-2397-6:food"


def test_the_day_and_the_language_are_asked_in_the_query(client: TestClient[Any]) -> None:
    answer = client.post("/v1/determine?as_of=2017-01-01&lang=id", json=APPLES).json()[0]
    assert (answer["as_of"], answer["as_of_basis"], answer["verdict"]) == ("2017-01-01", "option", "not_covered")
    assert "bukan nasihat hukum" in " ".join(answer["caveats"])


def test_a_regime_that_is_not_loaded_fails_in_its_place(client: TestClient[Any]) -> None:
    both = client.post("/v1/determine", json={**APPLES, "regimes": ["UN", "EU"]})
    assert both.status_code == 200
    assert [one.get("verdict") or one["error"]["code"] for one in both.json()] == ["prohibited", "unknown_regime"]
    assert problem(client.post("/v1/determine", json={**APPLES, "regimes": ["EU"]}))["code"] == "unknown_regime"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"), (b"{", "bad_json"), (b"\xff", "bad_json"), (b'{"kind":"goods","kind":"arms"}', "bad_json"),
        (b"[]", "bad_type"), (b"{}", "bad_type"), (b'{"kind":"fish"}', "unknown_word"), (b'{"kind":"goods","x":1}', "unknown_key"),
        (b'{"kind":"goods","from":"XX"}', "unknown_word"), (b'{"kind":"goods","date":"2025-02-30"}', "bad_date"),
        (b'{"kind":"goods","facts":{"moonlight":true}}', "unknown_fact"), (b'{"kind":"goods","facts":{"bulk_cash":null}}', "bad_type"),
        (b'{"kind":"goods","date":NaN}', "bad_json"), (b"[" * 100_000, "bad_json"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named(client: TestClient[Any], body: bytes, code: str) -> None:
    answer = client.post("/v1/determine", content=body)
    assert answer.status_code == 400
    assert problem(answer)["code"] == code


@pytest.mark.parametrize("query", ["as_of=yesterday", "as_of=2025-02-30", "lang=xx"])
def test_a_query_that_cannot_be_is_refused(client: TestClient[Any], query: str) -> None:
    assert problem(client.post(f"/v1/determine?{query}", json=APPLES))["status"] == 400


def test_a_text_gives_the_object_of_check(client: TestClient[Any]) -> None:
    answer = client.post("/v1/check", json={"text": EXAMPLE})
    assert answer.status_code == 200
    report = answer.json()
    document = report["documents"][0]
    assert document["dealings"] == json.loads(json.dumps(whole(saring.check(EXAMPLE).dealings)))
    for dealing in document["dealings"]:
        start, end = dealing["evidence"]["start"], dealing["evidence"]["end"]
        assert EXAMPLE[start:end] == dealing["evidence"]["quote"]
        again = client.post("/v1/determine", json=dealing).json()
        assert again == dealing["determinations"]


def test_published_is_taken(client: TestClient[Any]) -> None:
    told = client.post(
        "/v1/check", json={"text": "Korea Utara menjual batu bara ke Cina.", "published": "2018-05"}
    ).json()
    assert told["documents"][0]["published"] == "2018-05"
    assert told["documents"][0]["published_basis"] == "given"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "bad_type"), ({"text": " "}, "empty"), ({"text": "a", "url": "https://example.org"}, "bad_type"),
        ({"text": 1}, "bad_type"), ({"texts": "a"}, "unknown_key"), ({"text": "a", "published": "soon"}, "bad_date"),
        ({"text": "a", "published": "2018/2019"}, "bad_date"), ({"text": "\ud800"}, "bad_json"), ("text", "bad_type"),
    ],
)  # fmt: skip
def test_a_check_that_cannot_be_is_refused(client: TestClient[Any], body: Any, code: str) -> None:
    assert problem(client.post("/v1/check", content=json.dumps(body)))["code"] == code


def test_pages_are_fetched_only_where_that_was_allowed(client: TestClient[Any], server: Server) -> None:
    assert "fetches no pages" in problem(client.post("/v1/check", json={"url": "https://example.org/"}))["detail"]
    allowed = server(allow_urls=True)
    for address in (
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "file:///etc/passwd",
        "http://10.0.0.1/",
        "ftp://x",
    ):
        told = problem(allowed.post("/v1/check", json={"url": address}))
        assert told["where"] == "url", address


def test_the_questions_can_change_the_verdict(client: TestClient[Any]) -> None:
    asked = client.post(
        "/v1/questions?lang=id",
        json={"kind": "goods", "from": "KP", "to": "RU", "goods": [{"hs": ["61"]}], "date": "2025"},
    )
    assert asked.status_code == 200
    first = asked.json()[0]
    assert (first["fact"], first["type"], first["answers"]) == ("committee_approval", "truth", [True, False])
    assert "Komite" in first["ask"]


def test_the_answer_does_not_depend_on_what_was_asked_before(client: TestClient[Any]) -> None:
    before = client.post("/v1/determine", json=APPLES).content
    client.post("/v1/determine", json={**APPLES, "facts": {"committee_exemption": True}})
    client.post("/v1/determine?lang=id", json=APPLES)
    assert client.post("/v1/determine", json=APPLES).content == before
