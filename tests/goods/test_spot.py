"""Goods phrases in running text: what is found, where, and what is left alone."""

from __future__ import annotations

from time import process_time

import pytest

from saring.goods import classify, spot


def found(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    goods = spot(text, language)
    for good in goods:
        assert good.span is not None
        assert text[slice(*good.span)] == good.words
    return [(good.words or "", good.hs) for good in goods]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Korea Utara menjual apel, selai, sosis, dan bir.", "id", ["0808", "2007", "1601", "2203"]),
        ("Apples and dried fish from the DPRK were sold.", "en", ["0808", "0305"]),
        ("Поставки угля и кедровых орехов выросли.", "ru", ["2701", "0802"]),
        ("북한산 석탄과 수산물을 수출했다.", "ko", ["2701", "03"]),
        ("Пхеньян получил партию мороженого минтая.", "ru", ["0303"]),
        ("Limusin Aurus itu tiba.", "id", ["8703"]),
    ],
)
def test_goods_are_found(text: str, language: str, expected: list[str]) -> None:
    assert [hs[0] for _, hs in found(text, language)] == expected


def test_the_span_holds_the_whole_phrase() -> None:
    assert found("They sent frozen fish north.", "en") == [("frozen fish", ("0303",))]
    assert found("Kapal itu membawa suku cadang mobil.", "id")[-1] == ("suku cadang mobil", ("8708",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Coal prices rose.", "en"),
        ("Harga minyak naik.", "id"),
        ("Цены на нефть выросли.", "ru"),
        ("석탄 가격이 올랐다.", "ko"),
        ("Prajurit mengikuti apel pagi.", "id"),
        ("유엔 안보리는 피의자를 조사했다.", "ko"),
        ("Birokrasi itu lambat.", "id"),
        ("The soil is poor.", "en"),
        ("Ia tahu bahwa Komnas HAM akan datang.", "id"),
    ],
)
def test_what_is_no_goods_is_left_alone(text: str, language: str) -> None:
    assert found(text, language) == []


def test_vague_goods_carry_no_code() -> None:
    (good,) = spot("They asked for food.", "en")
    assert good.hs == ()
    assert good.breadth == "vague"


def test_spans_hold_in_any_text() -> None:
    for text in ("İ apples İ beer", "ЁЛКА и мёд", "석탄…🍎 apples", "", "\n\n", "apples\u00a0and pears"):
        for language in ("en", "id", "ru", "ko"):
            found(text, language)


@pytest.mark.parametrize(("word", "language"), [("석탄", "ko"), ("coal ", "en"), ("apel ", "id"), ("яблоки ", "ru")])
def test_a_word_repeated_without_end_costs_no_more_than_its_length(word: str, language: str) -> None:
    spot(word, language)
    began = process_time()
    spot(word * 10_000, language)
    classify(word * 10_000, language)
    assert process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia ships oil to North Korea.", ["oil"]),
        ("Two ships carried coal.", ["ships", "coal"]),
        ("Sanctions cover ships, coal and fish.", ["ships", "coal", "fish"]),
        ("Moscow trains soldiers and fuels the war.", []),
        ("He is safe now.", []),
        ("They sent boxes of matches.", ["matches"]),
    ],
)
def test_words_that_may_be_verbs_need_their_place(text: str, expected: list[str]) -> None:
    assert [words for words, _ in found(text, "en")] == expected
