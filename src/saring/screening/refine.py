"""Answers in the form of the OpenRefine reconciliation API; the HTTP door only has to pass them on."""

from __future__ import annotations

from .entry import ListedKind
from .search import Asked, Screener

TYPES: dict[str, ListedKind] = {
    "Person": "person",
    "Organization": "organisation",
    "Vessel": "vessel",
    "Airplane": "aircraft",
}
NAMES = {kind: name for name, kind in TYPES.items()} | {"unknown": "Thing"}
PROPERTIES = ("country", "birth", "imo")


def manifest() -> dict[str, object]:
    """What the service says about itself."""
    return {
        "versions": ["0.2"], "name": "Saring lists", "identifierSpace": "urn:saring:list", "schemaSpace": "urn:saring:kind",
        "defaultTypes": [{"id": name, "name": name} for name in TYPES],
    }  # fmt: skip


def candidates(query: dict[str, object], screener: Screener, line: float = 0.6) -> dict[str, object]:
    """The candidates of one query with scores from 0 to 100; `match` is never true, since a person confirms."""
    kind = query.get("type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    given = {p.get("pid"): p.get("v") for p in _properties(query)}
    facts = {key: str(value) for key, value in given.items() if key in PROPERTIES and isinstance(value, str | int)}
    asked = Asked(
        str(query.get("query", "")), TYPES.get(str(kind)), facts.get("country"), facts.get("birth"), facts.get("imo")
    )
    wanted = query.get("limit")
    limit = min(25, max(1, wanted)) if isinstance(wanted, int) else 5
    return {
        "result": [
            {
                "id": f"{hit.list}/{hit.id}", "name": hit.name, "score": round(hit.score * 100, 1), "match": False,
                "type": [{"id": NAMES[kind], "name": NAMES[kind]}], "description": "; ".join(hit.because)[:500],
            }
            for hit in screener.search(asked, limit, line)
            for kind in [screener.kind(hit.list, hit.id)]
        ]
    }  # fmt: skip


def _properties(query: dict[str, object]) -> list[dict[str, object]]:
    found = query.get("properties")
    return [p for p in found if isinstance(p, dict)] if isinstance(found, list) else []
