"""The OpenAPI document is true: what it names is there, and what is sent is as it says, tried with made-up calls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from litestar.testing import TestClient
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup

from saring.apps.http.application import application
from saring.apps.http.settings import Settings

from .conftest import From

# A dealing may follow the schema and still name a fact that the law does not know, or a day that is in no calendar:
# no schema can say so, the answer is a problem, and that is right.
BEYOND_SCHEMAS = [schemathesis.checks.positive_data_acceptance]
EXAMPLES = 20


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The document of a server that runs in this process for all of the made-up calls."""
    home: Path = tmp_path_factory.mktemp("openapi")
    patch = pytest.MonkeyPatch()
    patch.setenv("SARING_HOME", str(home))
    app = From(application(Settings(home=home, ledger=str(home / "ledger.db"))), "127.0.0.1")
    config = schemathesis.Config.from_dict({"base-url": "http://127.0.0.1"})
    yield schemathesis.openapi.from_asgi("/schema/openapi.json", app, config=config, headers={"Host": "127.0.0.1"})
    patch.undo()


def test_the_document_is_openapi_31(client: TestClient[Any]) -> None:
    document = client.get("/schema/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    named = {(path, method) for path, found in document["paths"].items() for method in found}
    assert {
        ("/v1/determine", "post"),
        ("/v1/check", "post"),
        ("/v1/ledger/events", "get"),
        ("/v1/sweep", "post"),
    } <= named
    assert not [path for path, _ in named if not path.startswith(("/v1/", "/health", "/metrics"))]
    assert document["paths"]["/v1/ledger/rejudge"]["post"]["x-role"] == "analyst"


def test_no_object_takes_members_that_are_not_named(client: TestClient[Any]) -> None:
    schemas = client.get("/schema/openapi.json").json()["components"]["schemas"]
    assert {"Dealing", "Determination", "CheckRequest", "Report", "Event", "ProblemDetails"} <= set(schemas)
    assert [
        name for name, found in schemas.items() if "properties" in found and found["additionalProperties"] is not False
    ] == []


@pytest.mark.slow
def test_no_call_that_is_made_up_breaks_the_contract(document: Any) -> None:
    """Every route, with calls that follow its schema and calls that do not: no 5xx, no answer but those that are named."""
    tried: dict[str, int] = {}
    broken: list[str] = []
    for result in document.get_all_operations():
        operation = result.ok()
        calls = operation.as_strategy(GenerationMode.POSITIVE) | operation.as_strategy(GenerationMode.NEGATIVE)

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=calls)
        def one(case: Any) -> None:
            tried[case.operation.label] = tried.get(case.operation.label, 0) + 1
            case.call_and_validate(excluded_checks=BEYOND_SCHEMAS)

        try:
            one()
        except FailureGroup as failures:
            broken += [f"{operation.label}: {failure}" for failure in failures.exceptions]
    assert broken == []
    assert len(tried) > 25
