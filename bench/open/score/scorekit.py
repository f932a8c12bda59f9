"""What the three scorers share: reading cases, running the command under test, counting, and the end of a run.

Exit codes of every scorer: 0 the floors hold (or none were asked), 1 a floor does not hold,
2 the score could not be taken at all (bad input, wrong usage, a command that is not there).
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

JsonObject = dict[str, Any]
Interval = tuple[date, date]

# In governing order: where several verdicts meet, the one named first holds.
VERDICTS = ("prohibited", "undetermined", "restricted", "exempt", "not_covered")


class ScoreError(Exception):
    """The score cannot be taken; the message says what is wrong and where."""


@dataclass
class Rate:
    """A share that is counted up case by case. It has no value before anything was counted."""

    hits: float = 0.0
    total: float = 0.0

    def add(self, hit: float, total: float = 1.0) -> None:
        """Count a hit, or part of one."""
        self.hits += hit
        self.total += total

    def merge(self, other: Rate) -> None:
        """Add another rate to this one."""
        self.add(other.hits, other.total)

    @property
    def value(self) -> float | None:
        """The share, or None where nothing was asked."""
        return self.hits / self.total if self.total else None

    @property
    def short(self) -> str:
        """The share with three digits."""
        return "-" if self.value is None else f"{self.value:.3f}"

    def __str__(self) -> str:
        return "-" if self.value is None else f"{self.short} ({self.hits:g}/{self.total:g})"


@dataclass(frozen=True)
class Outcome:
    """What one run of the command gave back. `problem` is empty when it ran to its end."""

    stdout: str
    problem: str = ""


def run_command(command: str, *, arguments: Sequence[str] = (), stdin: str = "", timeout: float = 600) -> Outcome:
    """Run the command under test. A run that fails is an outcome to be scored; a missing command is an error."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ScoreError(f"--cmd {command!r} cannot be split into words: {error}") from None
    if not words:
        raise ScoreError("--cmd is empty")
    try:
        done = subprocess.run(
            [*words, *arguments], input=stdin.encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        return Outcome((error.stdout or b"").decode("utf-8", "replace"), f"stopped after {timeout:g} s")
    except OSError as error:
        raise ScoreError(f"--cmd {words[0]!r} cannot be run: {error.strerror}") from None
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    problem = f"exit code {done.returncode}" + (f": {said[-1][:200]}" if said else "") if done.returncode else ""
    return Outcome(done.stdout.decode("utf-8", "replace"), problem)


def read_lines(path: Path) -> list[tuple[str, str]]:
    """The lines of a file that are not blank, each with its place for error messages."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ScoreError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ScoreError(f"{path}: not UTF-8") from None
    return [(f"{path}:{n}", line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]


def read_cases(path: Path, required: Mapping[str, type | tuple[type, ...]]) -> list[tuple[str, JsonObject]]:
    """JSON Lines with unique ids, each object with the required keys of the right types. Extra keys are let through."""
    cases: list[tuple[str, JsonObject]] = []
    seen: set[str] = set()
    for where, line in read_lines(path):
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            raise ScoreError(f"{where}: not JSON: {error.msg}") from None
        if not isinstance(case, dict):
            raise ScoreError(f"{where}: a case must be a JSON object")
        for key, kinds in required.items():
            if not isinstance(case.get(key), kinds):
                raise ScoreError(f"{where}: {key!r} is missing or of the wrong type")
        if case["id"] in seen:
            raise ScoreError(f"{where}: the id {case['id']!r} occurs twice")
        seen.add(case["id"])
        cases.append((where, case))
    if not cases:
        raise ScoreError(f"{path}: no cases")
    return cases


def objects(lines: str) -> list[JsonObject | None]:
    """The objects of a JSON Lines answer, in order; None where a line cannot be read."""
    found: list[JsonObject | None] = []
    for line in filter(str.strip, lines.split("\n")):
        try:
            value = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            value = None
        found.append(value if isinstance(value, dict) else None)
    return found


def items(node: JsonObject, key: str) -> list[JsonObject]:
    """The list under a key of an answer, whatever was answered: what is no object counts as an empty one."""
    value = node.get(key)
    return [entry if isinstance(entry, dict) else {} for entry in value] if isinstance(value, list) else []


def codes(node: JsonObject) -> list[str]:
    """The HS codes of an answer as digits, in order, without repeats."""
    value = node.get("hs")
    digits = (re.sub(r"\D", "", str(code))[:6] for code in value) if isinstance(value, list) else ()
    return list(dict.fromkeys(code for code in digits if len(code) >= 2))


def agrees(code: str, gold: Sequence[str], digits: int) -> bool:
    """Whether an HS code says the same as gold to so many digits; where gold says less, whether it lies within."""
    return len(code) >= digits and code.startswith(tuple(right[:digits] for right in gold))


def provision_key(identifier: str) -> tuple[str, str]:
    """Instrument and paragraph number of a provision id; sub-paragraphs and suffixes are finer detail.

    "UNSCR-2397-6:food" and "2397/6" give ("UNSCR-2397", "6"). Letters are cut from UN paragraphs only:
    an article such as 16h of a European regulation is an article of its own, not a part of article 16.
    """
    name = re.sub(r"\([^)]*\)", "", identifier.partition(":")[0]).strip().upper()
    if short := re.fullmatch(r"(\d{4})\s*[/¶-]\s*(\d+)[A-Z]*", name):
        return f"UNSCR-{short[1]}", short[2]
    instrument, _, paragraph = name.rpartition("-")
    if instrument.startswith("UNSCR-"):
        paragraph = re.sub(r"(?<=\d)[A-Z]+$", "", paragraph)
    return instrument, paragraph


def names_same(gold: str, answered: str) -> bool:
    """Whether an answered id names the gold provision, or a paragraph of it where gold names a whole instrument."""
    wanted, given = "-".join(provision_key(gold)), "-".join(provision_key(answered))
    return given == wanted or (not wanted.startswith("UNSCR-") and given.startswith(wanted + "-"))


def interval(words: object) -> Interval | None:
    """First and last day of an ISO date, month, year, or first/last of these; None when it is no such thing."""
    if not isinstance(words, str) or not words.strip():
        return None
    first, _, last = words.strip().partition("/")
    ends: list[date] = []
    for part, at_end in ((first, False), (last or first, True)):
        found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", part.strip())
        try:
            if not found:
                return None
            year, month = int(found[1]), int(found[2] or (12 if at_end else 1))
            ends.append(date(year, month, int(found[3] or (monthrange(year, month)[1] if at_end else 1))))
        except ValueError:  # month 13, 31 June; calendar.IllegalMonthError is one too
            return None
    return (ends[0], ends[1]) if ends[0] <= ends[1] else None


def parse_floors(words: str) -> dict[str, float]:
    """Read "verdict=0.9,provision=0.85"."""
    floors: dict[str, float] = {}
    for part in filter(None, words.split(",")):
        name, _, figure = part.partition("=")
        try:
            floors[name.strip()] = float(figure)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{part!r} is not of the form name=figure") from None
    return floors


def make_parser(doc: str | None, command: str) -> argparse.ArgumentParser:
    """A parser with the options that every scorer takes."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", default=command, help="the command under test (default: %(default)s)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds one run may take (default: %(default)g)")
    parser.add_argument("--report", type=Path, help="write all figures and details to this JSON file")
    parser.add_argument(
        "--floor",
        type=parse_floors,
        default={},
        metavar="NAME=FIGURE,…",
        help="exit with 1 unless each figure named is at least this high",
    )
    return parser


def check_floors(floors: Mapping[str, float], figures: Mapping[str, object]) -> None:
    """Refuse floors on figures that do not exist, before any work is done."""
    if unknown := sorted(set(floors) - set(figures)):
        raise ScoreError(f"--floor {', '.join(unknown)}: no such figure; there are {', '.join(figures)}")


def print_table(table: Mapping[str, Mapping[str, Rate]], heads: Mapping[str, Sequence[int]]) -> None:
    """Print columns of rates, the overall one first, under some rows of counts."""
    overall = next(iter(table.values()))
    width = 1 + max(map(len, overall))
    print(" " * width + "".join(f"{name:>8}" for name in table))
    for name, counts in heads.items():
        print(f"{name:<{width}}" + "".join(f"{count:>8}" for count in counts))
    for name, rate in overall.items():
        cells = "".join(f"{column[name].short:>8}" for column in table.values())
        print(f"{name:<{width}}{cells}   ({rate.hits:g}/{rate.total:g})")


def values(table: Mapping[str, Mapping[str, Rate]]) -> dict[str, dict[str, float | None]]:
    return {name: {row: rate.value for row, rate in column.items()} for name, column in table.items()}


def finish(summary: str, figures: Mapping[str, float | None], options: argparse.Namespace, details: JsonObject) -> int:
    """Judge the floors, write the report, print the summary as the last line, and give the exit code."""
    check_floors(options.floor, figures)
    failed: list[str] = []
    for name, floor in options.floor.items():
        value = figures[name]
        if value is None or value < floor - 1e-9:
            failed.append(name)
            print(f"floor missed: {name} is {'not measured' if value is None else f'{value:.3f}'}, asked {floor:g}")
    if options.report:
        report = {"summary": summary, "figures": dict(figures), "floors": options.floor, "failed": failed, **details}
        try:
            words = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
            options.report.write_text(words, encoding="utf-8", errors="backslashreplace")
        except OSError as error:
            raise ScoreError(f"--report {options.report}: {error.strerror}") from None
    print(summary)
    return 1 if failed else 0


def run(name: str, main: Callable[[], int]) -> None:
    """Run a scorer as a program: errors go to standard error in one line."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main()
    except ScoreError as error:
        print(f"{name}: {error}", file=sys.stderr)
        code = 2
    sys.exit(code)
