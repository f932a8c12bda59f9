"""How a page is shown: templates, links that keep the language, downloads, and problems for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from litestar import Request, Response

from saring import __version__
from saring.apps.http.desk import desk_of
from saring.apps.http.problems import ProblemDetails
from saring.apps.web.words import LANGUAGES, language, page_words
from saring.reports.whole_json import whole
from saring.reports.wording import wording

Call = Request[Any, Any, Any]
HTML = "text/html"
PROGRAMS = ("/v1/", "/schema", "/health", "/metrics")
_FOLDER = Path(__file__).parent / "templates"


@cache
def templates() -> Environment:
    """The templates; a word that is missing fails, and whatever comes from outside is escaped."""
    return Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


class View:
    """What every template has: the words, the language, and links."""

    def __init__(self, request: Call) -> None:
        self.request = request
        self.lang = language(request, desk_of(request).settings.lang)
        self.words = page_words(self.lang)
        self._kept = {"lang": self.lang} if request.query_params.get("lang") in LANGUAGES else {}

    def link(self, path: str, **query: Any) -> str:
        """A link that keeps a language that was asked for; empty values are left out."""
        pairs = [(name.rstrip("_"), value) for name, value in {**query, **self._kept}.items()]
        return path + query_of(pairs)

    def here(self, **changed: Any) -> str:
        """The link to this very view, with some of its query changed; None takes a part away."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name not in changed]
        # One slash at the beginning: with two it would be the name of another site.
        return "/" + self.request.url.path.lstrip("/") + query_of([*kept, *changed.items()])

    @property
    def other(self) -> str:
        """The other language."""
        return next(lang for lang in LANGUAGES if lang != self.lang)

    def verdict(self, verdict: str | None, status: str | None = None) -> str:
        """A verdict in words."""
        return wording(self.lang).verdict(verdict, status) if verdict else self.words["common"]["unjudged"]

    def word(self, section: str, name: str | None) -> str:
        """A word of the contract."""
        return wording(self.lang).word(section, name)


def query_of(pairs: Iterable[tuple[str, Any]]) -> str:
    """A query with its question mark; empty values are left out, lists are written one by one."""
    flat = [
        (name, str(one))
        for name, value in pairs
        for one in (value if isinstance(value, list | tuple) else [value])
        if one not in (None, "")
    ]
    return f"?{urlencode(flat)}" if flat else ""


def page(request: Call, template: str, status: int = 200, **held: Any) -> Response[str]:
    """A page."""
    view = View(request)
    key = request.scope.get("saring.key")
    text = (
        templates()
        .get_template(template)
        .render(view=view, w=view.words, lang=view.lang, key=key, version=__version__, path=request.url.path, **held)
    )
    return Response(
        text, status_code=status, media_type=HTML, headers={"Content-Language": view.lang, "Vary": "Accept-Language"}
    )


def wants_page(request: Call) -> bool:
    """Whether a person asked."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(PROGRAMS)


def problem_page(request: Call, details: ProblemDetails) -> Response[Any]:
    """A problem in words."""
    return page(request, "problem.html", details.status, problem=details)


def moved(to: str) -> Response[bytes]:
    """To another page, asked for anew with GET."""
    return Response(b"", status_code=303, headers={"Location": to})


def json_file(value: Any, name: str) -> Response[bytes]:
    """A value as a JSON file."""
    body = msgspec.json.format(msgspec.json.encode(whole(value)), indent=1) + b"\n"
    return Response(body, media_type="application/json", headers=_named(f"{name}.json"))


def csv_file(rows: Iterable[Mapping[str, Any]], columns: Iterable[str], name: str) -> Response[bytes]:
    """Rows as a CSV file that a spreadsheet can open without harm."""
    from saring.reports.rows import safe

    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(columns), restval="", lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: safe(_flat(value)) for key, value in row.items()})
    return text_file(stream.getvalue(), f"{name}.csv", "text/csv")


def text_file(text: str, name: str, media: str) -> Response[bytes]:
    """A text as a file."""
    return Response(text.encode(), media_type=media, headers=_named(name))


def _flat(value: Any) -> Any:
    return ";".join(map(str, value)) if isinstance(value, list | tuple) else value


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
