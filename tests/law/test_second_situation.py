"""Two situations under one regime: each is asked where it belongs, and neither disturbs the other's days."""

from __future__ import annotations

import pytest

from saring.findings import judge
from saring.findings.sides import situations_asked
from saring.law import load
from saring.model import Dealing, Determination


def told(**given: object) -> Determination:
    return judge(Dealing(**given), load())  # type: ignore[arg-type]


def test_arms_from_iran_fall_in_the_gap_and_out_of_it_again() -> None:
    gap = told(kind="arms", what="Shahed drones", from_="IR", to="RU", date="2025-07-15")
    assert gap.verdict == "not_covered"
    assert not gap.contested
    after = told(kind="arms", what="Shahed drones", from_="IR", to="RU", date="2025-11-15")
    assert (after.verdict, after.findings[0].provision) == ("prohibited", "UNSCR-1747-5")
    assert [c.id for c in after.contested] == ["snapback"]
    assert {r.verdict for r in after.contested[0].readings} == {"prohibited", "not_covered"}


def test_a_day_on_either_side_of_the_return_is_undetermined() -> None:
    unsure = told(kind="arms", from_="IR", to="RU", date="2025-09-20/2025-10-05")
    assert (unsure.verdict, unsure.missing) == ("undetermined", ("date",))


def test_a_dealing_that_does_not_name_iran_is_not_asked_about_it() -> None:
    korean = told(kind="arms", from_="RU", to="KP", date="2025-11-15")
    assert not any("1737" in p or "1747" in p or "1929" in p for p in korean.checked)
    assert not any("1747" in line for line in korean.caveats)


@pytest.mark.parametrize(
    "named",
    [
        {"from_": "IR"}, {"to": "IR"}, {"also_to": ("IR",)}, {"also_from": ("IR",)},
        {"facts": {"origin_country": "IR"}}, {"facts": {"passed_through": ["IR"]}},
    ],
)  # fmt: skip
def test_every_way_of_naming_the_partner_counts(named: dict[str, object]) -> None:
    situations = load().of("UN")
    dealing = Dealing(kind="arms", **named)  # type: ignore[arg-type]
    assert {s.regime.partner for s in situations_asked(dealing, situations)} == {"KP", "IR"}
    assert {s.regime.partner for s in situations_asked(Dealing(kind="arms"), situations)} == {"KP"}


def test_a_dealing_between_both_is_judged_under_both_and_the_days_stay_apart() -> None:
    # 2017 is one stretch for Iran and many for the DPRK: the verdict on Iran's side must not be called uncertain.
    both = told(kind="arms", from_="IR", to="KP", date="2017", facts={"arms_category": "heavy"})
    verdicts = {f.provision: f.verdict for f in both.findings}
    assert verdicts["UNSCR-2231-B.6(b)"] == "prohibited"
    assert verdicts["UNSCR-1874-10"] == "prohibited"
    assert "date" not in both.missing


def test_the_main_situation_is_the_one_that_is_always_asked() -> None:
    main = load().main("UN")
    assert main is not None
    assert main.regime.partner == "KP"
    assert load().main("EU") is None
