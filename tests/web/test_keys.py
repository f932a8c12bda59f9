"""Who may call: this machine without keys, keys and their roles with them; tested for every route."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.testing import TestClient

from saring.apps.http.application import application
from saring.apps.http.audit import Audit
from saring.apps.http.gate import COOKIE, is_loopback
from saring.apps.http.keys import ROLES, Keys, Role
from saring.apps.http.rates import Rates
from saring.apps.http.settings import Settings

from .conftest import Server, problem

MakeKey = Callable[[Role], str]

# Whose work a route is. A route that is not here, or stands under another role than here, fails the test.
ANALYST = {
    ("POST", "/v1/ledger/documents"), ("POST", "/v1/ledger/events/{known}"), ("POST", "/v1/ledger/rejudge"),
    ("POST", "/v1/sweep"), ("GET", "/v1/sweep"), ("GET", "/v1/sweep/{known}"), ("GET", "/v1/sweep/{known}/table"),
    ("POST", "/record"), ("POST", "/ledger/events/{known}"),
    ("GET", "/sweep"), ("POST", "/sweep"), ("GET", "/sweep/{known}"), ("GET", "/sweep/{known}/table"), ("GET", "/sweep/{known}/report"),
}  # fmt: skip
ADMIN = {("GET", "/metrics"), ("GET", "/v1/keys"), ("GET", "/v1/audit"), ("DELETE", "/v1/sweep/{known}")}
EVERYBODY = {
    ("GET", "/health"), ("GET", "/schema/openapi.json"), ("GET", "/schema/{path}"),
    ("POST", "/v1/determine"), ("POST", "/v1/check"), ("POST", "/v1/questions"),
    ("POST", "/v1/screen"), ("GET", "/v1/lists"), ("GET", "/v1/reconcile"), ("POST", "/v1/reconcile"),
    ("GET", "/v1/law"), ("GET", "/v1/law/rules"), ("GET", "/v1/law/diff"), ("GET", "/v1/law/provisions/{name}"),
    ("GET", "/v1/ledger"), ("GET", "/v1/ledger/documents/{sha256}"), ("GET", "/v1/ledger/events"), ("GET", "/v1/ledger/search"),
    ("GET", "/v1/ledger/events/{known}"), ("GET", "/v1/ledger/timeline"), ("GET", "/v1/ledger/relations"),
    ("GET", "/v1/ledger/entries"), ("GET", "/v1/ledger/verify"),
    ("GET", "/"), ("GET", "/check"), ("POST", "/check"), ("GET", "/law"), ("GET", "/law/diff"), ("GET", "/law/{name}"),
    ("GET", "/screen"), ("GET", "/ledger"), ("GET", "/ledger/events/{known}"), ("GET", "/ledger/documents/{sha256}"),
    ("GET", "/timeline"), ("GET", "/relations"), ("GET", "/login"), ("POST", "/login"), ("POST", "/logout"), ("GET", "/static/{name}"),
}  # fmt: skip


def routes() -> list[tuple[str, str]]:
    app = application(Settings(home=Path("unused"))).app
    assert isinstance(app, Litestar)
    found = {
        (str(method), re.sub(r":\w+}", "}", route.path))
        for route in app.routes
        for handler in getattr(route, "route_handlers", ())
        if isinstance(handler, HTTPRouteHandler)
        for method in handler.http_methods
        if method != "OPTIONS"
    }
    return sorted((m, p) for m, p in found if m != "HEAD" and p != "/schema")


def test_every_route_is_somebodys_work() -> None:
    assert set(routes()) == ANALYST | ADMIN | EVERYBODY


@pytest.mark.parametrize(("method", "path"), routes(), ids=lambda word: word)
def test_keys_of_one_role_cannot_do_anothers_work(method: str, path: str, server: Server, key: MakeKey) -> None:
    keys = {role: key(role) for role in ROLES}
    caller = server()
    owner = "analyst" if (method, path) in ANALYST else "admin" if (method, path) in ADMIN else None
    address = re.sub(r"\{\w+}", "2397", path)
    for role, words in keys.items():
        answer = caller.request(method, address, headers={"Authorization": f"Bearer {words}"}, follow_redirects=False)
        refused = (
            answer.status_code == 403 and answer.json()["code"] == "forbidden"
            if "problem" in answer.headers.get("content-type", "")
            else False
        )
        assert refused == (owner not in (None, role)), (role, answer.status_code)
        assert answer.status_code < 500
    without = caller.request(method, address, follow_redirects=False)
    if path == "/login":
        assert without.status_code != 401
    elif path != "/static/{name}":
        assert without.status_code == 401, without.status_code
        assert without.headers["www-authenticate"].startswith("Bearer")


def test_a_caller_from_elsewhere_is_refused_without_keys(server: Server) -> None:
    for address in ("192.0.2.7", "10.0.0.1", "2001:db8::1", "", "testclient", "::ffff:192.0.2.7"):
        assert problem(server(client=address).get("/v1/law"))["status"] == 403
    for address in ("127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"):
        assert is_loopback(address)
        assert server(client=address).get("/v1/law").status_code == 200


def test_a_caller_from_elsewhere_is_served_with_a_key(server: Server, key: MakeKey) -> None:
    words = key("reader")
    assert server(client="192.0.2.7", key=words).get("/v1/law").status_code == 200
    assert problem(server(client="192.0.2.7").get("/v1/law"))["code"] == "no_key"
    assert problem(server(client="127.0.0.1").get("/v1/law"))["code"] == "no_key"


@pytest.mark.parametrize("wrong", ["", "x", "srg_", "srg__", "srg_00000000_", "Bearer", "srg_é_x"])
def test_a_wrong_key_opens_nothing(server: Server, key: MakeKey, wrong: str) -> None:
    right = key("admin")
    for words in (wrong, right[:-1], right + "x", right.upper(), right.replace("srg_", "")):
        headers = {b"X-API-Key": words.encode()}
        assert server().get("/v1/law", headers=headers).status_code == 401


def test_a_revoked_key_ends_at_once_and_the_server_stays_closed(server: Server, home: Path, key: MakeKey) -> None:
    words = key("reader")
    caller = server(key=words)
    assert caller.get("/v1/law").status_code == 200
    Keys(Settings(home=home).keys_file).revoke(words.split("_")[1])
    assert caller.get("/v1/law").status_code == 401
    assert server().get("/v1/law").status_code == 401


def test_what_is_kept_opens_nothing(home: Path, key: MakeKey, server: Server) -> None:
    words = key("analyst")
    path = Settings(home=home).keys_file
    kept = path.read_text(encoding="utf-8")
    assert words.split("_", 2)[2] not in kept
    assert path.stat().st_mode & 0o077 == 0
    digest = json.loads(kept)[0]["digest"]
    for tried in (digest, f"srg_{words.split('_')[1]}_{digest}"):
        assert server(key=tried).get("/v1/law").status_code == 401


def test_damaged_keys_close_the_server(home: Path, key: MakeKey, server: Server) -> None:
    key("reader")
    Settings(home=home).keys_file.write_text("[{]", encoding="utf-8")
    assert server().get("/v1/law").status_code == 503


def test_a_browser_enters_with_its_key_and_leaves(server: Server, key: MakeKey) -> None:
    words = key("reader")
    caller = server()
    led = caller.get("/", headers={"Accept": "text/html"}, follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, "/login")
    assert caller.get("/static/saring.css").status_code == 200
    assert caller.post("/login", data={"key": "srg_no_no"}, headers={"Accept": "text/html"}).status_code == 403
    entered = caller.post("/login", data={"key": words}, follow_redirects=False)
    cookie = entered.headers["set-cookie"]
    assert entered.status_code == 303
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert caller.get("/").status_code == 200
    left = caller.post("/logout", follow_redirects=False)
    assert f"{COOKIE}=" in left.headers["set-cookie"]
    assert caller.get("/").status_code == 401


def test_wrong_keys_are_slowed_down(server: Server, key: MakeKey) -> None:
    key("reader")
    caller = server(key="srg_no_no")
    found = {caller.get("/v1/law").status_code for _ in range(70)}
    assert found == {401, 429}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80"])
def test_another_name_that_leads_here_reads_nothing(client: TestClient[Any], host: str) -> None:
    assert problem(client.get("/v1/law", headers={"Host": host}))["where"] == "Host"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_the_page_of_another_site_changes_nothing(client: TestClient[Any], headers: dict[str, str]) -> None:
    for path in ("/record", "/v1/ledger/documents", "/check", "/sweep", "/logout"):
        assert problem(client.post(path, headers=headers))["where"] == "Origin"


def test_the_audit_log_tells_calls_and_no_secrets(server: Server, home: Path, key: MakeKey) -> None:
    words, chief = key("reader"), key("admin")
    server(key=words).post("/v1/check", json={"text": "Korea Utara menjual batu bara ke Cina pada 2019."})
    server(key=words).get("/screen?name=Confidential+Name")
    entries = server(key=chief).get("/v1/audit?last=10").json()
    assert [(e["method"], e["path"], e["status"], e["role"]) for e in entries[:2]] == [
        ("POST", "/v1/check", 200, "reader"), ("GET", "/screen", 200, "reader"),
    ]  # fmt: skip
    kept = Settings(home=home).audit_file.read_text(encoding="utf-8")
    for secret in ("batu bara", "Confidential", words.split("_", 2)[2]):
        assert secret not in kept
    assert len(Audit(Settings(home=home).audit_file).last(1)) == 1


def test_a_bucket_refills() -> None:
    rates = Rates(60)
    assert [rates.wait("a") for _ in range(60)] == [None] * 60
    wait = rates.wait("a")
    assert wait is not None
    assert 1 <= wait <= 2
    assert rates.wait("b") is None
