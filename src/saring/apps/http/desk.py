"""What the routes share: settings, keys, figures, and the threads in which texts are read."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from saring.apps.http.audit import Audit
from saring.apps.http.jobs import Jobs
from saring.apps.http.keys import Keys
from saring.apps.http.metrics import Metrics
from saring.apps.http.problems import CallRefusedError
from saring.apps.http.rates import Rates
from saring.apps.http.settings import Settings

if TYPE_CHECKING:
    from litestar import Request

    from saring.ledger.book import Ledger

P = ParamSpec("P")
R = TypeVar("R")
WRONG_KEYS = 60  # a minute from one address


class Desk:
    """One server's things."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.keys = Keys(settings.keys_file)
        self.metrics = Metrics()
        self.audit = Audit(settings.audit_file)
        self.jobs = Jobs(settings.jobs)
        self.misses = Rates(WRONG_KEYS)
        self._reading = ThreadPoolExecutor(settings.at_once, thread_name_prefix="saring-read")
        self._asking = ThreadPoolExecutor(settings.at_once, thread_name_prefix="saring-ask")
        self._under_way = 0
        self._ledger: Ledger | None = None
        self._opening = threading.Lock()

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened when it is first asked."""
        from saring.ledger import open_ledger

        with self._opening:
            if self._ledger is None:
                self._ledger = open_ledger(self.settings.ledger, create=self.settings.create)
            return self._ledger

    async def working(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer of what reads a text, run beside the calls; refused where too many wait or it takes too long.

        What takes too long keeps its thread until it ends, so that no more than `at_once` ever run.
        """
        return await self._run(self._reading, partial(function, *args, **kwargs))

    async def asking(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer of the ledger, the law or the lists; it does not wait for texts that are being read."""
        return await self._run(self._asking, partial(function, *args, **kwargs))

    async def _run(self, pool: ThreadPoolExecutor, work: Callable[[], R]) -> R:
        if self._under_way >= self.settings.waiting:
            raise CallRefusedError(503, "busy", "too many are waiting", wait=2)
        self._under_way += 1
        future = asyncio.get_running_loop().run_in_executor(pool, work)
        future.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(future), self.settings.seconds)
        except TimeoutError:
            future.cancel()
            message = f"it took more than {self.settings.seconds:g} seconds"
            raise CallRefusedError(503, "too_slow", message, wait=60) from None

    def _done(self, future: asyncio.Future[Any]) -> None:
        self._under_way -= 1
        if not future.cancelled():
            future.exception()  # seen: whoever waited has it, or has gone

    def warm(self) -> None:
        """Load the law and the words of all rooms, so that the first caller does not wait."""
        from saring import river
        from saring.documents import open_text
        from saring.findings.questions import Inquiry, questions
        from saring.law import load

        checked = river.check(open_text("North Korea sold coal to China on 3 May 2024."))
        for dealing in checked.dealings:
            questions(Inquiry(dealing, load()))

    def close(self) -> None:
        """Stop taking work and close the log."""
        for pool in (self._reading, self._asking):
            pool.shutdown(wait=False, cancel_futures=True)
        self.jobs.close()
        if self._ledger is not None:
            self._ledger.close()
        self.audit.close()


def desk_of(request: Request[Any, Any, Any]) -> Desk:
    """The desk of the server that serves this call."""
    desk: Desk = request.app.state.desk
    return desk
