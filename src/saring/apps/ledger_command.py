"""`saring ledger`: what was kept with `saring check --record`, listed, shown, searched, related and corrected."""

from __future__ import annotations

from typing import Any

import click

from saring.apps import ledger_changes
from saring.apps.ledger_options import db_option, filter_options, filters_of, form_option, opened, output_option

PICTURES = ("svg", "png")


@click.group(short_help="List, search, relate and correct what was recorded.")
def ledger() -> None:
    """What `saring check --record` keeps: documents, the events that they report, and what people said of them."""


@ledger.command("list")
@db_option
@form_option()
@output_option
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="Pass over so many.")
@click.option("--order", type=click.Choice(["newest", "oldest", "reports"]), default="newest", show_default=True)
def list_events(
    db: str | None, form: str, output: str | None, limit: int, offset: int, order: Any, **given: Any
) -> None:
    """List events, the latest first."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put

    with opened(db) as kept:
        filters = filters_of(given)
        events = kept.events(filters, limit=limit, offset=offset, order=order)
        total = kept.count(filters)
    put(events, form, output, lambda: [*teller().events(events), teller().said("of", shown=len(events), total=total)])


@ledger.command()
@click.argument("name", metavar="EVENT|SHA256")
@db_option
@form_option()
@output_option
def show(name: str, db: str | None, form: str, output: str | None) -> None:
    """Show an event with its reports, quotes and entries, or a document with its reports."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put, put_one

    with opened(db) as kept:
        if len(name) == 64:
            document = kept.document(name)
            if form == "csv":
                put(document.tellings, form, output, list)
            else:
                put_one(document, form, output, lambda: teller().document(document))
            return
        event = kept.event(name)
    if form == "csv":
        put(event.tellings, form, output, list)
    else:
        put_one(event, form, output, lambda: teller().whole_event(event))


@ledger.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@db_option
@form_option()
@output_option
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="Pass over so many.")
def search(
    words: tuple[str, ...], db: str | None, form: str, output: str | None, limit: int, offset: int, **given: Any
) -> None:
    """Find events whose reports or documents have all these words, in any common form of them."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put

    with opened(db) as kept:
        found = kept.search(" ".join(words), filters_of(given), limit=limit, offset=offset)
    put(found, form, output, lambda: teller().found(found))


@ledger.command()
@db_option
@form_option(*PICTURES)
@output_option
@filter_options
@click.option("--by", type=click.Choice(["month", "year"]), default="month", show_default=True)
@click.option("--everything", is_flag=True, help="Count denied and hypothetical events too.")
def timeline(db: str | None, form: str, output: str | None, by: Any, everything: bool, **given: Any) -> None:
    """Count events by month or year, kind and verdict."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put, put_bytes

    with opened(db) as kept:
        rows = kept.timeline(by, filters_of(given), everything=everything)
    if form in PICTURES:
        from saring.ledger.charts import timeline_chart

        put_bytes(timeline_chart(rows, form), output)
        return
    put(rows, form, output, lambda: teller().timeline(rows))


@ledger.command()
@db_option
@form_option(*PICTURES)
@output_option
@filter_options
@click.option("--between", metavar="CC,CC", help="Only what happened between these two countries, either way.")
@click.option("--by", type=click.Choice(["month", "year"]), default="month", show_default=True)
@click.option("--parties", type=click.IntRange(min=0), default=40, show_default=True, help="At most so many parties.")
@click.option("--chart", type=click.Choice(["graph", "intensity"]), default="graph", help="What svg and png show.")
@click.option("--everything", is_flag=True, help="Count denied and hypothetical events too.")
def relations(
    db: str | None,
    form: str,
    output: str | None,
    between: str | None,
    by: Any,
    parties: int,
    chart: str,
    everything: bool,
    **given: Any,
) -> None:
    """Show who deals with whom: countries, the parties most told of, and the intensity over time by kind."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put, put_bytes, put_one

    with opened(db) as kept:
        found = kept.relations(
            filters_of(given), between=_pair(between), by=by, parties=parties, everything=everything
        )  # fmt: skip
    if form in PICTURES:
        from saring.ledger.charts import graph_chart, intensity_chart

        put_bytes(graph_chart(found, form) if chart == "graph" else intensity_chart(found.intensity, form), output)
    elif form == "csv":
        put(found.intensity if chart == "intensity" else found.edges, form, output, list)
    else:
        put_one(found, form, output, lambda: teller().relations(found))


def _pair(between: str | None) -> tuple[str, str] | None:
    from saring.apps.cli import WrongOption
    from saring.apps.intake import COUNTRIES

    if between is None:
        return None
    one, comma, other = (part.strip() for part in between.partition(","))
    if not comma or one == other or not {one, other} <= COUNTRIES:
        raise WrongOption("--between", f"{between!r} is no pair of countries", "two countries, such as KP,RU")
    return one, other


@ledger.command()
@db_option
@form_option()
@output_option
@click.option("--subject", metavar="EVENT|SHA256", help="Only entries about this event or document.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
def entries(db: str | None, form: str, output: str | None, subject: str | None, limit: int) -> None:
    """List the entries of the chain, the latest first: who did what, when and why."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put

    with opened(db) as kept:
        found = kept.entries(subject=subject, limit=limit)
    put(found, form, output, lambda: teller().entries(found))


@ledger.command()
@db_option
@form_option()
@click.option("--head", metavar="DIGEST", help="A digest noted down earlier, which must stand in the chain.")
def verify(db: str | None, form: str, head: str | None) -> int:
    """Find tampering: compare the chain, and all that is kept, with what was written. Exit code 1 where it differs."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put, put_one

    with opened(db) as kept:
        found = kept.verify(head)
    if form == "csv":
        put(found.flaws, form, None, list)
    else:
        put_one(found, form, None, lambda: teller().verification(found))
    return 0 if found.ok else 1


for command in ledger_changes.COMMANDS:
    ledger.add_command(command)
