"""The addresses of resources: `saring://law/UN/2397/5`, `saring://ledger/events/…`, `saring://ledger/documents/…`."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from saring.model import SaringError

SCHEME = "saring://"
LAW, EVENT, DOCUMENT = "law", "ledger/events", "ledger/documents"
TEMPLATES = {
    f"{SCHEME}law/{{regime}}/{{instrument}}/{{paragraph}}": ("A paragraph of the law", "One paragraph, or its sub-paragraphs: its measures, exceptions, disputes and review state."),
    f"{SCHEME}law/{{regime}}/{{provision}}": ("An act or provision of the law", "All paragraphs of an act (2397), or a provision by its id."),
    f"{SCHEME}ledger/events/{{event}}": ("An event of the ledger", "A dealing with its determinations, its reports with their quotes, and what people entered."),
    f"{SCHEME}ledger/documents/{{sha256}}": ("A document of the ledger", "A document with its text, and what was reported in it."),
}  # fmt: skip
_RESOLUTION = re.compile(r"UNSCR-(\d+)-(.+)")
_ALLOWED = ", ".join(TEMPLATES)


def law_address(regime: str, provision: str) -> str:
    """The address of a provision: resolutions by number and paragraph, other acts by their id."""
    found = _RESOLUTION.fullmatch(provision)
    parts = found.groups() if found else (provision,)
    return f"{SCHEME}law/{regime}/" + "/".join(quote(part, safe="()") for part in parts)


def taken_apart(address: str) -> tuple[str, str, str]:
    """What an address names: a sort (LAW, EVENT, DOCUMENT), the regime where it is law, and the name itself."""
    sort, _, rest = address.removeprefix(SCHEME).partition("/")
    parts = [unquote(part) for part in rest.split("/")]
    if address.startswith(SCHEME) and all(parts):
        if sort == "law" and len(parts) in (2, 3):
            return LAW, parts[0], "/".join(parts[1:])
        if sort == "ledger" and len(parts) == 2 and f"ledger/{parts[0]}" in (EVENT, DOCUMENT):
            return f"ledger/{parts[0]}", "", parts[1]
    raise SaringError("unknown_word", "uri", f"{address[:200]!r} is no address of this server", _ALLOWED)
