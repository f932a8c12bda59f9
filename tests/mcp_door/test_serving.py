"""`saring mcp` as it is started: clean output, keys, other machines, the audit log."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from saring.apps.http.keys import Keys
from saring.apps.http.settings import Settings
from saring.apps.mcp_door.lines import mended

from .conftest import EXAMPLE, ROOT, SARING, connected, serving, surroundings

HELLO = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}


def line(known: int | None, method: str, **params: Any) -> str:
    asked = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": known} if known is not None else {})
    return json.dumps(asked) + "\n"


def spoken(home: Path, lines: list[str], answers: int) -> tuple[dict[int, Any], str, int]:
    """What a server says to these lines: every line of its output is an answer of the protocol."""
    with subprocess.Popen(
        [SARING, "mcp"], env=surroundings(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.writelines(lines)
        process.stdin.flush()
        told = [json.loads(process.stdout.readline()) for _ in range(answers)]
        process.stdin.close()
        rest, errors = process.stdout.read(), process.stderr.read()
        process.wait(20)
    assert rest == ""
    assert all(one["jsonrpc"] == "2.0" for one in told)
    return {one["id"]: one for one in told}, errors, process.returncode


def test_standard_output_holds_the_protocol_and_nothing_else(tmp_path: Path) -> None:
    half = line(4, "tools/call", name="check_text", arguments={"text": "North Korea sold coal. \ud83d"})
    assert "\\ud83d" in half
    lines = [
        "no JSON at all\n", "\n", "[]\n",
        line(1, "initialize", **HELLO), line(None, "notifications/initialized"),
        line(2, "no/such/method"),
        line(3, "tools/call", name="determine", arguments={"dealing": {"kind": "goods"}}),
        half,
        line(5, "tools/call", name="check_text", arguments=[1]),
        line(6, "ping"),
    ]  # fmt: skip
    told, errors, code = spoken(tmp_path, lines, 6)
    assert set(told) == {1, 2, 3, 4, 5, 6}
    assert told[1]["result"]["serverInfo"]["name"] == "saring"
    assert told[2]["error"]["code"] == -32601
    assert told[3]["result"]["structuredContent"]["determinations"][0]["verdict"]
    assert told[4]["result"]["isError"] is False
    assert told[5]["error"]["code"] == -32602
    assert (code, errors) == (0, "")
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (r'"a \ud83d b"', r'"a \ufffd b"'),
        (r'"\ude00\ud83d"', r'"\ufffd\ufffd"'),
        (r'"\ud83d\ude00"', r'"\ud83d\ude00"'),
        (r'"\\ud83d"', r'"\\ud83d"'),
        (r'"\\\ud83d"', r'"\\\ufffd"'),
        (r'"\u0430\n"', r'"\u0430\n"'),
    ],
)
def test_half_of_a_character_is_replaced_and_all_else_kept(given: str, made: str) -> None:
    assert mended(given) == made
    assert len(json.loads(given)) == len(json.loads(made))


def test_help_and_options_cost_no_server() -> None:
    program = "import sys; from saring.apps.mcp_command import mcp; print(sorted({'mcp', 'uvicorn', 'msgspec'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_standard_input_needs_no_web_framework_and_no_database() -> None:
    program = "import sys, saring.apps.mcp_door.serving; print(sorted({'litestar', 'sqlalchemy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_another_host_than_loopback_needs_keys(tmp_path: Path) -> None:
    command = [SARING, "mcp", "--http", "--port", "0", "--host", "0.0.0.0"]  # noqa: S104 - it must be refused
    done = subprocess.run(command, env=surroundings(tmp_path), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("saring: --host: ")


def test_without_the_library_the_command_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['mcp'] = None; sys.argv = ['saring', 'mcp']; from saring.apps.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "saring: mcp: the package mcp is not installed; allowed: pip install saring[mcp]\n"


def sent(address: str, body: bytes = b"", **headers: str) -> tuple[int, Any]:
    """The status and JSON of a call as anybody may send it."""
    told = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    asked = urllib.request.Request(address, body or None, told)  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


CALL = line(1, "tools/call", name="law_on", arguments={"on": "2018", "goods": "0808"}).encode()


def test_without_keys_this_machine_alone_is_served_and_under_its_own_name(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        assert sent(address, CALL)[1]["result"]["structuredContent"]["total"]
        assert sent(address, CALL, Host="attacker.example")[0] == 403
        assert sent(address, CALL, Origin="https://attacker.example")[0] == 403
        assert sent(address)[0] == 405
        assert sent(address.replace("/mcp", "/elsewhere"), CALL)[0] == 404
        status, told = sent(address, b"x", Content_Length="10000001")
        assert (status, told["code"]) == (413, "too_large")
        assert sent(address, b"{")[0] == 400
    entries = [json.loads(each) for each in (tmp_path / "serve/audit.jsonl").read_text().splitlines()]
    assert entries[0]["route"] == "/mcp law_on"
    assert [entry["status"] for entry in entries] == [200, 403, 403, 405, 404, 413, 400]


def test_once_there_is_a_key_every_call_needs_one(tmp_path: Path) -> None:
    keys = Keys(Settings(home=tmp_path).keys_file)
    key, words = keys.add("reader", "an assistant")
    with serving(tmp_path) as address:
        assert sent(address, CALL)[0] == 401
        assert sent(address, CALL, Authorization="Bearer srg_nothing")[0] == 401
        assert sent(address, CALL, Authorization=f"Bearer {words}")[0] == 200
        text = line(2, "tools/call", name="check_text", arguments={"text": EXAMPLE}).encode()
        assert sent(address, text, Authorization=f"Bearer {words}")[0] == 200
        keys.revoke(key.id)
        assert sent(address, CALL, Authorization=f"Bearer {words}")[0] == 401
    written = (tmp_path / "serve/audit.jsonl").read_text()
    assert f'"key":"{key.id}"' in written
    assert '"/mcp check_text"' in written
    assert "apel" not in written
    assert words not in written


def test_a_client_is_configured_as_the_paper_says(tmp_path: Path) -> None:
    paper = (ROOT / "docs/mcp.md").read_text(encoding="utf-8")
    told = json.loads(paper.partition("```json\n")[2].partition("```")[0])["mcpServers"]["saring"]
    assert told["command"] == "saring"
    from mcp.client.stdio import StdioServerParameters

    server = StdioServerParameters(command=SARING, args=told["args"], env={**os.environ, "SARING_HOME": str(tmp_path)})
    with connected(server, "auto") as assistant:
        assert assistant.call("determine", dealing={"kind": "goods"})["determinations"]
