"""Where lists are kept: every version that was ever read, compiled, each with the digest of what is stored.

A version is written beside the others and then named in the register, so that a list which fails to parse, or a stop
in the middle, leaves what was there. Lists are opened by the register alone; a stored file that is not what the
register says is refused.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from saring.model import SaringError

from .entry import ListFile

HOME = "SARING_HOME"


class Version(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of the register: a version of a list; `sha256` of the official file, `digest` of what is stored."""

    name: str
    form: str
    source: str
    date: str
    added: str
    sha256: str
    entries: int
    names: int
    file: str
    digest: str


def home() -> Path:
    """The folder of the user's data: SARING_HOME, else `saring` under XDG_DATA_HOME or ~/.local/share."""
    given = os.environ.get(HOME)
    if given:
        return Path(given)
    shared = os.environ.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "saring"


class Store:
    """The lists of one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = (folder or home()) / "lists"
        self.register = self.folder / "register.json"

    def versions(self) -> list[Version]:
        """All versions, by name, date and the day that they were added."""
        if not self.register.is_file():
            return []
        try:
            found = msgspec.json.decode(self.register.read_bytes(), type=list[Version])
        except (msgspec.MsgspecError, UnicodeDecodeError) as failure:
            raise SaringError("bad_json", str(self.register), f"the register is damaged: {failure}") from failure
        return sorted(found, key=lambda v: (v.name, v.date, v.added))

    def add(self, file: ListFile) -> tuple[Version, bool]:
        """Keep a version and tell whether it is new; the same official file read the same way is kept once."""
        raw = msgspec.msgpack.encode(file)
        digest = sha256(msgspec.msgpack.encode(file.entries)).hexdigest()
        known = self.versions()
        for version in known:
            if version.name == file.name and version.sha256 == file.sha256 and version.digest[:16] == digest[:16]:
                return version, False
        stem = re.sub(r"[^A-Za-z0-9.-]+", "_", file.name)
        name = f"{stem}--{re.sub(r'[^0-9-]', '', file.date)}--{digest[:12]}.msgpack"
        version = Version(
            file.name, file.form, file.source, file.date, file.added, file.sha256, len(file.entries),
            sum(len(e.names) for e in file.entries), name, digest,
        )  # fmt: skip
        self._write(self.folder / name, raw)
        kept = [v for v in known if v.file != name]
        self._write(self.register, msgspec.json.format(msgspec.json.encode([*kept, version]), indent=1))
        return version, True

    def _write(self, path: Path, raw: bytes) -> None:
        """Write beside and move into place, so that nobody reads half a file."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            with os.fdopen(handle, "wb") as stream:
                stream.write(raw)
            Path(beside).replace(path)
        except OSError as failure:
            raise SaringError("unreadable", str(path), f"cannot be written: {failure}") from failure

    def open(self, version: Version) -> ListFile:
        """A stored version, checked against its digest."""
        path = self.folder / version.file
        try:
            file = msgspec.msgpack.decode(path.read_bytes(), type=ListFile)
        except (OSError, msgspec.MsgspecError) as failure:
            raise SaringError(
                "unreadable", str(path), f"the stored list is damaged: {failure}", "add it anew"
            ) from failure
        if sha256(msgspec.msgpack.encode(file.entries)).hexdigest() != version.digest or not file.entries:
            raise SaringError("unreadable", str(path), "the stored list is not what the register says", "add it anew")
        return file

    def current(self, names: Sequence[str] = (), as_of: str | None = None) -> list[Version]:
        """The last version of every list (or of those named) that is not younger than a date."""
        found: dict[str, Version] = {}
        every = self.versions()
        for version in every:
            if not as_of or version.date[: len(as_of)] <= as_of:
                found[version.name] = version
        known = sorted({v.name for v in every})
        for name in names:
            if name not in known:
                raise SaringError("unknown_word", name, "this list is not installed", ", ".join(known) or "none yet")
            if name not in found:
                raise SaringError("bad_date", name, f"no version of this list is as old as {as_of}")
        return [v for name, v in sorted(found.items()) if not names or name in names]

    def chosen(self, names: Sequence[str] = (), as_of: str | None = None) -> list[ListFile]:
        """The lists to be asked; none at all is an error, never an empty answer."""
        versions = self.current(names, as_of)
        if not versions:
            when = f" of {as_of} or before" if as_of else ""
            raise SaringError("missing_file", str(self.folder), f"no list{when} is installed", "saring lists add FILE")
        return [self.open(version) for version in versions]
