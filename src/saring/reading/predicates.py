"""What stands glued behind a noun or act in Korean: a means of carriage, a thing replaced, a task given to another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saring.reading.bound import Bound
    from saring.reading.roles import Sides
    from saring.reading.scene import Place, Scene, Theme
    from saring.reading.words import Tag

WARES = frozenset(("goods", "thing", "gift"))
SITES = frozenset(("plant", "restaurant"))
CARRYING = re.compile(
    r"(?: ?\d[\d,]*(?:여 ?)?(?:대|척|량))?(?:에|에다|에다가)? ?(?:나눠 |옮겨 |몰래 |숨겨 )?(?:실려|실어|싣고|실은|실었|태워|섞여|섞어|담아|담겨|감춰|숨겨|올라|탑승)"
    r"|(?:을|를) (?:타고|이용해|이용하여|동원해|대절해)|(?: ?편)?(?:으로|로) (?:실어|운반|옮겨|나르)"
)
LADEN = re.compile(r"(?:실은|싣고 (?:있던|있는|가던|오던|온|간)|적재한|채운) (?:[가-힣]{2,4} )?$")
LADEN_REACH = 16
FIRM = re.compile(r"(?:업체|회사|기업|상사|상점|가게|매장|업계|업자|상인|시장|전문점|산업|분야|부문|협회|상회)")
REPLACED = re.compile(r"(?:을|를)? 대신(?: |,|에 )")
TAKEN_OFF = re.compile(r"(?:을|를) (?:떼|뗀|지우|지운|바꿔 달|바꿔 단|가리)")
WHERE = re.compile(
    r"(?: 등)?(?: 현장)?(?:에서|에는) | ?(?:보수|건설|현대화|개건|가동|운영|공사)?에 (?:쓸|쓰일|쓰는|필요한|들어갈|사용될|사용할|투입될)"
)
PURPOSE = re.compile(r"용(?: |의 )")
NEAR = 12  # letters between what a thing is for and the thing
ENTRUSTED = re.compile(r"(?:을|를) ?(?:맡기|맡긴|맡겼|맡겨|의뢰|위탁|발주)")
MOVES = (
    "들어", "건너", "넘어", "흘러", "유입", "도착", "당도", "온", "왔", "오는", "나온", "나왔", "나간", "나갔", "나가", "간",
    "갔", "갈", "쏟아", "상륙", "실려", "팔려", "빠져", "입고", "통관",
)  # fmt: skip
NAMED_GAP = 8  # letters of a country's name between a verb and the noun it describes
VOYAGE = 60  # letters between a ship and what it loads or leaves on its way
BESIDE = 24  # letters between a theme and the verb that closes its clause
STATES = frozenset(("seize", "develop", "load", "steal", "close", "employ", "use"))  # acts whose result a noun bears
FINAL_N = 4  # the final consonant ㄴ among those of a Hangul syllable
ASSERTED = ("것", "데", "바", "뒤", "후", "채", "적", "일이", "사실", "정황", "혐의", "의혹", "가운데")
REASON = re.compile(
    r"(?:[가-힣]{0,2}) ?(?:탓|때문|뒤 |뒤,|후 |직후|여파|기간|이후|이래|전까지|조치|장기화|해제|속에|상황|등으로|가 풀|가 해제|면 |면,|면서|자 |돼 |되어 |된 뒤|한 뒤|된 이후|한 이후|하기 전)"
    r"|(?:로|으로) "
)


def passing(theme: Theme, scene: Scene) -> bool:
    """Whether a thing is only what carries, what is replaced or where something is done: "뗏목에 실려", "쌀 대신"."""
    if not scene.glued:
        return False
    if REPLACED.match(scene.folded, theme.end):
        return True
    if PURPOSE.match(scene.folded, theme.end):
        return any(theme.end < other.start <= theme.end + NEAR for other in scene.themes)
    if theme.kind in SITES:
        return WHERE.match(scene.folded, theme.end) is not None
    if theme.kind not in WARES:
        return False
    before = scene.folded[max(scene.sentence.start, theme.start - LADEN_REACH) : theme.start]
    if FIRM.match(scene.folded, theme.end) or (vehicle(theme) and LADEN.search(before)):
        return True
    return any(shape.match(scene.folded, theme.end) for shape in (CARRYING, TAKEN_OFF))


def vehicle(theme: Theme) -> bool:
    """Whether goods are of a kind that carries others: road vehicles, railway cars, ships, rafts."""
    return theme.goods is not None and any(code.startswith(("86", "87", "89")) for code in theme.goods.hs)


def moving(act: Tag, scene: Scene) -> bool:
    """Whether a verb of appearing says that a thing moves, not that it is somewhere: "들어왔다" against "팔렸다"."""
    return act.entry.value == "appear" and scene.folded.startswith(MOVES, act.start)


def describing(act: Tag, scene: Scene) -> bool:
    """Whether a verb leads on to a noun that it describes: "러시아가 보낸 밀가루가"; "보낸 것으로" asserts it."""
    last = scene.folded[act.end - 1 : act.end]
    if last != "던" and not ("가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 == FINAL_N):
        return False
    return scene.folded.startswith(" ", act.end) and not scene.folded.startswith(ASSERTED, act.end + 1)


def bears(act: Tag, end: int, start: int, scene: Scene) -> bool:
    """Whether a verb right before a theme only says in what state it is: "동결된 자금을 풀어줬다"."""
    near = scene.glued and 0 <= start - act.end <= NAMED_GAP and act.entry.value in STATES and describing(act, scene)
    return near and any(end <= other.start <= end + BESIDE and other.entry.form != "noun" for other in scene.acts)


def entrusted(act: Tag, scene: Scene) -> bool:
    """Whether the act is a task that the subject gives to another: "북한에 공장 건설을 맡겼다"."""
    return ENTRUSTED.match(scene.folded, act.end) is not None


def trained(act: Tag, scene: Scene) -> bool:
    """Whether the subject is taught: "북한군이 러시아 훈련장에서 드론 운용 훈련을 받았다"."""
    return act.entry.value == "train" and TRAINED.match(scene.folded, act.end) is not None


def background(act: Tag, scene: Scene) -> bool:
    """Whether a closing is only the reason or time of something else: "국경 봉쇄로", "국경이 막히면서"."""
    return REASON.match(scene.folded, act.end) is not None


CRAFT = frozenset(("ship", "train", "flight"))
TRAINED = re.compile(r"(?:을|를)? ?(?:받|이수|수료|마치고|마친|마쳤)")
CROWD = re.compile(r"(?:\d[\d,]*\d|\d ?[만천백])[만천백여 ]*명")  # ten people and more
ENVOYS = ("official", "letter", "treaty", "talks")
HELD = ("people", "short", "bodies")
SPOKEN_OF = re.compile(
    r"(?:에 대한|에 관한|을 둘러싼|를 둘러싼)|(?: |에 )(?:동향|문제|실태|현황|우려|논란|금지|제재|단속|차단|중단을 촉구)|(?:을|를) (?:중단하라|중단할 것을|막기 위|차단하기|규탄|우려)"
)
RULE = re.compile(r" ?(?:것은|것이|것 자체|행위는|행위가|행위 자체|행위로)")
BREACH = re.compile(r"위반|불법|금지|어긋|저촉|제재 대상")
HOME_SALE = re.compile(r"쏟아져 나|판매|팔리|팔린|팔렸|시판|전시|진열|출시|나돌|나도|유통")
BROUGHT = re.compile(r"수입|외국|해외|외제|명품|밀수|반입|들여온|들여와")
AID_CHAPTERS = tuple(f"{number:02}" for number in (*range(2, 25), 30))


def recast(bound: Bound, scene: Scene) -> None:
    """Give an act the kind that its sentence shows: many people who visit are tourists, food that is granted is aid."""
    if not scene.glued or bound.way.polarity != "act":
        return
    words = scene.text[scene.sentence.start : scene.sentence.end]
    if bound.kind == "diplomacy" and bound.name in ("visit", "travel", "operate") and not bound.themes:
        envoys = any(theme.kind in ENVOYS for theme in scene.themes) or any(at.form in HELD for at in scene.places)
        if not envoys and CROWD.search(words):
            bound.kind = "tourism"
    if bound.kind == "goods" and bound.name == "give" and scene.folded.startswith("지원", bound.act.start):
        codes = [code for theme in bound.themes if theme.goods for code in theme.goods.hs]
        if codes and all(code.startswith(AID_CHAPTERS) for code in codes):
            bound.kind = "aid"


def carries(vehicle: Theme, act: Tag, other: Tag, scene: Scene) -> bool:
    """Whether a vehicle that goes somewhere carries what another act loads: "화물열차가 밀가루를 싣고 도착했다"."""
    if not scene.glued or vehicle.kind not in CRAFT:
        return False
    near = vehicle.end <= other.start <= max(act.start, vehicle.end + VOYAGE)
    return near and scene.parted(vehicle.end, other.start) <= (act.end <= other.start)


def untold(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> str | None:
    """Why a candidate of a verb-final sentence tells no dealing: a rule, what is only spoken of, what happens at home."""
    if not scene.glued or sides is None:
        return None
    if RULE.match(scene.folded, bound.act.end) and BREACH.search(scene.folded, bound.act.end, scene.sentence.end):
        return "the law speaks of it"
    if bound.name == "close" and bound.themes and bound.themes[0].kind == "border" and background(bound.act, scene):
        return "a closed border is only the time or reason of something else"
    if sides.giver is not None and sides.receiver is not None:
        return None
    end = max([bound.act.end, *(theme.end for theme in bound.themes)])
    heads = bound.act.entry.form == "noun" and bound.name in ("export", "import") and _lists(bound.act, scene)
    if SPOKEN_OF.match(scene.folded, end) or heads:
        return "only spoken of"
    if bound.kind == "labour" and bound.way.polarity == "act" and sides.giver is None and sides.receiver == partner:
        return "work at home"
    return _at_home(bound, sides, scene)


def _lists(noun: Tag, scene: Scene) -> bool:
    """Whether a noun of trade only heads a list that another verb counts: "수입 품목 가운데 … 뒤를 따랐다"."""
    return any(counted(other, scene) is noun for other in scene.acts)


def filled(bound: Bound, sides: Sides | None, scene: Scene, other: str | None, partner: str) -> Sides | None:
    """The sides of goods that a list counts, with the country that the text is about where the list names none."""
    if sides is None or other is None or not scene.glued or counted(bound.act, scene) is None:
        return sides
    if partner not in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return sides
    return replace(sides, giver=sides.giver or other, receiver=sides.receiver or other)


def _at_home(bound: Bound, sides: Sides, scene: Scene) -> str | None:
    """Why goods with one side only move or are sold within the partner's own country."""
    if bound.kind != "goods" or bound.way.polarity != "act" or scene.labelled("abroad"):
        return None
    if bound.name in ("carry", "load") and sides.receiver is None and not scene.labelled("route"):
        return "carried at home"
    sold = bound.name in ("appear", "operate", "export") and sides.giver is None
    shop = sold and HOME_SALE.search(scene.folded, bound.act.start, bound.act.end + 2)
    if shop and not BROUGHT.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return "sold at home"
    return None


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
