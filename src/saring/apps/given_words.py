"""Words on the command line: one phrase, several that are quoted, or a file (or standard input) of lines."""

from __future__ import annotations

from pathlib import Path

from saring.model import SaringError

# What ends so was meant as a file, even where there is none of that name.
_FILES = (".txt", ".json", ".jsonl", ".ndjson", ".csv", ".tsv")


def file_meant(given: tuple[str, ...]) -> str | None:
    """The file of lines that the arguments name ("-" is standard input), or None where they are words themselves."""
    (name, *more) = given
    return name if not more and (name == "-" or (name and Path(name).is_file())) else None


def phrases_meant(given: tuple[str, ...], what: str) -> list[str | SaringError]:
    """The phrases of the arguments: each its own where some are quoted, else all together one.

    In place of a phrase stands what is wrong with it; `what` says in words what was wanted.
    """
    is_quoted = any(len(one.split()) > 1 for one in given)
    return [_phrase(one, what) for one in (given if is_quoted else (" ".join(given),))]


def _phrase(words: str, what: str) -> str | SaringError:
    if not words.strip():
        return SaringError("empty", "words", "nothing in it", what)
    if len(words.split()) > 1:
        return words
    path = Path(words)
    if path.suffix.lower() in _FILES and not path.exists():
        return SaringError("missing_file", words, "no such file", f"{what}, or a file of them")
    return words
