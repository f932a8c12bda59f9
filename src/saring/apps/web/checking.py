"""The first page, and a text with its dealings: highlighted, judged, asked about, to be sent, printed and recorded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import FormMultiDict, UploadFile

from saring.apps.http.asked import asked_day
from saring.apps.http.desk import Desk, desk_of
from saring.apps.http.ledger_desk import record
from saring.apps.http.routes.ledger import who
from saring.apps.web.answering import Given, Reading, answers_of, applied
from saring.apps.web.cards import card, shared_caveats
from saring.apps.web.marking import stretches
from saring.apps.web.paper import Paper, from_file, from_text, unpacked
from saring.apps.web.showing import Call, View, json_file, moved, page, query_of, text_file
from saring.model import VERDICTS, Checked, Document, Report, SaringError
from saring.reports.claims import judged_as, note_in

_VALUE = "v."
FORMS = ("json", "csv", "md", "html", "text")


@get("/", include_in_schema=False)
async def start(request: Call) -> Response[Any]:
    """The form for a text."""
    view = View(request)
    example = view.words["example"]["text"].strip() if request.query_params.get("example") else ""
    return page(request, "start.html", example=example)


@get("/check", include_in_schema=False)
async def show(request: Call) -> Response[Any]:
    """A text from a link."""
    query = request.query_params
    if not query.get("doc"):
        return moved(View(request).link("/"))
    written = written_answers(query.multi_items())
    if any(name.startswith(_VALUE) for name in query):
        # Written answers come under their own names; the link of the view has them in one form.
        kept = {name: query.get(name) for name in ("as_of", "lang")}
        return moved(request.url.path + _link(str(query["doc"]), written, kept))
    form = query.get("format")
    return await _shown(request, unpacked(str(query["doc"])), written, query.get("as_of"), form)


@post("/check", status_code=200, include_in_schema=False)
async def take(request: Call) -> Response[Any]:
    """A text from the form: shown under a link where it is short enough for one, else as it came."""
    form, desk = await request.form(), desk_of(request)
    as_of = asked_day(_said(form, "as_of"))
    paper = await _paper(form, desk)
    packed, written = paper.packed(), written_answers(form.multi_items())
    if packed is not None:
        lang = request.query_params.get("lang")
        return moved("/check" + _link(packed, written, {"as_of": as_of, "lang": lang}))
    return await _shown(request, paper, written, as_of, _said(form, "format"))


@post("/record", status_code=200, include_in_schema=False, opt={"role": "analyst"})
async def keep(request: Call) -> Response[Any]:
    """Record a text with its answers in the ledger."""
    form, desk, view = await request.form(), desk_of(request), View(request)
    doc = _said(form, "doc")
    paper = unpacked(doc) if doc else await _paper(form, desk)
    written, as_of = written_answers(form.multi_items()), asked_day(_said(form, "as_of"))

    def kept() -> Any:
        reading = read(paper, answers_of(written), as_of, view.lang)
        return record(desk, reading.document, view.lang, who(request), reading.checked.dealings)

    recorded = await desk.working(kept)
    return moved(view.link(f"/ledger/documents/{recorded.document}"))


async def _paper(form: FormMultiDict, desk: Desk) -> Paper:
    """The text or file of a form; a file goes before a text."""
    published = asked_day(_said(form, "published"), "published", single=True)
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        raw, most = await file.read(), desk.settings.max_body
        return await desk.working(from_file, raw, file.filename, published, most)
    if packed := _said(form, "doc"):
        return unpacked(packed)
    text = _said(form, "text")
    if not text.strip():
        raise SaringError("empty", "text", "there is none", "a text or a file")
    return from_text(text, published)


def _said(form: FormMultiDict, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def written_answers(items: Any) -> list[str]:
    """The answers of a query or form: those of buttons (`a`), and those written into a field (`v.d1.fact`)."""
    found = []
    for name, value in items:
        if isinstance(value, str) and name == "a":
            found.append(value)
        elif isinstance(value, str) and name.startswith(_VALUE) and value.strip():
            found.append(f"{name.removeprefix(_VALUE)}={value}")
    return [answer.written() for answer in answers_of(found)]


def _link(packed: str, written: list[str], kept: Mapping[str, Any]) -> str:
    return query_of([("doc", packed), ("a", written), *kept.items()])


async def _shown(request: Call, paper: Paper, written: list[str], as_of: str | None, form: str | None) -> Response[Any]:
    day, view, desk = asked_day(as_of), View(request), desk_of(request)
    answers = answers_of(written)
    if form in FORMS:
        reading = await desk.working(read, paper, answers, day, view.lang)
        return await desk.working(download, request, reading, day, str(form))

    def told() -> dict[str, Any]:
        return view_of(read(paper, answers, day, view.lang), day, view.lang)

    held = await desk.working(told)
    packed = paper.packed()
    state = (
        {"doc": packed}
        if packed
        else {"text": paper.text, "published": paper.published if paper.basis == "given" else ""}
    )
    return page(
        request, "check.html", **held, paper=paper, packed=packed, state=state, written=written, as_of=day or ""
    )


def read(paper: Paper, answers: list[Given], as_of: str | None, lang: str) -> Reading:
    """The document of a paper, read and judged, and completed by answers."""
    document, checked = _read(paper, as_of, lang)
    known = {dealing.id for dealing in checked.dealings}
    for answer in answers:
        if answer.dealing not in known:
            raise SaringError(
                "unknown_word", "a", f"there is no dealing {answer.dealing[:40]!r}", ", ".join(map(str, known))
            )
    return Reading(document, applied(checked, answers, as_of, lang), tuple(answers))


@lru_cache(maxsize=32)
def _read(paper: Paper, as_of: str | None, lang: str) -> tuple[Document, Checked]:
    """Reading once serves every answer that follows."""
    from saring.river import check

    document = paper.opened()
    return document, check(document, as_of, lang)


def view_of(reading: Reading, as_of: str | None, lang: str) -> dict[str, Any]:
    """What the page and the printed report show."""
    from saring.law import load

    document, checked, answers = reading
    cards = [card(n, dealing, answers, as_of, lang) for n, dealing in enumerate(checked.dealings, 1)]
    counts = [(verdict, sum(c.verdict == verdict for c in cards)) for verdict in VERDICTS]
    return {
        "document": document, "checked": checked, "stretches": stretches(document.text, checked), "cards": cards,
        "counts": [(verdict, number) for verdict, number in counts if number], "lawbook": load().version,
        "claims": [(claim, judged_as(claim), note_in(claim.note, lang)) for claim in checked.legal_claims],
        "caveats": shared_caveats(cards),
    }  # fmt: skip


def download(request: Call, reading: Reading, as_of: str | None, form: str) -> Response[Any]:
    """The view as a file."""
    from saring.apps.show import questions
    from saring.law import load
    from saring.reports import render

    view = View(request)
    report, name = Report(lawbook=load().version, documents=(reading.checked,)), f"saring-{reading.checked.sha256[:12]}"
    if form == "html":
        return page(request, "report.html", **view_of(reading, as_of, view.lang), as_of=as_of or "")
    if form == "json":
        return json_file(report, name)
    asked = questions(view.lang)
    media = {"csv": "text/csv", "md": "text/markdown", "text": "text/plain"}[form]
    suffix = "txt" if form == "text" else form
    return text_file(render(report, form, lang=view.lang, questions=asked), f"{name}.{suffix}", media)
