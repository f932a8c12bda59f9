"""Full text: what is indexed, and which events a question finds, the latest reports first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger.asking import conditions, event_of
from saring.ledger.kept import Filters, Found
from saring.ledger.papers import dealing_of
from saring.ledger.schema import SEARCHED, documents, events, reports
from saring.ledger.stems import asked, indexed

REPORTS, TEXTS = TABLES = SEARCHED
FIRST_LOOK, GROWTH, MOST, ALL = 400, 4, 10_000, 10_000_000  # hits are looked at in growing handfuls


class Place(NamedTuple):
    """A report that was found, and whether by its own words or by the text around it."""

    event: str
    report: int
    where: str


def index(connection: Connection, name: str, rows: list[tuple[int, str, str]]) -> None:
    """Index texts with their numbers and languages."""
    if not rows:
        return
    made = [(n, *indexed(text, language)) for n, text, language in rows]
    if connection.dialect.name == "postgresql":
        values = [{"n": n, "lexemes": [*words, *("=" + stem for stem in stems)]} for n, words, stems in made]
        connection.execute(
            sa.text(f"INSERT INTO {name} VALUES (:n, array_to_tsvector(CAST(:lexemes AS text[])))"),  # noqa: S608
            values,
        )
        return
    joined = [{"n": n, "words": " ".join(words), "stems": " ".join(stems)} for n, words, stems in made]
    insert = f"INSERT INTO {name} (rowid, words, stems) VALUES (:n, :words, :stems)"  # noqa: S608
    connection.execute(sa.text(insert), joined)


def search(connection: Connection, text: str, filters: Filters, limit: int, offset: int) -> list[Found]:
    """The events that a question finds: those whose reports have the words, then those whose pages have them."""
    wanted = asked(text)
    chosen: list[Place] = []
    seen: set[str] = set()
    for place in _places(connection, wanted, conditions(filters)):
        if place.event in seen:
            continue
        seen.add(place.event)
        if len(seen) > offset:
            chosen.append(place)
        if len(chosen) == limit:
            break
    return _told(connection, chosen)


def _places(
    connection: Connection, wanted: list[tuple[str, tuple[str, ...]]], where: list[sa.ColumnElement[bool]]
) -> Iterator[Place]:
    chosen = _few(connection, where)
    for name in TABLES:
        found = reports.c.n if name == REPORTS else reports.c.document
        few = chosen[name] if chosen is not None else None
        below, look = 2**31 - 1, FIRST_LOOK if few is None else ALL
        only = sorted(few) if few is not None and connection.dialect.name == "postgresql" else None
        while hits := _hits(connection, name, wanted, below, look, only):
            numbers = [n for n in hits if few is None or n in few][:MOST]
            query = (
                sa.select(reports.c.event, reports.c.n).where(found.in_(numbers)).order_by(found.desc(), reports.c.n)
            )
            rows = connection.execute(query).all()
            shown = _let_through(connection, sorted({row.event for row in rows}), where)
            for row in rows:
                if row.event in shown:
                    yield Place(row.event, row.n, "report" if name == REPORTS else "text")
            if len(hits) < look:
                break
            below, look = hits[-1], min(look * GROWTH, MOST)


def _few(connection: Connection, where: list[sa.ColumnElement[bool]]) -> dict[str, set[int]] | None:
    """The numbers, in each table, of all that the filters let through, where they let through little; else None.

    A common word and a rare filter would otherwise look at nearly all that has the word.
    """
    if len(where) == 1:
        return None
    ids = list(connection.scalars(sa.select(events.c.id).where(*where).limit(MOST + 1)))
    if len(ids) > MOST:
        return None
    query = sa.select(reports.c.n, reports.c.document).where(reports.c.event.in_(ids))
    rows = list[Any](connection.execute(query))
    return {REPORTS: {n for n, _ in rows}, TEXTS: {document for _, document in rows}}


def _let_through(connection: Connection, ids: list[str], where: list[sa.ColumnElement[bool]]) -> set[str]:
    """Those events that the filters let through; asked as a case, lest an index is used that finds nearly all."""
    chosen = sa.case((sa.and_(*where), 1), else_=0) == 1
    return set(connection.scalars(sa.select(events.c.id).where(events.c.id.in_(ids), chosen)))


def _hits(
    connection: Connection,
    name: str,
    wanted: list[tuple[str, tuple[str, ...]]],
    below: int,
    look: int,
    only: list[int] | None,
) -> list[int]:
    """The numbers of what has the words, the latest first; `only` among these."""
    if only is not None and not only:
        return []
    if connection.dialect.name == "postgresql":
        n, match = "n", "words @@ CAST(:asked AS tsquery)"
        words = " & ".join(_tsquery(word, stems) for word, stems in wanted)
    else:
        n, match = "rowid", f"{name} MATCH :asked"
        words = " AND ".join(_match(word, stems) for word, stems in wanted)
    query = f"SELECT {n} FROM {name} WHERE {match} AND {n} < :below ORDER BY {n} DESC LIMIT :look"  # noqa: S608
    given: dict[str, Any] = {"asked": words, "below": below, "look": look}
    asking = sa.text(query.replace("ORDER", f"AND {n} IN :only ORDER") if only else query)
    if only:
        asking, given = asking.bindparams(sa.bindparam("only", expanding=True)), {**given, "only": only}
    return list(connection.scalars(asking, given))


def _match(word: str, stems: tuple[str, ...]) -> str:
    """A word in the language of FTS5; what stands between quotation marks is letters and digits alone."""
    if stems[0] == "+":
        return "(" + " AND ".join(f'stems : "{pair}"' for pair in stems[1:]) + ")"
    return "(" + " OR ".join([f'words : "{word}" *', *(f'stems : "{stem}"' for stem in stems)]) + ")"


def _tsquery(word: str, stems: tuple[str, ...]) -> str:
    """The same in the language of PostgreSQL, where stems stand behind an equals sign."""
    if stems[0] == "+":
        return "(" + " & ".join(f"'={pair}'" for pair in stems[1:]) + ")"
    return "(" + " | ".join([f"'{word}':*", *(f"'={stem}'" for stem in stems)]) + ")"


def _told(connection: Connection, places: list[Place]) -> list[Found]:
    if not places:
        return []
    query = (
        sa.select(events, reports.c.n.label("report"), reports.c.body, documents.c.sha256, documents.c.source)
        .join(reports, reports.c.event == events.c.id)
        .join(documents, documents.c.n == reports.c.document)
        .where(reports.c.n.in_([place.report for place in places]))
    )
    rows = {row.report: row for row in connection.execute(query)}
    found = []
    for place in places:
        row = rows[place.report]
        evidence = dealing_of(row.body).evidence
        quote = evidence.quote if evidence else ""
        where = "report" if place.where == "report" else "text"
        found.append(Found(event=event_of(row), quote=quote, document=row.sha256, source=row.source, where=where))  # type: ignore[arg-type]
    return found
