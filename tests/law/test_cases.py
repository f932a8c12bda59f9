"""Every case beside the law holds: its verdict, its findings, and what is missing and open where it says so."""

from __future__ import annotations

import pytest

from saring.findings import judge
from saring.law import load
from saring.law.cases import Case, read_cases

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    answer = judge(case.dealing, load())
    written = case.written
    told = [(f.provision, f.verdict, f.missing) for f in answer.findings]
    assert answer.verdict == written.expect, told
    found = {f.provision: f.verdict for f in answer.findings}
    for provision, verdict in written.findings.items():
        assert found.get(provision, "none") == verdict, told
    if written.governs:
        assert answer.findings and answer.findings[0].provision == written.governs, told
    if written.missing is not None:
        assert set(answer.missing) == set(written.missing)
    if written.open is not None:
        assert set(answer.open) == set(written.open)
    if written.contested is not None:
        assert {c.id for c in answer.contested} == set(written.contested)


def test_every_case_names_its_source() -> None:
    assert [case.name for case in CASES if not case.written.source.strip()] == []
