"""The consolidated list of the Security Council (XML)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from ..entry import Listed, ListedKind, aliases, imo_is_valid
from ..lands import lands
from ..names import numbers_of_imo
from .opened import content, day, records

# The committees' lists by the resolution that began them.
LISTS = {
    "DPRK": "UN-1718", "Iran": "UN-2231", "Al-Qaida": "UN-1267", "Taliban": "UN-1988", "Iraq": "UN-1518",
    "DRC": "UN-1533", "Somalia": "UN-751", "Libya": "UN-1970", "CAR": "UN-2745", "Yemen": "UN-2140",
    "SouthSudan": "UN-2206", "Sudan": "UN-1591", "GB": "UN-2048", "Haiti": "UN-2653", "Mali": "UN-2374",
    "Lebanon": "UN-1636",
}  # fmt: skip


def read(path: Path) -> Iterator[Listed]:
    """The individuals and entities of the file, in its order."""
    for record in records(path, "INDIVIDUAL", "ENTITY"):
        yield _entry(record)


def date(path: Path) -> str | None:
    """The day on which the file was generated."""
    head = content(path)[:2000].decode("utf-8", "replace")
    return day(head.split('dateGenerated="', 1)[1][:10]) if 'dateGenerated="' in head else None


def _all(record: Element, path: str) -> list[str]:
    return [text for node in record.iterfind(path) if (text := (node.text or "").strip())]


def _entry(record: Element) -> Listed:
    person = record.tag == "INDIVIDUAL"
    chief = " ".join(_all(record, "FIRST_NAME") + _all(record, "SECOND_NAME") + _all(record, "THIRD_NAME")
                    + _all(record, "FOURTH_NAME"))  # fmt: skip
    others: list[tuple[str, bool, bool]] = [(n, False, False) for n in _all(record, "NAME_ORIGINAL_SCRIPT")]
    for alias in record.iterfind(f"{record.tag}_ALIAS"):
        quality = (alias.findtext("QUALITY") or "").strip().lower()
        written = (alias.findtext("ALIAS_NAME") or "").split(";")
        others += [(name, quality == "low", quality.startswith("f")) for name in written]
    comment = (record.findtext("COMMENTS1") or "").strip()
    imo = tuple(dict.fromkeys(numbers_of_imo(comment))) if "IMO" in comment else ()
    regime = (record.findtext("UN_LIST_TYPE") or "unnamed").strip()
    kind: ListedKind = "person" if person else "organisation"
    return Listed(
        list=LISTS.get(regime, f"UN-{regime}"),
        id=(record.findtext("REFERENCE_NUMBER") or record.findtext("DATAID") or "").strip(),
        kind=kind,
        names=aliases(chief, others),
        countries=lands(*_all(record, "NATIONALITY/VALUE"), *_all(record, f"{record.tag}_ADDRESS/COUNTRY")),
        births=_births(record),
        imo=tuple(n for n in imo if imo_is_valid(n)) if not person else (),
        identifiers=tuple(_all(record, "INDIVIDUAL_DOCUMENT/NUMBER")),
        programmes=tuple(_all(record, "UN_LIST_TYPE")),
        since=day(record.findtext("LISTED_ON")),
        note="; ".join(_all(record, "DESIGNATION/VALUE"))[:300] or None,
    )


def _births(record: Element) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for birth in record.iterfind("INDIVIDUAL_DATE_OF_BIRTH"):
        for tag in ("DATE", "YEAR"):
            found.update(dict.fromkeys(d for d in (day(birth.findtext(tag)),) if d))
        first, last = birth.findtext("FROM_YEAR"), birth.findtext("TO_YEAR")
        if first and last:
            found[f"{first.strip()}/{last.strip()}"] = None
    return tuple(found)
