"""`/v1/law`: the provisions, what is in force on a day, what changes between two, and the questions of the law."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery

from saring.apps.http.bodies import Call, asked_day, json_of, plain
from saring.apps.http.desk import desk_of
from saring.measures import Provision, Rule
from saring.model import Effect, Kind, SaringError

Language = Literal["en", "id"]


class LawState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which law is loaded."""

    lawbook: str
    checked_on: str
    regimes: tuple[str, ...]
    provisions: int
    measures: int


class RuleChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure that begins or ends between two days."""

    begins: bool
    rule: Rule


class AskedQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact to ask for: the words, answers worth trying, and the verdicts that they can lead to."""

    fact: str
    ask: str
    type: str
    answers: tuple[bool | int | float | str | list[str], ...]
    verdicts: tuple[str, ...]


@get("/v1/law", summary="Which law is loaded", opt={"gives": LawState})
async def state(request: Call) -> Response[bytes]:  # noqa: ARG001 - every route takes the call
    """The version of the lawbook and what is in it."""
    from saring.law import load

    book = load()
    provisions = sum(len(s.provisions) for s in book.situations)
    measures = sum(len(s.rules) for s in book.situations)
    return plain(LawState(book.version, book.checked_on, book.regimes, provisions, measures))


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
    from saring.apps.intake import to_dealing
    from saring.findings.questions import Inquiry, questions
    from saring.law import load
    from saring.river import completed

    desk = desk_of(request)
    given, day = await json_of(request, desk.settings.max_body), asked_day(as_of)

    def found() -> list[AskedQuestion]:
        dealing = to_dealing(given, "dealing", default_id="1")
        inquiry = Inquiry(completed(dealing, lang), load(), dealing.regimes[0], day, lang)
        facts = load().facts
        return [AskedQuestion(q.fact, q.ask, facts[q.fact].type, q.answers, q.verdicts) for q in questions(inquiry)]

    return plain(await desk.working(found))


def last_day(words: str | None, where: str = "on") -> str | None:
    """The last day of a written date."""
    from saring.days import interval

    day = asked_day(words, where, single=True)
    if where != "on" and day is None:
        raise SaringError("bad_date", where, "it is empty", "YYYY-MM-DD, YYYY-MM or YYYY")
    return interval(day, where)[1] if day else None


def known(word: str | None, words: tuple[str, ...], where: str) -> None:
    """Refuse a word that is none of these; an empty one is none."""
    if word and word not in words:
        raise SaringError("unknown_word", where, f"{word!r} is not known", ", ".join(words))
