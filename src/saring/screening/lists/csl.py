"""The Consolidated Screening List of the US Department of Commerce (CSV); each row says which list it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..entry import Listed, ListedKind, aliases
from ..lands import lands
from ..names import numbers_of_imo
from .opened import day, named_rows

KINDS: dict[str, ListedKind] = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_SHORT = re.compile(r"\(([A-Z]{2,6})\)")


def read(path: Path) -> Iterator[Listed]:
    """The rows as entries; the list is US- with the abbreviation that the source prints in brackets."""
    for number, row in enumerate(named_rows(path, ",", ("source", "name", "alt_names")), 1):
        short = _SHORT.search(row["source"])
        ids = row.get("ids", "")
        yield Listed(
            list="US-" + (short.group(1) if short else "CSL"),
            id=row.get("entity_number") or (row.get("_id") or f"row-{number}"),
            kind=KINDS.get(row.get("type", "").lower(), "unknown"),
            names=aliases(row["name"], [(n, False, False) for n in row["alt_names"].split("; ")]),
            countries=lands(
                row.get("nationalities"), row.get("citizenships"), row.get("vessel_flag"),
                *(a.rsplit(",", 1)[-1] for a in row.get("addresses", "").split(";") if a),
            ),
            births=tuple(d for part in row.get("dates_of_birth", "").split(";") if (d := day(part))),
            imo=tuple(dict.fromkeys(numbers_of_imo(ids))) if "IMO" in ids else (),
            programmes=tuple(p.strip() for p in row.get("programs", "").split(";") if p.strip()),
            since=day(row.get("start_date")),
            until=day(row.get("end_date")),
            note=row.get("title", "")[:300] or None,
        )  # fmt: skip
