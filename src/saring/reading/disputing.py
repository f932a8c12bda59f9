"""A denial that stands alone: "Beijing denies this", "Москва обвинения отвергает": the dealing told before, denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from saring.model import Dealing, Mention, Quote
from saring.reading.scene import Scene

# Whole verbs of denial beside words that mean what was told before, in either order and near each other.
TOLD = (
    r"(?:this|that|it|the (?:claim|report|charge|allegation|accusation|account)s?|such (?:claim|report)s?"
    r"|hal (?:ini|itu)|itu|ini|(?:tuduhan|tudingan|laporan|kabar|klaim)(?: (?:itu|ini|tersebut))?"
    r"|(?:вс[её] )?это|этого|эти \w+|(?:подобн\w+ |так\w+ )?(?:обвинени|сообщени|утверждени|заявлени|поставк|упр[её]к|слух)\w*)"
)
DENIES = (
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)"
    r"|membantah(?:nya)?|menampik(?:nya)?|menyangkal(?:nya)?|menepis(?:nya)?"
    r"|отрица(?:ет|ют|л|ла|ло|ли)|отверг(?:ает|ают|ал|ала|али|ла|ло|ли|)|опроверг(?:ает|ают|ал|ала|али|ла|ло|ли|))"
)
DISPUTES = re.compile(rf"(?<!\w)(?:{DENIES}(?:\W+\w+)?\W+{TOLD}|{TOLD}(?:\W+\w+)?\W+{DENIES})(?![\w-])")
LONGEST = 110  # characters of a sentence that does nothing but deny
REACH = 1  # sentences over which a denial reaches back
SPEAKERS = frozenset(("official", "embassy", "letter", "talks", "agency"))
OPEN = frozenset(("done", "alleged", "ongoing"))


def disputed(
    scene: Scene, number: int, before: tuple[int, Sequence[Dealing]], chain: tuple[Mention, ...]
) -> list[Dealing]:
    """The dealing told last, once more as denied, where a sentence only says that one of its two sides denies it."""
    at, told = before
    start, end = max(scene.sentence.start, scene.head), scene.sentence.end
    if not told or number - at > REACH or scene.sentence.fragment or scene.glued or end - start > LONGEST:
        return []
    first = told[0]
    if first.status not in OPEN or first.polarity != "act" or not DISPUTES.search(scene.folded, start, end):
        return []
    deniers = {place.code for place in scene.places if place.marker in ("", "subject", "at", "of")}
    if not deniers & {first.from_, first.to} or any(theme.kind not in SPEAKERS for theme in scene.themes):
        return []  # what is denied is told by the sentence itself
    quote = Quote(start, end, scene.text[start:end])
    return [msgspec.structs.replace(first, status="denied", said_by=chain, evidence=quote, mentions=())]
