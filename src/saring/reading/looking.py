"""From a sentence with its tags and goods to a scene: which words are acts, where clauses break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from saring.model import Good
from saring.reading import cases, particles, predicates
from saring.reading.bystanders import flies_flag
from saring.reading.carrying import onward
from saring.reading.flights import grounded
from saring.reading.headers import head_end
from saring.reading.loads import unmeasured
from saring.reading.members import members
from saring.reading.owning import own
from saring.reading.packs import Compiled
from saring.reading.scene import Place, Scene
from saring.reading.sentences import Sentence
from saring.reading.syllables import wares
from saring.reading.themes import BEFORE_WORD, follows_infinitive, inside_name, themes
from saring.reading.unnamed import unnamed
from saring.reading.words import Tag, between

PERSON_NAME = re.compile(r" [A-ZА-ЯІЇЄ][a-zа-яіїё]{2,}")
# A pause that ends is no trade that ends: "mengakhiri jeda dua tahun", "after a four-year break was ended".
PAUSE = re.compile(
    r"\W{1,2}(?:[\w-]+\W){0,3}?(?:jeda|penangguhan|penghentian|isolasi|hiatus|pause|suspension|break|closure|isolation|shutdown|перерыв\w*|пауз\w*|изоляци\w*|перерв\w*)\b"
)
ARRIVES = re.compile(
    r"(?: (?:pula |lagi |juga |akhirnya )?(?:di|ke|pada tangan|kepada|lewat|melalui|tujuan|dengan selamat|dari|dalam keadaan)\b|[.,]|$)"
)
LONGEST_WORD = 18
MEANWHILE = "sementara"
MAKE = re.compile(r" (?:make|manufacture|origin|provenance|production|build)\b")  # "shells of North Korean make"
MONTH = "May"  # in capitals the month, not the verb that doubts
# A form of "to be" before a participle, an adverb between them: "has been handed", "was reportedly given".
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|got|getting) (?:(?:also|now|then|not|since|already|\w+ly) )?$"
)
PARTICIPLES = ("ed", "en", "wn", "ught", "old", "ent", "nt", "de", "id", "pt", "ft", "uilt", "ung")
PASSIVE_REACH = 24
MOVING_BY_ITSELF = frozenset(("appear", "travel", "visit", "tour", "work", "meet", "dock", "comprise", "want", "see"))
TITLES = ("official", "agency")  # titles and bodies are written in capitals: "Menteri Pertahanan China", "Red Cross"


def build(
    sentence: Sentence, text: str, folded: str, tags: Sequence[Tag], goods: Sequence[Good], pack: Compiled
) -> Scene:
    """Look at a sentence: take its tags and goods, and find the case word of each place."""
    inside = between(tags, sentence.start, sentence.end)
    head = _head(sentence, text, inside, pack)
    inside = [tag for tag in inside if tag.start >= head or tag.entry.label == "outlet"]
    goods = [good for good in goods if good.span is None or good.span[0] >= head]
    inside = [tag for tag in inside if not _counts(tag, text) and not _initials(tag, text) and not _month(tag, text)]
    scene = Scene(sentence, text, folded, [tag for tag in inside if not _part_of_name(tag, text, sentence, head)])
    scene.head = head
    scene.glued = bool(pack.glued)
    months = {tag.start for tag in scene.labelled("date") if text[tag.start].isupper()}
    scene.acts = [tag for tag in scene.labelled("act") if tag.start not in months and not _is_noun(tag, scene)]
    if pack.pack.writing.nominal:
        scene.acts = [_suffered(act, scene) for act in _as_nouns(scene, goods, pack)]
    named = {tag.start for tag in inside if tag.entry.label in ("place", "theme", "date", "outlet")}
    named |= {good.span[0] for good in goods if good.span}
    scene.acts = [act for act in scene.acts if not _trade_of(act, scene, named) and not _ends_pause(act, scene)]
    scene.acts = [act for act in scene.acts if not _is_given(act, scene) and not flies_flag(act, scene)]
    scene.acts = [act for act in scene.acts if not _made_in(act, scene, named) and not _until(act, scene)]
    scene.acts = onward(scene.acts, scene)
    opened = [tag.start for tag in scene.labelled("break") if not _for_a_time(tag, scene)]
    scene.breaks = sorted(opened + _marks(text, sentence) + _opening(scene))
    bridges = [tag for tag in scene.labelled("theme") if tag.entry.value == "bridge"] + scene.labelled("river")
    seen = [tag for tag in scene.labelled("place") if not _of_another(tag, scene, pack) and not _in(tag, bridges)]
    seen = [tag for tag in seen if not predicates.among(tag, scene)]
    scene.places = [Place(tag.start, tag.end, tag.entry.value, tag.entry.form) for tag in seen]
    given = {tag.start: tag.entry.note for tag in scene.labelled("place") if tag.entry.note}
    if pack.pack.writing.markers == "before":
        cases.mark(scene, pack)
    else:
        particles.mark(scene, [good.span for good in goods if good.span], pack)
    scene.places = sorted([*scene.places, *own(scene, pack)], key=lambda place: place.start)
    for place in scene.places:
        place.marker = place.marker or given.get(place.start, "")
        if place.marker == "of" and place.form == "adjectives" and MAKE.match(folded, place.end):
            place.marker = "origin"
    cases.pair(scene, pack)
    scene.themes = grounded(unmeasured(themes(scene, goods, pack), scene, pack), scene)
    if short := wares(scene, scene.themes):
        scene.themes = sorted([*scene.themes, *short], key=lambda theme: (theme.start, theme.end))
    if more := unnamed(scene, scene.themes) if pack.language == "en" else members(scene, scene.themes, pack.language):
        scene.themes += more
        scene.themes.sort(key=lambda theme: (theme.start, theme.end))
    return scene


def _head(sentence: Sentence, text: str, tags: Sequence[Tag], pack: Compiled) -> int:
    """Where the head of a report ends; "Russia – North Korea …" is no head, but a pair of countries."""
    end = head_end(text, sentence, pack.months)
    if end == sentence.start:
        return end
    if any(tag.entry.label == "pair" and tag.start < end < tag.end for tag in tags):
        return sentence.start  # "Поезд Хабаровск - Пхеньян": a line from the one to the other
    places = [tag for tag in tags if tag.entry.label == "place" and tag.entry.form == "names"]
    pair = any(
        tag.start == sentence.start and end - tag.end <= 3 and not text[tag.start : tag.end].isupper() for tag in places
    )
    return sentence.start if pair and any(tag.start == end for tag in places) else end


def _until(act: Tag, scene: Scene) -> bool:
    """Whether a verb of arriving is the word for "until": "dari pukul tujuh sampai sepuluh malam"."""
    return scene.folded[act.start : act.end] == "sampai" and ARRIVES.match(scene.folded, act.end) is None


def _counts(tag: Tag, text: str) -> bool:
    """Whether a word of office only counts animals: "2,000 head of cattle"."""
    return tag.entry.label == "office" and text[max(0, tag.start - 2) : tag.start - 1].isdigit()


def _initials(tag: Tag, text: str) -> bool:
    """Whether a word that opens a clause is a body's initials: the WHO is no "who"."""
    return tag.entry.label == "break" and tag.end - tag.start > 1 and text[tag.start : tag.end] == "WHO"


def _month(tag: Tag, text: str) -> bool:
    """Whether a word of doubt is the name of a month: "between May and August"."""
    return tag.entry.label == "cue" and text[tag.start : tag.end] == MONTH


def _suffered(act: Tag, scene: Scene) -> Tag:
    """An act in the passive where a form of "to be" stands before its participle: "has been handed to Pyongyang"."""
    if act.entry.form != "active" or act.entry.value in MOVING_BY_ITSELF:
        return act
    if not scene.folded.endswith(PARTICIPLES, 0, act.end):
        return act
    low = max(scene.sentence.start, act.start - PASSIVE_REACH)
    if PASSIVE.search(scene.folded, low, act.start) is None:
        return act
    return Tag(act.start, act.end, replace(act.entry, form="passive"))


def _part_of_name(tag: Tag, text: str, sentence: Sentence, head: int) -> bool:
    """Whether a common word stands in capitals inside a name ("Foreign Trade Bank"), where it means nothing."""
    titled = tag.entry.label == "theme" and tag.entry.value in TITLES
    if titled or tag.entry.label not in ("act", "theme", "cue") or tag.entry.flag or not text[tag.start].isupper():
        return False
    if text[tag.start : tag.end].split(maxsplit=1)[0].isupper():
        return False
    return inside_name(tag.start, tag.end, text, sentence, head)


def _is_noun(act: Tag, scene: Scene) -> bool:
    """Whether a word that may be a verb is a theme here: "North Korean ships"."""
    if act.entry.form != "active" or not any(tag.entry.label == "theme" and tag[:2] == act[:2] for tag in scene.tags):
        return False
    return any(tag.entry.form == "adjectives" and act.start - tag.end == 1 for tag in scene.tags)


def _as_nouns(scene: Scene, goods: Sequence[Good], pack: Compiled) -> list[Tag]:
    """The acts without the verbs among words that may be either, where those around them say a noun: "coal exports"."""
    nouns = {act[:2] for act in scene.acts if act.entry.form == "noun"}
    wares = {good.span[1] for good in goods if good.span}
    wares |= {tag.end for tag in scene.labelled("place") if tag.entry.form == "adjectives"}
    return [act for act in scene.acts if act.entry.form != "active" or act[:2] not in nouns
            or not _nominal(act, wares, scene, pack)]  # fmt: skip


def _nominal(act: Tag, wares: AbstractSet[int], scene: Scene, pack: Compiled) -> bool:
    """Whether a word that may be a verb is a noun here: behind an article, an adjective or a ware, or before "of"."""
    if follows_infinitive(act, scene):
        return False
    before = BEFORE_WORD.search(scene.folded, max(scene.sentence.start, act.start - LONGEST_WORD), act.start)
    if before is None:
        return act.start - max(scene.sentence.start, scene.head) <= 1 and not scene.sentence.fragment
    word = before.group(1)
    known = word in pack.pack.writing.nominal or word.endswith(("'s", "s'"))
    return known or act.start - 1 in wares or scene.folded.startswith(" of ", act.end)


def _in(tag: Tag, outer: Sequence[Tag]) -> bool:
    """Whether a name stands inside words of which it only names a part: the river of "the Tumen River bridge"."""
    return any(other.start <= tag.start and tag.end <= other.end for other in outer)


def _of_another(tag: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a word like "the government", which alone means one country, stands right behind another's name."""
    if scene.text[tag.start : tag.end].strip() not in pack.pack.writing.home:
        return False
    before = [other for other in scene.labelled("place") if 0 <= tag.start - other.end <= 1]
    return any(other.entry.value != tag.entry.value for other in before)


def _trade_of(act: Tag, scene: Scene, named: AbstractSet[int]) -> bool:
    """Whether a noun of action only says what somebody is by trade, a name behind it: "продавец Людмила"."""
    if act.entry.form != "noun" or scene.sentence.fragment or scene.glued or act.end + 1 in named:
        return False
    return PERSON_NAME.match(scene.text, act.end) is not None


def _is_given(act: Tag, scene: Scene) -> bool:
    """Whether help is the object of a verb of giving, not a verb itself: "gave North Korea help with satellites"."""
    if act.entry.value != "develop" or not scene.folded.startswith("help ", act.start):
        return False
    receivers = [tag.start for tag in scene.labelled("place") if act.start - tag.end == 1]
    return any(0 <= receivers[0] - other.end <= 1 for other in scene.acts if receivers and other.entry.value == "give")


def _made_in(act: Tag, scene: Scene, named: AbstractSet[int]) -> bool:
    """Whether a noun of making only says whose product a thing is: "ракета производства КНДР"."""
    if act.entry.form != "noun" or not scene.folded.startswith(("производства", "сборки", "виробництва"), act.start):
        return False
    of = any(tag.start == act.end + 1 for tag in scene.labelled("place"))
    things = [tag.end for tag in scene.tags if tag.entry.label == "theme"]
    return of and (act.start - 1 in things or act.start - 1 in named)


def _ends_pause(act: Tag, scene: Scene) -> bool:
    """Whether a verb of ending ends a pause: what stood still goes on."""
    if act.entry.value != "close" or act.entry.form != "active" or scene.glued:
        return False
    return PAUSE.match(scene.folded, act.end, scene.sentence.end) is not None


def _opening(scene: Scene) -> list[int]:
    """The comma that closes a clause which opens the sentence: "If war breaks out, exports …"."""
    first = next((tag for tag in scene.labelled("break") if tag.start - scene.sentence.start <= 2), None)
    comma = scene.text.find(", ", first.end, scene.sentence.end) if first else -1
    return [comma] if comma > 0 else []


def _for_a_time(tag: Tag, scene: Scene) -> bool:
    """Whether a word that may open a clause only says that an act is for a time: "menghentikan sementara impor"."""
    here = scene.folded[tag.start : tag.end] == MEANWHILE
    return here and any(tag.start - act.end == 1 for act in scene.acts)


def _marks(text: str, sentence: Sentence) -> list[int]:
    return [place for place in range(sentence.start, sentence.end) if text[place] in ";:"]
