"""The law as the doors use it: what is loaded, and what to ask about a dealing."""

from __future__ import annotations

from typing import Any

import msgspec

from saring.measures import Rule


class LawState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which law is loaded."""

    lawbook: str
    checked_on: str
    regimes: tuple[str, ...]
    provisions: int
    measures: int


class RuleChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure that begins or ends between two days."""

    begins: bool
    rule: Rule


class AskedQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact to ask for: the words, answers worth trying, and the verdicts that they can lead to."""

    fact: str
    ask: str
    type: str
    answers: tuple[bool | int | float | str | list[str], ...]
    verdicts: tuple[str, ...]


def law_state() -> LawState:
    """The version of the lawbook and what is in it."""
    from saring.law import load

    book = load()
    provisions = sum(len(s.provisions) for s in book.situations)
    measures = sum(len(s.rules) for s in book.situations)
    return LawState(book.version, book.checked_on, book.regimes, provisions, measures)


def questions_about(given: Any, as_of: str | None, lang: str) -> list[AskedQuestion]:
    """The questions whose answers can still change the verdict on a dealing, under the first regime that it asks."""
    from saring.apps.intake import to_dealing
    from saring.findings.questions import Inquiry, questions
    from saring.law import load
    from saring.river import completed

    dealing = to_dealing(given, "dealing", default_id="1")
    inquiry = Inquiry(completed(dealing, lang), load(), dealing.regimes[0], as_of, lang)
    facts = load().facts
    return [AskedQuestion(q.fact, q.ask, facts[q.fact].type, q.answers, q.verdicts) for q in questions(inquiry)]
