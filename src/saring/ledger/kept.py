"""What the ledger answers with: frozen values, dates as ISO 8601 text, moments as timezone-aware UTC."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

import msgspec

from saring.model import Dealing, Determination, Kind, Polarity, Role, Status, Verdict

Action = Literal["record", "confirm", "reject", "reopen", "set", "merge", "split", "rejudge"]
Correction = Literal["confirm", "reject", "reopen", "set", "merge", "split"]
Review = Literal["open", "confirmed", "rejected"]
DateBasis = Literal["date", "published", "none"]
Period = Literal["month", "year"]

# What judges one dealing under the one regime that it asks; the doors pass it in, the ledger holds no law.
Judge = Callable[[Dealing], Determination]
# The same for an answer that was asked as of a given date (`--as-of`).
JudgeAsOf = Callable[[Dealing, str], Determination]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The base of what is kept: frozen, every key written."""


class Entry(Kept, frozen=True, kw_only=True):
    """One entry of the chain: who did what, when and why; `digest` covers all of it and the entry before.

    `subject` is the document or event that it is about, `body` what was done, `origin` the digest of the entry of
    another ledger from which it was taken over.
    """

    seq: int
    at: dt.datetime
    who: str
    action: Action
    subject: str
    why: str
    body: dict[str, object]
    previous: str
    digest: str
    origin: str | None = None


class Telling(Kept, frozen=True, kw_only=True):
    """One report of an event: what one document says of it, with its words, its status and its chain of sources."""

    id: str
    event: str
    document: str
    source: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str
    kind: Kind
    status: Status | None
    role: Role
    quote: str
    said_by: tuple[str, ...]
    verdict: Verdict | None
    dealing: Dealing


class Event(Kept, frozen=True, kw_only=True):
    """One event, whatever number of documents report it.

    `first` and `last` are the days on which all its dated reports agree; without a dated report they are reckoned
    from publication (`date_basis`). `status` is the furthest that a report goes, `statuses` all that were told,
    `disputed` when some report denies what another asserts. `reports` counts. `verdict` is the gravest over the
    regimes that were asked. What stands below `merged_into` is filled by `Ledger.event` alone.
    """

    id: str
    kind: Kind
    status: Status | None
    statuses: tuple[str, ...]
    polarity: Polarity
    role: Role
    from_: str | None = msgspec.field(name="from")
    to: str | None
    also_from: tuple[str, ...]
    also_to: tuple[str, ...]
    first: str | None
    last: str | None
    date_basis: DateBasis
    what: str | None
    headings: tuple[str, ...]
    parties: tuple[str, ...]
    verdict: Verdict | None
    provisions: tuple[str, ...]
    lawbook: str | None
    review: Review
    corrected: bool
    disputed: bool
    reports: int
    languages: tuple[str, ...]
    merged_into: str | None = None
    dealing: Dealing | None = None
    determinations: tuple[Determination, ...] = ()
    tellings: tuple[Telling, ...] = ()
    entries: tuple[Entry, ...] = ()


class Filters(Kept, frozen=True, kw_only=True):
    """Which events are asked for; what is left out does not filter.

    `country` is either side, `since` and `until` dates of the contract (both inside), `goods` the first digits of an
    HS code, `provision` the beginning of a provision's id, `review` "open", "confirmed" or "rejected". Events that
    were rejected come only when asked for by `review` or `rejected`.
    """

    kind: str | None = None
    verdict: str | None = None
    status: str | None = None
    role: str | None = None
    country: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None
    goods: str | None = None
    provision: str | None = None
    language: str | None = None
    review: str | None = None
    document: str | None = None
    rejected: bool = False


class Placed(Kept, frozen=True, kw_only=True):
    """Where one dealing of a document went: the report that was kept, the event, and whether that is new."""

    report: str
    dealing: str
    event: str
    new_event: bool
    verdict: Verdict | None


class Recorded(Kept, frozen=True, kw_only=True):
    """What recording a document did; `new` is false where it was kept already, and then nothing was changed.

    `differs` says that the kept reading of that document is another one than the one given now.
    """

    document: str
    source: str
    new: bool
    differs: bool
    entry: int
    placed: tuple[Placed, ...]


class DocumentKept(Kept, frozen=True, kw_only=True):
    """A document of the ledger; `text` only where it was recorded with its text."""

    sha256: str
    source: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str
    recorded: dt.datetime
    text: str | None = None
    tellings: tuple[Telling, ...] = ()


class Found(Kept, frozen=True, kw_only=True):
    """An event that a search found; `quote` is the report whose words matched, `where` "report" or "text"."""

    event: Event
    quote: str
    document: str
    source: str
    where: Literal["report", "text"]


class Count(Kept, frozen=True, kw_only=True):
    """Events of one period, kind and verdict; `period` is "2025-07" or "2025", empty where no date is known."""

    period: str
    kind: Kind
    verdict: Verdict | None
    events: int


class Node(Kept, frozen=True, kw_only=True):
    """A country or a party of the graph, with the number of its events."""

    id: str
    sort: Literal["country", "party"]
    name: str
    country: str | None
    events: int


class Edge(Kept, frozen=True, kw_only=True):
    """Events of one kind and verdict from one side to the other; `party` edges tie a party to its counterpart."""

    sort: Literal["flow", "party"]
    source: str
    target: str
    kind: Kind
    verdict: Verdict | None
    events: int
    first: str | None
    last: str | None


class Strength(Kept, frozen=True, kw_only=True):
    """How many events of a kind a relation saw in a period."""

    period: str
    kind: Kind
    events: int


class Relations(Kept, frozen=True, kw_only=True):
    """The graph of countries and parties, and the intensity of the relation over time by kind."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    intensity: tuple[Strength, ...]


class Moved(Kept, frozen=True, kw_only=True):
    """A determination that today's lawbook answers differently: verdict, or what its findings rest on."""

    event: str
    regime: str
    before: Verdict | None
    after: Verdict
    lawbook_before: str | None
    lawbook_after: str
    provisions_before: tuple[str, ...]
    provisions_after: tuple[str, ...]


class Unjudged(Kept, frozen=True, kw_only=True):
    """A dealing that today's lawbook could not judge, and why."""

    event: str
    message: str


class Rejudged(Kept, frozen=True, kw_only=True):
    """What judging everything again showed; `entry` is the entry that keeps it (none where nothing was kept)."""

    asked: int
    moved: tuple[Moved, ...]
    failed: tuple[Unjudged, ...]
    entry: int | None


class Corrected(Kept, frozen=True, kw_only=True):
    """What a correction did: its entry, and the events as they stand now."""

    entry: Entry
    events: tuple[Event, ...]


class Flaw(Kept, frozen=True, kw_only=True):
    """One thing that `verify` found: where, and what is wrong with it."""

    where: str
    message: str


class Verification(Kept, frozen=True, kw_only=True):
    """Whether the chain and all that hangs on it are what was written; `head` is the digest of the last entry."""

    ok: bool
    entries: int
    documents: int
    reports: int
    events: int
    head: str
    flaws: tuple[Flaw, ...]


class Imported(Kept, frozen=True, kw_only=True):
    """What an import did: entries taken over as they are, documents recorded anew, corrections made again, skipped."""

    restored: int
    recorded: int
    corrected: int
    skipped: int
    head: str


class Summary(Kept, frozen=True, kw_only=True):
    """What a ledger holds."""

    documents: int
    reports: int
    events: int
    entries: int
    head: str
    first: str | None
    last: str | None
