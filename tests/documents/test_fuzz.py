"""Arbitrary bytes and texts: nothing but a document or a `SaringError`, every span in its place, linear time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saring.documents import open_document, open_feed, open_text
from saring.model import Document, SaringError

NAMES = st.sampled_from(["a.txt", "a.html", "a.md", "a.eml", "a.rss", "a.docx", "a.pdf", "-"])
HEADS = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04word/document.xml",
        b"<html><body>",
        b"<rss><channel><item><title>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>",
        b"From: a\nSubject: =?x?q?=\nMIME-Version: 1.0\nDate: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
        b"From: a\nMessage-ID: 1\nContent-Type: text/html; charset=x-none\nContent-Transfer-Encoding: base64\n\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ]
)
PIECES = st.lists(
    st.sampled_from(
        [
            "Minggu (6/11)", "(31/02/2022)", "31 Februari", "29 февраля", "2월 30일", "(0/0)", "99월", "date 2022-99", "date 2022-13-45 ", "令和99年",
            "Baca juga:", "BERITA TERKAIT", "(abc/def)", "[Gambas:x", "Foto:", "(서울=연합뉴스)", "МОСКВА, 99 мая — Х.", "\n", "\r\n", " ", "٣/٤/٢٠٢٢", "²/³", "\u2028",
            "Jakarta, CNN Indonesia --", "2022", "akan ", "kata dia. ", "İ", "ß", "\ud7ff", "\U0001f34e", "в пятницу", "Nov. 6", "#", "# x", "<b>", "&#x0;", "&amp;",
        ]
    ),
    max_size=30,
)  # fmt: skip


def sound(document: Document) -> None:
    last = 0
    for noise in document.noise:
        assert last <= noise.start < noise.end <= len(document.text)
        last = noise.end
    if document.title_span:
        assert document.text[slice(*document.title_span)] == document.title


@settings(max_examples=150, deadline=None)
@given(NAMES, HEADS, st.binary(max_size=300))
def test_bytes(name: str, head: bytes, rest: bytes) -> None:
    for verb in (open_document, open_feed):
        try:
            opened = verb(name, raw=head + rest)
        except SaringError:
            continue
        for document in opened if isinstance(opened, tuple) else (opened,):
            sound(document)


@settings(max_examples=150, deadline=None)
@given(NAMES, HEADS, PIECES)
def test_pieces_in_markup(name: str, head: bytes, pieces: list[str]) -> None:
    with suppress(SaringError):
        sound(open_document(name, raw=head + "".join(pieces).encode("utf-8", "replace")))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_texts(text: str) -> None:
    if not text.strip():
        with pytest.raises(SaringError, match="no text"):
            open_text(text)
        return
    document = open_text(text)
    assert document.text == text
    sound(document)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_pieces(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        document = open_text(text)
        assert document.text == text
        sound(document)


def test_long_lines_and_long_texts_stay_linear() -> None:
    paragraph = "Kedutaan berkata pada Rabu (19/10/2022) bahwa apel (Foto: x) dijual di kota itu. "
    for text in ("(" * 10**6, "a" * 10**6, "1/" * 500_000, "A - " * 250_000, paragraph * 12_000):
        start = time.process_time()
        sound(open_text(text))
        assert time.process_time() - start < 5
    small, large = (paragraph * 100 + "\n") * 12, (paragraph * 100 + "\n") * 240
    times = []
    for text in (small, large):
        start = time.process_time()
        sound(open_text(text))
        times.append(time.process_time() - start)
    assert times[1] < 60 * max(times[0], 0.002)
