"""How the server is: alive, its figures, and, for an admin, who has a key and who called."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.params import FromQuery

from saring import __version__
from saring.apps.http.audit import Entry
from saring.apps.http.bodies import Call, plain
from saring.apps.http.desk import desk_of
from saring.apps.http.keys import Role
from saring.model import SaringError


class Health(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alive, and with which law."""

    status: str
    version: str
    lawbook: str


class KeyShown(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A key without what could open anything."""

    id: str
    role: Role
    name: str
    added: str
    revoked: str | None = None


@get("/health", summary="Alive", opt={"gives": Health})
async def health(request: Call) -> Response[bytes]:  # noqa: ARG001
    """Answers 200 when the law can be read."""
    from saring.law import load

    return plain(Health("ok", __version__, load().version))


@get("/metrics", summary="Figures for Prometheus", opt={"gives": "text", "role": "admin"})
async def metrics(request: Call) -> Response[str]:
    """Calls, times and verdicts in the text form of Prometheus."""
    return Response(desk_of(request).metrics.text(), media_type="text/plain; version=0.0.4")


@get("/v1/keys", summary="Who has a key", opt={"gives": list[KeyShown], "role": "admin"})
async def keys(request: Call) -> Response[bytes]:
    """Every key with its role; they are made and revoked on the machine alone (`saring serve keys`)."""
    return plain([KeyShown(k.id, k.role, k.name, k.added, k.revoked) for k in desk_of(request).keys.all()])


@get("/v1/audit", summary="Who called", opt={"gives": list[Entry], "role": "admin"})
async def audit(request: Call, last: FromQuery[int] = 100) -> Response[bytes]:
    """The last calls, oldest first; never a text or a name that was asked for."""
    if not 1 <= last <= 1000:
        raise SaringError("bad_type", "last", f"{last} is out of range", "1 to 1000")
    return plain(desk_of(request).audit.last(last))
