"""Sides that follow from what an act is: pay goes where workers come from, aid and people go home to the partner."""

from __future__ import annotations

import re

from saring.reading import binding, discourse
from saring.reading.roles import Sides
from saring.reading.scene import Scene, Theme
from saring.reading.turning import HOME, PERSONS

CHARITY = ("aid", "goods")
THROUGH = 6  # characters between a case word and the agency that it governs
FRONTS = {"UA": "RU"}  # who sends arms or men to a country at war with his ally sends them to the ally
PAYDAY = 2  # sentences over which money is what the people spoken of earn
STRANGE = re.compile(
    r"\b(?:an?|another|some|sebuah|suatu|satu|seorang|tak dikenal|unnamed|unidentified|unknown|некое|некий|некая|неизвестн\w+"
    r"|неназванн\w+|неопознанн\w+)\b|정체불명|신원 미상|국적 불명|미확인"
)


def to_partner(bound: binding.Bound, sides: Sides, scene: Scene, thread: discourse.Discourse) -> bool:
    """Whether what another country gives or sends home can only go to the partner: aid, and people of the partner."""
    if sides.receiver is not None or sides.giver in (None, thread.partner):
        return False
    silent = [place for place in scene.places if not (place.weak or place.source)]
    named = {place.code for place in silent if place.marker not in ("via", "none")}
    free = bound.kind == "aid" or (bound.name == "gift" and not scene.glued)
    aid = free and bound.way.polarity == "act" and named <= {sides.giver, thread.partner}
    return aid or (bound.name in HOME and bound.kind in PERSONS)


def at_the_front(bound: binding.Bound, sides: Sides | None, partner: str) -> Sides | None:
    """The sides of arms and men of the partner that are told of where they are used: they went to its ally there."""
    sent = bound.kind in ("arms", "troops", "labour") and bound.way.polarity == "act" and sides is not None
    if not sent or sides is None or sides.giver != partner or sides.receiver not in FRONTS:
        return sides
    ally = FRONTS[sides.receiver]
    return Sides(partner, ally, sides.also_giver, tuple(code for code in sides.also_receiver if code != ally))


def _acts_itself(theme: Theme, bound: binding.Bound, scene: Scene) -> bool:
    """Whether an agency acts in its own name: nobody gives through it."""
    if theme.kind != "agency" or theme.start > bound.act.start:
        return False
    through = [tag for tag in scene.labelled("marker") if tag.entry.value in ("via", "to", "with")]
    return not any(0 <= theme.start - tag.end <= THROUGH for tag in through)


def wages(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """Money told of right after people who work abroad goes the other way than they: it is what they earn."""
    work = thread.kinds.get("labour")
    if bound.kind != "finance" or bound.way.orientation == "theft" or bound.way.polarity != "act":
        return None
    if work is None or number - work[0] > PAYDAY or work[1].giver != thread.partner:
        return None
    named = {place.code for place in scene.places if not (place.weak or place.source)} - {thread.partner}
    if (sides is not None and sides.giver and sides.receiver) or (named - {work[1].receiver} and sides is None):
        return None
    if sides is not None and sides.receiver == work[1].receiver:
        return None
    return Sides(work[1].receiver, thread.partner)


def taught(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """Who is told to have learnt, where the text has just told of soldiers that came: they learn in that country."""
    sent = thread.kinds.get("troops")
    if bound.name != "learn" or bound.kind != "military_training" or sent is None or number - sent[0] > PAYDAY:
        return None
    pair = {sent[1].giver, sent[1].receiver}
    named = {place.code for place in scene.places if not (place.weak or place.source)}
    if sent[1].giver != thread.partner or named - pair or (sides is not None and sides.giver and sides.receiver):
        return None
    return Sides(sent[1].receiver, thread.partner)


def stranger(bound: binding.Bound, told: Sides, scene: Scene) -> bool:
    """Whether a ship of no named country gives, or an agency: "an unnamed tanker supplied fuel to …", "UNICEF sent …"."""
    if told.giver is not None:
        return False
    if bound.kind in CHARITY and any(_acts_itself(theme, bound, scene) for theme in scene.themes):
        return True
    if bound.act.entry.form != "active":
        return False
    subjects = [theme for theme in scene.themes if theme.kind == "ship" and theme.end <= bound.act.start]
    if not subjects or any(theme.start >= subjects[-1].end for theme in subjects):
        return False
    ship = subjects[-1]
    around = scene.folded[max(scene.sentence.start, ship.start - 24) : ship.end + 24]
    return STRANGE.search(around) is not None


def sends_people(bound: binding.Bound, number: int, scene: Scene, thread: discourse.Discourse) -> bool:
    """Whether workers or soldiers that come to the country of the text are the partner's, of whom it has just spoken."""
    other = {place.code for place in scene.places if place.marker != "none"} - {thread.partner, thread.stage}
    weak = {place.code for place in scene.places if place.weak or place.source}
    return bound.kind in PERSONS and bound.way.polarity == "act" and thread.warm(number) and other <= weak
