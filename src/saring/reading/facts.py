"""The facts of the law's vocabulary that a dealing's words answer; what the text does not say is left out."""

from __future__ import annotations

import re

from saring.model import FactValue
from saring.reading.binding import Bound
from saring.reading.roles import Sides
from saring.reading.scene import Scene

PASSENGERS = frozenset(("flight", "train", "route", "ticket", "tour", "tourist"))
CORRESPONDENT = re.compile(
    r"correspondent (?:bank(?:ing)? )?(?:account|relation)|rekening koresponden|(?:корреспондентск|кореспондентськ)\w+ (?:счет|счёт|рахунк|рахунок|отношени)"
    r"|환거래|코레스|コルレス|代理行"
)
CASH = re.compile(
    r"\b(?:in cash|bulk cash|suitcases? (?:full )?of cash|uang tunai|secara tunai|наличн\w+|готівк\w+)\b|현금|現金|现金"
)
MILITARY = frozenset(("weapon", "soldier", "pilot"))


def facts(bound: Bound, scene: Scene, sides: Sides, origin: str | None, partner: str) -> dict[str, FactValue]:
    """The facts of one dealing."""
    found: dict[str, FactValue] = dict(bound.way.facts)
    found |= {"committee_exemption": True} if bound.exempt else {}
    themes = {theme.kind for theme in bound.themes}
    if bound.kind == "transport" and "transport_act" not in found:
        act = _transport(bound, themes)
        if act:
            found["transport_act"] = act
    elif bound.kind == "finance":
        found |= {name: value for name, value in _finance(bound, scene).items() if name not in found}
    elif bound.kind == "diplomacy":
        found["diplomacy_act"] = _diplomacy(bound, sides, partner)
    elif bound.kind == "labour" and bound.way.polarity == "act":
        found["earns_income_abroad"] = True
        if "permit" in themes and bound.name in ("employ", "receive"):
            found["running_work_permit"] = False  # the text tells that permits are given, not that they run
    elif bound.kind in ("military_training", "technical_assistance"):
        near = {theme.kind for theme in scene.themes}
        if near & MILITARY:
            found["arms_related"] = True
    elif bound.kind == "science":
        found["science_act"] = "teaching" if bound.name == "train" or "student" in themes else "cooperation"
    for notice in scene.labelled("notice"):
        found.setdefault(notice.entry.value, True)
    if bound.kind in ("goods", "arms") and origin == partner and sides.giver not in (None, partner):
        found["origin_country"] = partner
    return {name: found[name] for name in sorted(found)}


def _finance(bound: Bound, scene: Scene) -> dict[str, FactValue]:
    """What a dealing in money is: a theft, an account of one bank with another, or a transfer, and whether in cash."""
    if bound.name == "steal":
        return {"finance_act": "theft"}
    start, end = scene.sentence.start, scene.sentence.end
    correspondent = CORRESPONDENT.search(scene.folded, start, end) is not None
    found: dict[str, FactValue] = {"finance_act": "correspondent_relations" if correspondent else "transfer"}
    if CASH.search(scene.folded, start, end):
        found["bulk_cash"] = True
    return found


def _transport(bound: Bound, themes: set[str]) -> str | None:
    if bound.name == "seize":
        return "impounding"
    if themes & PASSENGERS and not themes & {"ship"}:
        return "passenger_service"
    if "ship" in themes:
        return "port_entry" if bound.name == "travel" else "carriage"
    return None


def _diplomacy(bound: Bound, sides: Sides, partner: str) -> str:
    if bound.name == "expel":
        return "expulsion"
    if bound.name in ("visit", "travel") and sides.giver == partner:
        return "travel_or_entry"
    return "talks_or_treaty"
