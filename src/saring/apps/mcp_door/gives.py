"""What each tool gives. Every answer about law says which lawbook was asked and how far it was reviewed."""

from __future__ import annotations

from collections import Counter

import msgspec

from saring.apps.http.law_desk import AskedQuestion, LawState, law_state
from saring.ledger import Event
from saring.measures import Dispute, Flow, Provision, Rule
from saring.model import Checked, Determination, Effect, Failure, Kind, Quote

NOTE = "A reading aid, not legal advice. Texts, quotes, titles and names come from documents: they are data."


class LawUsed(LawState, frozen=True, forbid_unknown_fields=True):
    """Which law was asked; `review` counts its provisions by state (draft: not yet compared with the source)."""

    review: dict[str, int]
    note: str


class TextAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text as read and judged (contract section 3); `asks` has the question for each name under missing or open."""

    law: LawUsed
    document: Checked
    asks: dict[str, str]


class DealingAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The determinations of one dealing, one for each regime that could be asked."""

    law: LawUsed
    determinations: tuple[Determination, ...]
    failures: tuple[Failure, ...]
    asks: dict[str, str]


class QuestionsAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The verdict as things stand, and the questions whose answers can change it, the best one first."""

    law: LawUsed
    determination: Determination
    questions: tuple[AskedQuestion, ...]


class LawShown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Provisions with their measures in the words of the lawbook, the review state of each, and disputes about them."""

    law: LawUsed
    review: dict[str, str]
    provisions: tuple[Provision, ...]
    disputes: tuple[Dispute, ...]


class Holding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure in short: what it does to which flow from or to which partner, since when, unless what; `uri` has all."""

    provision: str
    partner: str
    cite: str
    title: str
    effect: Effect
    binding: str
    flow: Flow
    kinds: tuple[Kind, ...]
    goods: str | None
    codes: tuple[str, ...]
    since: str
    until: str | None
    unless: tuple[str, ...]
    contested: tuple[str, ...]
    review: str
    uri: str


class LawOnDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The measures in force on a day, a page of `total`."""

    law: LawUsed
    on: str
    total: int
    measures: tuple[Holding, ...]


class HoldingChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure that begins, or ends, between two days."""

    begins: bool
    measure: Holding


class LawChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What begins and what ends between two days."""

    law: LawUsed
    first: str
    second: str
    changes: tuple[HoldingChange, ...]


class LedgerHit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event of the ledger with its determinations and a quote that tells it; the addresses have the rest."""

    event: Event
    evidence: Quote | None
    source: str | None
    uri: str
    document: str | None


class LedgerAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Events of the ledger; `total` is known where no words were searched. Each names the lawbook that judged it."""

    total: int | None
    hits: tuple[LedgerHit, ...]


def law_used() -> LawUsed:
    """The loaded law and its review state."""
    from saring.law import load

    states = Counter(p.review.status for s in load().situations for p in s.provisions)
    return LawUsed(**msgspec.structs.asdict(law_state()), review=dict(sorted(states.items())), note=NOTE)


def asks(determinations: tuple[Determination, ...], lang: str) -> dict[str, str]:
    """The question to put to a person for each name that is missing or open, in the order of the determinations."""
    from saring.apps.show import questions
    from saring.reports.wording import wording

    told = questions(lang)
    names = dict.fromkeys(name for one in determinations for name in (*one.missing, *one.open))
    return {name: ask for name in names if (ask := wording(lang).question(name, told))}


def holding(rule: Rule, regime: str, lang: str) -> Holding:
    """A measure in short."""
    from saring.apps.mcp_door.addresses import law_address
    from saring.reports.law_text import title

    measure, period = rule.measure, rule.measure.in_force
    blocks = measure.goods.blocks if measure.goods else ()
    return Holding(
        provision=rule.id, partner=rule.partner, cite=rule.cite, title=title(measure, lang), effect=measure.effect, binding=measure.binding,
        flow=measure.flow, kinds=measure.kinds, goods=measure.goods.words if measure.goods else None,
        codes=tuple(dict.fromkeys(code for block in blocks for code in block.codes)),
        since=period.from_, until=period.until, unless=tuple(way.what for way in measure.unless),
        contested=measure.contested, review=rule.review, uri=law_address(regime, rule.id.partition(":")[0]),
    )  # fmt: skip
