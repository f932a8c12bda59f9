"""What only carries, holds, pays for or is named by an act is no dealing; what the law speaks of is none either."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read


def told(text: str, language: str) -> list[tuple[str, str, str | None, str | None]]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return [(each.kind, each.what or "", each.from_, each.to) for each in gather(read(document, spot), document)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("China memasok minyak mentah ke Korea Utara lewat pipa.", "id", [("goods", "minyak mentah", "CN", "KP")]),
        ("Pyongyang membeli kedelai dari Negeri Tirai Bambu.", "id", [("goods", "kedelai", "CN", "KP")]),
        ("지난달 말 중국에서 북한으로 비료를 실은 화물차 20대가 들어왔다.", "ko", [("goods", "비료", "CN", "KP")]),
        ("푸틴 대통령은 김정은에게 승용차를 선물했다.", "ko", [("goods", "승용차", "RU", "KP")]),
        ("러시아는 북한에 쌀 대신 밀가루를 보냈다.", "ko", [("goods", "밀가루", "RU", "KP")]),
        ("Russia sent coal to North Korea instead of rice.", "en", [("goods", "coal", "RU", "KP")]),
        ("Russia sent timber to North Korea as payment.", "en", [("goods", "timber", "RU", "KP")]),
        ("В Раджин зашёл российский танкер с мазутом.", "ru", [("goods", "мазутом", "RU", "KP")]),
        ("North Korean ships went on hauling coal to China.", "en", [("goods", "coal", "KP", "CN")]),
    ],
)
def test_what_only_carries_or_replaces_is_left_out(
    text: str, language: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    assert told(text, language) == wanted


def test_a_vehicle_that_is_itself_sent_stays() -> None:
    assert told("Russia sent 30 trucks to North Korea.", "en") == [("goods", "trucks", "RU", "KP")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Resolution 2397 permits exports of 500,000 barrels of refined oil to North Korea a year.", "en"),
        ("북한 노동자의 송출을 막은 안보리 결의안이 있다.", "ko"),
    ],
)
def test_what_the_law_allows_or_stops_is_told_of_nobody(text: str, language: str) -> None:
    assert told(text, language) == []


def test_what_is_made_to_order_is_told_and_what_is_made_at_home_is_not() -> None:
    ordered = "Скульпторы студии «Мансудэ» изготовят для России бронзовую скульптуру."
    assert [(kind, giver, taker) for kind, _, giver, taker in told(ordered, "ru")] == [("goods", "KP", "RU")]
    assert told("КНДР начала производить куртки.", "ru") == []


def test_a_ship_under_way_leads_on_to_her_cargo_but_is_no_dealing() -> None:
    assert told("A tanker left Nampo in North Korea on Monday.", "en") == []
    assert [kind for kind, *_ in told("A tanker sailed from Nampo in North Korea to China.", "en")] == ["transport"]


def test_a_noun_of_trade_beside_its_goods_is_no_further_dealing() -> None:
    text = "Vietnam exported 1,900 tons of rubber to North Korea in March, its first recorded sale since 2017."
    assert told(text, "en") == [("goods", "rubber", "VN", "KP")]
