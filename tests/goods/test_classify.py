"""Goods phrases to codes: traps, head words, changes by neighbours, given codes, unknown words."""

from __future__ import annotations

import pytest

from saring.goods import classify, fact_hints
from saring.goods.matching import question


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        # meat against fish
        ("meat sausage", "en", "1601"),
        ("sausages of fish", "en", "160420"),
        ("sosis ikan", "id", "160420"),
        ("sosis sapi", "id", "1601"),
        ("рыбная колбаса", "ru", "160420"),
        ("어육 소시지", "ko", "160420"),
        ("fish meal", "en", "2301"),
        # minerals and fuels
        ("natural graphite", "en", "2504"),
        ("artificial graphite", "en", "3801"),
        ("coke", "en", "2704"),
        ("batu bara antrasit", "id", "270111"),
        ("crude oil", "en", "2709"),
        ("газовый конденсат", "ru", "2709"),
        ("ferro-alloys", "en", "7202"),
        # the word that misleads
        ("trolleys", "en", "8716"),
        ("wigs", "en", "6704"),
        ("embroidered paintings", "en", "5810"),
        ("oil painting", "en", "9701"),
        ("accordions", "en", "9205"),
        ("electric accordion", "en", "9207"),
        ("oil tanker", "en", "8901"),
        ("kapal ikan", "id", "8902"),
        ("coal mining equipment", "en", "8430"),
        ("gas masks", "en", "9020"),
        ("suku cadang mobil", "id", "8708"),
        ("parts of aircraft", "en", "8807"),
        ("запчасти к тракторам", "ru", "8708"),
        ("toy cars", "en", "9503"),
        # neighbours that move a code
        ("apple juice", "en", "2009"),
        ("juice of apples", "en", "2009"),
        ("яблоки сушеные", "ru", "0813"),
        ("apel kering", "id", "0813"),
        ("건조 사과", "ko", "0813"),
        ("мороженый минтай", "ru", "0303"),
        ("냉동명태", "ko", "0303"),
        ("canned squid", "en", "1605"),
        ("лом меди", "ru", "7404"),
        # what it is made of, against where from and what for
        ("sosis dari ikan", "id", "160420"),
        ("колбаса из рыбы", "ru", "160420"),
        ("minyak dari kedelai", "id", "1507"),
        ("spare parts for trucks", "en", "8708"),
        ("oil loaded by listed tankers", "en", "2709"),
        ("ships with coal", "en", "8901"),
        ("meat of horses", "en", "0205"),
        # measures and trade words add nothing
        ("sacks of rice", "en", "1006"),
        ("5 karung beras", "id", "1006"),
        ("бутылка водки", "ru", "2208"),
        ("shipments of North Korean coal", "en", "2701"),
        ("북한산석탄을", "ko", "2701"),
        # inflection
        ("яблоками", "ru", "0808"),
        ("коз", "ru", "010420"),
        ("постельного белья", "ru", "6302"),
        ("knives", "en", "8211"),
        ("apel-apelnya", "id", "0808"),
        ("buah-buahan", "id", "08"),
        # brands
        ("limusin Aurus", "id", "8703"),
        ("Shahed-136", "ru", "8806"),
        ("Pantsir-S1", "en", "9301"),
        ("Taedonggang", "en", "2203"),
    ],
)
def test_words_mean_a_code(words: str, language: str, code: str) -> None:
    assert classify(words, language).hs[:1] == (code,)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("birokrasi", "id"),
        ("soil", "en"),
        ("apel pagi", "id"),
        ("apel siaga pasukan", "id"),
        ("bersama", "id"),
        ("", "en"),
    ],
)
def test_what_is_no_goods_is_declined(words: str, language: str) -> None:
    read = classify(words, language)
    assert read.hs == ()
    assert read.breadth is None


def test_a_list_gives_all_its_codes_in_order() -> None:
    read = classify("apel, selai, sosis dan bir", "id")
    assert read.hs == ("0808", "2007", "1601", "2203")
    assert read.breadth == "family"


def test_the_reason_names_the_words_and_the_move() -> None:
    read = classify("яблоки сушеные", "ru")
    assert "'сушеные' moves 0808 to 0813" in read.because
    assert "memindahkan 0808 ke 0813" in classify("яблоки сушеные", "ru", tell="id").because


def test_an_unknown_head_makes_it_vague() -> None:
    assert classify("coal scuttle", "en").breadth == "vague"
    assert classify("цена угля", "ru").breadth == "vague"
    assert classify("coal", "en").breadth == "exact"


def test_the_vague_ask() -> None:
    read = classify("food", "en")
    assert read.breadth == "vague"
    assert read.question == question("food", "en")
    assert read.question != question("food", "en", "id")


def test_the_loser_is_told() -> None:
    assert classify("silk from coal", "en").hs[:1] != ("2701",)
    assert classify("fish sausage machine", "en").runner_up is not None


def test_unknown_words_give_proposals_and_no_codes() -> None:
    read = classify("pomegranite", "en")
    assert read.hs == ()
    assert "0810" in read.proposals
    assert classify("zzzz", "en").proposals == ()


@pytest.mark.parametrize(
    ("words", "code", "national"),
    [
        ("HS 8703.23", "870323", None),
        ("0808", "0808", None),
        ("0808.10.00.00", "080810", "0808100000"),
        ("apples, HS 0808.10", "080810", None),
        ("ТН ВЭД 2701 11 000 0", "270111", "2701110000"),
    ],
)
def test_a_code_among_the_words_wins(words: str, code: str, national: str | None) -> None:
    read = classify(words)
    assert (read.hs, read.national) == ((code,), national)


@pytest.mark.parametrize("words", ["9999", "2024", "12 apples", "7799"])
def test_a_number_that_is_no_code_is_none(words: str) -> None:
    assert classify(words).hs in ((), ("0808",))


def test_without_a_language_the_script_and_the_coverage_choose() -> None:
    assert classify("apples").hs == classify("apel").hs == classify("яблоки").hs == classify("사과").hs == ("0808",)


def test_facts_that_words_tell() -> None:
    assert fact_hints("jet fuel", "en") == {"petroleum_kind": "aviation_fuel"}
    assert fact_hints("sosis ikan", "id")["material"] == "fish"
    assert fact_hints("apples", "en") == {}
