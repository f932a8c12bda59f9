"""Who published a paper that a sentence draws on by its title: "코트라가 28일 내놓은 '2024년 북한 대외무역 동향'에 따르면"."""

from __future__ import annotations

import re

from saring.model import Mention, Span
from saring.reading.phrases import mention
from saring.reading.scene import Scene

PUBLISHED = re.compile(
    r"(?P<who>[^\s,.;:\"'“‘][^,.;:\"'“‘’”]{1,40}?)(?:이|가) (?:(?:(?:지난|오는) )?(?:\d+월 )?\d+일(?:\([^()]{1,8}\))? |최근 |이날 |같은 날 |올해 |지난달 |지난주 )?"
    r"(?:새로 |함께 )?(?:내놓은|발표한|공개한|펴낸|낸|발간한|작성한|배포한|집계한|제출한|발행한|게시한|올린|내건|출간한|분석한|정리한) "
    r"(?:[가-힣 ]{1,12} )?(?P<title>['‘“\"「『《<〈][^'’”\"」』》>〉]{2,60}['’”\"」』》>〉])(?: ?[가-힣]{2,6})?(?:에 따르|에 의하|을 보면|를 보면|에서|에는|에 나타|에 나와)"
)


def publisher(scene: Scene) -> tuple[Mention | None, Span | None]:
    """The body that published a paper named by its title, and the stretch of its words; nothing where there is none."""
    if not scene.glued:
        return None, None
    found = PUBLISHED.search(scene.text, scene.sentence.start, scene.sentence.end)
    if found is None:
        return None, None
    return mention(scene.text, *found.span("who")), found.span()
