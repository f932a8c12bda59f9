"""`/v1/determine` and `/v1/check`: one dealing, or one text."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from litestar import Response, post
from litestar.params import FromQuery

from saring.apps.http.bodies import Call, asked_day, json_of, members, sent
from saring.apps.http.desk import desk_of
from saring.apps.http.routes.screening import screen_by
from saring.apps.http.settings import Settings
from saring.model import Dealing, Determination, Document, Failure, Report, SaringError

Language = Literal["en", "id"]
_SMALL = 20_000  # bytes of a dealing that is judged at once; a larger one waits for a thread


class CheckRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A text, or the address of a page where the server fetches pages; `published` is a day, month or year."""

    text: str | None = None
    url: str | None = None
    published: str | None = None


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


def checked_request(given: Any) -> CheckRequest:
    """The body of a check: a text or an address, not both."""
    kept = {key: value for key, value in given.items() if value is not None} if isinstance(given, dict) else given
    asked = CheckRequest(**members(kept, {"text": str, "url": str, "published": str}))
    if (asked.text is None) == (asked.url is None):
        raise SaringError("bad_type", "body", "it needs one of text and url", '{"text": "…"} or {"url": "https://…"}')
    asked_day(asked.published, "published", single=True)
    return asked


def document_of(asked: CheckRequest, settings: Settings) -> Document:
    """The opened document of a check."""
    from saring.documents import open_document, open_text

    if asked.text is not None:
        if not asked.text.strip():
            raise SaringError("empty", "text", "nothing in it", "a text")
        return open_text(asked.text, source="text", published=asked.published or None, max_size=settings.max_body)
    if not settings.allow_urls:
        raise SaringError(
            "bad_type", "url", "this server fetches no pages", "text, or a server started with --allow-urls"
        )
    from saring.apps.http.addresses import fetch

    raw, address = fetch(asked.url or "", settings.max_body, settings.seconds)
    return open_document(address, raw=raw, max_size=settings.max_body, published=asked.published or None)


def report_of(
    asked: CheckRequest, settings: Settings, as_of: str | None, lang: str, lists: str | None = None
) -> Report:
    """The report of one document."""
    from saring.law import load
    from saring.river import check as read

    return Report(
        lawbook=load().version,
        documents=(read(document_of(asked, settings), as_of, lang, screen=screen_by(lists, as_of)),),
    )
