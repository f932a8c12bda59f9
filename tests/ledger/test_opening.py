"""Opening: addresses, revisions, what is no ledger, and moments without a time zone."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from tests.ledger.told import numbered

from saring.ledger import open_ledger
from saring.ledger.opening import configuration, connect, default_url, migrate, parsed
from saring.ledger.schema import HEAD, entries
from saring.model import SaringError


def test_migrations_go_up_and_down_and_match_the_tables(url: str) -> None:
    engine = connect(url)
    with engine.execution_options(saring_writes=True).begin() as connection:
        assert ScriptDirectory.from_config(configuration(connection)).get_current_head() == HEAD
        command.check(configuration(connection))
        migrate(connection, "base")
        left = {name for name in sa.inspect(connection).get_table_names() if not name.startswith("alembic")}
        assert left == set()
    engine.dispose()
    with open_ledger(url) as ledger:
        ledger.record(numbered(0))
        assert ledger.verify().ok


def test_a_later_revision_is_refused(url: str) -> None:
    engine = connect(url)
    with engine.execution_options(saring_writes=True).begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(SaringError, match="revision 9999"):
        open_ledger(url)


def test_two_open_it_for_the_first_time_at_once(url: str) -> None:
    failed: list[Exception] = []

    def go() -> None:
        try:
            open_ledger(url).close()
        except Exception as error:  # noqa: BLE001 - told in the main thread
            failed.append(error)

    threads = [threading.Thread(target=go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_moments_need_a_time_zone_and_come_back_in_utc(url: str) -> None:
    jakarta = dt.timezone(dt.timedelta(hours=7))
    with open_ledger(url, clock=lambda: dt.datetime(2026, 11, 22, 7, 0, 0, 5, tzinfo=jakarta)) as ledger:
        ledger.record(numbered(0))
        (entry,) = ledger.entries()
        assert entry.at == dt.datetime(2026, 11, 22, 0, 0, 0, 5, tzinfo=dt.UTC)
        assert entry.at.utcoffset() == dt.timedelta(0)
        assert ledger.verify().ok
    with open_ledger(url, clock=lambda: dt.datetime(2026, 11, 22)) as ledger:  # noqa: DTZ001 - what is refused
        with pytest.raises((ValueError, sa.exc.StatementError)):
            ledger.record(numbered(1))
        assert ledger.summary().documents == 1


def test_what_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database at all, whatever its name says" * 30)
    for wrong, code in ((tmp_path / "text.db", "unreadable"), (tmp_path, "not_a_file")):
        with pytest.raises(SaringError) as error:
            open_ledger(str(wrong))
        assert error.value.code == code
    with pytest.raises(SaringError) as error:
        open_ledger(str(tmp_path / "none.db"), create=False)
    assert error.value.code == "missing_file"
    assert not (tmp_path / "none.db").exists()
    sqlite3.connect(tmp_path / "empty.db").close()
    (tmp_path / "empty.db").touch()
    with pytest.raises(SaringError):
        open_ledger(str(tmp_path / "empty.db"), create=False)


@pytest.mark.parametrize("wrong", ["mysql://h/d", "sqlite://", "://", "http://host/x", "sqlite:///:memory:"])
def test_addresses_of_something_else(wrong: str) -> None:
    with pytest.raises(SaringError):
        parsed(wrong)


def test_a_password_is_never_told() -> None:
    with pytest.raises(SaringError) as error:
        open_ledger("postgresql://me:hushhush@127.0.0.1:1/none?connect_timeout=2")
    assert "hushhush" not in str(error.value)


def test_the_place_by_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SARING_LEDGER", raising=False)
    monkeypatch.setenv("SARING_HOME", str(tmp_path))
    assert default_url() == str(tmp_path / "ledger.db")
    monkeypatch.setenv("SARING_LEDGER", "postgresql://host/name")
    assert default_url() == "postgresql://host/name"
    monkeypatch.delenv("SARING_LEDGER")
    monkeypatch.delenv("SARING_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == str(tmp_path / "saring" / "ledger.db")


def test_entries_are_numbered_by_us() -> None:
    assert entries.c.seq.autoincrement is False
