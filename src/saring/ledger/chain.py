"""The chain of entries: each digest covers its entry and the digest before it, so that no change goes unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from saring.ledger.kept import Action, Entry
from saring.ledger.schema import entries
from saring.model import SaringError

START = "0" * 64
_ENCODER = msgspec.json.Encoder(order="deterministic")


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an entry before it has its place in the chain; `body` is JSON."""

    at: dt.datetime
    who: str
    action: Action
    subject: str
    why: str
    body: str
    origin: str | None = None


def encoded(value: Any) -> str:
    """JSON with sorted keys: the same value always gives the same text, and so the same digest."""
    try:
        return _ENCODER.encode(value).decode()
    except UnicodeEncodeError:
        raise SaringError("bad_type", "ledger", "the text holds half a character", "text that can be UTF-8") from None


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def clean(text: str | None) -> str | None:
    """A text as every database takes it: a null character becomes the replacement character, in its place."""
    return text.replace("\x00", "\ufffd") if text and "\x00" in text else text


def sealed(seq: int, written: Written, previous: str) -> str:
    """The digest of an entry on its place."""
    at = written.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    told = (written.who, written.action, written.subject, written.why, written.body, written.origin)
    return digest(encoded([seq, at, *told, previous]))


def end(connection: Connection) -> tuple[int, str]:
    """The number and digest of the last entry."""
    last = connection.execute(
        sa.select(entries.c.seq, entries.c.digest).order_by(entries.c.seq.desc()).limit(1)
    ).first()
    return (last.seq, last.digest) if last else (0, START)


def row(seq: int, written: Written, previous: str) -> dict[str, Any]:
    """The row of an entry that follows the digest `previous`."""
    return {
        "seq": seq,
        "at": written.at,
        "who": written.who,
        "action": written.action,
        "subject": written.subject,
        "why": written.why,
        "body": written.body,
        "previous": previous,
        "digest": sealed(seq, written, previous),
        "origin": written.origin,
    }


def append(connection: Connection, written: Written) -> Entry:
    """Write one entry at the end of the chain; the caller holds the writer's place."""
    seq, previous = end(connection)
    made = row(seq + 1, written, previous)
    connection.execute(sa.insert(entries), made)
    return entry(made)


def entry(made: Mapping[Any, Any]) -> Entry:
    """The value of a row."""
    return Entry(**{**made, "body": msgspec.json.decode(made["body"])})


def written(made: Entry, body: str) -> Written:
    """An entry without its place."""
    return Written(
        at=made.at, who=made.who, action=made.action, subject=made.subject, why=made.why, body=body, origin=made.origin
    )


def words(where: str, text: str, *, needed: bool = True, most: int = 2000) -> str:
    """Words that a person gave, without what no database takes; empty where they are needed is an error."""
    plain = (clean(text) or "").strip()
    if needed and not plain:
        raise SaringError("empty", where, "it is empty", "who corrects, and why")
    if len(plain) > most:
        raise SaringError("too_large", where, f"it has {len(plain)} characters", f"at most {most}")
    return plain
