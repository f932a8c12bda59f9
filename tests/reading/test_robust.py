"""Whatever is read: nothing raises, every span holds its words, and the same text gives the same answer."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from saring.dealings import gather
from saring.model import Dealing, Document, Mention, Quote
from saring.reading import claims, read, trace

PIECES = st.sampled_from(
    ["Korea Utara", "North Korea", "КНДР", "북한", "朝鲜", "Rusia", "sent", "mengirim", "batu bara", "coal", "“", "”", "\n",
     ". ", "(6/11)", "31/12", "pekan lalu", "2019", "kata", "said", "Putin", "\u0130", "\U0001f600", "\ud7a3", "\x00", "30 ", "US$1,5 juta"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60).map(" ".join)


def spans(dealings: tuple[Dealing, ...]) -> Iterator[tuple[int, int, str]]:
    for dealing in dealings:
        quotes: list[Quote] = [*([dealing.evidence] if dealing.evidence else []), *dealing.mentions]
        yield from ((each.start, each.end, each.quote) for each in quotes)
        marks: list[Mention] = [*dealing.said_by, *dealing.parties, *dealing.vehicles]
        for mark in marks:
            if mark.span:
                yield (*mark.span, mark.words)
        for other in (dealing.when, dealing.amount):
            if other and other.span:
                yield (*other.span, other.words)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["id", "en", "xx"]))
def test_arbitrary_text(text: str, language: str) -> None:
    document = Document(source="t", sha256="", text=text, language=language, published="2022-11-07")
    found = gather(read(document, lambda words, code: ()), document)
    for start, end, words in spans(found):
        assert text[start:end] == words
    for claim in claims(document):
        assert text[claim.span[0] : claim.span[1]] == claim.quote
    assert gather(read(document, lambda words, code: ()), document) == found
    msgspec.json.encode(trace(document, lambda words, code: ()))


def test_one_endless_line() -> None:
    text = "Korea Utara mengirim " + "batu bara dan " * 70_000
    document = Document(source="t", sha256="", text=text, language="id", published="2022-11-07")
    assert isinstance(read(document, lambda words, code: ()), tuple)


def test_linear_in_length() -> None:
    one = "Rusia mengirim gandum ke Korea Utara pekan lalu, kata Menteri Rusia. Hari ini hujan turun di mana-mana.\n"

    def cost(times: int) -> float:
        document = Document(source="t", sha256="", text=one * times, language="id", published="2022-11-07")
        start = time.process_time()
        gather(read(document, lambda words, code: ()), document)
        return (time.process_time() - start) / times

    cost(5)
    assert cost(1500) < 3 * cost(60)
