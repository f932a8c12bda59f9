"""What a partner is known to sell, to buy and never to sell: it settles a direction that the words leave open."""

from __future__ import annotations

from collections.abc import Sequence

from saring.reading import binding
from saring.reading.discourse import Discourse, headings
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene, Theme

# Headings by partner (ISO 3166): goods that it has none of to give, goods that it mostly buys, goods that it mostly sells.
NEVER_GIVES = {"KP": ("2709", "2710", "2711")}
BUYS = {
    "KP": (
        "1001", "1006", "1101", "1507", "1701", "3002", "3003", "3004", "3102", "3103", "3104", "3105",
        "3303", "4011", "8413", "8429", "8432", "8471", "8517", "8541", "8602", "8701", "8702", "8703", "8704", "8711",
        "8509", "8516", "8714", "8802",
    )
}  # fmt: skip
SELLS = {
    "KP": (
        "0302", "0303", "0304", "0305", "0306", "0307", "0308", "0802", "1211", "2505", "2519", "2601", "2603", "2607",
        "2608", "2701", "6201", "6202", "6203", "6204", "6704", "7108", "7201", "7202",
    )
}  # fmt: skip
GOODS = frozenset(("goods", "aid"))
SHOWING = ("appear", "in", "out")
NEXT = 2  # characters between an adjective of origin and goods
MOVING = ("send", "carry")  # acts by which one may bring a thing in as well as out
WHENCE = ("from", "whence", "origin", "by")


def usual(
    bound: binding.Bound, told: Sides | None, sides: Sides | None, scene: Scene, thread: Discourse
) -> Sides | None:
    """The sides turned round where they contradict what the partner can give, or what it usually trades.

    `told` are the sides that the sentence itself gave: where there are none, the habit weighs more than the thread.
    """
    partner = thread.partner
    if sides is None or partner not in (sides.giver, sides.receiver) or not _carries(bound):
        return sides
    codes = headings(bound)
    gives = sides.giver == partner
    back = Sides(sides.receiver, sides.giver, sides.also_receiver, sides.also_giver, sides.score)
    if not gives and bound.way.orientation in SHOWING and any(_made(theme, scene, partner) for theme in bound.themes):
        return back
    if not codes:
        return sides
    if gives and _all(codes, NEVER_GIVES.get(partner, ())) and not _sends_on(scene, partner):
        return back
    if gives and told is sides and sides.receiver is None and bound.name in MOVING:
        return back if _all(codes, BUYS.get(partner, ())) else sides
    if told is not None or not (sides.giver and sides.receiver):
        return sides
    before = thread.same_goods(bound)
    if before is not None and (before.giver, before.receiver) == (sides.giver, sides.receiver):
        return sides
    against, usually = (BUYS, SELLS) if gives else (SELLS, BUYS)
    fits = any(code in usually.get(partner, ()) for code in codes)
    return back if not fits and any(code in against.get(partner, ()) for code in codes) else sides


def _made(theme: Theme, scene: Scene, partner: str) -> bool:
    """Whether the words beside goods say that the partner made them: "северокорейский сыр", "крем пхеньянской марки"."""
    return any(
        place.code == partner
        and place.form == "adjectives"
        and place.marker in ("", "of", "origin", "from")
        and (0 <= theme.start - place.end <= NEXT or 0 <= place.start - theme.end <= 1 or _inside(place, theme))
        for place in scene.places
    )


def _inside(place: Place, theme: Theme) -> bool:
    return theme.start <= place.start and place.end <= theme.end


def _carries(bound: binding.Bound) -> bool:
    """Whether goods move in a dealing."""
    return bound.kind in GOODS and bound.way.polarity == "act"


def _all(codes: Sequence[str], known: Sequence[str]) -> bool:
    return all(code in known for code in codes)


def _sends_on(scene: Scene, partner: str) -> bool:
    """Whether a sentence says in so many words that something comes from the partner and goes to another country."""
    comes = any(place.code == partner and place.marker in WHENCE for place in scene.places)
    return comes and any(place.code != partner and place.marker == "to" for place in scene.places)
