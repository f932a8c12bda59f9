"""Countries beside an act that are no side of it: who punishes, whom an opening phrase names, whom "both" does not mean."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from tests.reading.test_tellings import told

from saring.reading.pointing import countries_meant

if TYPE_CHECKING:
    from saring.reading.scene import Scene
    from saring.reading.words import Tag

ROWS = """
id | Untuk menopang Rusia, Korea Utara dilaporkan telah mengirimkan 9.000 tentaranya ke garis depan. | KP RU
id | Rusia, China, dan Vietnam mempekerjakan buruh Korea Utara. | KP RU
id | AS menghukum tiga firma yang mengirim pekerja Korea Utara. | KP None
id | Jepang menghukum agen yang menjual batu bara Korea Utara. | KP None
en | To support Russia, North Korea sent 9,000 soldiers to the front in May. | KP RU
id | Rusia menerima ribuan pekerja dari Korea Utara untuk mengatasi krisis tenaga kerja di sektor bangunan. | KP RU
"""


@pytest.mark.parametrize(("language", "text", "sides"), [row.split(" | ") for row in ROWS.strip().splitlines()])
def test_sides(language: str, text: str, sides: str) -> None:
    people = [each for each in told(text, language) if each.kind in ("troops", "labour", "goods")]
    assert [f"{each.from_} {each.to}" for each in people] == [sides]


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("AS menghukum dua firma yang menyalurkan pekerja.", False),
        ("Two North Korean ships left Nampo.", False),
        ("Rusia dan Korea Utara bertemu.", True),
        ("Dua negara itu bertemu.", True),
    ],
)
def test_both_means_the_two_firms_just_counted(before: str, meant: bool) -> None:
    text = f"{before} keduanya mengirim barang.".casefold()
    start = text.index("keduanya")
    scene = SimpleNamespace(folded=text, sentence=SimpleNamespace(start=start))
    tag = SimpleNamespace(start=start, end=start + len("keduanya"))
    assert countries_meant(cast("Tag", tag), cast("Scene", scene)) is meant


def test_a_month_does_not_end_at_the_short_word_for_a_day() -> None:
    found = told("China menghentikan impor batu bara dari Korut mulai tgl. 18 Februari.", "id")
    assert found[0].evidence is not None
    assert found[0].evidence.quote.endswith("18 Februari.")


def test_a_sum_that_fits_two_receivers_is_a_dealing_of_its_own() -> None:
    text = (
        "Korea Utara mengirim pekerja ke Rusia. Korea Utara juga mengirim pekerja ke China. "
        "Seluruhnya 90 ribu pekerja telah dikirim Korea Utara ke luar negeri."
    )
    assert [(each.from_, each.to) for each in told(text, "id")] == [("KP", "RU"), ("KP", "CN"), ("KP", None)]


def test_a_share_is_no_sum() -> None:
    found = told("Menurut data bea cukai, impor China dari Korea Utara ambles 89% menjadi US$ 153,8 juta.", "id")
    assert found[0].amount is not None
    assert found[0].amount.words == "US$ 153,8 juta"
