"""Which form a report takes."""

from __future__ import annotations

from collections.abc import Mapping

from saring.model import Dealing, Report, SaringError
from saring.reports.screen import Screen

FORMS = ("text", "json", "md", "csv")


def render(
    report: Report,
    form: str,
    *,
    lang: str = "en",
    questions: Mapping[str, str] | None = None,
    screen: Screen | None = None,
) -> str:
    """A report in one of the forms text, json, md, csv.

    `questions` are those of the lawbook by name of fact, in the language of the report; `screen` matters for text.
    """
    if form == "json":
        from saring.reports.whole_json import to_json

        return to_json(report)
    if form == "csv":
        from saring.reports.rows import to_csv

        return to_csv(report, lang)
    if form == "md":
        from saring.reports.markdown import to_markdown

        return to_markdown(report, lang, questions or {})
    if form == "text":
        from saring.reports.text import to_text

        return to_text(report, lang, questions or {}, screen or Screen())
    raise SaringError("unknown_word", "format", f"{form!r} is no form of a report", ", ".join(FORMS))


def render_dealing(
    dealing: Dealing, *, lang: str = "en", questions: Mapping[str, str] | None = None, screen: Screen | None = None
) -> str:
    """One judged dealing as text for people."""
    from saring.reports.text import dealing_text

    return dealing_text(dealing, lang, questions or {}, screen or Screen())
