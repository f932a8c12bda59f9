"""Reviewed false positives: set aside as long as the entry of the list is what the reviewer saw."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from saring.model import Hit, SaringError

from .search import Screener


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a decisions file: who is not whom; `version` is the entry's version as the hit printed it."""

    query: str
    list: str
    id: str
    version: str
    decision: Literal["no_match", "match"] = "no_match"
    by: str | None = None
    on: str | None = None
    why: str | None = None


class Decisions:
    """The decisions of a file, by query and entry; the last word on a pair counts."""

    def __init__(self, found: list[Decision]) -> None:
        self.found = {(_plain(d.query), d.list, d.id): d for d in found}

    def apply(self, query: str, hits: tuple[Hit, ...], screener: Screener) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
        """The hits that remain, and what was set aside; a hit whose entry has changed since comes back and says so."""
        left: list[Hit] = []
        aside: list[str] = []
        for hit in hits:
            decision = self.found.get((_plain(query), hit.list, hit.id))
            if decision is None:
                left.append(hit)
                continue
            said = f"on {decision.on or 'an unknown day'}" + (f" by {decision.by}" if decision.by else "")
            if decision.version != screener.version(hit.list, hit.id):
                because = (*hit.because, f"decided as {decision.decision} {said}, but the entry has changed since")
                left.append(msgspec.structs.replace(hit, because=because))
            elif decision.decision == "match":
                because = (*hit.because, f"confirmed as a match {said}")
                left.append(msgspec.structs.replace(hit, because=because, strong=True))
            else:
                aside.append(f"{hit.list} {hit.id} {hit.name}: set aside {said}")
        return tuple(left), tuple(aside)


def _plain(query: str) -> str:
    return " ".join(query.casefold().split())


def read_decisions(path: Path) -> Decisions:
    """The decisions of a JSON Lines file; a line that is no decision is an error with its number."""
    if not path.is_file():
        raise SaringError("missing_file", str(path), "there is no such file")
    found: list[Decision] = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Decision))
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as failure:
                allowed = '{"query", "list", "id", "version", "decision": "no_match" or "match", "by", "on", "why"}'
                raise SaringError("bad_json", f"{path}:{number}", str(failure), allowed) from failure
    return Decisions(found)
