"""Files of lists opened with care: text in a known encoding, tables, XML without document types, within limits."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from saring.model import SaringError

MAX_BYTES = 400_000_000  # the largest official file known is near 120 MB
MAX_ENTRIES = 1_000_000
MAX_NAMES = 2_000  # names of one entry; no list known has above 200
MAX_DEPTH = 60
MAX_RECORD = 3_000_000  # characters of one record


def content(path: Path) -> bytes:
    """The bytes of a file that exists, is not empty and not too large."""
    if not path.exists():
        raise SaringError("missing_file", str(path), "there is no such file")
    if not path.is_file():
        raise SaringError("not_a_file", str(path), "this is not a file")
    size = path.stat().st_size
    if size == 0:
        raise SaringError("empty", str(path), "the file is empty")
    if size > MAX_BYTES:
        raise SaringError("too_large", str(path), f"{size} bytes", f"up to {MAX_BYTES}")
    return path.read_bytes()


def text(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with a mark, or Windows-1252; anything else is refused."""
    raw = content(path)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(raw, "utf-16", path)
    if b"\x00" in raw[:100_000]:
        raise SaringError("binary", str(path), "the file holds zero bytes", "a text file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(raw, "cp1252", path)


def _decoded(raw: bytes, encoding: str, path: Path) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as failure:
        message = f"not readable as {encoding} (byte {failure.start})"
        raise SaringError("unreadable", str(path), message, "UTF-8, UTF-16, cp1252") from failure


def rows(path: Path, delimiter: str = ",") -> Iterator[list[str]]:
    """The rows of a table; cells are limited, a zero byte or an endless cell is an error of the file."""
    csv.field_size_limit(1_000_000)
    try:
        for number, row in enumerate(csv.reader(text(path).splitlines(keepends=True), delimiter=delimiter)):
            if number > MAX_ENTRIES * 4:
                raise SaringError("too_large", str(path), "too many rows", f"up to {MAX_ENTRIES * 4}")
            yield row
    except csv.Error as failure:
        raise SaringError("unreadable", str(path), f"no table: {failure}") from failure


def named_rows(path: Path, delimiter: str, needs: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Rows as dictionaries under the first row that holds all the needed heads; a row without one of them is broken."""
    heads: list[str] | None = None
    for number, row in enumerate(rows(path, delimiter), 1):
        if heads is None:
            cells = [cell.strip() for cell in row]
            heads = cells if set(needs) <= set(cells) else None
        elif row:
            named = dict(zip(heads, (cell.strip() for cell in row), strict=False))
            if lost := [name for name in needs if name not in named]:
                raise SaringError("unreadable", f"{path} row {number}", f"cut short before {lost[0]}", ", ".join(needs))
            yield named
    if heads is None:
        raise SaringError("unreadable", str(path), "no row of heads", ", ".join(needs))


class _Records:
    """Collects the records of an XML stream; a document type, great depth or a giant record stops it."""

    def __init__(self, tags: frozenset[str], where: str) -> None:
        self.tags = tags
        self.where = where
        self.done: list[Element] = []
        self.depth = 0
        self.inside = 0
        self.length = 0
        self.builder: TreeBuilder | None = None

    def refuse(self, *_: object) -> None:
        """A document type or an entity: lists have none, attacks do."""
        raise SaringError("unreadable", self.where, "the XML declares a document type or entities", "plain XML")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SaringError("too_large", self.where, "the XML is nested too deeply", f"up to {MAX_DEPTH}")
        tag = tag.rsplit(":", 1)[-1]
        if self.builder is None and tag in self.tags:
            self.builder, self.inside, self.length = TreeBuilder(), 0, 0
        if self.builder is not None:
            self.inside += 1
            self.length += len(tag) + 20
            self.builder.start(tag, attributes)

    def data(self, words: str) -> None:
        """Text arrives."""
        if self.builder is not None:
            self.length += len(words)
            if self.length > MAX_RECORD:
                raise SaringError("too_large", self.where, "one record of the XML is too long")
            self.builder.data(words)

    def end(self, tag: str) -> None:
        """An element closes."""
        self.depth -= 1
        if self.builder is not None:
            self.builder.end(tag.rsplit(":", 1)[-1])
            self.inside -= 1
            if self.inside == 0:
                self.done.append(self.builder.close())
                self.builder = None


def records(path: Path, *tags: str) -> Iterator[Element]:
    """The elements of the given local names, one after the other; prefixes are dropped."""
    yield from records_of(content(path), str(path), *tags)


def records_of(raw: bytes, where: str, *tags: str) -> Iterator[Element]:
    """The same from bytes."""
    gathered = _Records(frozenset(tags), where)
    parser = expat.ParserCreate()
    parser.StartElementHandler = gathered.start
    parser.EndElementHandler = gathered.end
    parser.CharacterDataHandler = gathered.data
    parser.StartDoctypeDeclHandler = gathered.refuse
    parser.EntityDeclHandler = gathered.refuse
    try:
        for place in range(0, len(raw), 1 << 16):
            parser.Parse(raw[place : place + (1 << 16)], False)
            yield from gathered.done
            gathered.done.clear()
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError, LookupError) as failure:
        raise SaringError("unreadable", where, f"broken XML: {failure}") from failure
    yield from gathered.done


def day(words: str | None) -> str | None:
    """A date of a list as ISO (day, month or year), or nothing when it is none of the usual forms."""
    text = (words or "").strip()
    match = re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text)
    if match:
        return match.group()
    match = re.search(r"\b(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]*[ -](\d{4}|\d{2})\b", text)
    if match and match.group(2) in MONTHS:
        year = match.group(3) if len(match.group(3)) == 4 else "20" + match.group(3)
        return f"{year}-{MONTHS[match.group(2)]:02d}-{int(match.group(1)):02d}"
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if match:
        return f"{match.group(3)}-{int(match.group(1)):02d}-{int(match.group(2)):02d}"
    match = re.search(r"\b(19|20)\d\d\b", text)
    return match.group() if match else None


_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONTHS = {name: place + 1 for place, name in enumerate(_NAMES)}
