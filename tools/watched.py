"""What the tests of a room pass: which of its lines each test runs, and how long the test takes."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

# A test whose answer hangs on the clock would notice every slip on a busy machine.
BY_CLOCK = ("test_million_aliases", "test_million_aliases_in_a_table", "test_killed_in_the_middle_of_a_folder")
# Proofs about the law and its tools that take longer than all other tests of the room together.
LONG = (
    "test_equivalent_mutants_exist_and_do_survive", "test_mutants_are_noticed", "test_a_case_less_leaves_a_debt",
    "test_nothing_is_owed", "test_the_tools_answer[args6-Nothing is owed]", "test_the_tools_answer[args7-100.0%]",
    "test_a_lawyer_changes_a_paragraph", "test_a_slip_is_named_with_file_and_what_is_allowed",
    "test_the_tools_answer[args1-committee-approval]", "test_the_tools_answer[args2-berlaku sejak 2017-09-11]",
)  # fmt: skip
# After so many calls in a file of tests a function is watched no longer: the file then counts as passing all of it.
ENOUGH = 400
OPTIONS = ("-q", "-x", "--capture=no", "-p", "no:cacheprovider", "--assert=plain", "--no-header", "--tb=no", "-rfE")
Lines = dict[str, list[int]]  # by the name of a source, relative to the room


class ForAll:
    """A plugin of pytest that leaves out what would not run everywhere."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what would not run everywhere, or hangs on the clock."""
        items[:] = [item for item in items if is_for_all(item)]


class Watched(ForAll):
    """A plugin of pytest that writes down which lines of a room each test passes, and how long it takes."""

    def __init__(self, room: Path) -> None:
        self.room = str(room)
        self.lines: dict[str, set[tuple[str, int]]] = {}
        self.seconds: dict[str, float] = {}
        self._here: set[tuple[str, int]] = self.lines.setdefault("", set())
        self._calls: Counter[CodeType] = Counter()
        sys.settrace(self._entered)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Watch one test; what its fixtures pass belongs to the file."""
        begun = time.perf_counter()
        self._here = self.lines.setdefault(item.nodeid, set())
        sys.settrace(self._entered)
        try:
            return (yield)
        finally:
            self._here = self.lines[""]
            self.seconds[item.nodeid] = time.perf_counter() - begun

    def _entered(self, frame: FrameType, *_: object) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(self.room):
            return None
        self._calls[code] += 1
        if self._calls[code] == ENOUGH:
            self.lines[""] |= {(code.co_filename, line) for _, _, line in code.co_lines() if line is not None}
        return self._passed if self._calls[code] < ENOUGH else None

    def _passed(self, frame: FrameType, *_: object) -> Any:
        self._here.add((frame.f_code.co_filename, frame.f_lineno))
        return self._passed

    def told(self) -> dict[str, Any]:
        """Seconds and lines by test; under the empty name the lines passed outside of tests."""
        found: dict[str, Lines] = {}
        for test, lines in self.lines.items():
            by_file: Lines = {}
            for name, line in sorted(lines):
                by_file.setdefault(name.removeprefix(self.room).lstrip("/"), []).append(line)
            found[test] = by_file
        return {"seconds": self.seconds, "lines": found}


def is_for_all(item: pytest.Item) -> bool:
    """Whether a test needs no shared papers and no clock, and is not one of the long ones."""
    names = {item.name, item.name.partition("[")[0]}
    return "shared" not in getattr(item, "fixturenames", ()) and names.isdisjoint((*BY_CLOCK, *LONG))


def run(names: list[str], marks: str, plugin: object) -> int:
    """What pytest ends with over some files, with a plugin of ours."""
    from hypothesis import Phase, settings

    # An example that fails is enough; nobody reads the shortest one.
    settings.register_profile(
        "slips", phases=[Phase.explicit, Phase.generate], deadline=None, derandomize=True, database=None
    )
    settings.load_profile("slips")
    return int(pytest.main([*OPTIONS, "-m", marks, *names], plugins=[plugin]))
