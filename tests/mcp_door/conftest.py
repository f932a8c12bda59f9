"""Real clients of the protocol over both ways, in both of its generations, against `saring mcp` in its own process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import anyio
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

from saring import river
from saring.documents import open_text
from saring.ledger import open_ledger
from saring.screening.entry import Alias, Listed, ListFile
from saring.screening.store import Store

ROOT = Path(__file__).resolve().parent.parent.parent
SARING = str(Path(sys.executable).parent / "saring")
EXAMPLE = (ROOT / "examples/pasar-vladivostok.txt").read_text(encoding="utf-8")
SHIPS = (ROOT / "examples/coal-ship-seized.txt").read_text(encoding="utf-8")


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a server whose things stand in a folder."""
    wanted = {**os.environ, "SARING_HOME": str(home)}
    wanted.pop("SARING_LEDGER", None)
    return wanted


class Assistant:
    """A connected client, called from a test."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self.portal = portal
        self.client = client

    def call(self, tool: str, /, **given: Any) -> dict[str, Any]:
        """The answer of a tool; the client itself has held it against the tool's output schema."""
        result = self.portal.call(self.client.call_tool, tool, given)
        assert not result.is_error, result.content
        told: dict[str, Any] = result.structured_content
        return told

    def wrong(self, tool: str, /, **given: Any) -> dict[str, str]:
        """The error of a tool."""
        result = self.portal.call(self.client.call_tool, tool, given)
        assert result.is_error, result.content
        told: dict[str, str] = result.structured_content["error"]
        assert set(told) == {"code", "where", "message", "allowed"}
        return told

    def at_once(self, *calls: tuple[str, Mapping[str, Any]]) -> list[Any]:
        """The results of several calls that are all sent before one is answered."""
        results: list[Any] = [None] * len(calls)

        async def one(place: int, name: str, given: Mapping[str, Any]) -> None:
            results[place] = await self.client.call_tool(name, dict(given))

        async def together() -> None:
            async with anyio.create_task_group() as group:
                for place, (name, given) in enumerate(calls):
                    group.start_soon(one, place, name, given)

        self.portal.call(together)
        return results


@contextmanager
def connected(server: Any, mode: str) -> Iterator[Assistant]:
    """A client in a thread of its own."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server, mode=mode, read_timeout_seconds=60)) as client,
    ):
        yield Assistant(portal, client)


@contextmanager
def serving(home: Path, *options: str) -> Iterator[str]:
    """`saring mcp --http` until it listens; its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    command = [SARING, "mcp", "--http", "--port", str(port), *options]
    with subprocess.Popen(command, env=surroundings(home), stderr=subprocess.PIPE, text=True) as process:
        try:
            _listening(port, process)
            yield f"http://127.0.0.1:{port}/mcp"
        finally:
            process.terminate()
            process.wait(10)


def _listening(port: int, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 5).close()
        except OSError:
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(port)


def stdio(home: Path) -> StdioServerParameters:
    """`saring mcp` as an assistant starts it."""
    return StdioServerParameters(command=SARING, args=["mcp"], env=surroundings(home))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's things: a ledger with two documents and a list of our own."""
    home = tmp_path_factory.mktemp("home")
    with open_ledger(str(home / "ledger.db")) as ledger:
        for text in (EXAMPLE, SHIPS):
            document = open_text(text, source="example")
            ledger.record(river.check(document), text=document.text, who="test", why="for the test")
    names = (Alias("Paektu Ginseng General Trading Corporation"),)
    body = Listed(list="OURS", id="B1", kind="organisation", names=names, countries=("KP",))
    file = ListFile(
        name="OURS", form="csv", source="ours.csv", date="2026-01-31", added="2026-01-31", sha256="1", entries=(body,)
    )
    Store(home).add(file)
    return home


WAYS = ("stdio auto", "stdio legacy", "http auto", "http legacy")


@pytest.fixture(scope="session")
def made(kept: Path) -> Iterator[Callable[[str], Assistant]]:
    """Clients by the way that they come, each connected when it is first asked for."""
    with ExitStack() as stack:

        @cache
        def make(way: str) -> Assistant:
            door, mode = way.split()
            server = stdio(kept) if door == "stdio" else stack.enter_context(serving(kept))
            return stack.enter_context(connected(server, mode))

        yield make


@pytest.fixture(scope="session", params=WAYS)
def assistant(request: pytest.FixtureRequest, made: Callable[[str], Assistant]) -> Assistant:
    """A client over each way, with the handshake of 2025 and without."""
    return made(request.param)


@pytest.fixture(scope="session")
def one(made: Callable[[str], Assistant]) -> Assistant:
    """One client, where the way does not matter."""
    return made(WAYS[0])
