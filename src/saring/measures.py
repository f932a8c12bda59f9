"""The words of the law: what a lawbook file says, and the compiled lawbook that findings and sweep take as argument.

A condition is a `Clause`; there is no expression language. Dates are ISO 8601 days, both ends of every period inside.
Sources: docs/decisions/0002 (law as strict YAML), 0003 (missing and open), 0006 (text and reading kept apart).
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from saring.model import Effect, FactValue, Kind, Reading, Value, Verdict

Flow = Literal["from_partner", "to_partner", "both", "within", "none"]
Basis = Literal[
    "text", "eu_annex", "eu_annex_ex", "cn_customs", "plain_word", "coarse", "national_lists", "contested", "pointer"
]
Weight = Literal["decides", "contested", "asks"]
Binding = Literal[
    "decides",
    "requires",
    "requires_not_chapter_vii",
    "clarifies",
    "affirms",
    "recalls",
    "emphasises",
    "underlines",
    "calls_upon",
    "requests",
]
Rank = Literal["goods", "act", "general", "person", "use", "list", "update"]

WEIGHT_OF_BASIS: dict[str, Weight] = {
    "text": "decides",
    "eu_annex": "decides",
    "eu_annex_ex": "decides",
    "cn_customs": "decides",
    "plain_word": "decides",
    "coarse": "decides",
    "national_lists": "decides",
    "contested": "contested",
    "pointer": "asks",
}


class Clause(Value, frozen=True, rename={"is_": "is", "all_": "all", "any_": "any", "not_": "not"}):
    """A condition: one test of a fact, of the kind or of the goods, or several joined by all, any, not.

    `unknown` overrides what an unknown fact does here: `open` leaves the measure asleep, `missing` asks for it, `after`
    asks for it only once all that stands before it in the same `all` is known.
    """

    fact: str | None = None
    is_: FactValue | UnsetType = UNSET
    before: str | None = None
    by: str | None = None
    after: str | None = None
    at_most: float | None = None
    above: float | None = None
    has: str | None = None
    known: bool | None = None
    unknown: Literal["open", "missing", "after"] | None = None
    reckoned: str | None = None
    kind: tuple[Kind, ...] = ()
    goods: Literal["listed"] | None = None
    hs: tuple[str, ...] = ()
    party: Literal["partner"] | None = None
    all_: tuple[Clause, ...] = ()
    any_: tuple[Clause, ...] = ()
    not_: Clause | None = None


class Period(Value, frozen=True, rename={"from_": "from"}):
    """Days on which something holds, both inside; an open end holds until today."""

    from_: str
    until: str | None = None
    ended_by: str | None = None
    how: Literal["replaced", "overtaken", "lapsed"] | None = None


class Block(Value, frozen=True, rename={"except_": "except"}):
    """HS codes that a measure covers, on whose word, and under which condition they count.

    `exactly` counts a code only when the dealing names that very code, not one below it; `except_` takes codes out.
    """

    codes: tuple[str, ...]
    basis: Basis
    by: str | None = None
    note: str | None = None
    when: Clause | None = None
    exactly: bool = False
    except_: tuple[str, ...] = ()


class Goods(Value, frozen=True):
    """The goods of a measure: in the words of the lawbook, and as codes with their basis."""

    words: str
    blocks: tuple[Block, ...] = ()


class Pending(Value, frozen=True):
    """What holds while all of an exception is shown but these facts, which may still come: the notice after landing."""

    facts: tuple[str, ...]
    then: Verdict


class WayOut(Value, frozen=True, rename={"asked_if": "missing_when"}):
    """A way out of a measure: it counts when all of its condition is shown.

    `pending` gives the verdict while only the named facts are unknown; `missing_when` turns its unknown facts from
    open into missing.
    """

    id: str
    what: str
    when: Clause
    then: Verdict = "exempt"
    cite: str | None = None
    in_force: Period | None = None
    pending: Pending | None = None
    asked_if: Clause | None = None
    note: str | None = None


class Measure(Value, frozen=True):
    """What a provision makes apply to which dealings, from when until when.

    `when` brings it in, `raised_by` wakes its triggers, `outside` takes a dealing out (`presumed_outside`: also while
    that is unknown), `doubtful_when` leaves it undetermined, `asks_when` limits when a sleeping trigger is listed as
    open, `ends` says which ending or enforcing act the provision orders, `lifts_all` marks the Committee's general
    exemption, `drops` names codes that the successor no longer lists, on purpose.
    """

    effect: Effect
    binding: Binding
    title: str
    flow: Flow
    in_force: Period
    kinds: tuple[Kind, ...] = ()
    suffix: str | None = None
    rank: Rank = "act"
    verdict: Verdict | Literal["none"] | None = None
    goods: Goods | None = None
    when: Clause | None = None
    raised_by: Clause | None = None
    outside: Clause | None = None
    presumed_outside: Clause | None = None
    doubtful_when: Clause | None = None
    asks_when: Clause | None = None
    unless: tuple[WayOut, ...] = ()
    prohibited_when: Clause | None = None
    restricted_when: Clause | None = None
    ends: Clause | None = None
    lifts_all: bool = False
    contested: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    note: str | None = None
    title_id: str | None = None


class Review(Value, frozen=True):
    """How far an entry was compared with its source; `from_memory` names what no source supports yet."""

    status: Literal["draft", "compared"] = "draft"
    confidence: Literal["verified", "memory"] = "verified"
    from_memory: tuple[str, ...] = ()
    number_by_position: bool = False
    unconfirmed: tuple[str, ...] = ()


class Provision(Value, frozen=True):
    """One paragraph of an instrument: its citation, its gist in our words, and its measures (none: `no_rule` says why)."""

    provision: str
    cite: str
    title: str
    gist: str
    review: Review
    sources: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    no_rule: str | None = None


class Source(Value, frozen=True):
    """A source that the lawbook leans on: what it is, and where it lies."""

    what: str
    where: str


class Ask(Value, frozen=True):
    """The question to put to a person, by language."""

    en: str
    id: str


class Fact(Value, frozen=True, rename={"else_": "else"}):
    """A name of the closed vocabulary: type, role, what an unknown one does, and what stands in for it."""

    type: Literal["truth", "date", "number", "code", "text-list"]
    role: Literal["fact", "trigger", "exception"]
    if_unknown: Literal["missing", "open"]
    ask: Ask
    values: tuple[str, ...] = ()
    else_: str | None = None
    else_by_code: dict[str, str] = msgspec.field(default_factory=dict)
    kinds: tuple[Kind, ...] = ()
    asked_by: tuple[str, ...] = ()
    note: str | None = None


class Dispute(Value, frozen=True):
    """A contested question of law: who reads it how, which verdict is followed, and which dealings it touches.

    A `settled` one is kept as guidance for readers of the law and touches no output.
    """

    id: str
    question: str
    follows: str
    reasoning: str
    provisions: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    settled: bool = False
    flow: Flow = "both"
    kinds: tuple[Kind, ...] = ()
    codes: tuple[str, ...] = ()
    when: Clause | None = None
    in_force: Period | None = None
    sources: tuple[str, ...] = ()


class KnownName(Value, frozen=True):
    """A body that the resolutions or the Committee listed by name, so that its mention raises the question of a match.

    `kinds` and `flow` narrow it to what the body takes part in as the law minds it (funds and goods to a ministry).
    """

    id: str
    names: tuple[str, ...]
    fact: str
    listed: str
    then: Literal["ask", "match"] = "ask"
    kinds: tuple[Kind, ...] = ()
    flow: Flow = "both"
    note: str | None = None


class Held(Value, frozen=True):
    """What one provision holds on a subject: a ban, a ceiling, a duty or a freedom, which way, and since when."""

    provision: str
    effect: Literal["ban", "cap", "duty", "permit"]
    flow: Flow
    in_force: Period
    amounts: tuple[str, ...] = ()


class Topic(Value, frozen=True):
    """A subject of which sentences about the law speak, with what the law holds on it, in the order of time."""

    subject: str
    holds: tuple[Held, ...] = ()
    wider: tuple[str, ...] = ()


class Act(Value, frozen=True):
    """What a State holds on a subject by its own law, since when, and where it stands."""

    subject: str
    effect: Literal["ban", "cap", "duty", "permit"]
    since: str
    cite: str


class Abroad(Value, frozen=True):
    """A State or Union whose own law sentences in the press speak of; `names` are words that name it."""

    body: str
    names: tuple[str, ...]
    acts: tuple[Act, ...]


class Instrument(Value, frozen=True):
    """An act of law, with the day of its adoption."""

    id: str
    cite: str
    adopted: str
    note: str | None = None


class Regime(Value, frozen=True):
    """All measures on one situation under one body: whom they bind, whom they are about, when the law was last checked.

    `by_partner`: asked only of dealings that name the partner; the others are asked of every dealing.
    """

    regime: str
    situation: str
    title: str
    partner: str
    checked_on: str
    instruments: tuple[Instrument, ...]
    binds_all: bool = True
    by_partner: bool = False
    lacks: tuple[str, ...] = ()
    meta: dict[str, str] = msgspec.field(default_factory=dict)


class Rule(Value, frozen=True):
    """A measure with what its provision and regime say of it, ready to be asked; `id` is the full provision id.

    `coded`: it looks at HS codes. `facts` and `kinds` are all that its clauses name: a dealing that has none of them is
    no concern of the rule.
    """

    id: str
    cite: str
    instrument: str
    adopted: str
    paragraph: str
    partner: str
    measure: Measure
    review: str
    memory: bool = False
    coded: bool = False
    facts: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()


class Situation(Value, frozen=True):
    """One compiled regime on one partner."""

    regime: Regime
    provisions: tuple[Provision, ...]
    rules: tuple[Rule, ...]
    disputes: tuple[Dispute, ...]
    names: tuple[KnownName, ...]
    topics: tuple[Topic, ...]
    abroad: tuple[Abroad, ...]
    boundaries: tuple[str, ...]


class Lawbook(msgspec.Struct, frozen=True):
    """The whole law that is loaded: its version, the vocabulary of facts, and every situation.

    `wordy` are the HS codes of which the law asks more than a code says, so that words beside a code must be read.
    """

    version: str
    checked_on: str
    facts: dict[str, Fact]
    situations: tuple[Situation, ...]
    wordy: tuple[str, ...] = ()
    sources: dict[str, Source] = msgspec.field(default_factory=dict)

    def of(self, regime: str) -> tuple[Situation, ...]:
        """The situations of one regime, in the order of their names; empty when it is not loaded."""
        return tuple(s for s in self.situations if s.regime.regime == regime)

    def main(self, regime: str) -> Situation | None:
        """The situation of a regime that texts and tables are read for: the first that is asked of every dealing."""
        return next((s for s in self.of(regime) if not s.regime.by_partner), None)

    @property
    def regimes(self) -> tuple[str, ...]:
        """The regimes that are loaded, sorted."""
        return tuple(sorted({s.regime.regime for s in self.situations}))
