"""Keys of callers and their roles. A key is shown once, when it is made; what is kept is its salted digest.

Every role may read. The work of a role is its own: an analyst records, corrects and sweeps, an admin sees the audit log
and the figures of the server and removes the jobs of others; neither does the other's work.
"""

from __future__ import annotations

import datetime as dt
import hmac
import os
import secrets
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

import msgspec

from saring.model import SaringError

Role = Literal["reader", "analyst", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
PREFIX = "srg"


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One key as it is kept: the secret itself is nowhere."""

    id: str
    role: Role
    name: str
    salt: str
    digest: str
    added: str
    revoked: str | None = None


class Keys:
    """The keys of one file; a change of the file is seen at the next call, so that a revoked key ends at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int, int] | None = None
        self._held: dict[str, Key] = {}

    def all(self) -> list[Key]:
        """Every key in the order of its making, revoked ones among them."""
        return list(self._read().values())

    @property
    def exist(self) -> bool:
        """Whether any key was ever made: a server whose keys are all revoked stays closed."""
        return bool(self._read())

    def add(self, role: Role, name: str = "") -> tuple[Key, str]:
        """A new key and its secret words, which cannot be shown again."""
        held = self._read()
        salt, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
        known = next(word for word in iter(lambda: secrets.token_hex(4), "") if word not in held)
        key = Key(known, role, name, salt, _digest(salt, secret), dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        self._write([*held.values(), key])
        return key, f"{PREFIX}_{known}_{secret}"

    def revoke(self, known: str) -> Key:
        """End a key; it stays in the list."""
        held = self._read()
        if known not in held:
            raise SaringError("unknown_word", "keys", f"there is no key {known!r}", ", ".join(held) or "none yet")
        today = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        ended = msgspec.structs.replace(held[known], revoked=held[known].revoked or today)
        self._write([ended if key.id == known else key for key in held.values()])
        return ended

    def who(self, given: str) -> Key | None:
        """The key that these words open, or None: unknown, wrong or revoked."""
        prefix, _, rest = given.partition("_")
        known, _, secret = rest.partition("_")
        key = self._read().get(known) if prefix == PREFIX else None
        if key is None or key.revoked:
            return None
        return key if hmac.compare_digest(key.digest, _digest(key.salt, secret)) else None

    def _read(self) -> dict[str, Key]:
        try:
            state = self.path.stat()
        except FileNotFoundError:
            self._seen, self._held = None, {}
            return self._held
        seen = (state.st_mtime_ns, state.st_size, state.st_ino)
        if seen != self._seen:
            try:
                found = msgspec.json.decode(self.path.read_bytes(), type=list[Key])
            except (OSError, msgspec.MsgspecError) as failure:
                # A server that cannot read its keys must not take itself for one without keys.
                raise SaringError("unreadable", str(self.path), f"the keys cannot be read: {failure}") from failure
            self._seen, self._held = seen, {key.id: key for key in found}
        return self._held

    def _write(self, keys: list[Key]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, beside = tempfile.mkstemp(dir=self.path.parent, prefix=".keys-")  # only its owner may read it
            with os.fdopen(handle, "wb") as stream:
                stream.write(msgspec.json.format(msgspec.json.encode(keys), indent=1))
            Path(beside).replace(self.path)
        except OSError as failure:
            raise SaringError("unreadable", str(self.path), f"cannot be written: {failure}") from failure


def _digest(salt: str, secret: str) -> str:
    """One round is enough: the secret is 32 random bytes, not a word that somebody could guess."""
    return sha256(f"{salt}:{secret}".encode()).hexdigest()
