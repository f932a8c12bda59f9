"""The same tests on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.apps.conftest import run
from tests.ledger.servers import postgres

from saring.ledger import Ledger, open_ledger

__all__ = ["run"]
Place = Callable[[], str]
_numbers = count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server, with a place for the name of a database."""
    with postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Gives addresses of new, empty databases of one sort."""

    def fresh() -> str:
        number = next(_numbers)
        if request.param == "sqlite":
            return f"sqlite:///{tmp_path}/ledger-{number}.db"
        import psycopg

        address: str = request.getfixturevalue("server")
        name = f"ledger_{number}"
        with psycopg.connect(address.format(name="postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return address.format(name=name)

    return fresh


@pytest.fixture
def url(place: Place) -> str:
    """The address of an empty database."""
    return place()


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    """An empty ledger whose clock goes a second further with each look."""
    ticks = count()
    start = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    with open_ledger(url, clock=lambda: start + dt.timedelta(seconds=next(ticks))) as made:
        yield made
