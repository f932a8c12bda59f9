"""Timeline and relations: events counted by period, kind and verdict, and between whom."""

from __future__ import annotations

from typing import Any, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger.asking import conditions
from saring.ledger.deriving import listed
from saring.ledger.kept import Count, Edge, Filters, Node, Period, Relations, Strength
from saring.ledger.schema import events, participants
from saring.model import SaringError

NONE = Filters()


def timeline(connection: Connection, by: str, filters: Filters, *, everything: bool) -> list[Count]:
    """Events by period, kind and verdict, in that order; undated ones come first, with an empty period."""
    period = _period(events.c.period, by)
    where = [*conditions(filters), *_counted(events.c.counted, everything)]
    shape = (period, events.c.kind, events.c.verdict)
    query = sa.select(*shape, sa.func.count()).where(*where).group_by(*shape).order_by(*shape)
    rows = [
        Count(period=row[0], kind=row[1], verdict=row[2], events=row[3]) for row in list[Any](connection.execute(query))
    ]
    return sorted(rows, key=lambda row: (row.period, row.kind, row.verdict or ""))


def relations(
    connection: Connection,
    filters: Filters,
    between: tuple[str, str] | None,
    by: str,
    parties: int,
    *,
    everything: bool,
) -> Relations:
    """The graph and the intensity of what the filters and `between` let through."""
    whole = [*conditions(filters), *_counted(events.c.counted, everything)]
    told = _counted(participants.c.counted, everything)
    if between is not None:
        whole.append(_between(*between))
    if between is not None or filters != NONE:
        told.append(participants.c.event.in_(sa.select(events.c.id).where(*whole)))
    countries, flows = _flows(connection, whole, between)
    parties_seen, tied = _parties(connection, told, parties)
    further = {edge.target for edge in tied} - {node.id for node in countries} if between is None else set()
    countries += [Node(id=name, sort="country", name=name, country=name, events=0) for name in sorted(further)]
    return Relations(
        nodes=(*countries, *parties_seen), edges=(*flows, *tied), intensity=_intensity(connection, whole, by)
    )


def _between(one: str, other: str) -> sa.ColumnElement[bool]:
    """Events from the one to the other, or back."""
    ways = [conditions(Filters(from_=a, to=b))[1:] for a, b in ((one, other), (other, one))]
    return sa.or_(*(sa.and_(*way) for way in ways))


def _flows(
    connection: Connection, where: list[sa.ColumnElement[bool]], between: tuple[str, str] | None
) -> tuple[list[Node], list[Edge]]:
    """Countries and what flows between them; an event with several receivers is one event of its sender."""
    sides = (events.c.from_, events.c.to_, events.c.also_from, events.c.also_to)
    shape = (*sides, events.c.kind, events.c.verdict)
    known = sa.func.nullif(events.c.period, "")
    query = sa.select(*shape, sa.func.count(), sa.func.min(known), sa.func.max(known)).where(*where).group_by(*shape)
    seen: dict[str, int] = {}
    flows: dict[tuple[str, str, str, str | None], list[Any]] = {}
    for row in list[Any](connection.execute(query)):
        sender, receiver, senders, receivers, kind, verdict, many, first, last = row
        ends = [
            dict.fromkeys(code for code in group if code)
            for group in ((sender, *listed(senders)), (receiver, *listed(receivers)))
        ]
        for country in {**ends[0], **ends[1]}:
            seen[country] = seen.get(country, 0) + many
        for pair in ((a, b) for a in ends[0] for b in ends[1] if a != b):
            if between is None or set(pair) == set(between):
                _add(flows.setdefault((*pair, kind, verdict), [0, None, None]), many, first, last)
    nodes = [
        Node(id=name, sort="country", name=name, country=name, events=seen[name])
        for name in sorted(seen)
        if between is None or name in between
    ]
    return (
        nodes,
        [
            Edge(sort="flow", source=a, target=b, kind=kind, verdict=verdict, events=n, first=first, last=last)  # type: ignore[arg-type]
            for (a, b, kind, verdict), (n, first, last) in sorted(
                flows.items(), key=lambda each: (*each[0][:3], each[0][3] or "")
            )
        ],
    )


def _add(flow: list[Any], many: int, first: str | None, last: str | None) -> None:
    flow[0] += many
    flow[1] = min(filter(None, (flow[1], first)), default=None)
    flow[2] = max(filter(None, (flow[2], last)), default=None)


def _counted(column: sa.Column[bool], everything: bool) -> list[sa.ColumnElement[bool]]:
    return [] if everything else [column.is_(True)]


def _period(column: sa.Column[str], by: str) -> Any:
    if by not in get_args(Period):
        raise SaringError("unknown_word", "by", f"{by!r} is not known", ", ".join(get_args(Period)))
    return column if by == "month" else sa.func.substr(column, 1, 4)


def _parties(connection: Connection, where: list[sa.ColumnElement[bool]], most: int) -> tuple[list[Node], list[Edge]]:
    """The parties most told of, and what ties them to their counterparts."""
    if most <= 0:
        return [], []
    who = (participants.c.name, participants.c.country)
    many = sa.func.count()
    query = sa.select(*who, many).where(*where).group_by(*who).order_by(many.desc(), *who).limit(most)
    rows = list[Any](connection.execute(query))
    nodes = [
        Node(id=_id(name, country), sort="party", name=name, country=country or None, events=n) for name, country, n in rows
    ]  # fmt: skip
    if not rows:
        return [], []
    shape = (*who, participants.c.counterpart, participants.c.kind, participants.c.verdict)
    known = sa.func.nullif(participants.c.period, "")
    chosen = who[0].in_([name for name, _, _ in rows])
    most_told = {(name, country) for name, country, _ in rows}
    asked = sa.select(*shape, many, sa.func.min(known), sa.func.max(known)).where(*where, chosen).group_by(*shape)
    tied = [
        Edge(sort="party", source=_id(name, country), target=other, kind=kind, verdict=verdict, events=n, first=a, last=z)
        for name, country, other, kind, verdict, n, a, z in list[Any](connection.execute(asked))
        if other and (name, country) in most_told
    ]  # fmt: skip
    return nodes, sorted(tied, key=lambda edge: (edge.source, edge.target, edge.kind, edge.verdict or ""))


def _id(name: str, country: str) -> str:
    return f"{name} ({country})" if country else name


def _intensity(connection: Connection, where: list[sa.ColumnElement[bool]], by: str) -> tuple[Strength, ...]:
    """Events by period and kind."""
    shape = (_period(events.c.period, by), events.c.kind)
    query = sa.select(*shape, sa.func.count()).where(*where).group_by(*shape)
    found = [Strength(period=a, kind=b, events=n) for a, b, n in list[Any](connection.execute(query))]
    return tuple(sorted(found, key=lambda each: (each.period, each.kind)))
