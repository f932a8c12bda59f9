"""The reviewer's list: what two readers have alike is left out, what only one has or has otherwise is in it."""

from __future__ import annotations

from typing import Any

import msgspec

from saring.model import Dealing, Determination, Good, Quote
from saring.second_reader import compare


def dealing(number: int = 1, **more: Any) -> Dealing:
    given: dict[str, Any] = {
        "kind": "goods", "status": "done", "from_": "KP", "to": "RU", "date": "2025-03", "what": "apples",
        "goods": (Good(words="apples", hs=("0808",), span=(5, 11)),), "evidence": Quote(0, 40, "a sentence"), **more,
    }  # fmt: skip
    return Dealing(id=f"d{number}", **given)


BEER: dict[str, Any] = {"what": "beer", "goods": (Good(words="beer", hs=("2203",), span=(20, 24)),)}


def listed(ours: list[Dealing], theirs: list[Dealing]) -> list[tuple[Any, ...]]:
    return [
        (each.sort, each.built_in, each.llm and each.llm.id, [d.key for d in each.differences])
        for each in compare(ours, theirs)
    ]


def test_what_both_have_alike_is_not_listed() -> None:
    assert compare([dealing()], [dealing(7)]) == ()
    assert compare([dealing(), dealing(2, **BEER)], [dealing(1, **BEER), dealing(2)]) == ()


def test_goods_of_one_sentence_are_told_apart() -> None:
    assert listed([dealing(), dealing(2, **BEER)], [dealing()]) == [("only_built_in", "d2", None, [])]
    assert listed([dealing()], [dealing(), dealing(2, **BEER)]) == [("only_llm", None, "d2", [])]


def test_each_key_that_differs_is_named_with_both_values() -> None:
    changes: dict[str, dict[str, Any]] = {
        "status": {"status": "alleged"},
        "kind": {"kind": "aid"},
        "polarity": {"polarity": "enforcement"},
        "from": {"from_": None},
        "to": {"also_to": ("CN",)},
        "date": {"date": None},
        "goods": {"goods": (Good(words="apples", hs=("2008",), span=(5, 11)),)},
    }
    for key, change in changes.items():
        assert listed([dealing()], [dealing(5, **change)]) == [("differs", "d1", "d5", [key])]
    (both,) = compare([dealing()], [dealing(status="alleged")])
    assert (both.differences[0].built_in, both.differences[0].llm) == ("done", "alleged")


def test_verdicts_are_compared() -> None:
    def judged(verdict: Any) -> tuple[Determination, ...]:
        return (Determination("1", "UN", verdict, "2025", "date", "L1"),)

    ours, theirs = dealing(determinations=judged("prohibited")), dealing(determinations=judged("exempt"))
    assert listed([ours], [theirs]) == [("differs", "d1", "d1", ["verdict"])]


def test_the_same_goods_far_away_and_otherwise_are_two_dealings() -> None:
    other = dealing(2, evidence=Quote(500, 540, "another"), date="2019", status="denied", from_="RU", to="KP",
                    goods=(Good(words="coal", hs=("2701",), span=(505, 509)),), what="coal")  # fmt: skip
    assert [each[0] for each in listed([dealing()], [other])] == ["only_built_in", "only_llm"]


def test_the_list_follows_the_text_and_not_the_order_of_the_answer() -> None:
    ours = [dealing(n, evidence=Quote(n * 100, n * 100 + 50, "s"), goods=(), kind="labour") for n in (1, 2, 3)]
    theirs = [
        msgspec.structs.replace(each, status="planned" if each.id == "d2" else each.status)
        for each in reversed(ours)
        if each.id != "d1"
    ]
    assert listed(ours, theirs) == [("only_built_in", "d1", None, []), ("differs", "d2", "d2", ["status"])]
    assert compare(ours, theirs) == compare(ours, theirs[::-1])
    assert compare([], []) == ()
