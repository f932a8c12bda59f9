"""`saring serve` as it is started: where it listens, keys, and the client of the README."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from saring.apps.http.keys import ROLES as ROLES_OF_THE_DOOR
from saring.apps.serve_command import ROLES

from .conftest import EXAMPLE, ROOT
from .running import SARING, serving


def saring(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SARING, *words],
        env={**os.environ, "SARING_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_names_the_roles_of_the_door() -> None:
    assert ROLES == ROLES_OF_THE_DOOR


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])  # noqa: S104
def test_another_host_than_loopback_needs_keys(home: Path, host: str) -> None:
    done = saring(home, "serve", "--port", "0", "--host", host)
    assert done.returncode == 2
    assert done.stderr.startswith("saring: --host: ")
    assert done.stderr.count("\n") == 1


def test_keys_are_made_listed_and_revoked(home: Path) -> None:
    made = saring(home, "serve", "keys", "add", "--role", "reader", "--name", "Register")
    words = made.stdout.strip()
    assert re.fullmatch(r"srg_[0-9a-f]{8}_[\w-]{43}", words)
    known = words.split("_")[1]
    listed = saring(home, "serve", "keys", "list", "--format", "json")
    assert json.loads(listed.stdout) | {"added": ""} == {
        "id": known,
        "role": "reader",
        "name": "Register",
        "added": "",
        "revoked": None,
    }
    assert words.split("_", 2)[2] not in saring(home, "serve", "keys", "list").stdout
    assert saring(home, "serve", "keys", "revoke", known).returncode == 0
    assert "revoked" in saring(home, "serve", "keys", "list").stdout
    gone = saring(home, "serve", "keys", "revoke", "nothing")
    assert gone.returncode == 1
    assert gone.stderr.startswith("saring: keys: ")
    assert saring(home, "serve", "keys", "add", "--role", "king").returncode == 2


def test_help_costs_no_server() -> None:
    program = "import sys; from saring.apps.serve_command import serve; print(sorted({'litestar', 'jinja2', 'uvicorn', 'msgspec'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_server_answers_and_the_client_of_the_paper_runs(home: Path, tmp_path: Path) -> None:
    paper = (ROOT / "README.md").read_text(encoding="utf-8")
    programs = [found for found in re.findall(r"```python\n(.*?)```", paper, re.DOTALL) if "urllib" in found]
    assert len(programs) == 1
    program = programs[0]
    assert sum(bool(line.strip()) for line in program.splitlines()) <= 10
    with serving(home) as address:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
            assert answer.status == 200
        program = program.replace("http://127.0.0.1:8000", address)
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert "prohibited" in done.stdout
    assert "S/RES/2397 (2017), para. 6" in done.stdout


@pytest.mark.slow
def test_many_clients_at_once_lose_nothing(home: Path) -> None:
    """A small run of the promise: determinations, readings and writings at once, no error, every write there."""
    failures: list[str] = []
    times: list[float] = []
    dealing = json.dumps({"kind": "goods", "from": "KP", "to": "RU", "what": "apples", "date": "2025-07-20"}).encode()

    def post(address: str, path: str, body: bytes) -> None:
        asked = urllib.request.Request(f"{address}{path}", body, {"Content-Type": "application/json"})  # noqa: S310
        began = time.monotonic()
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
                answer.read()
        except OSError as error:
            failures.append(f"{path}: {error}")
        times.append(time.monotonic() - began)

    def work(address: str, number: int) -> None:
        for _ in range(5):
            post(address, "/v1/determine", dealing)
        post(address, "/v1/ledger/documents", json.dumps({"text": f"{EXAMPLE}\nCatatan {number}."}).encode())

    with serving(home) as address:
        threads = [threading.Thread(target=work, args=(address, n)) for n in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with urllib.request.urlopen(f"{address}/v1/ledger", timeout=10) as answer:  # noqa: S310
            summary = json.load(answer)
    assert failures == []
    assert summary["documents"] == 16
    assert len(times) == 16 * 6


@pytest.mark.parametrize("words", [["serve"], ["mcp", "--http"]])
def test_a_port_that_is_taken_is_said_and_nothing_is_served(home: Path, words: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = saring(home, *words, "--port", str(other.getsockname()[1]))
    assert done.returncode == 2
    assert done.stderr.startswith("saring: --port: cannot listen on 127.0.0.1:")
    assert done.stderr.count("\n") == 1


def test_any_free_port_is_told(home: Path) -> None:
    with subprocess.Popen(
        [SARING, "serve", "--port", "0"],
        env={**os.environ, "SARING_HOME": str(home)},
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stderr is not None
            address = server.stderr.readline().split()[3]
            with urllib.request.urlopen(address + "health", timeout=30) as answer:  # noqa: S310 - our own
                assert answer.status == 200
        finally:
            server.terminate()
