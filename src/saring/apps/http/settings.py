"""What a server is told when it starts."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

Language = Literal["en", "id"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Where it keeps its things and how much it takes; sizes in bytes, times in seconds, `rate` in calls a minute.

    `host` is the name under which it is called without keys, besides the loopback names. `ledger` is an address of a
    ledger or None for the user's own; without `create` one that is not there is not made.
    """

    home: Path
    ledger: str | None = None
    create: bool = True
    host: str = "127.0.0.1"
    lang: Language | None = None
    allow_urls: bool = False
    max_body: int = 10_000_000
    max_upload: int = 200_000_000
    seconds: float = 30.0
    at_once: int = 4
    waiting: int = 256
    rate: int = 30_000
    jobs: int = 20

    @property
    def keys_file(self) -> Path:
        """Where the keys stand, hashed."""
        return self.home / "serve" / "keys.json"

    @property
    def audit_file(self) -> Path:
        """The log of calls, one JSON object a line."""
        return self.home / "serve" / "audit.jsonl"
