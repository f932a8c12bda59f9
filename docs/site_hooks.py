"""What the site needs beside the pages that lie in docs/: pages made at build time, and links that stay within it.

MkDocs calls the functions by their names (`hooks:` in mkdocs.yml). Made are the Python page (from docstrings), the index
of the decisions, and copies of papers of the root; the examples are laid beside the pages that speak of them.
"""

from __future__ import annotations

import posixpath
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^)\s]+)\)")
PAPERS = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
"""Papers of the root, and the page that stands for each."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the security page its entry once there is one."""
    sys.path.insert(0, str(ROOT))
    nav: list[Any] = config.nav or []
    if (ROOT / "docs/security.md").is_file():
        place = next(n for n, entry in enumerate(nav) if "limits.md" in entry.values())
        nav.insert(place + 1, {"Security": "security.md"})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made, and the examples."""
    from docs.api_pages import api_page
    from mkdocs.structure.files import File

    made = {"api.md": api_page(), "decisions/index.md": decisions_page()}
    for paper, page in PAPERS.items():
        if page != "index.md":
            made[page] = moved((ROOT / paper).read_text(encoding="utf-8"), paper, page)
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    for path in (*sorted((ROOT / "examples").iterdir()), ROOT / "LICENSE"):
        name = path.relative_to(ROOT).as_posix()
        files.append(File.generated(config, name if path.suffix else f"{name}.txt", content=path.read_bytes()))
    return files


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - as MkDocs calls it
    """Turn the links of a page in docs/ that leave the folder."""
    name: str = page.file.src_uri
    return moved(markdown, f"docs/{name}", name) if (ROOT / "docs" / name).is_file() else markdown


def moved(text: str, paper: str, page: str) -> str:
    """The text of a paper of the repository with links as the page of the site needs them."""

    def turned(found: re.Match[str]) -> str:
        mark, words, target = found.groups()
        place, _, anchor = target.partition("#")
        if not place or ":" in place:
            return found[0]
        there = site_place(posixpath.normpath(posixpath.join(posixpath.dirname(paper), place)))
        if there is None:
            return words  # a folder or a file of the program: it is named, the site does not hold it
        way = posixpath.relpath(there, posixpath.dirname(page) or ".")
        return f"{mark}[{words}]({way}{'#' + anchor if anchor else ''})"

    return LINK.sub(turned, text)


def site_place(path: str) -> str | None:
    """Where the site holds a file of the repository; None where it does not."""
    if path in PAPERS:
        return PAPERS[path]
    if path == "LICENSE":
        return "LICENSE.txt"
    if path.startswith("examples/"):
        return path
    return path.removeprefix("docs/") if path.startswith("docs/") else None


def decisions_page() -> str:
    """The index of the decision records: number, title and what was decided."""
    lines = ["# Decisions", "", "Why the program is as it is, one page for each decision.", ""]
    for path in sorted((ROOT / "docs/decisions").glob("0*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ")
        found = re.search(r"\*\*Deci(?:sion|ded)\.?\*\*\.?\s*(.+?[.:])(?:\s|$)", text)
        lines.append(f"- [{title}]({path.name})" + (f": {found[1]}" if found else ""))
    return "\n".join(lines) + "\n"
