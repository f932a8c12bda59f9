"""What cannot be used is an answer with code, where, message and allowed; nothing ends the server."""

from __future__ import annotations

import logging
from typing import Any

import anyio
import pytest
from mcp.client import Client
from mcp.shared.exceptions import MCPError

from saring.apps.http.desk import Desk
from saring.apps.http.settings import Settings
from saring.apps.mcp_door import tools
from saring.apps.mcp_door.server import server

from .conftest import Assistant

WRONG: list[tuple[str, dict[str, Any], str, str, str]] = [
    ("determine", {}, "bad_type", "arguments", "dealing"),
    ("determine", {"dealing": "apples"}, "bad_type", "dealing", "object"),
    ("determine", {"dealing": {}}, "bad_type", "dealing", "goods"),
    ("determine", {"dealing": {"kind": "gift"}}, "unknown_word", "dealing, kind", "goods, arms"),
    ("determine", {"dealing": {"kind": "goods", "from": "XX"}}, "unknown_word", "dealing, from", "KP"),
    ("determine", {"dealing": {"kind": "goods", "colour": "red"}}, "unknown_key", "dealing", "kind"),
    ("determine", {"dealing": {"kind": "goods", "facts": {"mood": True}}}, "unknown_fact", "dealing", ""),
    ("determine", {"dealing": {"kind": "goods", "date": "2025-13"}}, "bad_date", "dealing, date", "YYYY"),
    ("determine", {"dealing": {"kind": "goods", "regimes": ["AU"]}}, "unknown_regime", "dealing, regimes", "UN"),
    ("determine", {"dealing": {"kind": "goods"}, "as_of": "yesterday"}, "bad_date", "as_of", "YYYY"),
    ("determine", {"dealing": {"kind": "goods"}, "lists": "NOWHERE"}, "unknown_word", "", "OURS"),
    ("questions", {"dealing": {"kind": "gift"}}, "unknown_word", "dealing, kind", "goods"),
    ("check_text", {"text": " \n"}, "empty", "text", "a text"),
    ("check_text", {"text": 7}, "bad_type", "text", "str"),
    ("check_text", {"text": "x", "lang": "fr"}, "unknown_word", "lang", "en, id"),
    ("check_text", {"text": "x", "url": "https://example.org"}, "unknown_key", "arguments", "published"),
    ("check_text", {"text": "x", "published": "2024/2025"}, "bad_date", "published", "YYYY-MM-DD"),
    ("check_text", {"text": "x" * 10_000_001}, "too_large", "arguments", "10000000"),
    ("law_show", {"provision": "2397/999"}, "unknown_provision", "provision", "UNSCR-2397"),
    ("law_show", {"provision": "9" * 300}, "bad_type", "provision", "200"),
    ("law_on", {"on": "2018-02-31"}, "bad_date", "on", "YYYY"),
    ("law_on", {"on": ""}, "bad_date", "on", "YYYY"),
    ("law_on", {"on": "2018", "kind": "gift"}, "unknown_word", "kind", "goods"),
    ("law_on", {"on": "2018", "goods": "apples"}, "bad_type", "goods", "digits"),
    ("law_on", {"on": "2018", "partner": "FR"}, "unknown_word", "partner", "KP"),
    ("law_on", {"on": "2018", "limit": 0}, "bad_type", "limit", "1"),
    ("law_diff", {"first": "2018"}, "bad_type", "arguments", "second"),
    ("law_diff", {"first": "2018", "second": "2018/2019"}, "bad_date", "second", "YYYY"),
    ("screen", {"name": ""}, "bad_type", "name", "500"),
    ("screen", {"name": "x", "kind": "planet"}, "unknown_word", "kind", "vessel"),
    ("ledger_search", {"verdict": "bad"}, "unknown_word", "verdict", "prohibited"),
    ("ledger_search", {"words": "apel", "limit": 101}, "bad_type", "limit", "100"),
]


@pytest.mark.parametrize(("name", "given", "code", "where", "allowed"), WRONG)
def test_a_wrong_call_says_where_and_what_is_allowed(
    one: Assistant, name: str, given: dict[str, Any], code: str, where: str, allowed: str
) -> None:
    told = one.wrong(name, **given)
    assert told["code"] == code
    assert where in told["where"]
    assert allowed in told["allowed"]
    assert told["message"]


def test_over_every_way_an_error_is_an_answer_and_the_next_call_is_served(assistant: Assistant) -> None:
    assert assistant.wrong("check_text", text="")["code"] == "empty"
    with pytest.raises(MCPError) as caught:
        assistant.portal.call(assistant.client.call_tool, "no_such_tool", {})
    assert caught.value.data["code"] == "unknown_word"
    assert "check_text" in caught.value.data["allowed"]
    assert assistant.call("law_on", on="2018", goods="0808")["total"]


def asked(desk: Desk, name: str, given: dict[str, Any]) -> Any:
    async def go() -> Any:
        async with Client(server(desk)) as client:
            return await client.call_tool(name, given)

    return anyio.run(go)


def test_what_nobody_foresaw_is_logged_and_told_without_its_inside(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("the secret inside")

    broken_tools = tuple(t._replace(answer=broken) if t.name == "law_show" else t for t in tools.TOOLS)
    monkeypatch.setattr("saring.apps.mcp_door.server.TOOLS", broken_tools)
    with caplog.at_level(logging.ERROR):
        result = asked(Desk(Settings(home=tmp_path)), "law_show", {"provision": "2397/6"})
    assert result.is_error
    assert result.structured_content["error"]["code"] == "failed"
    assert "secret" not in result.content[0].text
    assert "the secret inside" in caplog.text


def test_what_takes_too_long_is_told_so(tmp_path: Any) -> None:
    result = asked(Desk(Settings(home=tmp_path, seconds=0.0)), "law_show", {"provision": "2397/6"})
    assert result.structured_content["error"]["code"] == "too_slow"
    assert "again in" in result.structured_content["error"]["allowed"]


def test_the_bound_is_that_of_the_http_door(tmp_path: Any) -> None:
    result = asked(Desk(Settings(home=tmp_path, max_body=1000)), "check_text", {"text": "x" * 1000})
    assert result.structured_content["error"]["code"] == "too_large"
    assert "1000" in result.structured_content["error"]["allowed"]


def test_without_a_ledger_a_search_says_so_and_makes_none(tmp_path: Any) -> None:
    desk = Desk(Settings(home=tmp_path, ledger=str(tmp_path / "none.db"), create=False))
    result = asked(desk, "ledger_search", {"words": "apel"})
    assert result.structured_content["error"]["code"] == "missing_file"
    assert not (tmp_path / "none.db").exists() or (tmp_path / "none.db").stat().st_size == 0


def test_without_a_database_a_search_says_what_to_install_and_the_law_is_listed(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: Any, **__: Any) -> Any:
        raise ModuleNotFoundError("No module named 'sqlalchemy'", name="sqlalchemy")

    monkeypatch.setattr("saring.ledger.open_ledger", missing)
    desk = Desk(Settings(home=tmp_path))
    told = asked(desk, "ledger_search", {}).structured_content["error"]
    assert (told["code"], told["allowed"]) == ("unreadable", 'pip install "saring[web]"')

    async def last_page() -> list[str]:
        async with Client(server(desk)) as client:
            page = await client.list_resources(cursor="100")
            return [one.uri for one in page.resources]

    assert all(uri.startswith("saring://law/") for uri in anyio.run(last_page))
