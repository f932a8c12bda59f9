"""E-mail → text with the standard library: the plain part, else the HTML part; the subject is the title."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from saring.documents.encodings import decode
from saring.documents.limits import MAX_MAIL_DEPTH
from saring.documents.opened import Opened, day, tidy, with_title
from saring.documents.pages import page_from
from saring.model import SaringError


def open_letter(raw: bytes, source: str) -> Opened:
    """The text of a message, its subject above it; raises `unreadable` when it cannot be taken apart."""
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        title = _header(message, "Subject")
        body = _body(message, source)
        sender, dated = _header(message, "From"), _day(message)
        bulk = message["List-Id"] is not None or message["List-Unsubscribe"] is not None
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as problem:
        # The standard library lets these through on broken headers.
        raise SaringError("unreadable", source, f"a broken message ({type(problem).__name__})") from problem
    # Who forwards an article is not its publisher; who mails to a list is.
    publisher = parseaddr(sender)[0] or None if sender and bulk else None
    return Opened(with_title(title, body), title, publisher, dated)


def _header(message: Message, name: str) -> str | None:
    """A header decoded; a charset that nobody knows leaves it as it stands."""
    value = message[name]
    if value is None:
        return None
    try:
        words = str(make_header(decode_header(str(value))))
    except (LookupError, ValueError):
        words = str(value)
    return tidy(" ".join(words.split())) or None


def _day(message: Message) -> str | None:
    try:
        return day(parsedate_to_datetime(str(message["Date"])).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # no date, or none that can be read


def _body(message: Message, source: str) -> str:
    plain, pages = _parts(message)
    for part in plain:
        words = tidy(_decoded(part, source))
        if words:
            return words
    for part in pages:
        words = page_from(_decoded(part, source)).text
        if words:
            return words
    return ""


def _parts(message: Message) -> tuple[list[Message], list[Message]]:
    """The text parts and the HTML parts in order, attachments left out; walks without recursion."""
    plain: list[Message] = []
    pages: list[Message] = []
    queue = [(message, 0)]
    while queue:
        part, depth = queue.pop(0)
        if part.is_multipart():
            if depth < MAX_MAIL_DEPTH:
                inner = part.get_payload()
                queue[:0] = [(child, depth + 1) for child in inner if isinstance(child, Message)]
        elif part.get_content_disposition() != "attachment":
            if part.get_content_type() == "text/html":
                pages.append(part)
            elif part.get_content_maintype() == "text":
                plain.append(part)
    return plain, pages


def _decoded(part: Message, source: str) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    charset = part.get_content_charset()
    if charset and charset not in ("utf-8", "us-ascii"):
        try:
            return raw.decode(charset, "replace")
        except (LookupError, ValueError):
            pass  # a charset that nobody knows: what follows detects it
    return decode(raw, source, markup=True) if raw else ""
