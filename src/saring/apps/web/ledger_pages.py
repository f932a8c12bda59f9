"""The ledger: events with filters and full-text search, one event with its corrections, a document, timeline, relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from saring.apps.http.desk import Desk, desk_of
from saring.apps.http.ledger_desk import FILTERS, corrected, event_of, filters_of
from saring.apps.http.routes.ledger import sides, summed, who
from saring.apps.web.charts import periods, relations_svg, timeline_svg
from saring.apps.web.showing import Call, View, csv_file, json_file, moved, page, text_file
from saring.ledger import Event, Filters
from saring.model import VERDICTS, Dealing, Kind, SaringError, Status

PAGE = 50
_MOST = 5000
COLUMNS = (
    *(
        "id",
        "kind",
        "status",
        "polarity",
        "role",
        "from",
        "to",
        "first",
        "last",
        "date_basis",
        "what",
        "headings",
        "parties",
    ),
    *("verdict", "provisions", "lawbook", "review", "corrected", "disputed", "reports", "languages"),
)
SVG = "image/svg+xml"


@get("/ledger", include_in_schema=False)
async def browse(request: Call) -> Response[Any]:
    """Events, a page at a time, or those that a search finds."""
    desk, query, view = desk_of(request), request.query_params, View(request)
    filters, words = filters_of(query), str(query.get("q") or "").strip()[:500]
    form, number = query.get("format"), _number(query.get("page"))
    limit, offset = (_MOST, 0) if form else (PAGE, (number - 1) * PAGE)
    rows = await desk.asking(found, desk, words, filters, limit, offset)
    if form in ("json", "csv"):
        events = [event for event, _ in rows]
        return (
            json_file(events, "saring-ledger")
            if form == "json"
            else csv_file(map(flat, events), COLUMNS, "saring-ledger")
        )
    total = None if words else await desk.asking(lambda: desk.ledger.count(filters))
    asked = {name: str(query.get(name) or "") for name in (*FILTERS, "q")}
    more = len(rows) == PAGE if total is None else offset + PAGE < total
    template = "ledger_report.html" if form == "html" else "ledger.html"
    summary = await desk.asking(summed, desk)
    return page(
        request, template, rows=rows, total=total, asked=asked, number=number, more=more, summary=summary,
        kinds=get_args(Kind), verdicts=VERDICTS, statuses=get_args(Status), lang_view=view.lang,
    )  # fmt: skip


def found(desk: Desk, words: str, filters: Filters, limit: int, offset: int) -> list[tuple[Event, str]]:
    """Events with the words that were found, or without."""
    if words:
        return [
            (one.event, one.quote) for one in desk.ledger.search(words, filters, limit=min(limit, 500), offset=offset)
        ]
    return [(event, "") for event in desk.ledger.events(filters, limit=limit, offset=offset)]


def flat(event: Event) -> dict[str, Any]:
    """An event as a row."""
    told: dict[str, Any] = msgspec.to_builtins(event)
    return {name: told[name] for name in COLUMNS}


def _number(words: Any) -> int:
    return max(1, int(words[:7])) if isinstance(words, str) and words.isdecimal() else 1


@get("/ledger/events/{known:str}", include_in_schema=False)
async def event(request: Call, known: FromPath[str]) -> Response[Any]:
    """One event: its reports, its determinations, and what people said of it."""
    desk = desk_of(request)
    one = await desk.asking(event_of, desk, known)
    form = request.query_params.get("format")
    if form == "json":
        return json_file(one, f"saring-event-{one.id}")
    if form == "csv":
        return csv_file([flat(one)], COLUMNS, f"saring-event-{one.id}")
    if one.id != known:
        return moved(View(request).link(f"/ledger/events/{one.id}"))
    facts = await desk.asking(questions_of, one, View(request).lang)
    return page(request, "event.html", event=one, asked=facts, printing=form == "html")


def questions_of(one: Event, lang: str) -> tuple[Any, ...]:
    """What can still be asked about an event."""
    from saring.apps.web.answering import asked_of

    return asked_of(one.dealing, None, lang) if one.dealing is not None else ()


@post("/ledger/events/{known:str}", status_code=200, include_in_schema=False, opt={"role": "analyst"})
async def correct(request: Call, known: FromPath[str]) -> Response[Any]:
    """A correction from the page of an event."""
    desk, form = desk_of(request), await request.form()
    given: dict[str, Any] = {name: str(form.get(name) or "").strip() for name in ("action", "why")}
    name, chosen, value = str(form.get("set") or "").partition("=")
    if chosen:
        given |= {"action": "set", **settings_of(name, value)}
    elif given["action"] == "set":
        given |= settings_of(str(form.get("fact") or "").strip(), str(form.get("value") or "").strip())
    for others in ("events", "reports"):
        listed = str(form.get(others) or "").replace(",", " ").split()
        if listed:
            given[others] = listed
    done = await desk.asking(corrected, desk, known, who(request), given)
    home = done.events[0].id if done.events else known
    return moved(View(request).link(f"/ledger/events/{home}"))


def settings_of(name: str, value: str) -> Mapping[str, Any]:
    """A fact or a key of the dealing with its new value; an empty value takes it away."""
    from saring.apps.web.answering import Given, completed_by
    from saring.law import load

    facts = load().facts
    if not value:
        return {"facts": {name: None}} if name in facts else {"keys": {name: None}}
    told = completed_by(Dealing(kind="other"), [Given("event", name, value)])
    if name in facts:
        return {"facts": dict(told.facts)}
    built: dict[str, Any] = msgspec.to_builtins(told)
    if name not in built:
        raise SaringError("unknown_key", "fact", f"{name!r} is not known", "a fact of the law, or a key of the dealing")
    return {"keys": {name: built[name]}}


@get("/ledger/documents/{sha256:str}", include_in_schema=False)
async def document(request: Call, sha256: FromPath[str]) -> Response[Any]:
    """A document with what was kept of it."""
    desk = desk_of(request)
    one = await desk.asking(lambda: desk.ledger.document(sha256))
    if request.query_params.get("format") == "json":
        return json_file(one, f"saring-document-{one.sha256[:12]}")
    return page(request, "document.html", document=one)


@get("/timeline", include_in_schema=False)
async def timeline(request: Call) -> Response[Any]:
    """Events by month or year, as a picture and as a table."""
    desk, query, view = desk_of(request), request.query_params, View(request)
    by = "year" if query.get("by") == "year" else "month"
    filters = filters_of(query)
    counts = await desk.asking(lambda: desk.ledger.timeline(by, filters))  # type: ignore[arg-type]
    form = query.get("format")
    if form == "json":
        return json_file(counts, "saring-timeline")
    if form == "csv":
        return csv_file(
            [msgspec.to_builtins(c) for c in counts], ("period", "kind", "verdict", "events"), "saring-timeline"
        )
    words: dict[str, str] = {verdict: view.verdict(verdict) for verdict in VERDICTS}
    drawn, title = periods(counts), view.words["timeline"]["title"]
    if form == "svg":
        return text_file(timeline_svg(drawn, title, words, alone=True), "saring-timeline.svg", SVG)
    asked = {name: str(query.get(name) or "") for name in FILTERS}
    return page(
        request, "timeline.html", svg=timeline_svg(drawn, title, words), periods=drawn, by=by, asked=asked, verdicts=VERDICTS,
        kinds=get_args(Kind), undated=sum(c.events for c in counts if not c.period),
    )  # fmt: skip


@get("/relations", include_in_schema=False)
async def relations(request: Call) -> Response[Any]:
    """Who deals with whom, as a picture and as a table."""
    desk, query, view = desk_of(request), request.query_params, View(request)
    filters, pair = filters_of(query), sides(str(query.get("between") or "").strip().upper())
    graph = await desk.asking(lambda: desk.ledger.relations(filters, between=pair))
    form = query.get("format")
    if form == "json":
        return json_file(graph, "saring-relations")
    if form == "csv":
        rows = [msgspec.to_builtins(edge) for edge in graph.edges]
        columns = ("sort", "source", "target", "kind", "verdict", "events", "first", "last")
        return csv_file(rows, columns, "saring-relations")
    title = view.words["relations"]["title"]
    if form == "svg":
        return text_file(relations_svg(graph, title, {}, alone=True), "saring-relations.svg", SVG)
    asked = {name: str(query.get(name) or "") for name in (*FILTERS, "between")}
    return page(
        request, "relations.html", svg=relations_svg(graph, title, {}), graph=graph, asked=asked,
        verdicts=VERDICTS, kinds=get_args(Kind),
    )  # fmt: skip
