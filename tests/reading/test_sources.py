"""Who says it: chains of sources, and what points back to an earlier speaker."""

from __future__ import annotations

import pytest

from saring.goods import spot
from saring.model import Document
from saring.reading import read


def sources(text: str, language: str) -> list[list[str]]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return [[each.words for each in telling.said_by] for telling in read(document, spot)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Rusia mengirim gandum ke Korea Utara, kata Menteri Pertanian Rusia Dmitry Patrushev.", "id", "Patrushev"),
        ("Menurut Reuters, Rusia mengirim gandum ke Korea Utara.", "id", "Reuters"),
        (
            "Kepala Intelijen Ukraina, Kyrylo Budanov, mengatakan bahwa rudal sudah dikirim Rusia ke Korea Utara.",
            "id",
            "Budanov",
        ),
        ("Russia sent wheat to North Korea, Yonhap reported, citing an official.", "en", "Yonhap"),
        ("According to the Financial Times, North Korea sent shells to Russia.", "en", "Financial Times"),
        ("North Korea sent shells to Russia, said Andriy Kovalenko.", "en", "Kovalenko"),
    ],
)
def test_source_is_heard(text: str, language: str, wanted: str) -> None:
    assert any(wanted in words for words in sources(text, language)[0])


def test_back_reference() -> None:
    text = "Menteri Pertahanan Ukraina Rustem Umerov menyebut situasi sulit. “Korea Utara sudah mengirim peluru ke Rusia,” ungkapnya."
    assert any("Umerov" in words for words in sources(text, "id")[-1])


def test_sentence_that_only_names_a_source_speaks_of_the_one_before() -> None:
    text = "North Korea has shipped rockets to Russia. NBC reported this with reference to Reuters."
    assert sources(text, "en")[0] == ["NBC", "Reuters"]
