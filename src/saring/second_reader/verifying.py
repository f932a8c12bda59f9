"""From what a model claims to tellings: every word is looked up in the text, and what does not stand there is dropped."""

from __future__ import annotations

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
MOST_OF_A_KEY = 20
LARGEST = 1e18  # also leaves out what is no number, and whole numbers that no float can hold
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

    def place(self, words: Any) -> Span | None:
        """Where words stand, if they do."""
        if not isinstance(words, str) or not words:
            return None
        text = self.verifier.document.text
        return locate(text, words, self.quote, self.quote[0]) or locate(text, words, self.shown, self.quote[0])

    def span(self, words: Any, reason: str) -> Span | None:
        """Where words stand; what is claimed and not there is counted."""
        place = self.place(words)
        if place is None:
            self._count(reason, words)
        return place

    def mention(self, words: Any, reason: str, **more: Any) -> Mention | None:
        place = self.span(words, reason)
        return Mention(words=self.verifier.document.text[slice(*place)], span=place, **more) if place else None

    def mentions(self, given: Any, reason: str) -> tuple[Mention, ...]:
        found = (self.mention(words, reason) for words in self._listed(given, reason))
        return tuple(dict.fromkeys(mention for mention in found if mention))

    def sides(self, given: Any) -> tuple[str, ...]:
        """The countries of one side, each once, the main one first."""
        found: dict[str, None] = {}
        for side in self._listed(given, "side"):
            code = self._side(side) if isinstance(side, dict) else None
            if code is None:
                self.verifier.details["side"] += 1
            else:
                found[code] = None
        return tuple(found)

    def _side(self, side: dict[str, Any]) -> str | None:
        """A known code whose words stand in the text and are not known to name another country."""
        code, place = self._country(side.get("country")), self.place(side.get("words"))
        if code is None or place is None:
            return None
        lands = self.verifier.vocabulary.lands(self.verifier.document.text[slice(*place)])
        return code if not lands or code in lands else None

    def _country(self, code: Any) -> str | None:
        return code if isinstance(code, str) and code in self.verifier.vocabulary.countries else None

    def when(self, given: Any) -> tuple[When, str] | None:
        """The words of a date and the date, where it is in the calendar and in no other year than the words say."""
        found = self._when(given) if isinstance(given, dict) else None
        if found is None:
            self._count("date", given)
        return found

    def _when(self, given: dict[str, Any]) -> tuple[When, str] | None:
        date, place = given.get("date"), self.place(given.get("words"))
        if place is None or not isinstance(date, str):
            return None
        words = self.verifier.document.text[slice(*place)]
        try:
            first, last = interval(date)
        except SaringError:
            return None
        years = {int(year) for year in _YEAR.findall(words)}
        if years and not any(int(first[:4]) <= year <= int(last[:4]) for year in years):
            return None
        return When(words, first, last, place), date

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
        """A quantity or sum in the words of the text; the number only where they can say it."""
        place = self.place(given.get("words")) if isinstance(given, dict) else None
        if place is None:
            self._count("amount", given)
            return None
        words = self.verifier.document.text[slice(*place)]
        number, unit = given.get("number"), given.get("unit")
        if number is not None and not _borne_out(number, words):
            self.verifier.details["amount"] += 1
            number = None
        unit = unit if isinstance(unit, str) and _UNIT.fullmatch(unit) else None
        return Amount(words=words, number=float(number) if number is not None else None, unit=unit, span=place)

    def parties(self, given: Any) -> tuple[Mention, ...]:
        """Those who take part, with their country where it is a known code."""
        told = (party if isinstance(party, dict) else {"words": party} for party in self._listed(given, "parties"))
        found = (
            self.mention(each.get("words"), "parties", country=self._country(each.get("country"))) for each in told
        )
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
            return given[:MOST_OF_A_KEY]
        self._count(reason, given)
        return []

    def _count(self, reason: str, given: Any) -> None:
        """Count a detail that is lost, if anything was claimed."""
        if given is not None and given != "":
            self.verifier.details[reason] += 1


def fits(value: Any, fact: Fact) -> bool:
    """Whether a value is of the type of its fact, and one of its words."""
    if fact.type == "truth":
        return isinstance(value, bool)
    if fact.type == "number":
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST
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
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number < LARGEST:
        return False
    digits = [re.sub(r"\D", "", piece).strip("0") for piece in re.findall(r"\d[\d.,\s]*", words)]
    own = f"{number:.10f}".replace(".", "").strip("0")
    return not digits or own in digits or "".join(digits) == own


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
