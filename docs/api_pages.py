"""The page about Python, written from the docstrings of the public names when the site is built."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

import saring
import saring.model

CALLS = ("check", "determine", "sweep")
HEAD = """# Python

Written from the docstrings of `saring` at each build. `import saring` costs nothing; each name is loaded when it is first
used. What is not named here may change without notice.
"""


def api_page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD, "## Functions\n", *(call(f"saring.{name}", called(name)) for name in CALLS)]
    parts += ["## Errors\n", call("saring.SaringError", saring.SaringError)]
    parts.append("## Values\n\nFrozen values of `saring.model`; in JSON they have the same keys (`from_` is `from`).\n")
    parts += [struct(kind) for kind in values()]
    return "\n".join(parts)


def called(name: str) -> Callable[..., Any]:
    """A public function; the room `sweep` is called by its verb."""
    found: Callable[..., Any] = getattr(saring, name)
    verb: Callable[..., Any] = found if inspect.isfunction(found) else getattr(found, name)
    return verb


def values() -> Iterator[type[msgspec.Struct]]:
    """The values of the model, in the order of the file; bases that hold nothing are left out."""
    for kind in vars(saring.model).values():
        own = isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__module__ == "saring.model"
        if own and kind.__struct_fields__:
            yield kind


def call(name: str, what: Callable[..., Any]) -> str:
    """A function or class: its signature and what its docstring says."""
    signature = inspect.signature(what)
    parts, starred = [], False
    for given in signature.parameters.values():
        if given.kind is given.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        default = "" if given.default is given.empty else f" = {given.default!r}"
        parts.append(f"{given.name}: {given.annotation}{default}")
    back = "" if signature.return_annotation in ("None", signature.empty) else f" -> {signature.return_annotation}"
    shown = f"{name}({', '.join(parts)}){back}"
    if len(shown) > 100:
        shown = f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){back}"
    return f"### {name}\n\n```text\n{shown}\n```\n\n{words(what)}\n"


def struct(kind: type[msgspec.Struct]) -> str:
    """A value: what it is, and its members with type and default."""
    rows = [f"### {kind.__name__}", "", words(kind), "", "| member | type | default |", "| --- | --- | --- |"]
    for field in msgspec.structs.fields(kind):
        default = "" if field.default is msgspec.NODEFAULT else f"`{field.default!r}`"
        if field.default is msgspec.UNSET:
            default = "left out"
        rows.append(f"| `{field.encode_name}` | {cell(kind.__annotations__.get(field.name, ''))} | {default} |")
    return "\n".join(rows) + "\n"


def cell(annotation: object) -> str:
    """A type as one cell of a table."""
    shown = str(annotation).replace(" | UnsetType", "").replace("|", "\\|")
    return f"`{shown}`"


def words(what: object) -> str:
    """The docstring as Markdown."""
    return inspect.cleandoc(inspect.getdoc(what) or "")
