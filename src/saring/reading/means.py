"""What only carries, holds, prices or is named by what an act moves: a means, not a dealing of its own."""

from __future__ import annotations

import re

from saring.reading import predicates
from saring.reading.bound import APART, CRAFT, GUESTS, Bound
from saring.reading.packs import ways
from saring.reading.scene import Scene, Theme

ABOARD = re.compile(
    r"\b(?:(?:on|aboard|in) (?:his|her|their|an?|the) (?:[\w-]+ ){0,2}|di (?:atas|dalam) (?:sebuah )?)$"
)  # "on his armoured train"
RIDDEN = re.compile(r"\b(?:(?:dengan )?(?:menggunakan|menumpang|menumpangi|memakai|naik|menaiki)) (?:sebuah )?$")
JOURNEYS = ("travel", "visit", "appear", "tour")
INSTEAD = re.compile(
    r"(?<!\w)(?:instead of|in place of|rather than|in lieu of|alih-alih|bukannya|вместо|замість) (?:\w+ )?$"
)
INSTEAD_AFTER = re.compile(r" ?대신|の代わり")
HOME = re.compile(r"[^,;:.()]{0,16}? (?:home|back home|pulang|kembali ke tanah air|на родину|домой|додому)(?!\w)")
STAYING = frozenset(("work", "appear", "employ", "travel", "return"))
TOLD = re.compile(r"\b(?:told|ordered|asked|gave|given|instructed) (?:[\w-]+ ){0,6}$")
LEAVING = re.compile(r"(?: and [\w-]+)? (?:\w+ (?:days|weeks|months|hours) )?to (?:leave|go|get out|pack)\b")
PEOPLE = frozenset(("labour", "troops", "military_training"))
ADDRESSING = ("to", "from")
TAKERS = frozenset(("soldier", "pilot", "worker", "official", "student"))
RIDING = ("with", "by")
WITH_WORDS, NAMED = 20, 40  # characters between "with" and the goods; of a ship's name before it
WITH_GAP = 4  # characters between a vehicle and the goods that it goes with: " с "
LADEN = 2  # characters between a vehicle and the verb that says what it carries
ABOARD_GAP = 40  # characters between a vehicle and the people that it carries
ABOARD_KINDS = ("tourism", "labour", "troops", "science")
WITHIN = re.compile(r"(?<!\w)(?:в|во|на|у) (?:[^\W\d]+ ){0,2}$")
HELD = 6  # characters between a case word and what holds the goods: "on a yacht", "lewat pipa"
CONTENT = re.compile(
    r" (?:[\w-]+ )?(?:berisi(?:kan)?|bermuatan|bermuatkan|penuh(?: dengan)?|full of|filled with|with"
    r"|(?:(?:that|which) )?(?:(?:could|can|may|might|would|are believed to|were believed to) )?"
    r"(?:holds?|holding|held|contain(?:s|ed|ing)?)(?: up to| nearly| almost| some| about| around| more than)?) "
)
VEHICLES = ("86", "8701", "8702", "8704", "8716", "88", "89")
HOLDING = ("at", "via", "by", "from", "with", "none")
COUNTED = re.compile(
    r" (?:[^\W\d]+ ){0,2}[\d.,]+ (?:[^\W\d]+ )?"
)  # " more than 13,000 ", between "in" and "containers"
HOLDERS = (
    "86", "8701", "8702", "8703", "8704", "8709", "8716", "88", "89", "3923", "4202", "4415", "4416", "4819",
    "6305", "6306", "7010", "7304", "7305", "7306", "7309", "7310", "7311", "7612", "8310", "9403",
)  # fmt: skip
USED = re.compile(  # "memakai mobil dinas untuk mengirim", "used a bus to carry": by what goods go
    r"(?<!\w)(?:memakai|menggunakan|mengerahkan|menyewa|memanfaatkan|menumpang|menaiki|memakai jasa|us(?:ed|es|ing)|chartered|hired"
    r"|использу\w+|использова\w+|арендова\w+) (?:[\w-]+ ){0,2}$"
)
WHOLE = ("86", "87", "88", "89")  # a vehicle of which no more is said
AROUND = ("에 ", "에서 ", "로 ", "으로 ")


def means(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether a vehicle, vessel or bag is only the means by which the same act moves something else ("sent by train")."""
    if bound.themes and (_addressed(bound, found, scene) or _worth(bound, found)):
        return True
    if bound.kind in APART and bound.themes:
        return _carrying(bound, scene) or _beside_others(
            bound, [each for each in found if each is not bound and each.kind in APART], scene
        )
    if bound.kind != "transport" or bound.name == "operate":
        return False
    if bound.name == "seize" and bound.themes[0].kind == "ship" and _holds(bound, found, scene):
        return True  # "seized 30,000 grenades aboard a freighter"
    if any(_laden(bound.themes[-1], each, scene) for each in found if each.kind in APART):
        return True
    carried = [each.themes[0].start for each in found if each.act is bound.act and each.kind in APART and each.themes]
    if bound.themes[-1].kind in CRAFT and any(0 < at - bound.themes[-1].end <= WITH_GAP for at in carried):
        return True  # "ушёл состав с мукой"
    if any(predicates.carries(bound.themes[-1], bound.act, each.act, scene) for each in found if each.kind in APART):
        return True
    aboard = [each for each in found if each.kind in ABOARD_KINDS and each.act is bound.act and each.themes]
    if (
        not scene.glued
        and bound.themes[-1].kind in CRAFT
        and any(
            0 < each.themes[0].start - bound.themes[-1].end <= ABOARD_GAP
            and _with(bound.themes[-1], each.themes[0], scene)
            for each in aboard
        )
    ):
        return True  # "вылетит чартер с туристами"
    return _rides(bound, found, scene)


def _rides(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether a vehicle is only what somebody rides, or that by which the same act moves something else."""
    start = bound.themes[0].start
    if bound.name in JOURNEYS and RIDDEN.search(scene.folded, scene.sentence.start, start):
        return True
    rides = any(place.form in GUESTS and place.start < start for place in scene.places)
    if rides and bound.name == "travel" and ABOARD.search(scene.folded[max(scene.sentence.start, start - 32) : start]):
        return True
    if rides and any(0 <= start - tag.end <= 16 for tag in scene.labelled("marker") if tag.entry.value in RIDING):
        return True  # "came by train": the journey is a visit
    if not any(each.act is bound.act and each is not bound for each in found):
        return False
    return any(tag.entry.value in ("with", "by") and 0 <= start - tag.end <= 3 for tag in scene.labelled("marker"))


def _with(vehicle: Theme, people: Theme, scene: Scene) -> bool:
    """Whether people are named as those whom a vehicle carries."""
    return any(
        tag.entry.value == "with" and vehicle.end <= tag.start and tag.end <= people.start
        for tag in scene.labelled("marker")
    )


def _addressed(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether people are those to or from whom the same act moves something else: "mengirim peluru kepada tentara"."""
    first = bound.themes[0]
    if scene.glued or first.kind not in TAKERS:
        return False
    cases = [tag for tag in scene.labelled("marker") if tag.entry.value in ADDRESSING and tag.end <= first.start]
    if not cases or len(scene.folded[cases[-1].end : first.start].split()) > 1:
        return False
    others = [each.themes for each in found if each is not bound and each.act is bound.act and each.themes]
    return any(bound.act.start <= themes[-1].end <= cases[-1].start or themes[-1].end <= bound.act.start
               for themes in others if themes[0].kind not in TAKERS)  # fmt: skip


def _worth(bound: Bound, found: list[Bound]) -> bool:
    """Whether money only counts the aid right behind it: "menyalurkan 8 juta dolar AS bantuan kemanusiaan"."""
    end, start = bound.themes[-1].end, bound.act.start
    aid = [each for each in found if each.kind == "aid" and each.act.start == start and each.themes]
    return bound.kind == "finance" and any(each.themes[0].start - end == 1 for each in aid)


NONE_LEFT = re.compile(
    r"\b(?:none|nobody|no one|not one)(?: of them)? (?:now |had |was |were |is )?(?:remain|left|stay)"
)
LAST = re.compile(
    r"\b(?:last|remaining|final|all (?:of )?(?:the|its)|all \d+|all) (?:of (?:the|its) )?(?:[\w.]+ ){0,3}$"
)
LEFT = re.compile(
    r"(?:(?:had|have|has) (?:since |already |all )?(?:gone|left|departed|returned)|left|departed|went|were gone|are gone)$"
)
ONWARD = re.compile(r" (?:home\b|by\b|in\b|on\b|at\b|before\b|last\b|the country\b|[.,;]|$)")


def _last_gone(bound: Bound, scene: Scene) -> bool:
    """Whether the last people have left, to nowhere named: "the last North Korean workers had gone"."""
    start = bound.themes[0].start
    if not LAST.search(scene.folded, max(scene.sentence.start, start - 40), start):
        return False
    gone = LEFT.search(scene.folded, bound.act.start, bound.act.end)
    if gone is not None and gone.group().endswith(("left", "departed")):
        return not scene.folded.startswith((" for ", " to "), bound.act.end)
    rest = scene.folded[bound.act.end : bound.act.end + 14]
    return gone is not None and (not rest.strip(" .,;") or ONWARD.match(scene.folded, bound.act.end) is not None)


def _holds(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether a ship is only where seized goods were: an act of the same verb takes the goods."""
    if not any(each.act.start == bound.act.start and each.kind in APART for each in found):
        return False
    start = bound.themes[0].start
    return ABOARD.search(scene.folded[max(scene.sentence.start, start - 32) : start]) is not None


def homeward(found: list[Bound], scene: Scene) -> None:
    """People who are sent home are returned, wherever "home" stands: "sent about 1,100 labourers home"."""
    for bound in found if not scene.glued else ():
        sent = bound.kind in PEOPLE and bound.name in ("send", "deploy") and bool(bound.themes)
        if bound.kind in PEOPLE and bound.name in STAYING and bound.themes and _told_to_leave(bound, scene):
            bound.name, bound.way = "expel", ways()["expel"]
        gone = bound.kind in PEOPLE and bound.name in ("send", "travel", "deploy") and bool(bound.themes)
        none = bound.kind in PEOPLE and NONE_LEFT.search(scene.folded, scene.sentence.start, scene.sentence.end)
        if (
            none
            or (sent and HOME.match(scene.folded, max(bound.act.end, bound.themes[-1].end), scene.sentence.end))
            or (gone and _last_gone(bound, scene))
        ):
            bound.name, bound.way = "return", ways()["return"]


def _told_to_leave(bound: Bound, scene: Scene) -> bool:
    """Whether people are told to go: "told 33 North Korean doctors and cooks to leave"."""
    first, last = bound.themes[0].start, bound.themes[-1].end
    told = TOLD.search(scene.folded, max(scene.sentence.start, first - 60), first)
    return told is not None and LEAVING.match(scene.folded, last) is not None


def laden(group: list[Theme], found: list[Bound], scene: Scene) -> list[Bound]:
    """Goods that come with a vehicle whose journey is told: "a tanker with fuel oil called at Rajin"."""
    goods = [theme for theme in group if theme.kind in ("goods", "weapon")]
    for bound in found if goods and not scene.glued else ():
        last = bound.themes[-1] if bound.themes else None
        if last is None or last.kind not in CRAFT or bound.kind != "transport" or bound.name != "travel":
            continue
        cases = [tag for tag in scene.labelled("marker") if tag.entry.value == "with" and tag.start >= last.end]
        if any(0 <= goods[0].start - tag.end <= WITH_WORDS and tag.start - last.end <= NAMED for tag in cases):
            way = ways()["carry"]
            return [Bound(bound.act, "carry", way, way.themes[goods[0].kind], goods)]
    return []


def _laden(vehicle: Theme, other: Bound, scene: Scene) -> bool:
    """Whether a vehicle is described by what it carries: "trains loaded with fertiliser", "kereta bermuatan pupuk"."""
    if vehicle.kind not in CRAFT or ways()[other.name].orientation not in ("load", "out"):
        return False
    gap = (other.act.end, vehicle.start) if scene.glued else (vehicle.end, other.act.start)
    return 0 <= gap[1] - gap[0] <= LADEN


def _carrying(bound: Bound, scene: Scene) -> bool:
    """Whether a vehicle is the subject that carries: "the trucks carry little"."""
    goods = bound.themes[0].goods
    if scene.glued or len(bound.themes) > 1 or goods is None or not goods.hs or bound.act.entry.form != "active":
        return False
    moves = bound.name in ("carry", "load", "send") and bound.themes[0].end <= bound.act.start
    return moves and all(code.startswith(VEHICLES) for code in goods.hs)


def _beside_others(bound: Bound, others: list[Bound], scene: Scene) -> bool:
    """Whether goods are none by themselves, beside others that the sentence moves."""
    first, last = bound.themes[0], bound.themes[-1]
    if not others:
        return False
    if all(bound.act.start <= theme.start and theme.end <= bound.act.end for theme in bound.themes):
        return any(each.act.start == bound.act.start for each in others)  # "선물했다" names a gift in itself
    if len(bound.themes) > 1:
        return False
    if _instead(first, scene):
        return True
    codes = first.goods.hs if first.goods is not None else ()
    held = bool(codes) and all(code.startswith(HOLDERS) or code in WHOLE for code in codes)
    return held and (_holding(first, scene) or any(_loaded(last, each, scene) for each in others))


def _instead(theme: Theme, scene: Scene) -> bool:
    """Whether something else moves in place of a thing: "rice instead of flour", "쌀 대신"."""
    if scene.glued:
        return INSTEAD_AFTER.match(scene.folded, theme.end) is not None
    return INSTEAD.search(scene.folded[max(scene.sentence.start, theme.start - 24) : theme.start]) is not None


def _holding(theme: Theme, scene: Scene) -> bool:
    """Whether a vehicle or vessel only tells in what or through what goods go."""
    if scene.glued:
        return scene.folded.startswith(AROUND, theme.end)
    if CONTENT.match(scene.folded, theme.end):
        return True
    cases = [tag.end for tag in scene.labelled("marker") if tag.entry.value in HOLDING and tag.end <= theme.start]
    if USED.search(scene.folded, scene.sentence.start, theme.start):
        return True
    if scene.folded.endswith(("ах", "ях"), theme.start, theme.end):  # "в контейнерах": not into them
        return WITHIN.search(scene.folded, scene.sentence.start, theme.start) is not None
    return any(theme.start - end <= HELD or COUNTED.fullmatch(scene.folded, end, theme.start) for end in cases)


def _loaded(vehicle: Theme, other: Bound, scene: Scene) -> bool:
    """Whether a vehicle is described by what it carries: "비료를 실은 화물차"."""
    if ways()[other.name].orientation not in ("load", "out"):
        return False
    low, high = (other.act.end, vehicle.start) if scene.glued else (vehicle.end, other.act.start)
    return 0 <= high - low <= LADEN
