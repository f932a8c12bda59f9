"""Everything that Saring claims about its quality and cost, measured in one run; a JSON file and a page with plots come out.

    python bench/run.py [--only PART]... [--out FOLDER]

Parts that need what is not in the repository (real lists) say so and run on what is. Each part runs alone, one after
another, since they measure time. Exit code 1 when a floor or limit does not hold.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from figures import Part, shown
from result_page import write_page

HERE = Path(__file__).resolve().parent
# Name of the part: its program and what it is given.
PARTS: dict[str, tuple[str, ...]] = {
    "law": ("open_scores.py", "law"),
    "goods": ("open_scores.py", "goods"),
    "goods speed": ("goods.py",),
    "reading": ("open_scores.py", "reading"),
    "screening": ("screen.py",),
    "sweep": ("sweep.py",),
    "ledger": ("ledger.py",),
    "doors": ("load.py",),
    "startup": ("startup.py",),
    "memory": ("memory.py",),
}


class Results(msgspec.Struct, frozen=True):
    """A whole run: its day, on which Python and how many cores, and every part."""

    day: str
    python: str
    cores: int
    parts: tuple[Part, ...]


def measured(name: str, program: tuple[str, ...]) -> Part:
    """Run one part in a process of its own; a part that gives no figures failed, and says why."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "figures.json")
        call = [sys.executable, str(HERE / program[0]), *program[1:], "--json", str(path)]
        done = subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        took = round(time.monotonic() - began, 1)
        if not path.exists():
            return Part(
                name, failed=(done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1], seconds=took
            )
        part = msgspec.json.decode(path.read_bytes(), type=Part)
    return msgspec.structs.replace(part, part=name, seconds=took)


def told(part: Part) -> bool:
    """Print a part; whether everything in it holds."""
    for figure in part.figures:
        print(shown(figure))
    for words in part.left_out:
        print(f"left out: {words}")
    if part.failed:
        print(f"FAILED: {part.failed}")
    return not part.failed and all(figure.holds for figure in part.figures)


def main() -> int:
    """Run the parts and write what they found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=tuple(PARTS), help="only this part (repeatable)")
    parser.add_argument("--out", type=Path, default=HERE / "results", help="where to write (default: bench/results)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    parts = []
    for name in options.only or PARTS:
        parts.append(measured(name, PARTS[name]))
        told(parts[-1])
    results = Results(time.strftime("%Y-%m-%d"), platform.python_version(), os.cpu_count() or 1, tuple(parts))
    (options.out / "results.json").write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")
    write_page(options.out / "index.html", results.day, results.python, results.cores, results.parts)
    weak = [f.name for part in parts for f in part.figures if not f.holds] + [p.part for p in parts if p.failed]
    print(
        f"bench: {sum(len(p.figures) for p in parts)} figures; {'all hold' if not weak else 'not held: ' + '; '.join(weak)}"
    )
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
