"""The door with small stand-ins for the rooms behind it, so that its own behaviour is tested alone."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from saring.model import (
    Classification,
    Dealing,
    Determination,
    Document,
    Finding,
    Good,
    Mention,
    Quote,
    SaringError,
)

APPLE = Finding(
    provision="UNSCR-2397-6:food",
    cite="S/RES/2397 (2017), para. 6",
    effect="prohibit",
    verdict="prohibited",
    because="apples are food of chapter 08",
    goods=("0808",),
    open=("committee_exemption",),
)


class Ran(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def errors(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line with some words and standard input, in this process."""
    from saring.apps.cli import main

    def go(*words: str, given: bytes | str = b"") -> Ran:
        raw = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "argv", ["saring", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, captured.out, captured.err)

    return go


def judge(
    dealing: Dealing,
    lawbook: Any,
    regime: str = "UN",
    *,
    as_of: str | None = None,
    lang: str = "en",
    screened: Any = None,
) -> Determination:
    """Apples are prohibited, nothing else is covered; the only facts known are two."""
    if regime != "UN":
        raise SaringError("unknown_regime", "regimes", f"{regime!r} is not loaded", "UN")
    for name in dealing.facts:
        if name not in lawbook.facts:
            raise SaringError("unknown_fact", f"facts.{name}", f"{name!r} is no fact", ", ".join(lawbook.facts))
    apples = any("0808" in good.hs for good in dealing.goods)
    day = as_of or dealing.date or dealing.published or "2026-11-01"
    return Determination(
        id=dealing.id or "",
        regime=regime,
        verdict="prohibited" if apples else "not_covered",
        as_of=day,
        as_of_basis="option" if as_of else "date" if dealing.date else "published" if dealing.published else "lawbook",
        lawbook=lawbook.version,
        findings=(APPLE,) if apples else (),
        open=("committee_exemption",) if apples else (),
        checked=("UNSCR-2397-6:food",),
        caveats=(f"caveat in {lang}",),
    )


def classify(words: str, language: str | None = None, tell: str = "en", *, proposals: bool = True) -> Classification:
    """Knows apples, and has a proposal for anything else."""
    if "apple" in words or "apel" in words:
        return Classification(words=words, hs=("0808",), breadth="exact", because="the term apples")
    return Classification(words=words, proposals=("9999",))


def open_document(
    source: str, *, raw: bytes | None = None, max_size: int = 0, published: str | None = None
) -> Document:
    """A document of the file's own words."""
    if raw is None:
        path = Path(source)
        if not path.exists():
            raise SaringError("missing_file", source, "there is no such file", "a file or -")
        raw = path.read_bytes()
    if len(raw) > max_size:
        raise SaringError("too_large", source, f"{len(raw)} bytes", f"at most {max_size} bytes")
    return open_text(raw.decode(), source=source, published=published)


def open_text(text: str, *, source: str = "-", published: str | None = None) -> Document:
    """A document of these words."""
    basis = "given" if published else None
    return Document(source=source, sha256="0", text=text, language="en", published=published, published_basis=basis)  # type: ignore[arg-type]


def read(document: Document, *, spot: Any) -> tuple[Dealing, ...]:
    """One dealing wherever the text has the word apples; its status is the first word of the text when it is one."""
    start = document.text.find("apples")
    if start < 0:
        return ()
    first = document.text.split()[0]
    words = "apples"
    return (
        Dealing(
            kind="goods",
            id="x1",
            status=first if first in ("denied", "hypothetical", "planned") else "done",  # type: ignore[arg-type]
            from_="KP",
            to="RU",
            what=words,
            goods=(Good(words=words, span=(start, start + len(words))),),
            said_by=(Mention(words="Harbour Post", span=None),),
            evidence=Quote(start=start, end=start + len(words), quote=words),
        ),
    )


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-ins in the place of the rooms."""
    ask = SimpleNamespace(en="Did the Committee grant an exemption?", id="Apakah Komite memberi pengecualian?")
    facts = {"committee_exemption": SimpleNamespace(ask=ask), "contract_date": SimpleNamespace(ask=ask)}
    lawbook = SimpleNamespace(version="law-1", facts=facts, wordy=())
    monkeypatch.setattr("saring.law.load", lambda: lawbook, raising=False)
    monkeypatch.setattr("saring.findings.judge", judge, raising=False)
    monkeypatch.setattr("saring.goods.classify", classify, raising=False)
    monkeypatch.setattr("saring.goods.fact_hints", lambda words: {"contract_date": "2016"} if "old" in words else {})
    monkeypatch.setattr("saring.goods.spot", lambda text, language: (), raising=False)
    monkeypatch.setattr("saring.documents.open_document", open_document, raising=False)
    monkeypatch.setattr("saring.documents.open_text", open_text, raising=False)
    monkeypatch.setattr("saring.reading.read", read, raising=False)
    monkeypatch.setattr("saring.reading.claims", lambda document, spot=None: (), raising=False)
    monkeypatch.setattr("saring.dealings.gather", lambda tellings, document: tellings, raising=False)
