"""Sentences about the law: found, with number, year, subject, effect and way."""

from __future__ import annotations

import pytest

from saring.goods import spot
from saring.model import Document
from saring.reading import claims


def seen(text: str, language: str) -> list[tuple[str | None, int | None, tuple[str, ...], str | None]]:
    document = Document(source="t", sha256="", text=text, language=language, published="2022-11-07")
    return [(each.cited, each.year, each.subjects, each.effect) for each in claims(document)]


@pytest.mark.parametrize(
    ("text", "language", "cited", "year", "subject", "effect"),
    [
        ("UNSC pada 2017 melarang negara-negara mengimpor produk tekstil Korea Utara.", "id", None, 2017, "textiles", "ban"),
        ("Resolusi DK PBB 2397 melarang ekspor makanan dari Korea Utara.", "id", "2397", None, "food", "ban"),
        ("UN Security Council resolution 2371 bans exports of coal from North Korea.", "en", "2371", None, "coal", "ban"),
        ("The UN resolution caps refined petroleum exports to North Korea at 500,000 barrels.", "en", None, None, "refined_oil", "cap"),
    ],
)  # fmt: skip
def test_claim(text: str, language: str, cited: str | None, year: int | None, subject: str, effect: str) -> None:
    found = seen(text, language)
    assert len(found) == 1
    assert found[0][0] == cited
    assert found[0][1] == year
    assert subject in found[0][2]
    assert found[0][3] == effect


def test_duty_to_conform() -> None:
    text = "Kerja sama dengan Korea Utara mesti sesuai dengan resolusi Dewan Keamanan PBB."
    assert [effect for _, _, _, effect in seen(text, "id")] == ["duty"]


@pytest.mark.parametrize(
    "text",
    ["North Korea exported coal to China last year.", "Kim Jong Un visited a factory.", "The talks were not easy."],
)
def test_no_claim(text: str) -> None:
    assert seen(f"{text} North Korea.", "en") == []


def ways(text: str, language: str) -> list[tuple[str | None, tuple[str, ...], str | None, str | None]]:
    """Effect, subjects, way and body of the claims of a text."""
    document = Document(source="t", sha256="", text=text, language=language, published="2022-11-07")
    return [(each.effect, each.subjects, each.flow, each.body) for each in claims(document)]


def test_what_is_free_stands_in_its_own_clause() -> None:
    text = "Rambut palsu Korea Utara tidak termasuk barang yang dilarang PBB, sedangkan batu bara dilarang sejak 2017."
    assert ways(text, "id") == [("free", (), None, "PBB")]


def test_what_is_free_goes_the_way_of_the_sentence_before() -> None:
    text = "Ekspor China ke Korea Utara naik. Pendorongnya tekstil yang berada di luar daftar embargo PBB."
    assert [(effect, flow) for effect, _, flow, _ in ways(text, "id")] == [("free", "to_partner")]


def test_the_state_that_rules_is_the_body() -> None:
    assert ways("Impor Korut dibatasi ketat oleh AS sejak Desember 2017.", "id")[0][3] == "AS"


@pytest.mark.parametrize(
    ("text", "language", "flow"),
    [
        ("안보리 결의는 북한에서 석탄을 내보내는 행위를 금지하고 있다.", "ko", "from_partner"),
        ("Резолюция Совета Безопасности запрещает покупку северокорейских морепродуктов.", "ru", "from_partner"),
    ],
)
def test_the_way_of_a_ban(text: str, language: str, flow: str) -> None:
    assert [each[2] for each in ways(text, language)] == [flow]


@pytest.mark.parametrize(
    ("text", "language", "effect"),
    [
        ("PBB tidak melarang pengiriman beras ke Korea Utara.", "id", "free"),
        ("Проект в порту КНДР выведен из-под санкций ООН.", "ru", "free"),
        ("Resolution 2321 banned buying more than 7.5 million tons of North Korean coal.", "en", "cap"),
        ("안보리 결의 2397호에 따라 북한 노동자는 2019년 12월까지 송환돼야 한다.", "ko", "duty"),
        ("안보리 결의 2371호는 북한이 석탄을 내다 팔지 못하게 막았다.", "ko", "ban"),
        ("Americans are prohibited from dealing with North Korea under the sanctions.", "en", "ban"),
    ],
)
def test_the_strength_of_a_claim(text: str, language: str, effect: str) -> None:
    assert [each[0] for each in ways(text, language)] == [effect]


def test_goods_of_its_own_take_no_subject_from_the_sentence_before() -> None:
    text = "Resolution 2375 bans the export of textiles from North Korea. Resolution 1718 bans beer."
    document = Document(source="t", sha256="", text=text, language="en", published="2022-11-07")
    assert [each.subjects for each in claims(document, spot=spot)] == [("textiles",), ()]
    pointed = text.replace("Resolution 1718 bans beer.", "It prohibits them since 2017.")
    document = Document(source="t", sha256="", text=pointed, language="en", published="2022-11-07")
    assert [each.subjects for each in claims(document, spot=spot)] == [("textiles",), ("textiles",)]
