"""A server on this machine, and a reader that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.second_reader.articles import VOCABULARY
from tests.second_reader.stub import Stub, serving

from saring.second_reader import Endpoint, Limits, SecondReader, Tally


@pytest.fixture
def stub() -> Iterator[Stub]:
    with serving() as server:
        yield server


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def reader(stub: Stub, slept: list[float]) -> Callable[..., SecondReader]:
    def build(
        key: str | None = None, cache: Path | None = None, tally: Tally | None = None, **limits: Any
    ) -> SecondReader:
        return SecondReader(
            Endpoint(stub.url, key),
            "stub-model",
            VOCABULARY,
            Limits(**limits),
            tally or Tally(),
            cache,
            slept.append,
        )

    return build
