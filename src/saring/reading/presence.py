"""Goods and people that are told of as being somewhere, without an act that moves them."""

from __future__ import annotations

import re
from collections.abc import Collection

from saring.reading import predicates
from saring.reading.binding import Bound, lists
from saring.reading.packs import Compiled, ways
from saring.reading.scene import Place, Scene, Theme
from saring.reading.words import Entry, Tag

# "северокорейцев на стройках Подмосковья": people named only by their country, where they work
SITE = re.compile(
    r" (?:на|в) (?:[^\W\d]+ )?(?:стройк|новостройк|завод|фабрик|производств|ферм|теплиц|плантац|лесозаготовк|верф)"
)
FURTHER = re.compile(
    r"\b(?:another|other|further|additional|lain|lainnya|tambahan|еще|ещё|друг\w+|дополнительн\w+)\b|다른|추가|또 "
)
OWN = 40  # characters between the partner and people who are its own
INSIDE = 5  # characters between a case word and what it governs
WHOSE = re.compile(
    r"\b(?:contracts?|visas?|permits?|wages|salary|salaries|pay|earnings|income|passports?|families|fate|plight|rights|"
    r"status|treatment|death|deaths|arrest|defection|stories|story|photos?|videos?|future|use|employment|question|issue|"
    r"films?|books?|documentar(?:y|ies)|novel|exhibition|reports?|article|song|study|paper|debate|talk|rules?|law) "
    r"(?:of|for|about|on) (?:(?:the|these|those|some|all|its|many) )?(?:[\w,.]+ )?(?:north korean|dprk|n\. korean|pyongyang's)? ?(?:[\w-]+ )?$"
)
FROM = (" from ", " of the ")  # between people and the country that they are from
COUNTED = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|a dozen|dozens)"
)
ALL_FROM = re.compile(
    rf"\b(?:(?:we|they|there) (?:are|were) (?:about |some |only |just )?{COUNTED}(?: of (?:them|us))?"
    rf"|{COUNTED} (?:of (?:them|us)|women|men|girls|people|staff|waitresses|employees|cooks|singers))"
    r"(?: (?:work|works|working|live|serve) (?:here|there|at [\w ]+|in [\w ]+))?(?: (?:here|there|in all))?,? "
    r"(?:all|every one|each|most|nearly all)(?: of (?:them|us))?(?: come| came| hail| are)? from (?:the )?$"
)
PRESENCE = "presence"
PRESENT = {"worker": ("work", "labour"), "soldier": ("work", "troops")}


def present(scene: Scene, partner: str, known: Collection[str] = ()) -> list[Bound]:
    """People of the partner who are told of as being in another country: workers and soldiers need no verb.

    `known` are kinds of people of whom the text has just told: then a sentence without acts need not name the partner.
    """
    found = []
    houses = [theme for theme in scene.themes if theme.kind == "restaurant"] if scene.glued else []
    houses = [
        house
        for house in houses
        if any(place.code == partner and _touches(place, house, scene) for place in scene.places)
    ]
    cases = ("at", "to", "whence", "of") if houses else ("at", "to", "whence")
    elsewhere = any(place.code != partner and (place.marker in cases or _there(place, scene)) for place in scene.places)
    silent = bool(known) and not scene.acts and not scene.sentence.fragment
    for theme in scene.themes if elsewhere else ():
        ours = any(place.code == partner and _touches(place, theme, scene) for place in scene.places)
        if ours and not scene.glued and WHOSE.search(scene.folded, scene.sentence.start, theme.start):
            continue  # "the wages of North Korean nurses": what belongs to them, not that they are there
        ours = ours or _own(theme, scene, partner)
        ours = ours or (
            theme.kind == "worker" and any(house.end <= theme.start for house in houses)
        )  # "평양식당 종업원"
        ours = ours or (silent and theme.kind in PRESENT and PRESENT[theme.kind][1] in known)
        toils = theme.kind == "citizen" and ours and SITE.match(scene.folded, theme.end) is not None
        if (theme.kind in PRESENT and ours) or toils:
            name, kind = PRESENT["worker" if toils else theme.kind]
            now = "ongoing" if scene.glued and predicates.present_tense(theme.end, scene) else ""
            tag = Tag(theme.start, theme.end, Entry("act", name, form="noun", note=PRESENCE, status=now))
            found.append(Bound(tag, name, ways()[name], kind, [theme]))
    return found


def _own(theme: Theme, scene: Scene, partner: str) -> bool:
    """Whether people are those of the partner, who is named before: "Kim Jong Un mengakui pasukannya bertempur di Kursk"."""
    if scene.glued or theme.kind != "soldier" or not scene.folded.endswith("nya", 0, theme.end):
        return False
    before = [place for place in scene.places if place.end <= theme.start and place.marker in ("", "subject")]
    return bool(before) and before[-1].code == partner and theme.start - before[-1].end <= OWN


def _there(place: Place, scene: Scene) -> bool:
    """Whether a country is named as where somebody is: "in Russia", "di dekat perbatasan Rusia-Ukraina"."""
    if place.marker in ("at", "to", "whence"):
        return True
    cases = (tag for tag in scene.labelled("marker") if tag.entry.value == "at")
    return place.marker == "between" and not scene.glued and any(0 <= place.start - tag.end <= 1 for tag in cases)


def others(theme: Theme, scene: Scene) -> bool:
    """Whether people are others than those told of: "another 10,000 soldiers", "10.000 tentara lainnya"."""
    around = scene.folded[max(scene.sentence.start, theme.start - 24) : theme.end + 24]
    return FURTHER.search(around) is not None


def all_from(scene: Scene, partner: str) -> list[Bound]:
    """People counted by a bare number, all of them from the partner: "we are ten, all from Pyongyang"."""
    if scene.glued or scene.sentence.fragment:
        return []
    for place in scene.places:
        counted = ALL_FROM.search(scene.folded, scene.sentence.start, place.start) if place.code == partner else None
        if counted is not None:
            theme = Theme(counted.start(), place.end, "worker")
            tag = Tag(theme.start, theme.end, Entry("act", "work", form="noun", note=PRESENCE, status="ongoing"))
            return [Bound(tag, "work", ways()["work"], "labour", [theme])]
    return []


def shown(scene: Scene, taken: Collection[int], pack: Compiled) -> list[Bound]:
    """Goods that no act moves and that are only said to be somewhere: "next to them stand jars of honey"."""
    spots = scene.labelled("presence")
    if not spots or scene.sentence.fragment:
        return []
    found = []
    for group in lists(scene, pack):
        named = [theme for theme in group if theme.kind == "goods" and theme.goods is not None and theme.goods.hs]
        named = [theme for theme in named if not _where(theme, scene)]
        if named and not any(theme.start in taken for theme in group):
            spot = min(spots, key=lambda tag: (abs(tag.start - named[0].start), tag.start))
            tag = Tag(spot.start, spot.end, Entry("act", "appear", form="passive", note=PRESENCE))
            found.append(Bound(tag, "appear", ways()["appear"], "goods", named))
    return found


def _where(theme: Theme, scene: Scene) -> bool:
    """Whether goods only say in what other goods stand: "in glass", "di kotak kayu"."""
    if any(tag.start < theme.end and theme.start < tag.end for tag in scene.labelled("presence")):
        return True
    cases = [tag.end for tag in scene.labelled("marker") if tag.entry.value in ("at", "to", "via", "none")]
    return any(0 <= theme.start - end <= INSIDE for end in cases)


def _touches(place: Place, theme: Theme, scene: Scene) -> bool:
    if scene.folded[theme.end : place.start] in FROM:
        return True  # "twelve waitresses from Pyongyang"
    return min(abs(place.start - theme.end), abs(theme.start - place.end)) <= 3
