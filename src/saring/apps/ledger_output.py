"""How answers of the ledger are written: lines for people, JSON, CSV, or a picture's bytes."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from saring.model import SaringError
from saring.reports.rows import safe

Lines = Callable[[], Iterable[str]]
HEAVY = {"dealing", "determinations", "tellings", "entries", "merged_into", "body"}  # what no table has room for


def put(rows: Sequence[Any], form: str, output: str | None, lines: Lines) -> None:
    """Write many values: lines for people, a JSON array, or a CSV table."""
    if form == "json":
        put_bytes([msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"], output)
    elif form == "csv":
        put_bytes([_table(rows).encode()], output)
    else:
        put_bytes(["".join(f"{_plain(line)}\n" for line in lines()).encode()], output)


def put_one(value: Any, form: str, output: str | None, lines: Lines) -> None:
    """Write one value: lines for people, or a JSON object."""
    put(value, "json" if form == "json" else "text", output, lines)


def put_bytes(parts: Iterable[bytes] | bytes, output: str | None) -> None:
    """Write bytes to a file or to standard output; a file is put in its place only once it is whole."""
    whole = [parts] if isinstance(parts, bytes) else parts
    if output is None:
        sys.stdout.flush()
        for part in whole:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    place = Path(output)
    beside = place.with_name(place.name + ".part")
    try:
        with beside.open("wb") as stream:
            for part in whole:
                stream.write(part)
        beside.replace(place)
    except OSError as error:
        raise SaringError("unreadable", output, error.strerror or "it cannot be written", "a file to write") from None


def _table(rows: Sequence[Any]) -> str:
    """A CSV table (RFC 4180) with a column for each key; lists are joined by semicolons."""
    stream = io.StringIO()
    flat = [_flat(row) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    writer = csv.DictWriter(stream, names, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    return stream.getvalue()


def _flat(row: Any) -> dict[str, object]:
    built: dict[str, Any] = {}
    for name, value in msgspec.to_builtins(row).items():
        if isinstance(value, dict) and name == "event":
            built |= value
        else:
            built[name] = value
    return {name: safe(_cell(value)) for name, value in built.items() if name not in HEAVY}


def _cell(value: Any) -> object:
    return ";".join(map(str, value)) if isinstance(value, list | tuple) else value


def _plain(line: str) -> str:
    """One line, without what a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in line).rstrip()
