"""`saring screen` and `saring lists`: names against lists, and the lists themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from saring.apps.complaints import Complaints
from saring.apps.options import Day

if TYPE_CHECKING:
    from saring.model import SaringError
    from saring.screening.search import Asked
    from saring.screening.store import Version

KEYS = ("name", "kind", "country", "birth", "imo")
KINDS = ("person", "organisation", "vessel", "aircraft")
OLD_DAYS = 60  # a list older than this is named on standard error


@click.command(short_help="Compare names with sanctions lists.")
@click.argument("given", nargs=-1, required=True, metavar="NAME…|FILE|-")
@click.option("--lists", "names", metavar="LIST,…", help="Ask only these of the installed lists.")
@click.option("--as-of", type=Day(single=True), metavar="DATE", help="Ask the lists as they were on this date.")
@click.option("--decisions", metavar="FILE", help="Set aside the reviewed false positives of this file (JSON Lines).")
@click.option("--threshold", type=click.FloatRange(0, 1), metavar="0…1", help="The score from which a name is a hit.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many hits a name.")
def screen(
    given: tuple[str, ...],
    names: str | None,
    as_of: str | None,
    decisions: str | None,
    threshold: float | None,
    limit: int,
) -> int:
    """Compare names with the installed lists; hits come with reasons, and a person decides whether one is a match.

    Words beside each other are one name; where some are quoted each argument is a name of its own.
    A file holds bare names, one a line, or JSON Lines with "name" and what else is known: kind, country, birth, imo.
    """
    from pathlib import Path

    from saring.model import Failure, SaringError
    from saring.reports import to_line
    from saring.screening import open_lists
    from saring.screening.answers import answer
    from saring.screening.decisions import read_decisions
    from saring.screening.search import DEFAULT_LINE

    complaints = Complaints()
    try:
        wanted = [n.strip() for n in names.split(",") if n.strip()] if names else []
        screener = open_lists(wanted, as_of)
        decided = read_decisions(Path(decisions)) if decisions else None
        for line in _aged(screener.lists, as_of):
            sys.stderr.write(line)
        for number, asked in _questions(given):
            if isinstance(asked, SaringError):
                complaints.say(asked)
                sys.stdout.write(to_line(Failure(id=number, error=asked.problem())))
                continue
            line_at = DEFAULT_LINE if threshold is None else threshold
            sys.stdout.write(to_line(answer(asked, screener, limit, line_at, decided)))
    except SaringError as error:
        complaints.say(error)
    return complaints.exit_code


def _aged(lists: dict[str, str], as_of: str | None) -> Iterator[str]:
    """A line for every list that is old on the day for which it is asked."""
    import datetime as dt

    today = dt.datetime.now(dt.UTC).date()
    for name, date in lists.items():
        try:
            age = (today - dt.date.fromisoformat(date)).days
        except ValueError:
            continue  # a list that bears only a month or a year; its date stands in the output
        if age > OLD_DAYS and not as_of:
            yield f"saring: {name}: this version is of {date}, {age} days old\n"


def _questions(given: tuple[str, ...]) -> Iterator[tuple[str, Asked | SaringError]]:
    """The questions with their numbers, or what is wrong with a line."""
    from saring.apps import json_lines
    from saring.apps.determine_command import opened
    from saring.apps.given_words import file_meant, phrases_meant
    from saring.model import SaringError
    from saring.screening.search import Asked

    file = file_meant(given)
    if file is None:
        for number, one in enumerate(phrases_meant(given, "a name"), 1):
            yield str(number), one if isinstance(one, SaringError) else Asked(one)
        return
    with opened(file) as stream:
        for number, line in json_lines.lines(stream):
            try:
                yield str(number), _asked(line, f"{'' if file == '-' else file} line {number}".strip())
            except SaringError as error:
                yield str(number), error


def _asked(line: bytes | None, where: str) -> Asked:
    """One line: an object where it looks like one, else a bare name."""
    from saring.apps import json_lines
    from saring.model import SaringError
    from saring.screening.search import Asked

    if line is not None and not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        try:
            return Asked(line.decode("utf-8-sig").strip())
        except UnicodeDecodeError:
            raise SaringError("bad_json", where, "the line is not UTF-8", "a name in UTF-8") from None
    found: Any = json_lines.value(line, where)
    for key, value in found.items():
        if key not in KEYS:
            raise SaringError("unknown_key", where, f"unknown key {key!r}", ", ".join(KEYS))
        if not isinstance(value, str):
            raise SaringError("bad_type", where, f"{key} is no text", "text")
    if not found.get("name"):
        raise SaringError("bad_type", where, "there is no name", '{"name": text}')
    if found.get("kind", KINDS[0]) not in KINDS:
        raise SaringError("unknown_word", where, f"kind {found['kind']!r} is not known", ", ".join(KINDS))
    return Asked(**found)


@click.group(short_help="Add, show and renew the sanctions lists.")
def lists() -> None:
    """Add, show and renew the sanctions lists that `screen` asks; every version is kept."""


@lists.command(short_help="Read a list's official file and keep it.")
@click.argument("given", nargs=-1, required=True, metavar="FILE|URL…")
@click.option("--form", metavar="FORM", help="How the file is written, where it is not recognised.")
@click.option("--date", type=Day(single=True), metavar="DATE", help="The day of the list, where the file does not say.")
@click.option("--name", metavar="NAME", help="Keep it under this name.")
def add(given: tuple[str, ...], form: str | None, date: str | None, name: str | None) -> int:
    """Read official files and keep them as versions; a file that fails leaves the version before in place.

    A URL is fetched over the network, now and at `lists update`; a file never is.
    """
    from saring.model import SaringError
    from saring.screening.store import Store

    complaints, store = Complaints(), Store()
    for one in given:
        try:
            _say_added(*_take(store, one, form, date, name))
        except SaringError as error:
            complaints.say(error)
    return complaints.exit_code


def _take(store: Any, given: str, form: str | None, date: str | None, name: str | None) -> tuple[Version, bool]:
    """Read one file or address and keep it."""
    import tempfile
    from pathlib import Path

    import msgspec

    from saring.screening.fetching import fetch, is_address
    from saring.screening.lists import read

    with tempfile.TemporaryDirectory() as folder:
        path = fetch(given, Path(folder)) if is_address(given) else Path(given)
        file = read(path, form, source=given)
    changed: dict[str, Any] = {k: v for k, v in (("date", date), ("name", name)) if v}
    if name and name != file.name:
        # Hits name the list under which it is kept.
        changed["entries"] = tuple(msgspec.structs.replace(entry, list=name) for entry in file.entries)
    kept: tuple[Version, bool] = store.add(msgspec.structs.replace(file, **changed) if changed else file)
    return kept


def _say_added(version: Version, new: bool) -> None:
    what = "added" if new else "already there"
    click.echo(f"{version.name} of {version.date}: {what}, {version.entries} entries, {version.names} names")


@lists.command(short_help="Show the lists with date, count, digest and age.")
@click.option("--all", "every", is_flag=True, help="Show every version, not only the last.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(every: bool, shape: str) -> int:
    """Show the installed lists: source, date, count, digest and age."""
    import msgspec

    from saring.model import SaringError
    from saring.screening.store import Store

    complaints, store = Complaints(as_json=shape == "json"), Store()
    try:
        versions = store.versions() if every else store.current()
        for version in versions:
            if shape == "json":
                click.echo(msgspec.json.encode(version).decode())
            else:
                click.echo(
                    f"{version.name:16} {version.date}  {version.entries:6} entries {version.names:6} names  "
                    f"sha256 {version.sha256[:12]}  {_age(version.date)}  {version.source}"
                )
        if not versions:
            click.echo("no list is installed; saring lists add FILE", err=True)
    except SaringError as error:
        complaints.say(error)
    return complaints.exit_code


def _age(date: str) -> str:
    import datetime as dt

    try:
        return f"{(dt.datetime.now(dt.UTC).date() - dt.date.fromisoformat(date)).days} days old"
    except ValueError:
        return "age unknown"


@lists.command(short_help="Fetch anew the lists that were added by URL.")
@click.argument("names", nargs=-1, metavar="[LIST…]")
def update(names: tuple[str, ...]) -> int:
    """Fetch anew, over the network, the lists that were added by URL; what fails stays as it is."""
    from saring.model import SaringError
    from saring.screening.fetching import is_address
    from saring.screening.store import Store

    complaints, store = Complaints(), Store()
    try:
        versions = store.current(names)
    except SaringError as error:
        complaints.say(error)
        return complaints.exit_code
    for version in versions:
        if not is_address(version.source):
            click.echo(f"{version.name}: was added from a file ({version.source}); add the new file by hand", err=True)
            continue
        try:
            _say_added(*_take(store, version.source, version.form, None, version.name))
        except SaringError as error:
            complaints.say(error)
    return complaints.exit_code
