"""Readers of the official files, one a list, and the choice of the right one by what a file holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from saring.model import SaringError

from ..entry import Listed, ListFile
from .opened import MAX_ENTRIES, MAX_NAMES, content, text

Reader = Callable[[Path], Iterator[Listed]]

FORMS = (
    "un-xml", "un-vessels-html", "un-vessels-pdf", "ofac-csv", "ofac-xml", "ofac-advanced-xml", "csl-csv", "uk-csv",
    "uk-xml", "eu-xml", "eu-csv", "dpl-tsv", "canada-xml", "japan-xlsx", "ftm-jsonl",
)  # fmt: skip


def reader(form: str) -> Reader:
    """The function that reads files of a form."""
    from . import canada, csl, dpl, entities, eu, japan, ofac, ofac_xml, uk, un, vessels

    readers: dict[str, Reader] = {
        "un-xml": un.read, "un-vessels-html": vessels.read_html, "un-vessels-pdf": vessels.read_pdf,
        "ofac-csv": ofac.read, "ofac-xml": ofac_xml.read_simple, "ofac-advanced-xml": ofac_xml.read_advanced,
        "csl-csv": csl.read, "uk-csv": uk.read_csv, "uk-xml": uk.read_xml, "eu-xml": eu.read_xml, "eu-csv": eu.read_csv,
        "dpl-tsv": dpl.read, "canada-xml": canada.read, "japan-xlsx": japan.read, "ftm-jsonl": entities.read,
    }  # fmt: skip
    if form not in readers:
        raise SaringError("unknown_word", form, "no list is read in this form", ", ".join(FORMS))
    return readers[form]


def form_of(path: Path) -> str:
    """The form of a file, by its first bytes and heads."""
    raw = content(path)[:200_000]
    if raw[:4] == b"PK\x03\x04":
        return "japan-xlsx"
    if raw[:5] == b"%PDF-":
        return "un-vessels-pdf"
    head = raw.decode("utf-16", "replace") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.decode("utf-8", "replace")
    first = head.lstrip("\ufeff \r\n\t")
    for mark, form in _MARKS:
        if re.search(mark, first[:6000] if form != "un-vessels-html" else first):
            return form
    if re.match(r'\d+,"[^"]*(?:""[^"]*)*",', first):
        return "ofac-csv"
    raise SaringError("unreadable", str(path), "this is no list that is known", ", ".join(FORMS))


_MARKS = (
    (r"<CONSOLIDATED_LIST\b", "un-xml"),
    (r"<(?:\w+:)?sdnList\b", "ofac-xml"),
    (r"<(?:\w+:)?Sanctions\b", "ofac-advanced-xml"),
    (r"<(?:\w+:)?sanctionEntity\b|<(?:\w+:)?export\b", "eu-xml"),
    (r"<Designations?\b", "uk-xml"),
    (r"<data-set\b", "canada-xml"),
    (r"(?is)^(?:<!doctype\s+html|<html|<\?xml).*designated vessels", "un-vessels-html"),
    (r"(?m)^[^\n]*\bUnique ID\b[^\n]*\bName 6\b", "uk-csv"),
    (r"^[^\n]*Entity_LogicalId[^\n]*NameAlias_WholeName", "eu-csv"),
    (r"^[^\n]*\bsource\b[^\n]*\balt_names\b", "csl-csv"),
    (r'^"?Name"?\t', "dpl-tsv"),
    (r"^\{", "ftm-jsonl"),
)


def read(path: Path, form: str | None = None, source: str | None = None, today: dt.date | None = None) -> ListFile:
    """A list file as one version of its list; a file that is broken or holds nobody is an error, never a short list."""
    form = form or form_of(path)
    entries = tuple(_checked(reader(form)(path), path))
    if not entries:
        raise SaringError("empty", str(path), "the file names nobody", "a list with entries")
    raw = content(path)
    added = (today or dt.datetime.now(dt.UTC).date()).isoformat()
    return ListFile(
        name=_name(form, entries), form=form, source=source or path.name, date=_date(form, path) or added, added=added,
        sha256=sha256(raw).hexdigest(), entries=entries,
    )  # fmt: skip


def _checked(entries: Iterator[Listed], path: Path) -> Iterator[Listed]:
    for number, entry in enumerate(entries, 1):
        if number > MAX_ENTRIES:
            raise SaringError("too_large", str(path), "too many entries", f"up to {MAX_ENTRIES}")
        if len(entry.names) > MAX_NAMES:
            raise SaringError("too_large", str(path), f"{entry.id}: {len(entry.names)} names", f"up to {MAX_NAMES}")
        if entry.names:
            yield entry


def _name(form: str, entries: tuple[Listed, ...]) -> str:
    """The name of the list as a whole: the UN file holds many regimes, the CSL many lists."""
    whole = {"un-xml": "UN", "csl-csv": "US-CSL"}
    return whole.get(form) or entries[0].list


def _date(form: str, path: Path) -> str | None:
    from . import eu, japan, ofac_xml, un
    from .opened import day

    if form in ("un-xml", "eu-xml", "ofac-xml", "ofac-advanced-xml", "japan-xlsx"):
        ways: dict[str, Callable[[Path], str | None]] = {
            "un-xml": un.date, "eu-xml": eu.date_xml, "ofac-xml": ofac_xml.date, "ofac-advanced-xml": ofac_xml.date,
            "japan-xlsx": japan.date,
        }  # fmt: skip
        return ways[form](path)
    if form == "un-vessels-html":
        match = re.search(r"(?i)designated vessels list (\d{1,2} [A-Z][a-z]+ \d{4})", text(path)[:5000])
        return day(match.group(1)) if match else None
    if form in ("uk-csv", "uk-xml", "eu-csv"):
        head = text(path)[:3000]
        match = re.search(r"(?i)(?:report date|dategenerated)\W+([0-9A-Za-z/ -]{8,12})", head)
        return day(match.group(1)) if match else None
    return None
