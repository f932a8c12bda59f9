"""`saring check`: documents in, a report of their dealings and determinations out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from saring.apps.complaints import FAILED_ON, Complaints
from saring.apps.options import as_of_option, lang_option, lists_option, max_size_option, published_option, screen_of
from saring.apps.readers import Asked, Readers, reader_options

if TYPE_CHECKING:
    from saring.model import Checked, Failure, Report

# Written out here and held equal to the model by a test: importing the model would slow down `saring check --help`.
VERDICTS = ("prohibited", "undetermined", "restricted", "exempt", "not_covered")
UNASSERTED = ("denied", "hypothetical")


@click.command(short_help="Read documents and judge the dealings that they report.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "csv"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@lang_option
@as_of_option
@published_option
@click.option(
    "--fail-on",
    type=click.Choice(VERDICTS),
    metavar="VERDICT",
    help="Exit with 3 when a dealing got this verdict or a graver one.",
)
@max_size_option
@lists_option
@reader_options
def check(
    files: tuple[str, ...],
    form: str,
    lang: str,
    as_of: str | None,
    published: str | None,
    fail_on: str | None,
    max_size: int,
    lists: str | None,
    **reader: Any,
) -> int:
    """Read documents (.txt, .md, .html, … or - for standard input) and judge the dealings that they report."""
    from saring.apps.cli import WrongOption
    from saring.apps.sources import open_given
    from saring.law import load
    from saring.model import Failure, Report, SaringError

    complaints = Complaints(as_json=form == "json")
    if reader["reader"] == "both" and form == "csv":
        raise WrongOption("--format", "--reader both has no rows to write", "text, json, md")
    readers = Readers(Asked(**reader), complaints)
    version = load().version
    screen = screen_of(lists, as_of)
    documents: list[Checked | Failure] = []
    for source in files:
        try:
            documents.append(readers.check(open_given(source, max_size, published), as_of, lang, screen))
        except SaringError as error:
            complaints.say(error)
            documents.append(Failure(source=source, error=error.problem()))
    report = Report(lawbook=version, documents=tuple(documents))
    _write(report, form, lang)
    readers.close()
    if fail_on and fails_on(report, fail_on):
        return FAILED_ON
    return complaints.exit_code


def fails_on(report: Report, verdict: str) -> bool:
    """Whether some dealing of role main, neither denied nor hypothetical, got that verdict or one before it."""
    grave = VERDICTS[: VERDICTS.index(verdict) + 1]
    return any(
        judged.verdict in grave
        for document in report.documents
        for dealing in getattr(document, "dealings", ())
        if dealing.role == "main" and dealing.status not in UNASSERTED
        for judged in dealing.determinations or ()
    )


def _write(report: Report, form: str, lang: str) -> None:
    from saring.apps.show import questions, terminal
    from saring.reports import render
    from saring.reports.disagreements import disagreements

    asked = questions(lang) if form in ("text", "md") else {}
    sys.stdout.write(render(report, form, lang=lang, questions=asked, screen=terminal()))
    if form in ("text", "md"):
        sys.stdout.write(disagreements(report, form, lang))
