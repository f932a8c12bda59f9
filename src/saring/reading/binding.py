"""Which act moves which theme: every theme takes the nearest act that can move it; acts without a theme stand alone."""

from __future__ import annotations

import re

import msgspec

from saring.reading.bound import APART, CRAFT, GUESTS, NOUNS, Bound
from saring.reading.buying import bought, unpriced
from saring.reading.earning import earned
from saring.reading.enumerations import lists
from saring.reading.joining import as_aid, handed, joined, objects, vague_beside
from saring.reading.means import homeward, laden
from saring.reading.nearest import GOES_BACK, act_for, trades_itself
from saring.reading.packs import Compiled, ways
from saring.reading.resold import sold_on
from saring.reading.scene import Place, Scene, Theme
from saring.reading.words import Tag

__all__ = ["APART", "CRAFT", "NOUNS", "Bound", "bind", "lists"]


NOUN_ALONE = frozenset(("export", "import", "trade"))  # as verbs these need their goods, as nouns they do not
MONEY = frozenset(("money", "crypto"))
TRADES = re.compile(r"impor|ekspor|import|export|импорт|экспорт")
VALUED = re.compile(
    r" (?:(?:about|some|nearly|around|sekitar|hampir|lebih dari|sebesar|senilai|около|почти|на) )?(?:(?:us)?[$€]|usd) ?\d"
    r"| (?:(?:about|some|nearly|around|sekitar|hampir|lebih dari|sebesar|senilai|около|почти|на) )?\d[\d.,]* (?:\w+ ){0,1}(?:dolar|dollar|yuan|euro|rubel|долл|руб|юан)"
)
SIGNS = "$€£¥₩₽"
OPENING = 24
GUEST_BEFORE = 40  # characters between a guest and the verb that closes the sentence
ENDED = 14  # characters between a verb of ending and the trade that ends
OPPOSITE = {"export": "import", "import": "export"}
COMPARED = (" than ", " than the ", " unlike ", " like ")
ENDING = re.compile(r"(?:end|ended|ends|ending|terminat\w+|discontinu\w+|scrap\w*|wound up|wind up|wrapped up)\b")
PROGRAMME = 36  # characters between a verb of ending and what it ends: "has ended a police training programme"
HALTED = 84  # the same where the goods and their country stand between them: "imports of coal were halted"
PAID = frozenset(("visit", "meet", "travel", "tour"))  # what ends after it took place
CALLED_OFF = re.compile(
    r"(?:mem|di|pem)?batal|cancel|call(?:ed|s|ing)? off|postpon|menunda|ditunda|menangguh|отмен|отлож"
)
LEAVES = re.compile(r"\b(?:left|leave|leaves|leaving|departed|meninggalkan|bertolak|покинул\w*|покину\w*)\b")
ON = re.compile(r" (?:on|about|for|covering|to) ")  # what a treaty is on
HELD_GAP = 40  # characters between "with" and what is paid with
FETCHING, FETCHED = ("load", "carry", "send", "import"), 30  # characters between a verb of loading and its goods
CAME_BACK = re.compile(r"return(?:ed|s|ing)?(?: to)?$")  # a ship that returns to port is not sent back
BESIDE_ACT = 24  # characters between a journey and where it goes


def bind(scene: Scene, pack: Compiled) -> list[Bound]:
    """The acts of a sentence with their themes, in the order of the text."""
    found: list[Bound] = []
    used: set[int] = set()
    for group in lists(scene, pack):
        best = act_for(group, scene, pack)
        if best is None:
            found += laden(group, found, scene) or bought(group, scene, pack)
            continue
        if best.start <= group[0].start and group[-1].end <= best.end and not _may_stand(best, scene, pack):
            continue  # "that meeting" names its theme in itself, and points back
        for act in (best, *_coordinated(best, group, scene, pack)):
            used.add(act.start)
            way = ways()[act.entry.value]
            by_kind: dict[str, list[Theme]] = {}
            for theme in group:
                kind = way.themes.get(theme.kind)
                if kind and not trades_itself(theme, act, way, scene, pack):
                    by_kind.setdefault(kind, []).append(theme)
            found += [Bound(act, act.entry.value, way, kind, themes) for kind, themes in by_kind.items()]
            rest = [theme for theme in group if theme.kind not in way.themes]
            found += _left(act, rest, scene) or laden(rest, found, scene)
    found = joined(as_aid(earned(handed(objects(unpriced(found), scene), scene), scene), scene), scene)
    found = [bound for bound in found if not (pack.cases and vague_beside(bound, found, scene))]
    on = sold_on(found, scene)
    found += on
    used |= {bound.act.start for bound in on}
    for act in scene.acts:
        way = ways()[act.entry.value]
        if scene.glued and ((act.entry.form == "noun" and _moved(act, found)) or _overlaps(act, found)):
            continue
        if way.alone and act.start not in used and _may_stand(act, scene, pack):
            found.append(Bound(act, act.entry.value, way, way.alone, []))
    found += _journeys(found, scene)
    _ended(found, scene, pack)
    homeward(found, scene)
    _departed(found, scene)
    found = [bound for bound in found if not _on_science(bound, found, scene)]
    return sorted(found, key=lambda bound: (bound.act.start, bound.themes[0].start if bound.themes else 0, bound.kind))


def _left(act: Tag, group: list[Theme], scene: Scene) -> list[Bound]:
    """What an act does not move, by another meaning of its word: "received technology and food aid"."""
    found: list[Bound] = []
    for other in scene.acts if group and not scene.glued else ():
        if other[:2] == act[:2] and other.entry.form == act.entry.form and other.entry.value != act.entry.value:
            found += _taken(other, other.entry.value, act, group) if not found else []
    if not found and group and act.entry.value == "pay" and not scene.glued and _paid_in(act, group[0], scene):
        found = _taken(act, "send", act, group)
    return found


def _taken(act: Tag, name: str, first: Tag, group: list[Theme]) -> list[Bound]:
    """What a meaning of a word moves of a list, by kind; nothing where its sides stand otherwise than the first one's."""
    way, by_kind = ways()[name], dict[str, list[Theme]]()
    for theme in group if way.orientation == ways()[first.entry.value].orientation else ():
        if theme.kind in way.themes:
            by_kind.setdefault(way.themes[theme.kind], []).append(theme)
    return [Bound(act, name, way, kind, themes) for kind, themes in by_kind.items()]


def _paid_in(act: Tag, theme: Theme, scene: Scene) -> bool:
    """Whether a list says in what is paid: "membayar Korea Utara dengan minyak", "paid the North in oil"."""
    cases = [tag for tag in scene.labelled("marker") if tag.entry.value == "with" and act.end <= tag.start]
    return act.entry.form == "active" and any(0 <= theme.start - tag.end <= HELD_GAP for tag in cases)


def _coordinated(best: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> list[Tag]:
    """Acts that share the theme with the best one: "produce and use drones"."""
    kinds = {theme.kind for theme in group}
    found = []
    for act in scene.acts:
        low, high = (act.end, best.start) if act.end <= best.start else (best.end, act.start)
        takes = kinds & set(ways()[act.entry.value].themes)
        other = act.entry.value != best.entry.value and low < high <= low + 12
        if other and takes and pack.link.fullmatch(scene.folded, low, high):
            found.append(act)
    return found


def _ended(found: list[Bound], scene: Scene, pack: Compiled) -> None:
    """What is stopped is no act any more: "stopped importing coal", "menghentikan impor", "прекратил импорт"."""
    for bound in found:
        if bound.name not in NOUN_ALONE and pack.cases and bound.act.entry.form == "noun":
            continue  # "закрыть нехватку поставками": what closes it
        if (
            bound.kind == "diplomacy"
            and bound.name in PAID
            and not any(CALLED_OFF.match(scene.folded, act.start) for act in scene.acts)
        ):
            continue  # "ended his visit": it took place
        if bound.way.polarity == "act" and any(_stops(act, bound.act, scene) for act in scene.acts):
            bound.way = msgspec.structs.replace(bound.way, polarity="cessation")


def _departed(found: list[Bound], scene: Scene) -> None:
    """Wares that leave a port are sent, not sent back: "containers of shells have left Rajin"."""
    for bound in found:
        back = bound.name == "return" and bound.kind in ("goods", "arms")
        if back and (LEAVES.search(scene.folded, *bound.act[:2]) or GOES_BACK.match(scene.folded, bound.act.start)):
            bound.way, bound.name = ways()["appear"], "appear"
        if bound.name == "return" and bound.kind == "goods" and CAME_BACK.match(scene.folded, *bound.act[:2]):
            own = [act for act in scene.acts if act.entry.value in FETCHING and act.entry.form == "active"]
            own = [act for act in own if 0 < bound.themes[0].start - act.end <= FETCHED]
            if own and bound.themes[-1].end <= bound.act.start:  # "took on corn in A and returned to B"
                bound.act, bound.way, bound.name = own[-1], ways()[own[-1].entry.value], own[-1].entry.value
        craft = bound.kind == "transport" and bool(bound.themes) and bound.themes[0].kind in CRAFT
        if bound.name == "return" and craft and CAME_BACK.match(scene.folded, *bound.act[:2]):
            bound.way, bound.name = ways()["travel"], "travel"


def _on_science(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether a treaty is told with the science that it is on: "signed an agreement on student exchanges"."""
    if bound.name != "sign" or bound.kind != "diplomacy" or not bound.themes or scene.glued:
        return False
    end = bound.themes[-1].end
    others = [other.themes[0].start for other in found if other.act == bound.act and other.kind == "science"]
    return any(ON.match(scene.folded, end, start) for start in others)


def _stops(end: Tag, act: Tag, scene: Scene) -> bool:
    """Whether a verb of ending stands right before the act that it ends; at most a word like "all" between them."""
    if end.entry.value != "close":
        return False
    if end.entry.form == "noun" and not scene.glued:  # "о приостановке импорта"
        return act.entry.form == "noun" and act.entry.value in NOUN_ALONE and act.start - end.end == 1
    if end.entry.form not in ("active", "passive"):
        return False
    if end.entry.form == "passive" and act.entry.value not in NOUN_ALONE:
        return False
    if end.entry.form == "passive" and not scene.glued:
        between_them = any(act.end <= other.start < end.start for other in scene.acts)
        return act.end <= end.start <= act.end + HALTED and not between_them and not scene.parted(act.end, end.start)
    low, high = (act.end, end.start) if scene.glued else (end.end, act.start)
    gap = scene.folded[low:high]
    if not scene.glued and ENDING.match(scene.folded, end.start) and act.entry.form == "noun":
        alone = not any(end.end <= other.start < act.start for other in scene.acts)
        return 0 < high - low <= PROGRAMME and alone and gap.isprintable() and not set(",;:.()") & set(gap)
    return 0 < high - low <= ENDED and gap.isprintable() and not set(",;:.()") & set(gap) and len(gap.split()) <= 1


def _journeys(found: list[Bound], scene: Scene) -> list[Bound]:
    """A statesman who travels to another country pays it a visit, where the sentence tells nothing else of it."""
    if any(bound.kind == "diplomacy" for bound in found) or scene.sentence.fragment:
        return []
    taken = {bound.act.start for bound in found}
    for act in scene.acts:
        if act.entry.value != "travel" or act.entry.form != "active" or act.start in taken:
            continue
        who = [place for place in scene.places if place.form == "people" and not place.weak]
        who = [place for place in who if place.end <= act.start <= place.end + GUEST_BEFORE][-1:]
        who = [place for place in who if place.marker in ("", "subject")]
        if who and any(_goal(place, act, who[0], scene) for place in scene.places):
            return [Bound(act, "travel", ways()["travel"], "diplomacy", [])]
    return []


def _goal(place: Place, act: Tag, guest: Place, scene: Scene) -> bool:
    """Whether a journey ends at a place in another country than the guest's own."""
    near = act.end - place.start if scene.glued else place.start - act.end
    cased = place.marker in ("to", "at") or (scene.glued and place.end <= act.start)
    return place.code != guest.code and cased and abs(near) <= BESIDE_ACT


def _overlaps(act: Tag, found: list[Bound]) -> bool:
    """Whether an act shares its words with another that has its theme: "평양을 찾은 야영단"."""
    return any(bound.act.start < act.end and act.start < bound.act.end and bound.act[:2] != act[:2] for bound in found)


def _moved(act: Tag, found: list[Bound]) -> bool:
    """Whether a noun stands inside a theme that another act moves already."""
    return any(theme.start < act.end and act.start < theme.end for bound in found for theme in bound.themes)


def _valued(act: Tag, scene: Scene) -> bool:
    """Whether a sum stands right behind a verb of importing or exporting, in place of goods."""
    verb = TRADES.search(scene.folded, act.start, act.end)
    return verb is not None and VALUED.match(scene.folded, act.end) is not None


def _may_stand(act: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether an act without a theme tells anything: nouns of trade near a place; no noun that points back."""
    name, form = act.entry.value, act.entry.form
    if name in ("export", "import") and form == "active" and not scene.glued and _valued(act, scene):
        return True  # "dan mengimpor 41 juta dolar"
    if name in NOUN_ALONE and (trades := _trade_stands(act, scene, pack)) is not None:
        return trades
    if name == "visit" and form == "noun" and any(theme.kind in CRAFT for theme in scene.themes):
        return False  # "cargo vessels made 49 trips"
    if name == "visit" and form == "noun" and any(theme.kind in ("tour", "tourist") for theme in scene.themes):
        return False  # "tourists arrived for a ski trip"
    if name == "visit" and scene.folded.startswith("arriv", act.start) and _wares_only(scene):
        return False  # "aid supplies arrived in the port"
    if name == "steal" and form != "noun" and not _sum(scene):
        return False  # "using stolen identities"
    if name == "pay" and form == "noun":
        return _counted(act, scene)  # "in payment", "as payment": what for is told by another act
    if name == "host" and scene.glued:
        return any(place.form in GUESTS and 0 <= act.start - place.end <= GUEST_BEFORE for place in scene.places)
    if name == "host":
        return _guests(act, scene)
    words = pack.pack.writing.article
    denies = any(cue.entry.value == "denied" and cue.end <= act.start for cue in scene.labelled("cue"))
    if form == "noun" and words and not denies and pack.pack.writing.adjective == "after":
        return not scene.folded[act.end : act.end + 12].lstrip().startswith(words)
    return True


def _wares_only(scene: Scene) -> bool:
    """Whether a sentence names goods or aid, and nobody who could pay a visit."""
    wares = any(theme.kind in ("aid", "goods", "thing", "weapon") for theme in scene.themes)
    return wares and not any(place.form in GUESTS for place in scene.places)


def _trade_stands(act: Tag, scene: Scene, pack: Compiled) -> bool | None:
    """Whether a word of trade tells anything without goods; nothing where only the rules for all acts can say."""
    form = act.entry.form
    if scene.folded.endswith(COMPARED, 0, act.start) or _word_of(act, scene):
        return False  # "far more than trade between …"
    if scene.glued and form == "noun" and _opens(act, scene, pack):
        return True
    if form == "noun" and _totals(act, scene, pack):
        return True
    if form in NOUNS and _counterpart(act, scene):
        return True
    return False if form not in NOUNS or not any(_near(place, act) for place in scene.places) else None


def _counterpart(act: Tag, scene: Scene) -> bool:
    """Whether exports are counted behind imports of the same two, or the other way: "…, while its exports rose to $5m"."""
    other = OPPOSITE.get(act.entry.value)
    before = [each for each in scene.acts if each.entry.value == other and each.end < act.start]
    if not any(each.entry.form in NOUNS for each in before) or scene.parted(before[-1].end, act.start) == 0:
        return False
    return any(letter.isdigit() for letter in scene.text[act.end : scene.sentence.end])


def _word_of(act: Tag, scene: Scene) -> bool:
    """Whether a noun of trade is only a word of the theme before it: "imported clams", with the word behind."""
    return any(theme.end + 1 == act.start for theme in scene.themes)


def _guests(act: Tag, scene: Scene) -> bool:
    """Whether guests stand in or right behind a verb of receiving."""
    guests = [place.start for place in scene.places if place.form in GUESTS]
    guests += [theme.start for theme in scene.themes if theme.kind in GUESTS]
    if any(act.start <= start < act.end for start in guests):  # "menerima delegasi Korea Utara"
        guests += [place.start for place in scene.places]
    return any(0 <= start - act.end <= 24 for start in guests)


def _counted(act: Tag, scene: Scene) -> bool:
    """Whether a sentence tells a sum beside a noun of payment."""
    words = scene.text[scene.sentence.start : scene.sentence.end]
    named = any(theme.kind in MONEY and not act.start <= theme.start < act.end for theme in scene.themes)
    return named or bool(set(SIGNS) & set(words)) or bool(scene.labelled("unit"))


def _sum(scene: Scene) -> bool:
    """Whether a sentence speaks of money."""
    words = scene.text[scene.sentence.start : scene.sentence.end]
    return (
        bool(set(SIGNS) & set(words))
        or any(theme.kind in MONEY for theme in scene.themes)
        or bool(scene.labelled("unit"))
    )


def _totals(act: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a noun of trade opens a sentence that counts it: "Purchases came to $28.9 million"."""
    if scene.glued or not pack.pack.writing.nominal or act.start - max(scene.sentence.start, scene.head) > OPENING:
        return False
    return _sum(scene) and not any(act.end <= theme.start for theme in scene.themes)


def _opens(act: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a noun of trade is the topic that opens a sentence without countries: "수입은 3천만 달러였다"."""
    topic = tuple(word for word, marker in pack.glued if marker == "subject" and len(word) == 1)
    if not scene.folded.startswith(topic, act.end) or act.start - scene.sentence.start > OPENING:
        return False
    return not any(place.start < act.start for place in scene.places)


def _near(place: Place, act: Tag) -> bool:
    return max(place.start - act.end, act.start - place.end) <= 45
