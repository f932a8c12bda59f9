"""Dates against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from saring.reading import dates
from saring.reading.packs import compiled
from saring.reading.words import fold

PUBLISHED = (date(2022, 11, 7), date(2022, 11, 7))  # a Monday


def dated(text: str, language: str, published: tuple[date, date] | None = PUBLISHED, ahead: bool = False) -> list[str]:
    pack = compiled(language)
    assert pack is not None
    folded = fold(text)
    tags = pack.lexicon.find(text, folded)
    return [dates.iso(each.first, each.last) for each in dates.read(folded, 0, len(text), published, pack, ahead, tags)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("pada Minggu (6/11)", "id", ["2022-11-06"]),
        ("pada Minggu (20/7/2025)", "id", ["2025-07-20"]),
        ("Kamis (2/8/18)", "id", ["2018-08-02"]),
        ("pekan lalu", "id", ["2022-10-31/2022-11-06"]),
        ("pada akhir pekan lalu", "id", ["2022-11-05/2022-11-06"]),
        ("bulan lalu", "id", ["2022-10"]),
        ("tahun lalu", "id", ["2021"]),
        ("pada Oktober lalu", "id", ["2022-10"]),
        ("pada Agustus tahun lalu", "id", ["2021-08"]),
        ("sepanjang 2015 sampai 2017", "id", ["2015-01-01/2017-12-31"]),
        ("sejak Februari 2020", "id", ["2020-02-01/2022-11-07"]),
        ("paruh pertama tahun ini", "id", ["2022-01-01/2022-06-30"]),
        ("pada awal 2020", "id", ["2020-01-01/2020-03-31"]),
        ("between November 2010 and January 2017", "en", ["2010-11-01/2017-01-31"]),
        ("on June 19, 2024", "en", ["2024-06-19"]),
        ("on Feb. 10", "en", ["2022-02-10"]),
        ("last month", "en", ["2022-10"]),
        ("on Tuesday", "en", ["2022-11-01"]),
        ("between Sept. 7 and Oct. 1", "en", ["2022-09-07/2022-10-01"]),
        ("31 June 2020", "en", []),
        ("the first nine months of 2021", "en", ["2021-01-01/2021-09-30"]),
        ("last spring", "en", ["2022-03-01/2022-05-31"]),
        ("in mid-2021", "en", ["2021-05-01/2021-08-31"]),
        ("more than double the 2019 figure", "en", []),
        ("than in May 2019", "en", []),
        ("up on the same period last year", "en", []),
        ("dibandingkan periode yang sama 2016", "id", []),
        ("semester pertama 2021", "id", ["2021-01-01/2021-06-30"]),
        ("прошлой осенью", "ru", ["2021-09-01/2021-11-30"]),
        ("за девять месяцев", "ru", ["2022-01-01/2022-09-30"]),
        ("чем в 2016 году", "ru", []),
        ("с начала прошлого года", "ru", ["2021-01-01/2022-11-07"]),
        ("지난달 28일", "ko", ["2022-10-28"]),
        ("작년 12월", "ko", ["2021-12"]),
        ("이달 초", "ko", ["2022-11-01/2022-11-10"]),
        ("올해 상반기", "ko", ["2022-01-01/2022-06-30"]),
        ("令和2年1月", "ja", ["2020-01"]),
        ("平成19年にも", "ja", ["2007"]),
    ],
)
def test_forms(text: str, language: str, wanted: list[str]) -> None:
    found = dated(text, language)
    assert (found == wanted) or (not wanted and "2020-06-31" not in found)


def test_a_plan_looks_ahead() -> None:
    assert dated("pada 29 Juli", "id", (date(2025, 7, 21), date(2025, 7, 21)), ahead=True) == ["2025-07-29"]
    assert dated("in March", "en", ahead=True) == ["2023-03"]


def test_without_publication_nothing_relative_is_guessed() -> None:
    assert dated("pekan lalu, Minggu (6/11)", "id", None) == []


def test_numbers_are_no_years() -> None:
    assert dated("sebanyak 2.017 ton dan 2016 kg", "id", None) in ([], ["2016"])


def test_a_day_is_counted_only_from_a_day() -> None:
    month, year = (date(2016, 3, 1), date(2016, 3, 31)), (date(2016, 1, 1), date(2016, 12, 31))
    assert dated("on Monday", "en", month) == []
    assert dated("yesterday", "en", month) == []
    assert dated("last month", "en", month) == ["2016-02"]
    assert dated("last month", "en", year) == []
    assert dated("last year", "en", year) == ["2015"]
