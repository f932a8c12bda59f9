"""Values as JSON with every key that has a value, empty lists among them, so that readers need not know defaults.

What is unknown (None, unset) is left out; a legal claim keeps its nulls, as the contract writes it.
"""

from __future__ import annotations

from typing import Any

import msgspec

from saring.model import LegalClaim, Report


def whole(value: Any) -> Any:
    """A value as plain dicts and lists."""
    if isinstance(value, msgspec.Struct):
        keeps_null = isinstance(value, LegalClaim)
        pairs = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        found = {key: getattr(value, name) for key, name in pairs}
        kept = {k: v for k, v in found.items() if v is not msgspec.UNSET and (v is not None or keeps_null)}
        return {key: whole(item) for key, item in kept.items()}
    if isinstance(value, tuple | list):
        return [whole(item) for item in value]
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    return value


def to_json(report: Report) -> str:
    """A report as one object, indented."""
    return msgspec.json.format(msgspec.json.encode(whole(report)), indent=1).decode() + "\n"


def to_line(value: msgspec.Struct) -> str:
    """One value on one line."""
    return msgspec.json.encode(whole(value)).decode() + "\n"
