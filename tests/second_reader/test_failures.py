"""What goes wrong at the other end: keys, limits, faults, silence, broken answers; what is tried again and what is not."""

from __future__ import annotations

import datetime as dt
import email.utils
import socket
import time
from typing import Any

import pytest
from tests.second_reader.articles import article, claim, spot
from tests.second_reader.stub import Answer, Stub, chat, refusal

from saring.model import SaringError
from saring.second_reader import Endpoint
from saring.second_reader.trying import TRIES, decoded

GOOD = chat({"dealings": [claim()]})


def failed(reader: Any, **limits: Any) -> SaringError:
    with pytest.raises(SaringError) as refused:
        reader(key="sk-secret", **limits).read(article(), spot)
    assert refused.value.where == "a.txt"
    assert "sk-secret" not in str(refused.value)
    return refused.value


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (refusal(401, "Incorrect API key provided: sk-secret"), "401: the key is refused (SARING_LLM_KEY)"),
        (refusal(403, "not for you"), "403: the key may not do this"),
        (refusal(404, "The model `stub-model` does not exist"), "404: no such model or address"),
        (refusal(400, "messages: bad"), "400: messages: bad"),
        (Answer(b"", 302, {"Location": "http://127.0.0.1:1/other"}), "not followed"),
        (chat(None, refusal="I cannot help with that."), "the model refuses: I cannot help"),
        (chat("", finish="content_filter"), "filter withheld"),
    ],
)
def test_what_time_does_not_mend_is_not_tried_again(
    reader: Any, stub: Stub, slept: list[float], answer: Answer, said: str
) -> None:
    stub.answers = [answer]
    assert said in failed(reader).message
    assert len(stub.asked) == 1
    assert slept == []


@pytest.mark.parametrize(
    "answer",
    [
        refusal(500, "internal"),
        Answer(b"<html>bad gateway</html>", 502),
        refusal(503, "overloaded"),
        Answer(b'{"choices": [{"mess'),
        Answer(b"not json"),
        Answer({"id": "c1", "choices": []}),
        Answer({"choices": None}),
        Answer([]),
        Answer({"error": {"message": "upstream failed"}}),
        chat(None),
        chat("I found nothing."),
        chat('{"dealings": [{"quote": "North Ko'),
        chat("[]"),
        Answer(b'{"choices"', cut=500),
    ],
    ids=lambda answer: str(answer.body)[:30],
)
def test_what_may_pass_is_tried_again_after_a_growing_wait(
    reader: Any, stub: Stub, slept: list[float], answer: Answer
) -> None:
    stub.answers = [answer, answer, GOOD]
    one = reader()
    assert len(one.read(article(), spot)) == 1
    assert slept == [1.0, 2.0]
    assert one.tally.retries == 2
    stub.answers = [answer]
    slept.clear()
    assert f"after {TRIES} tries" in failed(reader).message
    assert slept == [1.0, 2.0, 4.0]


def test_retry_after_is_obeyed(reader: Any, stub: Stub, slept: list[float]) -> None:
    later = email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=30), usegmt=True)
    stub.answers = [
        refusal(429, "slow down", Retry_After="7"),
        refusal(429, "slow down", Retry_After=later),
        refusal(429, "slow down", Retry_After="soon"),
        GOOD,
    ]
    assert len(reader().read(article(), spot)) == 1
    assert slept[0] == 7.0
    assert 25 < slept[1] <= 30
    assert slept[2] == 4.0


def test_a_long_retry_after_is_not_waited_for(reader: Any, stub: Stub, slept: list[float]) -> None:
    stub.answers = [refusal(429, "quota", Retry_After="3600")]
    assert "asks to wait 3600 s" in failed(reader).message
    assert slept == []


def test_a_slow_server_is_given_up(reader: Any, stub: Stub) -> None:
    slow = Answer(GOOD.body, delay=1.0)
    stub.answers = [slow, GOOD]
    start = time.monotonic()
    assert len(reader(timeout=0.2).read(article(), spot)) == 1
    assert time.monotonic() - start < 0.9
    stub.answers = [slow]
    assert "no whole answer within 0.2 s" in failed(reader, timeout=0.2).message


def test_nobody_listens(slept: list[float], reader: Any, stub: Stub) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    one = reader()
    one._talk.endpoint = Endpoint(f"http://127.0.0.1:{port}/v1")
    with pytest.raises(SaringError, match="connection failed"):
        one.read(article(), spot)
    assert len(slept) == TRIES - 1


def test_an_endless_answer_is_refused(reader: Any, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saring.second_reader.endpoint.LARGEST", 10_000)
    stub.answers = [Answer(b" " * 200_000)]
    assert "more than 10000 bytes" in failed(reader).message
    assert len(stub.asked) == 1


def test_an_answer_always_cut_off_is_an_error(reader: Any, stub: Stub) -> None:
    stub.answers = [chat("{", finish="length")]
    assert "cut off" in failed(reader).message


def test_words_of_the_endpoint_cannot_steer_the_terminal(reader: Any, stub: Stub) -> None:
    stub.answers = [refusal(400, "a\x1b[2Jb\n\u202ec" + "x" * 1000)]
    said = failed(reader).message
    assert "\x1b" not in said
    assert "\n" not in said
    assert "\u202e" not in said
    assert len(said) < 500


@pytest.mark.parametrize(
    ("url", "path", "address"),
    [
        ("https://host.example/v1", "/v1/chat/completions", "https://host.example/v1/chat/completions"),
        ("http://127.0.0.1:8000/v1/", "/v1/chat/completions", "http://127.0.0.1:8000/v1/chat/completions"),
        ("http://[::1]:80", "/chat/completions", "http://[::1]:80/chat/completions"),
        (
            "https://h/d/chat/completions?api-version=1",
            "/d/chat/completions?api-version=1",
            "https://h/d/chat/completions",
        ),
    ],
)
def test_addresses(url: str, path: str, address: str) -> None:
    endpoint = Endpoint(url, "k")
    assert (endpoint.path, endpoint.address) == (path, address)
    assert "'k'" not in repr(endpoint)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("ftp://host/v1", None),
        ("host/v1", None),
        ("https://", None),
        ("https://me:secret@host/v1", None),
        ("https://host/v1#x", None),
        ("https://host:99999/v1", None),
        ("https://ho st/v1", None),
        ("http://host.example/v1", "k"),
        ("http://192.168.1.5:8000/v1", "k"),
        ("https://host/v1", "k\nX-Other: y"),
    ],
)
def test_addresses_and_keys_that_are_refused(url: str, key: str | None) -> None:
    with pytest.raises(SaringError) as refused:
        Endpoint(url, key)
    assert "secret" not in str(refused.value)


def test_a_server_of_the_own_network_is_asked_without_a_key() -> None:
    assert Endpoint("http://192.168.1.5:8000/v1").address.startswith("http://192.168.1.5")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('{"a": 1}', {"a": 1}),
        ('```json\n{"a": 1}\n```', {"a": 1}),
        ('<think>{"a": 0} perhaps</think>\n{"a": 1}', {"a": 1}),
        ('{"a": 1} and more', {"a": 1}),
        ('{"a"', None),
        ("", None),
        ('{"a":' * 100_000, None),
    ],
)
def test_the_object_in_a_model_s_words(words: str, found: Any) -> None:
    assert decoded(words) == found
