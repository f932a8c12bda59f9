"""A text that goes from country to country: what each of them buys, sends or sends home is dealt with the partner."""

from __future__ import annotations

from saring.reading.binding import Bound
from saring.reading.discourse import Discourse
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene
from saring.reading.sifting import origin

KINDS = frozenset(
    ("goods", "arms", "aid", "technical_assistance", "military_training", "labour", "troops", "finance")
)  # fmt: skip
NEAR = {"goods": ("aid", "arms"), "aid": ("goods",), "arms": ("goods",), "troops": ("labour",), "labour": ("troops",)}
UNTOLD = frozenset(("use", "see", "develop", "build", "comprise", "operate"))
VAGUE = frozenset(("thing", "money", "agency"))
PERSONS = frozenset(("labour", "troops"))
SENT_HOME = frozenset(("labour", "troops", "military_training"))
MOVING = frozenset(("employ", "receive", "send", "deploy", "travel"))
TOTALS = frozenset(("export", "import", "trade"))
SUBJECT = 12  # characters between the subject of a clause and its verb
HELD = frozenset(("people", "short", "bodies"))
ENVOYS = frozenset(("official", "letter", "treaty", "talks"))
ONCE = 1  # a country named once is no topic
LASTS = 6  # sentences over which a round of countries goes on


def rounded(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """Put the partner on the side that a sentence about another country leaves out, where it stood there before."""
    partner = thread.partner
    if sides is None:
        return _unnamed(bound, number, scene, thread)
    if partner in (sides.giver, sides.receiver):
        return sides
    if people := _people(bound, sides, number, scene, thread):
        return people
    sides = _near_sides(bound, sides, scene)
    if sides.giver and sides.receiver:
        return sides
    named = any(place.code == partner for place in scene.places)
    if (
        bound.kind in PERSONS
        and bound.name != "work"
        and bound.way.polarity == "act"
        and named
        and sides.giver is None
        and not _others(bound, sides, scene, partner)
    ):
        return Sides(partner, sides.receiver)  # "builders bound for Kursk as Pyongyang seeks know-how"
    if bound.kind not in KINDS or bound.name in UNTOLD or scene.labelled("abroad") or not _warm(number, thread):
        return sides
    if scene.sentence.fragment and not named:
        return sides
    if _others(bound, sides, scene, partner) or not _concrete(bound) or not _topic(sides, thread):
        return sides
    if bound.way.polarity == "cessation":
        return _ended(bound, sides, number, thread)
    if bound.name in TOTALS and bound.act.entry.form != "active":
        return sides  # a country's trade with all the world
    if sides.giver is None:
        return Sides(partner, sides.receiver) if _gives(bound, number, thread) else sides
    return Sides(sides.giver, partner) if _takes(bound, number, thread) else sides


def _warm(number: int, thread: Discourse) -> bool:
    """Whether the partner was named or dealt with a short while ago."""
    return thread.warm(number) or (thread.last is not None and number - thread.last[0] <= LASTS)


def _near_sides(bound: Bound, sides: Sides, scene: Scene) -> Sides:
    """The sides without a receiver that only is the subject of a later clause: "A gave rice, while B gave money"."""
    if not (sides.giver and sides.receiver) or bound.way.orientation != "out" or scene.glued:
        return sides
    spots = [place for place in scene.places if place.code == sides.receiver]
    later = all(_elsewhere(place, bound, scene) for place in spots)
    return Sides(sides.giver, None) if spots and later else sides


def _people(bound: Bound, sides: Sides, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """People who work or go somewhere are the partner's when the text has just spoken of them, and names no other home."""
    if bound.kind not in PERSONS or bound.way.polarity != "act" or not _warm(number, thread):
        return None
    if any(theme.origin == thread.partner for theme in bound.themes):
        return Sides(thread.partner, sides.receiver or sides.giver)
    known = bound.kind in thread.kinds and number - thread.kinds[bound.kind][0] <= LASTS
    if known and sides.giver and sides.receiver and bound.name in MOVING and origin(bound, scene) is None:
        return Sides(thread.partner, sides.receiver)
    return None


def visitors(bound: Bound, number: int, scene: Scene, thread: Discourse) -> None:
    """Visitors of whom nobody is named, in a text that has just told of tourists, are tourists: "28 people came"."""
    last = thread.last if thread.last is not None and thread.last[1] == "tourism" else None
    told = last or thread.kinds.get("tourism")
    if (
        bound.kind != "diplomacy"
        or bound.name not in ("visit", "travel")
        or bound.themes
        or bound.way.polarity != "act"
    ):
        return
    if told is None or number - told[0] > LASTS or any(place.form in HELD for place in scene.places):
        return
    if not any(theme.kind in ENVOYS for theme in scene.themes):
        bound.kind = "tourism"


def lately(number: int, thread: Discourse) -> frozenset[str]:
    """The kinds of the partner's people of whom the text has just told that they went to another country."""
    told = thread.kinds.items() if _warm(number, thread) else ()
    return frozenset(
        kind for kind, (at, sides) in told if kind in PERSONS and number - at <= LASTS and sides.giver == thread.partner
    )


def _unnamed(bound: Bound, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of people that move, or of a theft, where the sentence names no country at all."""
    placed = any(place.marker not in ("via", "none") and not place.weak for place in scene.places)
    if placed or scene.sentence.fragment or not _warm(number, thread) or scene.labelled("abroad"):
        return None
    if bound.way.orientation == "theft":
        return Sides(None, thread.partner)
    moved = bound.kind in PERSONS and bound.name in MOVING and bound.way.polarity == "act" and thread.last is not None
    return Sides(thread.partner, thread.stage) if moved and thread.stage else None


def _topic(sides: Sides, thread: Discourse) -> bool:
    """Whether the text has told a dealing already, or speaks of the partner more than of the side named here."""
    named = thread.counts.get(sides.giver or sides.receiver or "", 0)
    return thread.last is not None or thread.counts.get(thread.partner, 0) > max(named, ONCE)


def _ended(bound: Bound, sides: Sides, number: int, thread: Discourse) -> Sides:
    """The sides of aid, or of people's work, that another country ends: it had gone to the partner, or come from it."""
    gave = bound.kind in ("aid", "goods") and bound.way.orientation == "out" and _aided(number, thread)
    if gave and sides.giver:
        bound.kind = "aid"
    return Sides(sides.giver, thread.partner) if sides.giver and (gave or bound.kind in SENT_HOME) else sides


def _aided(number: int, thread: Discourse) -> bool:
    """Whether the text has told a short while ago of aid that the partner got."""
    told = thread.last
    return told is not None and told[1] == "aid" and number - told[0] <= LASTS and told[2].receiver == thread.partner


def _gives(bound: Bound, number: int, thread: Discourse) -> bool:
    """Whether the partner may be who sends: it sends people; goods as long as it did not receive such last."""
    before = _before(bound, number, thread)
    if bound.kind in PERSONS:
        return bound.way.polarity == "act"
    if bound.way.orientation == "out" and bound.act.entry.form == "active":
        return False  # who sends is named by other words than a country
    return before is None or before.giver == thread.partner


def _takes(bound: Bound, number: int, thread: Discourse) -> bool:
    """Whether the partner may be who receives: what is stolen or given as aid; goods as long as it did not send such last."""
    before = _before(bound, number, thread)
    if bound.kind in PERSONS:
        return False
    return bound.way.orientation == "theft" or before is None or before.receiver == thread.partner


def _before(bound: Bound, number: int, thread: Discourse) -> Sides | None:
    """The sides of the last dealing of such a kind, a short while ago."""
    for kind in (bound.kind, *NEAR.get(bound.kind, ())):
        told = thread.kinds.get(kind)
        if told is not None and number - told[0] <= LASTS:
            return told[1]
    return None


def _others(bound: Bound, sides: Sides, scene: Scene, partner: str) -> bool:
    """Whether a sentence names a third country that could be the side left out, not only the subject of another clause."""
    known = {sides.giver, sides.receiver, partner, *sides.also_giver, *sides.also_receiver}
    named = [
        place for place in scene.places if place.marker not in ("via", "none") and not (place.weak or place.source)
    ]
    return any(place.code not in known and not _elsewhere(place, bound, scene) for place in named)


def _elsewhere(place: Place, bound: Bound, scene: Scene) -> bool:
    """Whether a country is the subject of another clause."""
    if place.marker not in ("", "subject") or not scene.parted(bound.act.start, place.start):
        return False
    return any(0 <= act.start - place.end <= SUBJECT and act.start != bound.act.start for act in scene.acts)


def _concrete(bound: Bound) -> bool:
    given = bound.name in ("give", "donate", "pay") and bound.kind == "finance"
    return given or any(theme.goods is not None or theme.kind not in VAGUE for theme in bound.themes)
