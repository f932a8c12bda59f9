"""55 dealings written down from the law: the verdict as accepted, what is missing and open exactly, and who decides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from saring.findings import judge
from saring.law import load
from saring.law.files import convert, read_yaml
from saring.model import Dealing, Determination, Value, Verdict

FILE = Path(__file__).with_name("vectors.yml")


class Vector(Value, frozen=True):
    """One dealing with what the sources say of it; `also` are verdicts accepted beside `verdict`."""

    id: str
    dealing: dict[str, Any]
    verdict: Verdict
    because: str
    also: tuple[Verdict, ...] = ()
    provisions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


VECTORS: list[Vector] = convert(read_yaml(FILE), list[Vector], FILE)


def _answer(vector: Vector) -> Determination:
    return judge(msgspec.convert({"id": vector.id, **vector.dealing}, Dealing), load())


@pytest.mark.parametrize("vector", VECTORS, ids=[v.id for v in VECTORS])
def test_verdict(vector: Vector) -> None:
    answer = _answer(vector)
    assert answer.verdict in (vector.verdict, *vector.also)
    assert sorted(answer.missing) == sorted(vector.missing)
    found = {f.provision.partition(":")[0].partition("(")[0] for f in answer.findings}
    named = {p.partition(":")[0].partition("(")[0] for p in vector.provisions}
    assert not named or named & found


@pytest.mark.parametrize("vector", VECTORS, ids=[v.id for v in VECTORS])
def test_open(vector: Vector) -> None:
    assert sorted(_answer(vector).open) == sorted(vector.open)


def test_every_vector_gives_its_reason() -> None:
    assert len({v.id for v in VECTORS}) == 55
    assert [v.id for v in VECTORS if not v.because.strip()] == []
