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


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Russia sold North Korea oil, passing it from ship to ship at night, investigators said.", "en", "investigators"),
        ("A ministry official in Seoul said North Korea had sent shells to Russia.", "en", "A ministry official in Seoul"),
        ("Surat kabar Amerika itu bahkan mengungkapkan Korea Utara mengirim peluru ke Rusia.", "id", "Surat kabar Amerika itu"),
        ("The Kremlin dismissed reports that it had sent missiles to North Korea.", "en", "The Kremlin"),
    ],
)  # fmt: skip
def test_a_source_is_a_name_or_an_office(text: str, language: str, wanted: str) -> None:
    assert wanted in sources(text, language)[0]


def test_what_follows_said_is_told_and_no_source() -> None:
    text = "South Korea's spy agency said North Korea had sent troops to Russia."
    assert sources(text, "en")[0] == ["South Korea's spy agency"]


def test_an_agency_that_hands_on_one_statement_does_not_go_on_speaking() -> None:
    text = (
        "North Korea sent no shells to Russia, Kremlin spokesman Dmitry Peskov said, as cited by TASS.\n\n"
        "North Korea sent rockets to Russia, the White House said."
    )
    assert sources(text, "en")[-1] == ["the White House"]


def test_a_record_goes_on_speaking() -> None:
    text = "According to customs data, China bought wigs from North Korea. China also bought coal from North Korea."
    assert sources(text, "en")[-1] == ["customs data"]
