"""Words around a goods word that make it something else: whole words where they are short."""

from __future__ import annotations

import pytest

from saring.goods import spot


@pytest.mark.parametrize(
    ("text", "hs"),
    [
        ("South Korea sent 5 million tonnes of rice.", "1006"),
        ("Russia sold 1 million tonnes of sugar.", "1701"),
        ("They sold a rice mill.", "8437"),
        (
            "South Korea sent 5 million tonnes of rice to North Korea. Russia also sold 1 million tonnes of sugar.",
            "1006",
        ),
    ],
)
def test_a_mill_is_no_million(text: str, hs: str) -> None:
    assert hs in [code[:4] for good in spot(text, "en") for code in good.hs]
