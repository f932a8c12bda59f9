"""The lists of OFAC in CSV: a header-less table with tables of other names, addresses and remarks beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from saring.model import SaringError

from ..entry import Listed, ListedKind, aliases
from ..lands import lands
from ..names import numbers_of_imo
from .opened import MAX_NAMES, day, rows

# Of the chief table: number, name, type, programmes, title, call sign, ship type, tonnage, GRT, flag, owner, remarks.
WIDTH = 12
KINDS: dict[str, ListedKind] = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft", "": "organisation"}
_WEAK = re.compile(r"a\.k\.a\. ['\"]([^'\"]+)['\"]")
_NUMBERS = re.compile(
    r"(?:Passport|National ID No\.|Tax ID No\.|Registration (?:Number|ID)|Identification Number|"
    r"Aircraft Manufacturer's Serial Number \(MSN\)|Aircraft Construction Number \([^)]*\)|MMSI)\s+([A-Z0-9/-]{5,})"
)


def read(path: Path) -> Iterator[Listed]:
    """The entries of sdn.csv or cons_prim.csv with what stands in the tables beside it."""
    name = "US-SDN" if path.name.lower().endswith("sdn.csv") else "US-NONSDN"
    others = _beside(path, "alt")
    places = _beside(path, "add")
    overflow = {number: row[0] for number, found in _beside(path, "comments").items() for row in found[:1]}
    count = 0
    for row in rows(path):
        if len(row) != WIDTH:
            if len(row) < 2 or row[0].strip() in ("", "\x1a"):
                continue  # the stray last line of these files
            raise SaringError("unreadable", f"{path}:{count + 1}", f"{len(row)} cells", f"{WIDTH} cells")
        cells = [_cell(c) for c in row]
        if not cells[0].isdigit():
            raise SaringError("unreadable", f"{path}:{count + 1}", f"no entry number: {cells[0][:40]!r}")
        count += 1
        yield _entry(name, cells, others.get(cells[0], []), places.get(cells[0], []), overflow.get(cells[0], ""))


def _cell(cell: str) -> str:
    cell = cell.strip()
    return "" if cell in ("-0-", "\x1a") else cell


def _beside(path: Path, what: str) -> dict[str, list[list[str]]]:
    """The rows of a table that lies beside the chief one, by entry number; none when it is not there."""
    low = path.name.lower()
    if low.endswith("cons_prim.csv"):
        other = path.name[: -len("prim.csv")] + what + ".csv"
    else:
        other = path.name[: -len("sdn.csv")] + (f"sdn_{what}.csv" if what == "comments" else f"{what}.csv")
    found: dict[str, list[list[str]]] = {}
    if (path.parent / other).is_file():
        for row in rows(path.parent / other):
            if len(row) > 1:
                kept = found.setdefault(row[0].strip(), [])
                kept.append([_cell(c) for c in row[1:]])
                if len(kept) > MAX_NAMES:
                    where = str(path.parent / other)
                    raise SaringError("too_large", where, f"entry {row[0][:20]}: too many rows", f"up to {MAX_NAMES}")
    return found


def _entry(name: str, cells: list[str], others: list[list[str]], places: list[list[str]], more: str) -> Listed:
    remarks = cells[11] + more
    kind = KINDS.get(cells[2].lower(), "unknown")
    named = [(row[2], False, row[1].lower().startswith("f")) for row in others if len(row) > 2]
    named += [(found, True, False) for found in _WEAK.findall(remarks)]
    births = [d for part in re.findall(r"DOB (?:circa )?([^;.]+)", remarks) if (d := day(part))]
    nations = re.findall(r"(?:nationality|citizen) ([A-Z][^;.]+)", remarks)
    return Listed(
        list=name,
        id=cells[0],
        kind=kind,
        names=aliases(cells[1], named),
        countries=lands(cells[9], *nations, *(row[3] for row in places if len(row) > 3)),
        births=tuple(dict.fromkeys(births)),
        imo=tuple(dict.fromkeys(numbers_of_imo(remarks))) if "IMO" in remarks else (),
        identifiers=tuple(dict.fromkeys([*_NUMBERS.findall(remarks), *([cells[5]] if cells[5] else [])])),
        programmes=tuple(p for p in cells[3].split("] [") if p),
        note=cells[4][:300] or None,
    )
