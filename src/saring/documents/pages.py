"""HTML → text: trafilatura finds the article, our own walk takes over where it finds nothing."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

from saring.documents.encodings import decode
from saring.documents.limits import FIRST_YEAR, LAST_YEAR, MAX_HTML_DEPTH, MAX_HTML_TAGS
from saring.documents.opened import Opened, day, tidy, with_title

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "figcaption",
        "pre",
        "main",
        "aside",
        "nav",
        "dd",
        "dt",
        "hr",
        "title",
        "td",
        "th",
    ]
)
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "form", "nav", "head"]
)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "sailthru.date",
    "parsely-pub-date",
    "og:article:published_time",
    "article.published",
    "content_publisheddate",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
# trafilatura is asked to compare several extractors only on pages of usual size.
_LARGE = 600_000


def open_page(raw: bytes, source: str) -> Opened:
    """The article of a page, its title above it; raises `binary` when the bytes are no text."""
    markup = decode(raw, source, markup=True)
    return page_from(markup)


def page_from(markup: str) -> Opened:
    """The article of a page that is decoded already."""
    tree = _tree(markup)
    if tree is None:
        return Opened(tidy(re.sub(r"<[^<>]*>", " ", markup)))
    meta = _meta(tree)
    title = _first(meta, _TITLES) or _headline(tree)
    found = _article(markup) if markup.count("<") <= MAX_HTML_TAGS else None
    site = _first(meta, _SITES)
    dated = next((known for name in _PUBLISHED if (known := day(meta.get(name)))), None) or _linked_day(tree)
    if found is not None:
        title = title or _said(found.title)
        site = site or _said(found.sitename)
        dated = dated or day(found.date)
    body = tidy(found.text or "") if found is not None else ""
    plain = tidy(_plain(tree))
    if len(body) < 80 and len(plain) > len(body):
        body = plain
    title = tidy(title) if title else None
    if site and site.startswith(("http:", "https:")):
        site = None
    return Opened(with_title(title, body), title, tidy(site) if site else None, dated)


def plain_from(fragment: str) -> str:
    """All the text of a piece of HTML, such as the description of a feed item."""
    if "<" not in fragment and "&" not in fragment:
        return tidy(fragment)
    tree = _tree(fragment)
    return tidy(_plain(tree)) if tree is not None else tidy(fragment)


def _tree(markup: str) -> Any:
    """The parsed page, or None when the parser finds no element at all."""
    from lxml import etree, html  # heavy: 40 ms

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _article(markup: str) -> Any:
    from trafilatura import bare_extraction  # heavy: 190 ms

    for name in ("trafilatura", "htmldate", "readability", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they tell of each flaw of a page on standard error

    try:
        return bare_extraction(
            markup,
            fast=len(markup) > _LARGE,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            # The library would ask the clock for the latest day.
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "min_date": f"{FIRST_YEAR}-01-01",
                "max_date": f"{LAST_YEAR}-12-31",
            },
        )
    except Exception:  # noqa: BLE001  the library promises nothing about broken pages; our own walk follows
        return None


def _meta(tree: Any) -> dict[str, str]:
    """What the page's meta elements and its JSON-LD say, names in lower case, the first of each."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = node.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    for node in tree.iter("script"):
        if "ld+json" in (node.get("type") or "") and node.text:
            for name, value in _linked(node.text):
                found.setdefault(name, value)
    return found


def _linked(words: str) -> list[tuple[str, str]]:
    """Date, headline and publisher of a JSON-LD block."""
    try:
        block = json.loads(words)
    except (ValueError, RecursionError):
        return []  # scripts of pages are often broken; the page itself remains
    found: list[tuple[str, str]] = []
    entries = block if isinstance(block, list) else [block]
    for entry in entries[:50]:
        graph = entry.get("@graph") if isinstance(entry, dict) else None
        for item in [entry, *(graph if isinstance(graph, list) else [])][:50]:
            if isinstance(item, dict):
                found.extend(_of_item(item))
    return found


def _of_item(item: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(key.lower(), item[key]) for key in ("datePublished", "headline") if isinstance(item.get(key), str)]
    publisher = item.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        found.append(("publisher", publisher["name"]))
    return found


def _linked_day(tree: Any) -> str | None:
    for node in tree.iter("time"):
        if known := day(node.get("datetime")):
            return known
    return None


def _headline(tree: Any) -> str | None:
    for name in ("h1", "title"):
        for node in tree.iter(name):
            words = tidy("".join(node.itertext()))
            if words:
                return words
    return None


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _said(words: object) -> str | None:
    return words.strip() or None if isinstance(words, str) else None


def _plain(tree: Any) -> str:
    """All words of the page in order, a line break at each block; walks without recursion."""
    pieces: list[str] = []
    depth = 0
    silent = 0
    from lxml import etree  # loaded already by _tree

    for event, node in etree.iterwalk(tree, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            depth += 1
            silent += name in _SILENT or depth > MAX_HTML_DEPTH
            if name in _BLOCKS:
                pieces.append("\n")
            if not silent and node.text:
                pieces.append(" ".join(node.text.split("\n")))
        else:
            silent -= name in _SILENT or depth > MAX_HTML_DEPTH
            depth -= 1
            if name in _BLOCKS:
                pieces.append("\n")
            if not silent and node.tail:
                pieces.append(" ".join(node.tail.split("\n")))
    return "".join(pieces)
