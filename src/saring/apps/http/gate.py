"""What stands before every call: who calls, from where, how often and how much; and what is written down afterwards."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from saring.apps.http.audit import Audit, Entry, now
from saring.apps.http.headers import secured
from saring.apps.http.keys import Key, Keys
from saring.apps.http.metrics import Metrics
from saring.apps.http.problems import MEDIA, CallRefusedError, encoded, of_refusal
from saring.apps.http.rates import Rates
from saring.apps.http.settings import Settings
from saring.model import SaringError

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]

COOKIE = "saring_key"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
# The page that takes a key and what it is made of: nothing else is served without one, once keys exist.
KEYLESS = ("/login", "/static/saring.css", "/static/saring.js", "/static/icon.svg")
TABLE_PATHS = ("/v1/sweep", "/sweep")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Gate:
    """The application behind its guard. `scope["saring.key"]` is the caller's key, None on a server without keys."""

    def __init__(self, app: Any, settings: Settings, keys: Keys, metrics: Metrics, audit: Audit, misses: Rates) -> None:
        self.app = app
        self.settings = settings
        self.keys = keys
        self.metrics = metrics
        self.audit = audit
        self.rates = Rates(settings.rate)
        self.misses = misses
        self.names = LOCAL_NAMES | {settings.host}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call, or pass on what is none."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        call = _Call(self, scope, receive, send)
        self.metrics.under_way += 1
        try:
            scope["saring.key"] = self._admitted(scope)
            call.bound()
            await self.app(scope, call.receive, call.send)
        except CallRefusedError as refused:
            await call.refuse(refused)
        finally:
            self.metrics.under_way -= 1
            self._write_down(call)

    def _admitted(self, scope: Scope) -> Key | None:
        try:
            return self.admitted(scope)
        except SaringError as error:
            raise CallRefusedError(503, error.code, "the keys of this server cannot be read", "keys") from error

    def admitted(self, scope: Scope) -> Key | None:
        """The caller's key; a call that may not come in is refused."""
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        _same_site(scope, headers)
        client = (scope.get("client") or ("", 0))[0]
        if not self.keys.exist:
            if not is_loopback(client):
                raise CallRefusedError(403, "forbidden", "without keys only this machine is served", "client")
            if _name(headers.get(b"host", "")) not in self.names:
                # Another site's name that leads here (DNS rebinding) must not read what this machine holds.
                raise CallRefusedError(403, "forbidden", "this name is not served without keys", "Host")
            return None
        given = _given(headers)
        key = self.keys.who(given) if given else None
        if key is None:
            if scope["path"] in KEYLESS:
                return None
            if given and (wait := self.misses.wait(client)) is not None:
                raise CallRefusedError(429, "too_many", "too many wrong keys", "key", wait)
            raise CallRefusedError(401, "no_key", "a key is needed: Authorization: Bearer …", "key")
        wait = self.rates.wait(key.id)
        if wait is not None:
            raise CallRefusedError(429, "too_many", f"at most {self.settings.rate} calls a minute", "key", wait)
        return key

    def _write_down(self, call: _Call) -> None:
        scope, seconds = call.scope, time.perf_counter() - call.began
        route, key = _route(scope, call.status), scope.get("saring.key")
        self.metrics.called(route, scope["method"], call.status, seconds)
        entry = Entry(
            at=now(), method=scope["method"], path=scope["path"][:200], route=route, status=call.status,
            milliseconds=round(seconds * 1000, 1), taken=call.taken, key=key and key.id, role=key and key.role,
            client=(scope.get("client") or ("", 0))[0],
        )  # fmt: skip
        self.audit.wrote(entry)


class _Call:
    """One call: counts what comes in, and remembers the status that goes out."""

    def __init__(self, gate: Gate, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope = scope
        self.began = time.perf_counter()
        self.status = 500
        self.taken = 0
        self._receive = receive
        self._send = send
        tables = scope["path"].startswith(TABLE_PATHS)
        self.most = gate.settings.max_upload if tables else gate.settings.max_body
        self._page = _wants_page(scope)

    def bound(self) -> None:
        """Refuse what says itself that it is too large."""
        told = next((value for name, value in self.scope["headers"] if name.lower() == b"content-length"), b"0")
        if not told.isdigit() or int(told) > self.most:
            raise self._too_large()

    def _too_large(self) -> CallRefusedError:
        return CallRefusedError(413, "too_large", f"too large; allowed: at most {self.most} bytes", "body")

    async def receive(self) -> Any:
        """The next part of the body, counted."""
        message = await self._receive()
        self.taken += len(message.get("body", b""))
        if self.taken > self.most:
            raise self._too_large()
        return message

    async def send(self, message: Any) -> None:
        """Pass an answer on, its status noted."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)

    async def refuse(self, refused: CallRefusedError) -> None:
        """Answer a call that was not let in; a browser without a key is led to the page that takes one."""
        headers = [(b"content-type", MEDIA.encode())]
        body, status = encoded(of_refusal(refused)), refused.status
        if refused.wait is not None:
            headers.append((b"retry-after", str(refused.wait).encode()))
        if status == 401:
            headers.append((b"www-authenticate", b'Bearer realm="saring"'))
        if status == 401 and self._page:
            status, body = 303, b""
            headers = [(b"location", b"/login")]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send({"type": "http.response.start", "status": status, "headers": secured(headers)})
        await self.send({"type": "http.response.body", "body": body})


def is_loopback(client: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    return host.rsplit(":", 1)[0] if not host.endswith("]") else host


def _same_site(scope: Scope, headers: dict[Any, str]) -> None:
    """What changes something, or costs something, must not be sent by the page of another site."""
    if scope["method"] in SAFE:
        return
    origin = headers.get(b"origin")
    foreign = headers.get(b"sec-fetch-site") in ("cross-site", "same-site")
    if foreign or (origin is not None and urlsplit(origin).netloc != headers.get(b"host")):
        raise CallRefusedError(403, "forbidden", "sent by the page of another site", "Origin")


def _given(headers: dict[Any, str]) -> str:
    """The key that a call brings: Authorization, X-API-Key, or the cookie of the pages."""
    scheme, _, words = headers.get(b"authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return words.strip()
    if b"x-api-key" in headers:
        return headers[b"x-api-key"].strip()
    try:
        held = SimpleCookie(headers.get(b"cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return held.value if held else ""


def _wants_page(scope: Scope) -> bool:
    """Whether a person looks: a page is asked for with GET, outside the paths for programs."""
    accept = next((value for name, value in scope["headers"] if name.lower() == b"accept"), b"")
    programs = scope["path"].startswith(("/v1/", "/schema", "/health", "/metrics", "/mcp"))
    return scope["method"] == "GET" and b"text/html" in accept and not programs


def _route(scope: Scope, status: int) -> str:
    """The pattern of the route, so that figures do not grow with every address."""
    handler = scope.get("route_handler")
    if handler is None or status == 404:
        return "-"
    return str(min(handler.paths, default="-"))
