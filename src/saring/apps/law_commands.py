"""`saring law …`: looking into the lawbook."""

from __future__ import annotations

import click


@click.group(short_help="Look into the lawbook.", no_args_is_help=True)
def law() -> None:
    """Look into the lawbook."""
