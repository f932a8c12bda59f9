"""A text or a page as the doors read it, within the bounds of the settings."""

from __future__ import annotations

from typing import Any

import msgspec

from saring.apps.http.asked import asked_day, members
from saring.apps.http.lists_desk import screen_by
from saring.apps.http.settings import Settings
from saring.model import Document, Report, SaringError


class CheckRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A text, or the address of a page where the server fetches pages; `published` is a day, month or year."""

    text: str | None = None
    url: str | None = None
    published: str | None = None


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
