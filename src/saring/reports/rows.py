"""A report as CSV: one row for each determination, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from saring.model import Checked, Dealing, Determination, Failure, Report
from saring.reports.wording import chain, clean, wording

COLUMNS = (
    *("source", "published", "number", "id", "kind", "what", "hs", "from", "to", "date", "status", "polarity", "role"),
    *("said_by", "regime", "verdict", "wording", "provisions", "cite", "because", "missing", "open", "contested"),
    *("as_of", "as_of_basis", "quote", "start", "end", "lawbook", "error"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def to_csv(report: Report, lang: str) -> str:
    """A whole report as CSV (RFC 4180); lists are joined by semicolons."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for document in report.documents:
        for row in _rows(document, lang):
            writer.writerow({name: safe(value) for name, value in row.items()})
    return stream.getvalue()


def safe(value: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay as they are."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _rows(document: Checked | Failure, lang: str) -> Iterator[dict[str, object]]:
    if isinstance(document, Failure):
        yield {"source": document.source, "error": f"{document.error.code}: {document.error.message}"}
        return
    for number, dealing in enumerate(document.dealings, 1):
        told = {"source": document.source, "published": document.published, "number": number, **_told(dealing)}
        for judged in dealing.determinations or ():
            spoken = wording(lang).verdict(judged.verdict, dealing.status)
            yield {**told, **_judged(judged), "wording": spoken}


def _told(dealing: Dealing) -> dict[str, object]:
    quote = dealing.evidence
    return {
        "id": dealing.id,
        "kind": dealing.kind,
        "what": dealing.what,
        "hs": ";".join(code for good in dealing.goods for code in good.hs),
        "from": ";".join(filter(None, (dealing.from_, *dealing.also_from))),
        "to": ";".join(filter(None, (dealing.to, *dealing.also_to))),
        "date": dealing.date,
        "status": dealing.status,
        "polarity": dealing.polarity,
        "role": dealing.role,
        "said_by": chain(dealing),
        "quote": quote.quote if quote else None,
        "start": quote.start if quote else None,
        "end": quote.end if quote else None,
    }


def _judged(judged: Determination) -> dict[str, object]:
    return {
        "regime": judged.regime,
        "verdict": judged.verdict,
        "provisions": ";".join(finding.provision for finding in judged.findings),
        "cite": judged.findings[0].cite if judged.findings else None,
        "because": judged.findings[0].because if judged.findings else None,
        "missing": ";".join(judged.missing),
        "open": ";".join(judged.open),
        "contested": ";".join(contest.id for contest in judged.contested),
        "as_of": judged.as_of,
        "as_of_basis": judged.as_of_basis,
        "lawbook": judged.lawbook,
    }
