"""The Denied Persons List of the US Bureau of Industry and Security (tab-separated); the expiry date decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..entry import Listed, aliases
from ..lands import lands
from .opened import day, named_rows


def read(path: Path) -> Iterator[Listed]:
    """One entry a row; the row number is the id, since the file has none."""
    needs = ("Name", "Effective_Date", "Expiration_Date", "FR_Citation")
    for number, row in enumerate(named_rows(path, "\t", needs), 1):
        yield Listed(
            list="US-DPL",
            id=f"{row['FR_Citation'][:40]} #{number}".strip(),
            kind="unknown",
            names=aliases(row["Name"], []),
            countries=lands(row.get("Country")),
            since=day(row["Effective_Date"]),
            until=day(row["Expiration_Date"]),
            note=row.get("Action") or None,
        )
