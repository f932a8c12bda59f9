"""`saring determine`: dealings as JSON Lines in, determinations as JSON Lines out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from saring.apps.complaints import Complaints
from saring.apps.options import as_of_option, lang_option, lists_option, screen_of

if TYPE_CHECKING:
    from saring.model import Screen


@click.command(short_help="Judge dealings given as JSON Lines.")
@click.argument("file", default="-", metavar="[FILE|-]")
@as_of_option
@lang_option
@lists_option
@click.option(
    "--format", "form", type=click.Choice(["json", "text"]), help="json (the default) also turns errors into JSON."
)
def determine(file: str, as_of: str | None, lang: str, lists: str | None, form: str | None) -> int:
    """Judge dealings given as JSON Lines, one determination a line for each regime asked.

    A line needs only "kind"; docs/contract.md names the other keys. A line that cannot be used gives an error in its
    place, and the rest goes on.
    """
    from saring.model import SaringError

    complaints = Complaints(as_json=form == "json")
    try:
        screen = screen_of(lists, as_of)
        with opened(file) as stream:
            for found, dealing in answers(stream, "" if file == "-" else file, as_of, lang, screen):
                for failure in (answer for answer in found if hasattr(answer, "error")):
                    complaints.repeat(failure.error)
                _write(found, dealing, lang, as_text=form == "text")
    except SaringError as error:
        complaints.say(error)
    return complaints.exit_code


def answers(
    stream: BinaryIO, source: str, as_of: str | None, lang: str, screen: Screen | None = None
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """For each line its determinations or failures, and the dealing where there is one."""
    from saring import river
    from saring.apps import json_lines
    from saring.apps.intake import to_dealing
    from saring.model import Failure, SaringError

    for number, line in json_lines.lines(stream):
        where = f"{source} line {number}".strip()
        name = str(number)
        try:
            given = json_lines.value(line, where)
            if isinstance(given, dict) and isinstance(given.get("id"), str) and given["id"]:
                name = given["id"]
            dealing = to_dealing(given, where, default_id=name)
            yield river.determine(dealing, as_of, lang, where, screen), dealing
        except SaringError as error:
            yield (Failure(id=name, error=error.problem()),), None


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for "-"."""
    if file == "-":
        yield sys.stdin.buffer
        return
    from pathlib import Path

    from saring.model import SaringError

    path = Path(file)
    if path.is_dir():
        raise SaringError("not_a_file", file, "it is a directory", "a file of JSON Lines, or - for standard input")
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise SaringError("missing_file", file, "there is no such file", "a file of JSON Lines, or -") from None
    except OSError as error:
        raise SaringError("unreadable", file, error.strerror or "it cannot be read", "a readable file") from None
    with stream:
        yield stream


def _write(found: tuple[Any, ...], dealing: Any, lang: str, *, as_text: bool) -> None:
    if not as_text:
        import msgspec

        # Flushed line by line, so that a program can ask and wait for the answer.
        sys.stdout.write("".join(msgspec.json.encode(answer).decode() + "\n" for answer in found))
        sys.stdout.flush()
        return
    from saring.apps.show import show_determinations

    show_determinations(found, dealing, lang)
