"""The river: what is handed from room to room."""

from __future__ import annotations

import pytest

from saring import river
from saring.model import Classification, Dealing, FactValue, Good


@pytest.fixture(autouse=True)
def goods(monkeypatch: pytest.MonkeyPatch) -> None:
    def classify(words: str, tell: str = "en", *, proposals: bool = True) -> Classification:
        breadth = "vague" if words == "fruit" else "exact"
        return Classification(words=words, hs=("0808",), breadth=breadth, because=f"said in {tell}")  # type: ignore[arg-type]

    def fact_hints(words: str) -> dict[str, FactValue]:
        return {"petroleum_kind": "aviation_fuel"} if "jet" in words else {}

    monkeypatch.setattr("saring.goods.classify", classify)
    monkeypatch.setattr("saring.goods.fact_hints", fact_hints)


def coded(good: Good, lang: str = "en") -> Good:
    return river.coded(good, ("2710",), lang)[0]


def test_words_give_codes_only_where_none_are_given() -> None:
    assert coded(Good(words="apples")).hs == ("0808",)
    assert coded(Good(words="apples", hs=("0810",))).hs == ("0810",)
    assert coded(Good(hs=())) == Good(hs=())


def test_given_codes_are_cut_to_six_digits() -> None:
    cut = coded(Good(hs=("0808.10.80",)))
    assert (cut.hs, cut.national) == (("080810",), "08081080")


def test_vague_words_give_no_codes() -> None:
    vague = coded(Good(words="fruit"))
    assert (vague.hs, vague.breadth) == ((), "vague")


def test_the_reason_is_in_the_language_asked() -> None:
    assert coded(Good(words="apples"), "id").because == "said in id"


def test_words_tell_facts_but_never_against_a_given_one() -> None:
    told = river.completed(Dealing(kind="goods", goods=(Good(words="jet fuel", hs=("2710",)),)))
    assert told.facts == {"petroleum_kind": "aviation_fuel"}
    given = river.completed(Dealing(kind="goods", goods=(Good(words="jet fuel"),), facts={"petroleum_kind": "crude"}))
    assert given.facts == {"petroleum_kind": "crude"}
