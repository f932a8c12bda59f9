"""The verbs of the room: bytes or text → `Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from saring.documents.encodings import decode
from saring.documents.headings import Dateline, dateline_in, title_in
from saring.documents.language import language_of
from saring.documents.limits import DATE_HEAD, DATE_TAIL, MAX_BYTES
from saring.documents.noise import Line, lines_of, noise_in
from saring.documents.opened import Opened, with_front_matter
from saring.documents.published import Hints, checked_day, published_of, stamps_in, sure_stamp
from saring.documents.sniffing import Form, form_of
from saring.model import Document, Noise, PublishedBasis, SaringError, Span


def open_document(
    source: str | Path, *, raw: bytes | None = None, max_size: int = MAX_BYTES, published: str | None = None
) -> Document:
    """Open one document of any known form.

    `source` is a path, or a name when the bytes are given in `raw` (`-` for standard input). `max_size` limits the
    bytes and the characters, `published` is the day of publication when the caller knows it. Raises `SaringError`
    with missing_file, not_a_file, unreadable, binary, empty, too_large or bad_date. A feed opens as one text.
    """
    name = str(source)
    given = checked_day(published, name) if published is not None else None
    raw = _bytes_of(source, raw, max_size)
    form = form_of(raw, name)
    opened = _joined(raw, name) if form == "feed" else _opened(raw, name, form, max_size)
    return _document(name, hashlib.sha256(raw).hexdigest(), opened, given, max_size)


def open_feed(
    source: str | Path, *, raw: bytes | None = None, max_size: int = MAX_BYTES, published: str | None = None
) -> tuple[Document, ...]:
    """Open every item of an RSS or Atom feed as a document of its own, `source#1` and so on.

    A file that is no feed gives its one document. Errors as in `open_document`.
    """
    name = str(source)
    given = checked_day(published, name) if published is not None else None
    raw = _bytes_of(source, raw, max_size)
    if form_of(raw, name) != "feed":
        return (open_document(source, raw=raw, max_size=max_size, published=published),)
    from saring.documents.feeds import open_items

    digest = hashlib.sha256(raw).hexdigest()
    _, items = open_items(raw, name)
    if not items:
        raise SaringError("empty", name, "a feed without items", "a feed with at least one item")
    return tuple(
        _document(f"{name}#{number}", digest, item, given, max_size) for number, item in enumerate(items, start=1)
    )


def open_text(text: str, *, source: str = "-", published: str | None = None, max_size: int = MAX_BYTES) -> Document:
    """Open a text that is at hand already; it stays as it is. Errors as in `open_document`."""
    given = checked_day(published, source) if published is not None else None
    if len(text) > max_size:
        raise _too_large(source, max_size)
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as problem:
        raise SaringError("unreadable", source, "half a character (a lone surrogate) in the text") from problem
    return _document(source, digest, Opened(text), given, max_size)


def _bytes_of(source: str | Path, raw: bytes | None, max_size: int) -> bytes:
    """The bytes given, or those of the file; never more than allowed."""
    name = str(source)
    if raw is None:
        raw = _read(Path(source), name, max_size)
    if len(raw) > max_size:
        raise _too_large(name, max_size)
    if not raw.strip():
        raise SaringError("empty", name, "nothing in it", "a document with text")
    return raw


def _read(path: Path, name: str, max_size: int) -> bytes:
    try:
        if path.is_dir():
            raise SaringError("not_a_file", name, "a directory", "a file")
        with path.open("rb") as file:
            return file.read(max_size + 1)
    except FileNotFoundError as problem:
        raise SaringError(
            "missing_file", name, "no such file", "the path of a document, or - for standard input"
        ) from problem
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        raise SaringError("unreadable", name, f"cannot be read: {reason}", "a readable file") from problem


def _too_large(name: str, max_size: int) -> SaringError:
    return SaringError("too_large", name, "too large", f"at most {max_size} bytes or characters (--max-size)")


def _opened(raw: bytes, name: str, form: Form, max_size: int) -> Opened:
    """The text and metadata of one document; the readers of the heavier forms are loaded here only."""
    if form == "html":
        from saring.documents.pages import open_page

        return open_page(raw, name)
    if form == "pdf":
        from saring.documents.papers import open_paper

        return open_paper(raw, name, max_size)
    if form == "docx":
        from saring.documents.word_files import open_word_file

        return open_word_file(raw, name, max_size)
    if form == "mail":
        from saring.documents.letters import open_letter

        return open_letter(raw, name)
    text = decode(raw, name)
    return with_front_matter(text) if form == "markdown" else Opened(text)


def _joined(raw: bytes, name: str) -> Opened:
    """All items of a feed under one another; the latest day is the feed's."""
    from saring.documents.feeds import open_items

    feed, items = open_items(raw, name)
    days = [item.dated for item in items if item.dated]
    return feed._replace(text="\n\n".join(item.text for item in items), dated=max(days, default=None))


def _document(name: str, digest: str, opened: Opened, given: str | None, max_size: int) -> Document:
    """Everything that is read off the text itself, joined with what the document says about itself."""
    text = opened.text
    if not text.strip():
        raise SaringError("empty", name, "no text in it", "a document with text")
    if len(text) > max_size:
        raise _too_large(name, max_size)
    lines = [line for line in lines_of(text) if line.start >= opened.head]
    language = language_of(text)
    noise = noise_in(text, lines)
    if opened.head:
        noise = [Noise(0, opened.head, "header"), *(one for one in noise if one.start >= opened.head)]
    stamps = stamps_in(lines, language)
    sure = {line.start for line in lines if line.start in stamps and sure_stamp(line.words)}
    noise = [one for one in noise if one.why != "caption" or one.start not in sure]
    dateline = dateline_in([line for line in lines[:40] if line.start not in stamps and not _covered(line, noise)])
    noise = _with_marks(noise, lines, stamps, dateline)
    span = _title_span(text, opened.title) or title_in(lines, noise, stamped=stamps)
    when, basis = _published(text, lines, language, opened, given, Hints(noise, dateline and dateline[:2], stamps))
    return Document(
        source=name,
        sha256=digest,
        text=text,
        language=language,
        title=opened.title or (text[span[0] : span[1]] if span else None),
        title_span=span,
        publisher=opened.publisher or (dateline.outlet if dateline else None),
        dateline=text[dateline.start : dateline.end] if dateline else None,
        published=when,
        published_basis=basis,
        noise=tuple(noise),
    )


def _covered(line: Line, noise: list[Noise]) -> bool:
    return any(one.start <= line.start and one.end >= line.end for one in noise)


def _with_marks(
    noise: list[Noise], lines: list[Line], stamps: frozenset[int], dateline: Dateline | None
) -> list[Noise]:
    """The noise with date lines and the dateline added where nothing covers them yet."""
    added = [Noise(dateline.start, dateline.end, "dateline")] if dateline is not None else []
    added += [Noise(line.start, line.end, "date") for line in lines if line.start in stamps]
    kept: list[Noise] = []
    # Only the first and last lines are looked at, so this stays small.
    for one in added:
        if all(one.end <= other.start or one.start >= other.end for other in [*noise, *kept]):
            kept.append(one)
    return sorted([*noise, *kept], key=lambda one: (one.start, one.end))


def _title_span(text: str, title: str | None) -> Span | None:
    """Where the title of the metadata stands in the text, if it does."""
    if not title:
        return None
    place = text.find(title, 0, len(title) * 4 + 2_000)
    return (place, place + len(title)) if place >= 0 else None


def _published(
    text: str, lines: list[Line], language: str, opened: Opened, given: str | None, hints: Hints
) -> tuple[str | None, PublishedBasis | None]:
    """The day of publication and how it is known: given, stated, inferred, in this order."""
    if given:
        return given, "given"
    if opened.dated:
        return opened.dated, "stated"
    if len(text) > DATE_HEAD + DATE_TAIL:
        # Days deep inside a long text say nothing about its publication.
        text = text[:DATE_HEAD]
        lines = [line for line in lines if line.end <= DATE_HEAD]
    found = published_of(text, lines, language, hints)
    if found.when:
        return found.when, "stated" if found.stated else "inferred"
    return (opened.made, "inferred") if opened.made else (None, None)
