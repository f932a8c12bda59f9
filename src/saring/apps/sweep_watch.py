"""What a sweep says while it runs: each table and its mapping, notes, how far it is, how fast, and how long it will take."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from threading import Lock
from typing import Any

from saring.apps.complaints import Complaints

_EVERY = 10.0  # seconds between lines where standard error is no terminal


class watching:  # noqa: N801 - it is used as a word
    """Tells it on standard error: a bar on a terminal, elsewhere a line every ten seconds."""

    def __init__(self, complaints: Complaints, lang: str = "en") -> None:
        self.complaints = complaints
        self.lang = lang
        self.line: Any = None
        self.task: Any = None
        self.pace = Pace("", None, lang)
        self.is_compiling = False
        self._lock = Lock()  # rows are judged in several threads

    def __enter__(self) -> Any:
        from saring.sweep.running import Watch

        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
            self.line = Progress(*columns, console=Console(stderr=True), transient=True)
            self.line.start()
        return Watch(self.begins, self.passed, self.said, self.complaints.say, self.compiled)

    def __exit__(self, *_: object) -> None:
        if self.line is not None:
            self.line.stop()

    def begins(self, name: str, rows: int | None, layout: str) -> None:
        """A table begins."""
        self.said(f"{name}: {layout}")
        self._bar(Path(name).name, rows)
        self.pace = Pace(Path(name).name, rows, self.lang)

    def passed(self, rows: int) -> None:
        """Rows were judged."""
        with self._lock:
            self.pace.done += rows
            if self.line is not None and self.task is not None:
                self.line.update(self.task, completed=self.pace.done, told=self.pace.told())
            elif self.line is None and self.pace.is_due():
                self.said(f"{self.pace.name}: {self.pace.told()}")

    def compiled(self, done: int, of: int) -> None:
        """So much of the law is compiled into a table; that is done once for each lawbook, and kept."""
        from saring.sweep.wording import words

        own = words(self.lang)["progress"]
        if done == 1:
            if not self.is_compiling:  # a regime with several partners has a table for each
                self.said(own["compiling"])
            self.is_compiling = True
            self._bar(own["law"], of)
        if self.line is not None and self.task is not None:
            self.line.update(self.task, completed=done, told=own["stretches"].format(done=done, of=of))

    def said(self, note: str) -> None:
        """Something is to be said."""
        if self.line is not None:
            self.line.console.print(f"saring: {note}", markup=False, highlight=False)
        else:
            sys.stderr.write(f"saring: {note}\n")

    def _bar(self, name: str, total: int | None) -> None:
        if self.line is None:
            return
        if self.task is not None:
            self.line.remove_task(self.task)
        self.task = self.line.add_task(name, total=total, told="")


class Pace:
    """How many rows of how many are done, how many a second, and how long the rest will take."""

    def __init__(self, name: str, rows: int | None, lang: str = "en") -> None:
        self.name = name
        self.lang = lang
        self.rows = rows
        self.done = 0
        self.began = self.last = time.monotonic()

    def is_due(self) -> bool:
        """Whether the last line was written long enough ago."""
        now = time.monotonic()
        if now - self.last < _EVERY:
            return False
        self.last = now
        return True

    def told(self) -> str:
        """In words."""
        from saring.sweep.wording import number, words

        own = words(self.lang)["progress"]
        took = max(time.monotonic() - self.began, 1e-6)
        speed = self.done / took
        done, per_second = number(self.done, self.lang), number(speed, self.lang)
        if self.rows is None:
            return own["rows"].format(done=done, speed=per_second)
        told = own["rows_of"].format(done=done, of=number(self.rows, self.lang), speed=per_second)
        if self.rows > self.done and speed:
            seconds = int((self.rows - self.done) / speed) + 1
            told += ", " + own["left"].format(time=f"{seconds // 60}:{seconds % 60:02d}")
        return told
