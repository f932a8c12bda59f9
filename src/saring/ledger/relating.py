"""Timeline and relations: events counted by period, kind and verdict, and between whom."""

from __future__ import annotations

from typing import Any, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger.asking import conditions
from saring.ledger.deriving import listed
from saring.ledger.kept import Count, Edge, Filters, Node, Period, Relations, Strength
from saring.ledger.schema import edges, events, participants
from saring.model import SaringError

NONE = Filters()


def timeline(connection: Connection, by: str, filters: Filters, *, everything: bool) -> list[Count]:
    """Events by period, kind and verdict, in that order; undated ones come first, with an empty period."""
    period = _period(events.c.period, by)
    where = [*conditions(filters), *_counted(events.c.counted, everything)]
    shape = (period, events.c.kind, events.c.verdict)
    query = sa.select(*shape, sa.func.count()).where(*where).group_by(*shape).order_by(*shape)
    rows = [
        Count(period=row[0], kind=row[1], verdict=row[2], events=row[3]) for row in connection.execute(query).tuples()
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
    chosen = _chosen(filters)
    flows = [*_among(edges.c.event, chosen), *_counted(edges.c.counted, everything)]
    told = [*_among(participants.c.event, chosen), *_counted(participants.c.counted, everything)]
    whole = [*conditions(filters), *_counted(events.c.counted, everything)]
    if between is not None:
        one, other = between
        flows.append(sa.or_(*((edges.c.source == a) & (edges.c.target == b) for a, b in ((one, other), (other, one)))))
        paired = sa.select(edges.c.event).where(flows[-1])
        told.append(participants.c.event.in_(paired))
        whole.append(events.c.id.in_(paired))
    flowing = _flows(connection, flows)
    parties_seen, tied = _parties(connection, told, parties)
    countries = _countries(connection, whole, tied)
    if between is not None:
        countries = [node for node in countries if node.id in between]
    return Relations(
        nodes=(*countries, *parties_seen), edges=(*flowing, *tied), intensity=_intensity(connection, whole, by)
    )


def _chosen(filters: Filters) -> Any:
    """The events that filters let through; None where all that are counted are meant."""
    if filters == NONE:
        return None
    return sa.select(events.c.id).where(*conditions(filters))


def _among(column: sa.Column[str], chosen: Any) -> list[sa.ColumnElement[bool]]:
    return [] if chosen is None else [column.in_(chosen)]


def _counted(column: sa.Column[bool], everything: bool) -> list[sa.ColumnElement[bool]]:
    return [] if everything else [column.is_(True)]


def _period(column: sa.Column[str], by: str) -> Any:
    if by not in get_args(Period):
        raise SaringError("unknown_word", "by", f"{by!r} is not known", ", ".join(get_args(Period)))
    return column if by == "month" else sa.func.substr(column, 1, 4)


def _flows(connection: Connection, where: list[sa.ColumnElement[bool]]) -> list[Edge]:
    shape = (edges.c.source, edges.c.target, edges.c.kind, edges.c.verdict)
    return _edges(connection, "flow", edges, shape, where)


def _edges(
    connection: Connection, sort: str, table: sa.Table, shape: tuple[Any, ...], where: list[sa.ColumnElement[bool]]
) -> list[Edge]:
    known = sa.func.nullif(table.c.period, "")
    query = sa.select(*shape, sa.func.count(), sa.func.min(known), sa.func.max(known)).where(*where).group_by(*shape)
    found = [
        Edge(sort=sort, source=a, target=b, kind=kind, verdict=verdict, events=n, first=first, last=last)  # type: ignore[arg-type]
        for a, b, kind, verdict, n, first, last in connection.execute(query).tuples()
    ]
    return sorted(found, key=lambda edge: (edge.source, edge.target, edge.kind, edge.verdict or ""))


def _countries(connection: Connection, where: list[sa.ColumnElement[bool]], seen: list[Edge]) -> list[Node]:
    """The countries, each with the number of its events, those of unknown counterpart among them."""
    sides = (events.c.from_, events.c.to_, events.c.also_from, events.c.also_to)
    counted: dict[str, int] = {}
    query = sa.select(*sides, sa.func.count()).where(*where).group_by(*sides)
    rows: list[Any] = list(connection.execute(query))
    for first, second, givers, receivers, many in rows:
        for country in {code for code in (first, second) if code}.union(listed(givers), listed(receivers)):
            counted[country] = counted.get(country, 0) + many
    names = sorted({*counted, *(edge.target for edge in seen if edge.sort == "party")})
    return [Node(id=name, sort="country", name=name, country=name, events=counted.get(name, 0)) for name in names]


def _parties(connection: Connection, where: list[sa.ColumnElement[bool]], most: int) -> tuple[list[Node], list[Edge]]:
    """The parties most told of, and what ties them to their counterparts."""
    if most <= 0:
        return [], []
    who = (participants.c.name, participants.c.country)
    many = sa.func.count()
    query = sa.select(*who, many).where(*where).group_by(*who).order_by(many.desc(), *who).limit(most)
    rows = connection.execute(query).tuples().all()
    nodes = [
        Node(id=_id(name, country), sort="party", name=name, country=country or None, events=n) for name, country, n in rows
    ]  # fmt: skip
    if not rows:
        return [], []
    shape = (*who, participants.c.counterpart, participants.c.kind, participants.c.verdict)
    known = sa.func.nullif(participants.c.period, "")
    chosen = sa.or_(*((who[0] == name) & (who[1] == country) for name, country, _ in rows))
    asked = sa.select(*shape, many, sa.func.min(known), sa.func.max(known)).where(*where, chosen).group_by(*shape)
    tied = [
        Edge(sort="party", source=_id(name, country), target=other, kind=kind, verdict=verdict, events=n, first=a, last=z)
        for name, country, other, kind, verdict, n, a, z in connection.execute(asked).tuples()
        if other
    ]  # fmt: skip
    return nodes, sorted(tied, key=lambda edge: (edge.source, edge.target, edge.kind, edge.verdict or ""))


def _id(name: str, country: str) -> str:
    return f"{name} ({country})" if country else name


def _intensity(connection: Connection, where: list[sa.ColumnElement[bool]], by: str) -> tuple[Strength, ...]:
    """Events by period and kind."""
    shape = (_period(events.c.period, by), events.c.kind)
    query = sa.select(*shape, sa.func.count()).where(*where).group_by(*shape)
    found = [Strength(period=a, kind=b, events=n) for a, b, n in connection.execute(query).tuples()]
    return tuple(sorted(found, key=lambda each: (each.period, each.kind)))
