"""What follows from the entries: the row of an event, and its traces and participants.

Everything here is a function of the reports of an event and of what people said of it. `recording` and `correcting`
write what it gives, `verifying` compares it with what stands there.
"""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger.chain import clean, digest, encoded
from saring.ledger.gist import Gist, keys, period_of, status_of, window
from saring.ledger.schema import events, participants, traces
from saring.model import VERDICTS, Dealing, Determination

ROLES = ("main", "background", "umbrella", "supposition")
LONGEST_WHAT = 500


class Own(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What an event was given beyond its reports: a corrected dealing, or the determinations of a later lawbook.

    `base` names the report whose dealing was judged; without it the dealing was corrected and speaks for the event
    whatever is reported later. `checked` names the lists of measures, which are kept apart.
    """

    dealing: Dealing
    determinations: tuple[Determination, ...]
    base: str | None = None
    checked: tuple[str, ...] = ()


class Standing(msgspec.Struct, frozen=True):
    """How an event stands by the entries about it."""

    review: str = "open"
    own: str | None = None
    merged_into: str | None = None


class Derived(msgspec.Struct, frozen=True):
    """The rows of one event."""

    event: dict[str, Any]
    traces: list[dict[str, Any]]
    participants: list[dict[str, Any]]


_own = msgspec.json.Decoder(Own)
_gist = msgspec.json.Decoder(Gist)


def own_of(text: str | None) -> Own | None:
    """What stands in the column `own`."""
    return _own.decode(text) if text else None


def state_of(text: str) -> Gist:
    """What stands in the column `state`."""
    return _gist.decode(text)


def gravest(determinations: tuple[Determination, ...]) -> str | None:
    """The verdict that comes first in governing order, over all regimes that were asked."""
    given = {each.verdict for each in determinations}
    return next((verdict for verdict in VERDICTS if verdict in given), None)


def speaking(gist: Gist, base: Dealing, own: Own | None) -> tuple[Dealing, tuple[Determination, ...], bool]:
    """The dealing that speaks for an event, its determinations, and whether people corrected it."""
    if own is not None and own.base in (None, gist.base):
        return own.dealing, own.determinations, own.base is None
    return base, base.determinations or (), False


def derive(event: str, gist: Gist, base: Dealing, standing: Standing) -> Derived:
    """All rows of an event: from its gist, the dealing of the report that speaks for it, and its standing."""
    dealing, determinations, corrected = speaking(gist, base, own_of(standing.own))
    known = _corrected(gist, dealing) if corrected else gist
    status, disputed = status_of(gist)
    if corrected and dealing.status:
        status = dealing.status
    home = standing.merged_into is None
    shown = home and standing.review != "rejected"
    period = period_of(known.first, known.last, known.basis)
    supposed = known.supposed or status in ("denied", "hypothetical")
    shared = {
        "kind": dealing.kind,
        "period": period,
        "verdict": gravest(determinations),
        "counted": shown and not supposed,
    }
    row = {
        "id": event,
        **shared,
        "polarity": dealing.polarity,
        "role": next((role for role in ROLES if role in known.roles), "main"),
        "status": status,
        "statuses": _lines(gist.statuses),
        "from_": dealing.from_,
        "to_": dealing.to,
        "also_from": _lines(dealing.also_from),
        "also_to": _lines(dealing.also_to),
        "first": known.first,
        "last": known.last,
        "date_basis": known.basis,
        "what": _what(dealing),
        "headings": _lines(known.headings),
        "parties": _lines(tuple(dict.fromkeys(clean(name) or "" for name, _ in known.parties))),
        "provisions": _lines(provisions(determinations)),
        "lawbook": next((each.lawbook for each in determinations), None),
        "review": standing.review,
        "corrected": corrected,
        "disputed": disputed,
        "reports": gist.reports,
        "languages": _lines(gist.languages),
        "merged_into": standing.merged_into,
        "own": standing.own,
        "state": encoded(gist),
        "shown": shown,
    }
    found = traces_of(event, known, gist) if home else []
    return Derived(row, found, _participants(event, known, dealing, shared))


def provisions(determinations: tuple[Determination, ...]) -> tuple[str, ...]:
    """The provisions on which the verdicts rest: findings of the governing verdict, in the order of the findings."""
    found = (f.provision for each in determinations for f in each.findings if f.verdict == each.verdict)
    return tuple(dict.fromkeys(found))


def traces_of(event: str, known: Gist, gist: Gist) -> list[dict[str, Any]]:
    """Where later reports look for the event; a corrected one is found by what was told and by what is right."""
    found = dict.fromkeys((*keys(known), *(keys(gist) if known is not gist else ())))
    first, last = known.first or "", known.last or ""
    return [{"event": event, "key": digest(key)[:24], "first": first, "last": last} for key in found]


def _corrected(gist: Gist, dealing: Dealing) -> Gist:
    """The gist with what the corrected dealing says."""
    first, last, basis = window(dealing, None)
    dated = basis == "date"
    codes = tuple(sorted({code[:4] for good in dealing.goods for code in good.hs}))
    return msgspec.structs.replace(
        gist,
        kind=dealing.kind,
        polarity=dealing.polarity,
        from_=dealing.from_,
        to=dealing.to,
        first=first if dated else gist.first,
        last=last if dated else gist.last,
        basis="date" if dated else gist.basis,
        headings=codes,
        fine=(),
    )


def _what(dealing: Dealing) -> str | None:
    words = dealing.what or ", ".join(good.words for good in dealing.goods if good.words)
    return (clean(words) or "")[:LONGEST_WHAT] or None


def _participants(event: str, gist: Gist, dealing: Dealing, shared: dict[str, Any]) -> list[dict[str, Any]]:
    """A party stands opposite the side that is not its own; of unknown country, opposite the receiver."""
    found = []
    for name, country in gist.parties:
        other = dealing.from_ if country and country == dealing.to else dealing.to
        counterpart = (other or dealing.from_ or "") if other != country else (dealing.from_ or "")
        counterpart = "" if counterpart == country else counterpart
        row = {"event": event, "name": clean(name) or "", "country": country, "counterpart": counterpart, **shared}
        found.append(row)
    return found


def _lines(words: tuple[str, ...]) -> str:
    return "\n" + "\n".join(words) + "\n" if words else ""


def listed(column: str) -> tuple[str, ...]:
    """The items of a column that holds one a line."""
    return tuple(column[1:-1].split("\n")) if column else ()


def write(connection: Connection, derived: list[Derived], *, new: bool) -> None:
    """Write the rows of events: inserted where they are new, else put in place of what stood there."""
    rows = [each.event for each in derived]
    if not rows:
        return
    if new:
        connection.execute(sa.insert(events), rows)
    else:
        ids = [row["id"] for row in rows]
        for row in rows:
            kept = {name: value for name, value in row.items() if name != "id"}
            connection.execute(sa.update(events).where(events.c.id == sa.bindparam("it")), {"it": row["id"], **kept})
        for table in (traces, participants):
            connection.execute(sa.delete(table).where(table.c.event == sa.bindparam("it")), [{"it": id} for id in ids])
    for table, name in ((traces, "traces"), (participants, "participants")):
        further = [row for each in derived for row in getattr(each, name)]
        if further:
            connection.execute(sa.insert(table), further)
