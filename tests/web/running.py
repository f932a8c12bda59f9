"""A real server in a process of its own, as a newcomer starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SARING = str(Path(sys.executable).parent / "saring")


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(
    home: Path, *options: str, program: str = SARING, surroundings: Mapping[str, str] = os.environ
) -> Iterator[str]:
    """`saring serve` until it answers; its address."""
    port = free_port()
    wanted = {**surroundings, "SARING_HOME": str(home)}
    wanted.pop("SARING_LEDGER", None)
    command = [program, "serve", "--port", str(port), *options]
    with subprocess.Popen(command, env=wanted, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield _answering(f"http://127.0.0.1:{port}", process)
        finally:
            process.terminate()
            process.wait(10)


def _answering(address: str, process: subprocess.Popen[str]) -> str:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError:
            return address  # it answers, if only that a key is needed
        except OSError:
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.05)
        else:
            return address
    raise TimeoutError(address)
