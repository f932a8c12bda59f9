"""`/v1/law`: the provisions, what is in force on a day, what changes between two, and the questions of the law."""

from __future__ import annotations

from typing import Literal, get_args

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery

from saring.apps.http.asked import asked_day, known, last_day
from saring.apps.http.bodies import Call, json_of, plain
from saring.apps.http.desk import desk_of
from saring.apps.http.law_desk import AskedQuestion, LawState, RuleChange, law_state, questions_about
from saring.measures import Provision, Rule
from saring.model import Effect, Kind

Language = Literal["en", "id"]


@get("/v1/law", summary="Which law is loaded", opt={"gives": LawState})
async def state(request: Call) -> Response[bytes]:  # noqa: ARG001 - every route takes the call
    """The version of the lawbook and what is in it."""
    return plain(law_state())


@get("/v1/law/rules", summary="List measures", opt={"gives": list[Rule]})
async def rules(
    request: Call,  # noqa: ARG001
    on: FromQuery[str | None] = None,
    kind: FromQuery[str | None] = None,
    goods: FromQuery[str | None] = None,
    effect: FromQuery[str | None] = None,
) -> Response[bytes]:
    """The measures of the lawbook, narrowed to a day, a kind of dealing, an HS code, an effect."""
    from saring.law import load
    from saring.law.catalogue import rules as narrowed

    day = last_day(on)
    known(kind, get_args(Kind), "kind")
    known(effect, get_args(Effect), "effect")
    return plain(narrowed(load(), on=day, kind=kind or None, goods=goods or None, effect=effect or None))


@get("/v1/law/diff", summary="What changes between two days", opt={"gives": list[RuleChange]})
async def diff(
    request: Call,  # noqa: ARG001
    first: FromQuery[str],
    second: FromQuery[str],
    goods: FromQuery[str | None] = None,
) -> Response[bytes]:
    """The measures that begin or end between two days."""
    from saring.law import load
    from saring.law.catalogue import changes

    found = changes(load(), last_day(first, "first") or "", last_day(second, "second") or "", goods or None)
    return plain([RuleChange(one.begins, one.rule) for one in found])


@get("/v1/law/provisions/{name:path}", summary="Show a provision", opt={"gives": list[Provision], "lacks": (404,)})
async def provision(request: Call, name: FromPath[str]) -> Response[bytes]:  # noqa: ARG001
    """One paragraph, its sub-paragraphs, or a whole instrument: 2397/6, UNSCR-2397-6 and UNSCR-2397-6:food are known."""
    from saring.law import load
    from saring.law.catalogue import find

    return plain([entry.provision for entry in find(load(), name.strip("/"))])


@post("/v1/questions", status_code=200, summary="What to ask", opt={"takes": "Dealing", "gives": list[AskedQuestion]})
async def asked(
    request: Call, as_of: FromQuery[str | None] = None, lang: FromQuery[Language] = "en"
) -> Response[bytes]:
    """The questions whose answers can still change the verdict on a dealing, under the first regime that it asks."""
    desk = desk_of(request)
    given, day = await json_of(request, desk.settings.max_body), asked_day(as_of)
    return plain(await desk.working(questions_about, given, day, lang))
