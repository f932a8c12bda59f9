"""Which act moves which theme: every theme takes the nearest act that can move it; acts without a theme stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from saring.reading.packs import Compiled, Way, ways
from saring.reading.scene import Place, Scene, Theme, follows_infinitive
from saring.reading.words import Tag

REACH = 260
BREAK_COST = 28.0
ACT_COST = 9.0
WRONG_SIDE = 25.0
NOUN_COST = 8.0
LISTING = 40.0  # "among them" moves its goods only when nothing else does
RULING = 15.0  # what is refused is no act of its own: "bars tourists from entering"
SAME_WORD = 24  # a word that is act and theme at once moves itself only when nothing else moves it
WORST = 170.0
NOUN_ALONE = frozenset(("export", "import", "trade"))  # as verbs these need their goods, as nouns they do not
NOUNS = ("noun", "bare")
ABOARD = re.compile(r"\b(?:on|aboard|in) (?:his|her|their|an?|the) (?:[\w-]+ ){0,2}$")  # "on his armoured train"
RIDING = ("with", "by")
GUESTS = ("people", "short", "official")
MAKING = frozenset(("build", "develop"))
CRAFT = frozenset(("ship", "train", "flight"))
LIST_GAP = 48
PARTING = frozenset(("act", "say", "break", "marker", "place", "cue", "date"))
OWNERS = frozenset(("technology", "plant", "trademark"))
OWNED_GAP = 32
OPENING = 24
GUEST_BEFORE = 40  # characters between a guest and the verb that closes the sentence
ENDED = 14  # characters between a verb of ending and the trade that ends
HALTED = 60  # the same where the goods and their country stand between them: "imports of coal were halted"
BESIDE_ACT = 24  # characters between a journey and where it goes
WITH_GAP = 4  # characters between a vehicle and the goods that it goes with: " с "
LADEN = 2  # characters between a vehicle and the verb that says what it carries
ACTORS = frozenset(("worker", "technician", "soldier", "official", "trainer", "student", "citizen", "ship", "train"))
OBJECT_GAP = 32  # characters between a verb of trade and the ship that it trades
APART = frozenset(("goods", "arms", "aid"))


@dataclass(slots=True)
class Bound:
    """An act with what it moves: themes of one list, all of one kind of dealing."""

    act: Tag
    name: str
    way: Way
    kind: str
    themes: list[Theme]


def bind(scene: Scene, pack: Compiled) -> list[Bound]:
    """The acts of a sentence with their themes, in the order of the text."""
    found: list[Bound] = []
    used: set[int] = set()
    for group in lists(scene, pack):
        best = _act_for(group, scene, pack)
        if best is None:
            continue
        if best.start <= group[0].start and group[-1].end <= best.end and not _may_stand(best, scene, pack):
            continue  # "that meeting" names its theme in itself, and points back
        for act in (best, *_coordinated(best, group, scene, pack)):
            used.add(act.start)
            way = ways()[act.entry.value]
            by_kind: dict[str, list[Theme]] = {}
            for theme in group:
                kind = way.themes.get(theme.kind)
                if kind and not _trades_itself(theme, act, way, scene, pack):
                    by_kind.setdefault(kind, []).append(theme)
            found += [Bound(act, act.entry.value, way, kind, themes) for kind, themes in by_kind.items()]
    found = _joined(_as_aid(_objects(found, scene), scene), scene)
    for act in scene.acts:
        way = ways()[act.entry.value]
        if scene.glued and act.entry.form == "noun" and _moved(act, found):
            continue
        if way.alone and act.start not in used and _may_stand(act, scene, pack):
            found.append(Bound(act, act.entry.value, way, way.alone, []))
    found += _journeys(found, scene)
    _ended(found, scene)
    return sorted(found, key=lambda bound: (bound.act.start, bound.themes[0].start if bound.themes else 0, bound.kind))


def _ended(found: list[Bound], scene: Scene) -> None:
    """What is stopped is no act any more: "stopped importing coal", "menghentikan impor", "прекратил импорт"."""
    for bound in found:
        if bound.name in NOUN_ALONE and any(_stops(act, bound.act, scene) for act in scene.acts):
            bound.way = msgspec.structs.replace(bound.way, polarity="cessation")


def _stops(end: Tag, act: Tag, scene: Scene) -> bool:
    """Whether a verb of ending stands right before the act that it ends; at most a word like "all" between them."""
    if end.entry.value != "close" or end.entry.form not in ("active", "passive"):
        return False
    if end.entry.form == "passive" and not scene.glued:
        between_them = any(act.end <= other.start < end.start for other in scene.acts)
        return act.end <= end.start <= act.end + HALTED and not between_them and not scene.parted(act.end, end.start)
    low, high = (act.end, end.start) if scene.glued else (end.end, act.start)
    gap = scene.folded[low:high]
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


def _objects(found: list[Bound], scene: Scene) -> list[Bound]:
    """Without people and vehicles that only are the subject of a verb whose object stands behind it."""
    if scene.glued:
        return found
    moving = {each.act.start for each in found if each.themes and each.themes[0].start >= each.act.end}
    return [
        each for each in found
        if not (
            each.act.entry.form == "active" and each.act.start in moving and each.themes
            and each.themes[-1].end <= each.act.start and all(theme.kind in ACTORS for theme in each.themes)
            and not scene.relative(each.themes[-1].end, each.act.start)
        )
    ]  # fmt: skip


def _moved(act: Tag, found: list[Bound]) -> bool:
    """Whether a noun stands inside a theme that another act moves already."""
    return any(theme.start < act.end and act.start < theme.end for bound in found for theme in bound.themes)


def _joined(found: list[Bound], scene: Scene) -> list[Bound]:
    """One act of one kind is one dealing, whatever else it names; only goods are counted apart."""
    out: dict[tuple[int, str, str], Bound] = {}
    for bound in found:
        key = (bound.act.start, bound.name, bound.kind)
        if bound.kind in APART or key not in out:
            out[(*key[:2], f"{bound.kind}{len(out)}") if bound.kind in APART else key] = bound
        else:
            out[key].themes.extend(bound.themes)
    return [bound for bound in out.values() if not _means(bound, list(out.values()), scene)]


def _means(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether a vehicle is only the means by which the same act moves something else ("sent by train")."""
    if bound.kind != "transport" or bound.name == "operate":
        return False
    start = bound.themes[0].start
    if any(_laden(bound.themes[-1], each, scene) for each in found if each.kind in APART):
        return True
    carried = [each.themes[0].start for each in found if each.act is bound.act and each.kind in APART and each.themes]
    if bound.themes[-1].kind in CRAFT and any(0 < at - bound.themes[-1].end <= WITH_GAP for at in carried):
        return True  # "ушёл состав с мукой"
    rides = any(place.form in GUESTS and place.start < start for place in scene.places)
    if rides and bound.name == "travel" and ABOARD.search(scene.folded[max(scene.sentence.start, start - 32) : start]):
        return True
    if rides and any(0 <= start - tag.end <= 16 for tag in scene.labelled("marker") if tag.entry.value in RIDING):
        return True  # "came by train": the journey is a visit
    if not any(each.act is bound.act and each is not bound for each in found):
        return False
    return any(tag.entry.value in ("with", "by") and 0 <= start - tag.end <= 3 for tag in scene.labelled("marker"))


def _laden(vehicle: Theme, other: Bound, scene: Scene) -> bool:
    """Whether a vehicle is described by what it carries: "trains loaded with fertiliser", "kereta bermuatan pupuk"."""
    if vehicle.kind not in CRAFT or ways()[other.name].orientation not in ("load", "out"):
        return False
    gap = (other.act.end, vehicle.start) if scene.glued else (vehicle.end, other.act.start)
    return 0 <= gap[1] - gap[0] <= LADEN


def _as_aid(found: list[Bound], scene: Scene) -> list[Bound]:
    """Goods that are sent as aid, or through an agency of aid, are aid."""
    signs = [theme for theme in scene.themes if theme.kind in ("aid", "agency")]
    if not signs:
        return found
    out = []
    for bound in found:
        near = [sign for sign in signs if scene.parted(sign.start, bound.act.start) <= 1]
        if bound.kind == "goods" and near and bound.way.orientation in ("out", "in"):
            bound.kind = "aid"
        out.append(bound)
    if any(bound.kind == "aid" and any(theme.kind == "goods" for theme in bound.themes) for bound in out):
        out = [
            each
            for each in out
            if each.kind != "aid" or any(theme.kind not in ("aid", "thing") for theme in each.themes)
        ]
    return out


def _may_stand(act: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether an act without a theme tells anything: nouns of trade near a place; no noun that points back."""
    name, form = act.entry.value, act.entry.form
    if name in NOUN_ALONE and any(theme.end + 1 == act.start for theme in scene.themes):
        return False  # "imported clams", with the word behind
    if name in NOUN_ALONE and scene.glued and form == "noun" and _opens(act, scene, pack):
        return True
    if name in NOUN_ALONE and (form not in NOUNS or not any(_near(place, act) for place in scene.places)):
        return False
    if name == "visit" and form == "noun" and any(theme.kind in CRAFT for theme in scene.themes):
        return False  # "cargo vessels made 49 trips"
    if name == "visit" and form == "noun" and any(theme.kind in ("tour", "tourist") for theme in scene.themes):
        return False  # "tourists arrived for a ski trip"
    if name == "steal" and form != "noun" and not _sum(scene):
        return False  # "using stolen identities"
    if name == "host" and scene.glued:
        return any(place.form in GUESTS and 0 <= act.start - place.end <= GUEST_BEFORE for place in scene.places)
    if name == "host":
        guests = [place.start for place in scene.places if place.form in GUESTS]
        guests += [theme.start for theme in scene.themes if theme.kind in GUESTS]
        return any(0 <= start - act.end <= 24 for start in guests)
    words = pack.pack.writing.article
    if form == "noun" and words and pack.pack.writing.adjective == "after":
        return not scene.folded[act.end : act.end + 12].lstrip().startswith(words)
    return True


def _sum(scene: Scene) -> bool:
    """Whether a sentence speaks of money."""
    words = scene.text[scene.sentence.start : scene.sentence.end]
    return (
        bool(set("$€£¥₩₽") & set(words))
        or any(theme.kind in ("money", "crypto") for theme in scene.themes)
        or bool(scene.labelled("unit"))
    )


def _opens(act: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a noun of trade is the topic that opens a sentence without countries: "수입은 3천만 달러였다"."""
    topic = tuple(word for word, marker in pack.glued if marker == "subject" and len(word) == 1)
    if not scene.folded.startswith(topic, act.end) or act.start - scene.sentence.start > OPENING:
        return False
    return not any(place.start < act.start for place in scene.places)


def _near(place: Place, act: Tag) -> bool:
    return max(place.start - act.end, act.start - place.end) <= 45


def lists(scene: Scene, pack: Compiled) -> list[list[Theme]]:
    """Themes in enumerations, each enumeration together."""
    groups: list[list[Theme]] = []
    for theme in scene.themes:
        owner = groups[-1][-1] if groups else None
        if not scene.glued and owner and owner.kind in OWNERS and _owned(owner, theme, scene):
            owner.goods = owner.goods or theme.goods
            continue
        if groups and (
            pack.link.fullmatch(scene.folded, groups[-1][-1].end, theme.start)
            or _listed(groups[-1][-1].end, theme.start, scene, pack)
        ):
            groups[-1].append(theme)
        else:
            groups.append([theme])
    return groups


def _listed(start: int, end: int, scene: Scene, pack: Compiled) -> bool:
    """Whether two themes stand in one list though words between them are unknown: "beer, X, jam", "tyres and wheat"."""
    gap = scene.folded[start:end]
    if end - start > LIST_GAP or not gap.strip() or set(";:.()") & set(gap):
        return False
    if any(start <= tag.start < end and tag.entry.label in PARTING for tag in scene.tags):
        return False
    joins = [
        word for word in pack.pack.sentences.joins if word in (",", "and", "dan", "serta", "or", "atau", "и", "та")
    ]
    pieces = re.split("|".join(rf"\b{word}\b" if word.isalpha() else word for word in joins), gap) if joins else [gap]
    return len(pieces) > 1 and all(len(piece.split()) <= 3 for piece in pieces) and len(pieces[0].split()) <= 2


def _owned(owner: Theme, theme: Theme, scene: Scene) -> bool:
    """Whether a theme only says what a technology, plant or mark is for."""
    gap = scene.folded[owner.end : theme.start]
    if any(owner.end <= act.start < theme.start and act.entry.form in ("active", "passive") for act in scene.acts):
        return False
    return theme.kind in ("weapon", "goods", "thing") and len(gap) <= OWNED_GAP and not set(",;:.") & set(gap)


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


def _act_for(group: list[Theme], scene: Scene, pack: Compiled) -> Tag | None:
    best: tuple[float, Tag] | None = None
    for act in scene.acts:
        if not scene.glued and (_only_names(act, scene) or _describes(act, scene)):
            continue
        way = ways()[act.entry.value]
        taken = [
            theme for theme in group if theme.kind in way.themes and not _trades_itself(theme, act, way, scene, pack)
        ]
        if not taken:
            continue
        cost = _cost(act, taken, scene, pack) / way.weight
        if cost <= WORST and (best is None or cost < best[0]):
            best = (cost, act)
    return best[1] if best else None


def _trades_itself(theme: Theme, act: Tag, way: Way, scene: Scene, pack: Compiled) -> bool:
    """Whether a ship is who trades or carries, not what is traded: only as the object of the act is it goods."""
    if theme.kind != "ship" or way.themes.get("ship") != "goods":
        return False
    low, high = sorted((theme.end, act.start)) if theme.end <= act.start else (act.end, theme.start)
    if any(low <= other.start < high for other in scene.themes):
        return True
    if any(low <= tag.start < high and tag.entry.value != "of" for tag in scene.labelled("marker")):
        return True  # "passed the cargo to barges"
    if scene.glued:
        gap = scene.folded[theme.end : act.start]
        marks = tuple(word for word, marker in pack.glued if marker == "object")
        return not any(mark in gap for mark in marks) or len(gap) > OBJECT_GAP
    gap = scene.folded[act.end : theme.start] if act.entry.form != "passive" else scene.folded[theme.end : act.start]
    before = theme.end <= act.start if act.entry.form == "passive" else theme.start >= act.end
    return not before or len(gap) > OBJECT_GAP or any(mark in gap for mark in ",;:")


def _describes(act: Tag, scene: Scene) -> bool:
    """Whether "built" or "made" only describes the theme before it, which another act moves: "guns built in 1989"."""
    if act.entry.value not in MAKING or act.entry.form == "noun":
        return False
    behind = any(act.start - theme.end == 1 for theme in scene.themes)
    moved = any(other.start < act.start and other.entry.value not in MAKING for other in scene.acts)
    return behind and moved


def _only_names(act: Tag, scene: Scene) -> bool:
    """Whether a word is only the subject of the verb behind it: "pembeli menemukan", "suppliers sent"."""
    if act.entry.form == "noun":
        return any(act.start - other.end == 1 and other.entry.form == "active" and other.entry.value == act.entry.value
                   for other in scene.acts)  # fmt: skip  # "membawa muatan": the verb carries
    if act.entry.form != "active":
        return False
    behind = [other for other in scene.acts if other.start - act.end == 1 and other.entry.form == "active"]
    if " " in scene.folded[act.start : act.end] or follows_infinitive(act, scene):
        return False
    return any(other.entry.value != act.entry.value for other in behind)


def _cost(act: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> float:
    first, last = group[0], group[-1]
    if act.start >= last.end:
        gap, after = act.start - last.end, True
    elif act.end <= first.start:
        gap, after = first.start - act.end, False
    else:
        gap, after = SAME_WORD, act.start >= first.start
    if gap > REACH:
        return WORST + 1
    low, high = sorted((act.start, first.start))
    others = sum(low < other.start < high for other in scene.acts)
    cost = gap + BREAK_COST * scene.parted(low, high) + ACT_COST * others
    cost += LISTING if act.entry.value == "comprise" else 0.0
    cost += BREAK_COST * scene.relative(low, high) if act.end <= first.start else 0.0
    cost -= RULING if act.entry.value in ("refuse", "expel") else 0.0
    cost += NOUN_COST if act.entry.form == "noun" else 0.0
    passive = act.entry.form == "passive"
    wants_after = pack.pack.writing.order == "verb-final" or passive or act.entry.value in ("appear", "work", "travel")
    if after != wants_after and not (passive and not after):
        cost += WRONG_SIDE if gap > 1 else 0.0
    return cost
