"""Mutation testing of our own code: slips put into a room one at a time, and whether its tests notice.

    python tools/mutants.py findings [--sample 60] [--seed 1] [--file judge.py]

A slip turns a comparison, joins by `or` instead of `and`, drops a `not`, moves a number by one, swaps True and False,
gives an empty text, leaves out a statement, or returns None. Each runs in a copy of the sources, with the tests of the
room until the first that fails; a run that takes too long has noticed. Survivors are printed with file, line and slip:
a person judges each, as a missing test or as a slip that changes nothing. `saring law mutants` does this for the law.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# The tests of each room, the quick ones first: a run ends with the first that fails.
TESTS = {
    "law": ["tests/law/test_law_itself.py", "tests/law/test_claims.py", "tests/law/test_second_situation.py", "tests/law/test_cases.py"],
    "findings": ["tests/law/test_vectors.py", "tests/findings", "tests/law/test_second_situation.py", "tests/law/test_cases.py"],
    "sweep": ["tests/sweep/test_cells.py", "tests/sweep/test_summing.py", "tests/sweep/test_equal.py", "tests/sweep/test_files.py"],
    "screening": ["tests/screening"],
}  # fmt: skip
TOO_LONG = 240.0
_TURNED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Place(NamedTuple):
    """Where a slip can be made: the file, and the number of the node in the order of the walk."""

    path: Path
    node: int


class Slip(NamedTuple):
    """One change: the file, the line, what was done, and the changed source."""

    path: Path
    line: int
    what: str
    source: str


def places(path: Path) -> list[Place]:
    """Every place of a file where a slip can be made."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [Place(path, number) for number, node in enumerate(ast.walk(tree)) if _slip(copy.copy(node)) is not None]


def slip_at(place: Place) -> Slip:
    """The slip of a place."""
    tree = ast.parse(place.path.read_text(encoding="utf-8"))
    node = next(found for number, found in enumerate(ast.walk(tree)) if number == place.node)
    what = _slip(node) or ""
    return Slip(place.path, getattr(node, "lineno", 0), what, ast.unparse(ast.fix_missing_locations(tree)))


def _slip(node: ast.AST) -> str | None:
    """Change a node in place; what was done, or None where it has no slip."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _TURNED:
        node.ops = [_TURNED[type(node.ops[0])](), *node.ops[1:]]
        return "comparison turned"
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return "and for or, or for and"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
        return "True for False, or the other way"
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
        return "a number more by one"
    if isinstance(node, ast.Return) and node.value is not None and not _is_nothing(node.value):
        node.value = ast.Constant(None)
        return "returns None"
    if isinstance(node, ast.If):
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return "condition turned"
    return None


def _is_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value in (None, "", 0, False)


def noticed(slip: Slip, copy_of: Path, tests: list[str]) -> bool:
    """Whether the tests of the room fail with the slip in place."""
    target = copy_of / slip.path.relative_to(ROOT / "src")
    kept = target.read_text(encoding="utf-8")
    target.write_text(slip.source, encoding="utf-8")
    call = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not slow", *tests]
    env = {**os.environ, "PYTHONPATH": str(copy_of), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, timeout=TOO_LONG, check=False)
    except subprocess.TimeoutExpired:
        return True
    else:
        return done.returncode != 0
    finally:
        target.write_text(kept, encoding="utf-8")


def main() -> int:
    """Draw a sample, run it, tell the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=tuple(TESTS))
    parser.add_argument("--sample", type=int, default=60, help="how many slips are tried (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", help="only files of this name")
    options = parser.parse_args()
    files = sorted((ROOT / "src" / "saring" / options.room).rglob("*.py"))
    everything = [place for path in files if not options.file or path.name == options.file for place in places(path)]
    draw = random.Random(options.seed)  # noqa: S311 - no secret hangs on it
    chosen = draw.sample(everything, min(options.sample, len(everything)))
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy_of = Path(folder, "src")
        shutil.copytree(ROOT / "src", copy_of)
        for slip in map(slip_at, chosen):
            if not noticed(slip, copy_of, TESTS[options.room]):
                survivors += 1
                print(f"survived: {slip.path.relative_to(ROOT)}:{slip.line}: {slip.what}", flush=True)
    share = 1 - survivors / max(1, len(chosen))
    print(
        f"{options.room}: {len(chosen) - survivors} of {len(chosen)} noticed ({share:.1%}); {len(everything)} slips in all"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
