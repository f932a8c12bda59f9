"""Years that are no days of an act (a gun of 1989 sent today is judged today), and numbers of several sizes."""

from __future__ import annotations

import pytest

from saring.documents import open_text
from saring.river import check


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL, May 1, 2025 - North Korea has sent 50 self-propelled guns built in 1989 to Russia, the spy agency said.",
        "Seoul, 1 Mei 2025 - Korea Utara mengirim 50 meriam buatan tahun 1989 ke Rusia, kata badan intelijen.",
        "Москва, 1 мая 2025. КНДР поставила России гаубицы 1989 года выпуска, сообщила разведка.",
        "서울 2025. 5. 1. 북한이 1989년산 자주포 50문을 러시아에 보냈다고 국정원이 밝혔다.",
    ],
)
def test_a_year_of_make_is_no_day_of_the_act(text: str) -> None:
    (dealing,) = check(open_text(text)).dealings
    assert not (dealing.date or "").startswith("1989")
    assert [judged.verdict for judged in dealing.determinations or ()] == ["prohibited"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("서울 2025. 8. 20. 북한이 지난달 러시아에 3천400만 달러어치 포탄을 수출했다고 국정원이 밝혔다.", 34_000_000),
        ("Jakarta, 1 Mei 2025 - Korea Utara mengekspor 1 juta 200 ribu ton batu bara ke China.", 1_200_000),
        ("SEOUL, May 1, 2025 - North Korea sold 2 million 300 thousand tonnes of coal to China.", 2_300_000),
    ],
)
def test_numbers_in_words_of_several_sizes(text: str, number: float) -> None:
    (dealing,) = check(open_text(text)).dealings
    assert dealing.amount is not None
    assert dealing.amount.number == number


def test_a_year_before_the_sign_of_money_is_no_sum() -> None:
    """The number that a sign of money counts stands behind it: "2016 mencapai USD 1,67 miliar"."""
    (dealing,) = check(open_text("Ekspor batu bara Korea Utara ke China pada 2016 mencapai USD 1,67 miliar.")).dealings
    assert dealing.amount is not None
    assert (dealing.amount.number, dealing.amount.unit) == (1_670_000_000, "USD")
