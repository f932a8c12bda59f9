"""What is asked of one dealing: its facts with what stands in for them, its day, and the code looked at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from saring.days import Interval, interval
from saring.findings.answers import Answer
from saring.findings.sides import flows
from saring.measures import Fact, Flow
from saring.model import Dealing, FactValue

# An act of both sides alike has no giver: nothing hangs on which side stands first (contract section 2).
_OF_BOTH_SIDES = ("joint_venture", "diplomacy")


# Kinds of which goods are the very subject, so that unnamed goods are a missing fact.
_GOODS_KINDS = ("goods", "aid")
_ACT_FACTS = (
    "finance_act",
    "transport_act",
    "science_act",
    "diplomacy_act",
    "fishing_rights",
    "fishing_in_dprk_waters",
)


class Asking:
    """One dealing on one stretch of days, with one code (or none) in view.

    Facts are those given, then those that the dealing itself settles, then the stand-ins of the vocabulary.
    """

    def __init__(self, dealing: Dealing, vocabulary: Mapping[str, Fact], days: Interval, partner: str) -> None:
        self.dealing = dealing
        self.vocabulary = vocabulary
        self.days = days
        self.partner = partner
        self.code: str | None = None
        self.coded = bool(dealing.goods) and any(g.hs for g in dealing.goods)
        self.settled = _settled(dealing, partner)
        self.raised: frozenset[str] = frozenset()
        self.goods_unknown = False
        self._ways: dict[Flow, Answer] = {}

    @property
    def told(self) -> frozenset[str]:
        """The names of all facts that the dealing tells, settles or raises."""
        return frozenset((*self.dealing.facts, *self.settled, *self.raised))

    def way(self, flow: Flow) -> Answer:
        """Whether the dealing runs as a measure looks."""
        known = self._ways.get(flow)
        if known is None:
            known = self._ways[flow] = flows(self.dealing, self.partner, flow)
        return known

    def with_code(self, code: str | None, *, unknown: bool = False) -> Asking:
        """The same dealing with one code in view; `unknown`: there are goods, and nobody knows which."""
        other = object.__new__(Asking)
        other.__dict__.update(self.__dict__)
        other.code = code
        other.goods_unknown = unknown
        return other

    @cached_property
    def views(self) -> list[list[Asking]]:
        """The dealing as a measure about goods looks at it: once for each good, and there once for each possible code.

        Asked for once all triggers are raised; each view is a copy.
        """
        if not self.coded:
            return [[self._without_code()]]
        return [[self.with_code(code) for code in good.hs] or [self._without_code()] for good in self.dealing.goods]

    def _without_code(self) -> Asking:
        facts = self.dealing.facts
        unknown = self.dealing.kind in _GOODS_KINDS and not any(name in facts for name in _ACT_FACTS)
        return self.with_code(None, unknown=unknown)

    def value(self, name: str) -> FactValue | None:
        """The value of a fact, or None when it is not known."""
        given = self.dealing.facts.get(name)
        if given is not None:
            return given
        if name in self.settled:
            return self.settled[name]
        return self._stand_in(name)

    def given(self, name: str) -> bool:
        """Whether the dealing itself says it (a stand-in shows nothing)."""
        return name in self.dealing.facts or name in self.settled

    def dates(self, name: str) -> Interval | None:
        """A date fact as an interval; `date` is the stretch of days that is asked about."""
        if name == "date":
            return self.days
        value = self.dealing.facts.get(name)
        if isinstance(value, str):
            return interval(value, f"facts.{name}")
        fact = self.vocabulary.get(name)
        return self.days if fact is not None and fact.else_ == "date" and self.dated else None

    @cached_property
    def dated(self) -> bool:
        """Whether somebody gave the date (law/rules 8: an absent date settles nothing)."""
        return self.dealing.date is not None

    def _stand_in(self, name: str) -> FactValue | None:
        fact = self.vocabulary.get(name)
        if fact is None:
            return None
        if fact.else_by_code and self.code:
            fits = [prefix for prefix in fact.else_by_code if self.code.startswith(prefix)]
            if fits:
                return fact.else_by_code[max(fits, key=len)]
        if fact.else_ == "from" and self.dealing.kind not in _OF_BOTH_SIDES:
            return self.dealing.from_
        if fact.else_ == "to":
            return self.dealing.to
        return None


def _settled(dealing: Dealing, partner: str) -> dict[str, FactValue]:
    """Facts that the kind of a dealing answers by itself (law/rules 3, 14, 18)."""
    facts: dict[str, FactValue] = {}
    if dealing.kind == "joint_venture" and dealing.facts.get("wholly_dprk_owned") is not True:
        facts["joint_entity"] = True
    if dealing.kind == "troops" and dealing.from_ == partner:
        facts["dprk_armed_forces_member"] = True
    return facts
