"""The numbers on the security page are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

from saring.apps import json_lines
from saring.apps.http import addresses
from saring.apps.http.settings import Settings
from saring.apps.options import MAX_SIZE
from saring.apps.watching import finding, visiting
from saring.apps.watching.plan import Manners
from saring.documents import limits
from saring.screening import names
from saring.screening.lists import opened, workbook

ROOT = Path(__file__).resolve().parent.parent
PAGE = " ".join((ROOT / "docs" / "security.md").read_text(encoding="utf-8").split())


def row(start: str) -> str:
    found = re.search(rf"\| {re.escape(start)} \| (.*?) \|", PAGE)
    assert found, start
    return found[1]


def test_limits_of_documents_and_lines() -> None:
    told = row("a document")
    assert f"{limits.MAX_BYTES // 10**6} MB" in told
    assert MAX_SIZE == limits.MAX_BYTES
    assert f"{limits.MAX_PAGES:,} pages" in told
    assert f"{limits.MAX_ZIP_ENTRIES:,} members" in told
    assert f"{limits.MAX_ZIP_RATIO} times" in told
    assert f"XML {limits.MAX_XML_DEPTH} levels, HTML {limits.MAX_HTML_DEPTH}, mail {limits.MAX_MAIL_DEPTH}" in told
    assert f"{limits.MAX_FEED_ITEMS:,} items" in told
    assert row("a line of dealings") == f"{json_lines.LONGEST // 10**6} MB"


def test_limits_of_lists_and_names() -> None:
    told = row("a list")
    assert f"{opened.MAX_BYTES // 10**6} MB" in told
    assert opened.MAX_ENTRIES == 10**6
    assert f"{opened.MAX_NAMES:,} names" in told
    assert f"XML {opened.MAX_DEPTH} levels" in told
    assert f"{workbook.MAX_PART // 10**6} MB a part and {workbook.MAX_ALL // 10**6} MB in all" in told
    assert row("a name to screen") == f"{names.MAX_NAME} characters"


def test_limits_of_doors_and_of_watching() -> None:
    told, settings = row("HTTP and MCP"), Settings(home=Path())
    assert f"bodies {settings.max_body // 10**6} MB, tables {settings.max_upload // 10**6} MB" in told
    assert f"{settings.seconds:g} seconds a text" in told
    assert settings.at_once == 4
    assert f"{settings.waiting} waiting" in told
    assert f"{settings.rate:,} calls a minute" in told
    watched, manners = row("a page that is watched"), Manners()
    assert f"{manners.most_bytes // 10**6} MB, {manners.timeout:g} seconds" in watched
    assert addresses.REDIRECTS == 4
    assert f"{finding.MOST_SITEMAPS} sitemaps" in watched
    assert f"{visiting.MOST_ROBOTS // 1000} kB" in watched


def test_what_the_page_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", PAGE + (ROOT / "SECURITY.md").read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
