"""Sentences about the law are judged by number, year, subject, strength and direction."""

from __future__ import annotations

import pytest

from saring.law import load, wording
from saring.law.claims import judge_claim
from saring.model import ClaimSeen


def seen(**given: object) -> ClaimSeen:
    return ClaimSeen(quote="…", span=(0, 1), language="en", claims="…", body="UN Security Council", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "published", "correct", "provision"),
    [
        ({"year": 2017, "subjects": ("textiles",), "effect": "ban"}, "2022-11-07", True, "UNSCR-2375-16"),
        ({"year": 2006, "subjects": ("seafood",), "effect": "ban"}, "2018-01-01", False, "UNSCR-2371-9"),
        ({"year": 2016, "subjects": ("coal",), "effect": "ban"}, "2018-01-01", False, "UNSCR-2321-26"),
        ({"subjects": ("refined_oil",), "effect": "ban"}, "2024-04-01", False, "UNSCR-2397-5"),
        ({"subjects": ("refined_oil",), "effect": "cap"}, "2024-04-01", True, "UNSCR-2397-5"),
        ({"cited": "2379", "year": 2017, "month": 12, "subjects": ("labour",), "effect": "duty"}, "2020-01-01", False, "UNSCR-2397-8"),
        ({"cited": "2379", "year": 2017, "month": 12, "effect": "ban"}, "2020-01-01", False, "UNSCR-2397"),
        ({"cited": "2371", "subjects": ("seafood",), "effect": "ban"}, "2018-01-01", True, "UNSCR-2371-9"),
        ({"cited": "2371", "subjects": ("textiles",), "effect": "ban"}, "2018-01-01", False, "UNSCR-2375-16"),
        ({"subjects": ("textiles",), "effect": "free", "flow": "to_partner"}, "2017-10-20", True, None),
        ({"subjects": ("textiles",), "effect": "free", "flow": "from_partner"}, "2017-10-20", False, "UNSCR-2375-16"),
        ({"subjects": ("luxury",), "effect": "ban", "flow": "from_partner"}, "2020-01-01", False, "UNSCR-1718-8(a)(iii)"),
        ({"effect": "duty"}, "2022-11-07", True, None),
        ({"subjects": ("textiles",), "effect": "ban"}, "2017-09-10", False, "UNSCR-2375-16"),
    ],
)  # fmt: skip
def test_claims(given: dict[str, object], published: str, correct: bool, provision: str | None) -> None:
    judged = judge_claim(seen(**given), load(), published)
    assert (judged.correct, judged.provision) == (correct, provision), judged.note


@pytest.mark.parametrize(
    ("body", "subjects", "year", "correct"),
    [
        ("US Treasury", (), 2020, True),
        ("Departemen Keuangan AS", (), None, True),
        ("US Treasury", ("labour",), 2017, True),
        ("US Treasury", ("labour",), 2010, False),
        ("日本政府", ("trade",), None, True),
        ("European Union", ("coal",), 2020, None),
        ("Ruritania", ("coal",), 2020, None),
    ],
)
def test_national_law(body: str, subjects: tuple[str, ...], year: int | None, correct: bool | None) -> None:
    claim = ClaimSeen(
        quote="…", span=(0, 1), language="en", claims="…", body=body, subjects=subjects, effect="ban", year=year
    )
    judged = judge_claim(claim, load(), "2020-01-01")
    assert (judged.correct, judged.provision) == (correct, None), judged.note


def test_topics_say_what_the_measures_say() -> None:
    situation = load().situations[0]
    periods = {(r.id, r.measure.in_force.from_) for r in situation.rules}
    for topic in situation.topics:
        for held in topic.holds:
            assert (held.provision, held.in_force.from_) in periods, (topic.subject, held)


def worded(quote: str, **given: object) -> bool | None:
    """How a sentence is judged whose words count."""
    claim = ClaimSeen(quote=quote, span=(0, len(quote)), language="en", claims=quote, **given)  # type: ignore[arg-type]
    return judge_claim(claim, load(), "2024-04-01").correct


@pytest.mark.parametrize(
    ("quote", "given", "correct"),
    [
        ("Pyongyang spoke of an illegal “sanctions resolution” of the Council.", {"effect": "ban", "body": "Council"}, False),
        ("It is illegal under the resolution to buy coal.", {"effect": "ban", "subjects": ("coal",), "body": "UN"}, True),
        ("U.N. sanctions forbid any trade with the North.", {"effect": "ban", "subjects": ("trade",), "body": "U.N."}, False),
        ("Резолюция запретила вывозить любые продукты питания.", {"effect": "ban", "cited": "2397"}, False),
        ("Резолюция запретила вывозить продовольствие.", {"effect": "ban", "cited": "2397", "subjects": ("food",)}, True),
        ("The bans of 2017 were from America, not from the United Nations.", {"effect": "ban", "year": 2017}, False),
        ("The ban on coal is no longer in force.", {"effect": "ban", "subjects": ("coal",), "body": "UN"}, False),
        ("No ban on coal has been lifted.", {"effect": "ban", "subjects": ("coal",), "body": "UN"}, True),
        ("Wigs are legal under U.N. rules.", {"effect": "free", "body": "U.N."}, True),
        ("Crude oil is limited to 500,000 barrels a year.", {"effect": "cap", "subjects": ("crude_oil",)}, False),
        ("Crude oil is limited to 4 million barrels a year.", {"effect": "cap", "subjects": ("crude_oil",)}, True),
        ("원유를 50만 배럴로 제한했다.", {"effect": "cap", "subjects": ("crude_oil",)}, False),
        ("정제유를 50만 배럴로 제한했다.", {"effect": "cap", "subjects": ("refined_oil",)}, True),
        ("No country may give work permits to North Koreans.",
         {"effect": "ban", "cited": "2375", "subjects": ("labour",), "flow": "to_partner"}, True),
        ("Resolution 2270 bans all coal exports.", {"effect": "ban", "cited": "2270", "subjects": ("coal",)}, False),
        ("Resolusi 1718 tahun 2008 melarang barang mewah.",
         {"effect": "ban", "cited": "1718", "year": 2008, "subjects": ("luxury",)}, False),
        ("Sejak 2008 barang mewah dilarang resolusi 1718.",
         {"effect": "ban", "cited": "1718", "year": 2008, "subjects": ("luxury",)}, True),
        ("Impor dibatasi oleh AS sejak Desember 2017.",
         {"effect": "cap", "subjects": ("trade",), "body": "AS", "year": 2017, "month": 12}, False),
    ],
)  # fmt: skip
def test_words_that_decide(quote: str, given: dict[str, object], correct: bool) -> None:
    assert worded(quote, **given) is correct


def test_amounts_are_read_as_numbers() -> None:
    assert wording.ceilings("500,000 barrels") == ["500000"]
    assert wording.ceilings("0,5 juta barel atau 500.000 barel") == ["500000", "500000"]
    assert wording.ceilings("50만 배럴") == ["500000"]
    assert wording.ceilings("1.2.3 tonnes and 4 million barrels") == ["4000000"]


def test_a_ceiling_said_as_a_ban_is_that_of_the_resolution_cited() -> None:
    quote = "Resolution 2321 banned buying coal in excess of 7.5 million tons."
    claim = ClaimSeen(
        quote=quote, span=(0, 1), language="en", claims=quote, cited="2321", subjects=("coal",), effect="cap"
    )
    judged = judge_claim(claim, load(), "2017-06-01")
    assert (judged.correct, judged.provision) == (True, "UNSCR-2321-26")


def test_a_state_that_bans_all_trade_is_not_the_council() -> None:
    quote = "Taiwan telah melarang semua perdagangan dengan Korea Utara."
    claim = ClaimSeen(quote=quote, span=(0, 1), language="id", claims=quote, subjects=("trade",), effect="ban")
    assert judge_claim(claim, load(), "2018-01-29").correct is not False
