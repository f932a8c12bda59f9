"""Which date an act has: beside it, or the period that the text has been speaking of."""

from __future__ import annotations

import pytest

from saring.apps.api import check

HEAD = "date 2025-10-20 Trade Figures of the Month\n\n"


def days(text: str, words: str) -> list[str | None]:
    """The dates of the dealings whose quote holds the words."""
    return [each.date for each in check(text).dealings if words in (each.evidence.quote if each.evidence else "")]


def test_figures_of_one_month_run_on() -> None:
    text = HEAD + (
        "China's imports from North Korea came to $41 million in September 2025, customs data show.\n\n"
        "China bought wigs from North Korea for $17 million.\n\n"
        "China also imported ferrosilicon from North Korea.\n\n"
        "China also imported electricity from North Korea.\n\n"
        "China exported soybean oil to North Korea.\n"
    )
    for words in ("wigs", "ferrosilicon", "soybean oil"):
        assert days(text, words) == ["2025-09"], words


def test_a_date_that_cannot_be_told_is_not_that_of_before() -> None:
    text = (
        "A Dutch firm shipped two cars to North Korea in October 2018, a report says.\n\n"
        "Last autumn, Russia sent horses to North Korea.\n"
    )
    assert days(text, "horses") == [None]


def test_a_ban_dates_no_dealing() -> None:
    text = (
        "Seafood exports from North Korea have been banned since August 2017 by a Security Council resolution.\n\n"
        "Traders bought North Korean crab from a dealer.\n"
    )
    assert all(day is None for day in days(text, "crab"))


@pytest.mark.parametrize("words", ["said that in August", "said: in August"])
def test_a_date_behind_that_is_of_what_is_told(words: str) -> None:
    text = HEAD + f"The centre {words} five ships took North Korean coal to China.\n"
    assert days(text, "five ships") == ["2025-08"]


def test_a_month_takes_the_year_of_which_the_text_speaks() -> None:
    text = (
        "Nilai ekspor Korea Utara ke China pada Januari-September 2023 naik, menurut data bea cukai.\n\n"
        "Pada September, China mengirim 22.000 ton beras ke Korea Utara.\n"
    )
    assert days(text, "22.000 ton beras") == ["2023-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Dalam konferensi pers pada Kamis (6/6/2024), Shin mengatakan Korea Utara mengirim amunisi ke Rusia.",
        "Pada Jumat (7/6/2024), Gedung Putih menuduh Korea Utara memasok rudal kepada Rusia.",
        "Rusia mengirim gandum ke Korea Utara, kata Zakharova di Moskow, Rabu (5/6/2024).",
        "On Friday, the White House accused North Korea of supplying missiles to Russia.",
        "The ministry, in a statement dated June 4, 2024, said North Korea sent shells to Russia.",
        "4 июня 2024 года Пентагон заявил, что КНДР поставила России снаряды.",
        "국방부는 5일 북한이 러시아에 포탄을 보냈다고 밝혔다.",
    ],
)
def test_the_day_of_what_is_said_is_none_of_the_act(text: str) -> None:
    assert {each.date for each in check(text, published="2024-06-10").dealings} == {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Friday, a North Korean ship carried coal to China, the ministry said.", "2024-06-07"),
        ("Pada Jumat (7/6/2024), Rusia mengirim gandum ke Korea Utara, kata Zakharova.", "2024-06-07"),
    ],
)
def test_a_day_before_the_act_stays_its_own(text: str, day: str) -> None:
    assert day in {each.date for each in check(text, published="2024-06-10").dealings}
