"""What comes in with a call and what goes out, in the JSON of the contract."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response
from litestar.status_codes import HTTP_200_OK

from saring.apps import json_lines
from saring.model import SaringError
from saring.reports.whole_json import whole

Call = Request[Any, Any, Any]
JSON = "application/json"


async def json_of(request: Call, most: int) -> Any:
    """The body as strict JSON: UTF-8, no key twice, no NaN."""
    body = await request.body()
    if not body.strip():
        raise SaringError("empty", "body", "there is none", "JSON in UTF-8")
    return json_lines.value(body, "body", most)


def sent(value: Any, status: int = HTTP_200_OK, headers: dict[str, str] | None = None) -> Response[bytes]:
    """An answer with every key that has a value, as the command line writes it."""
    return Response(msgspec.json.encode(whole(value)), status_code=status, media_type=JSON, headers=headers)


def plain(value: Any, status: int = HTTP_200_OK) -> Response[bytes]:
    """An answer whose defaults are left out."""
    return Response(msgspec.json.encode(value), status_code=status, media_type=JSON)


def asked_day(as_of: str | None, where: str = "as_of", *, single: bool = False) -> str | None:
    """A date of a query, once it is known to be in the calendar; an empty one is none."""
    from saring.days import interval

    if not as_of:
        return None
    if single and "/" in as_of:
        raise SaringError("bad_date", where, f"{as_of!r} is an interval", "YYYY-MM-DD, YYYY-MM or YYYY")
    interval(as_of, where)
    return as_of


def members(given: Any, allowed: dict[str, type], where: str = "body") -> dict[str, Any]:
    """The members of an object, none of them unknown or of a wrong type; null stands for a member left out."""
    if not isinstance(given, dict):
        raise SaringError("bad_type", where, "it is no JSON object", f"an object with {', '.join(allowed)}")
    for key, value in given.items():
        if key not in allowed:
            raise SaringError("unknown_key", where, f"unknown key {key!r}", ", ".join(allowed))
        kind = allowed[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise SaringError("bad_type", f"{where}, {key}", "a value of a wrong type", kind.__name__)
    return given
