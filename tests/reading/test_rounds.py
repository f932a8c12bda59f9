"""A text that goes from country to country: the partner is the side that a sentence about another country leaves out."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read


def sides(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return [(each.kind, each.from_, each.to) for each in gather(read(document, spot), document)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Senegal membeli patung dari Korea Utara. Benin memesan patung perunggu setinggi 30 meter.", "id",
         ("goods", "KP", "BJ")),
        ("North Korea sold radars to Eritrea. Tanzania bought anti-aircraft missiles for $12 million.", "en",
         ("arms", "KP", "TZ")),
        ("Russia sent flour to North Korea after the floods. Switzerland is sending tents and blankets.", "en",
         ("aid", "CH", "KP")),
        ("Korea Utara mengirim pekerja ke China. Kuwait telah memulangkan ratusan pekerja konstruksi.", "id",
         ("labour", "KW", "KP")),
        ("Rusia memberi gandum kepada Korea Utara. Vietnam menyumbang beras, sedangkan Laos memberikan uang.", "id", ("aid", "VN", "KP")),
        ("The programmers were North Koreans. They earned $17 million from 300 American companies.", "en",
         ("labour", "KP", "US")),
        ("КНДР отправила рабочих в Китай. Кувейт отправил на родину сотни рабочих.", "ru", ("labour", "KW", "KP")),
    ],
)  # fmt: skip
def test_the_next_country_deals_with_the_partner(text: str, language: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in sides(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("North Korea sold radars to Eritrea. Iran sent drones to Russia.", "en"),
        ("North Korea sold coal to China. South Korean exports of semiconductors rose by a third.", "en"),
        ("South Korea buys coal. Its ports took in more of it in May. North Korea is near. Japan bought wood chips.", "en"),
    ],
)  # fmt: skip
def test_trade_of_others_stays_theirs(text: str, language: str) -> None:
    told = sides(text, language)
    assert len(told) <= 1
    assert all("IR" not in way and "KR" not in way and "JP" not in way for way in told)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("North Korea paid China $5 million for the equipment.", [("finance", "KP", "CN")]),
        ("A Singapore firm that sold whisky to North Korea had to pay a fine of $880,000.", [("goods", "SG", "KP")]),
    ],
)
def test_a_sum_is_money_unless_it_is_a_fine(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert sides(text, "en") == wanted


def test_people_who_are_only_said_to_be_somewhere() -> None:
    text = "North Korea sent programmers to China last year. The complaint describes coders in Russia and Laos."
    assert ("labour", "KP", "RU") in sides(text, "en")


def test_a_theft_in_a_text_about_the_partner() -> None:
    text = (
        "North Korea sent programmers to China. They earned money. One firm complained. It called the police. Nobody came. "
        "Crypto worth $2 billion was stolen this year from the Dubai exchange Bybit."
    )
    assert any(kind == "finance" and taker == "KP" for kind, _, taker in sides(text, "en"))


def test_visitors_in_a_text_about_tourists_are_tourists() -> None:
    text = "Agen Rusia menawarkan tur ke Korea Utara. Baru dua rombongan asal Rusia yang berkunjung, dengan total 28 orang."
    assert {kind for kind, *_ in sides(text, "id")} == {"tourism"}
