"""What a watch remembers between rounds: items seen, validators of pages, failures, parties, and alerts not yet sent.

One SQLite file. An item and the alerts that it raises are written in one transaction, so that a stop at any point
neither loses an alert nor reads an item for nothing twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_TABLES = """
CREATE TABLE IF NOT EXISTS items (source TEXT, key TEXT, day TEXT, outcome TEXT, tries INTEGER, PRIMARY KEY (source, key));
CREATE TABLE IF NOT EXISTS pages (address TEXT PRIMARY KEY, etag TEXT, modified TEXT);
CREATE TABLE IF NOT EXISTS failures (source TEXT PRIMARY KEY, count INTEGER, until REAL, message TEXT);
CREATE TABLE IF NOT EXISTS parties (name TEXT PRIMARY KEY, source TEXT, item TEXT);
CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, rule TEXT, body TEXT, tries INTEGER, until REAL);
CREATE TABLE IF NOT EXISTS words (name TEXT PRIMARY KEY, value TEXT);
"""
BEGUN = "begun"
READ = "read"
FAILED = "failed"
MOST_TRIES = 3
FIRST_WAIT = 300.0
LONGEST_WAIT = 86_400.0


class Validators(NamedTuple):
    """What a server said of a page, to ask next time whether it changed."""

    etag: str | None = None
    modified: str | None = None


class Waiting(NamedTuple):
    """An alert in the outbox: its id, the rule that it follows, its body as JSON, and how often it was tried."""

    id: str
    rule: str
    body: str
    tries: int


class Memory:
    """The file of one watch."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, timeout=30)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # --- items ---

    def seen(self, source: str, key: str) -> bool:
        """Whether an item was dealt with, or failed so often that it is given up."""
        row = self._db.execute(
            "SELECT tries, outcome FROM items WHERE source = ? AND key = ?", (source, key)
        ).fetchone()
        return row is not None and (row[1] == READ or row[0] >= MOST_TRIES)

    def begin(self, source: str, key: str, day: str) -> bool:
        """Write down that an item is being read; whether that stood there already, from a round that was broken off."""
        row = self._db.execute("SELECT outcome FROM items WHERE source = ? AND key = ?", (source, key)).fetchone()
        with self._db:
            self._db.execute(
                "INSERT INTO items VALUES (?, ?, ?, ?, 0) ON CONFLICT (source, key) DO UPDATE SET outcome = ?",
                (source, key, day, BEGUN, BEGUN),
            )
        return row is not None and row[0] == BEGUN

    def missed(self, source: str, key: str, day: str) -> bool:
        """Count a failure of one item; whether it is given up now."""
        with self._db:
            self._db.execute(
                "INSERT INTO items VALUES (?, ?, ?, ?, 1) ON CONFLICT (source, key) DO UPDATE SET tries = tries + 1, outcome = ?",
                (source, key, day, FAILED, FAILED),
            )
        return self.seen(source, key)

    def done(self, source: str, key: str, day: str, alerts: Iterable[tuple[str, str, str]] = ()) -> None:
        """Write down an item and its alerts (id, rule, body) in one step."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, 0)", (source, key, day, READ))
            self._db.executemany("INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, 0, 0)", alerts)

    def new_parties(self, names: Iterable[str]) -> list[str]:
        """Those names that no item has told before; they are known once `meet` is called."""
        known = {row[0] for row in self._db.execute("SELECT name FROM parties")}
        return [name for name in dict.fromkeys(names) if _plain(name) not in known]

    def meet(self, names: Iterable[str], source: str, item: str) -> None:
        """Remember the names of parties."""
        with self._db:
            rows = [(_plain(name), source, item) for name in names]
            self._db.executemany("INSERT OR IGNORE INTO parties VALUES (?, ?, ?)", rows)

    # --- pages ---

    def validators(self, address: str) -> Validators:
        """What the server said of that address last time."""
        row = self._db.execute("SELECT etag, modified FROM pages WHERE address = ?", (address,)).fetchone()
        return Validators(*row) if row else Validators()

    def validate(self, address: str, found: Validators) -> None:
        """Remember what the server said."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", (address, *found))

    # --- failures ---

    def waits_until(self, source: str) -> float:
        """The moment (seconds since 1970) before which a source that failed is left alone; 0: at once."""
        row = self._db.execute("SELECT until FROM failures WHERE source = ?", (source,)).fetchone()
        return float(row[0]) if row else 0.0

    def failed(self, source: str, now: float, message: str, after: float | None = None) -> float:
        """Count a failure; each doubles the wait, up to a day. `after`: the server's own wish in seconds."""
        row = self._db.execute("SELECT count FROM failures WHERE source = ?", (source,)).fetchone()
        count = int(row[0] if row else 0) + 1
        until = now + max(after or 0.0, min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (count - 1)))
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)", (source, count, until, message))
        return until

    def worked(self, source: str) -> None:
        """Forget the failures of a source."""
        with self._db:
            self._db.execute("DELETE FROM failures WHERE source = ?", (source,))

    # --- alerts and words ---

    def put(self, alerts: Iterable[tuple[str, str, str]]) -> None:
        """Put alerts (id, rule, body) into the outbox."""
        with self._db:
            self._db.executemany("INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, 0, 0)", alerts)

    def waiting(self, now: float) -> list[Waiting]:
        """The alerts that are due, oldest first."""
        rows = self._db.execute("SELECT id, rule, body, tries FROM outbox WHERE until <= ? ORDER BY rowid", (now,))
        return [Waiting(*row) for row in rows]

    def sent(self, alert: str) -> None:
        """Take an alert out of the outbox."""
        with self._db:
            self._db.execute("DELETE FROM outbox WHERE id = ?", (alert,))

    def unsent(self, alert: Waiting, now: float) -> None:
        """Try an alert again later."""
        until = now + min(LONGEST_WAIT, FIRST_WAIT * 2**alert.tries)
        with self._db:
            self._db.execute("UPDATE outbox SET tries = tries + 1, until = ? WHERE id = ?", (until, alert.id))

    def word(self, name: str) -> str | None:
        """A single remembered word, such as the lawbook of the last round."""
        row = self._db.execute("SELECT value FROM words WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def remember(self, name: str, value: str) -> None:
        """Remember a single word."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO words VALUES (?, ?)", (name, value))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
