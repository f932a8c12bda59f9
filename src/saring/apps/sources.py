"""What the doors are given to read: a file by its name, or standard input for "-"."""

from __future__ import annotations

import sys

from saring.apps.options import MAX_SIZE
from saring.model import Document


def open_given(source: str, max_size: int = MAX_SIZE, published: str | None = None) -> Document:
    """Open a file or standard input; at most one byte more than allowed is read from a pipe."""
    from saring.documents import open_document

    raw = sys.stdin.buffer.read(max_size + 1) if source == "-" else None
    return open_document(source, raw=raw, max_size=max_size, published=published)
