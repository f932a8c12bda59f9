"""The documentation as a site: links and anchors resolve, every command is described, both languages keep step, it builds."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import click
import pytest
from tests.papers.snippets import FENCE, ROOT, blocks, commands, papers

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)\s]+)\)")
INLINE = re.compile(r"`(saring [^`\n]+)`")


def text_of(paper: str) -> str:
    return (ROOT / paper).read_text(encoding="utf-8")


def headings(paper: str) -> list[tuple[int, str]]:
    bare = FENCE.sub("", text_of(paper))
    return [(len(marks), words) for marks, words in re.findall(r"^(#{1,6}) (.+)$", bare, re.MULTILINE)]


def anchors(paper: str) -> set[str]:
    """The anchors of a page as MkDocs makes them."""
    found: set[str] = set()
    for _, words in headings(paper):
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
        number = 1
        while f"{slug}_{number}" in found or (number == 1 and slug in found):
            number += 1
        found.add(slug if slug not in found else f"{slug}_{number}")
    return found


@pytest.mark.parametrize("paper", papers())
def test_links_and_anchors_resolve(paper: str) -> None:
    faults = []
    for target in LINK.findall(FENCE.sub("", text_of(paper))):
        place, _, anchor = target.partition("#")
        if ":" in place:
            continue
        there = (ROOT / paper).parent / place if place else ROOT / paper
        made = there.resolve() == DOCS / "api.md"
        held = made or there.exists()
        if not held or (anchor and anchor not in anchors(there.resolve().relative_to(ROOT).as_posix())):
            faults.append(target)
    assert faults == []


def tree(group: click.Command, name: tuple[str, ...] = ()) -> dict[tuple[str, ...], click.Command]:
    """Every command by the words that call it."""
    found = {name: group} if name else {}
    if isinstance(group, click.Group):
        context = click.Context(group)
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            assert command
            found |= tree(command, (*name, word))
    return found


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, ...], click.Command]:
    from saring.apps.cli import saring

    return tree(saring)


def told() -> list[tuple[str, str]]:
    """Every call of the program on the pages, in blocks and in sentences, with its page."""
    found = []
    for paper in papers():
        for block in blocks(paper):
            if block.language in ("sh", "console"):
                found += [(paper, shlex.join(words)) for command in commands(block) for words in command.pipe]
        found += [(paper, call.partition(" #")[0]) for call in INLINE.findall(FENCE.sub("", text_of(paper)))]
    return [(paper, call) for paper, call in found if call.startswith("saring ")]


def test_every_command_is_described(known: dict[tuple[str, ...], click.Command]) -> None:
    calls = {call for _, call in told()}
    missing = [
        " ".join(name)
        for name in known
        if not any(call == f"saring {' '.join(name)}" or call.startswith(f"saring {' '.join(name)} ") for call in calls)
    ]
    assert missing == []


def test_what_the_pages_call_exists_with_its_options(known: dict[tuple[str, ...], click.Command]) -> None:
    faults = []
    for paper, call in told():
        words = call.split()[1:]
        depth = next((n for n in (3, 2, 1) if tuple(words[:n]) in known), 0)
        if words[0].startswith("-"):
            continue
        if not depth:
            faults.append(f"{paper}: {call}: no such command")
            continue
        options = {
            name for param in known[tuple(words[:depth])].params for name in (*param.opts, *param.secondary_opts)
        }
        asked = {word.partition("=")[0] for word in words[depth:] if re.match(r"--?[a-z]", word)}
        faults += [f"{paper}: {call}: no option {name}" for name in sorted(asked - options - {"--help", "-h"})]
    assert faults == []


def test_no_command_stands_where_no_test_sees_it() -> None:
    """Commands stand in fenced blocks that say their language, not in indented or nameless ones."""
    indented = re.compile(r"^ {4}\$? ?saring ", re.MULTILINE)
    assert [paper for paper in papers() if indented.search(FENCE.sub("", text_of(paper)))] == []
    nameless = [b for paper in papers() for b in blocks(paper) if b.language in ("", "text") and "saring " in b.body]
    assert [b.place for b in nameless if re.search(r"^\$? ?saring ", b.body, re.MULTILINE)] == []


def test_lists_and_tables_stand_apart() -> None:
    """Markdown as the site reads it takes a list for prose that follows a paragraph without a blank line."""
    faults = []
    for paper in papers()[1:]:
        lines = FENCE.sub("", text_of(paper)).splitlines()
        for before, line in pairwise(lines):
            item, table = re.match(r"([-*]|\d+\.) ", line), line.startswith("|") and not before.startswith("|")
            inside = re.match(r"\s*([-*]|\d+\.) |#|<!--| {2}", before)
            if before.strip() and (table or item) and not inside:
                faults.append(f"{paper}: {line[:60]}")
    assert faults == []


def test_the_plan_and_the_pack_on_the_pages_are_read_by_the_program(tmp_path: Path) -> None:
    from saring.apps.watching.plan import read_plan
    from saring.reading.packs import Pack, load

    (plan,) = [block.body for block in blocks("docs/watch.md") if block.language == "toml"]
    (pack,) = [block.body for block in blocks("docs/add-a-language.md") if block.language == "toml"]
    for name, text in (("feeds.toml", plan), ("xx.toml", pack)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(read_plan(tmp_path / "feeds.toml").source) == 3
    assert load(tmp_path / "xx.toml", Pack).writing.language == "xx"


INDONESIAN = sorted(path.name for path in (DOCS / "id").glob("*.md"))


def test_the_first_pages_are_there_in_indonesian() -> None:
    assert {"index.md", "tour.md", "for-customs.md", "for-journalists.md", "limits.md"} <= set(INDONESIAN)


@pytest.mark.parametrize("name", INDONESIAN)
def test_both_languages_have_the_same_shape(name: str) -> None:
    english, indonesian = f"docs/{name}", f"docs/id/{name}"
    assert [level for level, _ in headings(english)] == [level for level, _ in headings(indonesian)]
    assert [b.language for b in blocks(english)] == [b.language for b in blocks(indonesian)]
    tables = [re.findall(r"^\|[ -]+\|", text_of(paper), re.MULTILINE) for paper in (english, indonesian)]
    assert len(tables[0]) == len(tables[1])


def test_the_limits_on_the_page_are_those_of_the_code() -> None:
    from saring.apps import json_lines
    from saring.apps.http.settings import Settings
    from saring.apps.watching import plan
    from saring.documents import limits
    from saring.goods import matching
    from saring.screening import names, search
    from saring.screening.lists import opened
    from saring.second_reader import parts
    from saring.sweep import opening

    server = Settings(home=Path())
    for paper in ("docs/limits.md", "docs/id/limits.md"):
        page = text_of(paper).replace(".", ",") if "/id/" in paper else text_of(paper)
        for number in (
            limits.MAX_BYTES, limits.MAX_PAGES, limits.MAX_ZIP_ENTRIES, limits.MAX_ZIP_RATIO, limits.MAX_HTML_DEPTH,
            limits.MAX_XML_DEPTH, limits.MAX_MAIL_DEPTH, limits.MAX_FEED_ITEMS, limits.MAX_LINE_MARKS, limits.DATE_HEAD,
            limits.DATE_TAIL, json_lines.LONGEST, matching.LONGEST, server.max_body, server.max_upload, server.rate,
            int(server.seconds), server.at_once, server.waiting, opened.MAX_BYTES, opened.MAX_ENTRIES, opened.MAX_NAMES,
            names.MAX_NAME, opening.LARGEST_XLSX, plan.Manners().most_bytes, parts.PART,
        ):  # fmt: skip
            assert re.search(rf"(?<![\d,]){number:,}(?![\d,]*\d)", page), f"{paper}: {number:,}"
        for words in (str(limits.FIRST_YEAR), str(limits.LAST_YEAR), str(search.DEFAULT_LINE)):
            assert words in text_of(paper), f"{paper}: {words}"


def test_every_page_has_its_entry() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if path.parent.name != "decisions"]
    assert [page for page in pages if f" {page}\n" not in nav and page != "security.md"] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` does."""
    folder = tmp_path_factory.mktemp("site")
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    call = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(call, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder


@pytest.mark.slow
def test_the_site_builds_strictly_and_loads_nothing_from_elsewhere(site: Path) -> None:
    loads = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"?(?:https?:)?//")
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 35
    assert [str(page) for page in pages if loads.search(page.read_text(encoding="utf-8"))] == []
    styles = [
        path for path in site.rglob("*.css") if re.search(r"url\((?:https?:)?//", path.read_text(encoding="utf-8"))
    ]
    assert styles == []


@pytest.mark.slow
def test_the_made_pages_hold_what_they_promise(site: Path) -> None:
    api = (site / "api.html").read_text(encoding="utf-8")
    for name in ("saring.check", "saring.determine", "saring.sweep", "SaringError", "Determination", "published_basis"):
        assert name in api
    decisions = (site / "decisions/index.html").read_text(encoding="utf-8")
    for path in (DOCS / "decisions").glob("0*.md"):
        assert f'href="{path.stem}.html"' in decisions
    assert (site / "examples/pasar-vladivostok.txt").is_file()
    assert not list(site.rglob("*.py"))
