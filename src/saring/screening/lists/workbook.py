"""The cells of an XLSX workbook as text, read from its parts with limits against bombs."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from saring.model import SaringError

from .opened import content, records_of

MAX_PART = 200_000_000
MAX_ALL = 400_000_000


def sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Title and rows of every sheet in the order of the workbook; merged and missing cells are empty."""
    content(path)
    try:
        with zipfile.ZipFile(path) as book:
            if sum(part.file_size for part in book.infolist()) > MAX_ALL:
                raise SaringError("too_large", str(path), "the workbook unpacks to too much", f"up to {MAX_ALL} bytes")
            shared = [_text(e) for e in records_of(_part(book, path, "xl/sharedStrings.xml"), str(path), "si")]
            targets = {
                e.get("Id", ""): e.get("Target", "")
                for e in records_of(_part(book, path, "xl/_rels/workbook.xml.rels"), str(path), "Relationship")
            }
            for sheet in records_of(_part(book, path, "xl/workbook.xml"), str(path), "sheet"):
                target = targets.get(sheet.get("r:id", ""), "").lstrip("/").removeprefix("xl/")
                raw = _part(book, path, "xl/" + target)
                yield sheet.get("name", ""), [_row(row, shared) for row in records_of(raw, str(path), "row")]
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as failure:
        raise SaringError("unreadable", str(path), f"no workbook: {failure}", "an XLSX file") from failure


def _part(book: zipfile.ZipFile, path: Path, name: str) -> bytes:
    if name == "xl/sharedStrings.xml" and name not in book.namelist():
        return b"<sst/>"
    try:
        info = book.getinfo(name)
    except KeyError as failure:
        raise SaringError("unreadable", str(path), f"the workbook has no {name}", "an XLSX file") from failure
    if info.file_size > MAX_PART:
        raise SaringError("too_large", str(path), f"{name} unpacks to {info.file_size} bytes", f"up to {MAX_PART}")
    with book.open(info) as stream:
        raw = stream.read(MAX_PART + 1)
    if len(raw) > MAX_PART:
        raise SaringError("too_large", str(path), f"{name} unpacks to too much", f"up to {MAX_PART}")
    return raw


def _text(node: Element) -> str:
    """The text of a shared or inline string; readings (rPh) are left out."""
    direct = "".join(t.text or "" for t in node.findall("t"))
    return direct + "".join(t.text or "" for t in node.findall("r/t"))


def _row(row: Element, shared: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.findall("c"):
        column = _column(cell.get("r", ""))
        while 0 <= len(cells) < min(column, 16_384):
            cells.append("")
        kind, value = cell.get("t", ""), cell.findtext("v") or ""
        if kind == "s":
            value = shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
        elif kind == "inlineStr":
            inline = cell.find("is")
            value = _text(inline) if inline is not None else ""
        cells.append(value)
    return cells


def _column(reference: str) -> int:
    """The place of a cell's column, from 0 (B7 -> 1); 0 when the reference is not given."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return max(number - 1, 0)
