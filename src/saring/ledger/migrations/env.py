"""Alembic's door: migrations run on the connection that `opening` hands over, inside its transaction."""

from __future__ import annotations

from typing import Any

from alembic import context

from saring.ledger.schema import SEARCHED, metadata


def include_object(thing: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:  # noqa: ARG001
    """Full-text tables (and those that SQLite makes behind them) are none of the metadata."""
    return not (kind == "table" and name is not None and name.startswith(SEARCHED))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=include_object,
    transactional_ddl=False,  # the transaction is that of the caller
)
context.run_migrations()
