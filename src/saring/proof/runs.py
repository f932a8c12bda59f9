"""Running the cases that stand beside the law."""

from __future__ import annotations

from saring.findings import judge
from saring.law.cases import Case
from saring.measures import Lawbook
from saring.model import Determination


def failure(case: Case, book: Lawbook) -> str | None:
    """Why a case does not hold under a lawbook, or None when it does."""
    return mismatch(case, judge(case.dealing, book))


def mismatch(case: Case, answer: Determination) -> str | None:
    """What an answer says other than the case expects; None when they agree."""
    written = case.written
    told = "; ".join(f"{f.provision} {f.verdict}" for f in answer.findings)
    if answer.verdict != written.expect:
        return f"expected {written.expect}, answered {answer.verdict} ({told})"
    found = {f.provision: f.verdict for f in answer.findings}
    for provision, verdict in written.findings.items():
        if found.get(provision, "none") != verdict:
            return f"expected {provision} {verdict}, answered {found.get(provision, 'none')} ({told})"
    if written.governs and (not answer.findings or answer.findings[0].provision != written.governs):
        return f"expected {written.governs} to govern ({told})"
    exact = (
        ("missing", written.missing, answer.missing),
        ("open", written.open, answer.open),
        ("contested", written.contested, tuple(c.id for c in answer.contested)),
    )
    for name, expected, given in exact:
        if expected is not None and set(expected) != set(given):
            return f"expected {name} {sorted(expected)}, answered {sorted(given)}"
    return None


def by_provision(cases: tuple[Case, ...]) -> dict[str, list[Case]]:
    """The cases of each paragraph."""
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(case.provision, []).append(case)
    return found
