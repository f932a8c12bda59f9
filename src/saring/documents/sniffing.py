"""What kind of document some bytes are, by content first and by the name of the file second."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from saring.documents.limits import SNIFF_BYTES
from saring.model import SaringError

Form = Literal["text", "markdown", "html", "pdf", "docx", "mail", "feed"]

FORMS = "text, Markdown, HTML, PDF, DOCX, e-mail (.eml), RSS or Atom"

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".php", ".asp", ".aspx"})
_FEED_SUFFIXES = frozenset({".rss", ".atom", ".xml", ".rdf"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})

# The first bytes of things that hold no prose; an old .doc is one of them.
_BINARY_STARTS = (
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
    b"PAR1",
    b"SQLite format 3",
    b"OggS",
    b"ID3",
    b"RIFF",
    b"BZh",
    b"\xfd7zXZ",
    b"\x00\x00\x01\x00",
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p|h1)[\s>/]", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_MAIL_HEADERS = (b"mime-version:", b"message-id:", b"received:", b"return-path:", b"content-type:", b"delivered-to:")


def form_of(raw: bytes, source: str) -> Form:
    """Tell the form of a document; raises `binary` for images, archives and the like.

    A name that ends in .txt always opens as text, whatever it holds, unless its bytes are no text at all.
    """
    head = raw[:SNIFF_BYTES]
    suffix = PurePath(source).suffix.lower()
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"word/" in raw:
            return "docx"
        raise SaringError("binary", source, "a zip archive that is no Word document", FORMS)
    if head.startswith(_BINARY_STARTS):
        raise SaringError("binary", source, "not a text", FORMS)
    if suffix == ".txt":
        return "text"
    if suffix in _MARKDOWN_SUFFIXES:
        return "markdown"
    return _form_of_text(_narrow(head), suffix)


def _narrow(head: bytes) -> bytes:
    """UTF-16 markup with its zero bytes taken out, so that ASCII names can be sought in it."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[1:2] == b"\x00" or head[:1] == b"\x00":
        return head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return head.removeprefix(b"\xef\xbb\xbf")


def _form_of_text(head: bytes, suffix: str) -> Form:
    start = head.lstrip()
    if start.startswith(b"<"):
        if _FEED.search(head):
            return "feed"
        if _HTML.search(head) or suffix in _HTML_SUFFIXES:
            return "html"
    if suffix in _FEED_SUFFIXES and _FEED.search(head):
        return "feed"
    if suffix in _HTML_SUFFIXES and re.search(rb"<[a-zA-Z!/]", head):
        return "html"
    if suffix in (".eml", ".mht", ".mhtml") or _is_mail(start):
        return "mail"
    return "text"


def _is_mail(start: bytes) -> bool:
    """Header lines from the first byte on, one of them of the kind that only mail programs write."""
    head = start.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    if len(lines) < 3 or not all(_HEADER.match(line + b" ") for line in lines[:3]):
        return False
    lowered = head.lower()
    return any(name in lowered for name in _MAIL_HEADERS) and b"from:" in lowered
