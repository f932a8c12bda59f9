"""Words for north and south that mean the two Koreas, in a text of both: "남쪽이 북쪽에 보낸 감귤"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.words import Tag

BOTH = re.compile(r"남북|통일부|개성공단|판문점|금강산|이산가족|남·북|북남")
APART = 1  # letters between a place and a word that only says on which side of it something lies
BESIDE = re.compile(r"[가-힣]{1,8}(?:의|에서|으로부터)? $|[①-⑳\d](?:㎞|km|킬로미터)? $")
WHERE = re.compile(
    r"(?: ?(?:\d|해안|해역|끝|지역|지방|방향|해상|하늘|바다|항로|도시|경계|국경|산|마을|기지|창|문|벽)|으로 \d)"
)
SPEAKS = re.compile(r"[가-힣]+(?:은|는|이|가|도|에|에서|을|를|과|와|고|며|서|해|뒤|로) $")


def compass(tags: Sequence[Tag], text: str) -> list[Tag]:
    """The tags without "the north" and "the south" where they only say on which side of a place something lies."""
    if not any(tag.entry.flag and tag.entry.label == "place" for tag in tags):
        return list(tags)
    both = BOTH.search(text) is not None
    return [tag for tag in tags if not (tag.entry.flag and tag.entry.label == "place") or (both and _meant(tag, text))]


def _meant(tag: Tag, text: str) -> bool:
    """Whether the word stands for a country here: behind a particle or a mark, and no kind of ground behind it."""
    before = text[max(0, tag.start - 12) : tag.start]
    if WHERE.match(text, tag.end):
        return False
    return BESIDE.search(before) is None or SPEAKS.search(before) is not None
