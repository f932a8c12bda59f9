"""Every case beside the law holds: its verdict, its findings, and what is missing and open where it says so."""

from __future__ import annotations

import pytest

from saring.law import load
from saring.law.cases import Case, read_cases
from saring.proof.runs import failure

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    assert failure(case, load()) is None


def test_every_case_names_its_source() -> None:
    assert [case.name for case in CASES if not case.written.source.strip()] == []
