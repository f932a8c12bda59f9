"""One round of a watch: every source in turn, each item checked, kept and told of; one source's trouble is its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from saring.apps.http.addresses import Resolver, resolved
from saring.apps.watching.alerting import on_document, on_law, rules_of, send
from saring.apps.watching.finding import Item, offered
from saring.apps.watching.memory import Memory
from saring.apps.watching.plan import Plan, Source
from saring.apps.watching.visiting import BusyError, Visitor
from saring.model import Checked, Document, SaringError

if TYPE_CHECKING:
    from saring.ledger import Ledger
    from saring.model import Dealing, Determination

LAWBOOK = "lawbook"
MOST_MOVED = 200


class Tally(NamedTuple):
    """What a round did: items read and failed, dealings found, alerts sent and waiting, sources in trouble."""

    read: int = 0
    failed: int = 0
    dealings: int = 0
    sent: int = 0
    waiting: int = 0
    troubled: tuple[str, ...] = ()


class Watch:
    """A plan at work. `say` takes each complaint; `tell` each alert that went out, as JSON."""

    def __init__(
        self,
        plan: Plan,
        memory: Memory,
        *,
        say: Callable[[SaringError], object],
        tell: Callable[[str], object] = lambda _: None,
        resolver: Resolver = resolved,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._plan = plan
        self._memory = memory
        self._say = say
        self._tell = tell
        self._resolver = resolver
        self._now = now
        self._visitor = Visitor(plan.watch, memory, resolver=resolver, sleep=sleep)
        self._stopped = False

    def stop(self) -> None:
        """Finish the item at hand and end the round."""
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stopped

    def round(self, *, impatient: bool = False) -> Tally:
        """Visit every source that is due; `impatient` visits those too that wait after a failure."""
        self._visitor.forget()
        tally = Tally()
        with closing(_Desk(self._plan)) as desk:
            self._law(desk)
            for source in self._plan.source:
                if self._stopped:
                    break
                if impatient or self._memory.waits_until(source.name) <= self._now():
                    tally = self._visit(source, desk, tally)
        return self._deliver(tally)

    # --- one source ---

    def _visit(self, source: Source, desk: _Desk, tally: Tally) -> Tally:
        private = self._plan.watch.private_addresses if source.private_addresses is None else source.private_addresses
        whole, count = True, 0
        try:
            for item in offered(source, self._visitor, private=private):
                if self._memory.seen(source.name, item.key):
                    continue
                if count >= self._plan.watch.most_items or self._stopped:
                    whole = False
                    break
                count += 1
                found = self._item(source, item, desk, private=private)
                whole = whole and found is not None
                tally = _counted(tally, found)
        except SaringError as error:
            self._visitor.settle(whole=False)
            after = error.after if isinstance(error, BusyError) else None
            self._memory.failed(source.name, self._now(), error.message, after)
            self._say(error.inside(f"source {source.name}"))
            return tally._replace(troubled=(*tally.troubled, source.name))
        self._visitor.settle(whole=whole)
        self._memory.worked(source.name)
        return tally

    def _item(self, source: Source, item: Item, desk: _Desk, *, private: bool) -> int | None:
        """Read one item: the number of its dealings, or None when it failed."""
        again = self._memory.begin(source.name, item.key, self._today())
        try:
            document = self._opened(item, private=private)
            checked, events = desk.check(document, again=again)
        except BusyError:
            raise
        except SaringError as error:
            self._memory.missed(source.name, item.key, self._today())
            self._say(error.inside(f"source {source.name}"))
            return None
        names = [name for d in checked.dealings for party in d.parties if (name := party.name or party.words)]
        fresh = self._memory.new_parties(names)
        alerts = on_document(self._plan, source.name, checked, events, fresh)
        self._memory.done(source.name, item.key, self._today(), alerts)
        self._memory.meet(names, source.name, item.key)
        return len(checked.dealings)

    def _opened(self, item: Item, *, private: bool) -> Document:
        from saring.documents import open_document, open_feed

        most = self._plan.watch.most_bytes
        if item.raw is not None and item.number is not None:
            return open_feed(item.where.partition("#")[0], raw=item.raw, max_size=most)[item.number - 1]
        if item.where.startswith(("http://", "https://")):
            page = self._visitor.page(item.where, private=private)
            return open_document(item.where, raw=page or b"", max_size=most)
        return open_document(item.where, max_size=most)

    def _today(self) -> str:
        return datetime.fromtimestamp(self._now(), UTC).date().isoformat()

    # --- the law, and the outbox ---

    def _law(self, desk: _Desk) -> None:
        """Raise the alerts of a lawbook that is another than in the last round."""
        from saring.law import load

        now, before = load().version, self._memory.word(LAWBOOK)
        if before and before != now:
            self._memory.put(on_law(self._plan, before, now, desk.moved()))
        self._memory.remember(LAWBOOK, now)

    def _deliver(self, tally: Tally) -> Tally:
        rules = dict(rules_of(self._plan))
        sent = waiting = 0
        for alert in self._memory.waiting(self._now()):
            rule = rules.get(alert.rule)
            if rule is None:  # the rule was taken out of the file: nobody asks for it any more
                self._memory.sent(alert.id)
                continue
            try:
                send(rule, alert.id, alert.body, self._plan.watch.timeout, self._resolver)
            except SaringError as error:
                self._memory.unsent(alert, self._now())
                self._say(error.inside(f"alert {alert.rule}"))
                waiting += 1
                continue
            self._memory.sent(alert.id)
            self._tell(alert.body)
            sent += 1
        return tally._replace(sent=sent, waiting=waiting)


class _Desk:
    """Checks documents and keeps them in the ledger of the plan, if there is one."""

    def __init__(self, plan: Plan) -> None:
        self._lang = plan.watch.lang
        self._ledger: Ledger | None = None
        if plan.watch.ledger is not None:
            from saring.ledger import open_ledger

            self._ledger = open_ledger(plan.watch.ledger)

    def close(self) -> None:
        if self._ledger is not None:
            self._ledger.close()

    def check(self, document: Document, *, again: bool = False) -> tuple[Checked, dict[str, bool]]:
        """The checked document, and by dealing id whether its event is new.

        `again`: an earlier round stopped between keeping the document and writing its alerts; they are raised now.
        """
        from saring.river import check

        checked = check(document, lang=self._lang)
        if self._ledger is None:
            return checked, {}
        done = self._ledger.record(checked, text=document.text)
        if again and not done.new:
            return checked, {}
        return checked, {placed.dealing: placed.new_event for placed in done.placed}

    def moved(self) -> list[dict[str, Any]] | None:
        """The kept events whose verdict is another under today's lawbook; nothing is changed in the ledger."""
        if self._ledger is None:
            return None
        import msgspec

        from saring.apps.ledger_changes import judge_with

        def as_of(dealing: Dealing, day: str) -> Determination:
            return judge_with(None, day)(dealing)

        done = self._ledger.rejudge(judge_with(None, None), who="", why="", judge_as_of=as_of, keep=False)
        return [msgspec.to_builtins(one) for one in done.moved[:MOST_MOVED]]


def _counted(tally: Tally, found: int | None) -> Tally:
    if found is None:
        return tally._replace(failed=tally.failed + 1)
    return tally._replace(read=tally.read + 1, dealings=tally.dealings + found)


def default_memory(plan: Path) -> Path:
    """Where a watch keeps its memory unless told otherwise: beside its plan."""
    return plan.with_name(f"{plan.stem}.watch.db")
