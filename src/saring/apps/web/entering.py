"""The page that takes a key, and what the pages are made of: one style sheet, one small program, one picture."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.params import FromPath

from saring.apps.http.desk import desk_of
from saring.apps.http.gate import COOKIE
from saring.apps.http.problems import CallRefusedError
from saring.apps.web.showing import Call, View, moved, page

_FOLDER = Path(__file__).parent / "static"
MEDIA = {"saring.css": "text/css", "saring.js": "text/javascript", "icon.svg": "image/svg+xml"}


@get("/login", include_in_schema=False)
async def login(request: Call) -> Response[Any]:
    """The form for a key."""
    return page(request, "login.html", wrong=False)


@post("/login", status_code=200, include_in_schema=False)
async def enter(request: Call) -> Response[Any]:
    """Keep a good key in a cookie that only this site sees and no script can read."""
    form, desk = await request.form(), desk_of(request)
    given = str(form.get("key") or "").strip()
    client = request.client.host if request.client else ""
    if desk.keys.who(given) is None:
        if (wait := desk.misses.wait(client)) is not None:
            raise CallRefusedError(429, "too_many", "too many wrong keys", "key", wait)
        return page(request, "login.html", 403, wrong=True)
    answer = moved(View(request).link("/"))
    secure = request.url.scheme == "https"
    answer.set_cookie(Cookie(key=COOKIE, value=given, httponly=True, samesite="strict", secure=secure, path="/"))
    return answer


@post("/logout", status_code=200, include_in_schema=False)
async def leave(request: Call) -> Response[Any]:
    """Forget the key."""
    answer = moved(View(request).link("/login"))
    answer.delete_cookie(COOKIE, path="/")
    return answer


@get("/static/{name:str}", include_in_schema=False)
async def static(request: Call, name: FromPath[str]) -> Response[bytes]:
    """One of our own files."""
    if name not in MEDIA:
        raise CallRefusedError(404, "not_found", "there is no such file", "static")
    body, tag = _file(name)
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=304, media_type=MEDIA[name], headers=headers)
    return Response(body, media_type=MEDIA[name], headers=headers)


@cache
def _file(name: str) -> tuple[bytes, str]:
    body = (_FOLDER / name).read_bytes()
    return body, f'"{sha256(body).hexdigest()[:16]}"'
