"""What no word list knows is goods where it stands in a list of known goods."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

TABLE = """
id | bir, tofaku, apel | Korea Utara mengekspor bir, tofaku, dan apel ke Rusia.
id | beras, gula, bruntel | China mengirim beras, gula, dan bruntel ke Korea Utara.
ru | пиво, тафлоки, яблоки | КНДР поставила в Россию пиво, тафлоки и яблоки.
ru | рис, сахар | Китай отправил в КНДР рис, сахар и другие товары.
"""


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TABLE.strip().splitlines()])
def test_members(language: str, want: str, text: str) -> None:
    assert [good.words for one in told(text, language) for good in one.goods] == want.split(", ")
