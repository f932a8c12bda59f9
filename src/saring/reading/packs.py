"""Language packs: cues and places as data, read strictly and compiled once, on first use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from saring.model import SaringError
from saring.reading import forms
from saring.reading.more import FOLDER, More, joined
from saring.reading.pack_forms import Back, Country, Pack, Part, Relative, Way
from saring.reading.words import Entry, Lexicon

__all__ = ["Compiled", "Country", "Pack", "Part", "Relative", "Way", "compiled", "languages", "places", "ways"]

ROOM = "saring.reading"
FORMS = ("active", "passive", "noun", "bare")
PRESENT = "present"  # the status of a verb that tells what is usual, unless a headline tells news with it
MARKERS = ("to", "from", "at", "by", "of", "with", "via", "between", "subject", "object", "origin", "none", "whence")

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
    months: frozenset[str] = frozenset()
    cases: bool = False  # nouns have cases, and the places file tells them

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
            now = _present(words, pack) if form == "active" and not act.status else ()
            habit = Entry("act", act.act, form=form, status=PRESENT, flag=act.dative)
            lexicon.add_all(now, habit)
            rest = [word for word in words if word not in now]
            lexicon.add_all(rest, Entry("act", act.act, form=form, status=act.status or "", flag=act.dative))


def _present(words: tuple[str, ...], pack: Pack) -> frozenset[str]:
    """The words of a list that are verbs of the present by their ending, beside their bare form: "sells", "sell"."""
    ending = pack.writing.present
    if not ending:
        return frozenset()
    known = set(words)
    bare = {word: word[: -len(ending)] for word in words if word.endswith(ending) and " " not in word}
    return frozenset(word for word, stem in bare.items() if {stem, stem[:-1], stem[:-2] + "y"} & known)


def _places(pack: Pack, lexicon: Lexicon) -> None:
    tables = places()
    for name in (pack.writing.language, "any"):
        for code, country in tables.get(name, {}).items():
            for form in ("names", "adjectives", "cities", "bodies", "people", "toward", "short"):
                lexicon.add_all(getattr(country, form), Entry("place", code, form=form))
            lexicon.add_all(country.compass, Entry("place", code, form="names", flag=True))
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
    for name in Back.__struct_fields__:
        lexicon.add_all(getattr(pack.back, name), Entry("back", name))
    for name in ("instrument", "body", "ban", "cap", "duty", "permit", "outside", "breach", "act"):
        lexicon.add_all(getattr(pack.law, name), Entry("law", name))
    for subject, words in pack.law.subjects.items():
        lexicon.add_all(words, Entry("subject", subject))
    for notice, words in pack.notices.items():
        lexicon.add_all(words, Entry("notice", notice))
    lexicon.add_all(pack.sentences.breaks, Entry("break", "break"))
    lexicon.add_all(pack.sentences.relative, Entry("break", "relative"))
    lexicon.add_all(pack.offices, Entry("office", "office"))
    lexicon.add_all(pack.records, Entry("office", "record"))
    lexicon.add_all(pack.customs, Entry("office", "customs"))
    lexicon.add_all(pack.abroad, Entry("abroad", "abroad"))
    lexicon.add_all(pack.barter, Entry("barter", "barter"))
    lexicon.add_all(pack.presence, Entry("presence", "presence"))
    lexicon.add_all(pack.ignore, Entry("ignore", "ignore"))
    _fill_names(pack, lexicon)


def _fill_names(pack: Pack, lexicon: Lexicon) -> None:
    dates = [*pack.dates.months, *pack.dates.weekdays]
    dates += [each.words for each in pack.dates.relative] + [part.words for part in pack.dates.parts]
    for words in dates:
        lexicon.add_all(words, Entry("date", "date"))
    for named in pack.numbers.money.values():
        lexicon.add_all((word for word in named if " " in word), Entry("unit", "money"))
    for word, (one, other) in pack.pairs.items():
        lexicon.add(word, Entry("pair", f"{one} {other}"))


@cache
def _sports() -> dict[str, tuple[str, ...]]:
    """The words of games by language."""
    return load(files(ROOM) / "sports.toml", dict[str, tuple[str, ...]])


@cache
def _rivers() -> dict[str, dict[str, tuple[str, ...]]]:
    """The countries on the banks of rivers, by language."""
    return load(files(ROOM) / "rivers.toml", dict[str, dict[str, tuple[str, ...]]])


@cache
def compiled(language: str) -> Compiled | None:
    """The pack of a language, compiled; nothing when there is none."""
    if language not in languages():
        return None
    where = f"cues/{language}.toml"
    pack = load(files(ROOM) / "cues" / f"{language}.toml", Pack)
    further = FOLDER / f"{language}.toml"
    if further.is_file():
        pack = joined(pack, load(further, More))
    lexicon = Lexicon(spaced=pack.writing.spaces)
    _fill(pack, lexicon, where)
    _acts(pack, lexicon, where)
    _places(pack, lexicon)
    outlets = load(files(ROOM) / "outlets.toml", dict[str, tuple[str, ...]])
    for group in outlets.values():
        lexicon.add_all(group, Entry("outlet", "outlet"))
    lexicon.add_all(_sports().get(language, ()), Entry("sport", "sport"))
    for river, banks in _rivers().get(language, {}).items():
        lexicon.add(river, Entry("river", " ".join(banks)))
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
    declined = any(country.cased for country in places().get(language, {}).values())
    months = frozenset(word.lower().rstrip(".") for names in pack.dates.months for word in names)
    return Compiled(
        pack, lexicon, link, tuple(glued) if pack.writing.markers == "after" else (), chain, months, declined
    )
