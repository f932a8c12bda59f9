"""Which way a dealing runs as seen from the partner: from it, to it, both, or not known."""

from __future__ import annotations

import re

from saring.findings.answers import NO, SHOWN, YES, Answer
from saring.measures import Flow, Situation
from saring.model import Dealing

# The headings of the exception for goods that only pass through to a port of the partner (2371/8, 2321/26, 2270/29).
_RAJIN_GOODS = ("2701", "2702", "2703", "2704")
# Who takes part is told by these facts even where the sides are silent (law/rules 10 and 14).
_PARTNER_SHOWN = ("dprk_flagged", "dprk_bank", "dprk_owned_or_operated", "dprk_diplomat", "fishing_rights")


def situations_asked(dealing: Dealing, situations: tuple[Situation, ...]) -> tuple[Situation, ...]:
    """The situations that a dealing is asked about: all but those about a partner that it does not name."""
    if not any(s.regime.by_partner for s in situations):
        return situations
    named = {dealing.from_, dealing.to, *dealing.also_from, *dealing.also_to, dealing.facts.get("origin_country")}
    passed = dealing.facts.get("passed_through")
    named.update(passed if isinstance(passed, list) else ())
    return tuple(s for s in situations if not s.regime.by_partner or s.regime.partner in named)


def flows(dealing: Dealing, partner: str, measure: Flow) -> Answer:
    """Whether the dealing runs the way the measure looks; unknown sides are missing."""
    senders = {s for s in (dealing.from_, *dealing.also_from) if s}
    receivers = {s for s in (dealing.to, *dealing.also_to) if s}
    if measure == "none":
        return NO
    if measure == "within":
        return YES if senders | receivers == {partner} else NO
    if senders == {partner} and receivers == {partner}:
        return NO  # inside the partner's own territory nothing is supplied across a border
    outward = _from(dealing, partner, senders, receivers)
    inward = _to(partner, senders, receivers)
    if measure == "from_partner":
        return outward
    if measure == "to_partner":
        return inward
    return _either(dealing, outward, inward)


def _from(dealing: Dealing, partner: str, senders: set[str], receivers: set[str]) -> Answer:
    facts = dealing.facts
    if partner in senders or facts.get("origin_country") == partner:
        return SHOWN
    if facts.get("third_country_origin_via_rajin") is True:
        return SHOWN  # goods that left through a port of the partner: the ban reaches them, its exception may free them
    passed = facts.get("passed_through")
    through = isinstance(passed, list) and partner in passed
    if through and not _is_country(facts.get("origin_country")):
        return Answer(None, missing=("origin_country",), shown=True)  # rules 10: transit through the partner
    if through and _may_need_rajin(dealing):
        if facts.get("third_country_origin_via_rajin") is False:
            return SHOWN  # what only the exception could free, and it is denied (rules 1)
        return Answer(None, missing=("third_country_origin_via_rajin",), shown=True)
    if through and senders and partner not in receivers:
        return Answer(
            None, shown=True
        )  # rules 10: of other goods on their way through nobody can say, whatever their origin
    if senders or partner in receivers:
        return NO
    return Answer(None, missing=("from",), shown=through)


def _is_country(origin: object) -> bool:
    """Whether the origin is known: a code of ISO 3166; words, and the codes XX and ZZ for "unspecified", name no country."""
    return isinstance(origin, str) and re.fullmatch("[A-Z]{2}", origin) is not None and origin not in ("XX", "ZZ")


def _may_need_rajin(dealing: Dealing) -> bool:
    """Whether some of the goods are, or may be, those whose way through the partner the law frees at one port alone."""
    if not dealing.goods:
        return dealing.kind in ("goods", "aid", "transport")
    return any(
        not good.hs
        or any(code.startswith(heading) or heading.startswith(code) for heading in _RAJIN_GOODS for code in good.hs)
        for good in dealing.goods
    )


def _to(partner: str, senders: set[str], receivers: set[str]) -> Answer:
    if partner in receivers:
        return SHOWN
    if receivers or partner in senders:
        return NO
    return Answer(None, missing=("to",))


def _either(dealing: Dealing, outward: Answer, inward: Answer) -> Answer:
    if outward.value is True or inward.value is True:
        return SHOWN
    if any(dealing.facts.get(name) is True for name in _PARTNER_SHOWN):
        return SHOWN
    unknown = [a for a in (outward, inward) if a.value is None]
    if unknown:
        return Answer(None, missing=tuple(m for a in unknown for m in a.missing))
    return NO
