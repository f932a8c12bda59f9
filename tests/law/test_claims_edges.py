"""Sentences about the law at the edges of the judge: what is said, which paragraph is meant, and why."""

from __future__ import annotations

from typing import Any

import pytest

from saring.law import load
from saring.law.claims import judge_claim
from saring.law.wording import adopted_in, barrels, ceilings, ended
from saring.model import ClaimSeen, LegalClaim


def judged(quote: str = "…", published: str = "2020-01-01", **given: Any) -> LegalClaim:
    told = {"body": "UN Security Council", **given}
    return judge_claim(
        ClaimSeen(quote=quote, span=(0, len(quote)), language="en", claims=quote, **told), load(), published
    )


@pytest.mark.parametrize(
    ("given", "correct", "provision", "note"),
    [
        ({"effect": "ban"}, None, None, "names no subject"),
        ({"effect": "ban", "year": 2017, "month": 12, "day": 22}, True, "UNSCR-2397", "of that day was adopted"),
        ({"effect": "ban", "year": 2017, "month": 12}, True, "UNSCR-2397", "of that day was adopted"),
        ({"effect": "ban", "year": 2017, "month": 9}, True, "UNSCR-2375", "of that day was adopted"),
        ({"effect": "ban", "year": 2017}, True, "UNSCR-2397", "of that day was adopted"),
        ({"effect": "ban", "year": 2017, "month": 9, "day": 12}, None, None, "names no subject"),
        ({"effect": "permit"}, True, None, "have exceptions"),
        ({"effect": "free"}, True, None, "no measure of this lawbook"),
        ({"effect": "ban", "cited": "2397", "subjects": ("unicorns",)}, True, "UNSCR-2397", "is not compared"),
        ({"effect": "ban", "cited": "2397"}, True, "UNSCR-2397", "limits trade"),
        ({"effect": "ban", "cited": "2397", "subjects": ("trade",)}, True, "UNSCR-2397", "limits trade"),
        ({"effect": "ban", "cited": "2379", "year": 2017, "month": 9}, False, "UNSCR-2375", "likely meant: UNSCR-2375"),
        ({"effect": "ban", "cited": "2379", "year": 2017}, False, "UNSCR-2397", "likely meant: UNSCR-2397"),
        ({"effect": "ban", "cited": "2379"}, False, None, "likely meant: unknown"),
        ({"effect": "ban", "cited": "2397", "year": 2016, "subjects": ("labour",)}, False, "UNSCR-2397", "not in 2016"),
        ({"effect": "duty", "cited": "2397", "year": 2017, "subjects": ("labour",)}, True, "UNSCR-2397-8", "as the paragraph says"),
        ({"effect": "ban", "cited": "2375", "subjects": ("coal",)}, True, "UNSCR-2371-8", "the subject stands in UNSCR-2371-8"),
        ({"effect": "ban", "cited": "2321", "subjects": ("textiles",)}, False, "UNSCR-2375-16", "does not speak of it"),
    ],
)  # fmt: skip
def test_what_a_sentence_means(given: dict[str, Any], correct: bool | None, provision: str | None, note: str) -> None:
    found = judged(**given)
    assert (found.correct, found.provision) == (correct, provision), found.note
    assert note in (found.note or "")


@pytest.mark.parametrize(
    ("quote", "effect", "correct", "note"),
    [
        ("Crude oil is limited to 4 million barrels.", "cap", True, "the ceiling is 4000000"),
        ("Crude oil is limited to 3 million barrels.", "cap", False, "the ceiling is 4000000, not 3000000"),
        ("Crude oil is limited to 300,000 tonnes.", "cap", True, "as the paragraph says"),
        ("Crude oil was 3 million barrels, then 2 million barrels.", "cap", True, "as the paragraph says"),
        ("More than 4 million barrels of crude oil are banned.", "ban", True, "the ceiling is 4000000"),
        ("More than 3 million barrels of crude oil are banned.", "ban", False, "under a ceiling, not banned"),
    ],
)
def test_figures_of_ceilings(quote: str, effect: str, correct: bool, note: str) -> None:
    found = judged(quote, effect=effect, subjects=("crude_oil",))
    assert (found.correct, found.provision) == (correct, "UNSCR-2397-4"), found.note
    assert note in (found.note or "")


def test_figures_in_words() -> None:
    said = {
        "2 ribu barel": "2000", "3 thousand barrels": "3000", "4 тыс. баррелей": "4000", "5천 배럴": "5000", "6千バレル": "6000",
        "7만 톤": "70000", "8万桶": "80000", "9 juta barel": "9000000", "1.5 million tons": "1500000", "2 млн тонн": "2000000",
        "3백만 배럴": "3000000", "1.000.866 ton": "1000866", "7,5 тонн": "7", "525,000 metric tons": "525000",
    }  # fmt: skip
    assert {words: ceilings(words) for words in said} == {words: [number] for words, number in said.items()}
    assert [barrels(w) for w in ("4 bbl", "4 barrels", "4 баррелей", "4배럴", "4バレル", "4桶", "4 tons")] == [
        True
    ] * 6 + [False]


def test_what_is_said_to_have_ended() -> None:
    assert ended("The ban has expired.")
    assert ended("Larangan itu tidak berlaku lagi.")
    assert not ended("The ban has not ended, none of it was lifted.")
    assert not ended("It holds until all measures were lifted.")
    assert ended("It was not known then, and much later in that year the ban was lifted."), (
        "a denial far before is another's"
    )


def test_the_year_of_a_number() -> None:
    for words in (
        "2375 (2017)",
        "2375 of 2017",
        "2375 tahun 2017",
        "2375 от 2017",
        "2375, adopted in 2017",
        "2375 yang disahkan pada tahun 2017",
    ):
        assert adopted_in(words, "2375", 2017), words
    for words in ("2375 in force since 2017", "In 2017 came 2375", "2375 (2016)"):
        assert not adopted_in(words, "2375", 2017), words
