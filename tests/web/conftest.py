"""A server for each test, its things in a folder of its own, and callers on and off this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from saring.apps.http.application import application
from saring.apps.http.gate import Gate
from saring.apps.http.keys import Keys, Role
from saring.apps.http.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = (ROOT / "examples/pasar-vladivostok.txt").read_text(encoding="utf-8")
Server = Callable[..., TestClient[Any]]


class From:
    """The server as it is called from an address."""

    def __init__(self, gate: Gate, client: str) -> None:
        self.gate = gate
        self.client = client

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            scope["client"] = (self.client, 50_000)
        await self.gate(scope, receive, send)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's things."""
    monkeypatch.setenv("SARING_HOME", str(tmp_path))
    monkeypatch.delenv("SARING_LEDGER", raising=False)
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    """Starts servers; `client` is the address of the caller, `key` what it brings."""
    started: list[TestClient[Any]] = []

    def start(client: str = "127.0.0.1", key: str = "", **told: Any) -> TestClient[Any]:
        settings = Settings(home=home, ledger=str(home / "ledger.db"))
        gate = application(msgspec.structs.replace(settings, **told))
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # Errors of the server are answers here too: a traceback in the test would hide what a caller sees.
        made: TestClient[Any] = TestClient(
            From(gate, client), base_url="http://127.0.0.1", raise_server_exceptions=False
        )
        made.headers.update(headers)
        started.append(made.__enter__())
        return made

    yield start
    for one in started:
        one.__exit__(None, None, None)


@pytest.fixture
def client(server: Server) -> TestClient[Any]:
    """A caller on this machine, without keys."""
    return server()


@pytest.fixture
def key(home: Path) -> Callable[[Role], str]:
    """Makes keys."""
    return lambda role: Keys(Settings(home=home).keys_file).add(role, role)[1]


def problem(answer: Any) -> dict[str, Any]:
    """The problem of an answer; it is always in one form."""
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert set(told) == {"type", "title", "status", "detail", "code", "where", "error"}
    assert told["status"] == answer.status_code
    assert told["error"] == {"code": told["code"], "message": told["detail"], "where": told["where"]}
    return told
