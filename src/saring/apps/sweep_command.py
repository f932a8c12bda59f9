"""`saring sweep`: every row of trade tables gets its verdict and its provisions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from saring.apps.complaints import Complaints
from saring.apps.options import lang_option
from saring.apps.sweep_watch import watching

VERDICT_WORDS = ("prohibited", "undetermined", "restricted", "exempt", "not_covered", "problem")


@click.command(short_help="Judge every row of trade tables.")
@click.argument("tables", nargs=-1, required=True, metavar="TABLE…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="OUT",
    help="A table (.parquet, .csv, .jsonl, .xlsx), or a folder for several.",
)
@click.option(
    "--map",
    "mapping",
    metavar="ROLE=COLUMN,…",
    help="sender, receiver, hs, date, flow, reporter, partner, value, weight, or a fact's name; ROLE==VALUE for all rows.",
)
@click.option(
    "--dates",
    type=click.Choice(["day-first", "month-first"]),
    help="How 12/05/2018 is read; without it such dates are problems.",
)
@click.option("--regime", default="UN", show_default=True, metavar="REGIME", help="Whose law is asked.")
@click.option("--only", metavar="VERDICT,…", help=f"Keep only rows of these: {', '.join(VERDICT_WORDS)}.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help="Write a page with charts and the largest rows.",
)
@click.option("--engine", type=click.Choice(["polars", "spark"]), default="polars", show_default=True)
@click.option("--master", default="local[*]", show_default=True, metavar="URL", help="Where Spark runs.")
@click.option("--resume", is_flag=True, help="Leave out the files of a folder that are done already.")
@click.option(
    "--out-format",
    type=click.Choice(["parquet", "csv", "jsonl", "xlsx"]),
    default="parquet",
    show_default=True,
    help="Kind of the tables in a folder OUT.",
)
@lang_option
def sweep(
    tables: tuple[str, ...],
    output: Path,
    mapping: str | None,
    dates: str | None,
    regime: str,
    only: str | None,
    report: Path | None,
    engine: str,
    master: str,
    resume: bool,
    out_format: str,
    lang: str,
) -> int:
    """Judge every row of trade tables: files, folders and globs of Parquet, CSV, XLSX or JSON.

    Tables of UN Comtrade are taken as they are; for others --map says which column holds what. The output has the same
    rows in the same order with verdict, provisions, possible and problem; a summary goes to standard error.
    """
    from saring.model import SaringError

    complaints = Complaints()
    try:
        from saring.sweep.running import Order, run

        day_first = None if dates is None else dates == "day-first"
        order = Order(pairs(mapping), regime, words(only), resume, f".{out_format}", day_first, lang)
        with watching(complaints, lang) as watch:
            if engine == "spark":
                from saring.sweep.spark import run_spark

                law, totals = run_spark(list(tables), output, order, watch, master)
            else:
                law, totals = run(list(tables), output, order, watch)
        from saring.sweep.telling import summary

        if totals.rows or not complaints.exit_code:
            sys.stderr.write(summary(law, totals, lang))
        if report is not None:
            from saring.sweep.page import write_page

            write_page(report, law, totals, lang)
    except SaringError as error:
        complaints.say(error)
    except ModuleNotFoundError as error:
        complaints.say(
            SaringError(
                "unreadable",
                "sweep",
                f"the package {error.name} is not installed",
                f"pip install saring[{'spark' if error.name == 'pyspark' else 'tables'}]",
            )
        )
    return complaints.exit_code


def pairs(mapping: str | None) -> dict[str, str]:
    """`role=column,…` as a dictionary."""
    from saring.apps.cli import WrongOption

    found: dict[str, str] = {}
    for part in (mapping or "").split(","):
        role, mark, column = part.partition("=")
        if part.strip() and not (mark and role.strip() and column.strip()):
            raise WrongOption("--map", f"{part!r} is no pair", "role=column,role=column")
        if part.strip():
            found[role.strip()] = column.strip()
    return found


def words(only: str | None) -> tuple[str, ...]:
    """The verdicts of --only."""
    from saring.apps.cli import WrongOption

    asked = tuple(word.strip() for word in (only or "").split(",") if word.strip())
    for word in asked:
        if word not in VERDICT_WORDS:
            raise WrongOption("--only", f"{word!r} is no verdict", ", ".join(VERDICT_WORDS))
    return asked
