"""`/v1/determine` and `/v1/check`: one dealing, or one text."""

from __future__ import annotations

from typing import Literal

from litestar import Response, post
from litestar.params import FromQuery

from saring.apps.http.asked import asked_day
from saring.apps.http.bodies import Call, json_of, sent
from saring.apps.http.desk import desk_of
from saring.apps.http.lists_desk import screen_by
from saring.apps.http.text_desk import CheckRequest, checked_request, report_of
from saring.model import Dealing, Determination, Failure, Report, SaringError

Language = Literal["en", "id"]
_SMALL = 20_000  # bytes of a dealing that is judged at once; a larger one waits for a thread


@post(
    "/v1/determine",
    status_code=200,
    summary="Judge one dealing",
    opt={"takes": Dealing, "gives": "determinations"},
)
async def determine(
    request: Call,
    as_of: FromQuery[str | None] = None,
    lang: FromQuery[Language] = "en",
    lists: FromQuery[str | None] = None,
) -> Response[bytes]:
    """Judge one dealing under each regime that it asks; a regime that is not loaded fails in its place.

    `lists` (names parted by commas, or all) compares parties and ships with the installed lists.
    """
    from saring.apps.intake import to_dealing
    from saring.river import determine as judge

    desk = desk_of(request)
    given = await json_of(request, desk.settings.max_body)
    day = asked_day(as_of)

    def answer() -> tuple[Determination | Failure, ...]:
        return judge(to_dealing(given, "dealing", default_id="1"), day, lang, screen=screen_by(lists, day))

    small = len(await request.body()) < _SMALL and not lists
    found = answer() if small else await desk.working(answer)
    if all(isinstance(one, Failure) for one in found):
        first = found[0].error  # type: ignore[union-attr]
        raise SaringError(first.code, first.where, first.message)
    for one in found:
        desk.metrics.judged(one.verdict if isinstance(one, Determination) else "failed")
    return sent(found)


@post(
    "/v1/check",
    status_code=200,
    summary="Read a text and judge its dealings",
    opt={"takes": CheckRequest, "gives": Report},
)
async def check(
    request: Call,
    as_of: FromQuery[str | None] = None,
    lang: FromQuery[Language] = "en",
    lists: FromQuery[str | None] = None,
) -> Response[bytes]:
    """Read one text, or one page of the network where the server was started with --allow-urls, and judge it."""
    desk = desk_of(request)
    asked = checked_request(await json_of(request, desk.settings.max_body))
    report = await desk.working(report_of, asked, desk.settings, asked_day(as_of), lang, lists)
    for document in report.documents:
        for dealing in getattr(document, "dealings", ()):
            for one in dealing.determinations:
                desk.metrics.judged(one.verdict)
    return sent(report)
