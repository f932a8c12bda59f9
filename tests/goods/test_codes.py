"""The nomenclature as facts, and codes that documents give."""

from __future__ import annotations

import pytest

from saring.goods import is_code, refine, settle
from saring.goods.editions import codes, heirs, section, titles
from saring.model import Good, SaringError


def test_the_edition_is_complete() -> None:
    known = codes()
    by_length = {length: sum(len(code) == length for code in known) for length in (2, 4, 6)}
    assert by_length == {2: 96, 4: 1228, 6: 5612}
    assert all(code[:2] in known and code[:4] in known for code in known)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_chapter_and_heading_has_a_short_title(language: str) -> None:
    told = titles(language)
    assert set(told) == {code for code in codes() if len(code) < 6}
    assert max(len(text.split()) for text in told.values()) <= 7


def test_titles_in_another_language_are_refused() -> None:
    with pytest.raises(SaringError, match="not written"):
        titles("fr")


def test_what_moved_since_2017() -> None:
    assert is_code("442010", 2017)
    assert not is_code("442010")
    assert not is_code("8806", 2017)
    assert heirs("442010", 2017) == ("442011", "442019")
    assert heirs("8803", 2017) == ("8807",)
    assert heirs("0808", 2017) == ("0808",)
    assert all(is_code(heir) for code in codes(2017) for heir in heirs(code, 2017))
    with pytest.raises(SaringError):
        heirs("8806", 2017)
    with pytest.raises(SaringError):
        codes(1999)


def test_sections() -> None:
    assert [section(code) for code in ("01", "24", "27", "4420", "63", "9306", "97")] == [
        "01", "04", "05", "09", "11", "19", "21",
    ]  # fmt: skip
    assert section("98") is None


def test_words_refine_a_coarser_code() -> None:
    assert refine(Good("new helicopter", hs=("8802",))).hs == ("880212", "880211")
    assert refine(Good("gas condensate", hs=("27",))).hs == ("2709",)


def test_a_given_code_wins_over_words() -> None:
    assert refine(Good("apples", hs=("2007",))).hs == ("2007",)
    assert refine(Good("apples", hs=("080810",))).hs == ("080810",)


def test_words_give_codes_where_none_are_given() -> None:
    assert refine(Good("apples")).hs == ("0808",)
    assert refine(Good("food")).hs == ()
    assert refine(Good("apples, HS 0808100000")).national == "0808100000"


def test_given_codes_are_settled() -> None:
    assert settle(Good(hs=("0808.10",))).hs == ("080810",)
    long = settle(Good(hs=("08081000", "2007")))
    assert (long.hs, long.national) == (("080810", "2007"), "08081000")
    with pytest.raises(SaringError, match="no code of HS 2022"):
        settle(Good(hs=("7701",)))
