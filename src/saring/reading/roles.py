"""Who gives and who receives: places are scored by their case word, their side of the act, and what the act does."""

from __future__ import annotations

import re

from saring.reading import particles, predicates
from saring.reading.choosing import Sides, best
from saring.reading.doers import counted_guests, names_doer, trains
from saring.reading.gapping import served
from saring.reading.genitives import comes_from, given_to, theirs, visitor
from saring.reading.packs import Compiled, Way, ways
from saring.reading.punishing import only_punishes
from saring.reading.scene import Place, Scene, Theme
from saring.reading.words import Tag

__all__ = ["Sides", "resolve"]


# For each orientation and relation: how well the place serves as giver and as receiver.
SCORES: dict[str, dict[str, tuple[float, float]]] = {
    "out": {
        "subject": (9, 0), "agent": (8, 0), "by": (10, 0), "from": (8, 0), "origin": (7, 0.5), "of": (7, 0),
        "to": (0, 10), "at": (1, 6), "object": (2, 5), "dative": (0.5, 8), "with": (1, 4), "between": (5, 5),
        "target": (1, 4), "light": (5, 1), "via": (0.1, 0.2), "none": (0, 0.5), "either": (5, 6),
    },
    "in": {
        "subject": (0, 9), "agent": (0, 8), "by": (0, 10), "from": (10, 0), "origin": (7, 0), "of": (0, 6),
        "to": (0, 7), "at": (0, 5), "object": (5, 1), "dative": (5, 1), "with": (4, 0), "between": (5, 5),
        "target": (2, 2), "light": (1, 5), "via": (0.1, 0.2), "none": (0.5, 0), "either": (2, 7),
    },
    "toward": {
        "subject": (9, 0), "agent": (8, 0), "by": (10, 0), "from": (8, 0), "origin": (1, 8), "of": (4, 4),
        "to": (0, 10), "at": (1.5, 4), "object": (0, 8), "dative": (0, 8), "with": (1, 4), "between": (5, 5),
        "target": (1, 4), "light": (5, 1), "via": (0.1, 0.2), "none": (0, 0.5), "either": (5, 6),
    },
    "visit": {
        "subject": (8, 0), "agent": (7, 0), "by": (8, 0), "from": (9, 0), "origin": (6, 0), "of": (6, 0),
        "to": (0, 10), "at": (0, 6), "object": (0, 8), "dative": (0, 8), "with": (0, 4), "between": (5, 5),
        "target": (1, 7), "light": (4, 2), "via": (0.1, 0.2), "none": (0, 1),
    },
    "both": {
        "subject": (6, 2), "agent": (5, 3), "by": (5, 3), "from": (4, 3), "origin": (4, 3), "of": (5, 4),
        "to": (2, 6), "at": (1, 3), "object": (3, 5), "dative": (3, 5), "with": (2, 6), "between": (5, 5),
        "target": (4, 4), "light": (4, 2), "via": (0.1, 0.2), "none": (0.5, 0.5),
    },
    "appear": {
        "subject": (3, 1), "agent": (0, 6), "by": (0, 5), "from": (9, 0), "origin": (8, 0), "of": (6, 1),
        "to": (0, 10), "at": (0, 9), "object": (0, 7), "dative": (0, 7), "with": (0, 3), "between": (5, 5),
        "target": (3, 3), "light": (2, 1), "via": (0.1, 0.2), "none": (0, 0.5),
    },
    "load": {
        "subject": (4, 2), "agent": (4, 0), "by": (4, 0), "from": (9, 0), "origin": (8, 0.5), "of": (6, 0),
        "to": (0, 9), "at": (8, 0), "object": (2, 3), "dative": (1, 3), "with": (1, 2), "between": (5, 5),
        "target": (2, 2), "light": (2, 1), "via": (2, 0), "none": (0, 0.5),
    },
    "theft": {
        "subject": (0, 9), "agent": (0, 8), "by": (0, 10), "from": (8, 0), "origin": (0, 7), "of": (0, 6),
        "to": (0, 8), "at": (4, 0), "object": (5, 1), "dative": (5, 1), "with": (3, 0), "between": (3, 3),
        "target": (4, 2), "light": (0, 5), "via": (0.1, 0.2), "none": (1, 0),
    },
    "fish": {
        "subject": (0, 9), "agent": (0, 8), "by": (0, 9), "from": (9, 0), "origin": (7, 0), "of": (6, 2),
        "to": (5, 1), "at": (9, 0), "object": (7, 0), "dative": (5, 0), "with": (1, 1), "between": (3, 3),
        "target": (2, 2), "light": (0, 5), "via": (0.1, 0.2), "none": (1, 0),
    },
}  # fmt: skip
CASES = frozenset(("to", "from", "by", "with", "via", "between", "of", "none", "origin"))
BESIDE, WITH = 5, 4.0
SENT = 40  # characters between a delegation and the country whose it is
BESIDE_FROM = 6  # characters between people and the country they are from: " from ", " asal ", " из "
BESIDES = ("subject", "light", "target")
OPEN_GAP = 40
SUBJECT_GAP = 12  # characters between a subject and its verb: " has ", " telah "
CLOSED_COST = 6.0  # a semicolon between a place and an act: another statement
OPEN = ("out", "in", "toward")
BREAK_COST = 1.6
COMMA_COST = 3.0  # one comma between a bare name and its act: the act most likely has a subject of its own
OTHER_COST = 3.0  # a place that another verb takes for itself
BEHIND_COST = 2.0  # a place behind a verb that closes its clause
FAR_COST = 0.018
SPEECH_COST = 6.0
SOURCE_COST = 14.0
TOPIC_SPEAKS = 0.6  # a topic that speaks may be who acts
BETWEEN_COST = 0.8
GIVING = ("send", "give", "donate")
SELLING = ("sold", "sell", "has sold", "have sold", "had sold")
ASKED = ("kepada ",)
UNLOADED = re.compile(r"\b(?:menurunkan|membongkar|dibongkar|diturunkan|unload|discharg|выгру|выгра|разгру|разгра)")
FLAGGED = ("berbendera ", "dengan bendera ")
PORT = re.compile(
    r" (?:the )?(?:[\w-]+ ){0,3}(?:port|city|town|capital|province|region) of "
)  # "reached the port of Nampo"
NAMED_AFTER = ("soldier", "worker", "citizen", "student", "tourist", "trainer", "technician")
THERE = 12  # characters between a verb of buying and where it is done
PEOPLE = frozenset(("labour", "troops"))
ORIGIN_OF_PEOPLE = 12.0


def relation(place: Place, act: Tag, theme: Theme | None, scene: Scene, pack: Compiled) -> str:
    """What a place is to an act: its case word, or its position when it has none."""
    if place.marker in CASES or place.marker == "at":
        return "from" if place.marker == "origin" else place.marker
    if place.marker in ("subject", "object"):
        return _by_case(place.marker, act)
    if theme is not None and _beside(place, theme, scene, pack):
        return "subject" if act.entry.value == "learn" and theme.kind != "trainer" else "origin"
    passive = act.entry.form == "passive"
    if place.end <= act.start or place.start < act.start:
        if any(place.end <= tag.start < act.start for tag in scene.labelled("break") if tag.entry.value == "relative"):
            return "light"
        if act.entry.form == "noun" and len(scene.folded[place.end : act.start].split()) > 2:
            return "light"
        if pack.pack.writing.order == "verb-final":
            return "subject"
        return "target" if passive else "subject"
    gap = scene.folded[act.end : place.start]
    if _open_case(place, act, gap, pack):
        return "either"
    if act.entry.form in ("noun", "bare") and len(gap) <= 12:
        return "agent"
    if passive and pack.pack.writing.bare_agent and len(gap.split()) <= 2:
        return "agent"
    if theme is not None and place.start > theme.end and act.entry.form in ("noun", "bare", "passive"):
        return "agent" if place.start - theme.end <= 2 and not _other_agent(place, act, scene) else "object"
    return "dative" if act.entry.flag or len(gap.split()) <= 1 else "object"


def _other_agent(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether the noun of action already has another country for its agent: "о передаче Россией зерна КНДР"."""
    return any(
        other.marker == "by" and other.code != place.code and act.end <= other.start < place.start
        for other in scene.places
    )


def _handed(place: Place, act: Tag, theme: Theme | None, scene: Scene) -> bool:
    """Whether a name stands between a verb of giving and what is given: "sent North Korea goods"."""
    if scene.glued or theme is None or place.form != "names":
        return False
    if act.entry.value not in GIVING and not scene.folded.startswith(SELLING, act.start):
        return False
    near = act.entry.form == "active" and 0 <= place.start - act.end <= 1
    return near and theme.start > place.end and not scene.folded[place.end :].startswith("'")


def _described(place: Place, act: Tag, theme: Theme | None, scene: Scene, pack: Compiled) -> bool:
    """Whether a case word only binds a country to the theme: "tons of North Korean coal", "let go men from Korea"."""
    if theme is None:
        return False
    if place.marker == "of" and place.form == "adjectives":
        return _beside(place, theme, scene, pack)
    if theme.kind in NAMED_AFTER and pack.cases and place.start - theme.end == 1 and place.marker in ("", "of"):
        return place.form == "names" and act.entry.value != "learn"  # "солдаты КНДР"
    orientation = ways()[act.entry.value].orientation
    if orientation == "visit" and theme.kind == "official" and place.marker in ("", "of") and pack.cases:
        gap = scene.folded[theme.end : place.start]  # "вуз посетила делегация министерства здравоохранения КНДР"
        return theme.start >= act.end and 0 < len(gap) <= SENT and not set(",;:.()") & set(gap)
    return orientation == "toward" and place.marker == "from" and 0 <= place.start - theme.end <= BESIDE_FROM


def _heads(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a place is the subject behind a phrase that opens the sentence: "Lewat Palang Merah, Seoul menawarkan"."""
    if scene.glued or place.marker not in ("via", "at", "with", "from", "none") or place.form == "adjectives":
        return False
    if scene.folded[place.start - 2 : place.start] != ", " or not 0 <= act.start - place.end <= SUBJECT_GAP:
        return False
    opening = scene.folded[max(scene.sentence.start, scene.head) : place.start - 2]
    cases = [tag for tag in scene.labelled("marker") if tag.start - max(scene.sentence.start, scene.head) <= 2]
    return bool(cases) and "," not in opening and act.entry.form == "active"


def _relation(place: Place, act: Tag, theme: Theme | None, scene: Scene, pack: Compiled) -> str:
    if _heads(place, act, scene) or (not scene.glued and comes_from(place, act, scene)):
        return "subject"
    if pack.cases and given_to(place, act, scene):
        return "to"
    told = particles.relation(place, act, theme, scene) if scene.glued else None
    if (
        place.marker == "of"
        and scene.folded.endswith("reached", 0, act.end)
        and PORT.fullmatch(scene.folded, act.end, place.start)
    ):
        return "object"
    if told is None and _described(place, act, theme, scene, pack):
        return "origin"
    if pack.cases and act.entry.value == "visit" and act.entry.form == "active" and counted_guests(act, scene):
        return (
            "object" if place.end <= act.start and not place.marker else "subject" if place.start > act.end else "light"
        )
    if (
        theme is not None
        and pack.cases
        and trains(place, act, theme, scene, lambda other: _beside(place, other, scene, pack))
    ):
        return "subject"
    if pack.cases and theme is not None and theme.end <= act.start and names_doer(place, act, scene):
        return "subject"
    if told is None and _handed(place, act, theme, scene):
        return "dative"
    name = told or relation(place, act, theme, scene, pack)
    accusative = (
        pack.cases and place.form == "adjectives" and scene.folded.endswith(("ую", "юю"), place.start, place.end)
    )
    return "object" if accusative and name in BESIDES else name  # "посетил пхеньянскую школу и передал"


def _open_case(place: Place, act: Tag, gap: str, pack: Compiled) -> bool:
    """Whether a bare name behind a noun of action may be either side: "в поставках боеприпасов России"."""
    if not pack.cases or place.form != "names" or act.entry.form not in ("noun", "bare"):
        return False
    return ways()[act.entry.value].orientation in OPEN and len(gap) <= OPEN_GAP and not set(",;:.()") & set(gap)


def _between(place: Place, act: Tag, scene: Scene) -> int:
    """How many other acts and words of speech stand between a place and its act."""
    low, high = (place.end, act.start) if place.start < act.start else (act.end, place.start)
    return len({tag.start for tag in scene.tags if tag.entry.label in ("act", "say") and low <= tag.start < high})


def _governed(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether another verb right before the case word of a place takes the place for itself: "… and visit Moscow"."""
    if not place.marker or place.start < act.end or act.entry.note == "presence":
        return False
    cases = [tag.start for tag in scene.labelled("marker") if 0 <= place.start - tag.end <= 1]
    start = cases[0] if cases else place.start
    verbs = [other for other in scene.acts if act.end < other.start and other.entry.form == "active"]
    return any(0 <= start - other.end <= 1 or other.start < start < other.end for other in verbs)


def _by_case(marker: str, act: Tag) -> str:
    if marker == "subject":
        return "target" if act.entry.form == "passive" else "subject"
    return "object"


def _beside(place: Place, theme: Theme, scene: Scene, pack: Compiled) -> bool:
    """Whether the place stands beside the theme as an adjective: its origin."""
    if place.start >= theme.start and place.end <= theme.end:
        return True
    after = pack.pack.writing.adjective == "after"
    low, high = min(place.end, theme.end), max(place.start, theme.start)
    if any(low <= other.start < high for other in scene.acts):
        return False
    if place.end <= theme.start:
        gap = scene.folded[place.end : theme.start]
        if pack.cases and place.form != "adjectives":
            return False
        near = place.form == "adjectives" or gap.startswith(("'s ", "' "))
        words = 3 if near else 2 if pack.pack.writing.order == "verb-final" else 0
        return not after and len(gap.split()) <= words and not set(",;:.()") & set(gap)
    if after:
        gap = scene.folded[theme.end : place.start]
        return len(gap) <= 2 or (len(gap.split()) <= 1 and gap.startswith(" ") and gap.strip().isalpha())
    return False


def resolve(
    act: Tag, way: Way, theme: Theme | None, scene: Scene, pack: Compiled, partner: str, kind: str = ""
) -> Sides | None:
    """The best giver and receiver for an act; one of them is the partner, or nothing is found."""
    scored: list[tuple[float, float, Place]] = []
    origins: set[int] = set()
    told = not scene.glued and _has_subject(act, scene)
    for place in served(theme, act, scene):
        if place.code == partner and scene.folded.endswith(FLAGGED, 0, place.start):
            place.marker = ""  # a ship under the partner's flag is the partner's
        name = _relation(place, act, theme, scene, pack)
        guest = visitor(name, place, act, scene) if pack.cases and kind == "diplomacy" else None
        give, take = guest or _weights(name, place, act, way, theme, scene, partner, kind)
        if kind in PEOPLE and way.polarity == "act":
            give, take = _people(name, give, take, place, theme, scene, pack)
        if way.orientation == "both" and 0 <= place.start - act.end <= BESIDE:
            take += WITH  # "trade with Indonesia": the other side stands right behind
        if place.weak or place.source:
            given = scene.glued and predicates.entrusted(act, scene)
            take = (
                take if place.weak and (way.orientation == "in" or given) else 0.0
            )  # who only speaks of it receives nothing
            give = 0.0 if way.orientation == "theft" else give  # nor is he robbed
        if name in BESIDES and not scene.glued and only_punishes(place.code, act, scene):
            give, take = 0.0, 0.0
        cost = _cost(name, place, act, way, theme, scene, told)
        scored.append((give - cost if give else -9.0, take - cost if take else -9.0, place))
        if name == "origin" and way.orientation == "out" and kind == "goods":
            origins.add(place.start)
    return _partner_first(best(scored, way, partner, scene.folded, origins), partner)


def _partner_first(sides: Sides | None, partner: str) -> Sides | None:
    """The sides with the partner first where it only stands in a list: "сообщение с Китаем и КНДР"."""
    if sides is None or partner in (sides.giver, sides.receiver):
        return sides
    if partner in sides.also_receiver and sides.receiver:
        rest = tuple(code for code in sides.also_receiver if code != partner)
        return Sides(sides.giver, partner, sides.also_giver, (sides.receiver, *rest), sides.score)
    return sides


def _weights(
    name: str, place: Place, act: Tag, way: Way, theme: Theme | None, scene: Scene, partner: str, kind: str
) -> tuple[float, float]:
    """How well a place serves as giver and as receiver by what it is to the act."""
    give, take = SCORES[way.orientation][name]
    if name == "origin" and way.orientation == "in" and act.entry.form in ("noun", "bare"):
        return _owner(place, scene, give, take)
    if name == "to" and way.orientation == "in" and scene.folded[: place.start].endswith(ASKED):
        return 8.0, 0.0  # "memesan rudal kepada A": A is asked for them, and gives
    if way.orientation == "theft" and name == "subject" and _for_partner(place, scene, partner):
        return take, give  # "brokers in A laundered funds for the partner": the money comes from A
    if way.orientation == "fish" and name in ("from", "origin", "of") and place.end <= act.start:
        return 0.0, 8.0  # "kapal asal Cina menangkap ikan": whose boats they are
    if name == "target" and act.entry.value == "host":
        return 9.0, 0.0  # "the president of A was received in B": the guest comes from A
    if name in ("at", "to") and way.orientation == "in" and _bought_there(place, act, scene):
        return 8.0, 0.0  # "A закупает в B", "A membeli di B": where somebody else buys, it comes from
    if name == "at" and way.orientation == "load" and UNLOADED.search(scene.folded, act.end, place.start):
        return 0.0, 9.0  # "memuat solar di A dan menurunkannya di B"
    if name == "by" and way.orientation == "in" and act.entry.form == "active":
        return take, give  # "was supplied with arms by A": A gives
    tour = theme is not None and (theme.kind == "tour" or (theme.kind == "tourist" and place.code == partner))
    if scene.glued and kind == "tourism" and name == "origin" and tour:
        return 0.0, 8.0  # a tour is called after where it goes
    return give, take


def _bought_there(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a place behind a verb of buying is another country than that of the buyer before it."""
    if scene.glued or act.entry.form != "active" or place.start < act.end or place.start - act.end > THERE:
        return False
    buyers = [other for other in scene.places if other.end <= act.start and other.marker in ("", "subject")]
    from_elsewhere = any(other.marker in ("from", "origin") for other in scene.places)
    return bool(buyers) and buyers[-1].code != place.code and not from_elsewhere


def _for_partner(place: Place, scene: Scene, partner: str) -> bool:
    """Whether somebody acts for the partner, who is named behind a case word of direction."""
    return place.code != partner and any(other.code == partner and other.marker == "to" for other in scene.places)


def _cost(name: str, place: Place, act: Tag, way: Way, theme: Theme | None, scene: Scene, told: bool) -> float:
    """What stands against a place: its distance, clauses and other acts between, that it only speaks."""
    anchor = theme if theme is not None and abs(theme.start - place.start) < abs(act.start - place.start) else None
    middle = anchor.start if anchor else act.start
    far = FAR_COST * (4 if way.orientation == "both" else 1)
    cost = far * abs(place.start - middle) + BREAK_COST * scene.parted(place.start, act.start)
    if place.weak or place.source:
        speech = SPEECH_COST * (TOPIC_SPEAKS if scene.glued else 1)
        cost += SOURCE_COST if place.source or told else speech
    low, high = sorted((place.start, act.start))
    cost += CLOSED_COST if ";" in scene.folded[low:high] else 0.0
    cost += BETWEEN_COST * _between(place, act, scene)
    cost += OTHER_COST if not scene.glued and _governed(place, act, scene) else 0.0
    cost += BEHIND_COST if particles.behind(place, act, scene) or particles.taken(place, act, scene) else 0.0
    if name == "subject" and scene.folded.count(", ", place.end, act.start) == 1:
        cost += COMMA_COST
    return cost + (0.4 if place.form in ("adjectives", "bodies", "people") else 0.0)


def _owner(place: Place, scene: Scene, give: float, take: float) -> tuple[float, float]:
    """Whose import it is: "impor bijih besi China dari Korea Utara", where the goods come from is told by itself."""
    told = any(other.code != place.code and other.marker in ("from", "origin") for other in scene.places)
    return (0.0, 8.0) if told and not place.marker and place.form != "adjectives" else (give, take)


def _has_subject(act: Tag, scene: Scene) -> bool:
    """Whether what is said has a subject of its own: then who says it is no side of it."""
    speakers = [place.end for place in scene.places if place.weak and place.end <= act.start]
    return bool(speakers) and any(
        not place.weak and not place.source and place.marker in ("", "subject") and max(speakers) <= place.start
        and place.end <= act.start for place in scene.places
    )  # fmt: skip


def _people(
    name: str, give: float, take: float, place: Place, theme: Theme | None, scene: Scene, pack: Compiled
) -> tuple[float, float]:
    """People come from the country that they are called after; whoever else acts receives them.

    A bare name that only its place before a noun of action makes a goal is none of theirs: "북한의 러시아 파병".
    """
    bare = place.marker in ("", "origin", "from", "of") or (place.form == "adjectives" and place.marker != "none")
    bare = bare or (theme is not None and pack.pack.writing.adjective == "after" and place.start - theme.end == 1)
    beside = theme is not None and bare and (name != "to" or place.marker) and _beside(place, theme, scene, pack)
    beside = beside or (pack.cases and theme is not None and theirs(place, theme, scene))
    if name == "origin" or beside:
        return ORIGIN_OF_PEOPLE, 0.0
    return give, max(take, 4.0 if name in ("from", "by", "subject", "agent") else 0.0)
