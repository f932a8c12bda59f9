"""Language packs: cues and places as data, read strictly and compiled once, on first use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeVar

import msgspec

from saring.model import SaringError
from saring.reading import forms
from saring.reading.words import Entry, Lexicon

ROOM = "saring.reading"
FORMS = ("active", "passive", "noun", "bare")
MARKERS = ("to", "from", "at", "by", "of", "with", "via", "between", "subject", "object", "origin", "none")

Where = Literal["before", "after", "clause", "sentence"]
StatusWord = Literal["done", "ongoing", "planned", "offered", "wished", "alleged", "denied", "hypothetical", "not"]
Side = Literal["before", "after"]
Unit = Literal["day", "week", "weekend", "month", "year", "past", "next"]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a pack: unknown keys are refused."""


class Writing(Strict):
    """How the language is written: its code, whether spaces part words, where verbs and case words stand."""

    language: str
    name: str
    spaces: bool = True
    order: Literal["verb-middle", "verb-final"] = "verb-middle"
    markers: Side = "before"
    bare_agent: bool = False
    adjective: Side = "before"
    article: tuple[str, ...] = ()


class Sentences(Strict):
    """What does not end a sentence, and which words open a new clause."""

    abbreviations: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    joins: tuple[str, ...] = (",",)


class Act(Strict):
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


class Cue(Strict):
    """Words that give a status, and where they stand to the act that they colour; `reach` is in characters."""

    status: StatusWord
    words: tuple[str, ...]
    where: Where = "before"
    reach: int = 0


class Say(Strict):
    """Words of attribution: on which side the source stands; `back` when they point to the last speaker.

    `topic`: the source is the topic or subject of the clause, wherever it stands (verb-final languages).
    """

    words: tuple[str, ...]
    source: Literal["before", "after", "both", "topic", "none"] = "after"
    back: bool = False
    outlet: bool = False
    status: StatusWord | None = None


class Back(Strict):
    """Words that point back: to two countries, to one, to things, to the person named last (`person`: he, she)."""

    pair: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    thing: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    home: tuple[str, ...] = ()


class Relative(Strict):
    """Words that count from the day of publication: `offset` units on, negative for the past."""

    words: tuple[str, ...]
    unit: Unit
    offset: int


class Part(Strict):
    """Words that take a part of a period: first and last month (of a year) or day (of a month)."""

    words: tuple[str, ...]
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None


class Dates(Strict):
    """Names and forms of dates; a pattern uses {d} {m} {y} {yy} {month} {weekday} {rel} {part}."""

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    patterns: tuple[str, ...] = ()
    relative: tuple[Relative, ...] = ()
    parts: tuple[Part, ...] = ()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    weekday_past: tuple[str, ...] = ()


class Numbers(Strict):
    """Number words, multipliers, units and money: each unit has its normal name and the words for it."""

    decimal: str = "."
    words: dict[str, float] = {}
    multipliers: dict[str, float] = {}
    units: dict[str, tuple[str, ...]] = {}
    money: dict[str, tuple[str, ...]] = {}
    around: tuple[str, ...] = ()


class Law(Strict):
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


class Forms(Strict):
    """Templates of forms, and the rules by which their parts join."""

    joins: tuple[tuple[str, str], ...] = ()
    templates: dict[str, dict[str, tuple[str, ...]]] = {}


class Pack(Strict):
    """One language, as its file has it."""

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
    ignore: tuple[str, ...] = ()
    notices: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, tuple[str, str]] = {}


class Country(Strict):
    """The names of a country in a language; people are those who stand for it in the news.

    `short` holds names that mean this country only in a text that has one of `people` in full ("Kim").
    `toward` holds words that say "to this country" by themselves; `cased` forms that carry their case word (by, of, to,
    at, from, subject, object) when no other stands before them.
    """

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    cased: dict[str, tuple[str, ...]] = {}


class Way(Strict):
    """What an act does: its orientation, the themes it takes with the kind each gives, and its polarity."""

    orientation: Literal["out", "in", "toward", "visit", "both", "appear", "theft"]
    themes: dict[str, str] = {}
    alone: str | None = None
    polarity: Literal["act", "cessation", "enforcement"] = "act"
    weight: float = 1.0
    facts: dict[str, bool | str] = {}


T = TypeVar("T")


def load(path: Traversable, into: type[T]) -> T:
    """Read a file of the room, refusing keys and values that its form does not know."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(raw, into)
    except tomllib.TOMLDecodeError as error:
        raise SaringError("bad_type", path.name, f"not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise SaringError("unknown_key", path.name, str(error)) from error


@cache
def ways() -> dict[str, Way]:
    """The acts by name."""
    return load(files(ROOM) / "acts.toml", dict[str, Way])


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a pack."""
    folder = files(ROOM) / "cues"
    return tuple(sorted(path.name[:-5] for path in folder.iterdir() if path.name.endswith(".toml")))


@cache
def places() -> dict[str, dict[str, Country]]:
    """Names of countries by language and code; `any` holds what is the same in several languages."""
    folder = files(ROOM) / "places"
    found = (path for path in folder.iterdir() if path.name.endswith(".toml"))
    return {path.name[:-5]: load(path, dict[str, Country]) for path in sorted(found, key=lambda path: path.name)}


@dataclass(frozen=True)
class Compiled:
    """A pack ready for use: its data, its lexicon and the patterns that are made from it."""

    pack: Pack
    lexicon: Lexicon
    link: re.Pattern[str]
    glued: tuple[tuple[str, str], ...]
    chain: re.Pattern[str]

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.pack.writing.language


def _closed(words: Any, allowed: Any, where: str) -> None:
    for word in words:
        if word not in allowed:
            raise SaringError("unknown_word", where, f"unknown word {word!r}", ", ".join(sorted(allowed)))


def _acts(pack: Pack, lexicon: Lexicon, where: str) -> None:
    joins = forms.rules(pack.forms.joins)
    _closed((act.act for act in pack.act), ways(), where)
    for act in pack.act:
        listed = {name: tuple(getattr(act, name)) for name in FORMS}
        if act.roots:
            _closed([act.template], pack.forms.templates, where)
            made = forms.table(act.roots, pack.forms.templates[act.template], joins)
            _closed(made, FORMS, where)
            listed = {name: listed[name] + made.get(name, ()) for name in FORMS}
        for form, words in listed.items():
            lexicon.add_all(words, Entry("act", act.act, form=form, status=act.status or "", flag=act.dative))


def _places(pack: Pack, lexicon: Lexicon) -> None:
    tables = places()
    for name in (pack.writing.language, "any"):
        for code, country in tables.get(name, {}).items():
            for form in ("names", "adjectives", "cities", "bodies", "people", "toward", "short"):
                lexicon.add_all(getattr(country, form), Entry("place", code, form=form))
            _closed(country.cased, MARKERS, f"places/{name}.toml, {code}.cased")
            for marker, words in country.cased.items():
                lexicon.add_all(words, Entry("place", code, form="names", note=marker))


def _themes() -> set[str]:
    return {theme for way in ways().values() for theme in way.themes} | {"thing", "permit", "agency"}


def _fill(pack: Pack, lexicon: Lexicon, where: str) -> None:
    _closed(pack.themes, _themes(), where)
    _closed(pack.markers, MARKERS, where)
    for theme, words in pack.themes.items():
        lexicon.add_all(words, Entry("theme", theme))
    if pack.writing.markers == "before":
        for marker, words in pack.markers.items():
            lexicon.add_all(words, Entry("marker", marker))
    for cue in pack.cue:
        lexicon.add_all(cue.words, Entry("cue", cue.status, where=cue.where, note=str(cue.reach or "")))
    for say in pack.say:
        value = "back" if say.back else "outlet" if say.outlet else "say"
        lexicon.add_all(say.words, Entry("say", value, where=say.source, status=say.status or ""))
    for name in ("pair", "one", "partner", "thing", "person", "home"):
        lexicon.add_all(getattr(pack.back, name), Entry("back", name))
    for name in ("instrument", "body", "ban", "cap", "duty", "permit", "outside", "breach", "act"):
        lexicon.add_all(getattr(pack.law, name), Entry("law", name))
    for subject, words in pack.law.subjects.items():
        lexicon.add_all(words, Entry("subject", subject))
    for notice, words in pack.notices.items():
        lexicon.add_all(words, Entry("notice", notice))
    dates = [*pack.dates.months, *pack.dates.weekdays]
    dates += [each.words for each in pack.dates.relative] + [part.words for part in pack.dates.parts]
    for words in dates:
        lexicon.add_all(words, Entry("date", "date"))
    for words in pack.numbers.money.values():
        lexicon.add_all((word for word in words if " " in word), Entry("unit", "money"))
    lexicon.add_all(pack.sentences.breaks, Entry("break", "break"))
    lexicon.add_all(pack.sentences.relative, Entry("break", "relative"))
    for words, (one, other) in pack.pairs.items():
        lexicon.add(words, Entry("pair", f"{one} {other}"))
    lexicon.add_all(pack.offices, Entry("office", "office"))
    lexicon.add_all(pack.ignore, Entry("ignore", "ignore"))


@cache
def compiled(language: str) -> Compiled | None:
    """The pack of a language, compiled; nothing when there is none."""
    if language not in languages():
        return None
    where = f"cues/{language}.toml"
    pack = load(files(ROOM) / "cues" / f"{language}.toml", Pack)
    lexicon = Lexicon(spaced=pack.writing.spaces)
    _fill(pack, lexicon, where)
    _acts(pack, lexicon, where)
    _places(pack, lexicon)
    outlets = load(files(ROOM) / "outlets.toml", dict[str, tuple[str, ...]])
    for group in outlets.values():
        lexicon.add_all(group, Entry("outlet", "outlet"))
    edge = r"(?<!\w){}(?!\w)" if pack.writing.spaces and pack.writing.markers == "before" else "{}"
    joins = [
        edge.format(re.escape(word.lower())) if word[:1].isalpha() else re.escape(word)
        for word in sorted(pack.sentences.joins, key=lambda word: (-len(word), word))
    ]
    link = re.compile(r"[\s\"'“”‘’«»()]*(?:(?:" + "|".join(joins) + r")[\s\"'“”‘’«»]*)+(?:\w+\s)?")
    cases = {word for words in pack.markers.values() for word in words}
    plain = [word for word in pack.sentences.joins if word not in cases or pack.writing.markers == "after"]
    short = "|".join(edge.format(re.escape(word.lower())) if word[:1].isalpha() else re.escape(word) for word in plain)
    chain = re.compile(rf"[\s'\"’]*(?:(?:{short})[\s]*)+(?:the\s)?")
    glued = [(word, marker) for marker, words in pack.markers.items() for word in words]
    glued.sort(key=lambda pair: (-len(pair[0]), pair))
    return Compiled(pack, lexicon, link, tuple(glued) if pack.writing.markers == "after" else (), chain)
