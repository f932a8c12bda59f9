"""`saring classify`: goods in words in, HS codes out, one line each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from saring.apps.complaints import Complaints
from saring.apps.options import lang_option

KEYS = ("words", "language")


@click.command(short_help="Give the HS codes of goods in words.")
@click.argument("given", nargs=-1, required=True, metavar="WORDS…|FILE|-")
@click.option("--language", metavar="LANG", help="Language of the words (id, en, …); without it every pack is tried.")
@lang_option
def classify(given: tuple[str, ...], language: str | None, lang: str) -> int:
    """Give the HS codes of goods in words, the likeliest first; no code means that the words decide none.

    Words beside each other are one phrase: `saring classify frozen crab`. Where some are quoted each argument is a
    phrase of its own: `saring classify "frozen crab" apples`. A file holds bare lines, or JSON Lines with "words" and
    "language".
    """
    from saring.goods import classify as by_words
    from saring.model import Failure, SaringError
    from saring.reports import to_line

    _known(language)
    complaints = Complaints()
    try:
        for name, asked in phrases(given):
            try:
                if isinstance(asked, SaringError):
                    raise asked
                line = to_line(by_words(asked[0], asked[1] or language, lang))
            except SaringError as error:
                complaints.say(error)
                line = to_line(Failure(id=name, error=error.problem()))
            sys.stdout.write(line)
    except SaringError as error:
        complaints.say(error)
    return complaints.exit_code


def phrases(given: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The number of each phrase, with its words and language, or with what is wrong with it."""
    from saring.apps import json_lines
    from saring.apps.determine_command import opened
    from saring.apps.given_words import file_meant, phrases_meant
    from saring.model import SaringError

    file = file_meant(given)
    if file is None:
        for number, one in enumerate(phrases_meant(given, "words for goods"), 1):
            yield str(number), one if isinstance(one, SaringError) else (one, None)
        return
    with opened(file) as stream:
        for number, line in json_lines.lines(stream):
            try:
                yield str(number), _phrase(line, f"{'' if file == '-' else file} line {number}".strip())
            except SaringError as error:
                yield str(number), error


def _known(language: str | None) -> None:
    """Refuse a language without a pack, since its words would be looked up in every other one."""
    from saring.apps.cli import WrongOption
    from saring.goods.packs import LANGUAGES

    if language is not None and language not in LANGUAGES:
        raise WrongOption("--language", f"{language!r} has no words here", ", ".join(LANGUAGES))


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
