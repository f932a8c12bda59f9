"""One measure's outcome for a dealing: whether it reaches it, what takes it out, and which verdict follows."""

from __future__ import annotations

from typing import NamedTuple

from saring.findings.answers import SHOWN, Answer, join_all, union
from saring.findings.asking import Asking
from saring.findings.clauses import listed, reach, settle
from saring.measures import Clause, Rule, WayOut
from saring.model import VERDICTS, Verdict


class Outcome(NamedTuple):
    """What one rule says: `verdict` None means that it sleeps, with the `open` facts that would wake it.

    `why` names the reason: listed, possible, contested, kind, shown, exception, pending, doubtful, unsettled,
    ended, duty.
    """

    rule: Rule
    verdict: Verdict | None
    why: str = "kind"
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    detail: str = ""


def outcome(rule: Rule, asking: Asking, lifting: tuple[Rule, ...]) -> Outcome | None:
    """The outcome of a rule in force, the gravest over the goods of the dealing; None when it has nothing to do with it."""
    if asking.way(rule.measure.flow).value is False:
        return None
    if not rule.coded:
        return _of_view(rule, asking, lifting)
    views = asking.views
    if len(views) == 1:
        return _of_good(rule, views[0], lifting)
    found = [o for view in views if (o := _of_good(rule, view, lifting)) is not None]
    return _gravest(found)


def _of_good(rule: Rule, views: list[Asking], lifting: tuple[Rule, ...]) -> Outcome | None:
    """One good: its codes mean "one of these", so codes that lead to different verdicts leave it open which (rules 9)."""
    each = [_of_view(rule, view, lifting) for view in views]
    if len(each) == 1:
        return each[0]
    verdicts = {o.verdict if o else None for o in each}
    found = [o for o in each if o is not None]
    gravest = _gravest(found)
    if gravest is None or len(verdicts) == 1 or gravest.verdict is None:
        return gravest
    if gravest.verdict == "undetermined" and gravest.why == "contested":
        return None  # a coarse naming is judged without the contested reading (rules 15)
    goods = union(*(o.goods for o in found if o.verdict is not None))
    missing = union(("goods",), gravest.missing)
    return gravest._replace(verdict="undetermined", why="possible", missing=missing, goods=goods)


def _gravest(found: list[Outcome]) -> Outcome | None:
    """The gravest of several outcomes of one rule, with the codes of all that share its verdict."""
    if not found:
        return None
    best = min(found, key=_gravity)
    same = [o for o in found if o.verdict == best.verdict]
    return best._replace(
        goods=union(*(o.goods for o in same)),
        missing=union(*(o.missing for o in same)),
        open=union(*(o.open for o in same)),
    )


def _gravity(found: Outcome) -> int:
    return len(VERDICTS) if found.verdict is None else VERDICTS.index(found.verdict)


# --- one measure, one code ---------------------------------------------------------------------------------------


def _of_view(rule: Rule, asking: Asking, lifting: tuple[Rule, ...]) -> Outcome | None:
    measure = rule.measure
    way = asking.way(measure.flow)  # not the other way: `outcome` asked that once for all views
    if measure.raised_by is not None:
        asking = _with_raised(measure.raised_by, asking)
    answer = reach(measure.when, asking, measure) if measure.when else listed(asking, measure)
    native = asking.dealing.kind in measure.kinds
    if answer.value is False or (answer.value is None and not (native or answer.shown)):
        return _asleep(rule, asking, answer, native)
    answer = join_all([answer, way])
    if answer.value is None and not (native or answer.shown):
        return None
    found = _verdict(rule, asking, answer)
    return _excepted(found, asking, lifting) if found else None


def _with_raised(raised_by: Clause, asking: Asking) -> Asking:
    """Law/rules 3: the nature of some dealings raises a trigger that nobody named."""
    if settle(raised_by, asking)[0] is not True:
        return asking
    other = asking.with_code(asking.code, unknown=asking.goods_unknown)
    other.raised = frozenset(name for name in asking.vocabulary if asking.vocabulary[name].role == "trigger")
    return other


def _asleep(rule: Rule, asking: Asking, answer: Answer, native: bool) -> Outcome | None:
    measure = rule.measure
    if not answer.open or not (native or answer.shown) or measure.effect in ("require", "exempt", "risk"):
        return None
    if measure.asks_when is not None and settle(measure.asks_when, asking)[0] is not True:
        return None
    return Outcome(rule, None, open=answer.open)


def _verdict(rule: Rule, asking: Asking, answer: Answer) -> Outcome | None:
    measure = rule.measure
    code = (asking.code,) if asking.code and measure.goods else ()
    if measure.outside is not None:
        outside, unknown = settle(measure.outside, asking)
        if outside is True:
            return None
        unknown = _asked_of_kind(unknown, asking)
        if outside is None and unknown and _holds(measure.presumed_outside, asking):
            return Outcome(rule, None, open=unknown)
        found = _effect(rule, asking, answer, code)
        return _opened(found, unknown) if found and found.why != "duty" else found
    return _effect(rule, asking, answer, code)


def _opened(found: Outcome | None, facts: tuple[str, ...]) -> Outcome | None:
    return found._replace(open=union(found.open, facts)) if found else None


def _asked_of_kind(facts: tuple[str, ...], asking: Asking) -> tuple[str, ...]:
    """Some facts are asked of some kinds only (whether a train leaves again is no question about a cargo)."""
    limits = {name: asking.vocabulary[name].kinds for name in facts if name in asking.vocabulary}
    return tuple(n for n in facts if not limits.get(n) or asking.dealing.kind in limits[n])


def _holds(clause: Clause | None, asking: Asking) -> bool:
    return clause is not None and settle(clause, asking)[0] is True


def _effect(rule: Rule, asking: Asking, answer: Answer, code: tuple[str, ...]) -> Outcome | None:
    """The verdict that the measure itself gives, before its exceptions."""
    measure = rule.measure
    why = _why(answer, code)
    if measure.effect in ("require", "risk") or measure.verdict == "none":
        return _duty(rule, asking, answer, code)
    if answer.value is None:
        if measure.effect == "exempt":
            return None
        why = "missing" if answer.missing else "unsettled"
        return Outcome(rule, "undetermined", why, missing=answer.missing, goods=code)
    if answer.contested or measure.verdict == "undetermined":
        return Outcome(rule, "undetermined", "contested", goods=code)
    if _holds(measure.doubtful_when, asking):
        return Outcome(rule, "undetermined", "doubtful", goods=code)
    if measure.effect == "exempt":
        return Outcome(rule, "exempt", why, goods=code)
    stated: Verdict = "prohibited" if measure.effect == "prohibit" else "restricted"
    if measure.verdict in VERDICTS:
        stated = measure.verdict
    if measure.prohibited_when is None:
        return Outcome(rule, stated, why, goods=code)
    broken, unknown = settle(measure.prohibited_when, asking)
    if broken is True:
        return Outcome(rule, "prohibited", "condition_failed", goods=code)
    return Outcome(rule, stated, why, goods=code, open=unknown)


def _why(answer: Answer, code: tuple[str, ...]) -> str:
    if code:
        return "listed"
    return "shown" if answer.shown and answer != SHOWN else "kind"


def _duty(rule: Rule, asking: Asking, answer: Answer, code: tuple[str, ...]) -> Outcome | None:
    """Law/rules 6: a duty restricts only the dealing that is itself the act which the duty governs."""
    if answer.value is not True:
        return None
    if _holds(rule.measure.restricted_when, asking):
        return Outcome(rule, "restricted", "undergone", goods=code)
    return Outcome(rule, "not_covered", "duty", goods=code)


# --- exceptions --------------------------------------------------------------------------------------------------


def _excepted(found: Outcome, asking: Asking, lifting: tuple[Rule, ...]) -> Outcome:
    """Law/rules 1 and 2: all of an exception must be shown; what nobody claimed stays open."""
    measure = found.rule.measure
    if measure.effect not in ("prohibit", "restrict", "cap") or found.verdict in (None, "not_covered"):
        return found
    for exception in measure.unless:
        if _in_force(exception, asking):
            found = _try(found, exception, asking)
            if found.verdict == "exempt":
                return found
    return _lifted(found, asking, lifting)


def _in_force(exception: WayOut, asking: Asking) -> bool:
    period = exception.in_force
    first, last = asking.days
    return period is None or (period.from_ <= first and (period.until is None or last <= period.until))


def _try(found: Outcome, exception: WayOut, asking: Asking) -> Outcome:
    truth, unknown = settle(exception.when, asking)
    if truth is True:
        if exception.then == "exempt" or found.verdict == "prohibited":
            return found._replace(verdict=exception.then, why="exception", missing=(), open=(), detail=exception.id)
        return found
    if truth is False:
        return found
    if found.verdict == "prohibited" and exception.pending and set(unknown) <= set(exception.pending.facts):
        return found._replace(
            verdict=exception.pending.then, why="pending", open=union(found.open, unknown), detail=exception.id
        )
    if exception.asked_if is not None and settle(exception.asked_if, asking)[0] is True:
        return found._replace(verdict="undetermined", why="missing", missing=union(found.missing, unknown))
    return found._replace(open=union(found.open, unknown))


def _lifted(found: Outcome, asking: Asking, lifting: tuple[Rule, ...]) -> Outcome:
    """The Committee's general exemption reaches every ban, restriction and ceiling (rules 2)."""
    for rule in lifting:
        if rule.measure.when is None:
            continue
        truth, unknown = settle(rule.measure.when, asking)
        if truth is True:
            return found._replace(verdict="exempt", why="lifted", missing=(), open=(), detail=rule.id)
        if truth is None and found.goods and asking.value("humanitarian_provider") is True:
            return found._replace(verdict="undetermined", why="missing", missing=union(found.missing, unknown))
        if truth is None:
            found = found._replace(open=union(found.open, unknown))
    return found
