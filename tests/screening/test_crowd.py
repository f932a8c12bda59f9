"""Among many names that share their words the right one is found: the budgets of the search cost no answer."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from saring.screening.entry import Alias, Listed, ListedKind, ListFile
from saring.screening.search import Screener

SYLLABLES = "Ryon Myong Sok Tae Pong Chon Hyok Nam Song Kwang Un Il".split()
SURNAMES = "Kim Ri Pak Choe Chong Kang Cho Yun Chang Rim".split()
BODIES = ("Trading Corporation", "Shipping Company", "General Bureau", "Technology Exchange Centre")
PAIRS = list(permutations(SYLLABLES, 2))
PERSONS = [f"{surname} {one} {two}" for surname in SURNAMES for one, two in PAIRS]
COMPANIES = [f"Korea {one}{two.lower()} {body}" for body in BODIES for one, two in PAIRS]
PLAIN = "Northern River Silver Bridge Harbour Eastern Granite Valley Summer Copper Meadow Window".split()
WORDY = [" ".join(words) for words in combinations(PLAIN, 3)]


@pytest.fixture(scope="module")
def crowd() -> Screener:
    """Some two thousand names in which every word is common."""
    kinds: tuple[tuple[ListedKind, list[str]], ...] = (
        ("person", PERSONS),
        ("organisation", COMPANIES),
        ("organisation", WORDY),
    )
    entries = tuple(Listed("T", name, kind, (Alias(name),)) for kind, names in kinds for name in names)
    return Screener([ListFile("T", "test", "t", "2030-01-01", "2030-01-01", "0" * 64, entries)])


def lost(screener: Screener, bent: dict[str, str]) -> list[str]:
    """The bent names that do not lead to the name they come from, first or second."""
    return [way for way, name in bent.items() if name not in [h.id for h in screener.search(way, limit=2)]]


def test_names_as_they_stand(crowd: Screener) -> None:
    names = [*PERSONS[::9], *COMPANIES[::5], *WORDY[::3]]
    assert lost(crowd, {name: name for name in names}) == []


def test_given_names_written_together_or_joined(crowd: Screener) -> None:
    bent = {}
    for name in PERSONS[::23]:
        surname, one, two = name.split()
        bent[f"{surname.upper()}, {one}-{two.lower()}"] = name
        bent[f"{surname} {one}{two.lower()}"] = name
    assert lost(crowd, bent) == []


def test_a_slip_of_the_finger_and_other_terms(crowd: Screener) -> None:
    bent = {}
    for name in COMPANIES[::17]:
        _, own, *body = name.split()
        bent[f"{own} {' '.join(body)}"] = name
        bent[f"Korea {own}{own[-1]} {' '.join(body)}"] = name
        bent[f"Korea {own} {' '.join(body)} Co., Ltd."] = name
    assert lost(crowd, bent) == []


def test_words_in_another_order_one_misspelt_or_joined(crowd: Screener) -> None:
    bent = {}
    for name in WORDY[::11]:
        one, two, three = name.split()
        bent[f"{three} {one} {two}"] = name
        bent[f"{one} {two} {three[:-1]}"] = name
        bent[f"{one[:3]}{one[4:]} {two} {three}"] = name
        bent[f"{one}{two.lower()} {three}"] = name
        bent[f"{one} {two}{three.lower()}"] = name
    assert lost(crowd, bent) == []
