"""Goods that passed through the partner: their way keeps them undetermined, and an origin that is known is not asked for."""

from __future__ import annotations

from typing import Any

import pytest

from saring.findings import judge
from saring.law import load
from saring.model import Dealing, Determination, Good

HEADINGS = ("6202", "2614", "2601", "0306", "8471", "2505", "4403", "9706", "7403", "2710")


def of(code: str | None, *, sender: str | None = "CN", kind: Any = "goods", **facts: Any) -> Determination:
    goods = (Good(hs=(code,)),) if code else ()
    facts = {"passed_through": ["KP"], **facts}
    return judge(Dealing(kind=kind, from_=sender, to="RU", date="2022-11-06", goods=goods, facts=facts), load())


@pytest.mark.parametrize("code", HEADINGS)
def test_a_known_origin_elsewhere_is_not_asked_for_again_and_leaves_the_way_undetermined(code: str) -> None:
    """Law/rules 10: goods other than coal in transit through the partner are undetermined, whatever their origin."""
    found, unknown = of(code, origin_country="CN"), of(code)
    assert found.verdict == unknown.verdict
    assert "origin_country" not in found.missing
    assert all(f.because for f in found.findings)


@pytest.mark.parametrize("code", HEADINGS)
def test_goods_of_the_partner_stay_what_they_are_without_the_way(code: str) -> None:
    """Where the ban on exports reaches goods from the partner, its origin and an unknown one are never not covered."""
    sold = of(code, sender="KP", passed_through=["CN"])
    assert of(code, origin_country="KP").verdict == sold.verdict
    for origin in ({}, {"origin_country": "unspecified"}, {"origin_country": "World"}):
        found = of(code, **origin)
        if sold.verdict == "not_covered":
            assert found.verdict == "not_covered"
        else:
            assert (found.verdict, "origin_country" in found.missing) == ("undetermined", True), origin


@pytest.mark.parametrize("origin", ["CN", "RU", "KP", None])
def test_what_the_partner_sells_is_banned_whatever_the_origin(origin: str | None) -> None:
    assert of("6202", sender="KP", **({"origin_country": origin} if origin else {})).verdict == "prohibited"


def test_an_unknown_sender_is_asked_for() -> None:
    found = of("6202", sender=None, origin_country="CN")
    assert (found.verdict, found.missing) == ("undetermined", ("from",))


@pytest.mark.parametrize("code", ["2701", "2702", "2703", "2704", "270112", "27", None])
def test_coal_needs_its_port(code: str | None) -> None:
    """Only Rajin frees coal of another origin (law/rules 1 and 10); what may be coal counts as it."""
    found = of(code, origin_country="CN")
    assert found.verdict == "undetermined"
    assert "third_country_origin_via_rajin" in found.missing
    assert "origin_country" not in found.missing
    if code and len(code) > 2:
        assert of(code, origin_country="CN", third_country_origin_via_rajin=False).verdict == "prohibited"
        assert of(code, origin_country="CN", third_country_origin_via_rajin=True).verdict == "restricted"
