"""The UK Sanctions List (CSV and XML): several rows or names make one entry, joined by its unique id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from ..entry import Listed, ListedKind, aliases
from ..lands import lands
from ..names import numbers_of_imo
from .opened import day, named_rows, records

KINDS: dict[str, ListedKind] = {"individual": "person", "entity": "organisation", "ship": "vessel"}
PARTS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")


def read_csv(path: Path) -> Iterator[Listed]:
    """The designations of the CSV file; a first line with the report's date may precede the heads."""
    groups: dict[str, list[dict[str, str]]] = {}
    for row in named_rows(path, ",", ("Unique ID", "Name 6", "Name type", "Regime Name")):
        if row.get("Unique ID"):
            groups.setdefault(row["Unique ID"], []).append(row)
    for key, found in groups.items():
        yield _from_rows(key, found)


def _from_rows(key: str, found: list[dict[str, str]]) -> Listed:
    def every(head: str) -> list[str]:
        return list(dict.fromkeys(row[head] for row in found if row.get(head)))

    named = []
    for row in found:
        written = " ".join(row[p] for p in PARTS if row.get(p))
        kind = row.get("Name type", "").lower()
        low = "low" in row.get("Alias strength", "").lower()
        named.append((written, kind[:7] != "primary", low))
        named.append((row.get("Name non-latin script", ""), True, low))
    named.sort(key=lambda n: n[1])  # the primary name first; the sort keeps the order otherwise
    return Listed(
        list="UK",
        id=key,
        kind=KINDS.get((every("Individual, Entity, Ship") or [""])[0].lower(), "unknown"),
        names=aliases(named[0][0], [(n, low, False) for n, _, low in named[1:]]),
        countries=lands(
            *every("Nationality(/ies)"), *every("Address Country"), *every("Current believed flag of ship")
        ),
        births=tuple(d for b in every("D.O.B") if (d := _birth(b))),
        imo=tuple(n for text in every("IMO number") for n in numbers_of_imo(text)),
        identifiers=(*every("Passport number"), *every("National Identifier number")),
        programmes=tuple(every("Regime Name")),
        since=_british((every("Date Designated") or [""])[0]),
        note=(every("Position") or [""])[0][:300] or None,
    )


def _british(text: str) -> str | None:
    """A date with the day first (07/03/2014)."""
    parts = text.strip().split("/")
    if len(parts) == 3 and all(p.isdigit() for p in parts):
        return f"{parts[2]}-{int(parts[1]):02d}-{int(parts[0]):02d}"
    return day(text)


def _birth(text: str) -> str | None:
    """A birth date, in which an unknown day or month is printed as dd or mm."""
    parts = text.strip().lower().split("/")
    if len(parts) == 3 and parts[2].isdigit():
        known = [parts[2], parts[1], parts[0]]
        return "-".join(p for place, p in enumerate(known) if all(q.isdigit() for q in known[: place + 1]))
    return day(text)


def read_xml(path: Path) -> Iterator[Listed]:
    """The designations of the XML file."""
    for record in records(path, "Designation"):
        if record.find("UniqueID") is not None:
            yield _from_element(record)


def _from_element(record: Element) -> Listed:
    def every(*tags: str) -> list[str]:
        return [text for tag in tags for n in record.iter(tag) if (text := (n.text or "").strip())]

    chief = ""
    others: list[tuple[str, bool, bool]] = []
    for name in record.iter("Name"):
        written = " ".join(t for n in range(1, 7) if (t := (name.findtext(f"Name{n}") or "").strip()))
        low = "low" in (name.findtext("AliasStrength") or "").lower()
        if not chief and (name.findtext("NameType") or "").lower().startswith("primary"):
            chief = written
        else:
            others.append((written, low, False))
    others += [(n, False, False) for n in every("NameNonLatinScript")]
    return Listed(
        list="UK",
        id=(record.findtext("UniqueID") or "").strip(),
        kind=KINDS.get((record.findtext("IndividualEntityShip") or "").strip().lower(), "unknown"),
        names=aliases(chief or (others[0][0] if others else ""), others),
        countries=lands(*every("Nationality", "AddressCountry", "CurrentBelievedFlagOfShip")),
        births=tuple(d for b in every("DOB") if (d := _birth(b))),
        imo=tuple(dict.fromkeys(n for text in every("IMONumber") for n in numbers_of_imo(text))),
        identifiers=tuple(every("PassportNumber", "NationalIdentifierNumber")),
        programmes=tuple(every("RegimeName")),
        since=_british(record.findtext("DateDesignated") or ""),
        note="; ".join(every("Position"))[:300] or None,
    )
