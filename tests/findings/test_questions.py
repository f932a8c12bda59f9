"""Questions: only those whose answer can change the verdict, the missing ones first, and the last answer ends them."""

from __future__ import annotations

from typing import Any

import pytest

from saring.findings.questions import Inquiry, possible, questions
from saring.law import load
from saring.model import Dealing, Good, SaringError


def inquiry(**given: Any) -> Inquiry:
    goods = tuple(Good(hs=(code,)) for code in given.pop("hs", ()))
    return Inquiry(Dealing(goods=goods, **given), load())


APPLES = {"kind": "goods", "hs": ("0808",), "from_": "KP", "to": "RU", "date": "2018-01-10"}


TRAINING = {"kind": "military_training", "from_": "RU", "to": "KP", "date": "2025-03-01"}


def test_what_is_missing_is_asked_before_what_is_open() -> None:
    facts = [q.fact for q in questions(inquiry(**TRAINING))]
    now = inquiry(**TRAINING).told()
    assert now.missing == ("arms_related",)
    assert now.open
    assert facts[0] == "arms_related"
    assert len(facts) > 1


def test_every_answer_leads_where_the_question_says() -> None:
    about = inquiry(**APPLES)
    for question in questions(about):
        for answer in question.answers:
            led = about.told({question.fact: answer}).verdict
            assert led in question.verdicts, (question.fact, answer)
        assert len({*question.verdicts, about.told().verdict}) > 1, "a question that moves nothing is not asked"


def test_a_question_is_asked_in_the_language() -> None:
    english = questions(inquiry(**APPLES))[0]
    indonesian = questions(inquiry(**APPLES)._replace(lang="id"))[0]
    fact = load().facts[english.fact]
    assert (english.ask, indonesian.ask) == (fact.ask.en, fact.ask.id)


def test_an_answered_question_is_not_asked_again_and_the_end_comes() -> None:
    about, kinds = inquiry(**APPLES), load().facts
    for _ in range(12):
        asked = questions(about)
        if not asked:
            break
        fact = asked[0].fact
        answer = "2020-01-01" if kinds[fact].type == "date" else asked[0].answers[-1]
        about = about.answered({fact: answer})
        assert fact not in [q.fact for q in questions(about)]
    assert questions(about) == ()


def test_nothing_is_asked_where_nothing_can_change() -> None:
    assert questions(inquiry(kind="goods", hs=("2203",), from_="KP", to="RU", date="2003-07-20")) == ()


def test_answers_fit_the_fact() -> None:
    facts = load().facts
    assert possible(facts["committee_approval"]) == (True, False)
    assert possible(facts["arms_category"]) == facts["arms_category"].values
    assert possible(facts["contract_date"]) == ()
    numbers = possible(facts["cap_reached_share"])
    assert len(numbers) == 2
    assert min(numbers) < 1 < max(numbers)  # type: ignore[operator]


def test_an_answer_outside_the_vocabulary_is_refused_and_not_swallowed() -> None:
    with pytest.raises(SaringError) as caught:
        inquiry(**APPLES).told({"contract_date": "soon"})
    assert caught.value.code == "bad_date"
    with pytest.raises(SaringError) as unknown:
        inquiry(**APPLES).told({"no_such_fact": True})
    assert unknown.value.code == "unknown_fact"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cap_reached_share", True), ("cap_reached_share", "0.5"), ("committee_approval", 1), ("committee_approval", "yes"),
        ("contract_date", 2017), ("passed_through", "KP"), ("arms_category", 3),
    ],
)  # fmt: skip
def test_a_fact_of_another_type_is_refused(name: str, value: Any) -> None:
    """True is no number and 1 is no truth: a wrong type must never be weighed as if it were right."""
    with pytest.raises(SaringError) as caught:
        inquiry(**APPLES).told({name: value})
    assert caught.value.code in ("bad_type", "unknown_word")
    assert name in caught.value.where
