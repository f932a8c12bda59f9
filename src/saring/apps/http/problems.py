"""Errors as problem details (RFC 9457), with the error of the contract inside."""

from __future__ import annotations

from http import HTTPStatus

import msgspec

from saring.model import SaringError

MEDIA = "application/problem+json"

# Which codes of the contract have a status of their own; the others are a bad request.
STATUS = {"too_large": 413, "unknown_provision": 404, "missing_file": 404, "binary": 415}


class Refusal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The error of the contract: a code, where it stands, what is wrong and what is allowed."""

    code: str
    message: str
    where: str


class ProblemDetails(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A problem: `error` is that of the contract, `code` and `where` repeat it at the top."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    where: str
    error: Refusal


class CallRefusedError(Exception):
    """A call that cannot be served for a reason of the door itself: no key, wrong role, too many, too slow."""

    def __init__(self, status: int, code: str, message: str, where: str = "call", wait: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.where = where
        self.wait = wait


def problem(status: int, code: str, message: str, where: str) -> ProblemDetails:
    """A problem from its parts."""
    title = HTTPStatus(status).phrase
    return ProblemDetails(
        f"urn:saring:problem:{code}", title, status, message, code, where, Refusal(code, message, where)
    )


def of_error(error: SaringError) -> ProblemDetails:
    """A problem from an error of the program."""
    told = error.problem()
    return problem(STATUS.get(error.code, 400), told.code, told.message, told.where)


def of_refusal(refused: CallRefusedError) -> ProblemDetails:
    """A problem from a refused call."""
    return problem(refused.status, refused.code, refused.message, refused.where)


def encoded(details: ProblemDetails) -> bytes:
    """A problem as it is sent."""
    return msgspec.json.encode(details)
