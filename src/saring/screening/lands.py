"""Names of lands as lists print them, as ISO codes."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in files(__package__).joinpath("lands.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, names = line.split(" ", 1)
            table[code.lower()] = code
            for name in names.split("|"):
                table[name] = code
    return table


def land(name: str | None) -> str | None:
    """The ISO code of a land's name, or nothing for a name that is not in the table."""
    text = re.sub(r"\s+", " ", name or "").strip(" .;,").lower().replace("’", "'")
    return _table().get(text)


def lands(*names: str | None) -> tuple[str, ...]:
    """The codes of several names, each once, in order; a name may hold several with ";" or "/" between."""
    found: dict[str, None] = {}
    for name in names:
        whole = land(name)
        parts = [whole] if whole else [land(part) for part in re.split(r"[;/\n]|\([a-z]\)", name or "")]
        found.update(dict.fromkeys(code for code in parts if code))
    return tuple(found)
