"""Opening files and bytes: what is kept, what is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from saring.documents import open_document, open_text
from saring.model import SaringError

STORY = (
    "Korut Kirim Apel ke Rusia\n\nJakarta, Contoh News -- Korea Utara mengirim apel ke Rusia, kata kedutaan itu pada "
    "Minggu (6/11/2022).\r\nKiriman itu tiba lewat kereta.\n"
)


def code_of(
    source: str | Path, raw: bytes | None = None, max_size: int = 10_000_000, published: str | None = None
) -> str:
    with pytest.raises(SaringError) as caught:
        open_document(source, raw=raw, max_size=max_size, published=published)
    return caught.value.code


def test_a_txt_opens_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode())
    document = open_document(file)
    assert document.text == STORY
    assert document.source == str(file)
    assert document.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_markup_in_a_txt_stays(tmp_path: Path) -> None:
    words = "<html><body><p>Apa yang terjadi di sini?</p></body></html>"
    assert open_document("a.txt", raw=words.encode()).text == words


def test_only_the_mark_goes() -> None:
    assert open_document("a.txt", raw=b"\xef\xbb\xbf" + STORY.encode()).text == STORY


def test_what_is_read_off_the_text() -> None:
    document = open_document("-", raw=STORY.encode())
    assert document.language == "id"
    assert document.title == "Korut Kirim Apel ke Rusia"
    assert document.title_span == (0, 25)
    assert document.dateline == "Jakarta, Contoh News --"
    assert document.publisher == "Contoh News"
    assert (document.published, document.published_basis) == ("2022-11-06", "inferred")


def test_a_text_at_hand() -> None:
    document = open_text(STORY, source="here", published="2022-11")
    assert document.source == "here"
    assert document.text == STORY
    assert (document.published, document.published_basis) == ("2022-11", "given")


def test_spans_lie_in_the_text_and_apart() -> None:
    document = open_text(STORY + "Baca juga: Kuda untuk Pyongyang\nFoto: Dok. kedutaan\n(abc/def)\n")
    last = 0
    for noise in document.noise:
        assert last <= noise.start < noise.end <= len(document.text)
        last = noise.end


def test_missing_file_and_directory(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.txt") == "missing_file"
    assert code_of(tmp_path) == "not_a_file"
    assert code_of("a\x00b.txt") == "unreadable"


@pytest.mark.parametrize("raw", [b"", b"  \n\t ", b"\xef\xbb\xbf"])
def test_empty(raw: bytes) -> None:
    assert code_of("a.txt", raw) == "empty"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"GIF89a\x00\x01",
        bytes(range(256)) * 20,
        b"\xd0\xcf\x11\xe0" + bytes(600),
        b"PK\x03\x04" + bytes(60),
    ],
)
def test_binary(raw: bytes) -> None:
    assert code_of("a.txt", raw) == "binary"


def test_the_limit_is_named(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("kata " * 100)
    with pytest.raises(SaringError) as caught:
        open_document(file, max_size=100)
    assert caught.value.code == "too_large"
    assert "100" in str(caught.value)
    assert open_document(file, max_size=500).text == "kata " * 100


@pytest.mark.parametrize("published", ["yesterday", "2022-13", "2022-02-30", "22-01-01", "", "2022-1-1"])
def test_an_impossible_day(published: str) -> None:
    assert code_of("a.txt", b"kata", published=published) == "bad_date"
