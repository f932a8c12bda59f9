"""What each tool takes. The schema that a caller sees is written from these very values."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from saring.apps.http.lists_desk import ScreenRequest

Language = Annotated[Literal["en", "id"], Meta(description="Language of reasons and questions: English or Indonesian.")]
AsOf = Annotated[str, Meta(description="Ask the law of this date instead of the dealing's own: YYYY-MM-DD, a month, a year, or first/last.")]  # fmt: skip
Day = Annotated[str, Meta(description="A day, month or year, ISO 8601; of a month or year its last day counts.")]
Lists = Annotated[str, Meta(description="Compare parties and ships with these installed lists: names parted by commas, or all.")]  # fmt: skip
Goods = Annotated[str, Meta(description="An HS code of 2 to 6 digits.")]
Partner = Annotated[str, Meta(description="Only law about dealings with this country, ISO 3166 alpha-2, such as KP.")]
Brief = Annotated[bool, Meta(description="Leave out of each determination the long list of all measures that were asked.")]  # fmt: skip
GivenDealing = Annotated[dict[str, Any], Meta(description="A dealing of the contract; one that check_text gave is taken unchanged.")]  # fmt: skip
Limit = Annotated[int, Meta(ge=1, le=500)]
FewHits = Annotated[int, Meta(ge=1, le=100)]
Offset = Annotated[int, Meta(ge=0, le=10_000_000)]


class Takes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of what tools take: no member that is not named."""


class CheckText(Takes, frozen=True, kw_only=True):
    """A text, and when it was published where it does not say so itself."""

    text: Annotated[str, Meta(description="The whole text of the document, unchanged; spans count its characters.")]
    published: Annotated[str, Meta(description="When it was published: a day, month or year.")] | None = None
    as_of: AsOf | None = None
    lists: Lists | None = None
    lang: Language | None = None
    brief: Brief = False


class Determine(Takes, frozen=True, kw_only=True):
    """One dealing."""

    dealing: GivenDealing
    as_of: AsOf | None = None
    lists: Lists | None = None
    lang: Language | None = None
    brief: Brief = False


class Questions(Takes, frozen=True, kw_only=True):
    """One dealing about which to ask."""

    dealing: GivenDealing
    as_of: AsOf | None = None
    lang: Language | None = None
    brief: Brief = False


class LawShow(Takes, frozen=True, kw_only=True):
    """A provision by its name."""

    provision: Annotated[str, Meta(description="2397/6, UNSCR-2397-6, UNSCR-2397-6:food, or 2397 for the whole act.", max_length=200)]  # fmt: skip


class LawOn(Takes, frozen=True, kw_only=True):
    """A day, and what narrows the measures in force on it."""

    on: Day
    partner: Partner | None = None
    kind: Annotated[str, Meta(description="A kind of dealing: goods, labour, arms, transport …")] | None = None
    goods: Goods | None = None
    effect: Annotated[str, Meta(description="prohibit, restrict, cap, require, exempt or risk.")] | None = None
    provision: Annotated[str, Meta(description="Only this paragraph or act: 2397/6 or 2397.", max_length=200)] | None = None  # fmt: skip
    limit: Limit = 50
    offset: Offset = 0
    lang: Language | None = None


class LawDiff(Takes, frozen=True, kw_only=True):
    """Two days, the earlier one first."""

    first: Day
    second: Day
    partner: Partner | None = None
    goods: Goods | None = None
    lang: Language | None = None


class Screen(ScreenRequest, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A name and what else is known of the party; `line` is the score from which a name is a hit."""


class LedgerSearch(Takes, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Words and filters; without words, all that the filters let through, newest first."""

    words: Annotated[str, Meta(description="Words that reports or their documents have, all of them.", max_length=500)] = ""  # fmt: skip
    kind: str | None = None
    verdict: str | None = None
    status: str | None = None
    role: str | None = None
    country: Annotated[str, Meta(description="Either side, ISO 3166 alpha-2.")] | None = None
    from_: str | None = None
    to: str | None = None
    since: Day | None = None
    until: Day | None = None
    party: str | None = None
    goods: Goods | None = None
    provision: Annotated[str, Meta(description="The beginning of a provision's id, such as UNSCR-2397.")] | None = None
    language: str | None = None
    review: Annotated[str, Meta(description="open, confirmed or rejected.")] | None = None
    document: Annotated[str, Meta(description="The SHA-256 of a document.")] | None = None
    limit: FewHits = 10
    offset: Offset = 0
    brief: Brief = False
