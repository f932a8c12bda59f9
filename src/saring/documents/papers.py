"""PDF → text with pypdf, lines of the page joined again to paragraphs."""

from __future__ import annotations

import io
import logging
import re
from statistics import median

from saring.documents.limits import FIRST_YEAR, LAST_YEAR, MAX_PAGES
from saring.documents.opened import Opened, tidy
from saring.model import SaringError

_STOPS = (".", "!", "?", ":", ";", "…", '"', "”", "»", "。", ")")


def open_paper(raw: bytes, source: str, max_size: int) -> Opened:
    """The text of a PDF; raises `unreadable` for broken or locked files, `too_large` for too many pages."""
    import pypdf  # heavy: 90 ms

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each repaired flaw of a file
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SaringError("unreadable", source, "the PDF is locked with a password")
        if len(reader.pages) > MAX_PAGES:
            raise SaringError("too_large", source, f"{len(reader.pages)} pages", f"at most {MAX_PAGES} pages")
        pages: list[str] = []
        size = 0
        for page in reader.pages:
            words = page.extract_text() or ""
            size += len(words)
            if size > max_size:
                raise SaringError(
                    "too_large", source, "the text of the PDF is too long", f"at most {max_size} characters"
                )
            pages.append(joined(tidy(words)))
        title, made = _about(reader)
    except SaringError:
        raise
    except Exception as problem:  # pypdf lets errors of many kinds through on broken files
        raise SaringError("unreadable", source, f"a broken PDF ({type(problem).__name__})") from problem
    return Opened("\n\n".join(page for page in pages if page), title=title, made=made)


def _about(reader: object) -> tuple[str | None, str | None]:
    """Title and day of the file from the document information."""
    about = getattr(reader, "metadata", None) or {}
    title = about.get("/Title")
    made = re.match(r"D:(\d{4})(\d{2})(\d{2})", str(about.get("/CreationDate") or ""))
    words = tidy(title) if isinstance(title, str) else ""
    # Word processors leave the name of the file where a title should stand.
    if not words or re.search(r"\.(?:docx?|pdf|indd|rtf)$|^(?:untitled|microsoft word)", words, re.IGNORECASE):
        words = ""
    if not made or not FIRST_YEAR <= int(made.group(1)) <= LAST_YEAR:
        return words or None, None
    return words or None, "-".join(made.groups())


def joined(page: str) -> str:
    """The lines of a page joined to paragraphs: a line that ends near the margin without a stop goes on."""
    lines = page.split("\n")
    lengths = [len(line) for line in lines if line]
    if len(lengths) < 4:
        return page
    usual = median(lengths)
    kept: list[str] = []
    for line in lines:
        before = kept[-1] if kept else ""
        if not before or not line or not _goes_on(before, line, usual):
            kept.append(line)
        elif before.endswith("-") and line[:1].islower():
            kept[-1] = before[:-1] + line
        else:
            kept[-1] = f"{before} {line}"
    return "\n".join(kept)


def _goes_on(before: str, line: str, usual: float) -> bool:
    """Whether `line` continues the paragraph that ends in `before`; only its last line counts as width."""
    if usual < 30:
        return False
    if line[:1].islower():
        return True
    if len(before) < usual * 0.75:
        return False
    return not before.endswith(_STOPS) or before.endswith((",", "-"))
