"""One address that speaks the chat-completions protocol: a request, an answer, and why there was none.

Only this address is ever asked: redirects are refused, and proxies of the environment are not used.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import http.client
import ipaddress
import re
import socket
import ssl
import time
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from saring.model import SaringError

LARGEST = 4_000_000
_TAIL = "/chat/completions"
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529))
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


class Reply(NamedTuple):
    """Status and body of an answer, and the seconds after which the endpoint asks to be tried again."""

    status: int
    body: bytes
    wait: float | None = None

    @property
    def again(self) -> bool:
        """Whether the same request may succeed later."""
        return self.status in _AGAIN


class UnreachedError(Exception):
    """No answer came; `again` tells whether trying again makes sense."""

    def __init__(self, message: str, *, again: bool) -> None:
        super().__init__(message)
        self.again = again


@dataclass(frozen=True)
class Endpoint:
    """An address of the form http(s)://host[:port]/…/v1, with the key that it wants (or none)."""

    url: str
    key: str | None = field(default=None, repr=False)
    secure: bool = field(init=False)
    host: str = field(init=False)
    port: int | None = field(init=False)
    path: str = field(init=False)

    def __post_init__(self) -> None:
        allowed = "an address such as https://host/v1 or http://127.0.0.1:8000/v1"
        try:
            parts = urlsplit(self.url)
            port = parts.port
        except ValueError:
            raise SaringError("unknown_word", "--endpoint", f"{self.url!r} is no address", allowed) from None
        odd = parts.username is not None or parts.fragment or not self.url.isascii() or re.search(r"\s", self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or odd:
            raise SaringError("unknown_word", "--endpoint", f"{_shown(self.url)!r} cannot be asked", allowed)
        if self.key and parts.scheme == "http" and not _is_this_machine(parts.hostname):
            message = "the key would travel unencrypted"
            raise SaringError("unknown_word", "--endpoint", message, "https, a server on this machine, or no key")
        if self.key and not re.fullmatch(r"[\x21-\x7e]+", self.key):
            raise SaringError("bad_type", "SARING_LLM_KEY", "it holds spaces or signs that no key has", "a plain key")
        path = parts.path.rstrip("/")
        path = path if path.endswith(_TAIL) else path + _TAIL
        object.__setattr__(self, "secure", parts.scheme == "https")
        object.__setattr__(self, "host", parts.hostname)
        object.__setattr__(self, "port", port)
        object.__setattr__(self, "path", path + (f"?{parts.query}" if parts.query else ""))

    @property
    def address(self) -> str:
        """The address that is asked, without its query."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port else ""
        return f"{'https' if self.secure else 'http'}://{host}{port}{self.path.partition('?')[0]}"

    def post(self, body: bytes, timeout: float) -> Reply:
        """Send one request and read the whole answer within so many seconds."""
        end = time.monotonic() + timeout
        link = self._link(timeout)
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "saring"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            link.request("POST", self.path, body, headers)
            answer = link.getresponse()
            return Reply(answer.status, _read(link, answer, end), _wait(answer.getheader("Retry-After")))
        except TimeoutError:
            raise UnreachedError(f"no whole answer within {timeout:g} s", again=True) from None
        except ssl.SSLCertVerificationError:
            raise UnreachedError("its certificate is not trusted", again=False) from None
        except socket.gaierror:
            raise UnreachedError("the host is not known", again=False) from None
        except (OSError, http.client.HTTPException) as error:
            raise UnreachedError(f"the connection failed ({type(error).__name__})", again=True) from None
        finally:
            link.close()

    def clean(self, words: str, longest: int = 200) -> str:
        """Words of the endpoint in one short line, without the key and without what steers a terminal."""
        plain = " ".join(_STEERING.sub(" ", words).split())
        return (plain.replace(self.key, "***") if self.key else plain)[:longest]

    def _link(self, timeout: float) -> http.client.HTTPConnection:
        if self.secure:
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(self.host, self.port, timeout=timeout, context=context)
        return http.client.HTTPConnection(self.host, self.port, timeout=timeout)


def _read(link: http.client.HTTPConnection, answer: http.client.HTTPResponse, end: float) -> bytes:
    """The body, piece by piece: a server that trickles must not outlast the time, nor a large one the memory."""
    pieces: list[bytes] = []
    size = 0
    while True:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if link.sock is not None:
            link.sock.settimeout(left)
        piece = answer.read1(65_536)
        if not piece:
            if answer.length:
                raise http.client.IncompleteRead(b"".join(pieces))
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise UnreachedError(f"the answer has more than {LARGEST} bytes", again=False)


def _wait(header: str | None) -> float | None:
    """Retry-After in seconds; it may be a number or a date."""
    if not header:
        return None
    try:
        return max(0.0, float(int(header)))
    except ValueError:
        pass  # not a number: a date, or nothing that we understand
    try:
        day = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    moment = day if day.tzinfo else day.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - dt.datetime.now(dt.UTC)).total_seconds())


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shown(url: str) -> str:
    """The address without a name and password that stand in it."""
    return re.sub(r"//[^/@]*@", "//***@", url)
