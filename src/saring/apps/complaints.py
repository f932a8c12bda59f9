"""What could not be used: one line each on standard error, and the exit code that follows from it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saring.model import Problem, SaringError

DONE, SOME_UNUSABLE, WRONG_OPTIONS, FAILED_ON = 0, 1, 2, 3


def error_line(where: str, message: str, allowed: str = "", code: str = "", *, as_json: bool = False) -> str:
    """One error as the contract writes it: for people, or as an object."""
    said = f"{message}; allowed: {allowed}" if allowed else message
    if as_json:
        import json

        return json.dumps({"error": {"code": code, "message": said, "where": where}}, ensure_ascii=False)
    return "saring: " + " ".join(f"{where}: {said}".split())


class Complaints:
    """Says on standard error what could not be used, and remembers whether anything was."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json
        self.any = False

    def say(self, error: SaringError) -> None:
        """Report an error that was raised."""
        self._write(error_line(error.where, error.message, error.allowed, error.code, as_json=self.as_json))

    def repeat(self, problem: Problem) -> None:
        """Report a problem that stands in the output too."""
        self._write(error_line(problem.where, problem.message, "", problem.code, as_json=self.as_json))

    def _write(self, line: str) -> None:
        self.any = True
        sys.stderr.write(line + "\n")

    @property
    def exit_code(self) -> int:
        """1 where something could not be used, else 0."""
        return SOME_UNUSABLE if self.any else DONE
