"""Countries that are only measured by or pretended are no sides; own nationals, statues and holidays beside them."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

TABLE = """
en | labour KP QA | At building sites near Doha, North Korean workers earn less than their Nepali colleagues.
id | labour KP QA | Di proyek-proyek bangunan di sekitar Doha, buruh Korea Utara dibayar lebih rendah daripada rekan mereka dari Nepal.
ru | labour KP QA | На стройках Дохи северокорейские рабочие получают меньше непальцев.
en | goods KP JP | A trader in Osaka was accused of passing off North Korean crabs as Russian and selling them in Japan.
id | goods KP JP | Seorang pedagang diduga menjual kepiting Korea Utara di Jepang sebagai kepiting Rusia.
en | labour KP SN | A North Korean firm employs 12 of its nationals at a cannery outside Dakar.
id | labour KP SN | Sebuah perusahaan Korea Utara mempekerjakan 12 warganya di pabrik ikan di luar Dakar.
ru | goods KP NA | Монумент в Виндхуке возвела северокорейская компания.
ru | tourism CN KP | Около двухсот китайских туристов пересекли Ялуцзян и побывали в Синыйджу.
en | arms KP SY | Two loads of missile parts for a Syrian agency were traced to North Korea.
"""


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TABLE.strip().splitlines()])
def test_sides(language: str, want: str, text: str) -> None:
    assert [f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in told(text, language)] == [want]


def test_a_flag_is_no_side() -> None:
    text = "A Panama-flagged carrier loaded 30,000 tonnes of coal in Nampo in April and unloaded it in Ghana."
    assert {(one.from_, one.to) for one in told(text, "en") if one.kind == "goods"} == {("KP", "GH")}
