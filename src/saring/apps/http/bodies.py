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
