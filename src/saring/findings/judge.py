"""A dealing, the lawbook and a day → a determination: every finding, what is missing, what is open, what was checked."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from saring.days import Interval, interval
from saring.findings.answers import union
from saring.findings.asking import Asking
from saring.findings.clauses import settle
from saring.findings.disputes import touching
from saring.findings.epochs import epoch_on
from saring.findings.names import raised
from saring.findings.ordering import order
from saring.findings.outcomes import Outcome, outcome
from saring.findings.periods import as_of as asked_day
from saring.findings.periods import days_asked, is_flow, stretches
from saring.findings.sides import situations_asked
from saring.findings.wording import Words
from saring.measures import Lawbook, Rule, Situation
from saring.model import (
    REGIMES,
    VERDICTS,
    AsOfBasis,
    Contest,
    Dealing,
    Determination,
    Finding,
    SaringError,
    Screened,
    Verdict,
)


class Told(NamedTuple):
    """What the law says over one stretch of days."""

    days: Interval
    reached: list[Outcome]
    asleep: list[Outcome]
    contested: tuple[Contest, ...]
    checked: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """The governing verdict of the stretch."""
        return gravest(self.reached)


def gravest(found: list[Outcome]) -> Verdict:
    """The verdict that governs among outcomes; none of them: not covered."""
    verdicts: list[Verdict] = [o.verdict for o in found if o.verdict is not None]
    return min(verdicts, key=VERDICTS.index, default="not_covered")


def judge(
    dealing: Dealing,
    lawbook: Lawbook,
    regime: str = "UN",
    *,
    as_of: str | None = None,
    lang: str = "en",
    screened: Screened | None = None,
) -> Determination:
    """The determination of one dealing under one regime.

    `as_of` is a date of the contract and overrides the dealing's own; `screened` what lists said of its names: a strong
    hit raises the question of a match, a weaker one leaves it open. Errors: unknown_regime, unknown_fact, bad_type,
    bad_date.
    """
    hits = tuple((fact, hit) for fact, hit in (screened.hits if screened else ()) if fact and fact not in dealing.facts)
    asked = ask(dealing, lawbook, regime, as_of, frozenset(fact for fact, hit in hits if hit.strong))
    words = Words(lang)
    verdict = gravest(asked.reached)
    findings = tuple(_finding(o, verdict, words) for o in order(asked.reached))
    missing = union(*(f.missing for f in findings))
    named = tuple(dict.fromkeys(fact for fact, _ in hits))
    undated = ("date",) if asked.basis in ("published", "lawbook") else ()
    return Determination(
        id=dealing.id or "",
        regime=regime,
        verdict=verdict,
        as_of=asked.written,
        as_of_basis=asked.basis,
        lawbook=lawbook.version,
        findings=findings,
        missing=missing,
        open=tuple(n for n in union(_open(findings, asked.told), named, undated) if n not in missing),
        contested=_once(tuple(c for t in asked.told for c in t.contested)),
        checked=union(*(t.checked for t in asked.told)),
        lists=screened.lists if screened else {},
        caveats=words.caveats(situations_asked(dealing, lawbook.of(regime)), findings, screened),
        hits=tuple(hit for _, hit in screened.hits) if screened else msgspec.UNSET,
        asked=inputs(dealing),
    )


def inputs(dealing: Dealing) -> Dealing:
    """The dealing with what a judgment hangs on, and without what only a text adds (contract section 3)."""
    return Dealing(
        kind=dealing.kind,
        id=dealing.id,
        status=dealing.status,
        polarity=dealing.polarity,
        from_=dealing.from_,
        to=dealing.to,
        also_from=dealing.also_from,
        also_to=dealing.also_to,
        date=dealing.date,
        published=dealing.published,
        what=dealing.what,
        goods=tuple(msgspec.structs.replace(good, span=None, because=None) for good in dealing.goods),
        facts=dict(sorted(dealing.facts.items())),
        parties=tuple(msgspec.structs.replace(party, span=None) for party in dealing.parties),
        vessels=dealing.vessels,
        regimes=dealing.regimes,
    )


class Asked(NamedTuple):
    """The outcomes of every rule that reaches the dealing, over all of its days, before they are put into words."""

    written: str
    basis: AsOfBasis
    told: list[Told]
    reached: list[Outcome]


def ask(
    dealing: Dealing,
    lawbook: Lawbook,
    regime: str = "UN",
    as_of: str | None = None,
    triggers: frozenset[str] = frozenset(),
) -> Asked:
    """Ask the law of a regime about a dealing; `triggers` are those that something outside the dealing raises."""
    situations = lawbook.of(regime)
    if not situations:
        raise SaringError("unknown_regime", "regimes", f"{regime!r} is not loaded", _regimes_allowed(lawbook))
    check_facts(dealing, lawbook)
    written, basis = asked_day(dealing, as_of, lawbook)
    days = days_asked(dealing, written, basis)
    flow = is_flow(dealing, written, days)
    told: list[Told] = []
    reached: list[Outcome] = []
    for situation in situations_asked(dealing, situations):  # the days of one law say nothing about another's
        here = [_tell(dealing, lawbook, situation, stretch, triggers) for stretch in stretches(days, situation)]
        told += here
        reached += _over_time(here, flow=flow)
    return Asked(written, basis, told, reached)


def _regimes_allowed(lawbook: Lawbook) -> str:
    return ", ".join(r for r in REGIMES if r in lawbook.regimes)


# --- facts that the dealing gives ---------------------------------------------------------------------------------


def check_facts(dealing: Dealing, lawbook: Lawbook) -> None:
    """Refuse facts outside the vocabulary and values of a wrong type, with what is allowed."""
    for name, value in dealing.facts.items():
        where = f"facts.{name}"
        fact = lawbook.facts.get(name)
        if fact is None:
            raise SaringError("unknown_fact", where, f"{name!r} is no fact", ", ".join(sorted(lawbook.facts)))
        fits = {
            "truth": isinstance(value, bool),
            "number": isinstance(value, (int, float)) and not isinstance(value, bool),
            "date": isinstance(value, str),
            "code": isinstance(value, str),
            "text-list": isinstance(value, list),
        }[fact.type]
        if not fits:
            raise SaringError("bad_type", where, f"{value!r} is no {fact.type}", fact.type)
        if fact.values and value not in fact.values:
            raise SaringError("unknown_word", where, f"{value!r} is not known", ", ".join(fact.values))
        if fact.type == "date" and isinstance(value, str):
            interval(value, where)


# --- one stretch of days ------------------------------------------------------------------------------------------


def _tell(
    dealing: Dealing, lawbook: Lawbook, situation: Situation, days: Interval, hinted: frozenset[str] = frozenset()
) -> Told:
    epoch = epoch_on(situation, days[0], lawbook.facts)
    asking = Asking(dealing, lawbook.facts, days, situation.regime.partner)
    facts, triggers = raised(dealing, situation, days)
    asking.settled.update(facts)
    asking.raised = triggers | hinted
    if dealing.polarity == "act":
        candidates = epoch.concerned(dealing, asking.told)
        found = [o for rule in candidates if (o := outcome(rule, asking, epoch.lifting)) is not None]
    else:
        found = _ordered_acts(epoch.rules, asking)
    return Told(
        days,
        reached=_one_each([o for o in found if o.verdict is not None]),
        asleep=[o for o in found if o.verdict is None],
        contested=touching(situation.disputes, asking),
        checked=epoch.names,
    )


def _ordered_acts(rules: tuple[Rule, ...], asking: Asking) -> list[Outcome]:
    """Law/rules 16: an act that ends or enforces is judged as that act; what a provision orders is required by it."""
    return [
        Outcome(rule, "not_covered", "ended")
        for rule in rules
        if rule.measure.ends is not None and settle(rule.measure.ends, asking)[0] is True
    ]


def _one_each(found: list[Outcome]) -> list[Outcome]:
    """One outcome for each provision: the gravest of its measures, with what the others leave missing or open."""
    best: dict[str, Outcome] = {}
    for o in found:
        known = best.get(o.rule.id)
        if known is None:
            best[o.rule.id] = o
            continue
        first, second = (known, o) if _weight(known) <= _weight(o) else (o, known)
        same = first.verdict == second.verdict
        best[o.rule.id] = first._replace(
            goods=union(first.goods, second.goods) if same else first.goods,
            missing=union(first.missing, second.missing) if same else first.missing,
            open=union(first.open, second.open) if same else first.open,
        )
    return list(best.values())


def _weight(o: Outcome) -> int:
    return VERDICTS.index(o.verdict) if o.verdict else len(VERDICTS)


# --- over time ----------------------------------------------------------------------------------------------------


def _over_time(told: list[Told], *, flow: bool) -> list[Outcome]:
    """The findings of all stretches: a flow has the gravest, an act on an uncertain day is undetermined where they differ."""
    if len(told) == 1:
        return told[0].reached
    verdicts = {t.verdict for t in told}
    everything = [o for t in told for o in t.reached]
    merged = _one_each(everything)
    if len(verdicts) == 1:
        return merged
    if flow:
        return [_since(o, told) for o in merged]
    steady = {o.rule.id for o in told[0].reached}
    for t in told[1:]:
        here = {o.rule.id: o.verdict for o in t.reached}
        steady &= {o.rule.id for o in told[0].reached if here.get(o.rule.id) == o.verdict}
    return [o if o.rule.id in steady or o.verdict == "not_covered" else _uncertain(o) for o in merged]


def _uncertain(o: Outcome) -> Outcome:
    return o._replace(verdict="undetermined", why="straddles", missing=union(("date",), o.missing))


def _since(o: Outcome, told: list[Told]) -> Outcome:
    first = next(t.days[0] for t in told if any(r.rule.id == o.rule.id and r.verdict == o.verdict for r in t.reached))
    return o._replace(detail=o.detail or f"since:{first}") if first != told[0].days[0] else o


# --- the answer ---------------------------------------------------------------------------------------------------


def _finding(o: Outcome, verdict: Verdict, words: Words) -> Finding:
    graver = verdict == "prohibited" and o.verdict == "undetermined"
    rule = o.rule
    duty = o.why in ("duty", "ended", "undergone") or rule.measure.verdict == "none"
    return Finding(
        provision=rule.id,
        cite=rule.cite,
        effect="require" if duty and rule.measure.effect != "risk" else rule.measure.effect,
        verdict=o.verdict or "not_covered",
        because=words.because(o),
        goods=o.goods,
        # Rules 20: a fact is missing only if it could change the verdict; under a graver one it is not asked.
        missing=() if graver else o.missing,
        open=tuple(name for name in o.open if name not in o.missing),
        review=rule.review,
    )


def _open(findings: tuple[Finding, ...], told: list[Told]) -> tuple[str, ...]:
    """What is open: of the findings; where none reaches the dealing, the triggers of the measures that could."""
    reaching = [f for f in findings if f.effect != "require"]
    if reaching:
        return union(*(f.open for f in findings))
    return union(*(f.open for f in findings), *(o.open for t in told for o in t.asleep))


def _once(contests: tuple[Contest, ...]) -> tuple[Contest, ...]:
    return tuple({c.id: c for c in contests}.values())
