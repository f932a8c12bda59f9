"""Prices are no money dealt; what is given in return runs back; what ends is no act."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read


def told(text: str, language: str) -> list[Dealing]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return list(gather(read(document, spot), document))


def ways(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    return sorted((each.kind, each.from_, each.to) for each in told(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Rusia mengirim beras senilai 5 juta dolar ke Korea Utara."),
        ("en", "Russia exported coal worth 5 million dollars to North Korea."),
        ("ru", "Россия поставила в КНДР рис на сумму 3 миллиона долларов."),
        ("ko", "러시아는 북한에 500만 달러 상당의 쌀을 보냈다."),
    ],
)
def test_a_price_is_no_theme(language: str, text: str) -> None:
    assert ways(text, language) == [("goods", "RU", "KP")]


def test_money_that_is_sent_stays_money() -> None:
    assert ways("중국은 북한에 100만 달러를 보냈다.", "ko") == [("finance", "CN", "KP")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Sebagai imbalan atas pengiriman peluru, Moskow memasok minyak ke Pyongyang."),
        ("en", "In return for the shipment of shells, Moscow supplied Pyongyang with oil."),
        ("en", "In return for shells, Moscow supplied Pyongyang with oil."),
        ("ru", "В обмен на поставки снарядов Москва поставила Пхеньяну нефть."),
        ("ko", "포탄 제공의 대가로 러시아는 북한에 석유를 공급했다."),
    ],
)
def test_what_is_given_in_return_runs_the_other_way(language: str, text: str) -> None:
    assert ways(text, language) == [("arms", "KP", "RU"), ("goods", "RU", "KP")]


def test_the_payment_runs_against_the_delivery() -> None:
    text = "Minyak Rusia untuk Korea Utara dibayar dengan batu bara."
    assert ways(text, "id") == [("goods", "KP", "RU"), ("goods", "RU", "KP")]


def test_who_is_asked_for_goods_gives_them() -> None:
    assert ways("Myanmar memesan rudal kepada Korea Utara.", "id") == [("arms", "KP", "MM")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "North Korea closed its embassy in Uganda."),
        ("id", "Korea Utara menutup kedutaan besarnya di Uganda."),
        ("ru", "КНДР закрыла посольство в Уганде."),
        ("ko", "북한은 우간다 주재 대사관을 폐쇄했다."),
    ],
)
def test_an_embassy_that_closes_ends_a_dealing(language: str, text: str) -> None:
    (dealing,) = told(text, language)
    assert (dealing.kind, dealing.polarity, dealing.from_, dealing.to) == ("diplomacy", "cessation", "KP", "UG")


def test_a_speaker_receives_nothing() -> None:
    (dealing,) = told("A Japanese professor said North Korea sent workers last month.", "en")
    assert (dealing.from_, dealing.to) == ("KP", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "China stopped importing coal from North Korea."),
        ("en", "China suspended all imports of coal from North Korea."),
        ("id", "China menghentikan impor batu bara dari Korea Utara."),
        ("id", "Impor batu bara dari Korea Utara dihentikan China."),
        ("ru", "Китай прекратил импорт угля из КНДР."),
        ("ko", "중국은 북한산 석탄 수입을 중단했다."),
    ],
)
def test_trade_that_stops_is_no_act(language: str, text: str) -> None:
    (dealing,) = told(text, language)
    assert (dealing.polarity, dealing.from_, dealing.to) == ("cessation", "KP", "CN")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russia is a neighbour. Kim Jong Un visited a factory in Wonsan on Friday."),
        ("id", "Rusia memuji. Kim Jong Un mengunjungi sebuah pabrik di Wonsan pada Jumat."),
        ("ru", "Россия рядом. Ким Чен Ын посетил завод в Вонсане."),
        ("ko", "러시아와 가깝다. 김정은은 원산을 방문했다."),
    ],
)
def test_a_visit_at_home_is_no_dealing(language: str, text: str) -> None:
    assert not told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Putin flew to Pyongyang on his plane on Wednesday."),
        ("id", "Putin tiba di Pyongyang pada Rabu."),
        ("ru", "Путин прибыл в Пхеньян в среду."),
        ("ko", "푸틴 대통령이 평양에 도착했다."),
    ],
)
def test_a_statesman_who_arrives_pays_a_visit(language: str, text: str) -> None:
    assert ways(text, language) == [("diplomacy", "RU", "KP")]


def test_what_is_paid_is_no_price() -> None:
    assert ways("Rusia membayar Korea Utara senilai 20 miliar dolar.", "id") == [("finance", "RU", "KP")]


def test_a_korean_speaker_is_no_side_but_an_actor_is() -> None:
    assert ways("미국 국방장관은 북한이 포탄을 보냈다고 밝혔다.", "ko") == [("arms", "KP", None)]
    assert ways("한국 정부는 북한에 쌀을 보냈다고 밝혔다.", "ko") == [("goods", "KR", "KP")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "From Russia, North Korea received wheat."),
        ("id", "Dari Rusia, Korea Utara menerima gandum."),
    ],
)
def test_a_place_in_front_is_not_in_one_list_with_the_subject(language: str, text: str) -> None:
    assert ways(text, language) == [("goods", "RU", "KP")]
