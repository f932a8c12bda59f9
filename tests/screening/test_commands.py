"""The commands, as a user runs them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner, Result
from tests.screening import small

from saring.apps.screen_commands import lists, screen
from saring.screening import _opened
from saring.screening.fetching import fetch


@pytest.fixture(autouse=True)
def fresh() -> None:
    _opened.cache_clear()


def run(command: Command, *args: str) -> Result:
    return CliRunner().invoke(command, args, standalone_mode=False)


def test_add_status_screen(store_home: Path, tmp_path: Path) -> None:
    path = small.write(tmp_path, "un.xml", small.UN)
    done = run(lists, "add", str(path), str(tmp_path / "none.xml"))
    assert done.return_value == 1
    assert "2 entries" in done.stdout
    assert "none.xml" in done.stderr
    assert "already there" in run(lists, "add", str(path)).stdout
    status = json.loads(run(lists, "status", "--format", "json").stdout)
    assert (status["name"], status["date"], status["entries"]) == ("UN", "2031-02-03", 2)
    assert "UN" in run(lists, "status").stdout
    found = json.loads(run(screen, "Pak", "Test-il").stdout)
    assert list(found)[:3] == ["query", "hits", "lists"]
    assert found["lists"] == {"UN": "2031-02-03"}
    assert found["hits"][0]["id"] == "KPi.901"
    assert found["hits"][0]["score"] == 1.0
    assert set(found["hits"][0]) >= {"list", "id", "name", "score", "because"}


def test_a_broken_file_replaces_nothing(store_home: Path, tmp_path: Path) -> None:
    path = small.write(tmp_path, "un.xml", small.UN)
    run(lists, "add", str(path))
    for text in (small.UN[:-200], "", small.UN.replace("INDIVIDUAL>", "X>").replace("ENTITY>", "Y>")):
        small.write(tmp_path, "un.xml", text)
        done = run(lists, "add", str(path))
        assert done.return_value == 1
        assert done.stderr.startswith("saring: ")
    assert json.loads(run(screen, "Pak Test-il").stdout)["hits"]


def test_files_of_names(store_home: Path, tmp_path: Path) -> None:
    run(lists, "add", str(small.write(tmp_path, "un.xml", small.UN)))
    given = '{"name":"Pak Test-il","country":"KP"}\nNobody Whosoever\n{"name":5}\n{"nome":"x"}\n{"name":"x","kind":"tree"}\n{\n'
    done = run(screen, str(small.write(tmp_path, "names.jsonl", given)))
    first, second, *bad = [json.loads(line) for line in done.stdout.splitlines()]
    assert first["hits"][0]["strong"]
    assert second["hits"] == []
    assert "no clearance" in second["note"]
    assert [b["error"]["code"] for b in bad] == ["bad_type", "unknown_key", "unknown_word", "bad_json"]
    assert done.return_value == 1


def test_screening_without_lists_is_refused(store_home: Path) -> None:
    done = run(screen, "Pak Test-il")
    assert done.return_value == 1
    assert not done.stdout
    assert "saring lists add" in done.stderr


def test_options(store_home: Path, tmp_path: Path) -> None:
    run(lists, "add", str(small.write(tmp_path, "un.xml", small.UN)))
    run(lists, "add", str(small.write(tmp_path, "own.jsonl", small.FTM)), "--name", "OWN", "--date", "2029-01-01")
    assert json.loads(run(screen, "--lists", "OWN", "Test Person").stdout)["lists"] == {"OWN": "2029-01-01"}
    assert run(screen, "--lists", "NONE", "x").return_value == 1
    assert json.loads(run(screen, "--as-of", "2030-06-01", "Test Person").stdout)["lists"] == {"OWN": "2029-01-01"}
    assert json.loads(run(screen, "--threshold", "1", "Pak Test-ill").stdout)["hits"] == []
    assert len(json.loads(run(screen, "--threshold", "0", "--limit", "1", "Pak Test").stdout)["hits"]) == 1
    aside = {"query": "Pak Test-il", "list": "UN-1718", "id": "KPi.901", "version": "0000"}
    decisions = small.write(tmp_path, "d.jsonl", json.dumps(aside))
    found = json.loads(run(screen, "--decisions", str(decisions), "Pak Test-il").stdout)
    assert "changed since" in found["hits"][0]["because"][-1]


class Quiet(BaseHTTPRequestHandler):
    """Serves the small files; /slow never ends, /away leads elsewhere."""

    def do_GET(self) -> None:
        files = {"/sdn.csv": small.SDN, "/alt.csv": small.ALT, "/add.csv": small.ADD, "/sdn_comments.csv": small.COMMENTS,
                 "/un.xml": small.UN, "/broken.xml": small.UN[:-100]}  # fmt: skip
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        elif self.path in files:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(files[self.path].encode())
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_from_the_network(store_home: Path, address: str) -> None:
    assert "4 entries, 7 names" in run(lists, "add", f"{address}/sdn.csv").stdout
    assert run(lists, "add", f"{address}/un.xml").return_value == 0
    done = run(lists, "update")
    assert done.stdout.count("already there") == 2
    assert done.return_value == 0
    for bad in ("/none.xml", "/broken.xml", "/away"):
        assert run(lists, "add", address + bad).return_value == 1
    assert len(run(lists, "status").stdout.splitlines()) == 2


def test_only_safe_addresses(tmp_path: Path, address: str) -> None:
    from saring.model import SaringError

    for bad in ("http://example.org/un.xml", "ftp://x/y", "file:///etc/passwd"):
        with pytest.raises(SaringError) as caught:
            fetch(bad, tmp_path)
        assert "https" in caught.value.message
    with pytest.raises(SaringError) as caught:
        fetch(address + "/un.xml", tmp_path, seconds=-1)
    assert "time" in caught.value.message


def test_update_of_files(store_home: Path, tmp_path: Path) -> None:
    run(lists, "add", str(small.write(tmp_path, "un.xml", small.UN)))
    done = run(lists, "update")
    assert done.return_value == 0
    assert "by hand" in done.stderr
