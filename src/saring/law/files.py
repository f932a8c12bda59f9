"""Reads lawbook files strictly: YAML 1.2, unknown keys refused with file, place and what is allowed."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from saring.model import SaringError

LAWBOOK = Path(__file__).resolve().parent.parent / "lawbook"
T = TypeVar("T")


def law_files(root: Path = LAWBOOK) -> tuple[Path, ...]:
    """Every file that is law (cases are proof, not law), in a fixed order."""
    return tuple(sorted(p for p in root.rglob("*.yml") if not p.name.endswith(".cases.yml")))


def read_yaml(path: Path) -> Any:
    """The plain values of one YAML 1.2 file; dates become ISO strings."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    reader = YAML(typ="safe", pure=True)
    try:
        return _plain(reader.load(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError as error:
        raise SaringError("bad_type", str(path), f"not UTF-8: {error.reason} at byte {error.start}", "UTF-8") from None
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise SaringError("bad_type", place, f"not readable as YAML: {_first_line(error)}") from None


def convert(value: Any, kind: type[T], path: Path) -> T:
    """The value as one of our types; what does not fit is refused with file, line and what is allowed."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        place = _place(str(error))
        line = _line_of(path, place)
        where = f"{path}:{line}" if line else str(path)
        raise SaringError("bad_type", where, f"{error}", _allowed(kind, str(error))) from None


def read(path: Path, kind: type[T]) -> T:
    """One lawbook file as one of our types."""
    return convert(read_yaml(path), kind, path)


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return value


def _first_line(error: Exception) -> str:
    text = str(getattr(error, "problem", None) or error)
    return text.splitlines()[0] if text else type(error).__name__


def _place(message: str) -> list[str | int]:
    """The path that msgspec names (`$.measures[0].effect`) as keys and numbers."""
    found = re.search(r"`\$(.*)`", message)
    if not found:
        return []
    return [
        int(number) if number else name for name, number in re.findall(r"\.([A-Za-z_]\w*)|\[(\d+)\]", found.group(1))
    ]


def _line_of(path: Path, place: list[str | int]) -> int | None:
    """The line of a place in the file: read from the composed tree, and only when something went wrong."""
    from ruamel.yaml import YAML

    node = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    for step in place:
        entries = getattr(node, "value", None)
        if isinstance(step, int) and isinstance(entries, list) and step < len(entries):
            node = entries[step]
        elif isinstance(entries, list):
            node = next((v for k, v in entries if getattr(k, "value", None) == step), node)
    return node.start_mark.line + 1 if node is not None else None


def _allowed(kind: type, message: str) -> str:
    if "unknown field" not in message:
        return ""
    inner = kind
    for step in _place(message):
        if isinstance(step, str):
            inner = _inner(inner, step)
    fields = getattr(inner, "__struct_encode_fields__", ())
    return ", ".join(fields)


def _inner(kind: Any, step: str) -> Any:
    """The type below a field, as far as one struct stands there."""
    import typing

    if not hasattr(kind, "__struct_fields__"):
        return kind
    names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
    hint = typing.get_type_hints(kind).get(names.get(step, step))
    candidates = [hint, *typing.get_args(hint)]
    return next((c for c in candidates if hasattr(c, "__struct_fields__")), kind)
