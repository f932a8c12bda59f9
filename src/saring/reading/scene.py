"""What stands in a sentence: places with their case words, themes, acts, breaks: the material for roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import msgspec

from saring.model import Amount, Good
from saring.reading import particles
from saring.reading.headers import head_end
from saring.reading.packs import Compiled
from saring.reading.sentences import Sentence
from saring.reading.words import Tag, between

FAR = 45
NAMES_ONLY = re.compile(r"(?:[A-ZА-ЯІЇЄ][\w'-]*|[,&\s]|\b\w{1,4}\b)*")
BEFORE_WORD = re.compile(r"([^\W\d_][\w'-]*)[ -]$")
AFTER_WORD = re.compile(r"[ -]([^\W\d_][\w'-]*)")
PERSON_NAME = re.compile(r" [A-ZА-ЯІЇЄ][a-zа-яіїё]{2,}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STOPS = re.compile(r"[;:.!?()\"“”]")
INFINITIVE = frozenset(("to", "will", "would", "can", "could", "must", "may", "might", "should", "helped", "help"))
PRICED = re.compile(
    r"\b(?:senilai|seharga|bernilai|sebesar|worth|valued at|на сумму|на суму|стоимостью|вартістю|по цене|ценой)\b[^,;:()]{0,32}$"
    r"|\bfor (?:about |some |nearly |around )?[\d.,]+ (?:\w+ )?$"
)
PRICES = re.compile(r"(?:를|을)? ?(?:worth\b|상당|어치|규모|相当|分の|价值)|[-' ]{1,2}worth\b")
NONE: list[Tag] = []
REFINED = {"object": "to", "of": "at"}
RESTING = ("е", "и", "ой", "ом", "ем", "ах", "ях", "ої", "ій", "і", "ї")  # endings of a place where something is
NEUTER = ("ье",)  # the same whether something goes there or is there
TRADES = ("worker", "technician", "student", "official")
DESCRIBING = ("technology", "goods", "thing")
VEHICLES = frozenset(("ship", "train", "flight"))
GOODS_LIKE = ("goods", "thing", "gift")
TITLES = ("official", "agency")  # titles and bodies are written in capitals: "Menteri Pertahanan China", "Red Cross"


@dataclass(slots=True)
class Place:
    """A country seen in the sentence; `marker` is the case word that it stands under, empty when bare."""

    start: int
    end: int
    code: str
    form: str
    marker: str = ""
    weak: bool = False
    source: bool = False


@dataclass(slots=True)
class Theme:
    """What may move or be done: a class, the words, and goods codes where the goods room knows them."""

    start: int
    end: int
    kind: str
    goods: Good | None = None
    origin: str | None = None  # of one that only points back: where what it means comes from


@dataclass(slots=True)
class Scene:
    """A sentence with everything seen in it."""

    sentence: Sentence
    text: str
    folded: str
    tags: list[Tag]
    places: list[Place] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    acts: list[Tag] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    head: int = 0
    sources: list[tuple[int, int]] = field(default_factory=list)
    by_label: dict[str, list[Tag]] = field(default_factory=dict)
    counted: list[Amount] | None = None  # its amounts, once they are read
    glued: bool = False  # case words stand behind their place, verbs at the end

    def labelled(self, label: str) -> list[Tag]:
        """The tags of one label."""
        if not self.by_label:
            for tag in self.tags:
                self.by_label.setdefault(tag.entry.label, []).append(tag)
        return self.by_label.get(label, NONE)

    def relative(self, start: int, end: int) -> int:
        """How many relative clauses open between two points."""
        spots = [tag.start for tag in self.labelled("break") if tag.entry.value == "relative"]
        return sum(start <= spot < end for spot in spots)

    def parted(self, start: int, end: int) -> int:
        """How many clause breaks lie between two points."""
        low, high = (start, end) if start <= end else (end, start)
        return sum(low <= point < high for point in self.breaks)


def build(
    sentence: Sentence, text: str, folded: str, tags: Sequence[Tag], goods: Sequence[Good], pack: Compiled
) -> Scene:
    """Look at a sentence: take its tags and goods, and find the case word of each place."""
    inside = between(tags, sentence.start, sentence.end)
    head = _head(sentence, text, inside, pack)
    inside = [tag for tag in inside if tag.start >= head or tag.entry.label == "outlet"]
    goods = [good for good in goods if good.span is None or good.span[0] >= head]
    scene = Scene(sentence, text, folded, [tag for tag in inside if not _part_of_name(tag, text, sentence)])
    scene.head = head
    scene.glued = bool(pack.glued)
    months = {tag.start for tag in scene.labelled("date") if text[tag.start].isupper()}
    scene.acts = [tag for tag in scene.labelled("act") if tag.start not in months and not _is_noun(tag, scene)]
    named = {tag.start for tag in inside if tag.entry.label in ("place", "theme", "date", "outlet")}
    named |= {good.span[0] for good in goods if good.span}
    scene.acts = [act for act in scene.acts if not _trade_of(act, scene, named)]
    scene.breaks = sorted([tag.start for tag in scene.labelled("break")] + _marks(text, sentence) + _opening(scene))
    seen = [tag for tag in scene.labelled("place") if not _of_another(tag, scene, pack)]
    scene.places = [Place(tag.start, tag.end, tag.entry.value, tag.entry.form) for tag in seen]
    given = {tag.start: tag.entry.note for tag in scene.labelled("place") if tag.entry.note}
    if pack.pack.writing.markers == "before":
        _case_before(scene, pack)
    else:
        particles.mark(scene, [good.span for good in goods if good.span], pack)
    for place in scene.places:
        place.marker = place.marker or given.get(place.start, "")
    _pairs(scene, pack)
    scene.themes = _themes(scene, goods, pack)
    return scene


def _head(sentence: Sentence, text: str, tags: Sequence[Tag], pack: Compiled) -> int:
    """Where the head of a report ends; "Russia – North Korea …" is no head, but a pair of countries."""
    end = head_end(text, sentence, pack.months)
    if end == sentence.start:
        return end
    places = [tag for tag in tags if tag.entry.label == "place" and tag.entry.form == "names"]
    pair = any(
        tag.start == sentence.start and end - tag.end <= 3 and not text[tag.start : tag.end].isupper() for tag in places
    )
    return sentence.start if pair and any(tag.start == end for tag in places) else end


def _part_of_name(tag: Tag, text: str, sentence: Sentence) -> bool:
    """Whether a common word stands in capitals inside a name ("Foreign Trade Bank"), where it means nothing."""
    titled = tag.entry.label == "theme" and tag.entry.value in TITLES
    if titled or tag.entry.label not in ("act", "theme", "cue") or tag.entry.flag or not text[tag.start].isupper():
        return False
    if text[tag.start : tag.end].split(maxsplit=1)[0].isupper():
        return False
    return _inside_name(tag.start, tag.end, text, sentence)


def _inside_name(start: int, end: int, text: str, sentence: Sentence) -> bool:
    if sentence.fragment or start == sentence.start:
        return False
    before = BEFORE_WORD.search(text, max(sentence.start, start - 30), start)
    after = AFTER_WORD.match(text, end, min(sentence.end, end + 30))
    return bool(
        (before and before.group(1)[0].isupper() and before.start() > sentence.start)
        or (after and after.group(1)[0].isupper() and not before)
        or (after and after.group(1)[0].isupper() and before)
    )


def _shouted(good: Good, text: str, sentence: Sentence) -> bool:
    """Whether goods words are an abbreviation in capitals, or stand inside a name."""
    if good.span is None:
        return False
    start, end = good.span
    words = text[start:end]
    line = text[sentence.start : sentence.end]
    shouted = words.isupper() and words.isalpha() and len(words) <= 4 and not line.isupper()
    return shouted or (words[0].isupper() and words[1:].islower() and _inside_name(start, end, text, sentence))


def _is_noun(act: Tag, scene: Scene) -> bool:
    """Whether a word that may be a verb is a theme here: "North Korean ships"."""
    if act.entry.form != "active" or not any(tag.entry.label == "theme" and tag[:2] == act[:2] for tag in scene.tags):
        return False
    return any(tag.entry.form == "adjectives" and act.start - tag.end == 1 for tag in scene.tags)


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


def _infinitive(tag: Tag, scene: Scene) -> bool:
    """Whether a word that may be a vehicle or ware is a verb: "to train soldiers", "will ship coal"."""
    verbs = any(act[:2] == tag[:2] and act.entry.form == "active" for act in scene.acts)
    return verbs and follows_infinitive(tag, scene)


def follows_infinitive(tag: Tag, scene: Scene) -> bool:
    """Whether a word stands behind one that only a verb can follow."""
    before = BEFORE_WORD.search(scene.folded, max(scene.sentence.start, tag.start - 12), tag.start)
    return before is not None and before.group(1) in INFINITIVE


def _hidden(span: tuple[int, int], ignored: Sequence[Tag]) -> bool:
    return any(tag.start <= span[0] and span[1] <= tag.end for tag in ignored)


def _opening(scene: Scene) -> list[int]:
    """The comma that closes a clause which opens the sentence: "If war breaks out, exports …"."""
    first = next((tag for tag in scene.labelled("break") if tag.start - scene.sentence.start <= 2), None)
    comma = scene.text.find(", ", first.end, scene.sentence.end) if first else -1
    return [comma] if comma > 0 else []


def _marks(text: str, sentence: Sentence) -> list[int]:
    return [place for place in range(sentence.start, sentence.end) if text[place] in ";:"]


def _pairs(scene: Scene, pack: Compiled) -> None:
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
        for code in tag.entry.value.split():
            scene.places.append(Place(tag.start, tag.end, code, "names", "between"))
    scene.places.sort(key=lambda place: place.start)


def _case_before(scene: Scene, pack: Compiled) -> None:
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
            place.marker = candidates[-1].entry.value
            if pack.cases and place.marker in ("to", "at") and place.start - candidates[-1].end <= 1:
                place.marker = REFINED.get(own) or _refined(place, scene)  # "в Россию" is to, "в России" is at
        elif previous and previous.code == place.code and place.start - previous.end <= 3:
            place.marker = previous.marker


def _fronted(number: int, markers: Sequence[Tag], scene: Scene, pack: Compiled) -> bool:
    """Whether a comma ends a place that opens the sentence, and the subject follows: "From A, B received"."""
    before, place = scene.places[number - 1], scene.places[number]
    if scene.folded[before.end : place.start] != ", ":
        return False
    opens = any(tag.start - max(scene.sentence.start, scene.head) <= 2 and tag.end <= before.start for tag in markers)
    further = scene.places[number + 1 : number + 2]
    return opens and number == 1 and not any(pack.chain.fullmatch(scene.folded, place.end, at.start) for at in further)


def _refined(place: Place, scene: Scene) -> str:
    """To or at, by the ending of a place that its file does not decline: "во Владивосток", "во Владивостоке"."""
    words = scene.text[place.start : place.end]
    return "at" if words.endswith(RESTING) and not words.endswith(NEUTER) else place.marker


def _reaches(scene: Scene, marker: Tag, place: Place, own: str | None = None) -> bool:
    """Whether a case word governs a place: few words between them, no act, no other place outside a list.

    `own` is the place's own case in languages that have cases: a nominative is governed by none.
    """
    if own == "subject" or (own is not None and place.form == "adjectives" and place.start - marker.end > 1):
        return False
    between_them = scene.text[marker.end : place.start]
    if any(marker.end <= act.start < place.start for act in scene.acts) or STOPS.search(between_them):
        return False
    if marker.entry.value == "none" and any(char.isdigit() for char in between_them):
        return False  # "about 100 Russian tourists"
    if any(
        marker.end <= tag.start < place.start for tag in scene.tags if tag.entry.label in ("break", "say", "outlet")
    ):
        return False
    if any(marker.end <= other.start < place.start for other in scene.places) or _closes(scene, marker, place):
        return False
    if "," in between_them:
        return NAMES_ONLY.fullmatch(between_them) is not None
    return len(between_them.split()) <= 4


def _closes(scene: Scene, marker: Tag, place: Place) -> bool:
    """Whether a case word is taken by a date or a set phrase: "in March Hanoi …", "in return Hanoi …"."""
    if YEAR.search(scene.text, marker.end, place.start):
        return True
    return any(
        (tag.entry.label == "date" and marker.end <= tag.start < place.start)
        or (tag.entry.label == "barter" and tag.start <= marker.start and marker.end < tag.end <= place.start)
        for tag in scene.tags
    )


def _themes(scene: Scene, goods: Iterable[Good], pack: Compiled) -> list[Theme]:
    tags = [tag for tag in scene.labelled("theme") if not _infinitive(tag, scene) and not _price(tag, scene)]
    seen = [
        Theme(tag.start, tag.end, tag.entry.value)
        for tag in tags
        if not any(other.start <= tag.start and tag.end <= other.end and other[:2] != tag[:2] for other in tags)
    ]
    ignored = scene.labelled("ignore")
    for spotted in goods:
        if spotted.span is None or _shouted(spotted, scene.text, scene.sentence) or _hidden(spotted.span, ignored):
            continue
        if scene.glued and any(act.start < spotted.span[0] < act.end < spotted.span[1] for act in scene.acts):
            continue  # the end of an act and its case word: "파견과"
        good = _behind_verb(spotted, spotted.span, scene)
        start, end = good.span or (0, 0)
        over = [theme for theme in seen if theme.start < end and start < theme.end]
        arms = any(code.startswith("93") for code in good.hs)
        aid = next((theme for theme in over if theme.kind == "aid"), None)
        if aid is not None:
            aid.goods = aid.goods or good
            continue
        if any(theme.kind not in (*GOODS_LIKE, "weapon") and theme.end - theme.start > end - start for theme in over):
            continue
        kept = next((theme for theme in over if theme.kind not in GOODS_LIKE), None)
        if kept is not None:
            kept.goods = good
            continue
        seen = [theme for theme in seen if theme not in over]
        seen.append(Theme(start, end, "weapon" if arms else "goods", good))
    return _heads(sorted(seen, key=lambda theme: (theme.start, theme.end)), scene, pack)


def _behind_verb(good: Good, span: tuple[int, int], scene: Scene) -> Good:
    """Goods without the subject and verb that were taken for words before them: "ships exported coal"."""
    start, end = span
    if not any(tag.start == start and tag.entry.value in VEHICLES for tag in scene.labelled("theme")):
        return good
    verbs = [act.end for act in scene.acts if start < act.start and act.end < end and act.entry.form == "active"]
    if not verbs:
        return good
    start = max(verbs) + 1
    return msgspec.structs.replace(good, words=scene.text[start:end], span=(start, end))


def _price(tag: Tag, scene: Scene) -> bool:
    """Whether money only says what goods cost: "beras senilai 5 juta dolar", "500만 달러 상당의 쌀"."""
    if tag.entry.value != "money":
        return False
    pays = {act.start for act in scene.acts if act.entry.value == "pay"}
    if pays - {act.start for act in scene.acts if act.entry.value != "pay"}:
        return False  # "membayar Korea Utara senilai 20 miliar dolar": what is paid
    before = scene.folded[max(scene.sentence.start, tag.start - 48) : tag.start]
    return PRICED.search(before) is not None or PRICES.match(scene.folded, tag.end) is not None


def _destination(theme: Theme, scene: Scene) -> bool:
    """Whether a resort or zone is only where somebody goes."""
    cases = [tag.end for tag in scene.labelled("marker") if tag.entry.value in ("to", "at", "from")]
    return theme.kind == "tour" and any(0 <= theme.start - end <= 8 for end in cases)


def _heads(themes: list[Theme], scene: Scene, pack: Compiled) -> list[Theme]:
    """Leave out what only measures ("containers of shells") or describes ("drone plant") the theme beside it."""
    out: list[Theme] = []
    before = pack.pack.writing.adjective == "before"
    for number, theme in enumerate(themes):
        if _destination(theme, scene):
            continue
        following = themes[number + 1] if number + 1 < len(themes) else None
        if following is not None and following.start >= theme.end:
            gap = scene.folded[theme.end : following.start]
            lists = any(
                act.entry.value == "comprise" and theme.end <= act.start and act.end <= following.start
                for act in scene.acts
            )
            short = gap in (" ", " of ", "") or (lists and len(gap.split()) == 1)
            if theme.kind == "thing" and following.kind in ("goods", "weapon") and short:
                continue
            if before and gap in (" ", "", "-") and following.kind in ("plant", "technology", "pilot", "ship", "route"):
                following.goods = following.goods or theme.goods
                continue
            if before and gap == " " and following.kind in TRADES and theme.kind in DESCRIBING:
                continue  # "technology workers", "textile workers"
        out.append(theme)
    return out
