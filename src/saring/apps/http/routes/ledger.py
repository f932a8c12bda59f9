"""`/v1/ledger`: what was determined is recorded, found, related, corrected and verified."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery

from saring.apps.http.asked import members
from saring.apps.http.bodies import Call, json_of, plain
from saring.apps.http.desk import Desk, desk_of
from saring.apps.http.keys import Key
from saring.apps.http.ledger_desk import corrected, event_of, filters_of, record, rejudged
from saring.apps.http.text_desk import checked_request, document_of
from saring.ledger import (
    Corrected,
    Count,
    DocumentKept,
    Entry,
    Event,
    Found,
    Recorded,
    Rejudged,
    Relations,
    Summary,
    Verification,
)
from saring.model import SaringError

Language = Literal["en", "id"]
_MOST = 500


class CorrectRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A correction of an event: what to do and why; `facts` and `keys` for set, `events` for merge, `reports` for split."""

    action: Literal["confirm", "reject", "reopen", "set", "merge", "split"]
    why: str
    facts: dict[str, bool | int | float | str | list[str] | None] = {}
    keys: dict[str, Any] = {}
    events: list[str] = []
    reports: list[str] = []


class RejudgeRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Judge everything by today's lawbook: why, and whether what moved is kept (else it is only listed)."""

    why: str
    keep: bool = True


class EventPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of events, and how many there are in all."""

    total: int
    events: tuple[Event, ...]


def page(limit: int, offset: int) -> None:
    """Refuse pages that cannot be."""
    if not 1 <= limit <= _MOST or not 0 <= offset <= 10_000_000:
        raise SaringError("bad_type", "limit, offset", "out of range", f"limit 1 to {_MOST}, offset from 0")


@get("/v1/ledger", summary="What the ledger holds", opt={"gives": Summary})
async def summary(request: Call) -> Response[bytes]:
    """How many documents, reports, events and entries there are."""
    desk = desk_of(request)
    return plain(await desk.asking(summed, desk))


@post("/v1/ledger/documents", status_code=200, summary="Check a text and record it",
      opt={"takes": "CheckRequest", "gives": Recorded, "role": "analyst"})  # fmt: skip
async def add(request: Call, lang: FromQuery[Language] = "en") -> Response[bytes]:
    """Check a text as /v1/check does, and keep it with its dealings; the same text again changes nothing."""
    desk = desk_of(request)
    asked = checked_request(await json_of(request, desk.settings.max_body))
    return plain(await desk.working(lambda: record(desk, document_of(asked, desk.settings), lang, who(request))))


@get("/v1/ledger/documents/{sha256:str}", summary="A document", opt={"gives": DocumentKept, "lacks": (404,)})
async def document(request: Call, sha256: FromPath[str]) -> Response[bytes]:
    """A document with its text and reports."""
    desk = desk_of(request)
    return plain(await desk.asking(lambda: desk.ledger.document(sha256)))


@get("/v1/ledger/events", summary="Events", opt={"gives": EventPage, "filters": True})
async def events(request: Call, limit: FromQuery[int] = 50, offset: FromQuery[int] = 0) -> Response[bytes]:
    """The events that the filters of the query let through, newest first."""
    desk, filters = desk_of(request), filters_of(request.query_params)
    page(limit, offset)

    def found() -> EventPage:
        return EventPage(desk.ledger.count(filters), tuple(desk.ledger.events(filters, limit=limit, offset=offset)))

    return plain(await desk.asking(found))


@get("/v1/ledger/search", summary="Full-text search", opt={"gives": list[Found], "filters": True})
async def search(
    request: Call, q: FromQuery[str], limit: FromQuery[int] = 50, offset: FromQuery[int] = 0
) -> Response[bytes]:
    """Events whose reports, or whose documents, have all these words."""
    desk, filters = desk_of(request), filters_of(request.query_params)
    page(limit, offset)
    if not q.strip() or len(q) > _MOST:
        raise SaringError("bad_type", "q", "no words, or too many", f"1 to {_MOST} characters")
    return plain(await desk.asking(lambda: desk.ledger.search(q, filters, limit=limit, offset=offset)))


@get("/v1/ledger/events/{known:str}", summary="An event", opt={"gives": Event, "lacks": (404,)})
async def event(request: Call, known: FromPath[str]) -> Response[bytes]:
    """An event with its reports, determinations and entries."""
    desk = desk_of(request)
    return plain(await desk.asking(lambda: event_of(desk, known)))


@post("/v1/ledger/events/{known:str}", status_code=200, summary="Correct an event",
      opt={"takes": CorrectRequest, "gives": Corrected, "role": "analyst", "lacks": (404,)})  # fmt: skip
async def correct(request: Call, known: FromPath[str]) -> Response[bytes]:
    """Confirm, reject, reopen, set, merge or split: an entry of the chain, never an overwriting."""
    desk = desk_of(request)
    kinds: dict[str, type] = {"action": str, "why": str, "facts": dict, "keys": dict, "events": list, "reports": list}
    given = members(await json_of(request, desk.settings.max_body), kinds)
    return plain(await desk.asking(lambda: corrected(desk, known, who(request), given)))


@get("/v1/ledger/timeline", summary="Events by month", opt={"gives": list[Count], "filters": True})
async def timeline(request: Call, by: FromQuery[Literal["month", "year"]] = "month") -> Response[bytes]:
    """Events counted by period, kind and verdict."""
    desk, filters = desk_of(request), filters_of(request.query_params)
    return plain(await desk.asking(lambda: desk.ledger.timeline(by, filters)))


@get("/v1/ledger/relations", summary="Who deals with whom", opt={"gives": Relations, "filters": True})
async def relations(
    request: Call, between: FromQuery[str | None] = None, by: FromQuery[Literal["month", "year"]] = "month"
) -> Response[bytes]:
    """The graph of countries and parties, and its intensity over time; `between=KP,RU` keeps one relation."""
    desk, filters = desk_of(request), filters_of(request.query_params)
    pair = sides(between)
    return plain(await desk.asking(lambda: desk.ledger.relations(filters, between=pair, by=by)))


@get("/v1/ledger/entries", summary="The chain", opt={"gives": list[Entry]})
async def entries(
    request: Call, subject: FromQuery[str | None] = None, limit: FromQuery[int] = 50, offset: FromQuery[int] = 0
) -> Response[bytes]:
    """The entries of the chain, the latest first."""
    desk = desk_of(request)
    page(limit, offset)
    return plain(await desk.asking(lambda: desk.ledger.entries(subject=subject or None, limit=limit, offset=offset)))


@get("/v1/ledger/verify", summary="Whether the chain holds", opt={"gives": Verification})
async def verify(request: Call, head: FromQuery[str | None] = None) -> Response[bytes]:
    """Whether all that is kept is what the entries say."""
    desk = desk_of(request)
    return plain(await desk.asking(lambda: desk.ledger.verify(head or None)))


@post("/v1/ledger/rejudge", status_code=200, summary="Judge all anew",
      opt={"takes": RejudgeRequest, "gives": Rejudged, "role": "analyst"})  # fmt: skip
async def rejudge(request: Call) -> Response[bytes]:
    """Judge everything kept by today's lawbook, and say what moved."""
    desk = desk_of(request)
    given = members(await json_of(request, desk.settings.max_body), {"why": str, "keep": bool})
    if not str(given.get("why", "")).strip():
        raise SaringError("bad_type", "why", "it is empty", "the reason, in words")
    return plain(await desk.asking(lambda: rejudged(desk, who(request), given["why"], given.get("keep", True))))


def summed(desk: Desk) -> Summary:
    """What the ledger holds; it is opened with the first question."""
    return desk.ledger.summary()


def sides(between: str | None) -> tuple[str, str] | None:
    """`KP,RU` as a pair."""
    from saring.apps.intake import COUNTRIES

    if not between:
        return None
    first, _, second = between.partition(",")
    if first not in COUNTRIES or second not in COUNTRIES:
        raise SaringError("unknown_word", "between", f"{between!r} is no pair of countries", "KP,RU")
    return first, second


def who(request: Call) -> str:
    """Under which name the caller's entries stand."""
    key: Key | None = request.scope.get("saring.key")  # type: ignore[assignment]
    return f"{key.name or key.role} ({key.id})" if key else "local"
