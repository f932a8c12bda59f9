"""`saring law table`: the law as a table that others can join."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from saring.apps.complaints import Complaints
from saring.apps.options import lang_option
from saring.apps.sweep_watch import watching

if TYPE_CHECKING:
    from saring.sweep.table import DecisionTable


@click.command("table", short_help="Export the law of goods as a table for joins.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help=".parquet, .csv or .sql"
)
@click.option("--regime", default="UN", show_default=True, metavar="REGIME", help="Whose law.")
@click.option("--partner", metavar="COUNTRY", help="The situation about this partner, where a regime has several.")
@lang_option
def table(output: Path, regime: str, partner: str | None, lang: str) -> int:
    """Export verdict and provisions for every flow, HS code and bucket of days; the lawbook's version stands in it."""
    from saring.model import SaringError

    complaints = Complaints()
    try:
        from saring.sweep.exporting import bucket_sql, write_law
        from saring.sweep.table import decision_table
        from saring.sweep.wording import number, words

        with watching(complaints, lang) as watch:
            law = about(decision_table(regime=regime, told=watch.compiled), partner)
        rows = write_law(law, output)
        own = words(lang)["progress"]
        counted = own["law_rows"].format(rows=number(rows, lang), regime=law.regime, version=law.version)
        sys.stderr.write(f"saring: {counted}\n")
        sys.stderr.write(f"saring: {own['bucket'].format(sql=bucket_sql(law, 'day'))}\n")
    except SaringError as error:
        complaints.say(error)
    except ModuleNotFoundError as error:
        complaints.say(
            SaringError(
                "unreadable", "law table", f"the package {error.name} is not installed", "pip install saring[tables]"
            )
        )
    return complaints.exit_code


def about(law: DecisionTable, partner: str | None) -> DecisionTable:
    """The table of a regime about one partner, the main one by default."""
    from saring.model import SaringError

    every = {one.decided.partner: one for one in (law, *law.others)}
    if partner is not None and partner not in every:
        raise SaringError("unknown_word", "--partner", f"{partner!r} is no partner of {law.regime}", ", ".join(every))
    return every[partner] if partner else law
