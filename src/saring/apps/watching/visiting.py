"""Polite calls: what robots.txt asks for, pauses between calls to one host, and only what changed since last time."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from saring.apps.http.addresses import Answer, Resolver, ask, resolved
from saring.apps.watching.memory import Memory, Validators
from saring.apps.watching.plan import Manners
from saring.model import SaringError

MOST_ROBOTS = 500_000
LONGEST_PAUSE = 30.0


class BusyError(SaringError):
    """The server asks to come back later; `after` in seconds, where it says."""

    after: float | None = None


class Visitor:
    """Calls for one watch. `sleep` and `clock` are those of time, and others in tests."""

    def __init__(
        self,
        manners: Manners,
        memory: Memory,
        *,
        resolver: Resolver = resolved,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manners = manners
        self._memory = memory
        self._resolver = resolver
        self._sleep = sleep
        self._clock = clock
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}
        self._changed: dict[str, Validators] = {}

    def forget(self) -> None:
        """Ask for every robots.txt again: at the start of a round."""
        self._robots.clear()

    def settle(self, *, whole: bool) -> None:
        """After a source: remember its pages as read, unless part of what they offer is still to be read."""
        for address, found in self._changed.items() if whole else ():
            self._memory.validate(address, found)
        self._changed.clear()

    def page(self, address: str, *, private: bool, changed_only: bool = False) -> bytes | None:
        """The bytes of a page; None where the server says that it did not change since last time."""
        self._permitted(address, private=private)
        known = self._memory.validators(address) if changed_only else Validators()
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        answer = self._call(address, {name: value for name, value in headers.items() if value}, private=private)
        if answer.status == 304 and changed_only:
            return None
        if answer.status in (429, 503):
            busy = BusyError("unreadable", address, f"the server answered {answer.status}", "later")
            busy.after = _seconds(answer.headers.get("retry-after"))
            raise busy
        if answer.status != 200:
            raise SaringError("unreadable", address, f"the server answered {answer.status}", "200")
        if changed_only:
            told = answer.headers
            self._changed[address] = Validators(told.get("etag"), told.get("last-modified"))
        return answer.body

    def _permitted(self, address: str, *, private: bool) -> None:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots.get(host)
        if rules is None:
            rules = self._robots[host] = self._rules(host, private=private)
        if not rules.can_fetch(self._manners.agent, address):
            raise SaringError("unreadable", address, "robots.txt asks not to fetch it", "another address")

    def _rules(self, host: str, *, private: bool) -> RobotFileParser:
        """The rules of a host. No such file: all is allowed. A server in trouble: nothing is, for now (RFC 9309)."""
        rules = RobotFileParser()
        answer = self._call(f"{host}/robots.txt", {}, private=private, most=MOST_ROBOTS)
        if answer.status == 200:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        elif answer.status < 500:
            rules.parse([])
        else:
            raise SaringError("unreadable", f"{host}/robots.txt", f"the server answered {answer.status}", "later")
        return rules

    def _call(self, address: str, headers: dict[str, str], *, private: bool, most: int | None = None) -> Answer:
        host = urlsplit(address).netloc
        rules = self._robots.get(f"{urlsplit(address).scheme}://{host}")
        asked = rules.crawl_delay(self._manners.agent) if rules else None
        pause = min(LONGEST_PAUSE, max(self._manners.pause, float(asked or 0)))
        early = self._last.get(host, float("-inf")) + pause - self._clock()
        if early > 0:
            self._sleep(early)
        try:
            return ask(
                address,
                most or self._manners.most_bytes,
                self._manners.timeout,
                headers={"User-Agent": self._manners.agent, **headers},
                private=private,
                resolver=self._resolver,
            )
        except SaringError as error:
            raise SaringError(error.code, address, error.message, error.allowed) from error
        finally:
            self._last[host] = self._clock()


def _seconds(value: str | None) -> float | None:
    """`Retry-After`, in seconds or as a date."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None  # a header that is neither says nothing
