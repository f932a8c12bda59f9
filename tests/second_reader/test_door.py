"""`saring check --reader llm|both`: the rooms as they are, with a server on this machine in the model's place."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.second_reader.articles import claim
from tests.second_reader.stub import Stub, chat, refusal

TEXT = (
    "SEOUL, May 4, 2021 - North Korea shipped 300 tonnes of frozen squid to Russia on May 3, 2021, a port clerk told "
    "the Harbour Post.\n\nRussia plans to send a tractor to North Korea in June 2021, the ministry said.\n"
)
TRACTOR = claim(
    quote="Russia plans to send a tractor to North Korea in June 2021, the ministry said.",
    status="done",
    what="a tractor",
    goods=["tractor"],
    when={"words": "June 2021", "date": "2021-06"},
    said_by=["the ministry"],
    amount=None,
    **{"from": [{"country": "RU", "words": "Russia"}], "to": [{"country": "KP", "words": "North Korea"}]},
)
COAL = claim(quote="North Korea sold coal to China")


class Ran(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: list[str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Ran]:
    from saring.apps.cli import main

    monkeypatch.setenv("SARING_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("SARING_LLM_KEY", raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def go(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["saring", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, captured.out, captured.err.splitlines())

    return go


def test_the_model_s_dealings_get_our_codes_and_our_verdicts(run: Any, stub: Stub) -> None:
    stub.answers = [chat({"dealings": [claim(verdict="exempt"), COAL]})]
    ran = run("check", "a.txt", "--reader", "llm", "--endpoint", stub.url, "--model", "m", "--format", "json")
    assert ran.code == 0
    (document,) = json.loads(ran.out)["documents"]
    (dealing,) = document["dealings"]
    assert (dealing["id"], dealing["goods"][0]["hs"][0][:4]) == ("d1", "0307")
    assert dealing["determinations"][0]["verdict"] == "prohibited"
    assert dealing["determinations"][0]["findings"][0]["provision"] == "UNSCR-2371-9"
    by = document["read_by"]
    assert (by["reader"], by["model"], by["dropped"]) == ("llm", "m", {"quote not in the text": 1})
    assert "disagreements" not in document
    first, last = (json.loads(line)["notice"] for line in ran.err)
    assert f"uses the network: the text of the documents is sent to {stub.url}/chat/completions" in first["message"]
    assert "1000 tokens sent" in last["message"]
    assert "dealings dropped: 1 (quote not in the text 1)" in last["message"]


def test_the_second_run_is_answered_from_the_cache(run: Any, stub: Stub) -> None:
    stub.answers = [chat({"dealings": [claim()]})]
    asked = ("check", "a.txt", "--reader", "llm", "--endpoint", stub.url, "--model", "m")
    first, second = run(*asked), run(*asked)
    assert first.out == second.out
    assert len(stub.asked) == 1
    assert "0 requests (1 answered from the cache" in second.err[-1]
    run(*asked, "--no-cache")
    assert len(stub.asked) == 2


def test_both_readers_give_the_reviewer_s_list(run: Any, stub: Stub) -> None:
    stub.answers = [chat({"dealings": [TRACTOR]})]
    asked = ("check", "a.txt", "--reader", "both", "--endpoint", stub.url, "--model", "m")
    (document,) = json.loads(run(*asked, "--format", "json").out)["documents"]
    (plain,) = json.loads(run("check", "a.txt", "--format", "json").out)["documents"]
    assert document["dealings"] == plain["dealings"]
    assert document["read_by"]["reader"] == "both"
    listed = {each["sort"]: each for each in document["disagreements"]}
    squid = next(each["id"] for each in plain["dealings"] if "squid" in each["what"])
    tractor = next(each["id"] for each in plain["dealings"] if "tractor" in each["what"])
    assert listed["only_built_in"]["built_in"] == squid
    assert listed["differs"]["built_in"] == tractor
    changed = {each["key"]: (each.get("built_in"), each.get("llm")) for each in listed["differs"]["differences"]}
    assert changed["status"] == ("planned", "done")
    assert listed["differs"]["llm"]["determinations"][0]["verdict"] == "prohibited"
    text = " ".join(run(*asked).out.split())
    assert "Where the readers disagree: a.txt (2)" in text
    assert "1. only the built-in reader: frozen squid (goods, KP → RU" in text
    assert "status: planned (built-in), done (model)" in text
    assert "Yang dibaca berbeda: a.txt (2)" in run(*asked, "--lang", "id").out
    assert "### Where the readers disagree: a.txt (2)" in run(*asked, "--format", "md").out


def test_readers_that_agree_say_so(run: Any, stub: Stub) -> None:
    (plain,) = json.loads(run("check", "a.txt", "--format", "json").out)["documents"]
    told = []
    for dealing in plain["dealings"]:
        sides = {
            name: [{"country": dealing[name], "words": "Russia" if dealing[name] == "RU" else "North Korea"}]
            for name in ("from", "to")
        }
        when = dealing.get("when")
        told.append(
            claim(
                quote=dealing["evidence"]["quote"],
                status=dealing["status"],
                kind=dealing["kind"],
                what=dealing["what"],
                goods=[dealing["what"]],
                when={"words": when["words"], "date": dealing["date"]} if when else None,
                **sides,
            )
        )
    stub.answers = [chat({"dealings": told})]
    ran = run("check", "a.txt", "--reader", "both", "--endpoint", stub.url, "--model", "m")
    assert "The readers agree on every dealing: a.txt" in ran.out


def test_a_document_that_the_model_cannot_read_stands_in_its_place(run: Any, stub: Stub) -> None:
    stub.answers = [refusal(401, "bad key")]
    asked = ("check", "a.txt", "--endpoint", stub.url, "--model", "m", "--format", "json")
    ran = run(*asked, "--reader", "llm")
    assert ran.code == 1
    assert json.loads(ran.out)["documents"][0]["error"]["code"] == "unreadable"
    assert "401" in json.loads(ran.err[1])["error"]["message"]
    both = run(*asked, "--reader", "both")
    (document,) = json.loads(both.out)["documents"]
    assert both.code == 1
    assert document["dealings"]
    assert "disagreements" not in document


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (["--reader", "llm"], "--endpoint"),
        (["--reader", "llm", "--endpoint", "http://127.0.0.1:1/v1"], "--model"),
        (["--reader", "llm", "--endpoint", "nonsense", "--model", "m"], "--endpoint"),
        (["--reader", "gpt"], "--reader"),
        (["--reader", "both", "--endpoint", "http://127.0.0.1:1", "--model", "m", "--format", "csv"], "--format"),
        (["--reader", "llm", "--endpoint", "http://127.0.0.1:1", "--model", "m", "--max-cost", "1"], "--max-cost"),
        (["--reader", "llm", "--endpoint", "http://127.0.0.1:1", "--model", "m", "--price", "cheap"], "--price"),
        (["--reader", "llm", "--endpoint", "http://127.0.0.1:1", "--model", "m", "--price", "nan/1"], "--price"),
        (["--endpoint", "http://127.0.0.1:1/v1"], "--endpoint"),
        (["--timeout", "0"], "--timeout"),
    ],
)
def test_wrong_options(run: Any, words: list[str], where: str) -> None:
    ran = run("check", "a.txt", *words)
    assert ran.code == 2
    assert len(ran.err) == 1
    assert ran.err[0].startswith(f"saring: {where}: ")
    assert ran.out == ""


def test_the_built_in_reader_knows_no_network(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert run("check", "a.txt").err == []
