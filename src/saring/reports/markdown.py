"""A report as Markdown: the table and the reasons, with everything from documents escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping

from saring.model import Checked, Dealing, Failure, Report
from saring.reports.details import claim_line, details, law_day, place
from saring.reports.wording import Wording, chain, clean, day, governing, name_of, sides, wording

_COLUMNS = ("number", "what", "sides", "when", "status", "said_by", "verdict", "paragraph")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(report: Report, lang: str, questions: Mapping[str, str]) -> str:
    """A whole report as Markdown."""
    words = wording(lang)
    parts: list[str] = []
    for document in report.documents:
        if isinstance(document, Failure):
            parts.append(
                f"**{escaped(document.source or '')}**: {escaped(words.label('failed', message=document.error.message))}"
            )
        else:
            parts.extend(_document(document, words, questions))
    parts.append(f"*{escaped(words.label('aid', lawbook=report.lawbook))}*")
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text from a document in one line, with no character that Markdown or HTML would act on."""
    return _SPECIAL.sub(r"\\\1", clean(text).replace("&", "&amp;"))


def _document(document: Checked, words: Wording, questions: Mapping[str, str]) -> list[str]:
    about = [document.source, document.publisher, document.language]
    about += [f"{words.label('published')} {document.published}"] if document.published else []
    parts = [f"## {escaped(document.title or document.source)}", " · ".join(escaped(part) for part in about if part)]
    claims = [f"**{words.label('about_law')}:** {escaped(claim_line(claim, words))}" for claim in document.legal_claims]
    if not document.dealings:
        return [*parts, escaped(words.label("no_dealings")), *claims]
    rows = ["| " + " | ".join(words.label(name) for name in _COLUMNS) + " |", "|" + "---|" * len(_COLUMNS)]
    blocks: list[str] = []
    for number, dealing in enumerate(document.dealings, 1):
        for judged in dealing.determinations or ():
            verdict = words.verdict(judged.verdict, dealing.status)
            cells = [str(number), name_of(dealing), sides(dealing), day(dealing, words)]
            cells += [words.word("status", dealing.status), chain(dealing), verdict, governing(judged)]
            rows.append("| " + " | ".join(escaped(cell) for cell in cells) + " |")
        blocks.append(_block(str(number), dealing, words, questions))
    return [*parts, "\n".join(rows), *blocks, *claims]


def _block(number: str, dealing: Dealing, words: Wording, questions: Mapping[str, str]) -> str:
    lines = [f"### {number}. {escaped(name_of(dealing))}"]
    if dealing.evidence is not None:
        lines.append(f"> {escaped(dealing.evidence.quote)} ({escaped(place(dealing, words))})")
    for judged in dealing.determinations or ():
        regime = "" if judged.regime == "UN" else f"{judged.regime}: "
        verdict = words.verdict(judged.verdict, dealing.status)
        points = [f"- **{regime}{escaped(verdict)}**, {escaped(governing(judged))}; {escaped(law_day(judged, words))}"]
        points += [
            f"- {label}: {escaped(text)}" if label else f"    - {escaped(text)}"
            for label, text in details(judged, words, questions)
        ]
        lines.append("\n".join(points))
    return "\n\n".join(lines)
