"""Which role a route asks for."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from saring.apps.http.keys import Key, Role
from saring.apps.http.problems import CallRefusedError


def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Refuse a key whose role has not this route's work; everybody may read, and without keys the one user may all."""
    key: Key | None = connection.scope.get("saring.key")  # type: ignore[assignment]
    needed: Role = handler.opt.get("role", "reader")
    if key is not None and needed not in ("reader", key.role):
        raise CallRefusedError(
            403, "forbidden", f"this is the work of the role {needed}, the key is {key.role}'s", "key"
        )
