"""The ledger as the doors use it: what a call asks, in the words of the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from saring.apps.http.problems import CallRefusedError
from saring.ledger import Corrected, Correction, Event, Filters, Recorded, Rejudged
from saring.model import VERDICTS, Dealing, Determination, Document, Kind, Role, SaringError, Status

if TYPE_CHECKING:
    from saring.apps.http.desk import Desk

_WORDS: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind), "verdict": VERDICTS, "status": get_args(Status), "role": get_args(Role),
    "review": ("open", "confirmed", "rejected"),
}  # fmt: skip
_TEXTS = ("party", "goods", "provision", "language", "document")
FILTERS = (*_WORDS, "country", "from", "to", "since", "until", *_TEXTS)


def filters_of(query: Mapping[str, Any]) -> Filters:
    """The filters of a query; empty ones are none."""
    from saring.apps.intake import COUNTRIES
    from saring.days import interval

    given = {name: str(query[name]).strip() for name in FILTERS if query.get(name)}
    given = {name: value for name, value in given.items() if value}
    for name, value in given.items():
        if name in _WORDS and value not in _WORDS[name]:
            raise SaringError("unknown_word", name, f"{value!r} is not known", ", ".join(_WORDS[name]))
        if name in ("country", "from", "to") and value not in COUNTRIES:
            raise SaringError("unknown_word", name, f"{value!r} is no country", "ISO 3166 alpha-2, such as KP")
        if name in ("since", "until"):
            interval(value, name)
        if name == "goods" and not value.isdecimal():
            raise SaringError("bad_type", name, f"{value!r} is no HS code", "2 to 6 digits")
    if "from" in given:
        given["from_"] = given.pop("from")
    return Filters(**given, rejected=query.get("rejected") in ("true", "1"))


def record(
    desk: Desk, document: Document, lang: str, who: str, dealings: tuple[Dealing, ...] | None = None
) -> Recorded:
    """Check a document and keep it with its text; `dealings` are those that a person completed by answers."""
    from saring.river import check

    checked = check(document, None, lang)
    if dealings is not None:
        checked = msgspec.structs.replace(checked, dealings=dealings)
    return desk.ledger.record(checked, text=document.text, who=who, why="recorded at the door")


def judge(dealing: Dealing) -> Determination:
    """Today's law on a dealing under the regime that it asks."""
    from saring.river import completed, judged

    return judged(completed(dealing), None, "en")[0]


def judge_as_of(dealing: Dealing, as_of: str) -> Determination:
    """Today's lawbook on a dealing as of a date."""
    from saring.river import completed, judged

    return judged(completed(dealing), as_of, "en")[0]


def event_of(desk: Desk, known: str) -> Event:
    """An event; one that is not there is an answer of 404."""
    return _found(lambda: desk.ledger.event(known), known)


def corrected(desk: Desk, known: str, who: str, given: Mapping[str, Any]) -> Corrected:
    """A correction by a person."""
    action: Any = given.get("action")
    why = str(given.get("why", "")).strip()
    if action not in get_args(Correction):
        raise SaringError("unknown_word", "action", f"{action!r} is not known", ", ".join(get_args(Correction)))
    if not why:
        raise SaringError("bad_type", "why", "it is empty", "the reason, in words")
    for name in ("events", "reports"):
        if not all(isinstance(item, str) for item in given.get(name, [])):
            raise SaringError("bad_type", name, "not all are texts", "ids")
    event_of(desk, known)
    return desk.ledger.correct(
        known, who, why, action, facts=given.get("facts") or None, keys=given.get("keys") or None,
        events=given.get("events", ()), reports=given.get("reports", ()), judge=judge,
    )  # fmt: skip


def rejudged(desk: Desk, who: str, why: str, keep: bool) -> Rejudged:
    """Everything judged by today's lawbook."""
    return desk.ledger.rejudge(judge, who=who, why=why, judge_as_of=judge_as_of, keep=keep)


def _found(asked: Any, known: str) -> Event:
    try:
        event: Event = asked()
    except SaringError as error:
        raise CallRefusedError(404, error.code, error.message, f"event {known[:80]}") from error
    return event
