"""The case word that each place of a sentence stands under, in languages that put it in front; pairs of countries."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from saring.reading import particles
from saring.reading.packs import Compiled
from saring.reading.scene import Place, Scene
from saring.reading.words import Tag

BESIDE = 4  # characters between an act and the case word and name of where it goes: " в "
OWNED = 40  # characters of what a country owns: "pabrik senjata kimia dan rudal"
FAR = 45
LONGEST_WORD = 18
NAMES_ONLY = re.compile(r"(?:[A-ZА-ЯІЇЄ][\w'-]*|[,&\s]|\b\w{1,4}\b)*")
ADVERBS = 3  # words between a subject and its verb
OPENS = 2  # characters before a case word that opens the sentence
VERB_NEAR = 16  # characters between a subject and its verb, an auxiliary between them
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STOPS = re.compile(r"[;:.!?()\"“”]")
REFINED = {"object": "to", "of": "at"}
RESTING = ("е", "и", "ой", "ом", "ем", "ах", "ях", "ої", "ій", "і", "ї")  # endings of a place where something is
LOCAL = ("порту", "краю")
PERIOD = re.compile(
    r"\b(?:год|года|лет|квартал|квартала|месяц|месяца|месяцев|полугоди[еяй]|недел[юиь]|сут[окки]{2}|день|дня|период|время|сезон|рік|місяць)\b"
)  # "за квартал КНДР заработала"
SITES = ("стройк", "новостройк", "будівництв")
PLURAL = re.compile(r" (?:[^\W\d]+[иы]м )?[^\W\d]+(?:ам|ям)\b")
WHOM = ("ыну", "ину", "ову", "еву")
BY_WHOM = ("ыном", "иным", "овым", "евым", "пином")
DATIVE = ("ому", "цам", "янкам")  # of an adjective under no case word: to whom
BOTH_CASES = ("в", "во", "на", "у", "в самой", "внутрь")
NEUTER = ("ье",)  # the same whether something goes there or is there


def pair(scene: Scene, pack: Compiled) -> None:
    """Two countries in one word ("Russia-China"), or in one subject ("A and B built"), stand between each other."""
    for one, other in zip(scene.places, scene.places[1:], strict=False):
        if one.code != other.code and scene.folded[one.end : other.start] in ("-", "–", "—", "/", "·", " - ", "‑"):
            shared = other.marker if scene.glued and other.marker in particles.SHARED else ""
            one.marker = other.marker = "none" if one.marker == "none" else shared or "between"
        elif one.code != other.code and one.marker in ("", "subject") and other.marker in ("", "subject"):
            gap = scene.folded[one.end : other.start]
            if "," not in gap and pack.chain.fullmatch(gap):
                one.marker = other.marker = "between"
    for tag in scene.labelled("pair"):
        for number, code in enumerate(tag.entry.value.split()):  # in the order in which the word names them
            scene.places.append(Place(tag.start + number, tag.end, code, "names", "between"))
    scene.places.sort(key=lambda place: place.start)


def mark(scene: Scene, pack: Compiled) -> None:
    """Give each place the case word before it that governs it; places in one list share it."""
    markers = scene.labelled("marker")
    for number, place in enumerate(scene.places):
        if place.form == "toward":
            place.marker = "to"
            continue
        previous = scene.places[number - 1] if number else None
        fronted = previous is not None and _fronted(number, markers, scene, pack)
        if previous and not fronted and pack.chain.fullmatch(scene.folded, previous.end, place.start):
            place.marker = previous.marker
            continue
        candidates = [tag for tag in markers if tag.end <= place.start and place.start - tag.end <= FAR]
        own = next((tag.entry.note for tag in scene.labelled("place") if tag.start == place.start), "")
        if candidates and _reaches(scene, candidates[-1], place, own if pack.cases else None):
            place.marker = _owned(candidates, scene) or candidates[-1].entry.value
            if place.marker == "at" and _made(candidates[-1], scene, pack):
                place.marker = "from"
            if place.marker == "from" and _acts(scene, candidates[-1], place):
                place.marker = ""  # "seorang pengusaha asal Jilin membeli": whose he is, not where it comes from
            if pack.cases and place.marker in ("to", "at"):
                near = place.start - candidates[-1].end <= 1
                refined = (
                    REFINED.get(own) or _refined(place, candidates[-1], scene)
                    if near
                    else _rests(candidates[-1], place, scene)
                )
                refined = "at" if near and _plural(candidates[-1], place, scene) else refined
                place.marker = refined  # "в Россию" is to, "в России" is at
                if near and refined in ("at", "to") and _made(candidates[-1], scene, pack):
                    place.marker = "from"  # "железная руда, добытая в КНДР"
        elif previous and previous.code == place.code and place.start - previous.end <= 3:
            place.marker = previous.marker
        elif pack.cases:
            place.marker = _declined(place, scene)
    if pack.cases:
        _at_home(scene)


def _declined(place: Place, scene: Scene) -> str:
    """The case of an adjective or a statesman under no case word: "северокорейскому покупателю", "Ким Чен Ыну"."""
    if place.form == "adjectives" and scene.folded.endswith(DATIVE, place.start, place.end):
        return "to"
    plural = place.form == "adjectives" and scene.folded.endswith(("им", "ым"), place.start, place.end)
    if plural and PLURAL.match(scene.folded, place.end):
        return "to"  # "северокорейским властям"
    if place.form == "people" and scene.folded.endswith(WHOM, place.start, place.end):
        return "to"
    return "by" if place.form == "people" and scene.folded.endswith(BY_WHOM, place.start, place.end) else place.marker


def _owned(markers: Sequence[Tag], scene: Scene) -> str | None:
    """The case word before what a country owns: "di pabrik milik Suriah" is at, "ke perusahaan milik Rusia" to."""
    owns = markers[-1]
    if scene.folded[owns.start : owns.end] != "milik" or len(markers) < 2:
        return None
    before = markers[-2]
    if before.entry.value not in ("at", "to", "by") or owns.start - before.end > OWNED:
        return None
    broken = any(before.end <= act.start < owns.start for act in scene.acts) or set(",;:.") & set(
        scene.folded[before.end : owns.start]
    )
    return None if broken else before.entry.value


def _at_home(scene: Scene) -> None:
    """Who acts in a country whose name is not declined is there: "в КНДР хотят продавать в Россию"."""
    goals = [place for place in scene.places if place.marker == "to"]
    for here, there in itertools.pairwise(goals):
        words = scene.text[here.start : here.end]
        between = [act for act in scene.acts if here.end <= act.start and act.end <= there.start]
        if words.isupper() and here.code != there.code and any(there.start - act.end <= BESIDE for act in between):
            here.marker = "at"


def _fronted(number: int, markers: Sequence[Tag], scene: Scene, pack: Compiled) -> bool:
    """Whether a comma ends a place that opens the sentence, and the subject follows: "From A, B received"."""
    before, place = scene.places[number - 1], scene.places[number]
    if scene.folded[before.end : place.start] != ", ":
        return False
    opens = any(tag.start - max(scene.sentence.start, scene.head) <= 2 and tag.end <= before.start for tag in markers)
    further = scene.places[number + 1 : number + 2]
    return opens and number == 1 and not any(pack.chain.fullmatch(scene.folded, place.end, at.start) for at in further)


def _made(marker: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a place is where goods were made or bought, by the word before its case word: "sewn in Sinuiju"."""
    words = scene.folded[max(scene.sentence.start, marker.start - LONGEST_WORD) : marker.start].split()
    return bool(words) and words[-1] in pack.pack.writing.made


def _acts(scene: Scene, marker: Tag, place: Place) -> bool:
    """Whether a place only says where somebody is from who acts right behind it: "a trader from Dandong bought"."""
    actor = any(0 <= marker.start - tag.end <= 1 for tag in scene.labelled("office"))
    verbs = [act for act in scene.acts if act.start >= place.end]
    if not actor or not verbs or verbs[0].entry.form != "active":
        return False
    gap = scene.folded[place.end : verbs[0].start]
    return len(gap.split()) <= ADVERBS and not set(",;:()") & set(gap)


def _refined(place: Place, marker: Tag, scene: Scene) -> str:
    """To or at, by the ending of a place that its file does not decline: "во Владивосток", "во Владивостоке"."""
    if place.marker == "to" and scene.folded[marker.start : marker.end] not in BOTH_CASES:
        return place.marker  # "для российской армии"
    words = scene.text[place.start : place.end]
    return "at" if words.endswith(RESTING) and not words.endswith(NEUTER) else place.marker


def _plural(marker: Tag, place: Place, scene: Scene) -> bool:
    """Whether an adjective of the plural says where something is: "на российских полигонах"."""
    resting = scene.folded[place.start : place.end].endswith(("их", "ых"))
    return place.form == "adjectives" and resting and scene.folded[marker.start : marker.end] in ("в", "во", "на")


def _rests(marker: Tag, place: Place, scene: Scene) -> str:
    """To or at, by the word that a case word governs before a name: "в порту Нампхо", "в порт Нампхо"."""
    words = scene.folded[marker.end : place.start].split()
    governs = place.marker == "to" and scene.folded[marker.start : marker.end] in ("в", "во", "на", "у")
    return "at" if governs and words and words[-1].endswith((*RESTING, *LOCAL)) else place.marker


def _reaches(scene: Scene, marker: Tag, place: Place, own: str | None = None) -> bool:
    """Whether a case word governs a place: few words between them, no act, no other place outside a list.

    `own` is the place's own case in languages that have cases: a nominative is governed by none.
    """
    if own == "subject" or (own is not None and place.form == "adjectives" and place.start - marker.end > 1):
        return False
    between_them = scene.text[marker.end : place.start]
    acts = [act for act in scene.acts if marker.end <= act.start < place.start]
    if any(not _site(act, marker, scene) for act in acts) or STOPS.search(between_them):
        return False
    if marker.entry.value == "none" and (any(char.isdigit() for char in between_them) or PERIOD.search(between_them)):
        return False  # "about 100 Russian tourists"
    if any(
        marker.end <= tag.start < place.start for tag in scene.tags if tag.entry.label in ("break", "say", "outlet")
    ):
        return False
    if any(marker.end <= other.start < place.start for other in scene.places) or _closes(scene, marker, place):
        return False
    if "," in between_them:
        if _subject_behind(scene, marker, place, between_them):
            return False
        return NAMES_ONLY.fullmatch(between_them) is not None
    return len(between_them.split()) <= 4


def _site(act: Tag, marker: Tag, scene: Scene) -> bool:
    """Whether a noun of building is where people work: "на стройках Подмосковья"."""
    return act.entry.form == "noun" and act.start - marker.end == 1 and scene.folded.startswith(SITES, act.start)


def _subject_behind(scene: Scene, marker: Tag, place: Place, between_them: str) -> bool:
    """Whether a comma ends the phrase that opens a sentence, and its subject follows: "Through X, Seoul offers …"."""
    if not between_them.endswith(", ") or between_them.count(",") > 1 or place.form == "adjectives":
        return False
    if marker.start - max(scene.sentence.start, scene.head) > OPENS:
        return False
    return any(0 < act.start - place.end <= VERB_NEAR and act.entry.form == "active" for act in scene.acts) and (
        "," not in scene.text[place.end : place.end + 1]
    )


def _closes(scene: Scene, marker: Tag, place: Place) -> bool:
    """Whether a case word is taken by a date or a set phrase: "in March Hanoi …", "in return Hanoi …"."""
    if YEAR.search(scene.text, marker.end, place.start):
        return True
    return any(
        (tag.entry.label == "date" and marker.end <= tag.start < place.start)
        or (tag.entry.label == "barter" and tag.start <= marker.start and marker.end < tag.end <= place.start)
        for tag in scene.tags
    )
