"""The year in which a thing was made or a body founded is no day of the act: a gun of 1989 sent today is judged today."""

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
