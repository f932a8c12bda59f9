"""What all tests share: where the papers beside the repository are, and that no test is skipped in silence."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared papers (env SARING_SHARED, else ../shared); the test is skipped where it is absent."""
    folder = Path(os.environ.get("SARING_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs ../shared (or SARING_SHARED)")
    return folder


def skipped_without_leave(report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Whether a test was skipped, in CI, for another reason than the absence of the shared papers."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return False
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return "shared" not in reason


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Under CI=true a skip that does not name the shared papers is a failure."""
    report: pytest.TestReport = yield
    if skipped_without_leave(report):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: skipped under CI=true: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """The same for a whole file that skips itself."""
    report: pytest.CollectReport = yield
    if skipped_without_leave(report):
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid}: skipped under CI=true: {report.longrepr}"
    return report
