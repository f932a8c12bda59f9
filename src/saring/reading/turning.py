"""Sides put right by what an act is: barter, theft, tourists, people sent abroad, exports and imports counted together."""

from __future__ import annotations

import re

from saring.reading import binding, particles
from saring.reading.asking import asked
from saring.reading.earning import brings_in
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.sifting import origin

PERSONS = frozenset(("labour", "troops"))
TRADED = frozenset(("goods", "arms", "aid", "technical_assistance"))
UNTOLD = frozenset(
    ("use", "see", "develop", "build", "comprise", "want", "operate", "appear")
)  # acts that tell little by themselves
HOME = ("return", "expel", "welcome")
PAID = 40  # the same with a noun of action between them: "in return for the shipment of"
TURNED = 30  # characters between an act and the words that turn it round
POINTED = (" 그 ", " 이 ", "그에 대한 ", "이에 대한 ")
PRICE = 24  # characters between "in exchange for" and what is given

PURCHASES = ("закуп", "покуп", "закупів")
RETURN = re.compile(
    r"(?<!\w)(?:взамен|в обмен|навзаєм|натомість|in return|in exchange|sebagai (?:imbalan|gantinya|balasan))(?!\w)"
)


def in_exchange(scene: Scene) -> bool:
    """Whether a sentence tells of what is given back: it comes from who was given something before."""
    return RETURN.search(scene.folded, scene.sentence.start, scene.sentence.end) is not None


def turned(bound: binding.Bound, sides: Sides | None, partner: str, scene: Scene) -> Sides | None:
    """What is stolen goes to the partner, whoever is named first; a country that opens to tourists receives them."""
    sides = _bought_in(bound, _own_people(bound, asked(bound, sides, scene), scene, partner), scene)
    if sides and (_in_return(bound, scene) or (sides.receiver == partner and brings_in(bound, scene))):
        sides = Sides(sides.receiver, sides.giver)
    held = bound.name == "seize" and bound.kind == "transport" and not scene.glued
    if sides and held and sides.giver and partner not in (sides.giver, sides.receiver):
        ours = any(place.code == partner and not place.source for place in scene.places)
        sides = Sides(sides.giver, partner) if ours else sides  # "detained the freighter, which had left Nampo"
    if sides and bound.kind == "tourism" and sides.giver == partner and scene.places:
        sides = _tourists(bound, sides, scene, partner)
        if sides.receiver == partner:
            return sides
    if sides and sides.receiver == partner and sides.giver and _goes_abroad(bound, scene, partner):
        return Sides(partner, sides.giver)
    if sides and sides.giver == partner and _goes_home(bound):
        return Sides(sides.receiver, partner)  # its people can only come home
    tasked = scene.glued and "맡" in scene.folded[bound.act.start : bound.act.end]  # "북한 교관들에게 훈련을 맡겼다"
    tasked = tasked or any(
        place.code == partner and particles.LEARNT_FROM.match(scene.folded, place.end) for place in scene.places
    )
    if sides and bound.name == "learn" and sides.giver == partner and sides.receiver and not tasked:
        return Sides(sides.receiver, partner)
    if sides and sides.receiver == partner and _traded(bound, sides, scene):
        return Sides(partner, sides.giver)  # trade of both sides counted together is told of the partner's side
    if bound.way.orientation == "theft" and (sides is None or partner not in (sides.giver, sides.receiver)):
        linked = any(place.code == partner for place in scene.places)
        return Sides(sides.giver if sides else None, partner) if linked else sides
    if sides is None or bound.way.orientation != "theft":
        return sides
    other = sides.receiver if sides.giver == partner else sides.giver
    if scene.glued and other and all(place.marker == "to" for place in scene.places if place.code == other):
        other = None  # "훔친 코인이 말레이시아 계좌로 보내졌다"
    return Sides(other or _robbed(bound, scene, partner), partner)


def _bought_in(bound: binding.Bound, sides: Sides | None, scene: Scene) -> Sides | None:
    """The sides of purchases in a country: "статья закупок Китая в КНДР" tells what China bought there."""
    if sides is None or bound.name != "import" or not scene.folded.startswith(PURCHASES, bound.act.start):
        return sides
    buyers = [place for place in scene.places if place.marker == "of" and 0 <= place.start - bound.act.end <= 1]
    sellers = [place for place in scene.places if place.marker == "to" and buyers and place.start > buyers[0].end]
    return Sides(sellers[0].code, buyers[0].code) if sellers else sides


def _tourists(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> Sides:
    """Tourists go to the partner, not from it: from the country that they are called after."""
    home = next((code for code in _homes(scene) if code != partner), None)
    if bound.name == "come_back":
        return Sides(home or sides.receiver, partner)  # who comes back from it has been there
    if home or sides.receiver is None:
        return Sides(home, partner)
    return Sides(sides.receiver, partner) if scene.glued else sides  # its own people do not travel as tourists


def _own_people(bound: binding.Bound, sides: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides, turned where the partner lives on people who work: "북한은 이들을 활용해 외화를 번다" tells of its own."""
    lone = sides is not None and sides.giver is None and sides.receiver == partner
    abroad = any(place.code != partner and not (place.source or place.weak) for place in scene.places)
    lives_on = (scene.glued and bound.name == "work") or (bound.name == "employ" and abroad)  # "employs 30 of its own"
    own = lives_on and bound.kind == "labour" and origin(bound, scene) in (None, partner)
    return Sides(partner, None) if lone and own else sides


def _traded(bound: binding.Bound, sides: Sides, scene: Scene) -> bool:
    """Whether trade of both sides is counted together, and the other side is named."""
    noun = bound.name == "trade" and bound.act.entry.form == "noun" and not bound.themes
    return noun and any(place.code == sides.giver for place in scene.places)


def _goes_home(bound: binding.Bound) -> bool:
    """Whether people of the partner return: they go to it, whoever is named first."""
    return bound.name in HOME and bound.kind in PERSONS


def _goes_abroad(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether people move who are not another country's: the partner's workers and soldiers go abroad."""
    return bound.kind in PERSONS and bound.way.polarity == "act" and origin(bound, scene) in (None, partner)


def _robbed(bound: binding.Bound, scene: Scene, partner: str) -> str | None:
    """The country behind the verb of a theft whose thief stands before it: "drained … from a California firm"."""
    after = [place for place in scene.places if place.code != partner and not (place.weak or place.source)]
    after = [place for place in after if place.marker not in ("via", "none", "with", "between")]
    if scene.glued:
        after = [place for place in after if place.marker in ("whence", "from", "at", "of", "origin")]
    else:
        after = [place for place in after if place.start > bound.act.end]
    codes = list(dict.fromkeys(place.code for place in after))
    return codes[0] if len(codes) == 1 else None


def _homes(scene: Scene) -> list[str]:
    """The countries that tourists are called after: "Russian tourists", "wisatawan Rusia"."""
    guests = [theme for theme in scene.themes if theme.kind == "tourist"]
    near = 14
    return [
        place.code
        for theme in guests
        for place in scene.places
        if 0 <= theme.start - place.end <= 3
        or (theme.start <= place.start and place.end <= theme.end)
        or (place.form != "cities" and 0 <= place.start - theme.end <= near)
    ]


def _in_return(bound: binding.Bound, scene: Scene) -> bool:
    """Whether what moves is named as the price of something else: "sent oil in exchange for arms"."""
    if not bound.themes:
        return False
    start = bound.themes[0].start
    return any(bound.act.end <= tag.start and 0 <= start - tag.end <= PRICE for tag in scene.labelled("barter"))


def bartered(told: list[tuple[binding.Bound, Sides]], scene: Scene) -> list[tuple[binding.Bound, Sides]]:
    """What is named as the price runs the other way than what it pays for: "in return for arms, A supplied B …"."""
    priced = [_priced(bound, scene) for bound, _ in told]
    main = [way for (_, way), price in zip(told, priced, strict=True) if not price and way.giver and way.receiver]
    if not main or not any(priced):
        return told
    back = Sides(main[0].receiver, main[0].giver)
    return [(bound, back if price else sides) for (bound, sides), price in zip(told, priced, strict=True)]


def returned(told: list[tuple[binding.Bound, Sides]], scene: Scene) -> list[tuple[binding.Bound, Sides]]:
    """What goes "the other way" in the same sentence goes from the receiver of what was told before to its giver."""
    out: list[tuple[binding.Bound, Sides]] = []
    for bound, sides in told:
        before = next(
            (way for each, way in reversed(out) if each.act is not bound.act and way.giver and way.receiver), None
        )
        turns = before and bound.kind in TRADED and _turns(bound, scene)
        out.append((bound, Sides(before.receiver, before.giver) if before and turns else sides))
    return out


def _turns(bound: binding.Bound, scene: Scene) -> bool:
    """Whether the words that turn a dealing round stand in the clause of an act."""
    return any(
        tag.entry.value == "reverse"
        and abs(tag.start - bound.act.end) <= TURNED
        and not scene.parted(bound.act.start, tag.start)
        for tag in scene.labelled("back")
    )


def _priced(bound: binding.Bound, scene: Scene) -> bool:
    """Whether a theme stands right at the words that say what is paid with; in the same clause, no country between."""
    if not bound.themes or bound.kind not in TRADED:
        return False
    start = bound.themes[0].start
    for tag in scene.labelled("barter"):
        low, high = (bound.themes[-1].end, tag.start) if scene.glued else (tag.end, start)
        gap = scene.folded[low:high]
        if scene.glued and gap.endswith(POINTED):
            continue  # "그 대가로": what stands before is paid for, not the price
        if low <= high and len(gap) <= PAID and not set(",;:") & set(gap):
            return scene.glued or not any(low <= act.end <= high and act.entry.form == "active" for act in scene.acts)
    return False


def beside(told: list[tuple[binding.Bound, Sides]], partner: str) -> list[tuple[binding.Bound, Sides]]:
    """The tellings of one sentence: in a barter ("oil in exchange for arms") both have the same two countries."""
    pairs = [{sides.giver, sides.receiver} - {partner} for _, sides in told if sides.giver and sides.receiver]
    others = {code for pair in pairs if len(pair) == 1 for code in pair}
    if len(others) != 1:
        return told
    (other,) = others
    told = _both_ways(told)
    out = []
    for bound, sides in told:
        lone = partner in (sides.giver, sides.receiver) and not (sides.giver and sides.receiver)
        both = lone and bound.kind in TRADED and bound.name not in UNTOLD
        out.append((bound, Sides(sides.giver or other, sides.receiver or other) if both else sides))
    return out


def _both_ways(told: list[tuple[binding.Bound, Sides]]) -> list[tuple[binding.Bound, Sides]]:
    """Exports and imports counted in one sentence are of one trader: "exports to … fell, while imports reached …"."""
    out: list[tuple[binding.Bound, Sides]] = []
    for bound, sides in told:
        nouns = [(each, way) for each, way in out if _counts(each, bound) and way.giver and way.receiver]
        before = nouns[-1][1] if nouns else None
        same = before and sides.giver in (None, before.giver) and sides.receiver in (None, before.receiver)
        out.append((bound, Sides(before.receiver, before.giver) if before and same else sides))
    return out


def _counts(one: binding.Bound, other: binding.Bound) -> bool:
    """Whether two acts without goods are nouns of trade, one of exports and one of imports."""
    names = {one.name, other.name}
    nouns = all(each.act.entry.form in binding.NOUNS and not each.themes for each in (one, other))
    return names == {"export", "import"} and nouns
