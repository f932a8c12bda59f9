"""A heading names the two sides; the sentences below it may leave one out."""

from __future__ import annotations

import pytest

from saring.goods import spot
from saring.model import Document
from saring.reading import read


def sides(text: str, language: str) -> set[tuple[str, str | None, str | None]]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return {(each.kind, each.from_, each.to) for each in read(document, spot)}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "North Korea sends shells to Russia\n\nPyongyang has sent 10,000 soldiers, lawmakers in Washington said.",
            "troops",
        ),
        (
            "id",
            "Korut Kirim Peluru ke Rusia\n\nKorut mengirim peluru, kata parlemen Jepang. Korut juga mengirim tentara.",
            "troops",
        ),
    ],
)
def test_the_other_side_stands_in_the_heading(language: str, text: str, kind: str) -> None:
    assert sides(text, language) == {("arms", "KP", "RU"), (kind, "KP", "RU")}


def test_a_dealing_of_another_sort_is_left_open() -> None:
    text = (
        "North Korea sends shells to Russia\n\nPyongyang sold coal to traders, lawmakers in Washington and Tokyo said."
    )
    assert ("goods", "KP", "US") not in sides(text, "en")


def test_a_name_behind_a_verb_of_giving_receives() -> None:
    assert sides("China sent North Korea goods worth 5 million dollars.", "en") == {("goods", "CN", "KP")}
