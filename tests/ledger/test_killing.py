"""kill -9 at any point loses nothing that was acknowledged and doubles nothing.

SARING_KILLS says how often (4 by default; `make prove` kills 50 times).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger.told import numbered

from saring.ledger import open_ledger

ROOT = Path(__file__).resolve().parent.parent.parent
KILLS = int(os.environ.get("SARING_KILLS", "4"))
MANY = 4000


def killed(url: str, first: int, batch: int, seconds: float) -> list[str]:
    """What a recorder acknowledged until it was killed, some time after its first word."""
    program = [sys.executable, "-m", "tests.ledger.recorder", url, str(first), str(first + MANY), str(batch)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        heard = [running.stdout.readline()]
        time.sleep(seconds)
        running.send_signal(signal.SIGKILL)
        heard += running.stdout.readlines()
    assert running.returncode == -signal.SIGKILL
    return [line.strip() for line in heard if line.endswith("\n")]


@pytest.mark.slow
def test_killed_in_the_midst(url: str) -> None:
    chance = random.Random(2026)  # noqa: S311 - moments to kill at, the same in every run
    acknowledged: set[str] = set()
    first = 0
    for kill in range(KILLS):
        heard = killed(url, first, batch=(1, 10, 50)[kill % 3], seconds=chance.uniform(0, 0.25))
        assert heard
        acknowledged |= set(heard)
        with open_ledger(url) as ledger:
            kept = {document.sha256 for document in ledger.documents(limit=None)}
            assert acknowledged <= kept
            found = ledger.verify()
            assert (found.flaws, found.documents) == ((), len(kept))
            assert found.reports == 2 * found.documents
        first = max(0, len(kept) - 20)  # the next one begins with documents that are kept already
    with open_ledger(url) as ledger:
        whole = list(ledger.record_many((numbered(n), None) for n in range(len(kept) + 30)))
        assert sum(done.new for done in whole) == 30
        assert ledger.summary().documents == len(kept) + 30
        assert ledger.verify().flaws == ()
