"""What goes on from an act told before: what a vehicle held, what is denied, what money was for, what stays at home."""

from __future__ import annotations

import re

import msgspec

from saring.reading.bound import Bound
from saring.reading.discourse import Discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.turning import TRADED

ALLOWED = 6  # sentences since the partner was named within which what is allowed is meant for it
COUNTS = 4  # sentences after which figures are still those of the customs named
HELD = 4  # sentences after which what a vehicle held is still what it carried
DENIED = 6  # sentences over which a denial without sides is of what was told
EARNS = re.compile(
    r"(?:meraup|mengantongi|memperoleh|mendapat(?:kan)?|mengeruk|menghasilkan|meraih|menangguk|mengumpulkan|beroleh"
    r"|earn(?:s|ed|ing)?|mak(?:es?|ing)|made|rak(?:es?|ed|ing) in|rais(?:es?|ed|ing)|generat\w+|net(?:s|ted|ting)?"
    r"|заработ\w+|зарабатыва\w+|выруч\w+|получ\w+)\b"
)
EARNED = re.compile(
    r"\b(?:dengan (?:menjual|mengekspor|memasarkan|mengirim)|dari (?:hasil )?(?:ekspor|penjualan|pekerja|tenaga|buruh|pengiriman|menjual|mengekspor)"
    r"|lewat (?:ekspor|penjualan)|berkat (?:ekspor|penjualan)|by (?:selling|exporting|sending|shipping)"
    r"|from (?:the )?(?:sales?|exports?|selling|exporting|sending|workers|labou?rers)|(?:от|за счет|за счёт) (?:продаж\w*|экспорта))\b"
)
BY = re.compile(r"\b(?:dengan|naik|menumpang|menaiki|memakai|menggunakan|by|in|aboard|on|на|в) (?:[\w-]+ )?$")
LOCAL = re.compile(
    r"\b(?:lokal|setempat|dalam negeri|buatan sendiri|home-?made|local|domestic|домашн\w+|местн\w+|отечественн\w+)\b"
)
GROWN = re.compile(  # where things are made that stay at home
    r"\b(?:pabrik|rumah kaca|kebun|ladang|lahan|tambak|peternakan|perkebunan|sawah|bengkel|kilang|hasil (?:panen|tangkapan)|tangkapan|panen"
    r"|plant|factory|greenhouses?|farms?|fish farm|fishery|harvest|завод\w*|фабрик\w*|теплиц\w*|ферм\w*|хозяйств\w*)\b"
)


def content(bound: Bound, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of what a vehicle told of before had in it: "Isinya pupuk", "on board were …"."""
    last = thread.last
    if last is None or number - last[0] > HELD or bound.kind not in TRADED or bound.way.polarity != "act":
        return None
    if not any(tag.entry.value == "content" for tag in scene.labelled("back")):
        return None
    named = [
        place for place in scene.places if place.marker not in ("via", "none") and not (place.weak or place.source)
    ]
    sides = last[2]
    if thread.partner not in (sides.giver, sides.receiver) or not (sides.giver and sides.receiver):
        return None
    if thread.seized == last[0]:
        bound.way = msgspec.structs.replace(bound.way, polarity="enforcement")
    if not named:
        return Sides(sides.giver, sides.receiver)
    goal = next((place.code for place in named if place.marker == "to"), None)
    if {place.code for place in named} != {goal} or goal not in (sides.giver, sides.receiver):
        return None
    return Sides(sides.giver if goal == sides.receiver else sides.receiver, goal)


def denied(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of an act denied in a noun alone: those of the last telling of its kind ("menampik tudingan alih teknologi")."""
    if scene.glued or (sides is not None and sides.giver and sides.receiver) or bound.way.polarity != "act":
        return sides
    if bound.act.entry.form not in ("noun", "bare"):
        return sides
    if not any(cue.entry.value == "denied" and cue.start < bound.act.start for cue in scene.labelled("cue")):
        return sides
    if bound.name == "trade" and not bound.themes and thread.last and thread.last[1] in TRADED:
        bound.kind = thread.last[1]  # "Junta membantah transaksi itu"
    before = thread.kinds.get(bound.kind)
    if before is None or number - before[0] > DENIED:
        return sides
    named = {place.code for place in scene.places if place.marker != "none"}
    return before[1] if named <= {before[1].giver, before[1].receiver} else sides


def earned(told: list[tuple[Bound, Sides]], scene: Scene) -> list[tuple[Bound, Sides]]:
    """The tellings without money that is only the price of what the same sentence says was sold: "meraup … dengan menjual"."""
    if scene.glued or not any(bound.kind in ("goods", "arms", "labour", "aid") for bound, _ in told):
        return told
    return [(bound, sides) for bound, sides in told if not (bound.kind == "finance" and _price(bound, scene))]


def _price(bound: Bound, scene: Scene) -> bool:
    start = bound.act.start
    return bool(EARNS.match(scene.folded, start)) and bool(
        EARNED.search(scene.folded, bound.act.end, scene.sentence.end)
    )


def stays(bound: Bound, sides: Sides, scene: Scene, partner: str, last: bool) -> bool:
    """Whether goods only go from a farm or plant of the partner to places of its own: "sayuran dikirim ke toko-toko di Hamhung".

    `last` says whether the text has told of a dealing before.
    """
    if (
        scene.glued
        or bound.kind != "goods"
        or bound.way.polarity != "act"
        or bound.way.orientation not in ("out", "appear")
    ):
        return False
    if sides.giver and sides.receiver:
        return False
    if scene.labelled("abroad") or any(place.code != partner for place in scene.places):
        return False
    goals = [place for place in scene.places if place.marker in ("to", "at") and place.form == "cities"]
    goals = [place for place in goals if place.start > bound.act.start]
    if LOCAL.search(scene.folded, scene.sentence.start, scene.sentence.end) and sides.giver is None:
        return True
    if not goals:
        return False
    grown = GROWN.search(scene.folded, scene.sentence.start, scene.sentence.end) is not None
    from_home = any(tag.entry.value == "thence" for tag in scene.labelled("back"))
    subject = sides.giver == partner and any(
        place.code == partner and place.end <= bound.act.start for place in scene.places
    )
    return grown or subject or (from_home and not last)


def allowed(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of goods that a sanctions committee lets go to the partner, whoever is named as the one who allows it."""
    if not bound.exempt or number - thread.named_at > ALLOWED:
        return sides
    if sides is None or thread.partner not in (sides.receiver, sides.giver):
        givers = {place.code for place in scene.places if not (place.weak or place.source)} - {thread.partner}
        giver = sides.giver if sides and sides.giver in givers else None
        return Sides(giver, thread.partner)
    return sides


def counted(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The side left out of trade that customs figures count, where the customs were named before: "statistik itu mencatat pembelian"."""
    if scene.glued or sides is None or thread.counting is None or bound.name not in ("import", "export"):
        return None
    at, code = thread.counting
    partner = thread.partner
    if number - at > COUNTS or partner not in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return None
    if not any(tag.entry.value in ("record", "customs") for tag in scene.labelled("office")):
        return None
    if any(place.code not in (partner, code) for place in scene.places) or scene.labelled("abroad"):
        return None
    return Sides(sides.giver or code, sides.receiver or code)


def own_people(bound: Bound, told: Sides | None, found: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides taken over for people of whom the sentence names none: they come from the partner."""
    if (
        told is not None
        or found is None
        or scene.places
        or bound.kind not in ("labour", "troops")
        or bound.way.polarity != "act"
    ):
        return found
    return Sides(partner, found.giver) if found.receiver == partner and found.giver else found


def carried_on(bound: Bound, sides: Sides | None, scene: Scene) -> bool:
    """Whether a vessel is only what people go by: "mereka berlayar kian jauh dengan perahu kayu"."""
    if scene.glued or bound.kind != "goods" or len(bound.themes) != 1 or (sides and sides.giver and sides.receiver):
        return False
    theme = bound.themes[0]
    codes = theme.goods.hs if theme.goods else ()
    boat = bool(codes) and all(code.startswith(("86", "87", "88", "89")) for code in codes)
    return (
        boat
        and bound.name in ("carry", "travel", "appear")
        and BY.search(scene.folded, scene.sentence.start, theme.start) is not None
    )
