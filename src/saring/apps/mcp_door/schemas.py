"""The schemas of tools, from the values that they take and give; an object at the top, as the protocol wants it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from saring.apps.http.schemas import anything, given_dealing
from saring.model import Dealing

REF = "#/$defs/{name}"
_REFERENCE = re.compile(r"^#/\$defs/(.+)$")


def schema_of(kind: type) -> dict[str, Any]:
    """The schema of one value with the definitions that it uses, no more."""
    _, components = msgspec.json.schema_components([kind, Dealing], ref_template=REF, schema_hook=anything)
    top = dict(components[kind.__name__])
    if "dealing" in top["properties"] and top["properties"]["dealing"].get("type") == "object":
        # It comes in as any object, so that what a text adds can be passed over; a caller is told what it may hold.
        top["properties"] = {**top["properties"], "dealing": given_dealing(components, REF)}
    used: dict[str, Any] = {}
    _gather(top, components, used)
    return {**top, "$defs": dict(sorted(used.items()))} if used else top


def _gather(schema: Any, components: dict[str, Any], used: dict[str, Any]) -> None:
    if isinstance(schema, list):
        for item in schema:
            _gather(item, components, used)
        return
    if not isinstance(schema, dict):
        return
    for key, value in schema.items():
        found = _REFERENCE.match(value) if key == "$ref" and isinstance(value, str) else None
        if found and found[1] not in used:
            used[found[1]] = components[found[1]]
            _gather(components[found[1]], components, used)
        elif not found:
            _gather(value, components, used)
