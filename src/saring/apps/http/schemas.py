"""Schemas that several doors write, all from the one definition of the values themselves."""

from __future__ import annotations

from typing import Any


def given_dealing(components: dict[str, Any], ref: str) -> dict[str, Any]:
    """A dealing as it may be given: one of `check` comes in unchanged, and what only a text adds is passed over.

    The schemas are added to `components`, whose references have the form `ref`; the answer is the reference to it.
    """
    from saring.apps.intake import TEXT_KEYS

    for name, over in (("Good", ("span",)), ("Mention", ("span",)), ("Dealing", sorted(TEXT_KEYS))):
        found = components[name]
        kept = {**found["properties"], **{key: {"description": "Passed over."} for key in over}}
        components[f"Given{name}"] = {**found, "title": f"Given{name}", "properties": kept}
    kept = components["GivenDealing"]["properties"]
    for key, name in (("goods", "GivenGood"), ("parties", "GivenMention")):
        kept[key] = {**kept[key], "items": {"$ref": ref.format(name=name)}}
    return {"$ref": ref.format(name="GivenDealing")}


def anything(kind: type) -> dict[str, Any]:
    """The schema of what may be any value: the body of an entry of the ledger."""
    if kind is not object:
        raise NotImplementedError
    return {"description": "Any value."}


def closed(components: dict[str, Any]) -> dict[str, Any]:
    """The same schemas, no object with members that are not named there."""
    return {
        name: {**schema, "additionalProperties": False} if "properties" in schema else schema
        for name, schema in components.items()
    }
