"""What a start costs, as ratios of CPU time: `saring --help` against `import click`, `saring determine` against `pass`.

Ratios of medians, since seconds differ between machines; CPU time, since wall time doubles on a shared one. The two
sides of a ratio are measured in turn, so that a slow minute slows both. Python may keep compiled files, as in any
ordinary installation: the first run of each is thrown away. Exit code 1 when a limit does not hold.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

from figures import Figure, Part, hand_over

LIMITS = {"help": 1.5, "determine": 12.0}
PYTHON = sys.executable
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
SARING = str(Path(sys.executable).parent / "saring")
DEALING = b'{"id":"d1","kind":"goods","from":"KP","to":"RU","what":"apples","date":"2025-07-20"}\n'
CODED = (
    b'{"id":"d1","kind":"goods","from":"KP","to":"RU","goods":[{"words":"apples","hs":["0808"]}],"date":"2025-07-20"}\n'
)


def cpu_seconds(command: list[str], given: bytes) -> float:
    """User and system time of one run of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, input=given, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"startup: {' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def ratio(command: list[str], given: bytes, against: list[str], runs: int) -> tuple[float, float, float]:
    """The ratio of median CPU times, and both medians in seconds; one run of each is thrown away (caches)."""
    pairs = [(cpu_seconds(command, given), cpu_seconds(against, b"")) for _ in range(runs + 1)][1:]
    ours, theirs = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return ours / theirs, ours, theirs


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=41, help="runs of each side (default: %(default)s, at least 21)")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    runs = max(options.runs, 21)
    click, nothing = [PYTHON, "-c", "import click"], [PYTHON, "-c", "pass"]
    rows = (
        ("saring --help / import click", "help", [SARING, "--help"], b"", click),
        ("saring determine, codes given / pass", "determine", [SARING, "determine", "-"], CODED, nothing),
        ("saring determine, goods in words / pass", "determine", [SARING, "determine", "-"], DEALING, nothing),
    )
    held, figures = True, []
    for name, limit, command, given, against in rows:
        found, ours, theirs = ratio(command, given, against, runs)
        held &= found <= LIMITS[limit]
        figures.append(Figure(name, found, "x", limit=LIMITS[limit], against=name.partition(" / ")[2]))
        word = "holds" if found <= LIMITS[limit] else "TOO SLOW"
        print(
            f"{name:<42} {found:5.2f} x (limit {LIMITS[limit]:g}) {1000 * ours:4.0f} ms / {1000 * theirs:.0f} ms  {word}"
        )
    hand_over(options.json, Part("startup", tuple(figures)))
    print(f"startup: {'all limits hold' if held else 'a limit does not hold'} ({runs} runs a side)")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
