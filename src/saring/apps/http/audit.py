"""The log of calls: who called what, when, with which answer; never a text, a name asked for or a secret."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections import deque
from pathlib import Path

import msgspec

_MOST = 1000


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One call: `key` is the id of the caller's key, `route` the pattern and `path` the address without its query."""

    at: str
    method: str
    path: str
    route: str
    status: int
    milliseconds: float
    taken: int
    key: str | None = None
    role: str | None = None
    client: str | None = None


class Audit:
    """A file to which lines are appended; it is made with the first call."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._handle: int | None = None

    def wrote(self, entry: Entry) -> None:
        """Append one line in one write, so that lines of several servers do not mix."""
        with self._lock:
            if self._handle is None:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            os.write(self._handle, msgspec.json.encode(entry) + b"\n")

    def last(self, most: int) -> list[Entry]:
        """The last entries, oldest first."""
        if not self.path.is_file():
            return []
        with self.path.open("rb") as stream:
            lines = deque(stream, maxlen=min(most, _MOST))
        return [msgspec.json.decode(line, type=Entry) for line in lines if line.endswith(b"\n")]

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None


def now() -> str:
    """The time of day as the log writes it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
