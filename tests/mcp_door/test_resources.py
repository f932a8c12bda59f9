"""Paragraphs, events and documents by address."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mcp.shared.exceptions import MCPError

from saring.apps.mcp_door.addresses import LAW, law_address, taken_apart
from saring.law import load
from saring.law.catalogue import entries_of, find

from .conftest import EXAMPLE, Assistant


def read(assistant: Assistant, address: str) -> Any:
    (content,) = assistant.portal.call(assistant.client.read_resource, address).contents
    assert (content.uri, content.mime_type) == (address, "application/json")
    return json.loads(getattr(content, "text", ""))


def test_every_paragraph_has_an_address_that_leads_back_to_it() -> None:
    book = load()
    for entry in entries_of(book):
        regime = entry.situation.regime.regime
        sort, told, name = taken_apart(law_address(regime, entry.provision.provision))
        assert (sort, told) == (LAW, regime)
        assert [found.provision.provision for found in find(book, name)] == [entry.provision.provision]


def test_all_is_listed_page_by_page(assistant: Assistant) -> None:
    async def every() -> list[str]:
        uris: list[str] = []
        page = await assistant.client.list_resources()
        while True:
            uris += [one.uri for one in page.resources]
            if page.next_cursor is None:
                return uris
            page = await assistant.client.list_resources(cursor=page.next_cursor)

    found = assistant.portal.call(every)
    assert len(found) == len(set(found))
    assert sum(uri.startswith("saring://law/UN/") for uri in found) == len(list(entries_of(load())))
    assert sum(uri.startswith("saring://ledger/documents/") for uri in found) == 2
    for address in (found[0], found[-1]):
        assert read(assistant, address)


def test_a_paragraph_is_read(assistant: Assistant) -> None:
    told = read(assistant, "saring://law/UN/2397/5")
    assert told["law"]["lawbook"] == load().version
    assert [p["cite"] for p in told["provisions"]] == ["S/RES/2397 (2017), para. 5"]
    assert len(read(assistant, "saring://law/UN/2397")["provisions"]) > 10
    templates = assistant.portal.call(assistant.client.list_resource_templates).resource_templates
    assert "saring://law/{regime}/{instrument}/{paragraph}" in {one.uri_template for one in templates}


def test_an_event_and_its_document_are_read(assistant: Assistant) -> None:
    hit = assistant.call("ledger_search", words="apel")["hits"][0]
    event = read(assistant, hit["uri"])
    assert event["determinations"][0]["verdict"] == hit["event"]["verdict"]
    assert event["tellings"][0]["quote"]
    assert event["entries"][0]["action"] == "record"
    document = read(assistant, hit["document"])
    assert document["text"] == EXAMPLE
    evidence = hit["evidence"]
    assert document["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("saring://law/UN/2397/999", "unknown_provision"),
        ("saring://law/XX/2397/5", "unknown_regime"),
        ("saring://law/UN", "unknown_word"),
        ("saring://law/UN//5", "unknown_word"),
        ("saring://ledger/events/nothing", "unknown_word"),
        ("saring://ledger/documents/../../etc", "unknown_word"),
        ("saring://ledger/documents/%2e%2e%2fetc", "unknown_word"),
        ("file:///etc/passwd", "unknown_word"),
    ],
)
def test_an_address_that_leads_nowhere_says_so(one: Assistant, address: str, code: str) -> None:
    with pytest.raises(MCPError) as caught:
        read(one, address)
    assert caught.value.data["code"] == code
    assert caught.value.data["uri"] == address


def test_a_cursor_of_somebody_else_is_refused(one: Assistant) -> None:
    with pytest.raises(MCPError) as caught:
        one.portal.call(lambda: one.client.list_resources(cursor="x"))
    assert caught.value.data["code"] == "bad_type"
