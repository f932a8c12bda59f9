"""The financial sanctions file of the European Union (XML and CSV)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..entry import Listed, ListedKind, aliases
from ..names import numbers_of_imo
from .opened import content, day, named_rows, records

KINDS: dict[str, ListedKind] = {"person": "person", "p": "person", "enterprise": "organisation", "e": "organisation"}


def read_xml(path: Path) -> Iterator[Listed]:
    """The sanctioned entities of the XML file."""
    for record in records(path, "sanctionEntity"):
        subject = record.find("subjectType")
        code = subject.get("code", "") if subject is not None else ""
        named = [
            (a.get("wholeName") or " ".join(filter(None, (a.get("firstName"), a.get("middleName"), a.get("lastName")))),
             a.get("strong") == "false", False)
            for a in record.iterfind("nameAlias")
        ]  # fmt: skip
        lands = [n.get("countryIso2Code", "") for tag in ("citizenship", "address") for n in record.iterfind(tag)]
        births = [day(n.get("birthdate") or n.get("year")) for n in record.iterfind("birthdate")]
        numbers = [n.get("number", "") for n in record.iterfind("identification")]
        yield Listed(
            list="EU",
            id=record.get("euReferenceNumber", "") or record.get("logicalId", ""),
            kind=KINDS.get(code, "unknown"),
            names=aliases(named[0][0] if named else "", named[1:]),
            countries=tuple(dict.fromkeys(c for c in lands if len(c) == 2 and c != "00")),
            births=tuple(dict.fromkeys(b for b in births if b)),
            imo=tuple(dict.fromkeys(n for text in numbers for n in numbers_of_imo(text))),
            identifiers=tuple(n for n in numbers if n),
            programmes=tuple(dict.fromkeys(p for r in record.iterfind("regulation") if (p := r.get("programme", "")))),
            since=day(record.get("designationDate")),
        )


def date_xml(path: Path) -> str | None:
    """The day on which the file was generated."""
    head = content(path)[:3000].decode("utf-8", "replace")
    return day(head.split('generationDate="', 1)[1][:10]) if 'generationDate="' in head else None


def read_csv(path: Path) -> Iterator[Listed]:
    """The entities of the CSV file (semicolons), whose rows are joined by the logical id."""
    groups: dict[str, list[dict[str, str]]] = {}
    for row in named_rows(path, ";", ("Entity_LogicalId", "NameAlias_WholeName", "Entity_SubjectType")):
        groups.setdefault(row["Entity_LogicalId"], []).append(row)
    for key, found in groups.items():

        def every(head: str, found: list[dict[str, str]] = found) -> list[str]:
            return list(dict.fromkeys(row[head] for row in found if row.get(head)))

        named = every("NameAlias_WholeName")
        yield Listed(
            list="EU",
            id=(every("Entity_EU_ReferenceNumber") or [key])[0],
            kind=KINDS.get((every("Entity_SubjectType") or [""])[0].lower(), "unknown"),
            names=aliases(named[0] if named else "", [(n, False, False) for n in named[1:]]),
            countries=tuple(
                dict.fromkeys(
                    c
                    for h in ("Citizenship_CountryIso2Code", "Address_CountryIso2Code")
                    for c in every(h)
                    if len(c) == 2
                )
            ),
            births=tuple(d for b in every("BirthDate_BirthDate") + every("BirthDate_Year") if (d := day(b))),
            imo=tuple(n for text in every("Identification_Number") for n in numbers_of_imo(text)),
            identifiers=tuple(every("Identification_Number")),
            programmes=tuple(every("Entity_Regulation_Programme")),
            since=day((every("Entity_DesignationDate") or [""])[0]),
        )
