"""Answers kept by content, so that the same text is not paid for twice: one file for each part, model and wording."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


def folder() -> Path:
    """Where answers are kept: SARING_CACHE, else `saring` in the user's cache folder."""
    given = os.environ.get("SARING_CACHE")
    if given:
        return Path(given) / "second-reader"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "saring" / "second-reader"


def key(*asked: str | None) -> str:
    """The name of an answer: a digest of all that it depends on."""
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()


class Shelf:
    """Kept answers in a folder; `None` keeps nothing."""

    def __init__(self, place: Path | None) -> None:
        self.place = place

    def find(self, name: str) -> Any:
        """The kept answer, or None; a file that cannot be read counts as none, and the question is asked again."""
        if self.place is None:
            return None
        with contextlib.suppress(OSError, ValueError):
            return json.loads((self.place / name[:2] / f"{name}.json").read_text(encoding="utf-8"))
        return None

    def keep(self, name: str, answer: Any) -> None:
        """Keep an answer for this user alone; a folder that cannot be written only costs the next request."""
        if self.place is None:
            return
        home = self.place / name[:2]
        with contextlib.suppress(OSError):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, unfinished = tempfile.mkstemp(dir=home, prefix=".answer-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(answer, file, ensure_ascii=False)
            Path(unfinished).replace(home / f"{name}.json")
