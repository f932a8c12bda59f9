"""Mutation testing of our own code: slips put into a room one at a time, and whether its tests notice.

    python tools/mutants.py findings [--sample 60] [--seed 1] [--file judge.py] [--told]

Each slip (tools/slips.py) lies in a copy of the sources while the tests that pass its line run until the first fails
(tools/room_tests.py). Survivors are printed with file, line and slip. A person judges each: a missing test, or a slip
that changes nothing; those stand singly in tools/equivalent_slips.toml, with the reason, and are counted apart.
`saring law mutants` does this for the law.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from functools import partial
from pathlib import Path

from room_tests import UNFIT, RoomTests, warm
from slips import Place, Slip, is_loaded, places, put_in, slip_at

ROOT = Path(__file__).resolve().parent.parent
# Each room with the tests that answer for it. Those of the law and of the table judge by `findings`, so they count there.
TESTS = {
    "law": ["tests/law"],
    "findings": ["tests/findings", "tests/law", "tests/sweep/test_equal.py", "tests/sweep/test_beside.py"],
    "sweep": ["tests/sweep"],
    "screening": ["tests/screening"],
}  # fmt: skip
TOO_LONG = 100.0
EQUIVALENT = ROOT / "tools" / "equivalent_slips.toml"
Equivalent = dict[tuple[str, str, str], str]


def equivalents(path: Path = EQUIVALENT) -> Equivalent:
    """The slips that change nothing, by file, slip and what stood there, each with the reason."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["slip"] if path.exists() else []
    return {(one["file"], one["slip"], one["was"]): one["why"] for one in listed}


def name_of(place: Place, slip: Slip) -> tuple[str, str, str]:
    """How a slip is named in the file of equivalents."""
    return (place.path.relative_to(ROOT / "src" / "saring").as_posix(), slip.what, slip.was)


def drawn(room: str, sample: int, seed: int, only: str | None) -> tuple[list[Place], int]:
    """A sample of the places of a room, and how many there are."""
    files = sorted((ROOT / "src" / "saring" / room).rglob("*.py"))
    every = [place for path in files if not only or path.name == only for place in places(path)]
    draw = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return draw.sample(every, min(sample, len(every))), len(every)


def noticed_by(tests: RoomTests, place: Place, slip: Slip, *, without: tuple[str, ...] = ()) -> str | None:
    """The test that notices a slip, of files not in `without`; None where none does.

    The slip is written into the copy only where it must be: elsewhere what is kept on disk stays good.
    """
    target = tests.copy_of / place.path.relative_to(ROOT / "src")
    where = target.relative_to(tests.folder).as_posix(), place.first, place.last
    chosen = [test for test in tests.of(*where) if not _of_files(test, without)]
    if not chosen:
        return None
    kept, known = target.read_text(encoding="utf-8"), target.stat()
    made = tests.is_made(*where)
    try:
        if made or not place.inside or not is_loaded(target):
            target.write_text(ast.unparse(slip.tree), encoding="utf-8")
        if place.inside or not is_loaded(target):
            prepare = partial(_put_in, target, slip.tree)
            killer = tests.noticed_by(chosen, prepare, TOO_LONG, fresh=made and tests.folder.name == "law")
            if killer != UNFIT:
                return killer
        target.write_text(ast.unparse(slip.tree), encoding="utf-8")
        return tests.noticed_anew(chosen, TOO_LONG, fresh=made and tests.folder.name == "law")
    finally:
        target.write_text(kept, encoding="utf-8")
        os.utime(target, ns=(known.st_atime_ns, known.st_mtime_ns))


def _put_in(target: Path, tree: ast.Module) -> bool:
    return not is_loaded(target) or put_in(target, tree)


def _of_files(test: str, names: tuple[str, ...]) -> bool:
    return any(name in test.partition("::")[0] for name in names)


def tried(tests: RoomTests, chosen: list[Place], *, told: bool, new: tuple[str, ...]) -> Counter[str]:
    """Every chosen slip tried; survivors are printed, and with `told` the others; `new` files are weighed as well."""
    alike, counts = equivalents(), Counter[str]()
    unsound = tests.noticed_by([*tests.items], lambda: True, 4 * TOO_LONG, fresh=False)
    if unsound:
        raise SystemExit(f"{unsound} fails without any slip")
    for place in chosen:
        slip, begun = slip_at(place), time.perf_counter()
        where = f"{place.path.relative_to(ROOT)}:{place.last}: {slip.what}: {slip.was[:100]}"
        if name_of(place, slip) in alike:
            counts["equivalent"] += 1
            continue
        killer = noticed_by(tests, place, slip)
        counts["noticed" if killer else "survived"] += 1
        if killer and _of_files(killer, new):
            rest = noticed_by(tests, place, slip, without=new)
            counts["by the new alone"] += rest is None
        if killer is None or told:
            how = f"noticed by {killer}" if killer else "survived"
            print(f"{how}: {where} ({time.perf_counter() - begun:.0f} s)", flush=True)
    return counts


def main() -> int:
    """Draw a sample, run it, tell the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=tuple(TESTS))
    parser.add_argument("--sample", type=int, default=60, help="how many slips are tried (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", help="only files of this name")
    parser.add_argument("--told", action="store_true", help="tell the noticed too, with the test that noticed")
    parser.add_argument(
        "--new", nargs="*", default=[], metavar="FILE", help="tell what these files of tests alone notice"
    )
    parser.add_argument("--slow", action="store_true", help="the tests marked slow run as well")
    options = parser.parse_args()
    chosen, total = drawn(options.room, options.sample, options.seed, options.file)
    counts: Counter[str] = Counter()
    warm()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        shutil.copytree(ROOT / "src", scratch / "src")
        tests = RoomTests(ROOT, scratch / "src", options.room, TESTS[options.room], scratch, slow=options.slow)
        tests.watch()
        tests.serve(lambda: counts.update(tried(tests, chosen, told=options.told, new=tuple(options.new))))
    asked = counts["noticed"] + counts["survived"]
    print(
        f"{options.room}: {counts['noticed']} of {asked} noticed ({counts['noticed'] / max(1, asked):.1%}), "
        f"{counts['equivalent']} equivalent; {total} slips in all"
    )
    if options.new:
        before = counts["noticed"] - counts["by the new alone"]
        print(f"without {', '.join(options.new)}: {before} of {asked} noticed ({before / max(1, asked):.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
