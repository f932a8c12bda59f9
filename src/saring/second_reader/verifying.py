"""From what a model claims to tellings: every word is looked up in the text, and what does not stand there is dropped."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from saring.days import interval
from saring.measures import Fact
from saring.model import (
    Amount,
    Dealing,
    Document,
    FactValue,
    Good,
    Kind,
    Mention,
    Polarity,
    Quote,
    SaringError,
    Span,
    Status,
    When,
)
from saring.second_reader.asking import Vocabulary
from saring.second_reader.places import locate

LONGEST_QUOTE = 800
MOST = 80
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_CODE = re.compile(r"[A-Z]{2,3}")
_UNIT = re.compile(r"[A-Za-z]{1,12}")
GOODS_KINDS = frozenset(("goods", "arms", "aid", "technical_assistance", "military_training", "joint_venture"))


@dataclass
class Verifier:
    """One document, and what was dropped from the claims about it: whole dealings, and details of dealings that stay."""

    document: Document
    vocabulary: Vocabulary
    spotted: Callable[[], tuple[Good, ...]]
    dropped: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)

    def dealings(self, answer: Any, shown: Span, owned: Span) -> Iterator[Dealing]:
        """The tellings of one answer whose quotes begin in the owned stretch; the rest of what is shown is context."""
        claims = answer.get("dealings") if isinstance(answer, dict) else None
        if not isinstance(claims, list):
            self.dropped["wrong type"] += 1
            return
        if len(claims) > MOST:
            self.dropped["too many"] += len(claims) - MOST
        for claim in claims[:MOST]:
            told = self._dealing(claim, shown, owned) if isinstance(claim, dict) else "wrong type"
            if isinstance(told, Dealing):
                yield told
            elif told:
                self.dropped[told] += 1

    def _dealing(self, claim: dict[str, Any], shown: Span, owned: Span) -> Dealing | str:
        """The telling of one claim, or the reason why there is none (empty when another part owns it)."""
        words = claim.get("quote")
        closed = (("kind", Kind), ("status", Status), ("polarity", Polarity))
        if not isinstance(words, str):
            return "wrong type"
        if any(claim.get(name) not in get_args(known) for name, known in closed):
            return "unknown word"
        if len(words) > LONGEST_QUOTE:
            return "quote too long"
        place = locate(self.document.text, words, shown, owned[0])
        if place is None:
            return "quote not in the text"
        if not owned[0] <= place[0] < owned[1]:
            return ""
        if any(noise.start <= place[0] and place[1] <= noise.end for noise in self.document.noise):
            return "quote in noise"
        look = _Look(self, place, shown)
        giving, taking = look.sides(claim.get("from")), look.sides(claim.get("to"))
        if not giving and not taking:
            return "no side"
        kind = cast("Kind", claim["kind"])
        what = look.mention(claim.get("what"), "what")
        when = look.when(claim.get("when"))
        return Dealing(
            kind=kind,
            status=cast("Status", claim["status"]),
            polarity=cast("Polarity", claim["polarity"]),
            from_=giving[0] if giving else None,
            to=taking[0] if taking else None,
            also_from=giving[1:],
            also_to=taking[1:],
            date=when[1] if when else None,
            when=when[0] if when else None,
            what=what.words if what else None,
            goods=look.goods(claim.get("goods")) if kind in GOODS_KINDS else (),
            amount=look.amount(claim.get("amount")),
            said_by=look.mentions(claim.get("said_by"), "said_by"),
            parties=look.parties(claim.get("parties")),
            vehicles=look.mentions(claim.get("vehicles"), "vehicles"),
            facts=look.facts(claim.get("facts")),
            evidence=Quote(*place, self.document.text[slice(*place)]),
        )


@dataclass
class _Look:
    """Looking things up around one quote: first inside it, then nearest to it in the part that was shown."""

    verifier: Verifier
    quote: Span
    shown: Span

    def span(self, words: Any, reason: str) -> Span | None:
        """Where words stand; what is asked for and not there is counted."""
        if words is None or words == "":
            return None
        place = None
        if isinstance(words, str):
            text = self.verifier.document.text
            place = locate(text, words, self.quote, self.quote[0]) or locate(text, words, self.shown, self.quote[0])
        if place is None:
            self.verifier.details[reason] += 1
        return place

    def mention(self, words: Any, reason: str, **more: Any) -> Mention | None:
        place = self.span(words, reason)
        return Mention(words=self.verifier.document.text[slice(*place)], span=place, **more) if place else None

    def mentions(self, given: Any, reason: str) -> tuple[Mention, ...]:
        found = (self.mention(words, reason) for words in self._listed(given, reason))
        return tuple(dict.fromkeys(mention for mention in found if mention))

    def sides(self, given: Any) -> tuple[str, ...]:
        """The countries of one side: known codes whose words stand in the text and are not known to name another."""
        found: dict[str, None] = {}
        for side in self._listed(given, "side"):
            code, words = (side.get("country"), side.get("words")) if isinstance(side, dict) else (None, None)
            if code not in self.verifier.vocabulary.countries or not isinstance(words, str):
                self.verifier.details["side"] += 1
                continue
            place = self.span(words, "side") if words else None
            if place is None:
                self.verifier.details["side"] += not words
                continue
            lands = self.verifier.vocabulary.lands(self.verifier.document.text[slice(*place)])
            if lands and code not in lands:
                self.verifier.details["side"] += 1
            else:
                found[code] = None
        return tuple(found)

    def when(self, given: Any) -> tuple[When, str] | None:
        if not isinstance(given, dict):
            self.verifier.details["date"] += given is not None
            return None
        date, words = given.get("date"), given.get("words")
        place = self.span(words, "date") if words else None
        if place is None or not isinstance(date, str):
            self.verifier.details["date"] += place is not None or not words
            return None
        found = self.verifier.document.text[slice(*place)]
        try:
            first, last = interval(date)
        except SaringError:
            self.verifier.details["date"] += 1
            return None
        years = {int(year) for year in _YEAR.findall(found)}
        if years and not any(int(first[:4]) <= year <= int(last[:4]) for year in years):
            self.verifier.details["date"] += 1
            return None
        return When(found, first, last, place), date

    def goods(self, given: Any) -> tuple[Good, ...]:
        """Goods with their place; codes come from our own spotting there, or later from the words, never from the model."""
        found: dict[tuple[Span | None, str | None], Good] = {}
        for words in self._listed(given, "goods"):
            place = self.span(words, "goods")
            if place is None:
                continue
            ours = [good for good in self.verifier.spotted() if good.span and _meet(good.span, place)]
            for good in ours or [Good(words=self.verifier.document.text[slice(*place)], span=place)]:
                found.setdefault((good.span, good.words), good)
        return tuple(found.values())

    def amount(self, given: Any) -> Amount | None:
        if not isinstance(given, dict):
            self.verifier.details["amount"] += given is not None
            return None
        place = self.span(given.get("words"), "amount")
        if place is None:
            return None
        words = self.verifier.document.text[slice(*place)]
        number, unit = given.get("number"), given.get("unit")
        if number is not None and not _borne_out(number, words):
            self.verifier.details["amount"] += 1
            number = None
        unit = unit if isinstance(unit, str) and _UNIT.fullmatch(unit) else None
        return Amount(words=words, number=float(number) if number is not None else None, unit=unit, span=place)

    def parties(self, given: Any) -> tuple[Mention, ...]:
        found = []
        for party in self._listed(given, "parties"):
            words, code = (party.get("words"), party.get("country")) if isinstance(party, dict) else (0, None)
            known = code if code in self.verifier.vocabulary.countries else None
            found.append(self.mention(words, "parties", country=known))
        return tuple(dict.fromkeys(mention for mention in found if mention))

    def facts(self, given: Any) -> dict[str, FactValue]:
        """Facts of the closed vocabulary, of the right type, each with words of the text that say it."""
        found: dict[str, FactValue] = {}
        for told in self._listed(given, "facts"):
            name, value, quote = (
                told.get(key) if isinstance(told, dict) else None for key in ("name", "value", "quote")
            )
            fact = self.verifier.vocabulary.facts.get(name) if isinstance(name, str) else None
            if fact is None or not fits(value, fact) or not quote:
                self.verifier.details["facts"] += 1
            elif self.span(quote, "facts"):
                found.setdefault(cast("str", name), cast("FactValue", value))
        return {name: found[name] for name in sorted(found)}

    def _listed(self, given: Any, reason: str) -> list[Any]:
        if isinstance(given, list):
            return given[:MOST]
        self.verifier.details[reason] += given is not None
        return []


def fits(value: Any, fact: Fact) -> bool:
    """Whether a value is of the type of its fact, and one of its words."""
    if fact.type == "truth":
        return isinstance(value, bool)
    if fact.type == "number":
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if fact.type == "text-list":
        return isinstance(value, list) and all(isinstance(item, str) for item in value) and not fact.values
    if not isinstance(value, str):
        return False
    if fact.type == "date":
        try:
            interval(value)
        except SaringError:
            return False
        return True
    return value in fact.values if fact.values else bool(_CODE.fullmatch(value))


def _borne_out(number: Any, words: str) -> bool:
    """Whether a number can be what the words say: where they have digits, its leading digits are among them."""
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number) or number < 0:
        return False
    digits = [re.sub(r"\D", "", piece).strip("0") for piece in re.findall(r"\d[\d.,\s]*", words)]
    own = f"{number:.10f}".replace(".", "").strip("0")
    return not digits or own in digits or "".join(digits) == own


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
