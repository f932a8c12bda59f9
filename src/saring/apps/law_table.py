"""`saring law table`: the law as a table that others can join."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from saring.apps.complaints import Complaints
from saring.apps.sweep_watch import watching


@click.command("table", short_help="Export the law of goods as a table for joins.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help=".parquet, .csv or .sql"
)
@click.option("--regime", default="UN", show_default=True, metavar="REGIME", help="Whose law.")
def table(output: Path, regime: str) -> int:
    """Export verdict and provisions for every flow, HS code and bucket of days; the lawbook's version stands in it."""
    from saring.model import SaringError

    complaints = Complaints()
    try:
        from saring.sweep.exporting import bucket_sql, write_law
        from saring.sweep.table import decision_table

        with watching(complaints) as watch:
            law = decision_table(regime=regime, told=watch.compiled)
        rows = write_law(law, output)
        sys.stderr.write(f"saring: {rows:,} rows, law of {law.regime}, lawbook {law.version}\n")
        sys.stderr.write(f"saring: bucket of a day: {bucket_sql(law, 'day')}\n")
    except SaringError as error:
        complaints.say(error)
    except ModuleNotFoundError as error:
        complaints.say(
            SaringError(
                "unreadable", "law table", f"the package {error.name} is not installed", "pip install saring[tables]"
            )
        )
    return complaints.exit_code
