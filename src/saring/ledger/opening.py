"""Opening: from a URL to a database that is up to date, on SQLite or PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url

from saring.ledger.schema import HEAD
from saring.model import SaringError

PLACE = "SARING_LEDGER"
ALLOWED = "a file, sqlite:///file.db or postgresql://user@host/name"
WRITES = {"saring_writes": True}  # a connection with this option takes the one writer's place when it begins
LOCK = 0x5A71_6E67  # the number of PostgreSQL's advisory lock under which ledgers are written
WAIT = 60.0  # seconds that a connection waits for another
PRAGMAS = (
    f"busy_timeout={WAIT * 1000:.0f}",
    "journal_mode=WAL",
    "synchronous=FULL",  # what was acknowledged outlives a power cut as well
    "foreign_keys=ON",
    "wal_autocheckpoint=4000",
    "cache_size=-65536",
    "temp_store=MEMORY",
)


def default_url() -> str:
    """SARING_LEDGER, else `ledger.db` in SARING_HOME, else in `saring` among the user's data."""
    if given := os.environ.get(PLACE):
        return given
    home = os.environ.get("SARING_HOME")
    shared = os.environ.get("XDG_DATA_HOME")
    folder = Path(home) if home else (Path(shared) if shared else Path.home() / ".local" / "share") / "saring"
    return str(folder / "ledger.db")


def parsed(url: str) -> URL:
    """The URL as SQLAlchemy has it, with the driver that we use; a bare path is a SQLite file."""
    if "://" not in url:
        return URL.create("sqlite+pysqlite", database=url)
    try:
        made = make_url(url)
    except sa.exc.ArgumentError:
        raise SaringError("bad_type", "ledger", f"{url!r} is no address of a database", ALLOWED) from None
    if made.get_backend_name() == "sqlite" and made.database and made.database != ":memory:":
        return made.set(drivername="sqlite+pysqlite")
    if made.get_backend_name() in ("postgresql", "postgres"):
        return made.set(drivername="postgresql+psycopg")
    raise SaringError("bad_type", "ledger", f"{made.render_as_string()} is no address of a ledger", ALLOWED)


def connect(url: str | None = None, *, create: bool = True) -> Engine:
    """An engine on a ledger that is up to date; see `open_ledger`."""
    place = parsed(url or default_url())
    where = place.render_as_string(hide_password=True) if place.host else str(place.database)
    if place.get_backend_name() == "sqlite":
        _prepare_file(Path(str(place.database)), create=create)
    engine = _engine(place)
    try:
        _bring_up(engine, where, create=create)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        cause = " ".join(str(error.orig).split())
        raise SaringError("unreadable", where, f"the database cannot be used: {cause}", ALLOWED) from error
    except SaringError:
        engine.dispose()
        raise
    return engine


def _prepare_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise SaringError("not_a_file", str(path), "it is a directory", ALLOWED)
    if path.exists():
        return
    if not create:
        raise SaringError("missing_file", str(path), "there is no ledger yet", "saring check FILE --record makes one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaringError("unreadable", str(path), error.strerror or "its folder cannot be made", ALLOWED) from None


def _engine(place: URL) -> Engine:
    if place.get_backend_name() != "sqlite":
        return sa.create_engine(place, pool_size=8, max_overflow=24, pool_pre_ping=True)
    engine = sa.create_engine(place, pool_size=8, max_overflow=64, query_cache_size=1000)

    @event.listens_for(engine, "connect")
    def _set_up(raw: sqlite3.Connection, _: Any) -> None:
        raw.isolation_level = None  # the driver must not begin transactions on its own; we do, below
        for pragma in PRAGMAS:
            _ask(raw, pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that began as a reader could not become one while another writes: it says so at once.
        writes = connection.get_execution_options().get("saring_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _ask(raw: sqlite3.Connection, pragma: str) -> None:
    """Set a pragma; a new file that others open at the same moment is waited for.

    While two connections change the journal of a file, SQLite refuses one of them at once, whatever `busy_timeout` is.
    """
    until = time.monotonic() + WAIT
    while True:
        try:
            raw.execute(f"PRAGMA {pragma}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def lock(connection: Connection) -> None:
    """Wait until nobody else writes; on SQLite the transaction has done so when it began."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def _version(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _bring_up(engine: Engine, where: str, *, create: bool) -> None:
    """Make the tables or bring them to this program's revision; one that is newer is refused."""
    with engine.connect() as connection:
        found = _version(connection)
    if found == HEAD:
        return
    if found is None and not create:
        raise SaringError("missing_file", where, "there is no ledger yet", "saring check FILE --record makes one")
    if found is not None and found > HEAD:
        message = f"the ledger has revision {found}, this program knows {HEAD}"
        raise SaringError("unreadable", where, message, "a later version of saring")
    with engine.execution_options(**WRITES).begin() as connection:
        lock(connection)
        if _version(connection) != HEAD:
            migrate(connection, HEAD)


def migrate(connection: Connection, revision: str) -> None:
    """Run the migrations up or down to a revision on this connection."""
    from alembic import command

    configured = configuration(connection)
    known = _version(connection)
    up = revision == "head" or known is None or (revision != "base" and revision > known)
    (command.upgrade if up else command.downgrade)(configured, revision)


def configuration(connection: Connection) -> Any:
    """Alembic's configuration, on this connection."""
    from alembic.config import Config

    configured = Config()
    configured.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    configured.attributes["connection"] = connection
    return configured
