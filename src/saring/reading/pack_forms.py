"""The form of a language pack and of the places: what each table may hold; everything else is refused."""

from __future__ import annotations

from typing import Literal

import msgspec

Where = Literal["before", "after", "clause", "sentence"]
StatusWord = Literal["done", "ongoing", "planned", "offered", "wished", "alleged", "denied", "hypothetical", "not"]
Side = Literal["before", "after"]
Unit = Literal["day", "week", "weekend", "month", "year", "past", "next"]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a pack: unknown keys are refused."""


class Writing(Strict, frozen=True):
    """How the language is written: its code, whether spaces part words, where verbs and case words stand.

    `topic` holds the particles of a topic, `trail` patterns of what may stand between a speaker and the verb of speech,
    `quoting` what joins a quotation to the words behind it, `tails` case words that may close a speaker's words,
    `adnominal` endings of a verb that leads on to a noun, `home` words that mean a body of the home country when they
    stand alone ("the government"), `made` participles behind which a place is where goods come from ("sewn in"),
    `nominal` words behind which one that may be a verb is a noun ("the supply"), `present`
    the ending of a verb that tells what is usual ("sells").
    """

    language: str
    name: str
    spaces: bool = True
    order: Literal["verb-middle", "verb-final"] = "verb-middle"
    markers: Side = "before"
    bare_agent: bool = False
    adjective: Side = "before"
    article: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    adnominal: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    nominal: tuple[str, ...] = ()
    present: str = ""


class Sentences(Strict, frozen=True):
    """What does not end a sentence, and which words open a new clause."""

    abbreviations: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    joins: tuple[str, ...] = (",",)


class Act(Strict, frozen=True):
    """Words for one act of acts.toml; `roots` are expanded by the named template, other lists are taken as written."""

    act: str
    template: str = ""
    roots: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    status: StatusWord | None = None
    dative: bool = False


class Cue(Strict, frozen=True):
    """Words that give a status, and where they stand to the act that they colour; `reach` is in characters."""

    status: StatusWord
    words: tuple[str, ...]
    where: Where = "before"
    reach: int = 0


class Say(Strict, frozen=True):
    """Words of attribution: on which side the source stands; `back` when they point to the last speaker.

    `topic`: the source is the topic or subject of the clause, wherever it stands (verb-final languages).
    `seen`: who stands before only watches ("Japan spotted a tanker that …"): no side, and no source.
    """

    words: tuple[str, ...]
    source: Literal["before", "after", "both", "topic", "none", "seen"] = "after"
    back: bool = False
    outlet: bool = False
    status: StatusWord | None = None


class Back(Strict, frozen=True):
    """Words that point back: to two countries, to one, to things, to the person named last (`person`: he, she).

    `alone` are words that stand for goods or people by themselves: subject or object of an act ("them", "both").
    `reverse` are words that turn the way of the dealing told before ("on the way back"), `ours` what a speaker says of
    his own country ("our exports").
    `there`, `thither` and `thence` mean the place named last: in it, to it, from it.
    `content` are words for what a vehicle told of before held ("its cargo", "isinya").
    """

    pair: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    thing: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    reverse: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    thither: tuple[str, ...] = ()
    thence: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    content: tuple[str, ...] = ()


class Relative(Strict, frozen=True):
    """Words that count from the day of publication: `offset` units on, negative for the past."""

    words: tuple[str, ...]
    unit: Unit
    offset: int


class Part(Strict, frozen=True):
    """Words that take a part of a period: first and last month (of a year) or day (of a month)."""

    words: tuple[str, ...]
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None


class Dates(Strict, frozen=True):
    """Names and forms of dates; a pattern uses {d} {m} {y} {yy} {month} {weekday} {rel} {part}.

    `since_after` stands behind its date; `compare` are patterns behind a date that something is only compared with.
    """

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    patterns: tuple[str, ...] = ()
    relative: tuple[Relative, ...] = ()
    parts: tuple[Part, ...] = ()
    since: tuple[str, ...] = ()
    since_after: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    weekday_past: tuple[str, ...] = ()


class Numbers(Strict, frozen=True):
    """Number words, multipliers, units and money: each unit has its normal name and the words for it."""

    decimal: str = "."
    words: dict[str, float] = {}
    multipliers: dict[str, float] = {}
    units: dict[str, tuple[str, ...]] = {}
    money: dict[str, tuple[str, ...]] = {}
    around: tuple[str, ...] = ()


class Law(Strict, frozen=True):
    """Words of sentences about the law."""

    instrument: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    ban: tuple[str, ...] = ()
    cap: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    permit: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    breach: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    subjects: dict[str, tuple[str, ...]] = {}


class Forms(Strict, frozen=True):
    """Templates of forms, and the rules by which their parts join."""

    joins: tuple[tuple[str, str], ...] = ()
    templates: dict[str, dict[str, tuple[str, ...]]] = {}


class Pack(Strict, frozen=True):
    """One language, as its file has it.

    `presence` holds words by which goods are only said to be somewhere ("on the shelves", "inside were").
    """

    writing: Writing
    sentences: Sentences
    act: tuple[Act, ...]
    markers: dict[str, tuple[str, ...]] = {}
    themes: dict[str, tuple[str, ...]] = {}
    cue: tuple[Cue, ...] = ()
    say: tuple[Say, ...] = ()
    back: Back = Back()
    dates: Dates = Dates()
    numbers: Numbers = Numbers()
    law: Law = Law()
    forms: Forms = Forms()
    offices: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    customs: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
    barter: tuple[str, ...] = ()
    presence: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    notices: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, tuple[str, str]] = {}


class Country(Strict, frozen=True):
    """The names of a country in a language; people are those who stand for it in the news.

    `short` holds names that mean this country only in a text that has one of `people` in full ("Kim").
    `toward` holds words that say "to this country" by themselves; `cased` forms that carry their case word (by, of, to,
    at, from, subject, object) when no other stands before them. `joint` holds words that name it with another country
    (the pack's pairs say with which): for the gate. `compass` holds words that mean it only in a text of both Koreas.
    """

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    cased: dict[str, tuple[str, ...]] = {}
    joint: tuple[str, ...] = ()
    compass: tuple[str, ...] = ()


class Way(Strict, frozen=True):
    """What an act does: its orientation, the themes it takes with the kind each gives, and its polarity."""

    orientation: Literal["out", "in", "toward", "visit", "both", "appear", "theft", "load", "fish"]
    themes: dict[str, str] = {}
    alone: str | None = None
    polarity: Literal["act", "cessation", "enforcement"] = "act"
    weight: float = 1.0
    facts: dict[str, bool | str] = {}
