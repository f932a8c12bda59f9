"""A dealing told before that is only said to end: "Program itu dihentikan pada 2016", "the contract was cancelled"."""

from __future__ import annotations

import re

from saring.reading.bound import Bound
from saring.reading.discourse import Discourse
from saring.reading.packs import ways
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.words import Entry, Tag

LAST = 2  # sentences after which a dealing that ends is still the one told last
KINDS = frozenset(
    (
        "goods", "arms", "aid", "military_training", "technical_assistance", "labour", "troops", "transport", "tourism",
        "joint_venture", "science",
    )
)  # fmt: skip
WHAT = r"(?:program|kerja sama|kerja ?sama|kontrak|pengiriman|pelatihan|praktik|transaksi|proyek|penjualan|pembelian|impor|ekspor|pasokan|layanan|kemitraan)"
ENDED = re.compile(
    rf"\b{WHAT}(?!nya)(?: (?!nuklir|rudal|senjata|satelit|roket)\w+)? (?:itu|tersebut|ini) (?:\w+ ){{0,3}}?(?P<passive>(?:dihentikan|disetop|distop|diakhiri|dibatalkan"
    r"|diputus(?:kan)?|terhenti|berhenti|berakhir|ditangguhkan|dibekukan|kandas|disudahi))\b"
    rf"|\b(?P<active>(?:menghentikan|mengakhiri|menyetop|membatalkan|memutus(?:kan)?|menangguhkan|menyudahi)) {WHAT}(?: (?!nuklir|rudal|senjata|satelit|roket)\w+)? (?:itu|tersebut|ini)\b"
    r"|\b(?:the|that|this|these) (?:\w+ )?(?:programme|program|contract|arrangement|deal|training|shipments|deliveries|sales|purchases|cooperation|practice|project|trade)"
    r" (?:was|were|has been|have been|had been|is|are)? ?(?P<english>(?:ended|halted|stopped|suspended|terminated|cancelled|canceled|scrapped|discontinued))\b"
    r"|\b(?:программ\w+|контракт\w*|сотрудничеств\w+|поставк\w+|обучени\w+|проект\w*|сделк\w+) (?:был[аио]? )?"
    r"(?P<russian>(?:прекращен\w*|прекратил\w+|приостановлен\w*|свернут\w*|свёрнут\w*|расторгнут\w*|отменен\w*|отменён\w*))\b"
)


def ended(scene: Scene, number: int, thread: Discourse, told: list[tuple[Bound, Sides]]) -> list[tuple[Bound, Sides]]:
    """The end of the dealing told last, where a sentence names it only as a programme, contract or the like."""
    last = thread.last
    if scene.glued or scene.sentence.fragment or last is None or number - last[0] > LAST or last[1] not in KINDS:
        return []
    found = ENDED.search(scene.folded, scene.sentence.start, scene.sentence.end)
    sides = last[2]
    if found is None or not (sides.giver and sides.receiver) or any(bound.way.polarity != "act" for bound, _ in told):
        return []
    named = {place.code for place in scene.places if not (place.weak or place.source or place.marker == "none")}
    if named - {sides.giver, sides.receiver, *sides.also_giver, *sides.also_receiver}:
        return []
    group = next(name for name, words in found.groupdict().items() if words)
    act = Tag(*found.span(group), Entry("act", "close", form="active" if group == "active" else "passive"))
    return [(Bound(act, "close", ways()["close"], last[1], []), sides)]
