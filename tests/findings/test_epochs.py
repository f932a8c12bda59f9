"""Rules that are left unasked would have said nothing: asked of every rule, a dealing gets the same answer."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from tests.findings.strategies import BOOK, dealings

from saring.findings import judge
from saring.findings.epochs import Epoch
from saring.model import Dealing

MANY = int(os.environ.get("SARING_MANY", "400"))


@settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(dealings)
def test_every_rule_asked_gives_the_same_answer(dealing: Dealing) -> None:
    chosen = judge(dealing, BOOK)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Epoch, "concerned", lambda self, *_: list(self.rules))
        assert judge(dealing, BOOK) == chosen


def test_few_rules_are_asked_of_a_dealing_without_goods() -> None:
    situation = next(s for s in BOOK.of("UN") if s.regime.partner == "KP")
    epoch = Epoch(situation, "2024-01-01", BOOK.facts)
    asked = epoch.concerned(Dealing(kind="labour", from_="KP", to="RU"), frozenset())
    assert asked
    assert all("labour" in rule.kinds for rule in asked)
