"""A sweep of a folder is killed outright: what stands is whole, and `--resume` does the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl

from saring.sweep.table import decision_table

ROWS = 60_000
FILES = 8


def begun(folder: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    program = "import sys; from saring.apps.cli import main; sys.exit(main())"
    words = [sys.executable, "-c", program, "sweep", str(folder), "-o", str(out), *more]
    return subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env={**os.environ})


def whole(out: Path) -> list[str]:
    """The names of the outputs; each must be readable and have all its rows."""
    found = sorted(p for p in out.glob("*.parquet") if not p.name.startswith("."))
    for path in found:
        assert pl.read_parquet(path)["verdict"].len() == ROWS
    return [p.name for p in found]


def test_killed_in_the_middle_of_a_folder(tmp_path: Path) -> None:
    decision_table()  # compiled and kept before the clock runs
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    line = "2018,Import,China,Dem. People's Rep. of Korea,2701,1000\n"
    for n in range(FILES):
        (folder / f"t{n}.csv").write_text("yr,rgDesc,rtTitle,ptTitle,cmdCode,TradeValue\n" + line * ROWS)
    running = begun(folder, out)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and running.poll() is None and len(list(out.glob("*.parquet"))) < 2:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    done = whole(out)
    assert 2 <= len(done) < FILES
    again = begun(folder, out, "--resume")
    _, said = again.communicate(timeout=120)
    assert again.returncode == 0, said
    assert said.count("done before") in (len(done), len(done) - 1)  # the last may have been written and not yet noted
    assert len(whole(out)) == FILES
    assert [p.name for p in out.iterdir() if p.name.endswith(".part")] == []
