"""Sixty-four clients for a minute on loopback: no error, no lost write, and answers within a second for 95 of 100.

One `saring serve` with a ledger of its own. Each client keeps one connection and asks in turn: a determination, the
latest events, the timeline, and in every tenth turn it records a text of its own. In the end every text that was
acknowledged must be in the ledger, once, and the chain of digests must hold. Exit code 1 when it does not hold.
"""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from statistics import quantiles

import msgspec

from figures import Figure, Part, hand_over, shown

LIMIT = 1.0  # seconds, at the 95th percentile
DEALING = b'{"kind":"goods","from":"KP","to":"RU","what":"apples","date":"2025-07-20"}'
TEXT = (
    "SEOUL, June 12, 2024 - North Korea sold {number} tonnes of coal to China in May 2024, a customs officer said. "
    "The same firm shipped {number} tonnes of squid to Vietnam in April 2024, he added."
)


class Client(threading.Thread):
    """One client: what it asked, how long each answer took, which documents were acknowledged, what went wrong."""

    def __init__(self, port: int, number: int, end: float) -> None:
        super().__init__()
        self.port, self.number, self.end = port, number, end
        self.times: dict[str, list[float]] = {"determine": [], "ledger": [], "record": []}
        self.kept: list[str] = []
        self.errors: list[str] = []

    def run(self) -> None:
        """Ask until the time is over."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        turn = 0
        while time.monotonic() < self.end:
            turn += 1
            self._ask(link, "determine", "POST", "/v1/determine", DEALING)
            self._ask(link, "ledger", "GET", "/v1/ledger/events?limit=20")
            self._ask(link, "ledger", "GET", "/v1/ledger/timeline")
            if turn % 10 == 1:
                text = TEXT.format(number=self.number * 100_000 + turn)
                body = self._ask(link, "record", "POST", "/v1/ledger/documents", msgspec.json.encode({"text": text}))
                if body is not None:
                    self.kept.append(msgspec.json.decode(body)["document"])
        link.close()

    def _ask(
        self, link: http.client.HTTPConnection, kind: str, verb: str, path: str, body: bytes | None = None
    ) -> bytes | None:
        began = time.perf_counter()
        try:
            link.request(verb, path, body, {"Content-Type": "application/json"} if body else {})
            answer = link.getresponse()
            told = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.errors.append(f"{path}: {type(error).__name__}")
            link.close()
            return None
        self.times[kind].append(time.perf_counter() - began)
        if answer.status >= 400:
            self.errors.append(f"{path}: {answer.status} {told[:120].decode('utf-8', 'replace')}")
            return None
        return told


def served(folder: str) -> tuple[subprocess.Popen[bytes], int]:
    """A server of its own, and where it listens, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    saring = str(Path(sys.executable).parent / "saring")
    call = [saring, "serve", "--port", str(port), "--ledger", f"{folder}/ledger.db", "--rate", "10000000"]
    server = subprocess.Popen(
        call, env={**os.environ, "SARING_HOME": folder}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return server, port
        time.sleep(0.1)
    raise SystemExit("load: the server did not start")


def main() -> int:
    """Run the clients, compare the ledger with what was acknowledged, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server, port = served(folder)
        try:
            end = time.monotonic() + options.seconds
            clients = [Client(port, number, end) for number in range(options.clients)]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
        finally:
            server.terminate()
            server.wait(30)
        acknowledged = [document for client in clients for document in client.kept]
        lost, held = compared(f"{folder}/ledger.db", acknowledged)
    errors = [error for client in clients for error in client.errors]
    for error in errors[:5]:
        print(f"load: {error}", file=sys.stderr)
    found = [
        Figure("doors: errors", len(errors), limit=0),
        Figure("doors: acknowledged writes that are not kept", lost, limit=0),
        Figure("doors: the chain of digests holds", float(held), floor=1),
        Figure("doors: texts recorded", len(acknowledged)),
    ]
    for kind in ("determine", "ledger", "record"):
        times = sorted(t for client in clients for t in client.times[kind])
        limit = LIMIT if kind != "record" else None
        found.append(Figure(f"doors: {kind}, 95 of 100 within", quantiles(times, n=20)[-1], "s", limit=limit))
        found.append(Figure(f"doors: {kind}, answers a second", len(times) / options.seconds, "1/s"))
    for figure in found:
        print(shown(figure))
    hand_over(options.json, Part("doors", tuple(found)))
    return 0 if all(figure.holds for figure in found) else 1


def compared(ledger: str, acknowledged: list[str]) -> tuple[int, bool]:
    """How many acknowledged documents are missing or doubled, and whether the chain holds."""
    from saring.ledger import open_ledger

    with open_ledger(ledger) as kept:
        missing = 0
        for document in acknowledged:
            try:
                kept.document(document)
            except Exception as error:  # noqa: BLE001 - whatever it is, the document cannot be had
                print(f"load: {document}: {error}", file=sys.stderr)
                missing += 1
        doubled = abs(kept.summary().documents - len(set(acknowledged)))
        return missing + doubled, kept.verify().ok


if __name__ == "__main__":
    sys.exit(main())
