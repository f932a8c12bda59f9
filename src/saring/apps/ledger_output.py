"""How answers of the ledger are written: lines for people, JSON, CSV, or a picture's bytes."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from saring.model import SaringError
from saring.reports.rows import safe

if TYPE_CHECKING:
    from saring.ledger import (
        Count,
        DocumentKept,
        Entry,
        Event,
        Found,
        Rejudged,
        Relations,
        Telling,
        Verification,
    )

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


def event_lines(events: Sequence[Event]) -> Iterator[str]:
    """A line for each event."""
    for event in events:
        sides = f"{_side(event.from_, event.also_from)} -> {_side(event.to, event.also_to)}"
        told = f"{event.reports} report{'s' if event.reports != 1 else ''}"
        marks: list[str] = [event.review] if event.review != "open" else []
        marks += [word for word, is_so in (("corrected", event.corrected), ("disputed", event.disputed)) if is_so]
        what = (event.what or "")[:40]
        yield (
            f"{event.id}  {_days(event):<23}  {event.kind:<20} {sides:<10}  {event.verdict or 'not judged':<12}  "
            f"{what}  ({', '.join([told, *event.languages, *marks])})"
        )


def _side(one: str | None, further: tuple[str, ...]) -> str:
    return "+".join([one or "?", *further])


def _days(event: Event) -> str:
    if event.first is None:
        return "undated"
    days = event.first if event.first == event.last else f"{event.first}/{event.last}"
    return days if event.date_basis == "date" else f"~{days}"


def whole_event_lines(event: Event) -> Iterator[str]:
    """An event with all that hangs on it."""
    yield from event_lines([event])
    for judged in event.determinations:
        found = [f.cite for f in judged.findings if f.verdict == judged.verdict]
        yield f"  {judged.regime}: {judged.verdict}, as of {judged.as_of} (lawbook {judged.lawbook}) {'; '.join(found[:3])}"
        if judged.missing or judged.open:
            yield f"     missing: {', '.join(judged.missing) or '-'}; open: {', '.join(judged.open) or '-'}"
    yield from _tellings(event.tellings)
    yield from (f"  {line}" for line in entry_lines(event.entries))


def _tellings(tellings: Sequence[Telling]) -> Iterator[str]:
    for told in tellings:
        about = [told.language, told.status or "-", told.published or "undated", told.verdict or "not judged"]
        yield f"  {told.id}  {told.publisher or told.title or told.source} ({', '.join(about)})"
        yield f"     “{told.quote}”"
        if told.said_by:
            yield f"     said by: {' > '.join(told.said_by)}"


def document_lines(document: DocumentKept) -> Iterator[str]:
    """A document with its reports."""
    yield f"{document.sha256}  {document.source}  {document.title or ''}"
    yield f"  {document.language}, published {document.published or 'unknown'}, recorded {document.recorded.isoformat()}"
    yield from _tellings(document.tellings)


def found_lines(found: Sequence[Found]) -> Iterator[str]:
    """The events of a search, each with the words that matched."""
    for each in found:
        yield from event_lines([each.event])
        yield f"     {each.source}{' (in its text)' if each.where == 'text' else ''}: “{each.quote}”"
    yield f"{len(found)} event{'s' if len(found) != 1 else ''}"


def timeline_lines(rows: Sequence[Count]) -> Iterator[str]:
    """A line for each period, kind and verdict."""
    for row in rows:
        yield f"{row.period or 'undated':<8} {row.kind:<20} {row.verdict or 'not judged':<12} {row.events:>6}"


def relation_lines(found: Relations) -> Iterator[str]:
    """Countries, flows, parties and the intensity."""
    for node in found.nodes:
        yield f"{node.sort:<8} {node.name:<40} {node.events:>6}"
    for edge in found.edges:
        span = f"{edge.first or '?'}..{edge.last or '?'}"
        yield f"{edge.sort:<8} {edge.source} -> {edge.target}  {edge.kind:<20} {edge.verdict or '-':<12} {edge.events:>6}  {span}"
    for each in found.intensity:
        yield f"in       {each.period or 'undated':<8} {each.kind:<20} {each.events:>6}"


def entry_lines(entries: Sequence[Entry]) -> Iterator[str]:
    """A line for each entry."""
    for entry in entries:
        at = entry.at.strftime("%Y-%m-%d %H:%M:%SZ")
        said = f" by {entry.who}" if entry.who else ""
        yield f"{entry.seq:>6}  {at}  {entry.action:<8} {entry.subject[:20]}{said}: {entry.why or '-'}  [{entry.digest[:12]}]"


def moved_lines(done: Rejudged) -> Iterator[str]:
    """What judging again moved."""
    for each in done.moved:
        before, after = ", ".join(each.provisions_before[:3]) or "-", ", ".join(each.provisions_after[:3]) or "-"
        yield f"{each.event}  {each.regime}  {each.before or 'not judged'} -> {each.after}  ({before} -> {after})"
    kept = f"; kept as entry {done.entry}" if done.entry is not None else ""
    yield f"{done.asked} events judged again, {len(done.moved)} moved, {len(done.failed)} not judged{kept}"


def verification_lines(found: Verification) -> Iterator[str]:
    """What verifying found."""
    for flaw in found.flaws:
        yield f"{flaw.where}: {flaw.message}"
    word = "whole" if found.ok else "CHANGED"
    yield (
        f"the ledger is {word}: {found.entries} entries, {found.documents} documents, {found.reports} reports, "
        f"{found.events} events"
    )
    yield f"head: {found.head}"
