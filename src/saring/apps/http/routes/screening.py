"""`/v1/screen`, and the reconciliation service of OpenRefine over the same lists."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.params import FromQuery

from saring.apps.http.bodies import JSON, Call, json_of, plain, sent
from saring.apps.http.desk import desk_of
from saring.apps.http.lists_desk import (
    LONGEST,
    InstalledList,
    ScreenRequest,
    hits,
    installed,
    screen_request,
    screener_of,
)
from saring.model import SaringError
from saring.screening.search import Answer

_MOST_QUERIES = 50


@post(
    "/v1/screen",
    status_code=200,
    summary="Compare a name with the lists",
    opt={"takes": ScreenRequest, "gives": Answer, "lacks": (404,)},
)
async def screen(request: Call) -> Response[bytes]:
    """The hits of one name with their reasons; a hit is not a match, and no hit is no clearance."""
    desk = desk_of(request)
    asked = screen_request(await json_of(request, desk.settings.max_body))
    return sent(await desk.asking(hits, asked))


@get("/v1/lists", summary="Which lists are installed", opt={"gives": list[InstalledList]})
async def lists(request: Call) -> Response[bytes]:
    """The last version of every installed list."""
    return plain(await desk_of(request).asking(installed))


@get("/v1/reconcile", summary="The reconciliation service of OpenRefine", opt={"gives": dict, "lacks": (404,)})
async def reconcile_get(request: Call, queries: FromQuery[str | None] = None) -> Response[bytes]:
    """What the service is, or, with `queries`, the candidates of each query."""
    return await _reconciled(request, queries)


@post(
    "/v1/reconcile",
    status_code=200,
    summary="Candidates of a batch of queries",
    opt={"takes": "form", "gives": dict, "lacks": (404,)},
)
async def reconcile_post(request: Call) -> Response[bytes]:
    """The candidates of each query; `queries` is a JSON object in a form, as OpenRefine sends it."""
    form = await request.form()
    given = form.get("queries")
    if not isinstance(given, str):
        raise SaringError("bad_type", "queries", "the form has no queries", "queries={…}")
    return await _reconciled(request, given)


async def _reconciled(request: Call, queries: str | None) -> Response[bytes]:
    from saring.screening.refine import manifest

    if queries is None:
        return Response(json.dumps(manifest()).encode(), media_type=JSON)
    found = await desk_of(request).asking(candidates, queries)
    return Response(msgspec.json.encode(found), media_type=JSON)


def candidates(queries: str) -> dict[str, Any]:
    """The candidates of every query of a batch, by its name."""
    from saring.apps import json_lines
    from saring.screening import reconcile

    asked = json_lines.value(queries.encode("utf-8", "surrogatepass"), "queries")
    good = isinstance(asked, dict) and all(isinstance(q, dict) for q in asked.values())
    if not good or len(asked) > _MOST_QUERIES:
        raise SaringError(
            "bad_type", "queries", "it is no batch of queries", f'{{"q0": {{"query": "…"}}}}, at most {_MOST_QUERIES}'
        )
    for name, query in asked.items():
        words = query.get("query")
        if not isinstance(words, str) or not words.strip() or len(words) > LONGEST:
            raise SaringError("bad_type", f"queries, {name}", "there is no query, or a very long one", "a name")
    screener = screener_of((), None)
    return {name: reconcile(query, screener) for name, query in asked.items()}
