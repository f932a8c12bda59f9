"""The OpenAPI document: paths and parameters from the routes, bodies and answers from the very values that are sent.

msgspec writes the schemas, so that a member that no value has is refused in the document as it is at the door
(`additionalProperties: false`), and no second definition can drift away from the first.
"""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Litestar, Request
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, Reference, SecurityScheme

from saring import __version__
from saring.apps.http.ledger_desk import FILTERS
from saring.apps.http.problems import MEDIA, ProblemDetails
from saring.apps.http.schemas import anything, closed, given_dealing
from saring.model import Dealing, Determination, Report

REF = "#/components/schemas/{name}"
FAILURES = {
    400: "The input cannot be used", 401: "No key", 403: "Not the work of this key", 413: "Too large", 415: "Not a text",
    429: "Too many calls", 503: "Busy, or it took too long",
}  # fmt: skip
LACKS = {404: "There is no such thing", 409: "It is not over yet"}
FORM = {"type": "object", "properties": {"queries": {"type": "string"}}, "required": ["queries"]}
TABLE = {"type": "object", "properties": {"table": {"type": "string", "format": "binary"}}, "required": ["table"]}


def config() -> OpenAPIConfig:
    """What Litestar is told; only the JSON document is served, no viewer."""
    schemes: dict[str, SecurityScheme | Reference] = {
        "bearer": SecurityScheme(type="http", scheme="bearer"),
        "header": SecurityScheme(type="apiKey", name="X-API-Key", security_scheme_in="header"),
    }
    return OpenAPIConfig(
        title="Saring", version=__version__, path="/schema", use_handler_docstrings=True, render_plugins=[Document()],
        description="From a report to a determination. A reading aid, not legal advice. Without keys only loopback is served.",
        components=[Components(security_schemes=schemes)], security=[{"bearer": []}, {"header": []}, {}],
    )  # fmt: skip


class Document(JsonRenderPlugin):
    """The document as it is sent."""

    def __init__(self) -> None:
        super().__init__(path="/openapi.json")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The document with our bodies and answers in it."""
        return msgspec.json.encode(completed(openapi_schema, request.app))


def completed(document: dict[str, Any], app: Litestar) -> dict[str, Any]:
    """The document with the body, the answers and the problems of every route."""
    described = [(path, method.lower(), handler) for path, method, handler in handlers(app)]
    found = [
        kind for _, _, h in described for kind in (h.opt.get("takes"), h.opt.get("gives")) if not isinstance(kind, str)
    ]
    known = sorted({kind for kind in found if kind not in (None, dict, Report)}, key=str)
    roots, components = msgspec.json.schema_components(
        [*known, Dealing, Determination, ProblemDetails], ref_template=REF, schema_hook=anything
    )
    schemas: dict[Any, Any] = dict(zip(known, roots, strict=False))
    schemas |= {Report: report_schema(components), dict: {"type": "object"}}
    either = [{"$ref": REF.format(name=name)} for name in ("Determination", "Failure")]
    schemas["determinations"] = {"type": "array", "items": {"anyOf": either}}
    given = given_dealing(components, REF)
    schemas |= {Dealing: given, "Dealing": given}
    paths: dict[str, Any] = {}
    for path, method, handler in described:
        found = document["paths"].get(path, {}).get(method)
        if found is not None:
            paths.setdefault(path, {})[method] = operation(found, handler, schemas)
    return {**document, "paths": paths, "components": {**document["components"], "schemas": closed(components)}}


def handlers(app: Litestar) -> list[tuple[str, str, HTTPRouteHandler]]:
    """Every route for programs: path, method, handler."""
    return [
        (_path(route.path), str(method), handler)
        for route in app.routes
        for handler in getattr(route, "route_handlers", ())
        if isinstance(handler, HTTPRouteHandler) and ("gives" in handler.opt or "lacks" in handler.opt)
        for method in sorted(handler.http_methods)
    ]


def _path(path: str) -> str:
    """A path as OpenAPI writes it: `/v1/sweep/{known:str}` is `/v1/sweep/{known}`."""
    return "/".join(f"{part.partition(':')[0]}}}" if part.startswith("{") else part for part in path.split("/"))


def operation(found: dict[str, Any], handler: HTTPRouteHandler, schemas: dict[Any, Any]) -> dict[str, Any]:
    """One route with its body, its answers and its role."""
    takes, gives, role = handler.opt.get("takes"), handler.opt.get("gives"), handler.opt.get("role", "reader")
    found = {**found, "responses": answers(handler, gives, schemas), "x-role": role}
    if takes == "form":
        found["requestBody"] = {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": FORM}}}
    elif takes == "table":
        found["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": TABLE}}}
    elif takes is not None:
        schema = schemas[takes] if takes in schemas else {"$ref": REF.format(name=takes)}
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    if handler.opt.get("filters"):
        named = {one["name"] for one in found.get("parameters", [])}
        more = [
            {"name": f, "in": "query", "required": False, "schema": {"type": "string"}}
            for f in FILTERS
            if f not in named
        ]
        found["parameters"] = [*found.get("parameters", []), *more]
    return found


def answers(handler: HTTPRouteHandler, gives: Any, schemas: dict[Any, Any]) -> dict[str, Any]:
    """The answers of one route: the good one, and problems."""
    whole: dict[Any, dict[str, Any]] = {
        None: {}, "text": {"text/plain": {"schema": {"type": "string"}}},
        "file": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }  # fmt: skip
    content = whole[gives] if gives in whole else {"application/json": {"schema": schemas[gives]}}
    good: dict[str, Any] = {"description": "Done"} | ({"content": content} if content else {})
    lacks = {status: LACKS[status] for status in handler.opt.get("lacks", ())}
    problem = {MEDIA: {"schema": {"$ref": REF.format(name="ProblemDetails")}}}
    failures = {str(s): {"description": words, "content": problem} for s, words in sorted((FAILURES | lacks).items())}
    return {str(handler.status_code): good} | failures


def report_schema(components: dict[str, Any]) -> dict[str, Any]:
    """Documents and failures in one list: two kinds of object for which msgspec has no union."""
    from saring.model import Checked, Failure

    (checked, failure), more = msgspec.json.schema_components([Checked, Failure], ref_template=REF)
    components |= more
    components["Report"] = {
        "title": "Report", "description": "The answer of check: every document in its place.", "type": "object",
        "properties": {
            "lawbook": {"type": "string"},
            "documents": {"type": "array", "items": {"anyOf": [checked, failure]}},
        },
        "required": ["lawbook", "documents"], "additionalProperties": False,
    }  # fmt: skip
    return {"$ref": REF.format(name="Report")}
