"""Corrections by people: each is an entry with who, when and why, and what was there before stays in the chain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from saring.codes import cut
from saring.days import interval
from saring.ledger import changing
from saring.ledger.asking import home, whole_event
from saring.ledger.chain import Written, append, encoded, end, words
from saring.ledger.deriving import Own
from saring.ledger.kept import Corrected, Correction, Entry, Judge
from saring.ledger.papers import apart, new_event
from saring.ledger.schema import checklists, reports
from saring.model import Dealing, Determination, FactValue, SaringError

KEYS = (
    "kind", "status", "polarity", "role", "from", "to", "also_from", "also_to", "date", "what", "goods", "vessels",
)  # fmt: skip
COUNTRY = re.compile(r"[A-Z]{2}")
GIVEN = "a value of the contract, such as from=KP, date=2025-07-20 or a fact of the law"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A correction as it was asked for."""

    event: str
    action: str
    who: str
    why: str
    facts: Mapping[str, FactValue | None] = {}
    keys: Mapping[str, Any] = {}
    events: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    origin: str | None = None


def correct(connection: Connection, change: Change, at: dt.datetime, judge: Judge | None) -> Corrected:
    """Enter a correction and do what it says; the caller holds the writer's place."""
    row = home(connection, change.event)
    body = body_of(connection, change, row.id, judge)
    changing.make(connection, change.action, body)
    entry = enter(connection, change, row.id, body, at)
    touched = dict.fromkeys([row.id, *([body["into"]] if "into" in body else [])])
    return Corrected(entry=entry, events=tuple(whole_event(connection, event) for event in touched))


def enter(connection: Connection, change: Change, event: str, body: dict[str, Any], at: dt.datetime) -> Entry:
    """Write the entry of a correction."""
    who, why = words("who", change.who, most=200), words("why", change.why)
    return append(
        connection,
        Written(
            at=at, who=who, action=change.action, subject=event, why=why, body=encoded(body), origin=change.origin  # type: ignore[arg-type]
        ),
    )  # fmt: skip


def body_of(connection: Connection, change: Change, event: str, judge: Judge | None) -> dict[str, Any]:
    """The body of the entry of a correction, once it is known to be possible."""
    if change.action not in get_args(Correction):
        raise SaringError("unknown_word", "action", f"{change.action!r} is not known", ", ".join(get_args(Correction)))
    words("who", change.who, most=200)
    words("why", change.why)
    if change.action == "set":
        return _set(connection, change, event, judge)
    if change.action == "merge":
        others = dict.fromkeys(home(connection, other).id for other in change.events)
        others.pop(event, None)
        if not others:
            raise SaringError("empty", "events", "there is no other event to merge", "ids of ledger list")
        return {"event": event, "events": list(others)}
    if change.action == "split":
        return _split(connection, change, event)
    return {"event": event}


def _split(connection: Connection, change: Change, event: str) -> dict[str, Any]:
    own = list(connection.scalars(sa.select(reports.c.id).where(reports.c.event == event).order_by(reports.c.n)))
    strange = sorted(set(change.reports) - set(own))
    if strange:
        raise SaringError("unknown_word", "reports", f"{strange[0]!r} is no report of {event}", ", ".join(own))
    leaving = [report for report in own if report in change.reports]
    if not leaving or len(leaving) == len(own):
        raise SaringError("empty", "reports", "some reports must leave and some must stay", ", ".join(own))
    _, head = end(connection)
    return {"event": event, "reports": leaving, "into": new_event(leaving[0], head)}


def _set(connection: Connection, change: Change, event: str, judge: Judge | None) -> dict[str, Any]:
    if not change.facts and not change.keys:
        raise SaringError("empty", "set", "nothing is set", GIVEN)
    whole = whole_event(connection, event)
    if whole.dealing is None:
        raise SaringError("unreadable", event, "it has no dealing", "ledger verify")
    dealing = changed(whole.dealing, change.facts, change.keys)
    judged = tuple(judge(each) for each in single(dealing)) if judge else ()
    own = own_text(connection, dealing, judged, None)
    return {"event": event, "facts": dict(change.facts), "keys": dict(change.keys), "own": own}


def single(dealing: Dealing) -> list[Dealing]:
    """The dealing once for each regime that it asks."""
    return [msgspec.structs.replace(dealing, regimes=(regime,)) for regime in dealing.regimes]


def own_text(connection: Connection, dealing: Dealing, judged: tuple[Determination, ...], base: str | None) -> str:
    """What is kept of a dealing that was judged again; its lists of measures are kept apart."""
    lists: dict[str, str] = {}
    bare, names = apart(judged, lists)
    keep_lists(connection, lists)
    own = Own(dealing=msgspec.structs.replace(dealing, determinations=msgspec.UNSET), determinations=bare, base=base)
    return encoded(msgspec.structs.replace(own, checked=names))


def keep_lists(connection: Connection, lists: Mapping[str, str]) -> None:
    """Keep those lists of measures that are not kept yet."""
    if not lists:
        return
    known = set(connection.scalars(sa.select(checklists.c.digest).where(checklists.c.digest.in_(lists))))
    fresh = [{"digest": name, "body": lists[name]} for name in sorted(set(lists) - known)]
    if fresh:
        connection.execute(sa.insert(checklists), fresh)


def changed(dealing: Dealing, facts: Mapping[str, FactValue | None], keys: Mapping[str, Any]) -> Dealing:
    """The dealing with facts and keys set; None takes one away. What cannot be is an error that names the key."""
    built: dict[str, Any] = msgspec.to_builtins(dealing)
    built.pop("determinations", None)
    known = dict(dealing.facts)
    for name, value in facts.items():
        known.pop(name, None)
        if value is not None:
            known[name] = value
    built["facts"] = {name: known[name] for name in sorted(known)}
    for key, value in keys.items():
        if key not in KEYS:
            raise SaringError("unknown_key", key, "it cannot be set", ", ".join(KEYS))
        built.pop(key, None)
        if value is not None:
            built[key] = value
    if "date" in keys:
        built.pop("when", None)
        if keys["date"] is not None:
            interval(str(keys["date"]), "date")
    try:
        made = msgspec.convert(built, Dealing)
    except msgspec.ValidationError as error:
        raise SaringError("bad_type", "set", str(error), GIVEN) from None
    _check_sides(made)
    return msgspec.structs.replace(
        made, goods=tuple(msgspec.structs.replace(good, **cut(good)) if good.hs else good for good in made.goods)
    )  # fmt: skip


def _check_sides(dealing: Dealing) -> None:
    for code in (dealing.from_, dealing.to, *dealing.also_from, *dealing.also_to):
        if code is not None and not COUNTRY.fullmatch(code):
            raise SaringError(
                "unknown_word", "set", f"{code!r} is no country", "ISO 3166 alpha-2 in capitals, such as KP"
            )


def change_of(
    event: str,
    who: str,
    why: str,
    action: str,
    facts: Mapping[str, FactValue | None] | None,
    keys: Mapping[str, object] | None,
    events: Iterable[str],
    reports: Iterable[str],
) -> Change:
    """The value of what `Ledger.correct` was given."""
    return Change(
        event=event,
        action=action,
        who=who,
        why=why,
        facts=facts or {},
        keys=keys or {},
        events=tuple(events),
        reports=tuple(reports),
    )
