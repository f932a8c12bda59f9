"""What goes wrong, as callers of tools hear it: code, where, message, allowed; nothing that was given crashes a server."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from saring.apps.http.problems import CallRefusedError
from saring.model import SaringError

_QUOTED = re.compile(r"[`'](.*)[`']")


class Wrong(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An error of a tool; `allowed` may be empty."""

    code: str
    where: str
    message: str
    allowed: str


class ToolError(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the place of an answer."""

    error: Wrong


def wrong(error: Exception) -> Wrong:
    """An error in the words of the contract; one that nobody foresaw says only that it happened."""
    if isinstance(error, SaringError):
        return Wrong(error.code, error.where, error.message, error.allowed)
    if isinstance(error, CallRefusedError):
        return Wrong(error.code, error.where, error.message, f"again in {error.wait} seconds" if error.wait else "")
    if isinstance(error, ModuleNotFoundError):
        return Wrong("unreadable", "ledger", f"the package {error.name} is not installed", 'pip install "saring[web]"')
    return Wrong("failed", "server", "it went wrong here; the log of the server has the reason", "")


def explained(error: msgspec.ValidationError, schema: dict[str, Any]) -> SaringError:
    """Arguments that cannot be, with the name of the argument and what is allowed there."""
    text, _, path = str(error).partition(" - at `$")
    where = path.rstrip("`").lstrip(".") or "arguments"
    quoted = _QUOTED.search(text)
    found = quoted[1] if quoted else ""
    names = ", ".join(schema["properties"])
    if "unknown field" in text:
        return SaringError("unknown_key", where, f"unknown key {found!r}", names)
    if "missing required" in text:
        return SaringError("bad_type", where, f"the key {found!r} is missing", names)
    if "enum value" in text:
        return SaringError("unknown_word", where, f"{found!r} is not known", ", ".join(_words(schema, where)))
    wanted, _, got = text.partition(", got ")
    message = f"found {got.strip('`')}" if got else "a value out of its range"
    return SaringError("bad_type", where, message, wanted.removeprefix("Expected ").replace("`", ""))


def _words(schema: dict[str, Any], name: str) -> list[str]:
    """The closed words of an argument, as its schema has them."""
    told = schema["properties"].get(name, {})
    choices = [told, *told.get("anyOf", ())]
    return [str(word) for choice in choices for word in choice.get("enum", ()) if word is not None]
