"""The Security Council's list of designated vessels (1718 Committee): an HTML table, or the same as PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from logging import ERROR, getLogger
from pathlib import Path

from saring.model import SaringError

from ..entry import Listed, aliases
from ..lands import lands
from .opened import MAX_ENTRIES, content, day, text

MEASURES = (
    "asset freeze (1718/8(d), 2270/12)", "deflagging (2321/12(a))", "port call directed (2321/12(d))",
    "port entry ban (2371/6, 2375/6)", "economic resource of OMM (KPe.020)",
)  # fmt: skip
_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}\s*[:.]\s*")


class _Table(HTMLParser):
    """Collects the cells of all rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the signature is the parser's
        """A row or a cell opens; block elements inside a cell part words."""
        if tag == "tr":
            self.rows.append([])
            if len(self.rows) > MAX_ENTRIES:
                raise SaringError("too_large", "html", "too many rows", f"up to {MAX_ENTRIES}")
        elif tag == "td" and self.rows:
            self.cell = []
        elif tag in ("p", "br") and self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell closes."""
        if tag == "td" and self.cell is not None:
            self.rows[-1].append(" ".join("".join(self.cell).split()))
            self.cell = None

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self.cell is not None:
            self.cell.append(data)


def read_html(path: Path) -> Iterator[Listed]:
    """One entry a vessel; rows that follow tell its flag, call sign and grounds."""
    table = _Table()
    table.feed(text(path))
    current: list[str] | None = None
    details: dict[str, str] = {}
    for row in table.rows:
        match = re.match(r"\d{7}", row[2]) if len(row) >= 9 else None
        if match:
            if current:
                yield _entry(current, details)
            current, details = row, {}
        elif current:
            label = next((c for c in row if c), "")
            details[label.lower()] = next((c for c in row[row.index(label) + 1 :] if c), "") if label else ""
    if current:
        yield _entry(current, details)
    else:
        raise SaringError("unreadable", str(path), "no row with a name and an IMO number")


def _entry(row: list[str], details: dict[str, str]) -> Listed:
    imo = row[2][:7]
    flags = [f.strip() for f in _NUMBERED.split(details.get("flag", "")) if f.strip()]
    said = [m for m, flag in zip(MEASURES, row[4:9], strict=False) if flag.lower() == "yes"]
    call = [c for c in _NUMBERED.split(details.get("call sign", "")) if c.strip() not in ("", "na")]
    # Glued behind the IMO number: "MMSI:1: 5297340002: 515721000".
    mmsi = re.findall(r"\d\s*:\s*(\d{9})", row[2])
    return _vessel(imo, row[1], row[3], flags, said, [*call, *mmsi])


def _vessel(imo: str, names: str, listed: str, flags: list[str], said: list[str], numbers: list[str]) -> Listed:
    chief, *later = [n.strip() for n in _NUMBERED.split(names) if n.strip()] or [imo]
    return Listed(
        list="UN-1718-VESSELS",
        id=f"IMO {imo}",
        kind="vessel",
        names=aliases(chief, [(n, False, False) for n in later]),
        countries=lands(*flags),
        imo=(imo,),
        identifiers=tuple(numbers),
        programmes=tuple(said),
        since=day(listed),
    )


def read_pdf(path: Path) -> Iterator[Listed]:
    """The same list from its PDF: names, IMO numbers and dates; flags and measures are not told apart there."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    content(path)
    getLogger("pypdf").setLevel(ERROR)  # its warnings on slips of the file would stand between our lines
    try:
        pages = [page.extract_text() for page in PdfReader(path).pages[:200]]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as failure:
        raise SaringError("unreadable", str(path), f"no readable PDF: {failure}") from failure
    words = re.sub(r"\s+", " ", " ".join(pages))
    found = list(re.finditer(r"(?<=\s)(1\s*: (?:(?!\b\d{7}\b|Other information).){1,160}?)\s(\d{7})\b", words))
    for place, match in enumerate(found):
        tail = words[match.end() : found[place + 1].start() if place + 1 < len(found) else match.end() + 400]
        date = re.search(r"\d{1,2}-[A-Z][a-z]{2}-\d\d", tail)
        yield _vessel(
            match.group(2), match.group(1), date.group() if date else "", [], [], re.findall(r"\b\d{9}\b", tail)
        )
    if not found:
        raise SaringError("unreadable", str(path), "no name with an IMO number")
