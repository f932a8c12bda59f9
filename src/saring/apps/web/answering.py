"""Answers of a person, as they stand in a link (`d4.goods=shirts`), and the dealings that they complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from saring.measures import Fact
from saring.model import Checked, Dealing, Document, FactValue, Good, SaringError
from saring.reports.wording import wording

OWN_KEYS = ("goods", "date", "from", "to", "kind")
_MOST = 200


class Given(NamedTuple):
    """One answer: of which dealing, to which question, in which words."""

    dealing: str
    name: str
    value: str

    def written(self) -> str:
        """As it stands in a link."""
        return f"{self.dealing}.{self.name}={self.value}"


class Asked(NamedTuple):
    """A question to a person: kind of input (choice, date, number, text), choices, and the verdicts in reach."""

    name: str
    words: str
    sort: str
    choices: tuple[str, ...]
    verdicts: tuple[str, ...]
    missing: bool


def answers_of(written: Iterable[str]) -> list[Given]:
    """The answers of a link, the last one to each question; an empty answer takes the one before it away."""
    found: dict[tuple[str, str], Given] = {}
    for words in list(written)[:_MOST]:
        place, sign, value = words.partition("=")
        dealing, dot, name = place.partition(".")
        if not (sign and dot and dealing and name):
            raise SaringError("bad_type", "a", f"{words[:80]!r} is no answer", "d1.fact=value")
        found.pop((dealing, name), None)
        if value.strip():
            found[dealing, name] = Given(dealing, name, value.strip())
    return list(found.values())


def applied(checked: Checked, answers: Iterable[Given], as_of: str | None, lang: str) -> Checked:
    """The document with its dealings completed by answers and judged anew where there are some."""
    from saring.river import completed, judged

    by_dealing: dict[str, list[Given]] = {}
    for answer in answers:
        by_dealing.setdefault(answer.dealing, []).append(answer)
    dealings = []
    for dealing in checked.dealings:
        given = by_dealing.get(dealing.id or "", [])
        if not given:
            dealings.append(dealing)
            continue
        told = completed(completed_by(dealing, given), lang)
        dealings.append(msgspec.structs.replace(told, determinations=judged(told, as_of, lang)))
    return msgspec.structs.replace(checked, dealings=tuple(dealings))


def completed_by(dealing: Dealing, answers: Iterable[Given]) -> Dealing:
    """The dealing with answers written into it."""
    from saring.law import load

    facts = dict(dealing.facts)
    for answer in answers:
        if answer.name in OWN_KEYS:
            dealing = _with_own(dealing, answer)
            continue
        fact = load().facts.get(answer.name)
        if fact is None:
            raise SaringError(
                "unknown_fact", f"a, {answer.name[:80]}", "the law asks no such thing", "a fact of the law"
            )
        facts[answer.name] = value_of(fact, answer)
    return msgspec.structs.replace(dealing, facts=facts)


def _with_own(dealing: Dealing, answer: Given) -> Dealing:
    """The dealing with one of its own keys told."""
    from saring.apps.intake import COUNTRIES
    from saring.days import interval

    name, value = answer.name, answer.value
    if name == "goods":
        codes = tuple(part for part in value.replace(",", " ").split() if part.isdecimal())
        told = Good(hs=codes) if codes else Good(words=value[:300])
        return msgspec.structs.replace(dealing, goods=(told,), what=None if codes else value[:300])
    if name == "date":
        interval(value, "a, date")
        return msgspec.structs.replace(dealing, date=value, when=None)
    if name == "kind":
        return msgspec.convert({**msgspec.to_builtins(dealing), "kind": value}, Dealing)
    if value.upper() not in COUNTRIES:
        raise SaringError("unknown_word", f"a, {name}", f"{value[:40]!r} is no country", "ISO 3166 alpha-2, such as KP")
    return msgspec.structs.replace(dealing, **{"from_" if name == "from" else "to": value.upper()})


def value_of(fact: Fact, answer: Given) -> FactValue:
    """The answer as a value of the fact."""
    from saring.apps.law_asking import read_answer

    value = read_answer(answer.value, fact.type, fact.values)
    if value is None:
        allowed = {"truth": "yes, no", "number": "a number", "date": "YYYY-MM-DD"}.get(
            fact.type, ", ".join(fact.values)
        )
        raise SaringError("bad_type", f"a, {answer.name}", f"{answer.value[:40]!r} does not answer it", allowed)
    return value


def asked_of(dealing: Dealing, as_of: str | None, lang: str) -> tuple[Asked, ...]:
    """What to ask about a judged dealing: what it lacks itself first, then facts that can change the verdict."""
    bare = msgspec.structs.replace(dealing, determinations=UNSET)
    return _asked(msgspec.json.encode(bare), as_of, lang)


@lru_cache(maxsize=2048)
def _asked(written: bytes, as_of: str | None, lang: str) -> tuple[Asked, ...]:
    from saring.findings.questions import Inquiry, questions
    from saring.law import load

    dealing, book = msgspec.json.decode(written, type=Dealing), load()
    inquiry = Inquiry(dealing, book, dealing.regimes[0], as_of, lang)
    now = inquiry.told()
    own = [
        Asked(name, wording(lang).question(name, {}), "date" if name == "date" else "text", (), (), missing=True)
        for name in OWN_KEYS
        if name in now.missing
    ]
    told = [
        Asked(
            q.fact,
            q.ask,
            sort_of(book.facts[q.fact]),
            choices_of(book.facts[q.fact]),
            q.verdicts,
            q.fact in now.missing,
        )
        for q in questions(inquiry)
    ]
    return (*own, *told)


def sort_of(fact: Fact) -> str:
    """The kind of input that takes an answer."""
    if fact.type == "truth" or fact.values:
        return "choice"
    return fact.type if fact.type in ("date", "number") else "text"


def choices_of(fact: Fact) -> tuple[str, ...]:
    """The answers to choose from; none where one is written."""
    return ("yes", "no") if fact.type == "truth" else fact.values


class Reading(NamedTuple):
    """A document as it was read and completed by answers."""

    document: Document
    checked: Checked
    answers: tuple[Given, ...]


def spoken(name: str, facts: Mapping[str, Fact], lang: str) -> str:
    """The question behind an answer."""
    fact = facts.get(name)
    return getattr(fact.ask, lang) if fact else wording(lang).question(name, {})
