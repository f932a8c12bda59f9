"""JSON Lines as they come in: one value a line, read strictly, and no line can spoil another."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from saring.model import SaringError

LONGEST = 1_000_000
_SURROGATE = re.compile(r"\\u[dD][89abcdefABCDEF]")


def lines(stream: BinaryIO, longest: int = LONGEST) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank with their numbers from 1; None stands for one of more bytes than `longest`."""
    number = 0
    while chunk := stream.readline(longest + 1):
        number += 1
        line: bytes | None = chunk
        while len(chunk) > longest and not chunk.endswith(b"\n"):
            line = None  # the rest of the line is passed over without being kept
            chunk = stream.readline(longest + 1)
        if line is None or line.strip():
            yield number, line


def value(line: bytes | None, where: str, longest: int = LONGEST) -> Any:
    """The JSON value of a line; repeated keys, NaN, numbers without end and broken text are refused."""
    if line is None:
        raise SaringError(
            "too_large", where, f"the line has more than {longest} bytes", f"at most {longest} bytes a line"
        )
    try:
        text = line.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite)
        if _SURROGATE.search(text):
            json.dumps(found, ensure_ascii=False).encode()
    except UnicodeError:
        raise SaringError("bad_json", where, "the line is not UTF-8", "JSON in UTF-8, one value a line") from None
    except RecursionError:
        raise SaringError("bad_json", where, "nested too deeply", "JSON, one value a line") from None
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} at character {error.pos + 1}"
        raise SaringError("bad_json", where, message, "JSON, one value a line") from None
    except ValueError as error:  # from the hooks, and from Python for whole numbers of thousands of digits
        message = str(error) if error.args and isinstance(error, _RefusedError) else "a number of too many digits"
        raise SaringError("bad_json", where, message, "JSON, one value a line") from None
    return found


class _RefusedError(ValueError):
    """What strict reading refuses though the JSON module would take it."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _RefusedError(f"the key {twice!r} stands twice in one object")
    return found


def _refuse(word: str) -> Any:
    raise _RefusedError(f"{word} is no number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _RefusedError(f"the number {digits[:20]} is too large")
    return number
