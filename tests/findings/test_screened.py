"""What lists say of names: a strong hit asks for confirmation, a weaker one stays open, none asked is said."""

from __future__ import annotations

import msgspec

from saring.findings import judge
from saring.law import load
from saring.model import Dealing, Good, Hit, Mention, Screened

BEER = Dealing(
    kind="goods",
    from_="KP",
    to="RU",
    date="2025-06-01",
    goods=(Good(hs=("2203",)),),
    parties=(Mention(name="Korea Brewing", country="KP"),),
)
WEAK = Hit(list="UN-1718", id="KPe.001", name="Korea Brewery", score=0.9)
STRONG = Hit(list="UN-1718", id="KPe.001", name="Korea Brewing", score=1.0, strong=True)


def test_without_lists_the_answer_says_so() -> None:
    answer = judge(BEER, load())
    assert (answer.verdict, answer.lists) == ("not_covered", {})
    assert any("No list" in line for line in answer.caveats)


def test_a_weak_hit_stays_open() -> None:
    answer = judge(BEER, load(), screened=Screened(lists={"UN-1718": "2026-02-27"}, hits=(("designated_party", WEAK),)))
    assert (answer.verdict, answer.hits) == ("not_covered", (WEAK,))
    assert "designated_party" in answer.open
    assert answer.lists == {"UN-1718": "2026-02-27"}
    assert any("UN-1718 (2026-02-27)" in line for line in answer.caveats)


def test_a_strong_hit_asks_to_confirm_the_match() -> None:
    answer = judge(
        BEER, load(), screened=Screened(lists={"UN-1718": "2026-02-27"}, hits=(("designated_party", STRONG),))
    )
    assert (answer.verdict, answer.findings[0].provision) == ("undetermined", "UNSCR-1718-8(d)")
    assert answer.missing == ("designated_party",)


def test_a_confirmed_match_applies_the_freeze() -> None:
    confirmed = msgspec.structs.replace(BEER, facts={"designated_party": True})
    answer = judge(
        confirmed, load(), screened=Screened(lists={"UN-1718": "2026-02-27"}, hits=(("designated_party", STRONG),))
    )
    assert (answer.verdict, answer.findings[0].provision) == ("prohibited", "UNSCR-1718-8(d)")


def test_another_list_touches_no_fact_of_this_law() -> None:
    answer = judge(BEER, load(), screened=Screened(lists={"OFAC": "2019-01-01"}, hits=(("", STRONG),)))
    assert (answer.verdict, answer.hits) == ("not_covered", (STRONG,))
