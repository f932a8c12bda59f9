"""Serving: over standard input and output for one assistant, or over HTTP behind the gate of the HTTP door."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from socket import socket
from types import SimpleNamespace
from typing import Any

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

from saring.apps.http.desk import Desk
from saring.apps.http.gate import Gate
from saring.apps.http.headers import secured
from saring.apps.http.problems import MEDIA, encoded, problem
from saring.apps.http.settings import Settings
from saring.apps.mcp_door.server import server

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
PATH = "/mcp"


def over_stdio(settings: Settings) -> None:
    """Serve one assistant until it closes standard input; standard output holds the protocol and nothing else."""
    import anyio
    from mcp.server.stdio import stdio_server

    from saring.apps.mcp_door.lines import standard_input

    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    # Whoever waits for the next line cannot be interrupted in Python; there is nothing here to put away first.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    desk = Desk(settings)
    # Before the first call, not beside it: two threads that meet a type first in msgspec can end the program.
    desk.warm()

    async def run() -> None:
        async with stdio_server(stdin=standard_input()) as (reading, writing):
            made = server(desk)
            await made.run(reading, writing, made.create_initialization_options())

    try:
        anyio.run(run)
    finally:
        desk.close()


class Application:
    """The protocol at one address; every call stands alone, so that each is let in, or not, by its own key."""

    def __init__(self, desk: Desk, *, warm: bool = False) -> None:
        self._desk = desk
        self._warm = warm
        self._manager = StreamableHTTPSessionManager(
            server(desk), json_response=True, stateless=True, max_request_body_size=desk.settings.max_body
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call, or the beginning and end of the server's life."""
        if scope["type"] == "lifespan":
            await self._living(receive, send)
        elif scope["type"] == "http":
            await self._call(scope, receive, send)

    async def _living(self, receive: Receive, send: Send) -> None:
        async with self.running():
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While the server runs."""
        if self._warm:
            self._desk.warm()
        async with self._manager.run():
            yield
        self._desk.close()

    async def _call(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["route_handler"] = SimpleNamespace(paths=[PATH])
        if scope["path"].rstrip("/") != PATH:
            await _told(send, 404, "not_found", f"there is nothing here; the protocol is at {PATH}", [])
        elif scope["method"] != "POST":
            # A stream that outlives its call has no use here: the server never speaks first.
            await _told(send, 405, "wrong_method", "only POST is served", [(b"allow", b"POST")])
        else:
            await self._manager.handle_request(scope, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    async def secured_send(message: Any) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": secured(message.get("headers", ()))}
        await send(message)

    return secured_send


async def _told(send: Send, status: int, code: str, message: str, more: list[tuple[bytes, bytes]]) -> None:
    body = encoded(problem(status, code, message, "call"))
    headers = [(b"content-type", MEDIA.encode()), (b"content-length", str(len(body)).encode()), *more]
    await send({"type": "http.response.start", "status": status, "headers": secured(headers)})
    await send({"type": "http.response.body", "body": body})


def application(settings: Settings, *, warm: bool = False) -> Gate:
    """The server as an ASGI application behind the gate: keys, limits, same machine, audit."""
    desk = Desk(settings)
    return Gate(Application(desk, warm=warm), settings, desk.keys, desk.metrics, desk.audit, desk.misses)


def over_http(settings: Settings, taken: socket) -> int:
    """Serve on a socket until stopped; the exit code."""
    from saring.apps.http.listening import serve_on

    return serve_on(taken, application(settings, warm=True))
