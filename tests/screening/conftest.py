"""What the tests of screening share: the folder of real lists, and small files in the official forms."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def real(shared: Path) -> Path:
    """The folder of real lists; without it the test is passed over."""
    return shared / "inputs" / "lists"


@pytest.fixture
def store_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the user's data."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SARING_HOME", str(folder))
    return folder
