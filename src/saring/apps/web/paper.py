"""A text and what is known of it, packed into a link: the server keeps nothing, whoever has the link has the view."""

from __future__ import annotations

import base64
import binascii
import zlib

import msgspec

from saring.documents import open_document, open_text
from saring.model import Document, PublishedBasis, SaringError

LONGEST_LINK = 7000  # characters; browsers, mail and proxies pass links of this length on
_MOST = 4_000_000


class Paper(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True, omit_defaults=True):
    """A text with what the document said of itself, from which the same document is opened again."""

    text: str
    source: str = "text"
    published: str | None = None
    basis: PublishedBasis | None = None
    publisher: str | None = None
    title: str | None = None

    def packed(self) -> str | None:
        """The words of the link, or None where they would be too long for one."""
        if len(self.text) > 20 * LONGEST_LINK:
            return None
        raw = zlib.compress(msgspec.msgpack.encode(self), 9)
        words = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
        return words if len(words) <= LONGEST_LINK else None

    def opened(self) -> Document:
        """The document."""
        given = self.published if self.basis in (None, "given") else None
        found = open_text(self.text, source=self.source[:300], published=given)
        told: dict[str, str | None] = {}
        if self.basis in ("stated", "inferred") and self.published:
            from saring.days import interval

            interval(self.published, "published")
            told = {"published": self.published, "published_basis": self.basis}
        if self.publisher:
            told["publisher"] = self.publisher[:300]
        if self.title and not found.title:
            told["title"] = self.title[:500]
        return msgspec.structs.replace(found, **told) if told else found


def unpacked(words: str) -> Paper:
    """The text of a link; whoever made the link, no more comes out than a text may be long."""
    try:
        raw = base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))
        opener = zlib.decompressobj()
        plain = opener.decompress(raw, _MOST)
        if opener.unconsumed_tail:
            raise SaringError("too_large", "doc", "the link holds too much", "a link that this program made")
        if not opener.eof:
            raise zlib.error("cut off")
        return msgspec.msgpack.decode(plain, type=Paper)
    except (binascii.Error, ValueError, zlib.error, msgspec.MsgspecError, UnicodeError):
        raise SaringError("unreadable", "doc", "the link is damaged", "a link that was copied whole") from None


def from_text(text: str, published: str | None) -> Paper:
    """A pasted text; line ends of a form become those of the text."""
    return Paper(
        text.replace("\r\n", "\n").replace("\r", "\n"), "text", published or None, "given" if published else None
    )


def from_file(raw: bytes, name: str, published: str | None, most: int) -> Paper:
    """An uploaded file of any form, as its opened text and what it says of itself."""
    found = open_document(name or "file", raw=raw, max_size=most, published=published or None)
    return Paper(found.text, found.source, found.published, found.published_basis, found.publisher, found.title)
