"""Goods and people that a sentence only points back to: "90,000 tonnes left the port", "180 of them work in …"."""

from __future__ import annotations

import re

import msgspec

from saring.reading import amounts, discourse
from saring.reading.further import further
from saring.reading.packs import Compiled, ways
from saring.reading.scene import Scene, Theme
from saring.reading.themes import priced
from saring.reading.words import Entry, Tag

FINE = re.compile(
    r"(?<!\w)(?:fine[sd]?|penalt(?:y|ies)|bail|denda|didenda|штраф\w*|оштраф\w*|залог\w*)(?!\w)|벌금|과징금|보석금"
)
FINE_GAP = 24  # characters between the word and the sum
BRACKET, ABOUT = re.compile(r"\([^()]*$"), 24  # and the characters of "(about " or "(atau setara "
PAYING = frozenset(("pay", "steal", "seize", "return"))
REACH = 2  # sentences over which what was told last is still meant
GOODS = frozenset(("goods", "thing", "weapon", "aid", "gift"))
BULK = frozenset(("goods", "thing", "aid"))
MEASURES = {
    "t": BULK, "kg": BULK, "bbl": BULK, "l": BULK, "m3": BULK, "rounds": frozenset(("weapon",)), "people": frozenset(("worker", "citizen", "soldier")),
}  # fmt: skip
PEOPLE = frozenset(("worker", "citizen", "soldier", "trainer", "technician", "tourist", "student", "official"))


PARTICLE = re.compile(r"(?: ?(?:가량|정도|이상|남짓|안팎|씩|여명))?(?:은|는|이|가|을|를|도|만|까지)(?= )")
OF_IT = re.compile(r" of (?:it|them|that|these|this)\b(?! [a-z]+ing\b)")
SUCH = re.compile(
    r"\b(?:such|these|those|the alleged|any such|the reported) ((?:arms |weapons |oil |fuel |coal )?"
    r"(?:shipments?|deliver(?:y|ies)|suppl(?:y|ies)|sales?|transfers?|exports?|imports?|purchases?|trade|dealings|deals?))\b"
)
DENIES = re.compile(
    r"\b(?:fairy tale|fiction|thin air|invention|fantas(?:y|ies)|myth|lies?|rumou?rs?|fake|hoax|nonsense)\b"
)
LIQUID, FUELS = ("bbl", "l"), ("27", "22")
HOUSES = frozenset(("restaurant", "venture", "plant"))
COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|last|last one|rest|others|own|remaining ones)"
BY_NUMBER = re.compile(rf"\b(?:its|their|the|all|another|both|these|those) (?:last |other |remaining |own )?{COUNT}\b")
ABROAD = frozenset(("worker", "citizen", "soldier"))
HOME = frozenset(("return", "expel"))
TRADING = frozenset(("export", "import", "send", "receive", "give", "carry"))
OBJECT = 3  # letters of a case word and a blank between an amount and its verb
OWN = 40  # characters behind an act within which its own goods or people stand
ENDING = ("act", "marker", "break", "cue", "say", "back")  # what can stand behind a noun phrase
LEADING = ("act", "cue", "marker", "break", "say", "ignore")  # what can stand before a pronoun that stands by itself
PEOPLE_LAST = 7  # sentences over which people who moved may be counted further
NEAR = 14  # characters between a pronoun and the act that moves what it means


def echo(scene: Scene, number: int, thread: discourse.Discourse, pack: Compiled) -> list[Theme]:
    """The themes that a sentence without goods or people of its own takes over from what was told last; sums of money."""
    told = thread.moved if thread.moved and number - thread.moved[0] <= REACH else None
    more = further(scene, told[1] if told else None) or _again(scene, pack) or _gone(scene)
    if not more and pack.language == "en":  # the words of these are English
        more = _of_it(scene, number, thread, pack) or _rest_of(scene, thread.house, thread.partner)
        more = more or _such(scene, told[1] if told else None)
    return more or _echoed(scene, number, thread, pack) or _sum(scene, pack)


def _of_it(scene: Scene, number: int, thread: discourse.Discourse, pack: Compiled) -> list[Theme]:
    """Goods named in a sentence before, of which a part is counted: "delivered more than 165,000 barrels of it"."""
    if scene.glued or thread.spoken is None or number - thread.spoken[0] > REACH or not scene.acts:
        return []
    for amount in (
        amounts.of(scene, pack) if OF_IT.search(scene.folded, scene.sentence.start, scene.sentence.end) else ()
    ):
        start, end = amount.span or (0, 0)
        meant = [theme for theme in thread.spoken[1] if theme.kind in MEASURES.get(amount.unit or "", ())]
        if amount.unit in LIQUID:
            meant = [theme for theme in meant if theme.goods and any(code.startswith(FUELS) for code in theme.goods.hs)]
        pronoun = OF_IT.match(scene.folded, end)
        if meant and pronoun:
            return [Theme(start, end, meant[-1].kind, meant[-1].goods)]
    return []


def _such(scene: Scene, before: Theme | None) -> list[Theme]:
    """What "such shipments" means in a sentence that denies them: the goods told of right before."""
    if scene.glued or before is None or before.kind not in GOODS or scene.sentence.fragment:
        return []
    if any(theme.kind in GOODS for theme in scene.themes):
        return []
    spot = SUCH.search(scene.folded, scene.sentence.start, scene.sentence.end)
    denied = any(cue.entry.value == "denied" for cue in scene.labelled("cue")) or DENIES.search(
        scene.folded, scene.sentence.start, scene.sentence.end
    )
    if spot is None or not denied:
        return []
    moved = "import" if spot.group(1).endswith(("imports", "import", "purchases", "purchase")) else "send"
    scene.acts.append(Tag(spot.start(1), spot.end(), Entry("act", moved, form="noun")))
    scene.acts.sort(key=lambda act: (act.start, act.end))
    return [Theme(spot.start(1), spot.end(), before.kind, before.goods, before.origin)]


def _rest_of(scene: Scene, before: Theme | None, partner: str) -> list[Theme]:
    """Houses or ventures told of before, by their number: "Cambodia had its six shut down"."""
    if scene.glued or before is None or before.kind not in HOUSES or scene.sentence.fragment:
        return []
    if any(theme.kind in HOUSES for theme in scene.themes):
        return []
    spot = BY_NUMBER.search(scene.folded, scene.sentence.start, scene.sentence.end)
    ends = [act for act in scene.acts if act.entry.value == "close" and spot and 0 < act.start - spot.end() <= NEAR]
    return [Theme(spot.start(), spot.end(), before.kind, before.goods, partner)] if spot and ends else []


def _again(scene: Scene, pack: Compiled) -> list[Theme]:
    """Goods told of again by their amount in a later clause: "정제유 2천t을 공급했고, 중국은 961t을 수출했다"."""
    if not scene.glued:
        return []
    goods = [theme for theme in scene.themes if theme.kind in BULK and theme.goods is not None]
    found = []
    for amount in amounts.of(scene, pack) if goods else ():
        start, end = amount.span or (0, 0)
        before = [theme for theme in goods if theme.end < start]
        taker = [act for act in scene.acts if 0 < act.start - end <= OBJECT and act.entry.value in TRADING]
        if not before or not taker or not scene.parted(before[-1].end, start):
            continue
        if before[-1].kind in MEASURES.get(amount.unit or "", ()):
            found.append(Theme(start, end, before[-1].kind, before[-1].goods))
    return found


def _gone(scene: Scene) -> list[Theme]:
    """People whom a later clause sends home without naming them again: "고용했으나 2019년까지 전원 돌려보냈다"."""
    people = [theme for theme in scene.themes if theme.kind in ABROAD] if scene.glued else []
    found = []
    for act in scene.acts if people else ():
        if act.entry.value not in HOME or act.entry.form == "noun":
            continue
        before = [theme for theme in people if theme.end < act.start]
        opened = [spot for spot in scene.breaks if before and before[-1].end <= spot < act.start]
        told = any(before and before[-1].end <= other.start < opened[-1] for other in scene.acts if opened)
        if told and not any(opened[-1] <= theme.start < act.start for theme in scene.themes):
            found.append(Theme(act.start, act.end, before[-1].kind))
    return found


def _sum(scene: Scene, pack: Compiled) -> list[Theme]:
    """A sum that is money by itself, where a verb of paying or stealing names no other: "took $281 million"."""
    if not any(act.entry.value in PAYING for act in scene.acts):
        return []
    if any(theme.kind in ("money", "crypto") for theme in scene.themes):
        return []
    named = set(pack.pack.numbers.money)
    for amount in amounts.of(scene, pack):
        if (
            amount.span
            and amount.unit in named
            and not priced(*amount.span, scene)
            and not _bracketed(amount.span[0], scene)
        ):
            return [] if _fined(*amount.span, scene) else [Theme(*amount.span, "money")]
    return []


def _bracketed(start: int, scene: Scene) -> bool:
    """Whether a sum stands in brackets, behind what it is the price of: "(sekitar Rp15 miliar)"."""
    return BRACKET.search(scene.text, max(scene.sentence.start, start - ABOUT), start) is not None


def _fined(start: int, end: int, scene: Scene) -> bool:
    """Whether a sum is a fine or bail, which is paid to a court."""
    return FINE.search(scene.folded, max(scene.sentence.start, start - FINE_GAP), end) is not None


def _echoed(scene: Scene, number: int, thread: discourse.Discourse, pack: Compiled) -> list[Theme]:
    """The theme that a pronoun or a bare amount takes over."""
    told = thread.moved
    if told is None or scene.sentence.fragment or not scene.acts:
        return []
    if (
        scene.glued
        and (told[1].kind not in PEOPLE or number - told[0] > REACH)
        and (more := _more(scene, number, thread, pack))
    ):
        return more
    if number - told[0] > REACH:
        return []
    before = told[1]
    takers = [act for act in scene.acts if before.kind in ways()[act.entry.value].themes]
    own = [theme.start for theme in scene.themes if theme.kind in GOODS or theme.kind in PEOPLE]
    takers = [act for act in takers if not any(start <= act.end + OWN for start in own)]
    span = _measured(scene, before.kind, pack) or _pronoun(scene, takers) if takers else None
    return [Theme(*span, before.kind, before.goods, before.origin)] if span else []


def _more(scene: Scene, number: int, thread: discourse.Discourse, pack: Compiled) -> list[Theme]:
    """People counted further: "400명을 더 보낼 계획이다", a few sentences after those who went."""
    told = thread.people
    if told is None or number - told[0] > PEOPLE_LAST or any(theme.kind in PEOPLE for theme in scene.themes):
        return []
    if not any(told[1].kind in ways()[act.entry.value].themes for act in scene.acts):
        return []
    span = _measured(scene, told[1].kind, pack)
    return [Theme(*span, told[1].kind, told[1].goods, told[1].origin)] if span else []


def _measured(scene: Scene, kind: str, pack: Compiled) -> tuple[int, int] | None:
    """An amount that stands for goods or people by itself."""
    for amount in amounts.of(scene, pack):
        if amount.span and kind in MEASURES.get(amount.unit or "", ()) and _alone(amount.span[1], scene):
            return amount.span
    return None


def _alone(end: int, scene: Scene) -> bool:
    """Whether no noun goes on behind an amount: "90,000 tonnes left", not "90,000 tonnes of what the port holds"."""
    if scene.glued and PARTICLE.match(scene.folded, end, scene.sentence.end):
        return True
    rest = scene.text[end : scene.sentence.end].lstrip("\"»”’' ")
    if not rest or not rest[0].isalpha():
        return True
    start = scene.sentence.end - len(scene.text[end : scene.sentence.end].lstrip("\"»”’' "))
    known = [tag for tag in scene.tags if tag.start == start and tag.entry.label in ENDING]
    return bool(known) and not any(tag.entry.label == "marker" and tag.entry.value == "of" for tag in known)


def _owns(tag: Tag, scene: Scene) -> bool:
    """Whether a pronoun only says whose something is, as it does behind a noun: "penghasilan mereka"."""
    if scene.glued or scene.folded[tag.start : tag.end] != "mereka" or tag.start - 1 <= scene.sentence.start:
        return False
    if scene.folded[tag.start - 1] != " " or not scene.folded[tag.start - 2].isalpha():
        return False
    before = [other for other in scene.tags if other.end == tag.start - 1]
    return not any(other.entry.label in LEADING for other in before)


def _pronoun(scene: Scene, takers: list[Tag]) -> tuple[int, int] | None:
    """A pronoun right beside an act that can move what it means."""
    for tag in scene.labelled("back"):
        if tag.entry.value != "alone" or _owns(tag, scene):
            continue
        if any(0 <= max(act.start - tag.end, tag.start - act.end) <= NEAR for act in takers):
            return tag.start, tag.end
    return None


def renamed(scene: Scene, number: int, thread: discourse.Discourse) -> None:
    """Give goods that only a wider word means again the code of what was told: coal, then "this fuel"."""
    told = thread.moved
    if told is None or number - told[0] > REACH or told[1].goods is None or scene.glued:
        return
    wide = {tag[:2] for tag in scene.labelled("theme") if tag.entry.value == "thing"}
    points = {tag.end + 1 for tag in scene.labelled("back") if tag.entry.value == "thing"}
    for theme in scene.themes:
        if theme.goods is not None and theme.start in points and (theme.start, theme.end) in wide:
            theme.goods = msgspec.structs.replace(theme.goods, hs=told[1].goods.hs)
