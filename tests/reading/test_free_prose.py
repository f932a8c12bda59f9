"""Free prose: sides told in a dateline, a title or earlier; ships as goods; who fetches what; a verb behind a subject."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.documents import open_text
from saring.goods import spot
from saring.reading import read


def sides(text: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, giver and receiver of every dealing of a text."""
    document = open_text(text)
    return [(each.kind, each.from_, each.to) for each in gather(read(document, spot), document)]


CASES = [
    (
        "ВЛАДИВОСТОК, 5 мая. /ТАСС/. Двадцать коров отправлены по железной дороге в Северную Корею, сообщила таможня.",
        ("goods", "RU", "KP"),
    ),
    (
        (
            "Importers in China bought North Korean ginseng tea last spring.\n\nThe dealer was glad. He was not alone. "
            "Business is good, he said. Next month the same firm will also import dried mushrooms."
        ),
        ("goods", "KP", "CN"),
    ),
    ("Chinese brokers sold ten old ships to North Korea in March.", ("goods", "CN", "KP")),
    ("중국 업자들은 북한에 중고 선박 10여 척을 팔았다.", ("goods", "CN", "KP")),
    ("Chinese ships exported coal from North Korea in May.", ("goods", "KP", "CN")),
    ("The Chinese traders have sold North Korean textiles to the market of their own town.", ("goods", "KP", "CN")),
    ("Chinese firms shipped North Korean coal to Japan in 2018.", ("goods", "CN", "JP")),
    ("Chinese processing plants would truck in North Korean shellfish every morning.", ("goods", "KP", "CN")),
]


CASES += [
    (
        "Fertiliser was sent from Dandong to Sinuiju this week. Residents said that soybeans were in the wagons too.",
        ("goods", "CN", "KP"),
    ),
    (
        "В Хабаровске продают минеральную воду из Северной Кореи. Рядом стоят банки с мёдом и коробки с лапшой.",
        ("goods", "KP", "RU"),
    ),
    (
        "Cukai Busan menghentikan sebuah kontainer. Di dalamnya terdapat 12 ton kepiting dari Korea Utara, kata mereka.",
        ("goods", "KP", "KR"),
    ),
    ("Vietnam has agreed to buy 5,000 tonnes of North Korean anthracite this year.", ("goods", "KP", "VN")),
    ("A contractor in Qatar sent home 300 labourers from North Korea in spring.", ("labour", "QA", "KP")),
    ("Hackers of North Korea drained $100 million in crypto from a firm in California.", ("finance", "US", "KP")),
]


CASES += [
    ("Exports to North Korea from Singapore fell to zero, while imports came to $12,000.", ("goods", "KP", "SG")),
    ("Экспорт Сингапура в КНДР в прошлом году упал, импорт составил 12 тысяч долларов.", ("goods", "KP", "SG")),
    ("In return for coal from North Korea, Hanoi will send rice to Pyongyang this year.", ("goods", "VN", "KP")),
    ("Impor bijih besi China dari Korea Utara merosot pada Agustus, menurut data pabean.", ("goods", "KP", "CN")),
    (
        "Nilai impor Korea Utara naik tahun lalu. Ekspor ke Myanmar adalah yang terbesar, yaitu 24 juta dolar AS.",
        ("goods", "KP", "MM"),
    ),
    ("러시아 연해주 정부 대표단이 최근 북한을 방문했다.", ("diplomacy", "RU", "KP")),
    ("북한 해커들이 캘리포니아 업체에서 1억 달러어치 가상화폐를 빼돌렸다.", ("finance", "US", "KP")),
    ("북한 노동성 대표단이 연해주를 방문했다. 이들은 미장공 500명을 더 보내기로 합의했다.", ("labour", "KP", "RU")),
]

CASES += [
    (
        "The Mongolian president was received by Kim Jong Un in October 2013, the ministry said.",
        ("diplomacy", "MN", "KP"),
    ),
    ("Приморский вуз посетила делегация министерства здравоохранения КНДР.", ("diplomacy", "KP", "RU")),
    ("В Северную Корею из Приморья ушёл состав с мукой. На обратном пути он привезёт магнезит.", ("goods", "KP", "RU")),
    (
        "Kuwait has stopped issuing visas to North Koreans. Some 2,500 of them still work on its building sites.",
        ("labour", "KP", "KW"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_sides_of_free_prose(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in sides(text)


def test_a_ship_that_trades_is_no_ware() -> None:
    text = "Kapal China mengimpor batu bara dari Korea Utara pada Mei."
    assert sides(text) == [("goods", "KP", "CN")]


def test_a_title_of_other_goods_stays() -> None:
    text = "North Korean beer on sale in Vladivostok\n\nNorth Korea exported apples to Russia in July, customs said.\n"
    assert len(sides(text)) == 2


ECHOES = [
    (
        "A dealer in Dandong imports North Korean snow crabs. Her cousin brings them over the frozen river at night.",
        "goods",
        "them",
    ),
    (
        "Doctors from North Korea are a familiar sight in Africa. Some 180 of them work in Nigerian hospitals.",
        "labour",
        "of them work",
    ),
]


@pytest.mark.parametrize(("text", "kind", "words"), ECHOES)
def test_what_a_sentence_only_points_back_to(text: str, kind: str, words: str) -> None:
    document = open_text(text)
    found = [each for each in read(document, spot) if each.evidence and words in each.evidence.quote]
    assert [(each.kind, each.from_) for each in found] == [(kind, "KP")]


def test_a_month_is_no_march() -> None:
    assert sides("On March 2 North Korean trainers were what the papers in Kampala wrote about.") == []


def test_what_a_train_carries_is_no_journey_of_its_own() -> None:
    text = "Trains loaded with fertiliser crossed the bridge from Dandong to Sinuiju in North Korea this week."
    assert {kind for kind, _, _ in sides(text)} == {"goods"}


def test_a_seller_by_trade_sells_nothing() -> None:
    text = "В магазине Хабаровска появился мёд из Северной Кореи. Продавец Людмила говорит, что мёд разбирают."
    assert len(sides(text)) == 1


def test_technology_workers_are_people() -> None:
    text = "The North Korean military has sent over 1,000 information technology workers to China, a panel said."
    assert [kind for kind, _, _ in sides(text)] == ["labour"]


def test_a_long_sentence_is_cut_to_the_clause_that_tells() -> None:
    text = (
        "After weeks of talks that officials on both sides described as slow and at times as bitter, and although "
        "nobody at the ministry wished to be named, a firm in Dalian bought 300 tonnes of coal from North Korea in "
        "May, which the mayor of the town, a keen singer of old songs, later called a mistake that would not be repeated.\n"
    )
    document = open_text(text)
    found = gather(read(document, spot), document)
    assert [each.evidence.quote for each in found if each.evidence and each.kind == "goods"] == [
        "a firm in Dalian bought 300 tonnes of coal from North Korea in May"
    ]
