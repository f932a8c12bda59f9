"""Every limit of the room in one place: how much is read before a document is refused or cut.

Sizes are bytes where the name says bytes, Unicode code points elsewhere.
"""

from __future__ import annotations

MAX_BYTES = 10_000_000
"""Default of `max_size`: bytes of the file, and code points of the text made from it."""

MAX_PAGES = 2_000
"""Pages of a PDF."""

MAX_ZIP_ENTRIES = 5_000
"""Members of a DOCX archive."""

MAX_ZIP_RATIO = 200
"""Unpacked over packed size of one member: a bomb is far above it, prose far below."""

MAX_XML_DEPTH = 200
"""Nested elements of an XML part or feed."""

MAX_MAIL_DEPTH = 20
"""Nested parts of a message."""

MAX_HTML_DEPTH = 250
"""Nested elements of a page."""

MAX_HTML_TAGS = 100_000
"""Tags of a page that trafilatura is asked about; it spends 50 µs on each, our own walk 2."""

MAX_FEED_ITEMS = 2_000
"""Items of a feed."""

MAX_LINE_MARKS = 400
"""A line longer than this is a paragraph: only its beginning and its brackets are looked at for noise."""

SNIFF_BYTES = 4_096
"""Bytes at the start from which the format is told."""

ENCODING_SAMPLE = 65_536
"""Bytes on which an undeclared encoding is judged."""

LANGUAGE_SAMPLE = 24_000
"""Code points on which the language is judged, taken in slices over the whole text."""

DATE_HEAD = 60_000
DATE_TAIL = 6_000
"""Code points at the start and the end in which dates of publication are sought."""

FIRST_YEAR = 1998
LAST_YEAR = 2026
"""Years between which a day without a year may fall; a constant, so that results never hang on the clock."""
