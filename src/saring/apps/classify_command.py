"""`saring classify`: goods in words in, HS codes out, one line each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from saring.apps.complaints import Complaints

KEYS = ("words", "language")


@click.command(short_help="Give the HS codes of goods in words.")
@click.argument("given", nargs=-1, required=True, metavar="WORDS|FILE|-")
@click.option("--language", metavar="LANG", help="Language of the words (id, en, …); without it every pack is tried.")
def classify(given: tuple[str, ...], language: str | None) -> int:
    """Give the HS codes of goods in words, the likeliest first; no code means that the words decide none.

    A file holds bare lines, or JSON Lines with "words" and "language".
    """
    from saring.goods import classify as by_words
    from saring.model import Failure, SaringError
    from saring.reports import to_line

    complaints = Complaints()
    try:
        for name, asked in phrases(given):
            try:
                if isinstance(asked, SaringError):
                    raise asked
                line = to_line(by_words(asked[0], asked[1] or language))
            except SaringError as error:
                complaints.say(error)
                line = to_line(Failure(id=name, error=error.problem()))
            sys.stdout.write(line)
    except SaringError as error:
        complaints.say(error)
    return complaints.exit_code


def phrases(given: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The number of each phrase, with its words and language, or with what is wrong with it."""
    from pathlib import Path

    from saring.apps import json_lines
    from saring.apps.determine_command import opened
    from saring.model import SaringError

    words = " ".join(given)
    if words != "-" and not (len(given) == 1 and Path(words).exists()):
        yield "1", (words, None)
        return
    with opened(words) as stream:
        for number, line in json_lines.lines(stream):
            try:
                yield str(number), _phrase(line, f"{'' if words == '-' else words} line {number}".strip())
            except SaringError as error:
                yield str(number), error


def _phrase(line: bytes | None, where: str) -> tuple[str, str | None]:
    """One line: an object where it looks like one, else bare words."""
    from saring.apps import json_lines
    from saring.model import SaringError

    if line is not None and not line.lstrip(b"\xef\xbb\xbf \t").startswith((b"{", b"[", b'"')):
        try:
            return line.decode("utf-8-sig").strip(), None
        except UnicodeDecodeError:
            raise SaringError("bad_json", where, "the line is not UTF-8", "words in UTF-8") from None
    found = json_lines.value(line, where)
    if not isinstance(found, dict):
        raise SaringError("bad_type", where, "a line must be bare words or an object", 'an object with "words"')
    for key in found:
        if key not in KEYS:
            raise SaringError("unknown_key", where, f"unknown key {key!r}", ", ".join(KEYS))
    words, language = found.get("words"), found.get("language")
    if not isinstance(words, str) or not isinstance(language, str | None):
        raise SaringError("bad_type", where, "words or language is no text", '{"words": text, "language": text}')
    return words, language
