"""What a clause of the lawbook says of a dealing: yes, no, or unknown with the facts that would settle it."""

from __future__ import annotations

from msgspec import UNSET

from saring.days import Interval
from saring.findings.answers import NO, SHOWN, YES, Answer, join_all, join_any, turn, union
from saring.findings.asking import Asking
from saring.findings.codes import matches
from saring.measures import Clause, Measure


def reach(clause: Clause, asking: Asking, measure: Measure) -> Answer:
    """Whether a clause brings the measure in; a trigger that nobody raised sleeps, its companions wake with it."""
    if clause.fact is not None:
        return _of_fact(clause, asking)  # most clauses are of one fact
    if clause.all_:
        return _all_in_order(clause.all_, asking, measure)
    if clause.any_:
        return join_any([reach(inner, asking, measure) for inner in clause.any_])
    if clause.not_ is not None:
        return turn(reach(clause.not_, asking, measure))
    if clause.kind:
        return YES if asking.dealing.kind in clause.kind else NO
    if clause.goods:
        return listed(asking, measure)
    if clause.hs:
        return _of_code(clause.hs, asking)
    if clause.party:
        return SHOWN if _partner_named(asking) else NO
    return _of_fact(clause, asking)


def _all_in_order(clauses: tuple[Clause, ...], asking: Asking, measure: Measure) -> Answer:
    """Law/rules 4: what follows a trigger that is shown is missing, no longer asleep."""
    answers: list[Answer] = []
    raised = False
    for clause in clauses:
        answer = reach(clause, asking, measure)
        if raised and answer.value is False and answer.open and not _kept_open(clause):
            answer = Answer(None, missing=answer.open, shown=answer.shown)
        if clause.unknown == "after" and answer.value is None and any(a.value is None for a in answers):
            answer = Answer(None)
        answers.append(answer)
        raised = raised or _is_shown_trigger(clause, answer, asking)
    return join_all(answers)


def _kept_open(clause: Clause) -> bool:
    return clause.unknown == "open" or any(_kept_open(c) for c in (*clause.all_, *clause.any_))


def _is_shown_trigger(clause: Clause, answer: Answer, asking: Asking) -> bool:
    if answer.value is not True:
        return False
    if clause.any_:
        return answer.shown and any(_is_shown_trigger(c, answer, asking) for c in clause.any_)
    fact = asking.vocabulary.get(clause.fact or "")
    raises = fact is not None and fact.role == "trigger" and asking.given(clause.fact or "")
    return (
        raises and test(clause, asking) is True
    )  # beside another that is shown, a trigger that is denied raises nothing


def _of_fact(clause: Clause, asking: Asking) -> Answer:
    name = clause.fact or ""
    truth = test(clause, asking)
    if truth is not None:
        return (SHOWN if asking.given(name) or name == "date" else YES) if truth else NO
    fact = asking.vocabulary.get(name)
    if fact is not None and fact.kinds and asking.dealing.kind not in fact.kinds:
        return (
            NO  # what is asked of other kinds only is not so here until somebody says it (an act of a ship, of a bank)
        )
    if clause.unknown == "open" or (clause.unknown is None and _sleeps(name, asking)):
        return Answer(False, open=(name,))
    return Answer(None, missing=(name,))


def _sleeps(name: str, asking: Asking) -> bool:
    """Whether an unknown fact leaves the measure asleep: open ones do, unless the dealing's nature raises them."""
    fact = asking.vocabulary.get(name)
    return fact is not None and fact.if_unknown == "open" and name not in asking.raised


def listed(asking: Asking, measure: Measure) -> Answer:
    """Whether the goods in view are on the measure's list."""
    if asking.goods_unknown:
        return Answer(None, missing=("goods",))
    if asking.code is None:
        return NO
    best = NO
    for match in matches(asking.code, measure):
        condition = match.block.when if match.block else None
        when = reach(condition, asking, measure) if condition else SHOWN
        answer = _weigh(match.cover, when, conditioned=condition is not None)
        if answer.value is True and not answer.contested:
            return answer
        if best is NO or (best.value is False and answer.value is None):
            best = answer
    return best


def _weigh(cover: str, when: Answer, *, conditioned: bool) -> Answer:
    if when.value is False:
        return Answer(False, open=when.open, shown=bool(when.open))
    if cover == "decides":
        return Answer(when.value, when.missing, shown=True)
    if cover == "possible":
        return Answer(None, union(("goods",), when.missing), shown=True)
    if cover == "contested":
        return Answer(when.value, when.missing, shown=True, contested=True)
    if cover == "asks" and when.value is True and conditioned:
        return SHOWN  # a pointer raises a question; the fact that answers it decides
    return NO


def _of_code(codes: tuple[str, ...], asking: Asking) -> Answer:
    code = asking.code
    if code is None:
        return Answer(None, missing=("goods",)) if asking.goods_unknown else NO
    if any(code.startswith(prefix) for prefix in codes):
        return YES
    return Answer(None, missing=("goods",)) if any(prefix.startswith(code) for prefix in codes) else NO


def _partner_named(asking: Asking) -> bool:
    """Whether a named party is the partner's own body (law/rules 10: its embassy, unit, firm or ship abroad)."""
    return any(party.country == asking.partner for party in asking.dealing.parties)


# --- plain three-valued tests, for exceptions and for what takes a dealing out ------------------------------------


def settle(clause: Clause, asking: Asking) -> tuple[bool | None, tuple[str, ...]]:
    """Kleene's logic: the truth of a clause, and the unknown facts on which it hangs."""
    if clause.all_:
        parts = [settle(inner, asking) for inner in clause.all_]
        if any(truth is False for truth, _ in parts):
            return False, ()
        unknown = union(*(names for truth, names in parts if truth is None))
        return (None, unknown) if unknown else (True, ())
    if clause.any_:
        parts = [settle(inner, asking) for inner in clause.any_]
        if any(truth is True for truth, _ in parts):
            return True, ()
        unknown = union(*(names for truth, names in parts if truth is None))
        return (None, unknown) if unknown else (False, ())
    if clause.not_ is not None:
        truth, unknown = settle(clause.not_, asking)
        return (None if truth is None else not truth), unknown
    if clause.kind:
        return asking.dealing.kind in clause.kind, ()
    if clause.hs:
        answer = _of_code(clause.hs, asking)
        return answer.value, answer.missing
    if clause.party:
        return _partner_named(asking), ()
    truth = test(clause, asking)
    if truth is None and clause.unknown == "open":
        return False, ()  # presumed not so until somebody says it
    return truth, (() if truth is not None else (clause.fact or "",))


def test(clause: Clause, asking: Asking) -> bool | None:
    """The truth of one comparison of a fact, or None when the fact does not settle it."""
    name = clause.fact or ""
    if clause.is_ is not UNSET:  # most clauses compare a fact with a value
        value = asking.value(name)
        if value is None:
            return None
        return value in clause.is_ if isinstance(clause.is_, list) else value == clause.is_
    if clause.before or clause.by or clause.after:
        return _in_time(clause, asking.dates(name))
    value = asking.value(name)
    if clause.known is not None:
        return (value is not None) == clause.known
    if value is None:
        return None
    if clause.at_most is not None or clause.above is not None:
        return _in_number(clause, value)
    if clause.has is not None:
        return clause.has in value if isinstance(value, list) else value == clause.has
    return None


def _in_time(clause: Clause, days: Interval | None) -> bool | None:
    if days is None:
        return None
    first, last = days
    if clause.after:
        return True if first > clause.after else False if last <= clause.after else None
    limit = clause.by or clause.before or ""
    if clause.by:
        return True if last <= limit else False if first > limit else None
    return True if last < limit else False if first >= limit else None


def _in_number(clause: Clause, value: object) -> bool | None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return None
    if clause.at_most is not None:
        return value <= clause.at_most
    return clause.above is not None and value > clause.above
