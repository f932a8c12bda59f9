"""The law: measures with filters and as of a day, a paragraph with its cases, and what changes between two days."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import Any, get_args

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from saring.apps.http.asked import known, last_day
from saring.apps.http.desk import desk_of
from saring.apps.web.showing import Call, View, csv_file, json_file, page
from saring.law.catalogue import Entry, changes, find, rules
from saring.measures import Dispute, Rule
from saring.model import Effect, Kind
from saring.reports.law_text import clause_text, conditions, law_words, title, way

COLUMNS = ("provision", "cite", "effect", "flow", "from", "until", "title", "review")
Case = tuple[str, str, str]
_READING = threading.Lock()


@get("/law", include_in_schema=False)
async def browse(request: Call) -> Response[Any]:
    """The measures that the filters let through."""
    from saring.law import load

    view, query = View(request), request.query_params
    asked = {name: str(query.get(name) or "").strip() for name in ("on", "kind", "goods", "effect", "q")}
    known(asked["kind"], get_args(Kind), "kind")
    known(asked["effect"], get_args(Effect), "effect")
    kept = {name: asked[name] or None for name in ("kind", "goods", "effect")}
    found = rules(load(), on=last_day(asked["on"]), **kept)
    words = asked["q"].casefold().split()
    found = tuple(
        r for r in found if all(w in f"{r.id} {r.cite} {title(r.measure, view.lang)}".casefold() for w in words)
    )
    rows = [row_of(rule, view.lang) for rule in found]
    form = query.get("format")
    if form == "json":
        return json_file(found, "saring-law")
    if form == "csv":
        return csv_file(rows, COLUMNS, "saring-law")
    return page(
        request, "law.html", rows=rows, asked=asked, kinds=get_args(Kind), effects=get_args(Effect), book=load()
    )


def row_of(rule: Rule, lang: str) -> dict[str, Any]:
    """One measure as a row."""
    period = rule.measure.in_force
    return {
        "provision": rule.id, "cite": rule.cite, "effect": rule.measure.effect, "flow": way(rule, lang),
        "from": period.from_, "until": period.until or "", "title": title(rule.measure, lang), "review": rule.review,
    }  # fmt: skip


@get("/law/diff", include_in_schema=False)
async def diff(request: Call) -> Response[Any]:
    """What begins and what ends between two days."""
    from saring.law import load

    view, query = View(request), request.query_params
    asked = {name: str(query.get(name) or "").strip() for name in ("first", "second", "goods")}
    rows: list[dict[str, Any]] | None = None
    if asked["first"] or asked["second"]:
        days = last_day(asked["first"], "first") or "", last_day(asked["second"], "second") or ""
        found = changes(load(), *days, goods=asked["goods"] or None)
        rows = [{"begins": one.begins, **row_of(one.rule, view.lang)} for one in found]
    form = query.get("format")
    if form == "json" and rows is not None:
        return json_file(rows, "saring-law-diff")
    if form == "csv" and rows is not None:
        return csv_file(rows, ("begins", *COLUMNS), "saring-law-diff")
    return page(request, "law_diff.html", rows=rows, asked=asked)


@get("/law/{name:path}", include_in_schema=False)
async def provision(request: Call, name: FromPath[str]) -> Response[Any]:
    """A paragraph in full, or every paragraph that a name means."""
    from saring.law import load

    view, desk = View(request), desk_of(request)
    entries = find(load(), name.strip("/"))
    if request.query_params.get("format") == "json":
        return json_file(
            [entry.provision for entry in entries], f"saring-{entries[0].provision.provision.replace('/', '-')}"
        )

    def shown() -> list[dict[str, Any]]:
        return [shown_entry(entry, cases_beside(entry.provision.provision), view.lang) for entry in entries]

    return page(request, "provision.html", entries=await desk.asking(shown), name=name.strip("/"))


def cases_beside(name: str) -> tuple[Case, ...]:
    """The cases of a provision: the sentence, the expected word, the source."""
    with _READING:  # the second who asks waits for the first, instead of reading the same files beside it
        return _cases_of(name.removeprefix("UNSCR-").partition("-")[0]).get(name, ())


@lru_cache(maxsize=64)
def _cases_of(instrument: str) -> dict[str, tuple[Case, ...]]:
    """The cases of one instrument by provision, from the folder of that name; of the whole law where there is none."""
    from saring.law.cases import read_cases
    from saring.law.files import LAWBOOK

    folders = sorted(path for path in LAWBOOK.rglob(instrument) if path.is_dir()) if instrument.isalnum() else []
    found: dict[str, dict[Case, None]] = {}
    for folder in folders or [LAWBOOK]:
        for case in read_cases(folder):
            written = case.written
            found.setdefault(case.provision, {})[written.case, written.expect, written.source] = None
    return {name: tuple(told) for name, told in found.items()}


def shown_entry(entry: Entry, cases: tuple[Case, ...], lang: str) -> dict[str, Any]:
    """A paragraph as the page shows it."""
    names = {entry.provision.provision, *(rule.id for rule in entry.rules)}
    doubts: list[Dispute] = [d for d in entry.situation.disputes if names & set(d.provisions)]
    measures = [measure_of(rule, lang) for rule in entry.rules]
    return {
        "provision": entry.provision,
        "measures": measures,
        "cases": cases,
        "disputes": doubts,
        "law": law_words(lang),
    }


def measure_of(rule: Rule, lang: str) -> dict[str, Any]:
    """A measure in labelled lines."""
    measure = rule.measure
    clauses = conditions(measure, lang)
    ways = [(way.what, clause_text(way.when), way.then, way.cite) for way in measure.unless]
    return {
        **row_of(rule, lang), "binding": measure.binding, "goods": measure.goods, "clauses": clauses, "ways": ways,
        "ended_by": measure.in_force.ended_by, "note": measure.note, "json": msgspec.to_builtins(measure.in_force),
    }  # fmt: skip
