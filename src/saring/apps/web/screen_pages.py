"""Screening: one name against the installed lists."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Response, get

from saring.apps.http.desk import desk_of
from saring.apps.http.lists_desk import KINDS, ScreenRequest, hits, installed, valid
from saring.apps.web.showing import Call, csv_file, json_file, page
from saring.model import SaringError
from saring.screening.search import Answer

FIELDS = ("name", "kind", "country", "birth", "imo", "as_of")
COLUMNS = ("list", "id", "name", "score", "strong", "because")


@get("/screen", include_in_schema=False)
async def screen(request: Call) -> Response[Any]:
    """The form, and the hits of the name that stands in the link."""
    desk, query = desk_of(request), request.query_params
    asked = {name: str(query.get(name) or "").strip() for name in FIELDS}
    lists = await desk.asking(installed)
    answer: Answer | None = None
    problem = ""
    if asked["name"] and lists:
        try:
            told = ScreenRequest(**{name: value for name, value in asked.items() if value})  # type: ignore[arg-type]
            answer = await desk.asking(hits, valid(told))
        except SaringError as error:
            problem = str(error)
    if answer is not None and query.get("format") == "json":
        return json_file(answer, "saring-screen")
    if answer is not None and query.get("format") == "csv":
        return csv_file([msgspec.to_builtins(hit) for hit in answer.hits], COLUMNS, "saring-screen")
    return page(request, "screen.html", asked=asked, lists=lists, answer=answer, kinds=KINDS, problem=problem)
