"""Case words that stand behind their place, glued to it or to the last word of its phrase (Korean, Japanese)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from saring.model import Span
from saring.reading import predicates, spots
from saring.reading.packs import Compiled, places, ways
from saring.reading.words import fold

if TYPE_CHECKING:
    from saring.reading.scene import Place, Scene, Theme
    from saring.reading.words import Tag

MARKS = ",.;:!?\"“”‘’'()…·"
WORD = re.compile(rf"[^\s{re.escape(MARKS)}]+")
BRACKET = re.compile(r"\([^()]{1,30}\)")
NAMED = re.compile(
    r"(?: ?[가-힣]*(?:선|선박|호|회사|기업|업체|기관|은행|단체|무역|배|공장|식당)(?:인)?) ?['‘\"“][^'’\"”\n]{1,24}['’\"”](?:\([^()]{1,30}\))?(?:호)?"
)
LONGEST = 14
TAIL_WORDS = 3
TAKEN_GAP = 3  # letters between a place and a verb right behind its case word
LONGEST_TAIL = 4  # longer case words hold words of their own and stand right behind the place
SHARED = ("to", "from", "at", "whence", "with", "via", "between", "of", "object")
STOPS = ("break", "place", "say", "back", "pair", "cue")
PASSED = frozenset(
    ("plant", "official", "crypto", "ship", "tour", "agency", "technician", "trainer", "venture", "border")
)  # nouns of a place's phrase that carry its case
OWN = ("of", "origin", "none", "with")  # case words that bind nouns to each other
WHERE, WHENCE = "에", "서"  # "업체에" is to a firm, "업체에서" in it or from it
ROUTES = ("flight", "route", "train")
MAKING = ("develop", "build")
WARES = ("goods", "weapon")
WARE_TAIL = 12  # letters of further goods between the ones known and a country: "인조 속눈썹·수염의 중국 수출액"
SANCTIONS = re.compile(r" ?(?:독자 ?)?제재")
INCLUDING = re.compile(r"[을를] 비롯(?:한|해|하여)?,? ?")
OWNED = 24  # letters between a country and the last of its goods
BROUGHT = re.compile("반입|유입|들여")  # "대북 반입" goes in, where "대북 수입" comes out
PEOPLE = ("people", "short")
TOPICS = ("은", "는")
SUBJECTS = ("이", "가", "도", "들")
TITLE_WORDS = 2  # words of a title between a country and its particle: "연해주 코제먀코 주지사는"
ENTERED = re.compile(r"에 (?:들어와|들어가|입항해|기항해|들러|도착해|정박해|접안해)")
ORDERED = ("주문", "발주")
FETCHING = ("carry", "trade")
LEARNT_FROM = re.compile(r"[^,.은는이가]{0,16}?(?:에게서?|한테서?|로부터|으로부터)")  # "북한 교관 12명에게 배웠다"
SENT = ("worker", "soldier", "citizen")
STAYING = ("employ", "learn", "host")  # acts that take people where they are


def mark(scene: Scene, spans: Sequence[Span], pack: Compiled) -> None:
    """Give each place the case word that follows it; members of a list and names of one country share the last one's.

    `spans` are those of goods.
    """
    stops = _stops(scene, spans)
    trades = [act.start for act in scene.acts if act.entry.form == "noun" and act.entry.value in ("export", "import")]
    for place in scene.places:
        if place.form == "toward":
            place.marker = "none" if _of_sanctions(place, scene) else "to"
            continue
        place.marker = _glued(scene, _past_name(scene, place), pack) or _within(scene, place, pack)
        if place.marker in ("", "of") and place.form in ("cities", "names"):
            shop = spots.SHOP.match(scene.folded, place.end)
            place.marker = place.marker if shop is None else "whence" if shop.group().endswith("에서") else "at"
        if place.marker == "origin" and predicates.disguised(place, scene):
            place.marker = "none"
        if place.marker in ("", "of"):
            ends = sorted([*stops, *trades]) if place.marker == "of" else stops
            place.marker = _tail(scene, place, ends, pack) or place.marker
    for one, other in reversed(list(pairwise(scene.places))):
        _share(one, other, scene, pack)


def _of_sanctions(place: Place, scene: Scene) -> bool:
    """Whether a country is only the aim of sanctions, and named once more: "북한이 대북 제재를 어기고 수출했다"."""
    named = any(other.code == place.code and other.form != "toward" for other in scene.places)
    return named and SANCTIONS.match(scene.folded, place.end) is not None


def _past_name(scene: Scene, place: Place) -> int:
    """Where the case word of a place can stand behind a name in marks that it opens: "북한 유조선 '안산 1호'에"."""
    bracket = BRACKET.match(scene.folded, place.end)
    end = bracket.end() if bracket else place.end
    named = NAMED.match(scene.folded, end, scene.sentence.end)
    return named.end() if named else end


def _within(scene: Scene, place: Place, pack: Compiled) -> str:
    """The case word inside a name that is written with it, as one-syllable names are ("북이", "러에")."""
    name = scene.folded[place.start : place.end]
    for stem in _stems(pack.language).get(place.code, ()):
        if name.startswith(stem) and len(name.rstrip()) > len(stem):
            if name[len(stem)] == ",":
                return "subject" if scene.sentence.fragment else ""  # "북, 러에 포탄 수출"
            return _glued(scene, place.start + len(stem), pack)
    return ""


@cache
def _stems(language: str) -> dict[str, tuple[str, ...]]:
    """The names of countries that their file writes with case words behind, by code: what all of them begin with."""
    found: dict[str, tuple[str, ...]] = {}
    for code, country in places().get(language, {}).items():
        names: dict[str, list[str]] = {}
        for word in country.names:
            if word.startswith("|"):
                names.setdefault(word[1:2], []).append(fold(word.strip("|")))
        stems = [_beginning(group).rstrip() for group in names.values() if len(group) > 1]
        if kept := tuple(stem for stem in stems if stem):
            found[code] = kept
    return found


def _beginning(words: Sequence[str]) -> str:
    """What all the words begin with: the first and the last in order differ the soonest."""
    low, high = min(words), max(words)
    return low[: next((n for n, char in enumerate(low) if high[n : n + 1] != char), len(low))]


def relation(place: Place, act: Tag, theme: Theme | None, scene: Scene) -> str | None:
    """What a place is to an act where its case word alone does not say it; nothing where it does."""
    orientation = ways()[act.entry.value].orientation
    if act.entry.value == "want" and place.marker == "to":
        return "from"  # one asks "to" somebody for a thing
    if told := _by_predicate(place, act, orientation, scene):
        return told
    if place.form == "toward" and orientation == "in":
        return "to" if BROUGHT.search(scene.folded, act.start, act.end) else "from"
    if compound := _before_noun(place, act, orientation, scene):
        return compound
    if act.entry.value in FETCHING and place.marker in ("whence", "subject") and _fetched(act, scene):
        return "from" if place.marker == "whence" else "to"
    if place.marker == "whence":
        moves = orientation == "load" or predicates.moving(act, scene)
        return "from" if moves or _whence(place, act, orientation == "in", scene) else "at"
    if place.marker == "of" and orientation == "in" and theme is not None and 0 <= theme.start - place.end <= 3:
        # "북한의 석탄을 수입": the goods of a country come from it; but "북한의 쌀 수입이" is its own buying
        return "of" if _own_buying(place, act, scene) else "origin"
    if _heads_clause(place, act, scene):
        return "subject"
    if _sends_people(place, act, theme, scene):
        return "of"
    if any(_acts(other, place) for other in scene.places):
        return _second(place, act, theme, orientation)
    return None


def _hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _own_buying(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a noun of buying right behind its goods is that of the country named with "of", as nobody else buys."""
    goods = any(0 <= act.start - theme.end <= 1 for theme in scene.themes)
    if act.entry.form != "noun" or not goods or not place.start < act.start or not _hangul(scene.folded[act.start]):
        return False
    return not any(
        other.code != place.code and other.marker in ("subject", "of", "to", "at") and not (other.weak or other.source)
        for other in scene.places
    )


def _before_noun(place: Place, act: Tag, orientation: str, scene: Scene) -> str | None:
    """What a bare country right before a noun of trade is: "러시아 수입식품", "북한 수산물의 중국 밀수가"."""
    if act.entry.form != "noun" or not 0 < act.start - place.end <= 1:
        return None
    if act.entry.value == "import" and any(theme.kind == "goods" and theme.start == act.end for theme in scene.themes):
        return (
            "from" if place.marker in ("", "subject") else None
        )  # imported goods are called after where they are from
    goods = [theme for theme in scene.themes if theme.kind in WARES and 0 < place.start - theme.end <= WARE_TAIL]
    if place.marker != "subject" or not goods or scene.folded[place.start - 2 : place.start] != "의 ":
        return None
    owners = [other for other in scene.places if other.code != place.code and other.marker in ("", "of", "origin")]
    near = [other for other in owners if 0 <= goods[-1].start - other.end <= OWNED]
    if not any(not any(other.end <= each.start < act.start for each in scene.acts) for other in near):
        return None
    return "subject" if orientation == "in" else "to"


def _by_predicate(place: Place, act: Tag, orientation: str, scene: Scene) -> str | None:
    """What a place is to an act by the verb behind it: a list counted, a task given, people taught, an offer answered."""
    if act.entry.value == "load" and place.marker == "to" and ENTERED.search(scene.folded, place.end, act.start):
        return "at"  # "포트클랑에 들어와 팜유를 실은": what is loaded where a ship called
    if place.marker == "to" and orientation == "in" and scene.folded.startswith(ORDERED, act.start):
        return "from"  # "북한 업체에 주문했다"
    if act.entry.value == "seize" and place.marker == "whence":
        return "from"  # goods seized on a ship come from it
    if noun := predicates.counted(act, scene):
        return predicates.listed(place, noun)
    if place.marker in ("to", "subject", "") and orientation != "in" and predicates.entrusted(act, scene):
        return "from" if place.marker == "to" else "to"
    if orientation == "out" and place.end <= act.start and spots.IF_WANTED.match(scene.folded, place.end):
        return "to"
    if act.entry.value == "learn" and LEARNT_FROM.match(scene.folded, place.end):
        return "from"
    if predicates.answered(act, scene) and place.end <= act.start and orientation == "out":
        return "to" if place.marker in ("subject", "") else "from"
    if predicates.trained(act, scene) and place.end <= act.start:
        return "from" if place.marker in ("at", "whence", "from") else "to"
    return None


def behind(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a place stands behind a verb that only describes a noun: "훔친 코인이 말레이시아로 …"."""
    if not scene.glued or act.entry.form not in ("active", "passive") or place.start < act.end:
        return False
    later = place.marker == "subject" and scene.parted(act.end, place.start) > 0
    return (later or predicates.describing(act, scene)) and not _heads_clause(place, act, scene)


def taken(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether another verb, which only describes a noun, takes a place for itself: "해경에 나포된 배가 … 선적한"."""
    if not scene.glued or not place.marker or place.end > act.start or _is_topic(place, scene):
        return False
    if place.marker == "to" and _led_on(place, act, scene):
        return True
    return any(
        place.end < other.start <= place.end + TAKEN_GAP
        and other.end < act.start
        and predicates.describing(other, scene)
        and other.entry.value != "use"  # "A가 쓰는 권총은 … 들어왔다": who uses it has got it
        for other in scene.acts
        if other.entry.form != "noun"
    )


def _led_on(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a goal belongs to the verb right behind it, and the act has one of its own: "중국으로 실려오고 … 북한으로"."""
    goals = [other for other in scene.places if other.marker == "to" and other.code != place.code]
    verbs = [other for other in scene.acts if 0 < other.start - place.end <= TAKEN_GAP and other.entry.form != "noun"]
    return any(verb.end < goal.start and goal.end <= act.start for verb in verbs for goal in goals)


def _heads_clause(place: Place, act: Tag, scene: Scene) -> bool:
    """Whether a place is the noun that a verb before it leads on to, and who acts: "북한 노동자를 고용한 중국 회사"."""
    gap = scene.folded[act.end : place.start]
    if (
        act.entry.form != "active"
        or not (len(gap) <= 1 or gap == "는 ")
        or place.start < act.end
        or scene.folded[place.start - 1] != " "
    ):
        return False
    last = scene.folded[place.start - 2]
    if not predicates.adnominal(last):
        return False
    before = [
        other for other in scene.places if other.end <= act.start and other.marker == "subject" and not other.source
    ]
    return all(_is_topic(other, scene) for other in before)


def _fetched(act: Tag, scene: Scene) -> bool:
    """Whether a thing is carried off from a place named with "from", to nowhere named: "중국이 북한에서 석탄을 가져갔다"."""
    before = [place for place in scene.places if place.end <= act.start]
    subjects = {place.code for place in before if place.marker == "subject"}
    sources = {place.code for place in before if place.marker == "whence"}
    return bool(subjects and sources - subjects) and all(place.marker != "to" for place in before)


def _sends_people(place: Place, act: Tag, theme: Theme | None, scene: Scene) -> bool:
    """Whether a place is the subject of a clause that sends people: it gives, and receives nobody."""
    if theme is None or theme.kind not in SENT or ways()[act.entry.value].orientation != "out":
        return False
    return place.marker == "subject" and act.entry.form == "active" and not _is_topic(place, scene)


def _is_topic(place: Place, scene: Scene) -> bool:
    """Whether a subject is the topic of the whole sentence, not the subject of a clause inside it."""
    for number, word in enumerate(WORD.finditer(scene.folded, place.end - 1, scene.sentence.end)):
        if word.group().endswith(TOPICS):
            return True
        titled = place.marker == "subject" and not word.group().endswith(SUBJECTS)
        if number == TITLE_WORDS or not titled or scene.folded[word.end() : word.end() + 1] != " ":
            return False
    return False


def _second(place: Place, act: Tag, theme: Theme | None, orientation: str) -> str | None:
    """What a place is where another country is named already as the one that acts."""
    if place.marker == "of" and act.entry.value in MAKING:
        return "to"  # "러시아는 북한의 미사일 개발을 도왔다"
    if place.marker:
        return None
    if act.entry.form == "noun" and 0 < act.start - place.end <= 1 and orientation in ("out", "in"):
        return "to" if orientation == "out" else "from"  # "북한산 딸기의 러시아 수출"
    if theme is not None and theme.kind in ROUTES and 0 < theme.start - place.end <= 1:
        return "to"  # "고려항공은 선양 노선을 열었다": a line is called after where it goes
    return None


def _acts(other: Place, place: Place) -> bool:
    """Whether another country is already named as the one that trades."""
    return other.code != place.code and other.start < place.start and other.marker in ("subject", "of", "origin")


def _whence(place: Place, act: Tag, inward: bool, scene: Scene) -> bool:
    """Whether a case word for both "in" and "from" says "from": who imports does so; or another place says where to."""
    if inward and (act.entry.value not in STAYING or any(_acts(other, place) for other in scene.places)):
        return True
    return any(other.marker == "to" and other.code != place.code for other in scene.places)


def _stops(scene: Scene, spans: Sequence[Span]) -> list[int]:
    """Where the words of a place's phrase end at the latest: at a theme, an act, another place, a break."""
    passed = [tag for tag in scene.labelled("theme") if tag.entry.value in PASSED]
    found = [tag.start for tag in scene.tags if tag.entry.label in STOPS]
    found += [act.start for act in scene.acts if act.entry.form != "noun"]
    hidden = [*passed, *scene.labelled("ignore")]
    found += [
        tag.start
        for tag in scene.labelled("theme")
        if tag.entry.value not in PASSED
        and not any(other.start <= tag.start and tag.end <= other.end for other in scene.labelled("ignore"))
    ]
    found += [low for low, high in spans if not any(tag.start - 1 <= high <= tag.end for tag in hidden)]
    return sorted(found)


@cache
def _begins(glued: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, str]]]:
    """The case words by their first letter, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for particle, marker in glued:
        found.setdefault(particle[:1], []).append((particle, marker))
    return found


def case(scene: Scene, place: Place, pack: Compiled) -> str:
    """The case word of a place, glued to it or to the noun behind it."""
    return _glued(scene, place.end, pack) or _tail(scene, place, (), pack)


def _glued(scene: Scene, end: int, pack: Compiled) -> str:
    rest = scene.folded[end : end + LONGEST]
    for particle, marker in _begins(pack.glued).get(rest[:1], ()):
        if rest.startswith(particle):
            from_there = marker == "to" and rest.startswith(particle + WHENCE) and particle.endswith(WHERE)
            return "whence" if from_there else marker
    return ""


@cache
def _heads(glued: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, str, str]]]:
    """The case words that can end a word, by their last letter: (first word, all of it, case), the longest first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for particle, marker in glued:
        head = particle.split(" ")[0]
        if head and len(head) <= LONGEST_TAIL and not particle.endswith(" "):
            found.setdefault(head[-1], []).append((head, particle, marker))
    return found


def _tail(scene: Scene, place: Place, stops: Sequence[int], pack: Compiled) -> str:
    """The case word of the last noun of the phrase that the place opens: "카타르의 경기장 건설에"."""
    limit = min([scene.sentence.end, *(stop for stop in stops if stop >= place.end)])
    for number, word in enumerate(WORD.finditer(scene.folded, place.end, limit)):
        if number >= TAIL_WORDS + (scene.folded[place.end] != " ") or set(scene.folded[place.end : word.start()]) & set(
            MARKS
        ):
            break
        for head, particle, marker in _heads(pack.glued).get(word.group()[-1], ()):
            if not word.group().endswith(head):
                continue
            if " " in particle and not scene.folded.startswith(particle, word.end() - len(head)):
                continue
            if marker == "with" and place.form in PEOPLE:
                return marker  # "시진핑 주석과"
            if marker in OWN:
                break
            if len(word.group()) > len(particle) or number == 0:
                return marker
    return ""


def _share(one: Place, other: Place, scene: Scene, pack: Compiled) -> None:
    """Let a place take the case word of the next one: names of one country, members of a list."""
    gap = scene.folded[one.end : other.start]
    if one.code != other.code and INCLUDING.fullmatch(gap) and other.marker in SHARED:
        one.marker = other.marker  # "북한을 비롯해 중국에"
        return
    if one.code == other.code and one.marker in ("", "of") and gap.strip() in ("", "의", "の", ","):
        one.marker = other.marker or one.marker
    elif one.code != other.code and one.marker in ("", "with", "between") and pack.chain.fullmatch(gap):
        if scene.sentence.fragment and gap.strip() == ",":
            return  # "러시아, 북한에 석유 공급": in a headline a comma stands for the subject
        if other.marker == "subject":
            one.marker = "subject"
        elif other.marker == "of" and one.marker == "with":
            one.marker = other.marker = "between"
        elif other.marker in SHARED:
            one.marker = other.marker
