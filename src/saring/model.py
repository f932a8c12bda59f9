"""The words that all rooms speak: frozen values without input or output.

Every value is a frozen `msgspec.Struct`, so that one definition serves memory, JSON, YAML and the HTTP schema.
A span is `[start, end)` in Unicode code points of the opened text, and `text[start:end]` is the words it claims.
Sources: the contract (docs/contract.md) for names and meanings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

Kind = Literal[
    "goods", "arms", "military_training", "troops", "labour", "transport", "tourism", "joint_venture",
    "finance", "intellectual_property", "science", "technical_assistance", "aid", "diplomacy", "other",
]  # fmt: skip
Status = Literal["done", "ongoing", "planned", "offered", "wished", "alleged", "denied", "hypothetical"]
Polarity = Literal["act", "cessation", "enforcement"]
Role = Literal["main", "umbrella", "background", "supposition"]
Verdict = Literal["prohibited", "undetermined", "restricted", "exempt", "not_covered"]
Effect = Literal["prohibit", "restrict", "cap", "require", "exempt", "risk"]
Breadth = Literal["exact", "family", "vague"]
AsOfBasis = Literal["option", "date", "published", "lawbook"]
PublishedBasis = Literal["given", "stated", "inferred"]
ErrorCode = Literal[
    "missing_file", "not_a_file", "unreadable", "binary", "empty", "too_large", "bad_json", "bad_type",
    "unknown_key", "unknown_word", "unknown_fact", "bad_date", "unknown_regime", "unknown_provision",
]  # fmt: skip

VERDICTS: tuple[Verdict, ...] = ("prohibited", "undetermined", "restricted", "exempt", "not_covered")
REGIMES = ("UN", "EU", "US", "UK", "CN", "JP", "KR", "CH", "CA", "SG", "AU", "NZ", "RU", "ID")

Span = tuple[int, int]
FactValue = bool | int | float | str | list[str]


class SaringError(Exception):
    """A problem with what was given: it names the place, what was found and what is allowed.

    `code` is a word of the contract, `where` a file, line or key, `allowed` may be empty.
    """

    def __init__(self, code: ErrorCode, where: str, message: str, allowed: str = "") -> None:
        super().__init__(message)
        self.code: ErrorCode = code
        self.where = where
        self.message = message
        self.allowed = allowed

    def __str__(self) -> str:
        tail = f"; allowed: {self.allowed}" if self.allowed else ""
        return f"{self.where}: {self.message}{tail}"

    def inside(self, where: str) -> SaringError:
        """The same problem, placed in what stands around it (a line of a file)."""
        return SaringError(self.code, f"{where}, {self.where}", self.message, self.allowed)

    def problem(self) -> Problem:
        """The same as a value that can stand in an output."""
        message = f"{self.message}; allowed: {self.allowed}" if self.allowed else self.message
        return Problem(code=self.code, message=message, where=self.where)


class Value(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of all values that are read and written: frozen, strict, silent about defaults."""


class Problem(Value, frozen=True):
    """Why an input could not be used."""

    code: ErrorCode
    message: str
    where: str


# --- documents ---------------------------------------------------------------------------------------------------


class Noise(Value, frozen=True):
    """A stretch of the opened text from which nothing is read, and why ("teaser", "byline", "caption", "share")."""

    start: int
    end: int
    why: str


class Document(Value, frozen=True):
    """A text that was opened, with what the document says about itself; `text` is exactly what `saring open` prints."""

    source: str
    sha256: str
    text: str
    language: str
    title: str | None = None
    title_span: Span | None = None
    publisher: str | None = None
    dateline: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    noise: tuple[Noise, ...] = ()


# --- dealings ----------------------------------------------------------------------------------------------------


class Quote(Value, frozen=True):
    """A place of the text and its words."""

    start: int
    end: int
    quote: str


class Mention(Value, frozen=True):
    """Words at a span; `name` is their normalised form, `country` an ISO 3166 alpha-2 code."""

    words: str = ""
    span: Span | None = None
    name: str | None = None
    country: str | None = None
    role: str | None = None


class When(Value, frozen=True):
    """The time of an event: the words, and the first and last day (ISO 8601), both inside."""

    words: str
    first: str
    last: str
    span: Span | None = None


class Amount(Value, frozen=True):
    """A quantity or sum: `number` in `unit` (t, head, bbl, USD, people …)."""

    words: str
    number: float | None = None
    unit: str | None = None
    span: Span | None = None


class Good(Value, frozen=True):
    """Goods under one phrase; several codes mean one of these, not known which. `national` is an uncut code."""

    words: str | None = None
    hs: tuple[str, ...] = ()
    national: str | None = None
    quantity: float | None = None
    unit: str | None = None
    value_usd: float | None = None
    span: Span | None = None
    breadth: Breadth | None = None
    because: str | None = None


class Classification(Value, frozen=True):
    """What goods words mean in the nomenclature: codes likeliest first, or none when declined.

    Only `hs` of breadth exact or family carries a verdict; `proposals` never do. `question` would settle a vague one,
    `runner_up` is the reading that lost.
    """

    words: str
    hs: tuple[str, ...] = ()
    breadth: Breadth | None = None
    because: str = ""
    proposals: tuple[str, ...] = ()
    question: str | None = None
    runner_up: str | None = None
    national: str | None = None


class Dealing(Value, frozen=True, rename={"from_": "from"}):
    """One reported act or flow between two sides, in any status; the same keys whether read or given.

    Dates are ISO 8601 (day, month, year or first/last), sides ISO 3166 alpha-2; `facts` holds names of the
    closed vocabulary. `from_` gives, sends or supplies; `to` receives.
    """

    kind: Kind
    id: str | None = None
    status: Status | None = None
    polarity: Polarity = "act"
    role: Role = "main"
    from_: str | None = None
    to: str | None = None
    also_from: tuple[str, ...] = ()
    also_to: tuple[str, ...] = ()
    date: str | None = None
    published: str | None = None
    what: str | None = None
    goods: tuple[Good, ...] = ()
    facts: dict[str, FactValue] = {}
    parties: tuple[Mention, ...] = ()
    vessels: tuple[str, ...] = ()
    vehicles: tuple[Mention, ...] = ()
    amount: Amount | None = None
    when: When | None = None
    said_by: tuple[Mention, ...] = ()
    evidence: Quote | None = None
    mentions: tuple[Quote, ...] = ()
    regimes: tuple[str, ...] = ("UN",)
    determinations: tuple[Determination, ...] | UnsetType = UNSET


# What reads a document, with the goods spotter beside it: the built-in reader and the second one alike.
Reader = Callable[..., tuple[Dealing, ...]]


class Hit(Value, frozen=True):
    """A name of a list that resembles a queried name; a person decides whether it is a match."""

    list: str
    id: str
    name: str
    score: float
    because: tuple[str, ...] = ()
    strong: bool = False


class ClaimSeen(Value, frozen=True):
    """A sentence about the law as the text has it, before the law room judges it.

    `cited` is a resolution number as written, `year` and `month` those that the sentence gives to the act of law,
    `subject` a word of the claims vocabulary (textiles, coal, labour, arms …), `effect` ban, cap, duty or permit,
    `flow` from_partner or to_partner where the sentence says who may not do what.
    """

    quote: str
    span: Span
    language: str
    claims: str
    cited: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    subjects: tuple[str, ...] = ()
    effect: str | None = None
    flow: str | None = None
    addressee: str | None = None
    body: str | None = None


class Screened(Value, frozen=True):
    """What comparing the names of a dealing with lists gave: the lists with their dates, and hits by the fact they touch.

    A hit that touches no fact of the law asked stands under an empty name.
    """

    lists: dict[str, str] = {}
    hits: tuple[tuple[str, Hit], ...] = ()


# What compares the names of a dealing with lists.
Screen = Callable[[Dealing], Screened]


class LegalClaim(Value, frozen=True):
    """A sentence of the document that says what the law is, and whether it says so rightly."""

    quote: str
    span: Span
    claims: str
    cited: str | None = None
    provision: str | None = None
    correct: bool | None = None
    note: str | None = None


# --- determinations ----------------------------------------------------------------------------------------------


class Finding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measure's answer to a dealing."""

    provision: str
    cite: str
    effect: Effect
    verdict: Verdict
    because: str
    goods: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    applies: Literal["always", "if_bound", "bound"] = "always"
    review: str = "draft"


class Reading(Value, frozen=True):
    """How somebody reads a disputed provision."""

    by: str
    verdict: str
    note: str | None = None


class Contest(Value, frozen=True):
    """A dispute about the law that touches the dealing; `follows` is the verdict that the program follows."""

    id: str
    question: str
    readings: tuple[Reading, ...] = ()
    follows: str | None = None


class Determination(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All findings on a dealing under one regime; the first governs. A reading aid, not legal advice.

    `hits` are the names of the asked lists that resemble a party or ship: a person confirms a match, then the fact is
    given (`designated_party`, `vessel_designated`). `asked` is what was judged, without what only a text adds, so that the answer can be replayed.
    """

    id: str
    regime: str
    verdict: Verdict
    as_of: str
    as_of_basis: AsOfBasis
    lawbook: str
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    contested: tuple[Contest, ...] = ()
    checked: tuple[str, ...] = ()
    lists: dict[str, str] = {}
    caveats: tuple[str, ...] = ()
    hits: tuple[Hit, ...] | UnsetType = UNSET
    asked: Dealing | UnsetType = UNSET


class Failure(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line that could not be used, on its place in the output."""

    error: Problem
    id: str | None = None
    source: str | None = None


class Difference(Value, frozen=True):
    """One key on which two readings of a dealing part: kind, status, polarity, from, to, date, goods or verdict."""

    key: str
    built_in: str | None = None
    llm: str | None = None


class Disagreement(Value, frozen=True):
    """Where two readers part: a dealing that only one saw, or one that both saw with what differs.

    `built_in` is the id of a dealing of the document; `llm` is the dealing as the second reader has it.
    """

    sort: Literal["only_built_in", "only_llm", "differs"]
    built_in: str | None = None
    llm: Dealing | None = None
    differences: tuple[Difference, ...] = ()


class ReadBy(Value, frozen=True):
    """Which reader gave the dealings of a document, and what it dropped because the text does not bear it out."""

    reader: Literal["llm", "both"]
    model: str
    instructions: str
    dropped: dict[str, int] = {}
    details: dict[str, int] = {}


class Checked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was read from one document and determined about it."""

    source: str
    sha256: str
    language: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    dealings: tuple[Dealing, ...] = ()
    legal_claims: tuple[LegalClaim, ...] = ()
    read_by: ReadBy | UnsetType = UNSET
    disagreements: tuple[Disagreement, ...] | UnsetType = UNSET


class Report(msgspec.Struct, frozen=True):
    """The answer of `check`: every document in its place, those that failed as failures."""

    lawbook: str
    documents: tuple[Checked | Failure, ...] = ()
