"""Russian verbs written like goods: what "became" is no steel, and steel beside its measure stays steel."""

from __future__ import annotations

import pytest

from saring.goods import spot


@pytest.mark.parametrize(
    "text",
    [
        "Главной новинкой года стали туристы.",
        "Они стали соседями.",
        "Стали известны подробности сделки.",
        "В зале суда собрались журналисты.",
        "Женщина мыла окно.",
    ],
)
def test_a_verb_is_no_good(text: str) -> None:
    assert [good.words for good in spot(text, "ru") if good.hs] == []


@pytest.mark.parametrize(
    ("text", "chapter"),
    [
        ("Поставлено 200 тонн стали.", "72"),
        ("Экспорт стали вырос.", "72"),
        ("Закупки угля и стали сократились.", "72"),
        ("Ввезли изделия из стали.", "73"),
        ("Прибыла партия мыла.", "34"),
    ],
)
def test_the_good_stays(text: str, chapter: str) -> None:
    assert chapter in {code[:2] for good in spot(text, "ru") for code in good.hs}
