"""What stands glued behind a noun or act in Korean: a means of carriage, a thing replaced, a task given to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saring.reading.scene import Place, Scene, Theme
    from saring.reading.words import Tag

WARES = frozenset(("goods", "thing", "gift"))
SITES = frozenset(("plant", "restaurant"))
CARRYING = re.compile(
    r"(?: ?\d[\d,]*(?:여 ?)?(?:대|척|량))?(?:에|에다|에다가)? ?(?:나눠 |옮겨 |몰래 |숨겨 )?(?:실려|실어|싣고|실은|실었|태워|섞여|섞어|담아|담겨|감춰|숨겨|올라|탑승)"
    r"|(?:을|를) (?:타고|이용해|이용하여|동원해|대절해)|(?: ?편)?(?:으로|로) (?:실어|운반|옮겨|나르)"
)
LADEN = re.compile(r"(?:을|를) (?:가득 )?(?:실은|싣고 (?:있던|있는|가던|오던)|적재한|채운)")
REPLACED = re.compile(r"(?:을|를)? 대신(?: |,|에 )")
TAKEN_OFF = re.compile(r"(?:을|를) (?:떼|뗀|지우|지운|바꿔 달|바꿔 단|가리)")
WHERE = re.compile(r"(?: 등)?(?: 현장)?(?:에서|에는) ")
ENTRUSTED = re.compile(r"(?:을|를) ?(?:맡기|맡긴|맡겼|맡겨|의뢰|위탁|발주)")
MOVES = (
    "들어", "건너", "넘어", "흘러", "유입", "도착", "당도", "온", "왔", "오는", "나온", "나왔", "나간", "나갔", "나가", "간",
    "갔", "갈", "쏟아", "상륙", "실려", "팔려", "빠져", "입고", "통관",
)  # fmt: skip
FINAL_N = 4  # the final consonant ㄴ among those of a Hangul syllable
ASSERTED = ("것", "데", "바", "뒤", "후", "채", "적", "일이", "사실", "정황", "혐의", "의혹", "가운데")
REASON = re.compile(
    r"(?:[가-힣]{0,2}) ?(?:탓|때문|여파|기간|이후|이래|전까지|조치|장기화|해제|속에|상황|등으로|가 풀|가 해제|면 |면,|면서|자 |돼 |되어 |된 뒤|한 뒤|된 이후|한 이후|하기 전)"
    r"|(?:로|으로) "
)


def passing(theme: Theme, scene: Scene) -> bool:
    """Whether a thing is only what carries, what is replaced or where something is done: "뗏목에 실려", "쌀 대신"."""
    if not scene.glued:
        return False
    if REPLACED.match(scene.folded, theme.end):
        return True
    if theme.kind in SITES:
        return WHERE.match(scene.folded, theme.end) is not None
    if theme.kind not in WARES:
        return False
    return any(shape.match(scene.folded, theme.end) for shape in (CARRYING, TAKEN_OFF))


def moving(act: Tag, scene: Scene) -> bool:
    """Whether a verb of appearing says that a thing moves, not that it is somewhere: "들어왔다" against "팔렸다"."""
    return act.entry.value == "appear" and scene.folded.startswith(MOVES, act.start)


def describing(act: Tag, scene: Scene) -> bool:
    """Whether a verb leads on to a noun that it describes: "러시아가 보낸 밀가루가"; "보낸 것으로" asserts it."""
    last = scene.folded[act.end - 1 : act.end]
    if last != "던" and not ("가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 == FINAL_N):
        return False
    return scene.folded.startswith(" ", act.end) and not scene.folded.startswith(ASSERTED, act.end + 1)


def entrusted(act: Tag, scene: Scene) -> bool:
    """Whether the act is a task that the subject gives to another: "북한에 공장 건설을 맡겼다"."""
    return ENTRUSTED.match(scene.folded, act.end) is not None


def background(act: Tag, scene: Scene) -> bool:
    """Whether a closing is only the reason or time of something else: "국경 봉쇄로", "국경이 막히면서"."""
    return REASON.match(scene.folded, act.end) is not None


def counted(act: Tag, scene: Scene) -> Tag | None:
    """The noun of trade whose items a listing verb counts: "수입 품목 가운데 … 뒤를 따랐다"."""
    if act.entry.value != "comprise":
        return None
    nouns = [other for other in scene.acts if other.end <= act.start and other.entry.value in ("export", "import")]
    return nouns[-1] if nouns and len({other.entry.value for other in nouns}) == 1 else None


def listed(place: Place, noun: Tag) -> str | None:
    """What a country is to goods that a listing verb counts among the imports or exports of one: giver or receiver."""
    owner = place.marker in ("of", "subject", "") and place.form != "toward" and place.end <= noun.start
    if noun.entry.value == "export":
        return "from" if owner else "to" if place.marker == "to" else None
    if owner:
        return "to"
    return "from" if place.form == "toward" or place.marker in ("whence", "from", "at") else None
