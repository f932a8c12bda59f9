"""The whole server: routes for programs, pages for people, one guard before both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from litestar import Litestar, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.types import Message, Scope

from saring.apps.http.bodies import Call
from saring.apps.http.desk import Desk
from saring.apps.http.gate import Gate
from saring.apps.http.headers import secured
from saring.apps.http.openapi import config
from saring.apps.http.problems import MEDIA, CallRefusedError, ProblemDetails, encoded, of_error, of_refusal, problem
from saring.apps.http.roles import guard
from saring.apps.http.routes import judging, law, ledger, screening, state, sweeping
from saring.apps.http.settings import Settings
from saring.model import SaringError

ROUTES = (
    state.health, state.metrics, state.keys, state.audit,
    judging.determine, judging.check, screening.screen, screening.lists, screening.reconcile_get, screening.reconcile_post,
    law.state, law.rules, law.diff, law.provision, law.asked,
    ledger.summary, ledger.add, ledger.document, ledger.events, ledger.search, ledger.event, ledger.correct,
    ledger.timeline, ledger.relations, ledger.entries, ledger.verify, ledger.rejudge,
    sweeping.begin, sweeping.jobs, sweeping.progress, sweeping.table, sweeping.remove,
)  # fmt: skip
CODES = {404: "not_found", 405: "wrong_method", 413: "too_large", 500: "failed"}


def application(settings: Settings, *, warm: bool = False) -> Gate:
    """The server as an ASGI application; `warm` loads the law and the words when it starts."""
    from saring.apps.web import PAGES

    desk = Desk(settings)

    @asynccontextmanager
    async def life(_app: Litestar) -> AsyncIterator[None]:
        if warm:
            # Before the first call, not beside it: two threads that meet a type first in msgspec can end the program.
            desk.warm()
        yield
        desk.close()

    app = Litestar(
        [*ROUTES, *PAGES],
        guards=[guard],
        before_send=[with_headers],
        exception_handlers={
            CallRefusedError: refused, SaringError: unusable, HTTPException: not_served, Exception: broken,
        },
        openapi_config=config(),
        request_max_body_size=None,  # the gate counts, and answers in the words of the contract
        multipart_form_part_limit=50,
        lifespan=[life],
        state=State({"desk": desk}),
        logging_config=None,
    )  # fmt: skip
    return Gate(app, settings, desk.keys, desk.metrics, desk.audit, desk.misses)


async def with_headers(message: Message, _scope: Scope) -> None:
    """Put our headers on every answer, errors and static files among them."""
    if message["type"] == "http.response.start":
        message["headers"] = secured(message.get("headers", ()))


def refused(request: Call, error: CallRefusedError) -> Response[bytes]:
    """A call that cannot be served now, or not by this key."""
    answer = told(request, of_refusal(error))
    if error.wait is not None:
        answer.headers["Retry-After"] = str(error.wait)
    return answer


def unusable(request: Call, error: SaringError) -> Response[bytes]:
    """An input that cannot be used."""
    return told(request, of_error(error))


def not_served(request: Call, error: HTTPException) -> Response[bytes]:
    """What Litestar itself refuses: no such path, a wrong method, a query of a wrong type."""
    status = error.status_code
    extra = error.extra if isinstance(error.extra, list) and error.extra else [{}]
    where = str(extra[0].get("key", "call"))
    message = str(extra[0].get("message") or error.detail)
    answer = told(request, problem(status, CODES.get(status, "bad_type"), message, where))
    answer.headers.update(error.headers or {})
    return answer


def broken(request: Call, error: Exception) -> Response[bytes]:
    """What should not happen: the log has the traceback, the caller only hears that it went wrong."""
    import logging

    logging.getLogger("saring.http").error("%s %s failed", request.method, request.url.path, exc_info=error)
    message = HTTPStatus.INTERNAL_SERVER_ERROR.phrase
    return told(request, problem(500, "failed", message, "server"))


def told(request: Call, details: ProblemDetails) -> Response[bytes]:
    """A problem, as a page for a person and as problem details for a program."""
    from saring.apps.web.showing import problem_page, wants_page

    if wants_page(request):
        return problem_page(request, details)
    return Response(encoded(details), status_code=details.status, media_type=MEDIA)
