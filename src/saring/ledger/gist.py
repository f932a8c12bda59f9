"""The gist of reports: what tells whether two documents report one event, folded over all reports of an event.

Two reports are one event when kind, sides and theme (goods heading, or the act) agree and their days overlap. The
days of an event are those on which all its reports agree, so that a chain of neighbours never runs together. Where
they doubt, reports stay apart: people can merge, and both are kept either way.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from hashlib import sha256

import msgspec

from saring.days import interval, length, plus
from saring.model import Checked, Dealing, SaringError

GOODS = ("goods", "arms", "aid")
BOTH_WAYS = frozenset(("transport", "diplomacy", "tourism", "joint_venture", "science"))
BROAD = frozenset(("transport", "diplomacy", "finance", "science", "technical_assistance", "other"))
ALIKE = 1.35  # amounts within this ratio may be one amount, rounded
RECENT = 14  # an undated report tells of the two weeks before it was published
WIDE = 92  # days; a longer window is a total or a state of things, and joins only others of its sort
SHORT, BRIEF = 31, 3
COPIED = 40  # characters from which on equal quotes are one text, printed twice
MOST = 30  # of each list that grows with the reports
FURTHEST = ("done", "ongoing", "alleged", "planned", "offered", "wished", "hypothetical", "denied")
WORD = re.compile(r"[^\W\d_]{3,}")


class Gist(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is known of an event from its reports; that of one report is a gist with `reports` 1.

    `fine` holds six-digit codes where all goods are known that finely; `amounts` (unit, least, most) of what was
    told; `base` the report that says most, which speaks for the event.
    """

    base: str
    fullness: float
    kind: str
    polarity: str
    supposed: bool
    umbrella: bool
    from_: str | None = None
    to: str | None = None
    first: str | None = None
    last: str | None = None
    basis: str = "none"
    headings: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    amounts: tuple[tuple[str, float, float], ...] = ()
    vessels: tuple[str, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    stems: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    reports: int = 1


def gist_of(report: str, dealing: Dealing, document: Checked) -> Gist:
    """The gist of one report; `report` is its id."""
    first, last, basis = window(dealing, document.published)
    codes = [code for good in dealing.goods for code in good.hs]
    acts = [f"{name}={value}" for name, value in dealing.facts.items() if name.endswith(("_act", "_field"))]
    amount = dealing.amount
    known = amount is not None and amount.number and amount.unit
    parties = {
        (" ".join((party.name or party.words).split())[:120], party.country or "")
        for party in dealing.parties
        if (party.name or party.words).strip()
    }
    return Gist(
        base=report,
        fullness=_fullness(dealing),
        kind=dealing.kind,
        polarity=dealing.polarity,
        supposed=dealing.role == "supposition" or dealing.status == "hypothetical",
        umbrella=dealing.role == "umbrella",
        from_=dealing.from_,
        to=dealing.to,
        first=first,
        last=last,
        basis=basis,
        headings=_sorted(code[:4] for code in codes),
        fine=_sorted(codes) if codes and all(len(code) >= 6 for code in codes) else (),
        acts=_sorted(acts),
        means=_sorted(each.role for each in dealing.vehicles if each.role),
        amounts=((amount.unit or "", float(amount.number or 0), float(amount.number or 0)),)
        if amount and known
        else (),
        vessels=_sorted(_plain(name) for name in dealing.vessels),
        parties=tuple(sorted(parties))[:MOST],
        stems=_stems(dealing, document.language),
        quotes=_quotes(dealing),
        roles=(dealing.role,),
        statuses=(dealing.status,) if dealing.status else (),
        languages=(document.language,),
    )


def window(dealing: Dealing, published: str | None) -> tuple[str | None, str | None, str]:
    """The first and last day on which the event may have been, and what they rest on."""
    date = dealing.date or (f"{dealing.when.first}/{dealing.when.last}" if dealing.when else None)
    for given, basis in ((date, "date"), (dealing.published or published, "published")):
        if not given:
            continue
        try:
            first, last = interval(given)
        except SaringError:  # a date that is none says nothing about the day
            continue
        return (first, last, basis) if basis == "date" else (plus(first, -RECENT), last, basis)
    return None, None, "none"


def folded(event: Gist, report: Gist) -> Gist:
    """The gist of an event with one further report; the earlier of two equally full reports goes on speaking for it."""
    first, last, basis = _days(event, report)
    better = report.fullness > event.fullness
    best = report if better else event
    return Gist(
        base=best.base,
        fullness=best.fullness,
        kind=best.kind,
        polarity=best.polarity,
        supposed=event.supposed and report.supposed,
        umbrella=event.umbrella and report.umbrella,
        from_=best.from_,
        to=best.to,
        first=first,
        last=last,
        basis=basis,
        headings=_union(event.headings, report.headings),
        fine=_union(event.fine, report.fine) if event.fine and report.fine else (),
        acts=_union(event.acts, report.acts),
        means=_union(event.means, report.means),
        amounts=_amounts(event, report),
        vessels=_union(event.vessels, report.vessels),
        parties=tuple(sorted({*event.parties, *report.parties}))[:MOST],
        stems=_union(event.stems, report.stems),
        quotes=tuple(dict.fromkeys((*event.quotes, *report.quotes)))[:MOST],
        roles=_union(event.roles, report.roles),
        statuses=_union(event.statuses, report.statuses),
        languages=_union(event.languages, report.languages),
        reports=event.reports + report.reports,
    )


def status_of(gist: Gist) -> tuple[str | None, bool]:
    """The furthest that a report goes, and whether some report denies what another asserts."""
    status = next((word for word in FURTHEST if word in gist.statuses), None)
    return status, "denied" in gist.statuses and len(gist.statuses) > 1


def keys(gist: Gist) -> tuple[str, ...]:
    """Where an event of this gist is found: kind, sides and theme, and the words that it may share with a copy."""
    sides = (gist.from_ or "-", gist.to or "-")
    low, high = sorted(sides) if gist.kind in BOTH_WAYS else sides
    sort = ("s" if gist.supposed else "") + ("u" if gist.umbrella else "") + ("w" if _wide(gist) else "")
    stem = f"{gist.kind}|{gist.polarity}|{sort}|{low}|{high}"
    themes = sorted({code[:2] for code in gist.headings}) if gist.kind in ("goods", "aid") else []
    return (*(f"{stem}|{theme}" for theme in themes or ("-",)), *(f"quote|{gist.kind}|{each}" for each in gist.quotes))


def likeness(event: Gist, report: Gist) -> float | None:
    """How well a report fits an event, or None where it tells another one."""
    if _parted(event, report):
        return None
    if set(event.quotes) & set(report.quotes):
        return 100.0
    shared = set(event.headings) & set(report.headings)
    near = _near(event.headings, report.headings)
    if event.kind in GOODS and not (near or (not event.headings and not report.headings) or event.kind == "arms"):
        return None
    if not _overlap(event, report) or not _one_theme(event, report):
        return None
    score = 3.0 * bool(shared) + near + 2.0 * bool(set(event.acts) & set(report.acts))
    score += 2.0 * (event.basis == report.basis == "date") + 1.0 * bool(set(event.stems) & set(report.stems))
    score += 3.0 * bool(set(event.vessels) & set(report.vessels)) + 2.0 * bool(event.amounts and report.amounts)
    return score + 1.0 * bool({name for name, _ in event.parties} & {name for name, _ in report.parties})


def _parted(event: Gist, report: Gist) -> bool:
    """What keeps two reports apart whatever else agrees."""
    if (event.kind, event.polarity) != (report.kind, report.polarity):
        return True
    if event.supposed != report.supposed or event.umbrella != report.umbrella:
        return True
    ends = (event.from_, event.to), (report.from_, report.to)
    if ends[0] != ends[1] and not (event.kind in BOTH_WAYS and ends[0] == ends[1][::-1]):
        return True
    if event.fine and report.fine and not set(event.fine) & set(report.fine):
        return True
    if event.headings and report.headings and event.kind != "arms" and not _near(event.headings, report.headings):
        return True
    for one, other in ((event.acts, report.acts), (event.means, report.means), (event.vessels, report.vessels)):
        if one and other and not set(one) & set(other):
            return True
    told = {unit: (least, most) for unit, least, most in event.amounts}
    return any(
        unit in told and (most > told[unit][0] * ALIKE or told[unit][1] > least * ALIKE)
        for unit, least, most in report.amounts
    )


def _one_theme(event: Gist, report: Gist) -> bool:
    """Whether what is not told by codes is one thing: the act, common words, an amount, or few dated days."""
    if event.kind in GOODS and (event.headings or report.headings or event.kind == "aid"):
        return True
    if event.kind == "transport" and not set(event.vessels) & set(report.vessels):  # trains and ships come every week
        return all(each.basis == "date" and _length(each) <= BRIEF for each in (event, report))
    if set(event.acts) & set(report.acts) or set(event.stems) & set(report.stems):
        return True
    if {unit for unit, _, _ in event.amounts} & {unit for unit, _, _ in report.amounts}:
        return True
    most = BRIEF if event.kind in BROAD or event.kind in GOODS else SHORT
    return all(each.basis == "date" and _length(each) <= most for each in (event, report))


def _overlap(event: Gist, report: Gist) -> bool:
    if event.first is None or report.first is None or event.last is None or report.last is None:
        return False
    return event.first <= report.last and report.first <= event.last


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a heading stands in both, or under a chapter of the other."""
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _days(event: Gist, report: Gist) -> tuple[str | None, str | None, str]:
    """The days on which both agree; a dated report goes before an undated one; where they part, all their days."""
    if report.first is None or (event.basis == "date" and report.basis != "date"):
        return event.first, event.last, event.basis
    if event.first is None or (report.basis == "date" and event.basis != "date"):
        return report.first, report.last, report.basis
    first, last = max(event.first, report.first), min(event.last or "", report.last or "")
    if first <= last:
        return first, last, event.basis
    return min(event.first, report.first), max(event.last or "", report.last or ""), event.basis


def _length(gist: Gist) -> int:
    return length((gist.first, gist.last)) if gist.first and gist.last else 0


def _wide(gist: Gist) -> bool:
    return _length(gist) > WIDE


def _amounts(event: Gist, report: Gist) -> tuple[tuple[str, float, float], ...]:
    told = {unit: (least, most) for unit, least, most in event.amounts}
    for unit, least, most in report.amounts:
        low, high = told.get(unit, (least, most))
        told[unit] = (min(low, least), max(high, most))
    return tuple((unit, *told[unit]) for unit in sorted(told))[:MOST]


def _fullness(dealing: Dealing) -> float:
    """How much a report says; who denies or supposes speaks for an event only where nobody else does."""
    coded = any(good.hs for good in dealing.goods)
    score = 2.0 * (dealing.from_ is not None) + 2.0 * (dealing.to is not None) + 1.5 * coded + 0.5 * bool(dealing.goods)
    score += 1.0 * (dealing.date is not None) + 0.5 * bool(dealing.said_by) + 0.5 * (dealing.amount is not None)
    score += min(len(dealing.facts), 4) * 0.25 - 4.0 * (dealing.status in ("denied", "hypothetical"))
    return score - 8.0 * (not dealing.determinations)


def _stems(dealing: Dealing, language: str) -> tuple[str, ...]:
    words = WORD.findall((dealing.what or "").casefold())
    return _sorted(f"{language}:{word[:5]}" for word in words[:12])


def _quotes(dealing: Dealing) -> tuple[str, ...]:
    if dealing.evidence is None:
        return ()
    plain = _plain(dealing.evidence.quote)
    return (sha256(plain.encode("utf-8", "replace")).hexdigest()[:24],) if len(plain) >= COPIED else ()


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return one if set(other) <= set(one) else tuple(sorted({*one, *other}))[:MOST]


def _sorted(words: object) -> tuple[str, ...]:
    return tuple(sorted(set(words)))[:MOST]  # type: ignore[call-overload]


def period_of(first: str | None, last: str | None, basis: str) -> str:
    """The month in which an event is counted: of its first day, or of publication where it has no date; else empty."""
    day = first if basis == "date" else last
    return day[:7] if day else ""


def earliest(last: str) -> str:
    """The first day from which a window that is not wide can begin and still touch this one."""
    return (dt.date.fromisoformat(last) - dt.timedelta(days=WIDE + RECENT)).isoformat()
