"""A web site and a post office of our own on loopback, and a plan that watches them."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from saring.apps.watching.memory import Memory
from saring.apps.watching.plan import read_plan
from saring.apps.watching.rounds import Watch
from saring.model import SaringError

COAL = (
    "<html><head><title>Coal</title></head><body><article><h1>Coal ship held</h1>"
    "<p>HAI PHONG, June 12, 2024 - North Korea exported 6,500 tonnes of coal to Vietnam in May 2024, the coast guard said. "
    "The cargo was loaded at Nampo and sold to a trader in Hanoi, according to shipping papers.</p></article></body></html>"
)
BREAD = "<html><body><article><p>The price of bread rose in Hanoi in June 2024, shopkeepers said.</p></article></body></html>"


class Site:
    """Pages by path: text, or a function of the request that answers (status, headers, bytes). `asked` keeps each call."""

    def __init__(self) -> None:
        self.pages: dict[str, Any] = {}
        self.asked: list[tuple[str, str]] = []
        self.posted: list[tuple[str, dict[str, str], bytes]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # the name is the library's
                site.asked.append((self.path, self.headers.get("User-Agent", "")))
                page = site.pages.get(self.path)
                status, headers, body = 404, {}, b""
                if callable(page):
                    status, headers, body = page(self.headers)
                elif page is not None:
                    status, body = 200, page.encode() if isinstance(page, str) else page
                self._answer(status, headers, body)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                site.posted.append((self.path, dict(self.headers), body))
                page = site.pages.get(self.path)
                self._answer(page if isinstance(page, int) else 204, {}, b"")

            def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing on the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.at = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(one == path for one, _ in self.asked)

    def feed(self, *links: str) -> str:
        """An RSS feed of pages on this site."""
        items = "".join(f"<item><title>t</title><link>{self.at}{link}</link></item>" for link in links)
        return f'<rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'

    def close(self) -> None:
        """Shut down."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of our own."""
    made = Site()
    yield made
    made.close()


class Post(socketserver.StreamRequestHandler):
    """As much of SMTP as a letter needs."""

    def handle(self) -> None:
        """Take one letter."""
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = []
                while (text := self.rfile.readline()) != b".\r\n":
                    lines.append(text)
                self.server.letters.append(b"".join(lines).decode())  # type: ignore[attr-defined]
            self.wfile.write(b"250 ok\r\n" if word != b"QUIT" else b"221 bye\r\n")
            if word == b"QUIT":
                return


@pytest.fixture
def post() -> Iterator[Any]:
    """A post office; `.letters` holds what came."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Post) as server:
        server.letters = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class Seen:
    """A watch with what it said, and a clock that a test moves."""

    def __init__(self, folder: Path, text: str) -> None:
        path = folder / "feeds.toml"
        path.write_text(text, encoding="utf-8")
        self.complaints: list[SaringError] = []
        self.told: list[str] = []
        self.moment = 1_750_000_000.0
        self.memory = Memory(folder / "memory.db")
        self.plan = read_plan(path)
        self.watch = self.anew()

    def anew(self) -> Watch:
        """The watch as a new process would start it."""
        return Watch(
            self.plan,
            self.memory,
            say=self.complaints.append,
            tell=self.told.append,
            sleep=lambda _: None,
            now=lambda: self.moment,
        )


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[[str], Seen]]:
    """Make a watch from the text of a plan."""
    made: list[Seen] = []

    def make(text: str) -> Seen:
        made.append(Seen(tmp_path, text))
        return made[-1]

    yield make
    for each in made:
        each.memory.close()
