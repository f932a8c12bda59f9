"""A judged dealing as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from saring.apps.web.answering import Asked, Given, asked_of, spoken
from saring.apps.web.marking import verdict_of
from saring.model import Dealing, Determination
from saring.reports.details import details, law_day, place
from saring.reports.wording import chain, clean, day, name_of, sides, wording

_MOST_ASKED = 3


class Card(NamedTuple):
    """One dealing: what it is, how it is judged and why, what to ask, and what was answered."""

    number: int
    id: str
    name: str
    kind: str
    sides: str
    when: str
    status: str
    role: str
    polarity: str
    said_by: str
    codes: str
    quote: str
    place: str
    verdict: str
    verdict_words: str
    determinations: tuple[Told, ...]
    questions: tuple[Asked, ...]
    more_questions: tuple[Asked, ...]
    answers: tuple[tuple[Given, str], ...]


class Told(NamedTuple):
    """One determination in words."""

    regime: str
    verdict: str
    words: str
    provision: str
    cite: str
    lines: tuple[tuple[str, str], ...]
    law_day: str
    caveats: tuple[str, ...]
    checked: str


def shared_caveats(cards: Sequence[Card]) -> tuple[str, ...]:
    """What every determination warns of; the page says it once."""
    told = [one.caveats for card in cards for one in card.determinations]
    return tuple(line for line in told[0] if all(line in lines for lines in told)) if len(told) > 1 else ()


def card(number: int, dealing: Dealing, answers: tuple[Given, ...], as_of: str | None, lang: str) -> Card:
    """The card of one dealing."""
    from saring.law import load

    words, facts = wording(lang), load().facts
    asked = asked_of(dealing, as_of, lang)
    first = [q for q in asked if q.missing] + [q for q in asked if not q.missing]
    shown = max(_MOST_ASKED, sum(q.missing for q in first))
    said = {name: getattr(fact.ask, lang) for name, fact in facts.items()}
    gravest = verdict_of(dealing)
    return Card(
        number=number,
        id=dealing.id or str(number),
        name=name_of(dealing),
        kind=words.word("kind", dealing.kind),
        sides=sides(dealing),
        when=day(dealing, words),
        status=words.word("status", dealing.status),
        role="" if dealing.role == "main" else words.word("role", dealing.role),
        polarity="" if dealing.polarity == "act" else words.word("polarity", dealing.polarity),
        said_by=chain(dealing),
        codes="; ".join(_coded(good.words, good.hs) for good in dealing.goods if good.hs),
        quote=clean(dealing.evidence.quote) if dealing.evidence else "",
        place=place(dealing, words),
        verdict=gravest,
        verdict_words=words.verdict(gravest, dealing.status) if gravest else "",
        determinations=tuple(told(one, dealing, lang, said) for one in dealing.determinations or ()),
        questions=tuple(first[:shown]),
        more_questions=tuple(first[shown:]),
        answers=tuple((a, spoken(a.name, facts, lang)) for a in answers if a.dealing == dealing.id),
    )


def _coded(words: str | None, codes: tuple[str, ...]) -> str:
    return f"{clean(words)}: HS {', '.join(codes)}" if words else f"HS {', '.join(codes)}"


def told(judged: Determination, dealing: Dealing, lang: str, said: Mapping[str, str]) -> Told:
    """One determination."""
    words = wording(lang)
    first = judged.findings[0] if judged.findings else None
    # What is missing or open is asked on the page itself, so only the reason and the neighbours are told here.
    asked = {words.label("missing"), words.label("open")}
    head = ""
    lines: list[tuple[str, str]] = []
    for label, text in details(judged, words, said):
        head = label or head
        if head not in asked:
            lines.append((label, text))
    return Told(
        regime=judged.regime,
        verdict=judged.verdict,
        words=words.verdict(judged.verdict, dealing.status),
        provision=first.provision if first else "",
        cite=first.cite if first else "",
        lines=tuple(lines),
        law_day=law_day(judged, words),
        caveats=tuple(judged.caveats),
        checked=words.label("checked", count=len(judged.checked), lawbook=judged.lawbook)
        if not judged.findings
        else "",
    )
