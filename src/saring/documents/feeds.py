"""RSS and Atom → one opened text per item."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

from saring.documents.limits import MAX_FEED_ITEMS
from saring.documents.opened import Opened, day, tidy, with_title
from saring.documents.pages import plain_from
from saring.documents.xml_parts import read_xml

_ITEMS = frozenset({"item", "entry"})
# The fullest text first.
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "issued", "date", "updated")


def open_items(raw: bytes, source: str) -> tuple[Opened, tuple[Opened, ...]]:
    """The feed itself (its title, no text) and its items in order; raises `unreadable` when its XML is broken."""
    reader = _Items()
    read_xml(raw, source, reader.start, reader.end, reader.words)
    channel = tidy(plain_from(reader.channel.get("title", ""))) or None
    opened = []
    for item in reader.items[:MAX_FEED_ITEMS]:
        one = _item(item, channel)
        if one.text:
            opened.append(one)
    return Opened("", title=channel, publisher=channel), tuple(opened)


def _item(item: dict[str, str], channel: str | None) -> Opened:
    title = " ".join(plain_from(item.get("title", "")).split()) or None
    body = next((words for name in _BODIES if (words := plain_from(item.get(name, "")))), "")
    outlet = " ".join(plain_from(item.get("source", "")).split()) or channel
    dated = next((known for name in _DATES if (known := _day(item.get(name, "")))), None)
    return Opened(with_title(title, body), title, outlet, dated)


def _day(words: str) -> str | None:
    if known := day(words):
        return known
    try:
        return day(parsedate_to_datetime(words.strip()).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # an item may say its day in any way


class _Items:
    """Collects the fields of the channel and of each item; markup inside a field becomes plain words."""

    def __init__(self) -> None:
        self.channel: dict[str, str] = {}
        self.items: list[dict[str, str]] = []
        self._path: list[str] = []
        self._item: dict[str, list[str]] | None = None
        self._channel: dict[str, list[str]] = {}
        self._base = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        self._path.append(name)
        if name in _ITEMS and self._item is None:
            self._item, self._base = {}, len(self._path)

    def end(self, name: str) -> None:
        if self._item is not None and name in _ITEMS and len(self._path) == self._base:
            self.items.append({key: "".join(words) for key, words in self._item.items()})
            self._item = None
        elif name in ("channel", "feed", "rdf"):
            self.channel.update({key: "".join(words) for key, words in self._channel.items()})
        elif self._item is not None and len(self._path) > self._base + 1:
            self._field()[1].append("\n")  # the end of an element of XHTML content
        self._path.pop()

    def _field(self) -> tuple[str, list[str]]:
        here = self._channel if self._item is None else self._item
        depth = self._base
        if self._item is None:
            depth = 1 if self._path[:1] == ["feed"] else 2
        name = self._path[depth] if len(self._path) > depth else ""
        return name, here.setdefault(name, [])

    def words(self, words: str) -> None:
        name, field = self._field()
        if name == "source" and len(self._path) > self._base + 1 and self._path[-1] != "title":
            return  # an Atom source is an element of its own; its title names the outlet
        if name and (self._item is not None or name == "title"):
            field.append(words)
