"""Disputes about the law that touch a dealing, whatever its verdict."""

from __future__ import annotations

from saring.findings.asking import Asking
from saring.findings.clauses import settle
from saring.measures import Dispute
from saring.model import Contest


def touching(disputes: tuple[Dispute, ...], asking: Asking) -> tuple[Contest, ...]:
    """The disputes whose flow, goods, kind and condition meet the dealing on these days."""
    return tuple(
        Contest(id=d.id, question=d.question, readings=d.readings, follows=d.follows)
        for d in disputes
        if _touches(d, asking)
    )


def _touches(dispute: Dispute, asking: Asking) -> bool:
    if dispute.settled:
        return False
    period = dispute.in_force
    if period and (asking.days[1] < period.from_ or (period.until is not None and period.until < asking.days[0])):
        return False
    if dispute.kinds and asking.dealing.kind not in dispute.kinds:
        return False
    if asking.way(dispute.flow).value is False:
        return False
    if dispute.codes and not any(_meets(code, dispute) for good in asking.dealing.goods for code in good.hs):
        return False
    return dispute.when is None or settle(dispute.when, asking)[0] is True


def _meets(code: str, dispute: Dispute) -> bool:
    return any(code.startswith(listed) or listed.startswith(code) for listed in dispute.codes)
