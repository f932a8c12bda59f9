"""Canada's consolidated autonomous list under the Special Economic Measures Act (XML), in its old and new tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..entry import Listed, ListedKind, aliases
from ..lands import lands
from ..names import numbers_of_imo
from .opened import day, records


def read(path: Path) -> Iterator[Listed]:
    """The records: Entity became EntityOrShip, Title became TitleOrShip, ships have ShipIMONumber."""
    seen: dict[str, int] = {}
    for record in records(path, "record"):
        texts = {child.tag: (child.text or "").strip() for child in record}
        imo = numbers_of_imo(texts.get("ShipIMONumber", ""))
        body = texts.get("Entity") or texts.get("EntityOrShip") or ""
        person = " ".join(filter(None, (texts.get("GivenName"), texts.get("LastName"))))
        kind: ListedKind = "vessel" if imo else "organisation" if body and not texts.get("GivenName") else "person"
        key = "/".join(filter(None, (_english(texts.get("Country", "")), texts.get("Schedule"), texts.get("Item"))))
        seen[key] = seen.get(key, 0) + 1
        others = [(n, False, False) for n in re.split(r"[;,](?!\s*(?:Ltd|Inc|LLC|S\.A))", texts.get("Aliases", ""))]
        yield Listed(
            list="CA-SEMA",
            id=key if seen[key] == 1 else f"{key}#{seen[key]}",
            kind=kind,
            names=aliases(body or person, others),
            countries=lands(_english(texts.get("Country", ""))),
            births=tuple(d for d in (day(texts.get("DateOfBirth") or texts.get("DateOfBirthOrShipBuildDate")),) if d),
            imo=tuple(imo),
            programmes=(_english(texts.get("Country", "")),),
            since=day(texts.get("DateOfListing")),
            note=(texts.get("Title") or texts.get("TitleOrShip") or "")[:300] or None,
        )


def _english(country: str) -> str:
    """The English half of a bilingual name."""
    return country.split(" / ", maxsplit=1)[0].strip()
