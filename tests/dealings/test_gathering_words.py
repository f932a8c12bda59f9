"""Visits, talks and help are told apart by what is said of them; a remark on how rare one is tells none of its own."""

from __future__ import annotations

import pytest

from saring.documents import open_text
from saring.river import check

APART = "Lavrov visited Pyongyang on Friday. Russia and North Korea signed a consular treaty."
TABLE = [
    ("MOSCOW, May 4, 2024 - " + APART, 2),
    (
        "MOSCOW, May 4, 2024 - Lavrov visited Pyongyang on Friday. It was the first visit to North Korea in five years.",
        1,
    ),
]


@pytest.mark.parametrize(("text", "count"), TABLE)
def test_acts_of_two_states(text: str, count: int) -> None:
    assert len([one for one in check(open_text(text)).dealings if one.kind == "diplomacy"]) == count
