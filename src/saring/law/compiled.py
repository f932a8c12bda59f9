"""The compiled lawbook: all law files as one value, cached by their content so that a start reads one file.

The cache lies in SARING_CACHE or the user's cache folder; where neither can be written the law is compiled in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

import msgspec

from saring.law.files import LAWBOOK, law_files
from saring.measures import Lawbook


def load(root: Path | None = None) -> Lawbook:
    """The lawbook of a folder (our own by default), compiled; a broken file is refused with file and line."""
    return _load(root or LAWBOOK)


@cache
def _load(root: Path) -> Lawbook:
    quick = cache_folder() / f"lawbook-at-{_stamp(root)}.msgpack"
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(quick.read_bytes(), type=Lawbook)
    digest = content_digest(root)
    same = cache_folder() / f"lawbook-{digest}.msgpack"
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        packed = same.read_bytes()
        book = msgspec.msgpack.decode(packed, type=Lawbook)
        keep(quick, packed)
        return book
    from saring.law.build import build

    book = build(root, digest)
    packed = msgspec.msgpack.encode(book)
    keep(same, packed)
    keep(quick, packed)
    return book


def _stamp(root: Path) -> str:
    """A key of the files' names, sizes and times: it spares a start the reading of every file to know them unchanged."""
    digest = hashlib.sha256(root.as_posix().encode())
    for path in (*law_files(root), Path(__file__), Path(__file__).with_name("build.py"), _shapes_file()):
        known = path.stat()
        digest.update(f"{path.name}{known.st_size}{known.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def content_digest(root: Path) -> str:
    """A digest of every law file and of the shapes they are read into."""
    digest = hashlib.sha256(_shapes_file().read_bytes() + Path(__file__).with_name("build.py").read_bytes())
    for path in law_files(root):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Where compiled files are kept for this user."""
    given = os.environ.get("SARING_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "saring"


def _shapes_file() -> Path:
    import saring.measures

    return Path(saring.measures.__file__)


def keep(path: Path, packed: bytes) -> None:
    """Write the cache in one step; a folder that cannot be written only costs time at the next start."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
        with os.fdopen(handle, "wb") as file:
            file.write(packed)
        Path(name).replace(path)
