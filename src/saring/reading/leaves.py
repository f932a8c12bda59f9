"""Leave that a sanctions committee gives to send aid: what is let in by name is aid to come (Korean)."""

from __future__ import annotations

import re
from collections.abc import Collection

from saring.reading.binding import Bound
from saring.reading.choosing import Sides
from saring.reading.enumerations import lists
from saring.reading.packs import Compiled, ways
from saring.reading.scene import Scene
from saring.reading.words import Entry, Tag

LEAVE = "leave"
LASTS = 5  # sentences over which what agencies may send belongs to the leave told before
REACH = 40  # letters between goods and the verb that lets them in
MOVING = frozenset(("send", "give", "receive", "import", "carry", "donate", "appear", "export"))
BODY = re.compile(r"제재위|1718 ?위원회|안보리|안전보장이사회|유엔")
GRANTS = re.compile(
    r"제재 ?(?:면제|예외)|면제(?:를|가|도|해|하기로|한|했|받|됐|된|의| 승인| 신청| 요청| 연장| 기한| 조치| 기간| 대상| 품목)|것을 (?:허용|승인|허가)|다는 (?:허가|승인)|(?:반입|반출|지원|사업|선적|운송)(?:을|를|이|가)? (?:승인|허가|허용)"
)
REFUSED = re.compile(
    r"(?:면제|승인|허가|허용)(?:을|를|이|가)? ?(?:거부|거절|기각|보류|불허|취소|철회|반려|하지 않|되지 않|받지 못|못 받|내주지 않)"
)
LETS = re.compile(
    r"[^.]{0,30}?(?:수 있(?!는지)|(?:좋다|된다)는|도록 (?:허용|승인|허가|면제)|것을 (?:허용|승인|허가)|(?:을|를|이|가|도) (?:허용|승인|허가)|(?:할|될) 수 있|길이 열렸|면제)"
)
GENERAL = re.compile(
    r"(?:승인|허용|허가|면제)할 수 있|(?:받|내줄|신청할|받을) 수 있|받아야|(?:결의|\d{4}호)(?: ?\d+호)?(?: ?\d+항)?(?:은|는|이|가|에 따라)"
)
LISTED = re.compile(
    r"(?:승인|면제|허용|허가|예외|반입)(?: 승인)? ?(?:대상 ?)?(?:목록|대상|품목|명단|물품|물자|조치)?(?:에|에는|으로|은|는|이|도|를|을) ?[^.]{0,60}?(?:올랐|오른|올라|포함|들었|들어|추가|담겼|명시|받았|받은|됐|이다|였다|등)"
    r"|(?:승인|면제|허용|허가)(?:받|됐|된|했|한|해|을 받|를 받|을 내|를 내|을 얻|를 얻)"
)


def granted(scene: Scene) -> bool:
    """Whether a sentence tells that leave was given to send aid."""
    if not scene.glued:
        return False
    start, end = scene.sentence.start, scene.sentence.end
    found = GRANTS.search(scene.folded, start, end)
    if GENERAL.search(scene.folded, start, end):
        return False  # what the law lets a committee do
    agency = any(theme.kind == "agency" for theme in scene.themes)
    return found is not None and (
        agency or BODY.search(scene.folded, start, end) is not None or "제재" in found.group()
    )


def recast(bound: Bound, number: int, scene: Scene, leave: int) -> None:
    """Make of an act that is let an aid to come: "들여갈 수 있게 됐다", "반입이 허용됐다"."""
    if not _holds(number, scene, leave) or bound.kind not in ("goods", "aid") or bound.way.polarity != "act":
        return
    lets = bound.name in MOVING and LETS.match(scene.folded, bound.act.end - 1, bound.act.end + REACH)
    if lets or (bound.name == "comprise" and LISTED.search(scene.folded, scene.sentence.start, scene.sentence.end)):
        bound.kind = "aid"
        entry = bound.act.entry
        noted = Entry(entry.label, entry.value, entry.form, "", entry.where, LEAVE, entry.flag)
        bound.act = Tag(bound.act.start, bound.act.end, noted)


def listed(scene: Scene, number: int, leave: int, taken: Collection[int], pack: Compiled) -> list[Bound]:
    """Goods that no act moves and that stand in what was let: "면제 품목에는 구급차가 포함됐다"."""
    if not _holds(number, scene, leave) or scene.sentence.fragment:
        return []
    if LISTED.search(scene.folded, scene.sentence.start, scene.sentence.end) is None:
        return []
    found = []
    for group in lists(scene, pack):
        named = [theme for theme in group if theme.kind in ("goods", "thing") and theme.goods is not None]
        if named and not any(theme.start in taken for theme in group):
            tag = Tag(named[0].start, named[-1].end, Entry("act", "donate", form="passive", note=LEAVE))
            found.append(Bound(tag, "donate", ways()["donate"], "aid", named))
    return found


def sided(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> Sides | None:
    """The sides of what is let: it goes to the partner, from the country of the agency where one is named."""
    if bound.act.entry.note != LEAVE:
        return sides
    giver = sides.giver if sides is not None and sides.giver != partner else None
    homes = [
        place.code for place in scene.places if place.code != partner and place.marker != "none" and not place.source
    ]
    return Sides(giver or (homes[0] if homes else None), partner)


def _holds(number: int, scene: Scene, leave: int) -> bool:
    """Whether a leave was told in this sentence or shortly before it, and is not refused here."""
    if not scene.glued or number - leave > LASTS:
        return False
    words = scene.sentence.start, scene.sentence.end
    return REFUSED.search(scene.folded, *words) is None and GENERAL.search(scene.folded, *words) is None
