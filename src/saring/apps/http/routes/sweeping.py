"""`/v1/sweep`: tables of trade judged as jobs with progress."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from litestar import Response, delete, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath, FromQuery
from litestar.response import File

from saring.apps.http.bodies import Call, plain
from saring.apps.http.desk import Desk, desk_of
from saring.apps.http.jobs import Job
from saring.apps.http.keys import Key
from saring.apps.http.problems import CallRefusedError
from saring.apps.http.routes.judging import Language
from saring.model import SaringError

if TYPE_CHECKING:
    from saring.sweep.running import Order

TABLES = (".csv", ".tsv", ".parquet", ".xlsx", ".json", ".jsonl", ".ndjson")
RESULTS = {"parquet": ".parquet", "csv": ".csv", "jsonl": ".jsonl", "xlsx": ".xlsx"}
_MAP_WORDS = "role=column,role=column"


@post("/v1/sweep", status_code=202, summary="Sweep a table", opt={"takes": "table", "gives": Job, "role": "analyst"})
async def begin(
    request: Call,
    mapping: FromQuery[str | None] = None,
    regime: FromQuery[str] = "UN",
    result: FromQuery[str] = "csv",
    lang: FromQuery[Language] = "en",
) -> Response[bytes]:
    """Take a table (form field `table`) and judge its rows; the job is asked for at /v1/sweep/{id}."""
    form = await request.form()
    order = asked_of(mapping, regime, result, lang)
    job = await started(desk_of(request), form.get("table"), order, caller(request))
    return plain(job, 202)


@get("/v1/sweep", summary="My jobs", opt={"gives": list[Job], "role": "analyst"})
async def jobs(request: Call) -> Response[bytes]:
    """The jobs of the caller."""
    return plain(desk_of(request).jobs.mine(caller(request)))


@get("/v1/sweep/{known:str}", summary="How far a job is", opt={"gives": Job, "role": "analyst", "lacks": (404,)})
async def progress(request: Call, known: FromPath[str]) -> Response[bytes]:
    """A job with its progress, and its summary when it is done."""
    return plain(desk_of(request).jobs.of(known, caller(request)))


@get(
    "/v1/sweep/{known:str}/table",
    summary="The judged table",
    opt={"gives": "file", "role": "analyst", "lacks": (404, 409)},
)
async def table(request: Call, known: FromPath[str]) -> File:
    """The table with verdict and provisions added."""
    return result_file(desk_of(request), known, caller(request))


@delete("/v1/sweep/{known:str}", status_code=204, summary="Remove a job", opt={"role": "admin", "lacks": (404, 409)})
async def remove(request: Call, known: FromPath[str]) -> None:
    """Forget a job of whomever, with what it made."""
    desk_of(request).jobs.remove(known)


def caller(request: Call) -> str | None:
    """The id of the caller's key; None on a server without keys."""
    key: Key | None = request.scope.get("saring.key")  # type: ignore[assignment]
    return key.id if key else None


def asked_of(mapping: str | None, regime: str, result: str, lang: str) -> Order:
    """What is asked of a job."""
    from saring.sweep.running import Order

    if result not in RESULTS:
        raise SaringError("unknown_word", "result", f"{result!r} is no kind of table", ", ".join(RESULTS))
    return Order(mapped(mapping), regime, suffix=RESULTS[result], lang=lang)


async def started(desk: Desk, given: Any, order: Order, owner: str | None) -> Job:
    """A job that runs on an uploaded table."""
    if not isinstance(given, UploadFile) or not given.filename:
        raise SaringError("bad_type", "table", "the form has no file", "a file in the form field table")
    suffix = Path(given.filename).suffix.lower()
    if suffix not in TABLES:
        raise SaringError("unknown_word", "table", f"{suffix or 'no suffix'!r} is no kind of table", ", ".join(TABLES))
    name = re.sub(r"[^\w.-]+", "_", Path(given.filename).name)[-80:]
    job, folder = desk.jobs.make(name, owner)
    source = folder / f"given{suffix}"
    with source.open("wb") as stream:
        while chunk := await given.read(1 << 20):
            stream.write(chunk)
    desk.jobs.start(job, lambda: sweep(job, source, order))
    return job


def mapped(words: str | None) -> dict[str, str]:
    """`role=column,…` as a dictionary."""
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in (words or "").split(","))):
        role, _, column = part.partition("=")
        if not role.strip() or not column.strip():
            raise SaringError("bad_type", "mapping", f"{part!r} is no pair", _MAP_WORDS)
        found[role.strip()] = column.strip()
    return found


def sweep(job: Job, source: Path, order: Order) -> None:
    """The work of a job: the table judged, its summary, and its report where the room can write one."""
    from saring.sweep.page import write_page
    from saring.sweep.running import Watch, run
    from saring.sweep.telling import summary

    def begins(_name: str, rows: int | None, layout: str) -> None:
        job.expected, job.layout = rows, layout

    def passed(rows: int) -> None:
        job.rows += rows

    def failed(error: SaringError) -> None:
        told = error.problem()
        job.problems.append(
            type(told)(code=told.code, message=told.message.replace(str(source), job.table), where=job.table)
        )

    watch = Watch(begins, passed, lambda words: job.notes.append(words.replace(str(source), job.table)), failed)
    law, totals = run([str(source)], source.with_name(f"judged{order.suffix}"), order, watch)
    job.summary = summary(law, totals, order.lang)
    if job.problems:
        return
    write_page(source.with_name("report.html"), law, totals, order.lang)


def result_file(desk: Desk, known: str, owner: str | None, name: str = "judged.*") -> File:
    """A file that a job made."""
    job = desk.jobs.of(known, owner)
    found = sorted(desk.jobs.folder(job).glob(name))
    if job.state != "done" or not found:
        raise CallRefusedError(409, "not_done", f"the job is {job.state}", "job")
    stem = Path(job.table).stem or "table"
    return File(path=found[0], filename=f"{stem}-{found[0].name}", content_disposition_type="attachment")
