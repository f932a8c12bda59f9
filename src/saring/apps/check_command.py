"""`saring check`: documents in, a report of their dealings and determinations out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from saring.apps.complaints import FAILED_ON, Complaints
from saring.apps.options import as_of_option, lang_option, lists_option, max_size_option, published_option, screen_of
from saring.apps.readers import Asked, Readers, reader_options

if TYPE_CHECKING:
    from saring.ledger import Ledger
    from saring.model import Checked, Failure, Report

# Written out here and held equal to the model by a test: importing the model would slow down `saring check --help`.
VERDICTS = ("prohibited", "undetermined", "restricted", "exempt", "not_covered")
UNASSERTED = ("denied", "hypothetical")


@click.command(short_help="Read documents and judge the dealings that they report.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "csv", "ftm"]),
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
@click.option(
    "--record", is_flag=True, help="Keep the documents in the ledger, with their dealings and determinations."
)
@click.option("--db", metavar="URL", help="With --record: the ledger (a file, sqlite:///… or postgresql://…).")
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
    record: bool,
    db: str | None,
    **reader: Any,
) -> int:
    """Read documents (.txt, .md, .html, … or - for standard input) and judge the dealings that they report."""
    from saring.apps.cli import WrongOption
    from saring.apps.sources import open_given
    from saring.law import load
    from saring.model import Failure, Report, SaringError

    complaints = Complaints(as_json=form == "json")
    if reader["reader"] == "both" and form in ("csv", "ftm"):
        raise WrongOption("--format", "--reader both has no rows to write", "text, json, md")
    keeping = Keeping(db, record=record)
    readers = Readers(Asked(**reader), complaints)
    version = load().version
    screen = screen_of(lists, as_of)
    documents: list[Checked | Failure] = []
    for source in files:
        try:
            document = open_given(source, max_size, published)
            checked = readers.check(document, as_of, lang, screen)
            keeping.keep(checked, document.text)
            documents.append(checked)
        except SaringError as error:
            complaints.say(error)
            documents.append(Failure(source=source, error=error.problem()))
    report = Report(lawbook=version, documents=tuple(documents))
    _write(report, form, lang)
    readers.close()
    keeping.close()
    if fail_on and fails_on(report, fail_on):
        return FAILED_ON
    return complaints.exit_code


class Keeping:
    """The ledger of `--record`: each document is said to be kept once it is, and not before."""

    def __init__(self, db: str | None, *, record: bool) -> None:
        from saring.apps.cli import WrongOption

        if db is not None and not record:
            raise WrongOption("--db", "nothing is recorded", "--record beside it")
        self.ledger: Ledger | None = None
        if record:
            from saring.ledger import open_ledger

            self.ledger = open_ledger(db)

    def keep(self, checked: Checked, text: str) -> None:
        """Record one document."""
        if self.ledger is None:
            return
        done = self.ledger.record(checked, text=text)
        word = "recorded" if done.new else "kept already, with another reading" if done.differs else "kept already"
        fresh = sum(placed.new_event for placed in done.placed)
        self._say(f"{done.source}: {word}; {len(done.placed)} reports, {fresh} new events")

    def close(self) -> None:
        """Give the ledger back."""
        if self.ledger is not None:
            self.ledger.close()

    def _say(self, line: str) -> None:
        sys.stderr.write(f"saring: ledger: {line}\n")
        sys.stderr.flush()


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

    if form == "ftm":
        from saring.screening.ftm import lines

        sys.stdout.writelines(line + "\n" for line in lines(report))
        return
    asked = questions(lang) if form in ("text", "md") else {}
    sys.stdout.write(render(report, form, lang=lang, questions=asked, screen=terminal()))
    if form in ("text", "md"):
        sys.stdout.write(disagreements(report, form, lang))
