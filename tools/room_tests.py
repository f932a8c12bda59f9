"""The tests of one room, run in forked children of a process that holds the heavy libraries ready.

First each file of tests runs once while its lines are watched: which lines of the room it passes, and in which test.
Then a slip runs only the files that pass its line; the tests that passed it themselves go first, those that noticed
slips before them, and the quick before the slow. One child at a time.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from slips import forget
from watched import Lines, Watched, is_for_all, run

HEAVY = (
    "hypothesis", "msgspec", "click.testing", "rich.table", "ruamel.yaml", "rapidfuzz.distance", "ahocorasick_rs",
    "anyascii", "polars", "narwhals", "fastexcel", "xlsxwriter", "pypdf", "lxml.etree", "jinja2",
)  # fmt: skip
# So many tests of a file that did not pass a line themselves run as well: a kept answer may have spared them the way.
# Where the line was passed outside of a test, or the watch on it had ended, all of them do.
FAR = 200
# A slip is given the tests that took so many seconds while they were watched (which makes them some three times slower).
SPENT = 20.0
# What is kept on disk is made by these sources of each room: the compiled law, and the table of the sweep.
MAKERS = {
    "law": ("build.py", "files.py"),
    "findings": (
        "answers.py",
        "asking.py",
        "clauses.py",
        "codes.py",
        "epochs.py",
        "judge.py",
        "outcomes.py",
        "sides.py",
    ),
    "sweep": ("classes.py", "deciding.py", "table.py"),
}
AGAIN = 77
UNFIT = "(the slip does not fit into the running program)"


def warm() -> None:
    """Import what every child would import; a library that is not installed is left to the tests that want it."""
    for name in HEAVY:
        try:
            importlib.import_module(name)
        except ImportError as missing:
            print(f"not kept ready: {missing.name}", file=sys.stderr)


class Served:
    """A plugin of pytest that has collected the tests of a room once, and hands them to a caller instead of running them."""

    def __init__(self, serve: Callable[[dict[str, pytest.Item]], None]) -> None:
        self.serve, self.failed = serve, ""

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hand over."""
        self.serve({item.nodeid: item for item in session.items if is_for_all(item)})
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the test that failed."""
        if report.failed and not self.failed:
            self.failed = report.nodeid


class RoomTests:
    """The tests of a room over a copy of the sources: what each file passes, and whether a slip is noticed.

    Args:
        root: the checkout; tests run from there.
        copy_of: the copy of `src` that slips are made in.
        room: the name of the room.
        tests: folders or files of tests, relative to the root.
        scratch: a folder for what children leave.
    """

    def __init__(self, root: Path, copy_of: Path, room: str, tests: list[str], scratch: Path, *, slow: bool) -> None:
        self.root, self.copy_of, self.scratch = root, copy_of, scratch
        self.folder = copy_of / "saring" / room
        self.marks = "" if slow else "not slow"
        files = {path for name in tests for path in _test_files(root / name)}
        self.files = [path.relative_to(root).as_posix() for path in sorted(files)]
        self.passed: dict[str, dict[str, Any]] = {}
        self.kills: Counter[str] = Counter()
        self.items: dict[str, pytest.Item] = {}
        self.made: Lines = {}

    def watch(self) -> None:
        """Run every file once and write down what it passes; a file that fails without a slip ends the program.

        What was seen is kept in `mutants/` until the sources or the tests of the folder change. What the program keeps
        on disk is made first; the sources that make it count as passed by every file that reads it.
        """
        sources = _digest(sorted(self.folder.rglob("*.py")))
        self._child(partial(_fill, self.folder.name), 600.0, fresh=False)
        for name in MAKERS.get(self.folder.name, ()):
            length = (self.folder / name).read_text(encoding="utf-8").count("\n") + 1
            self.made[name] = list(range(1, length + 1))
        for name in self.files:
            own = self.root / name
            shared = [path for path in sorted(own.parent.glob("*.py")) if not path.name.startswith("test_")]
            beside = _digest([own, *shared], name + self.marks + sources)
            told = self.root / "mutants" / f"{self.folder.name}-{beside}.json"
            told.parent.mkdir(exist_ok=True)
            if not told.exists():
                code = self._child(partial(_watch, self.folder, name, self.marks, told), 1200.0, fresh=False)
                if code not in (0, 5):
                    told.unlink(missing_ok=True)
                    raise SystemExit(f"{name} fails without any slip (exit {code})")
            self.passed[name] = json.loads(told.read_text(encoding="utf-8"))
            if self.folder.name == "law" or name.startswith("tests/sweep"):
                whole: Lines = self.passed[name]["lines"].setdefault("", {})
                for source, lines in self.made.items():
                    whole[source] = [*whole.get(source, ()), *lines]

    def is_made(self, source: str, first: int, last: int) -> bool:
        """Whether a line helps to make what is kept on disk, so that all of that must be made anew."""
        return any(first <= at <= last for at in self.made.get(source, ()))

    def serve(self, work: Callable[[], None]) -> None:
        """Collect all tests once and do some work while they are ready."""

        def hold(items: dict[str, pytest.Item]) -> None:
            self.items = items
            work()

        self.served = Served(hold)
        self._surroundings("cache")
        run(self.files, self.marks, self.served)

    def of(self, source: str, first: int, last: int) -> list[str]:
        """The tests that pass a line of a source and some of the others of their files, the likeliest to notice first."""
        near: set[str] = set()
        some: list[str] = []
        far: dict[str, float] = {}
        for known in self.passed.values():
            hit = {
                test
                for test, lines in known["lines"].items()
                if any(first <= at <= last for at in lines.get(source, ()))
            }
            near |= hit
            others = sorted(set(known["seconds"]) - hit) if hit else []
            some += others if "" in hit else others[:: len(others) // FAR + 1]
            far |= known["seconds"] if hit else {}
        chosen = [test for test in (*near, *some) if test in self.items]
        long = {test for test, seconds in far.items() if seconds > 1.0}
        chosen.sort(key=lambda test: (test not in near, far.get(test, 0.0), test))
        files: Counter[str] = Counter()
        turn: dict[str, int] = {}
        for test in chosen:  # the files take turns, so that one of a thousand cases does not use up the time of all
            name = test.partition("::")[0]
            turn[test] = files[name]
            files[name] += 1
        chosen.sort(key=lambda test: (test in long, -self.kills[test], turn[test], test))
        spent = list(accumulate(far.get(test, 0.0) for test in chosen))
        return [test for test, so_far in zip(chosen, spent, strict=True) if so_far <= SPENT]

    def noticed_by(self, tests: list[str], prepare: Callable[[], bool], limit: float, *, fresh: bool) -> str | None:
        """The test that fails after `prepare` has put a slip into the running program; None where all hold.

        UNFIT where `prepare` says that this cannot be. `fresh`: with an empty cache.
        """
        code = self._child(lambda: self._try(tests, prepare), limit, fresh=fresh)
        return UNFIT if code == AGAIN else self._told(code)

    def noticed_anew(self, tests: list[str], limit: float, *, fresh: bool) -> str | None:
        """The same in a program of its own, where everything is imported with the slip that lies in the copy."""
        return self._told(self._child(lambda: self._anew(tests), limit, fresh=fresh))

    def _told(self, code: int | None) -> str | None:
        killer = self.scratch / "killer"
        if code == 0:
            return None
        found = killer.read_text(encoding="utf-8") if killer.exists() else "(the files do not load)"
        killer.unlink(missing_ok=True)
        if code is None:
            return "(too long)"
        self.kills[found] += 1
        return found

    def _try(self, tests: list[str], prepare: Callable[[], bool]) -> int:
        if not prepare():
            return AGAIN
        forget()
        items = [self.items[test] for test in tests]
        for item, following in zip(items, (*items[1:], None), strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.served.failed:
                (self.scratch / "killer").write_text(self.served.failed, encoding="utf-8")
                return 1
        return 0

    def _anew(self, tests: list[str]) -> int:
        files = sorted({test.partition("::")[0] for test in tests})
        told = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from watched import ForAll, run; "
        call = [sys.executable, "-c", f"{told}sys.exit(run({files!r}, {self.marks!r}, ForAll()))"]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        if failed:
            (self.scratch / "killer").write_text(failed[0].partition(" ")[2].partition(" - ")[0], encoding="utf-8")
        return 0 if done.returncode == 5 else done.returncode

    def _child(self, work: Callable[[], int], limit: float, *, fresh: bool) -> int | None:
        """What a forked child ends with, or None when it ran too long; what it started ends with it."""
        child = multiprocessing.get_context("fork").Process(target=self._alone, args=(work, fresh))
        child.start()
        child.join(limit)
        code = child.exitcode
        if child.pid is not None:
            with contextlib.suppress(ProcessLookupError):  # it left nothing behind
                os.killpg(child.pid, signal.SIGKILL)
        child.join()
        return code

    def _alone(self, work: Callable[[], int], fresh: bool) -> None:
        os.setsid()
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        self._surroundings(f"cache-{os.getpid()}" if fresh else "cache")
        try:
            os._exit(work())
        finally:
            os._exit(1)

    def _surroundings(self, cache: str) -> None:
        os.chdir(self.root)
        sys.dont_write_bytecode = True
        os.environ |= {
            "PYTHONPATH": str(self.copy_of), "PYTHONDONTWRITEBYTECODE": "1", "SARING_CACHE": str(self.scratch / cache),
            "HYPOTHESIS_STORAGE_DIRECTORY": str(self.scratch / "examples"), "SARING_MANY": "60",
        }  # fmt: skip
        for place in (str(self.root), str(self.copy_of)):
            if place not in sys.path:
                sys.path.insert(0, place)


def _watch(folder: Path, name: str, marks: str, told: Path) -> int:
    watched = Watched(folder)
    code = run([name], marks, watched)
    sys.settrace(None)
    told.write_text(json.dumps(watched.told()), encoding="utf-8")
    return code


def _fill(room: str) -> int:
    """Make what the program keeps on disk: the compiled law, and the table of the sweep."""
    from saring.law import load

    load()
    if room in ("findings", "sweep"):
        from saring.sweep.table import decision_table

        decision_table()
    return 0


def _digest(paths: list[Path], more: str = "") -> str:
    digest = hashlib.sha256(more.encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _test_files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("test_*.py"))
