"""What a format gives: the text, and what the document says about itself outside its text."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from saring.documents.limits import FIRST_YEAR, LAST_YEAR


class Opened(NamedTuple):
    """A text with its metadata.

    `dated` is the stated day of publication, `made` only the day of the file; the first `head` code points are fields
    about the text (front matter), not the text.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    dated: str | None = None
    made: str | None = None
    head: int = 0


_FRONT = re.compile(r"---[ \t]*\r?\n(?P<fields>(?:[^\n]{0,2000}\n){0,60}?)---[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"(?m)^(?P<name>title|date|publisher|site):[ \t]*[\"']?(?P<words>[^\r\n]*?)[\"']?[ \t]*\r?$")
_SPACES = re.compile(r"[ \t\u00a0\u200b\ufeff]+")
_GAPS = re.compile(r"\n{3,}")
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def tidy(text: str) -> str:
    """Text that a program took out of markup: single spaces, no blank runs, nothing unprintable."""
    lines = _UNPRINTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    joined = "\n".join(_SPACES.sub(" ", line).strip() for line in lines)
    return _GAPS.sub("\n\n", joined).strip()


def with_title(title: str | None, body: str) -> str:
    """The body with its title above it, unless it stands there already."""
    if not title or title.casefold() in [line.casefold() for line in body[: 3 * len(title) + 300].split("\n")]:
        return body
    return f"{title}\n\n{body}"


def with_front_matter(text: str) -> Opened:
    """Markdown as it stands, with title, date and publisher from the fields between `---` above it."""
    found = _FRONT.match(text)
    if not found or not text[found.end() :].strip():
        return Opened(text)
    fields = {field["name"]: field["words"] for field in _FIELD.finditer(found["fields"])}
    publisher = fields.get("publisher") or fields.get("site")
    return Opened(text, fields.get("title") or None, publisher or None, day(fields.get("date")), head=found.end())


def day(words: str | None) -> str | None:
    """The ISO day at the start of a metadata value, or None when there is none that a report could bear."""
    found = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", words or "")
    if not found:
        return None
    year, month, number = (int(part) for part in found.groups())
    if not 1900 <= year <= max(LAST_YEAR, FIRST_YEAR):
        return None
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


_LATIN_TO_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTXYi", "асеорхуАВСЕНКМОРТХУі")
_MIXED = re.compile(r"\w*[А-Яа-яЁёІіЇї]\w*")


def folded(text: str) -> str:
    """The same text with Latin look-alikes inside Cyrillic words made Cyrillic, every character in its place."""
    if not re.search("[А-Яа-я]", text):
        return text
    return _MIXED.sub(lambda match: match.group().translate(_LATIN_TO_CYRILLIC), text)
