"""Size, rate and time: what is too much is refused in words, and the server goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from saring.apps.http.addresses import fetch, is_public
from saring.apps.http.keys import Role
from saring.model import SaringError

from .conftest import Server, problem


def test_a_body_that_is_too_large(server: Server) -> None:
    caller = server(max_body=1000)
    assert caller.post("/v1/check", json={"text": "a" * 900}).status_code == 200
    assert problem(caller.post("/v1/check", json={"text": "a" * 1100}))["code"] == "too_large"


def test_a_body_that_does_not_say_its_size(server: Server) -> None:
    def parts() -> Iterator[bytes]:
        yield b'{"text":"'
        for _ in range(100):
            yield b"a" * 100
        yield b'"}'

    assert problem(server(max_body=1000).post("/v1/check", content=parts()))["status"] == 413


def test_too_many_calls_are_told_when_to_come_again(server: Server, key: Callable[[Role], str]) -> None:
    caller = server(key=key("reader"), rate=5)
    answers = [caller.get("/v1/law") for _ in range(7)]
    assert [one.status_code for one in answers] == [200] * 5 + [429] * 2
    assert problem(answers[-1])["code"] == "too_many"
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_what_takes_too_long_is_ended(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from saring.apps.http.routes import judging

    monkeypatch.setattr(judging, "report_of", lambda *_: time.sleep(1.0))
    caller = server(seconds=0.1)
    assert problem(caller.post("/v1/check", json={"text": "a"}))["code"] == "too_slow"
    assert caller.get("/v1/law").status_code == 200


def test_when_too_many_wait_the_next_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from saring.apps.http.routes import judging

    going, go = threading.Event(), threading.Event()

    def slow(*_: Any) -> None:
        going.set()
        go.wait(10)
        raise SaringError("empty", "text", "enough")

    monkeypatch.setattr(judging, "report_of", slow)
    caller = server(waiting=1)
    first = threading.Thread(target=caller.post, args=("/v1/check",), kwargs={"json": {"text": "a"}})
    first.start()
    assert going.wait(10)
    refused = caller.post("/v1/check", json={"text": "a"})
    go.set()
    first.join()
    assert problem(refused)["code"] == "busy"
    assert refused.headers["retry-after"] == "2"


def test_an_error_of_ours_tells_nothing_of_the_inside(client: TestClient[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from saring.apps.http.routes import judging

    def fails(*_: Any) -> None:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr(judging, "report_of", fails)
    answer = client.post("/v1/check", json={"text": "a"})
    assert problem(answer)["status"] == 500
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1",  # noqa: S104
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "not an address",
    ],
)  # fmt: skip
def test_private_addresses_are_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://name.example:22/", "https://name.example:8443/",
        "gopher://name.example/", "http://user@name.example/", "http:///x", "x", "http://[::1]/", "http://name.example:99999/",
    ],
)  # fmt: skip
def test_an_address_that_leads_inside_is_not_asked(address: str) -> None:
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with pytest.raises(SaringError) as caught:
        fetch(address, 1000, 1.0, resolver)
    assert caught.value.where == "url"


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(SaringError, match="private network"):
        fetch("http://name.example/", 1000, 1.0, lambda _host, _port: ["93.184.215.14", "10.0.0.1"])


def test_a_redirect_is_checked_too_and_the_checked_address_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of a public address that leads to a private one; the network itself is a socket of this test."""
    import socket

    called: list[str] = []
    inside, outside = socket.socketpair()
    outside.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://inside.example/\r\nContent-Length: 0\r\n\r\n")

    def connect(address: tuple[str, int], *_: Any) -> socket.socket:
        called.append(address[0])
        return inside

    monkeypatch.setattr(socket, "create_connection", connect)
    names = {"outside.example": ["93.184.215.14"], "inside.example": ["192.168.0.1"]}
    with pytest.raises(SaringError, match="private network"):
        fetch("http://outside.example/", 1000, 5.0, lambda host, _port: names[host])
    assert called == ["93.184.215.14"]
    outside.close()
    inside.close()
