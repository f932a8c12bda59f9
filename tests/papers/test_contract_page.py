"""The tables of the contract and of the HTTP page name what there is: keys of the values, words of errors, paths with their methods."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from tests.papers.snippets import ROOT

from saring.model import Checked, Dealing, Determination, ErrorCode, Kind, Status

CONTRACT = (ROOT / "docs/contract.md").read_text(encoding="utf-8")


def part(title: str) -> str:
    return CONTRACT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def keys(title: str) -> set[str]:
    """The keys in the first column of the table of a part."""
    cells = re.findall(r"^\| (`[^|]+) \|", part(title), re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}


def test_the_keys_of_a_dealing() -> None:
    told = keys("A dealing")
    assert {"kind", "from", "to", "facts", "regimes"} <= told <= set(Dealing.__struct_encode_fields__)


def test_the_keys_of_a_determination() -> None:
    told = keys("A determination")
    assert {"verdict", "findings", "missing", "open", "checked"} <= told <= set(Determination.__struct_encode_fields__)


def test_the_closed_words() -> None:
    for words in (Kind, Status):
        for word in get_args(words):
            assert re.search(rf"\b{word}\b", part("A dealing")), word
    for code in get_args(ErrorCode):
        assert re.search(rf"\b{code}\b", CONTRACT), code


def test_the_keys_of_a_report() -> None:
    told = set(re.findall(r"`([a-z_]+)`", part("A report")))
    assert {"legal_claims"} <= told & set(Checked.__struct_encode_fields__)


def paths() -> list[tuple[str, str]]:
    """Method and path of every call in the table of the HTTP page; `…` is the path before it up to its last step."""
    found = []
    for row in re.findall(r"^\| (`.+?) \|", (ROOT / "docs/http.md").read_text(encoding="utf-8"), re.MULTILINE):
        method, base, besides = "GET", "", list[str]()
        for words in (call.split() for call in re.findall(r"`([^`]+)`", row)):
            if words[0].isupper():
                method = words[0]
            if len(words) == 1 and words[0].isupper():
                besides.append(method)  # `GET`, `POST /path`: both
                continue
            path = words[-1].replace("…", base)
            base = path if len(words) == 2 else base
            found += [(verb, path) for verb in (*besides, method)]
            besides = []
    return found


def test_the_paths_of_the_http_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARING_HOME", str(tmp_path))
    from litestar import Litestar

    from saring.apps.http.application import application
    from saring.apps.http.settings import Settings

    app = application(Settings(home=tmp_path, ledger=str(tmp_path / "ledger.db"))).app
    assert isinstance(app, Litestar)
    served = {(method, route.path) for route in app.routes for method in getattr(route, "methods", ())}

    def matches(method: str, path: str) -> bool:
        for verb, route in served:
            pattern = "".join(
                ".+" if step.endswith(":path}") else "[^/]+" if step.startswith("{") else re.escape(step)
                for step in re.split(r"(\{[^}]+\})", route)
            )
            if verb == method and re.fullmatch(pattern, path):
                return True
        return False

    told = paths()
    assert len(told) > 25
    assert [call for call in told if not matches(*call)] == []
