"""What a source offers: the items of a feed, the pages of a sitemap, the files of a folder, each with a key of its own."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from saring.apps.watching.plan import Source
from saring.apps.watching.visiting import Visitor
from saring.documents.xml_parts import read_xml
from saring.model import SaringError

MOST_SITEMAPS = 50


class Item(NamedTuple):
    """One thing to read: its key, where it lies, and its place in a feed (from 1) where the feed's own words are read."""

    key: str
    where: str
    number: int | None = None
    raw: bytes | None = None


def offered(source: Source, visitor: Visitor, *, private: bool) -> Iterator[Item]:
    """The items that a source offers now, newest as the source orders them; nothing where it did not change."""
    wanted = re.compile(source.only or "")
    if source.folder is not None:
        found = _files(Path(source.folder))
    elif source.feed is not None:
        found = _feed(source, source.feed, visitor, private=private)
    else:
        found = _sitemap(source, source.sitemap or "", visitor, private=private)
    yield from (item for item in found if wanted.search(item.where))


def _files(folder: Path) -> Iterator[Item]:
    if not folder.is_dir():
        raise SaringError("missing_file", str(folder), "there is no such folder")
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        try:
            digest = sha256(path.read_bytes()).hexdigest()[:24]
        except OSError as problem:
            raise SaringError("unreadable", str(path), f"{problem.strerror}") from None
        yield Item(f"{path.relative_to(folder).as_posix()} {digest}", str(path))


# --- feeds ---------------------------------------------------------------------------------------------------------


def _feed(source: Source, address: str, visitor: Visitor, *, private: bool) -> Iterator[Item]:
    raw = visitor.page(address, private=private, changed_only=True)
    if raw is None:
        return
    links = _Links()
    read_xml(raw, address, links.start, links.end, links.words)
    for number, (link, name) in enumerate(links.items, start=1):
        where = urljoin(address, link) if link else f"{address}#{number}"
        as_item = source.articles == "item" or not link
        yield Item(name or where, where, number if as_item else None, raw if as_item else None)


class _Links:
    """Collects the link and the id of each item of RSS or Atom."""

    def __init__(self) -> None:
        self.items: list[tuple[str, str]] = []
        self._open: dict[str, str] | None = None
        self._field = ""
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._open is None:
            if name in ("item", "entry"):
                self._open, self._depth = {}, 0
            return
        self._depth += 1
        self._field = name if self._depth == 1 else ""
        if name == "link" and self._depth == 1 and attributes.get("rel", "alternate") == "alternate":
            self._open.setdefault("href", attributes.get("href", ""))

    def words(self, words: str) -> None:
        if self._open is not None and self._field in ("link", "guid", "id"):
            self._open[self._field] = self._open.get(self._field, "") + words

    def end(self, name: str) -> None:
        if self._open is None:
            return
        if self._depth == 0 and name in ("item", "entry"):
            told = {key: value.strip() for key, value in self._open.items()}
            self.items.append((told.get("link") or told.get("href", ""), told.get("guid") or told.get("id", "")))
            self._open = None
            return
        self._depth -= 1
        self._field = ""


# --- sitemaps ------------------------------------------------------------------------------------------------------


def _sitemap(source: Source, address: str, visitor: Visitor, *, private: bool) -> Iterator[Item]:
    """The pages of a sitemap, and of those that it names; a page is read again when its day moves."""
    waiting, visited = [address], 0
    while waiting and visited < MOST_SITEMAPS:
        here = waiting.pop(0)
        visited += 1
        raw = visitor.page(here, private=private, changed_only=True)
        if raw is None:
            continue
        places = _Places()
        read_xml(_unpacked(raw, here), here, places.start, places.end, places.words)
        waiting += [urljoin(here, where) for where, _ in places.maps]
        for where, day in places.pages:
            if not (source.since and day and day < source.since):
                yield Item(f"{where} {day}".strip(), urljoin(here, where))


class _Places:
    """Collects address and day of the entries of a sitemap."""

    def __init__(self) -> None:
        self.pages: list[tuple[str, str]] = []
        self.maps: list[tuple[str, str]] = []
        self._told: dict[str, str] = {}
        self._path: list[str] = []

    def start(self, name: str, _: dict[str, str]) -> None:
        self._path.append(name)
        if name in ("url", "sitemap"):
            self._told = {}

    def words(self, words: str) -> None:
        if self._path[-2:-1] and self._path[-2] in ("url", "sitemap") and self._path[-1] in ("loc", "lastmod"):
            self._told[self._path[-1]] = self._told.get(self._path[-1], "") + words

    def end(self, name: str) -> None:
        self._path.pop()
        if name in ("url", "sitemap") and (where := self._told.get("loc", "").strip()):
            entry = (where, self._told.get("lastmod", "").strip()[:10])
            (self.pages if name == "url" else self.maps).append(entry)


def _unpacked(raw: bytes, where: str, most: int = 50_000_000) -> bytes:
    """A sitemap that comes packed, within the size that the protocol allows."""
    if raw[:2] != b"\x1f\x8b":
        return raw
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(raw, most)
    except zlib.error as problem:
        raise SaringError("unreadable", where, f"broken packing: {problem}") from None
    if unpacker.unconsumed_tail:
        raise SaringError("too_large", where, "the sitemap is too large unpacked", f"at most {most} bytes")
    return text
