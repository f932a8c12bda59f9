"""Long work with progress: a job is made, asked for, and kept until it is old or one too many."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import msgspec

from saring.apps.http.problems import CallRefusedError
from saring.model import Problem, SaringError

State = Literal["waiting", "running", "done", "failed"]


class Job(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    """A sweep: how far it is (`rows` of about `expected`), what was said on the way, and its summary when it is done."""

    id: str
    state: State
    table: str
    made: str
    rows: int = 0
    expected: int | None = None
    layout: str = ""
    notes: list[str] = []
    summary: str = ""
    problems: list[Problem] = []
    owner: str | None = None


class Jobs:
    """The jobs of a server, in a folder that goes with it; one runs at a time."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = threading.Lock()
        self._held: dict[str, Job] = {}
        self._folder: Path | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="saring-job")

    def make(self, table: str, owner: str | None) -> tuple[Job, Path]:
        """A new job with its own folder; the oldest finished one makes room."""
        with self._lock:
            over = [job for job in self._held.values() if job.state in ("done", "failed")]
            if len(self._held) >= self.most and not over:
                raise CallRefusedError(503, "busy", f"{self.most} jobs are waiting", wait=30)
            if len(self._held) >= self.most:
                self._drop(over[0].id)
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="saring-jobs-"))
            made = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            job = Job(secrets.token_urlsafe(12), "waiting", table, made, owner=owner)
            self._held[job.id] = job
            folder = self._folder / job.id
        folder.mkdir()
        return job, folder

    def start(self, job: Job, work: Callable[[], None]) -> None:
        """Put a job in the row; what goes wrong in it is told by the job."""

        def run() -> None:
            job.state = "running"
            try:
                work()
                job.state = "failed" if job.problems else "done"
            except SaringError as error:
                job.problems.append(error.problem())
                job.state = "failed"
            except Exception as error:  # noqa: BLE001 - a thread's failure would be seen by nobody
                job.problems.append(
                    Problem(code="unreadable", message=f"{type(error).__name__}: {error}", where=job.table)
                )
                job.state = "failed"

        self._pool.submit(run)

    def of(self, known: str, owner: str | None) -> Job:
        """A job by its id; that of another key is as good as none."""
        job = self._held.get(known)
        if job is None or job.owner != owner:
            raise CallRefusedError(404, "unknown_job", f"there is no job {known[:40]!r}", "job")
        return job

    def mine(self, owner: str | None) -> list[Job]:
        """The jobs of a caller, oldest first."""
        return [job for job in self._held.values() if job.owner == owner]

    def folder(self, job: Job) -> Path:
        """Where the tables of a job lie."""
        if self._folder is None:
            raise CallRefusedError(404, "unknown_job", "there is no such job", "job")
        return self._folder / job.id

    def remove(self, known: str) -> None:
        """Forget a job and what it made; a running one is kept."""
        job = self._held.get(known)
        if job is None:
            raise CallRefusedError(404, "unknown_job", f"there is no job {known[:40]!r}", "job")
        if job.state in ("waiting", "running"):
            raise CallRefusedError(409, "running", "the job is not over", "job", wait=5)
        with self._lock:
            self._drop(known)

    def _drop(self, known: str) -> None:
        del self._held[known]
        if self._folder is not None:
            shutil.rmtree(self._folder / known, ignore_errors=True)

    def close(self) -> None:
        """Take no more work and remove what was made."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
