"""Who is not named and yet meant, in a text about the partner: whose people are sent home, to whom aid goes."""

from __future__ import annotations

import re

from saring.reading.bound import Bound
from saring.reading.discourse import Discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.sifting import origin

SENT = frozenset(("return", "expel", "refuse", "welcome"))
GIVING = ("send", "give", "donate")  # "Banjir melanda Korut. Moskow mengirim gula."
SPOKEN = 6  # sentences since the partner was named within which aid without a receiver is meant for it
HOMEWARDS = re.compile(r"\b(?:домой|на родину|додому|на батьківщину|back home|sent home|remitted home|wired home)\b")
PEOPLE = frozenset(("labour", "troops", "military_training"))


def sent_home(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of an act that sends people home, where the sentence does not say whose they are."""
    partner = thread.partner
    if bound.name not in SENT or bound.kind not in PEOPLE or scene.sentence.fragment or not thread.warm(number):
        return sides
    if sides is not None and partner in (sides.giver, sides.receiver):
        passive = bound.act.entry.form == "passive" and not scene.glued and sides.giver == partner
        return Sides(sides.receiver, partner) if passive and sides.receiver else sides
    if origin(bound, scene) not in (None, partner):
        return sides
    named = list(dict.fromkeys(place.code for place in scene.places if not place.source))
    if len(named) > 1:
        return sides
    sender = (sides.giver or sides.receiver) if sides else None
    return Sides(sender or (named[0] if named else thread.stage), partner)


def remitted(bound: Bound, sides: Sides | None, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of money that the partner's people send home: it comes from where they work and goes to the partner."""
    if bound.kind != "finance" or bound.way.polarity != "act" or bound.way.orientation == "theft" or sides is None:
        return sides
    if sides.giver != thread.partner:
        return sides
    if not HOMEWARDS.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return sides
    work = thread.kinds.get("labour")
    if sides.receiver:
        return Sides(sides.receiver, thread.partner)
    return Sides(work[1].receiver if work and work[1].giver == thread.partner else None, thread.partner)


def goes_there(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of a visit or a tour that names only who comes: it goes to the partner, of whom the text speaks."""
    partner = thread.partner
    spoken = thread.warm(number) or any(place.code == partner for place in scene.places)
    if scene.glued or scene.sentence.fragment or sides is None or not spoken:
        return sides
    if partner in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return sides
    if not (bound.kind == "tourism" or (bound.kind in ("diplomacy", "other") and bound.name == "visit")):
        return sides
    comer = sides.giver or sides.receiver
    named = {place.code for place in scene.places if not (place.source or place.marker == "none")} - {partner}
    return Sides(comer, partner) if named == {comer} else sides


RELIEF = ("send", "give", "carry", "load")
BEHIND_AID = 2  # sentences


def given_aid(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> Sides | None:
    """The sides of aid whose receiver the sentence leaves out: it goes to the partner, of whom the text speaks."""
    partner = thread.partner
    if bound.way.polarity != "act" or sides is None or scene.sentence.fragment:
        return sides
    sent = bound.kind == "goods" and bound.name in GIVING and bound.act.entry.form == "active" and not scene.glued
    if bound.kind != "aid" and not sent:
        return sides
    if sides.receiver or sides.giver in (None, partner) or number - thread.named_at > (1 if sent else SPOKEN):
        return sides
    if thread.last is not None and partner not in (thread.last[2].giver, thread.last[2].receiver):
        return sides
    others = {place.code for place in scene.places if not place.source} - {sides.giver, *sides.also_giver}
    return sides if others else Sides(sides.giver, partner)


def still_aid(bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse) -> None:
    """Goods sent the same way right behind aid are part of it: "870 tonnes of aid arrived. 170 tonnes of food went by rail"."""
    told = thread.kinds.get("aid")
    if told is None or sides is None or bound.kind != "goods" or bound.name not in RELIEF or scene.glued:
        return
    tells = bound.act.entry.form in ("active", "passive") and bound.way.polarity == "act"
    ours = sides.receiver == told[1].receiver == thread.partner and sides.giver in (None, told[1].giver)
    if tells and ours and number - told[0] <= BEHIND_AID:
        bound.kind = "aid"
