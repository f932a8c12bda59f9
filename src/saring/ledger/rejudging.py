"""Judging again: another lawbook over all that is kept, and what it answers differently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from saring.ledger import changing
from saring.ledger.asking import conditions
from saring.ledger.chain import Written, append, encoded, words
from saring.ledger.correcting import own_text, single
from saring.ledger.deriving import own_of, provisions, speaking, state_of
from saring.ledger.kept import Filters, Judge, JudgeAsOf, Moved, Rejudged, Unjudged
from saring.ledger.opening import WRITES, lock
from saring.ledger.papers import dealing_of
from saring.ledger.schema import events, reports
from saring.model import Dealing, Determination, SaringError

PAGE = 500  # events that are read, judged and kept at a time: nobody waits while the law is asked


class Standing(msgspec.Struct, frozen=True):
    """An event as it was read: what will be kept of it holds only while this still stands."""

    id: str
    state: str
    own: str | None
    base: str | None
    dealing: Dealing
    judged: tuple[Determination, ...]


class Again(msgspec.Struct, frozen=True):
    """An event whose answer moved."""

    was: Standing
    now: tuple[Determination, ...]
    moved: tuple[Moved, ...]


def rejudge(
    engine: Engine,
    judge: Judge,
    judge_as_of: JudgeAsOf | None,
    filters: Filters,
    who: str,
    why: str,
    clock: Callable[[], dt.datetime],
    *,
    keep: bool,
) -> Rejudged:
    """Judge the events that the filters let through; with `keep` what moved is entered, page by page."""
    who, why = words("who", who, needed=keep, most=200), words("why", why, needed=keep)
    asked, entry = 0, None
    moved: list[Moved] = []
    failed: list[Unjudged] = []
    for page in _pages(engine, filters):
        asked += len(page)
        found = [again for each in page if (again := _again(each, judge, judge_as_of, failed)) is not None]
        if keep and found:
            with engine.execution_options(**WRITES).begin() as connection:
                lock(connection)
                found, entry = _keep(connection, found, who, why, clock(), failed, entry)
        moved += [each for again in found for each in again.moved]
    if keep and entry is None:
        entry = _nothing(engine, asked, who, why, clock())
    return Rejudged(asked=asked, moved=tuple(moved), failed=tuple(failed), entry=entry)


def _pages(engine: Engine, filters: Filters) -> Iterator[list[Standing]]:
    last = ""
    while True:
        with engine.connect() as connection:
            columns = (events.c.id, events.c.state, events.c.own)
            query = (
                sa.select(*columns).where(events.c.id > last, *conditions(filters)).order_by(events.c.id).limit(PAGE)
            )
            rows = connection.execute(query).all()
            if not rows:
                return
            bases = {row.id: state_of(row.state).base for row in rows}
            wanted = sa.select(reports.c.id, reports.c.body).where(reports.c.id.in_(bases.values()))
            bodies: dict[str, str] = dict(list[Any](connection.execute(wanted)))
        yield [_standing(row, bodies[bases[row.id]]) for row in rows]
        last = rows[-1].id


def _standing(row: Any, body: str) -> Standing:
    gist = state_of(row.state)
    dealing, judged, corrected = speaking(gist, dealing_of(body), own_of(row.own))
    return Standing(row.id, row.state, row.own, None if corrected else gist.base, dealing, judged)


def _again(was: Standing, judge: Judge, judge_as_of: JudgeAsOf | None, failed: list[Unjudged]) -> Again | None:
    before = {each.regime: each for each in was.judged}
    try:
        bare = msgspec.structs.replace(was.dealing, determinations=msgspec.UNSET)
        now = tuple(_asked(each, before.get(each.regimes[0]), judge, judge_as_of) for each in single(bare))
    except SaringError as error:
        failed.append(Unjudged(event=was.id, message=str(error)))
        return None
    moved = tuple(each for after in now if (each := _moved(was.id, before.get(after.regime), after)) is not None)
    return Again(was, now, moved) if moved else None


def _asked(
    dealing: Dealing, before: Determination | None, judge: Judge, judge_as_of: JudgeAsOf | None
) -> Determination:
    """The answer now; a question that was asked as of a day is asked as of that day again."""
    if judge_as_of is not None and before is not None and before.as_of_basis == "option":
        return judge_as_of(dealing, before.as_of)
    return judge(dealing)


def _moved(event: str, before: Determination | None, after: Determination) -> Moved | None:
    if before is not None and _rests_on(before) == _rests_on(after):
        return None
    return Moved(
        event=event,
        regime=after.regime,
        before=before.verdict if before else None,
        after=after.verdict,
        lawbook_before=before.lawbook if before else None,
        lawbook_after=after.lawbook,
        provisions_before=provisions((before,)) if before else (),
        provisions_after=provisions((after,)),
    )


def _rests_on(judged: Determination) -> tuple[Any, ...]:
    found = sorted((finding.provision, finding.effect, finding.verdict) for finding in judged.findings)
    return judged.verdict, found, sorted(judged.missing)


def _keep(
    connection: Connection,
    found: list[Again],
    who: str,
    why: str,
    at: dt.datetime,
    failed: list[Unjudged],
    entry: int | None,
) -> tuple[list[Again], int | None]:
    """Enter what moved; an event that changed while the law was asked is left as it is."""
    kept, body = [], []
    for again in found:
        row = connection.execute(sa.select(events.c.state, events.c.own).where(events.c.id == again.was.id)).one()
        if (row.state, row.own) != (again.was.state, again.was.own):
            failed.append(Unjudged(event=again.was.id, message="it changed meanwhile: judge again"))
            continue
        kept.append(again)
        body.append((again.was.id, own_text(connection, again.was.dealing, again.now, again.was.base)))
    if not kept:
        return kept, entry
    told = {"lawbook": kept[0].now[0].lawbook, "moved": body}
    changing.make(connection, "rejudge", told)
    made = Written(at=at, who=who, action="rejudge", subject="ledger", why=why, body=encoded(told))
    return kept, append(connection, made).seq


def _nothing(engine: Engine, asked: int, who: str, why: str, at: dt.datetime) -> int:
    """The entry that says that everything was judged again and nothing moved."""
    with engine.execution_options(**WRITES).begin() as connection:
        lock(connection)
        body = encoded({"asked": asked, "lawbook": None, "moved": []})
        return append(
            connection, Written(at=at, who=who, action="rejudge", subject="ledger", why=why, body=body)
        ).seq  # fmt: skip
