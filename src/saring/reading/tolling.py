"""What goes the other way than the words say: wares made up from what was sent, accounts that are kept for the partner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.bound import Bound
from saring.reading.discourse import Discourse, headings
from saring.reading.packs import ways
from saring.reading.roles import Sides
from saring.reading.scene import Scene

COMES_BACK = re.compile(
    r"(?:верн(?:ут|ёт|ет|ул|ула|уло|ули)|возвраща(?:ют|ет|л|ла|ло|ли)|поверн(?:уть|еть|ув|ули)|поверта(?:ють|є))с[яь]"
)
REACH = 2  # sentences between the material and the wares made up from it
ACCOUNT = re.compile(r"(?<!\w)(?:сч[её]т\w{0,3}|рахун\w+|accounts?|rekening)(?!\w)")
KEPT = re.compile(
    r"(?:держ|откр|вед[ёе]|вел|обслуж|зав[её]|храни|відкри|трима|open|held|hold|maintain|ke(?:pt|ep)|membuka|dibuka|menyimpan)"
)


def made_up(
    bound: Bound, sides: Sides | None, number: int, scene: Scene, thread: Discourse, told: Sequence[tuple[Bound, Sides]]
) -> Sides | None:
    """The sides of finished wares that come back for the material sent: "отдали ткань, летом вернутся костюмы"."""
    if scene.glued or bound.name != "return" or bound.kind != "goods" or not headings(bound):
        return sides
    if not COMES_BACK.match(scene.folded, bound.act.start):
        return sides
    sent = [(each, way) for each, way in told if each.kind == "goods" and way.giver and way.receiver]
    last = thread.last
    if sent:
        before, same = sent[-1][1], set(headings(sent[-1][0])) & set(headings(bound))
    elif last is not None and number - last[0] <= REACH and last[1] == "goods":
        before, same = last[2], set(headings(bound)) & set(thread.goods)
    else:
        return sides
    if same or thread.partner not in (before.giver, before.receiver) or not (before.giver and before.receiver):
        return sides
    bound.way, bound.name = ways()["appear"], "appear"
    return Sides(before.receiver, before.giver)


def patented(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides of a trade mark of the partner's that an office of another country registers: it is the partner's act."""
    if sides is None or scene.glued or bound.kind != "intellectual_property" or sides.receiver != partner:
        return sides
    ours = [place for place in scene.places if place.code == partner]
    theirs = bool(ours) and all(
        place.form == "adjectives" or place.marker in ("", "of", "from", "by") for place in ours
    )
    return Sides(partner, sides.giver) if theirs else sides


def banked(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides of an account that a bank keeps for the partner: the partner's money lies with the bank."""
    if sides is None or bound.kind != "finance" or bound.name != "pay" or sides.receiver != partner:
        return sides
    words = scene.folded[bound.act.start : max([bound.act.end, *(theme.end for theme in bound.themes)])]
    kept = ACCOUNT.search(words) and KEPT.match(scene.folded, bound.act.start)
    owned = all(place.marker == "of" for place in scene.places if place.code == sides.giver)
    return Sides(partner, sides.giver) if kept and sides.giver and not owned else sides
