"""Pages from the network, for a server that was allowed to fetch them: public addresses only, and no more than asked.

A name is looked up once; every address it has must be public, and the call goes to one of these very addresses, so
that a name cannot lead elsewhere between the check and the call. Each redirect is checked the same way.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from saring.model import SaringError

REDIRECTS = 4
PATIENCE = 10.0
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

_HEADERS = {"User-Agent": "saring", "Accept": "text/html, text/*, application/pdf, application/xml"}

Resolver = Callable[[str, int], list[str]]


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, in the order of the system."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def is_public(address: str) -> bool:
    """Whether an address belongs to the public network, in whatever form it is written inside."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return found.is_global and not found.is_multicast and not found.is_reserved


class Answer(NamedTuple):
    """What an address answered in the end: its status, its headers by lower-case name, its bytes, and where it lay."""

    status: int
    headers: dict[str, str]
    body: bytes
    address: str


def fetch(address: str, most: int, seconds: float, resolver: Resolver = resolved) -> tuple[bytes, str]:
    """The bytes behind an address and the address they came from in the end; every failure is an error of the program."""
    answer = ask(address, most, seconds, resolver=resolver)
    if answer.status != 200:
        raise SaringError("unreadable", "url", f"the page answered {answer.status}", "a page that can be read")
    return answer.body, answer.address


def ask(
    address: str,
    most: int,
    seconds: float,
    *,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    private: bool = False,
    resolver: Resolver = resolved,
) -> Answer:
    """Call an address, follow its redirects, and give what it answers, whatever the status.

    With a `body` it is posted (and no redirect followed). `private` allows addresses of private networks and any port.
    At most `most` bytes are read and `seconds` spent. Raises `bad_type`, `unreadable`, `too_large`.
    """
    end = time.monotonic() + seconds
    for _ in range(REDIRECTS):
        parts, port = _checked(address, any_port=private)
        found = _address(parts.hostname or "", port, resolver, private=private)
        answer = _ask(parts, port, found, end, {**_HEADERS, **(headers or {})}, body)
        target = answer.getheader("Location")
        if body is None and answer.status in (301, 302, 303, 307, 308) and target:
            address = urljoin(address, target)
            continue
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, _read(answer, most, end), address)
    raise SaringError("unreadable", "url", "too many redirects", f"at most {REDIRECTS - 1}")


def _checked(address: str, *, any_port: bool) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        raise SaringError("bad_type", "url", "it is no address", "https://…") from None
    plain = parts.scheme in _PORTS and parts.hostname and not parts.username
    if not plain or not (any_port or port == _PORTS[parts.scheme]):
        raise SaringError("bad_type", "url", "only plain addresses with http or https on their own ports", "https://…")
    return parts, port


def _address(host: str, port: int, resolver: Resolver, *, private: bool) -> str:
    try:
        found = resolver(host, port)
    except (OSError, UnicodeError):
        raise SaringError("unreadable", "url", "the name is not known", "a public address") from None
    if not found or not (private or all(is_public(one) for one in found)):
        raise SaringError("unreadable", "url", "it leads into a private network", "a public address")
    return found[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to one address, whatever the name says by now."""

    def __init__(self, parts: SplitResult, port: int, address: str, patience: float) -> None:
        super().__init__(parts.hostname or "", port, timeout=patience)
        self._address = address
        self._secure = parts.scheme == "https"

    def connect(self) -> None:
        """Connect to that address, and ask for a certificate of the name."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _ask(
    parts: SplitResult, port: int, address: str, end: float, headers: dict[str, str], body: bytes | None
) -> http.client.HTTPResponse:
    connection = _Pinned(parts, port, address, max(0.1, min(PATIENCE, end - time.monotonic())))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET" if body is None else "POST", target, body=body, headers=headers)
        return connection.getresponse()
    except (OSError, http.client.HTTPException, ValueError) as failure:
        raise SaringError("unreadable", "url", f"cannot be fetched: {type(failure).__name__}") from failure


def _read(answer: http.client.HTTPResponse, most: int, end: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        while chunk := answer.read1(1 << 16):
            size += len(chunk)
            if size > most:
                raise SaringError("too_large", "url", "the page is too large", f"at most {most} bytes")
            if time.monotonic() > end:
                raise SaringError("unreadable", "url", "the page takes too long")
            parts.append(chunk)
    except (OSError, http.client.HTTPException) as failure:
        raise SaringError("unreadable", "url", f"broken off: {type(failure).__name__}") from failure
    return b"".join(parts)
