"""Reading: which events filters let through, and events, documents and entries as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from saring.days import interval
from saring.ledger.chain import end
from saring.ledger.chain import entry as entry_of
from saring.ledger.deriving import gravest, listed, own_of, speaking, state_of
from saring.ledger.kept import DocumentKept, Entry, Event, Filters, Review, Summary, Telling
from saring.ledger.papers import dealing_of, together
from saring.ledger.schema import checklists, documents, entries, events, participants, reports, texts
from saring.model import VERDICTS, Kind, Role, SaringError, Status

WORDS: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "verdict": VERDICTS,
    "status": get_args(Status),
    "role": get_args(Role),
    "review": get_args(Review),
}
ORDERS: dict[str, tuple[Any, ...]] = {
    "newest": (events.c.first.desc().nulls_last(), events.c.id.desc()),
    "oldest": (events.c.first.asc().nulls_last(), events.c.id.asc()),
    "reports": (events.c.reports.desc(), events.c.first.desc().nulls_last(), events.c.id.desc()),
}


def conditions(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """The filters as conditions on events; a word that is none of the vocabulary is an error."""
    # `shown` leaves out what was rejected; the indexes begin with it, so that counting reads nothing else.
    whatever = filters.rejected or filters.review == "rejected"
    where: list[sa.ColumnElement[bool]] = [events.c.merged_into.is_(None) if whatever else events.c.shown.is_(True)]
    for name, words in WORDS.items():
        given = getattr(filters, name)
        if given is not None:
            if given not in words:
                raise SaringError("unknown_word", name, f"{given!r} is not known", ", ".join(words))
            where.append(events.c[name] == given)
    where += _sides(filters)
    if filters.since:
        where.append(events.c.last >= interval(filters.since, "since")[0])
    if filters.until:
        where.append(events.c.first <= interval(filters.until, "until")[1])
    if filters.goods:
        where.append(_has(events.c.headings, filters.goods[:4], whole=False))
    if filters.provision:
        where.append(_has(events.c.provisions, filters.provision, whole=False))
    if filters.language:
        where.append(_has(events.c.languages, filters.language))
    if filters.party:
        told = sa.select(participants.c.event).where(participants.c.name.icontains(filters.party, autoescape=True))
        where.append(events.c.id.in_(told))
    if filters.document:
        told = sa.select(reports.c.event).join(documents, documents.c.n == reports.c.document)
        where.append(events.c.id.in_(told.where(documents.c.sha256 == filters.document)))
    return where


def _sides(filters: Filters) -> list[sa.ColumnElement[bool]]:
    givers = [events.c.from_ == filters.from_, _has(events.c.also_from, filters.from_ or "")]
    receivers = [events.c.to_ == filters.to, _has(events.c.also_to, filters.to or "")]
    found: list[sa.ColumnElement[bool]] = []
    if filters.from_:
        found.append(sa.or_(*givers))
    if filters.to:
        found.append(sa.or_(*receivers))
    if filters.country:
        either = (events.c.from_ == filters.country, events.c.to_ == filters.country)
        further = (_has(events.c.also_from, filters.country), _has(events.c.also_to, filters.country))
        found.append(sa.or_(*either, *further))
    return found


def _has(column: sa.Column[str], item: str, *, whole: bool = True) -> sa.ColumnElement[bool]:
    """Whether a column of items has one, or one that begins so."""
    return column.contains(f"\n{item}\n" if whole else f"\n{item}", autoescape=True)


def listing(connection: Connection, filters: Filters, limit: int | None, offset: int, order: str) -> list[Event]:
    """A page of events."""
    if order not in ORDERS:
        raise SaringError("unknown_word", "order", f"{order!r} is not known", ", ".join(ORDERS))
    query = sa.select(events).where(*conditions(filters)).order_by(*ORDERS[order]).limit(limit).offset(offset)
    return [event_of(row) for row in connection.execute(query)]


def counted(connection: Connection, filters: Filters) -> int:
    """How many events there are."""
    return connection.scalar(sa.select(sa.func.count()).select_from(events).where(*conditions(filters))) or 0


def event_of(row: Any) -> Event:
    """An event without its reports."""
    return Event(
        id=row.id,
        kind=row.kind,
        status=row.status,
        statuses=listed(row.statuses),
        polarity=row.polarity,
        role=row.role,
        from_=row.from_,
        to=row.to_,
        also_from=listed(row.also_from),
        also_to=listed(row.also_to),
        first=row.first,
        last=row.last,
        date_basis=row.date_basis,
        what=row.what,
        headings=listed(row.headings),
        parties=listed(row.parties),
        verdict=row.verdict,
        provisions=listed(row.provisions),
        lawbook=row.lawbook,
        review=row.review,
        corrected=row.corrected,
        disputed=row.disputed,
        reports=row.reports,
        languages=listed(row.languages),
        merged_into=row.merged_into,
    )


def home(connection: Connection, event: str) -> Any:
    """The row of an event, or of the one into which it was merged."""
    seen: set[str] = set()
    wanted = event
    while wanted not in seen:
        seen.add(wanted)
        row = connection.execute(sa.select(events).where(events.c.id == wanted)).first()
        if row is None:
            raise SaringError("unknown_word", "event", f"{event!r} is no event of this ledger", "an id of ledger list")
        if row.merged_into is None:
            return row
        wanted = row.merged_into
    raise SaringError("unreadable", "ledger", f"{event!r} was merged in a circle", "ledger verify")


def whole_event(connection: Connection, event: str) -> Event:
    """An event with all that hangs on it."""
    import msgspec

    row = home(connection, event)
    told = tellings(connection, reports.c.event == row.id)
    gist = state_of(row.state)
    base = next(each.dealing for each in told if each.id == gist.base)
    own = own_of(row.own)
    dealing, determinations, _ = speaking(gist, base, own)
    if own is not None and determinations is own.determinations:
        determinations = together(determinations, own.checked, lists_of(connection, own.checked))
    about = [row.id, *{each.document for each in told}]
    kept = connection.execute(sa.select(entries).where(entries.c.subject.in_(about)).order_by(entries.c.seq))
    said = tuple(entry_of(each) for each in kept.mappings())
    return msgspec.structs.replace(
        event_of(row), dealing=dealing, determinations=determinations, tellings=tuple(told), entries=said
    )  # fmt: skip


def tellings(connection: Connection, where: sa.ColumnElement[bool]) -> list[Telling]:
    """Reports in the order in which they were recorded."""
    query = (
        sa.select(reports, *(documents.c[name] for name in ("sha256", "source", "title", "publisher", "published", "language")))
        .join(documents, documents.c.n == reports.c.document)
        .where(where)
        .order_by(reports.c.n)
    )  # fmt: skip
    rows = connection.execute(query).all()
    names = sorted({name for row in rows for name in row.checked.split()})
    lists = lists_of(connection, names)
    return [telling(row, lists) for row in rows]


def lists_of(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Lists of measures by their names."""
    wanted = sa.select(checklists.c.digest, checklists.c.body).where(checklists.c.digest.in_(names))
    return dict(list[Any](connection.execute(wanted))) if names else {}


def telling(row: Any, lists: dict[str, str]) -> Telling:
    """A report as a value."""
    dealing = dealing_of(row.body, row.checked, lists)
    return Telling(
        id=row.id,
        event=row.event,
        document=row.sha256,
        source=row.source,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        kind=dealing.kind,
        status=dealing.status,
        role=dealing.role,
        quote=dealing.evidence.quote if dealing.evidence else "",
        said_by=tuple(said.words for said in dealing.said_by),
        verdict=gravest(dealing.determinations or ()),  # type: ignore[arg-type]
        dealing=dealing,
    )


def _document(row: Any, text: str | None = None, told: tuple[Telling, ...] = ()) -> DocumentKept:
    names = ("sha256", "source", "title", "publisher", "published", "language", "recorded")
    return DocumentKept(**{name: getattr(row, name) for name in names}, text=text, tellings=told)


def document(connection: Connection, sha256: str) -> DocumentKept:
    """One document with its text and reports."""
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).first()
    if row is None:
        raise SaringError("unknown_word", "document", f"{sha256!r} is no document of this ledger", "a SHA-256")
    text = connection.scalar(sa.select(texts.c.text).where(texts.c.document == row.n))
    return _document(row, text, tuple(tellings(connection, reports.c.document == row.n)))


def latest_documents(connection: Connection, limit: int | None, offset: int) -> list[DocumentKept]:
    """A page of documents."""
    query = sa.select(documents).order_by(documents.c.n.desc()).limit(limit).offset(offset)
    return [_document(row) for row in connection.execute(query)]


def latest_entries(connection: Connection, subject: str | None, limit: int | None, offset: int) -> list[Entry]:
    """A page of entries."""
    query = sa.select(entries).order_by(entries.c.seq.desc()).limit(limit).offset(offset)
    if subject is not None:
        query = query.where(entries.c.subject == subject)
    return [entry_of(row) for row in connection.execute(query).mappings()]


def summary(connection: Connection) -> Summary:
    """What a ledger holds."""
    count = sa.select(sa.func.count())
    shown = events.c.merged_into.is_(None)
    seq, head = end(connection)
    days = connection.execute(sa.select(sa.func.min(events.c.first), sa.func.max(events.c.last)).where(shown)).one()
    return Summary(
        documents=connection.scalar(count.select_from(documents)) or 0,
        reports=connection.scalar(count.select_from(reports)) or 0,
        events=connection.scalar(count.select_from(events).where(shown)) or 0,
        entries=seq,
        head=head,
        first=days[0],
        last=days[1],
    )
