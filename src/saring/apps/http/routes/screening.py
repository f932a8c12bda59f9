"""`/v1/screen`, and the reconciliation service of OpenRefine over the same lists."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, get_args

import msgspec
from litestar import Response, get, post
from litestar.params import FromQuery

from saring.apps.http.bodies import JSON, Call, json_of, members, plain, sent
from saring.apps.http.desk import desk_of
from saring.model import SaringError, Screen
from saring.screening.entry import ListedKind
from saring.screening.search import DEFAULT_LINE, Answer, Asked, Screener

KINDS = tuple(kind for kind in get_args(ListedKind) if kind != "unknown")
_MOST_QUERIES = 50
_LONGEST = 500


class ScreenRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A name and what else is known of the party; `line` is the score from which a name is a hit."""

    name: str
    kind: str | None = None
    country: str | None = None
    birth: str | None = None
    imo: str | None = None
    as_of: str | None = None
    lists: list[str] = []
    line: float = DEFAULT_LINE
    limit: int = 10


class InstalledList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list that is asked, with the date of its version."""

    name: str
    date: str
    entries: int
    names: int
    source: str


@post(
    "/v1/screen",
    status_code=200,
    summary="Compare a name with the lists",
    opt={"takes": ScreenRequest, "gives": Answer, "lacks": (404,)},
)
async def screen(request: Call) -> Response[bytes]:
    """The hits of one name with their reasons; a hit is not a match, and no hit is no clearance."""
    desk = desk_of(request)
    asked = screen_request(await json_of(request, desk.settings.max_body))
    return sent(await desk.asking(hits, asked))


@get("/v1/lists", summary="Which lists are installed", opt={"gives": list[InstalledList]})
async def lists(request: Call) -> Response[bytes]:
    """The last version of every installed list."""
    return plain(await desk_of(request).asking(installed))


def installed() -> list[InstalledList]:
    """The lists that are asked."""
    from saring.screening.store import Store

    return [InstalledList(v.name, v.date, v.entries, v.names, v.source) for v in Store().current()]


def screen_request(given: Any) -> ScreenRequest:
    """The body of a screening, checked."""
    texts = dict.fromkeys(("name", "kind", "country", "birth", "imo", "as_of"), str)
    kept = {k: v for k, v in given.items() if v is not None} if isinstance(given, dict) else given
    if isinstance(kept, dict) and type(kept.get("line")) is int:
        kept["line"] = float(kept["line"])
    kinds: dict[str, type] = {**texts, "lists": list, "line": float, "limit": int}
    told = members(kept, kinds)
    return valid(ScreenRequest(**{"name": "", **told}))


def valid(asked: ScreenRequest) -> ScreenRequest:
    """A screening whose words and numbers can be."""
    from saring.apps.http.bodies import asked_day

    if not asked.name.strip() or len(asked.name) > _LONGEST:
        raise SaringError("bad_type", "name", "there is no name, or a very long one", f"1 to {_LONGEST} characters")
    if asked.kind and asked.kind not in KINDS:
        raise SaringError("unknown_word", "kind", f"{asked.kind!r} is not known", ", ".join(KINDS))
    if not 0 <= asked.line <= 1 or not 1 <= asked.limit <= 100 or not all(isinstance(n, str) for n in asked.lists):
        raise SaringError(
            "bad_type", "body", "a number out of its range", "line 0 to 1, limit 1 to 100, lists of texts"
        )
    asked_day(asked.as_of, "as_of", single=True)
    return asked


def screener_of(names: tuple[str, ...], as_of: str | None) -> Screener:
    """The lists made ready; a list that is added while the server runs is asked from the next call on."""
    from saring.screening.store import Store

    register = Store().register
    state = register.stat() if register.is_file() else None
    return _screener(names, as_of, str(register.parent.parent), (state.st_mtime_ns, state.st_size) if state else (0, 0))


@lru_cache(maxsize=4)
def _screener(names: tuple[str, ...], as_of: str | None, home: str, _state: tuple[int, int]) -> Screener:
    from saring.screening.store import Store

    return Screener(Store(Path(home)).chosen(names, as_of), as_of)


def screen_by(lists: str | None, as_of: str | None) -> Screen | None:
    """What compares the names of a dealing with the lists asked for (`all`, or names parted by commas); none asked: None."""
    from saring.days import interval
    from saring.screening import screen_dealing

    if not lists:
        return None
    names = () if lists == "all" else tuple(name.strip() for name in lists.split(",") if name.strip())
    return partial(screen_dealing, screener=screener_of(names, interval(as_of)[1] if as_of else None))


def hits(asked: ScreenRequest) -> Answer:
    """The answer of the lists."""
    from saring.screening.answers import answer

    screener = screener_of(tuple(asked.lists), asked.as_of or None)
    kind: ListedKind | None = asked.kind or None  # type: ignore[assignment]
    known = Asked(asked.name, kind, asked.country or None, asked.birth or None, asked.imo or None)
    return answer(known, screener, asked.limit, asked.line)


@get("/v1/reconcile", summary="The reconciliation service of OpenRefine", opt={"gives": dict, "lacks": (404,)})
async def reconcile_get(request: Call, queries: FromQuery[str | None] = None) -> Response[bytes]:
    """What the service is, or, with `queries`, the candidates of each query."""
    return await _reconciled(request, queries)


@post(
    "/v1/reconcile",
    status_code=200,
    summary="Candidates of a batch of queries",
    opt={"takes": "form", "gives": dict, "lacks": (404,)},
)
async def reconcile_post(request: Call) -> Response[bytes]:
    """The candidates of each query; `queries` is a JSON object in a form, as OpenRefine sends it."""
    form = await request.form()
    given = form.get("queries")
    if not isinstance(given, str):
        raise SaringError("bad_type", "queries", "the form has no queries", "queries={…}")
    return await _reconciled(request, given)


async def _reconciled(request: Call, queries: str | None) -> Response[bytes]:
    from saring.screening.refine import manifest

    if queries is None:
        return Response(json.dumps(manifest()).encode(), media_type=JSON)
    found = await desk_of(request).asking(candidates, queries)
    return Response(msgspec.json.encode(found), media_type=JSON)


def candidates(queries: str) -> dict[str, Any]:
    """The candidates of every query of a batch, by its name."""
    from saring.apps import json_lines
    from saring.screening import reconcile

    asked = json_lines.value(queries.encode("utf-8", "surrogatepass"), "queries")
    good = isinstance(asked, dict) and all(isinstance(q, dict) for q in asked.values())
    if not good or len(asked) > _MOST_QUERIES:
        raise SaringError(
            "bad_type", "queries", "it is no batch of queries", f'{{"q0": {{"query": "…"}}}}, at most {_MOST_QUERIES}'
        )
    for name, query in asked.items():
        words = query.get("query")
        if not isinstance(words, str) or not words.strip() or len(words) > _LONGEST:
            raise SaringError("bad_type", f"queries, {name}", "there is no query, or a very long one", "a name")
    screener = screener_of((), None)
    return {name: reconcile(query, screener) for name, query in asked.items()}
