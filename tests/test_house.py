"""The rules of the house that a program can hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import saring

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VAGUE = {"utils", "helpers", "manager", "processor", "engine", "data", "info"}
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/")


def tracked() -> list[Path]:
    """The files of the repository; in a copy without git, all that are no caches."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]
    folders = ("src", "tests", "docs", "bench", "examples", ".ci")
    return [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked():
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # a binary file, such as a document of a test
    return found


def test_no_path_of_a_machine() -> None:
    this = Path(__file__)
    assert [str(path) for path, text in texts() if path != this and MACHINE_PATHS.search(text)] == []


def test_the_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock
    pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pins) > 50
    assert [line for line in pins if "==" not in line or not line.endswith("\\")] == []
    assert lock.count("--hash=sha256:") >= len(pins)


def normal(name: str) -> str:
    """A package's name as all spellings of it are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_holds_every_direct_dependency_and_leaves_out_what_needs_a_compiler() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = {normal(line.split("==")[0]) for line in lock.splitlines() if "==" in line}
    extras = PROJECT["optional-dependencies"]
    wanted = list(PROJECT["dependencies"])
    for extra in ("tables", "web", "mcp", "screen", "docs", "bench", "test"):
        wanted += extras[extra]
    assert {normal(re.split(r"[\[<>=!;~ ]", name)[0]) for name in wanted} <= names
    assert not {"pyspark", "atheris", "followthemoney", "pyicu"} & names


def test_the_extras_are_those_that_the_readme_promises() -> None:
    extras = PROJECT["optional-dependencies"]
    assert set(extras) == {"tables", "web", "mcp", "screen", "docs", "bench", "test", "fuzz", "ftm", "spark", "all"}
    assert extras["all"] == ["saring[tables,web,mcp,screen,docs,bench]"]


def test_at_most_ten_dependencies() -> None:
    assert len(PROJECT["dependencies"]) <= 10


def test_one_version() -> None:
    assert PROJECT["version"] == saring.__version__
    assert f"## {saring.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_files_stay_short() -> None:
    long = [(str(path), n) for path, text in texts() if path.suffix == ".py" and (n := text.count("\n")) > 400]
    assert long == []


def test_the_river_stays_under_a_hundred_lines() -> None:
    assert (ROOT / "src/saring/river.py").read_text(encoding="utf-8").count("\n") < 100


def test_names_say_what_a_file_holds() -> None:
    assert [str(path) for path in tracked() if path.suffix == ".py" and path.stem in VAGUE] == []


def test_the_makefile_and_ci_are_what_the_readme_says() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test", "lint", "bench", "papers"):
        assert re.search(rf"^{target}:", make, re.MULTILINE)
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


@pytest.mark.parametrize("number", range(1, 7))
def test_every_decision_has_its_record(number: int) -> None:
    assert len(list((ROOT / "docs/decisions").glob(f"{number:04}-*.md"))) == 1


def test_links_between_papers_resolve() -> None:
    link = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
    links = [(path, target) for path, text in texts() if path.suffix == ".md" for target in link.findall(text)]
    assert [
        f"{path.relative_to(ROOT)}: {target}" for path, target in links if not (path.parent / target).exists()
    ] == []


def test_in_ci_a_skip_must_name_the_shared_papers(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((ROOT / "tests/conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_skips.py").write_text(
        "import pytest\n"
        "def test_lazy():\n    pytest.skip('not today')\n"
        "def test_poor(shared):\n    pass\n"
        "@pytest.mark.xfail\ndef test_known():\n    raise ValueError\n",
        encoding="utf-8",
    )
    program = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)]
    for ci, counted in (("true", "1 failed, 1 skipped, 1 xfailed"), ("", "2 skipped, 1 xfailed")):
        wanted = {**os.environ, "CI": ci, "SARING_SHARED": str(tmp_path / "absent")}
        done = subprocess.run(program, cwd=tmp_path, env=wanted, capture_output=True, text=True, check=False)
        assert counted in done.stdout
