"""Stretches from which nothing is read, and prose that looks a little like them."""

from __future__ import annotations

import pytest

from saring.documents import open_text
from saring.model import Document

BODY = (
    "Kedutaan menyatakan bahwa kiriman apel dari Korea Utara sudah tiba di pasar Vladivostok pada pekan lalu.\n"
    "Pedagang di kota itu mengatakan harga apel tersebut lebih murah daripada apel dari negara lain di kawasan.\n"
)


def noise_of(text: str) -> dict[str, str]:
    document = open_text(text)
    return {document.text[one.start : one.end]: one.why for one in document.noise}


CASES = [
    ("Baca juga: Sepasang Anjing untuk Presiden", "teaser"),
    ("BACA JUGA : Harga Beras Naik Lagi", "teaser"),
    ("Baca Juga Harga Beras Naik Lagi di Pasar", "teaser"),
    ("Simak juga: Video Kunjungan", "teaser"),
    ("Lihat Juga: Daftar Negara Pembeli", "teaser"),
    ("Read also: Train seen at the border", "teaser"),
    ("Related: More coal on the river", "teaser"),
    ("Читайте также: Поезд с лошадьми пересек границу", "teaser"),
    ("Читайте також: Потяг із кіньми перетнув кордон", "teaser"),
    ("관련기사 : 두만강을 건넌 열차", "teaser"),
    ("Editor: Budi Santoso", "byline"),
    ("(blq/asa)", "byline"),
    ("홍길동 기자 hong@example.com", "byline"),
    ("Reporting by Jane Roe; editing by John Doe", "byline"),
    ("[Gambas:Video Contoh]", "byline"),
    ("Foto: Dok. Kedutaan", "caption"),
    ("Suasana pasar di Vladivostok (Foto: Antara)", "caption"),
    ("Фото: пресс-служба", "caption"),
    ("사진=로이터", "caption"),
    ("평양 시내의 상점 모습(사진=로이터)", "caption"),
    ("Workers at a plant in Pyongyang (AP Photo/Jane Roe)", "caption"),
    ("ADVERTISEMENT", "share"),
    ("SCROLL TO CONTINUE WITH CONTENT", "share"),
    ("Bagikan:", "share"),
    ("Поделиться", "share"),
    ("#Rusia #KoreaUtara", "share"),
    ("• $ 92.13 +0.19", "share"),
    ("ⓒ 무단 전재 및 재배포 금지", "copyright"),
    ("© 2024 Contoh News. All rights reserved.", "copyright"),
]


@pytest.mark.parametrize(("line", "why"), CASES)
def test_a_line_between_paragraphs(line: str, why: str) -> None:
    found = noise_of(f"{BODY}{line}\n{BODY.replace('apel', 'selai')}")
    covered = [words for words, reason in found.items() if words in line or line in words]
    assert covered, found
    assert {found[words] for words in covered} <= {why, "caption"}
    assert why in {found[words] for words in covered}
    assert not any("Kedutaan menyatakan" in words for words in found)


PROSE = [
    "Foto satelit yang dianalisis memperlihatkan empat kapal tanker memuat minyak di pelabuhan itu.",
    "Sumber itu mengatakan kiriman beras akan tiba pekan depan lewat pelabuhan Nampo.",
    "Photographs of the site show that the guns had been put on a train, he said.",
    "Related goods such as jam and beer are sold in the same shops, the seller said.",
    "Фотографии показывают, что суда встали под погрузку угля в порту Нампхо.",
    "사진 속 선박은 남포항에서 석탄을 싣고 있었다고 전문가패널은 밝혔다.",
    "Amerika Serikat (AS) dan Korea Selatan (Korsel) mengecam kiriman itu.",
    "Menteri itu (58) berkata bahwa kapal Polina (bendera Sierra Leone) membawa gandum.",
    "Share of the trade with the DPRK grew, the customs office reported.",
    "Editorial halaman itu mengecam penjualan senjata oleh Korea Utara.",
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_stays(line: str) -> None:
    assert not noise_of(f"{BODY}{line}\n{BODY.replace('apel', 'selai')}")


def test_headlines_below_a_teaser_heading() -> None:
    found = noise_of(f"{BODY}BERITA TERKAIT\nKuda Lewat Perbatasan dengan Kereta\nBeras untuk Utara Dikirim Lagi\n")
    assert list(found.values()) == ["teaser"] * 3


def test_an_unmarked_teaser_between_paragraphs() -> None:
    teaser = "Lewat Jalur Darat, Kuda Ras Disebut Sudah Sampai Perbatasan"
    found = noise_of(f"{BODY}{teaser}\n{BODY.replace('apel', 'selai')}")
    assert found == {teaser: "teaser"}


def test_lines_broken_at_a_width_are_no_teasers() -> None:
    broken = (
        "The embassy said that apples from North Korea have been on sale since\nSeptember in Vladivostok and that more "
        "of them would be sent by rail to\nthe Far East before winter. It gave no figures on the trade with Pyongyang\n"
        "and said that the prices were lower than those of other countries. The\nMinistry of Agriculture in Moscow did "
        "not answer questions about it.\n"
    )
    assert not noise_of(broken * 1)


def test_what_stands_below_the_closing_code() -> None:
    found = noise_of(
        f"{BODY}{BODY.replace('apel', 'selai')}Demikian laporan itu. (ren)\n\nDua Tentara Tewas\nSatu orang lain terluka.\n"
    )
    assert found == {"(ren)": "byline", "Dua Tentara Tewas": "teaser", "Satu orang lain terluka.": "teaser"}


def test_a_paragraph_told_twice() -> None:
    assert list(noise_of(BODY + BODY).values()) == ["repeat", "repeat"]


def test_datelines() -> None:
    cases: list[tuple[str, str, str | None]] = [
        (
            "Jakarta, CNN Indonesia -- Kiriman apel itu tiba di pasar kota.",
            "Jakarta, CNN Indonesia --",
            "CNN Indonesia",
        ),
        ("MOSCOW, July 20 (Reuters) - The shipment of apples has arrived.", "MOSCOW, July 20 (Reuters) -", "Reuters"),
        ("SEOUL (AP) — The shipment of apples has arrived in the city.", "SEOUL (AP) —", "AP"),
        ("(서울=연합뉴스) 북한이 러시아에 사과를 수출했다고 대사관이 밝혔다.", "(서울=연합뉴스)", "연합뉴스"),
        ("МОСКВА, 20 июля. /ТАСС/. Партия яблок прибыла в город.", "МОСКВА, 20 июля. /ТАСС/.", "ТАСС"),
        ("МОСКВА, 20 июл — РИА Новости. Партия яблок прибыла в город.", "МОСКВА, 20 июл — РИА Новости.", "РИА Новости"),
        ("TRIBUNNEWS.COM - Kiriman apel itu tiba di pasar kota kemarin.", "TRIBUNNEWS.COM -", "TRIBUNNEWS.COM"),
        (
            "REPUBLIKA.CO.ID, SEOUL -- Kiriman apel itu tiba di pasar kota.",
            "REPUBLIKA.CO.ID, SEOUL --",
            "REPUBLIKA.CO.ID",
        ),
        ("HANOI, March 4, 2019 — The shipment of apples has arrived.", "HANOI, March 4, 2019 —", None),
        ("KUCHING, 12 Oktober 2017 - Kiriman apel itu tiba di pasar.", "KUCHING, 12 Oktober 2017 -", None),
        (
            "Хасан, 14 февраля 2024 года. Через переход Хасан — Туманган прибыли яблоки.",
            "Хасан, 14 февраля 2024 года.",
            None,
        ),
        ("2019년 8월 20일 — 북한이 러시아에 사과를 수출했다고 대사관이 밝혔다.", "2019년 8월 20일 —", None),
        ("新华社平壤7月20日电 朝鲜的苹果已经运到俄罗斯的商店里出售,大使馆说。", "新华社平壤7月20日电", "新华社"),
    ]
    for text, dateline, outlet in cases:
        document: Document = open_text(text)
        assert (document.dateline, document.publisher) == (dateline, outlet), text
        assert any(one.why in ("dateline", "byline") for one in document.noise), text


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    for text in (
        "The goods, he said - apples, jam and beer - are sold in the city.",
        "Kim, Putin - two leaders who met in the far east - spoke of trade.",
        "Then, on March 4, 2019 - the day of the fair - the apples arrived.",
        "Barang itu, kata dia - apel dan selai - dijual di kota.",
    ):
        assert open_text(text).dateline is None, text


def test_titles() -> None:
    assert open_text("Berita\n\nApel Utara Dijual di Rusia\n\n" + BODY).title == "Apel Utara Dijual di Rusia"
    assert open_text("Foto: Antara\nApel Utara Dijual di Rusia\n" + BODY).title == "Apel Utara Dijual di Rusia"
    assert (
        open_text("Rabu, 15 Januari 2020 | 10:39 WIB\nApel Utara Dijual di Rusia\n" + BODY).title
        == "Apel Utara Dijual di Rusia"
    )
    assert open_text(BODY).title is None
    assert open_text("북한 사과 러시아서 판매\n\n대사관은 이같이 밝혔다고 전해졌다.").title == "북한 사과 러시아서 판매"
