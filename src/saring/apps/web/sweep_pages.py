"""Tables: uploaded, judged as a job, and read as a report."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import File

from saring.apps.http.desk import desk_of
from saring.apps.http.routes.sweeping import RESULTS, TABLES, asked_of, caller, result_file, started
from saring.apps.web.showing import Call, View, json_file, moved, page


@get("/sweep", include_in_schema=False, opt={"role": "analyst"})
async def form(request: Call) -> Response[Any]:
    """The form for a table, and the caller's jobs."""
    jobs = desk_of(request).jobs.mine(caller(request))
    return page(request, "sweep.html", jobs=list(reversed(jobs)), tables=TABLES, results=tuple(RESULTS))


@post("/sweep", status_code=200, include_in_schema=False, opt={"role": "analyst"})
async def begin(request: Call) -> Response[Any]:
    """Take a table and lead to its job."""
    given = await request.form()
    view = View(request)
    order = asked_of(str(given.get("mapping") or ""), "UN", str(given.get("result") or "csv"), view.lang)
    job = await started(desk_of(request), given.get("table"), order, caller(request))
    return moved(view.link(f"/sweep/{job.id}"))


@get("/sweep/{known:str}", include_in_schema=False, opt={"role": "analyst"})
async def job(request: Call, known: FromPath[str]) -> Response[Any]:
    """How far a job is; the page asks again by itself while it runs."""
    found = desk_of(request).jobs.of(known, caller(request))
    if request.query_params.get("format") == "json":
        return json_file(found, f"saring-sweep-{found.id}")
    share = min(99, 100 * found.rows // found.expected) if found.expected else None
    return page(request, "job.html", job=found, share=share, running=found.state in ("waiting", "running"))


@get("/sweep/{known:str}/table", include_in_schema=False, opt={"role": "analyst"})
async def table(request: Call, known: FromPath[str]) -> File:
    """The judged table."""
    return result_file(desk_of(request), known, caller(request))


@get("/sweep/{known:str}/report", include_in_schema=False, opt={"role": "analyst"})
async def report(request: Call, known: FromPath[str]) -> File:
    """The report of the room, as a file: it has its own styles, which this door's policy would not let run."""
    return result_file(desk_of(request), known, caller(request), "report.html")
