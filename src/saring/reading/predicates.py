"""What stands glued behind a noun or act in Korean: a means of carriage, a thing replaced, a task given to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saring.reading.bound import Bound
    from saring.reading.scene import Place, Scene, Theme
    from saring.reading.words import Tag

WARES = frozenset(("goods", "thing", "gift"))
SITES = frozenset(("plant", "restaurant"))
CARRYING = re.compile(
    r"(?: ?\d[\d,]*(?:여 ?)?(?:대|척|량))?(?:에|에다|에다가)? ?(?:나눠 |옮겨 |몰래 |숨겨 )?(?:실려|실어|싣고|실은|실었|태워|섞여|섞어|담아|담겨|감춰|숨겨|올라|탑승)"
    r"|(?:을|를) (?:타고|즐기|즐긴|즐겼|이용해|이용하여|동원해|대절해)|(?: ?편)?(?:으로|로) (?:실어|운반|옮겨|나르)"
)
RIDDEN = re.compile(
    r"(?:을|를) (?:타고|이용해)|에 (?:타고|탑승|올라|실려|실어|싣고|맞서|대응|대비)|(?:을|를) (?:막|요격|방어)|(?:으로|로) (?:실어|운반|옮겨|나르|이동)|(?:상|상인|거래상|중개상|밀매상|밀매업자| ?업체| ?회사| ?기업| ?중개인)(?:[은는이가의도을를]|들| )"
)
FOREIGN = re.compile(
    r"(?:러시아군|우크라이나군|한국군|미군|중국군|시리아군|이란군|정부군|국군|러군)(?:의)? (?:[가-힣\d]{1,6} )?$"
)
CONTRACTED = frozenset(("goods", "thing", "weapon", "worker", "soldier", "technician", "plant", "ship", "tour"))
PERSON = re.compile(r" (?:[a-z]\w{0,8}|[가-힣]{2,3}) ?(?:\(\d+\))? ?씨|\(\d+\)")
BY_VEHICLE = re.compile(
    r"(?:편)?(?:으)?로 (?:갈아|돌아|이동|이송|건너|넘어|들어|출발|떠나|떠났|귀국|입국|출국|도착|오가|왕복|여행)|(?:을|를) (?:타고|갈아타|이용해)"
)
TROOP_FIRM = re.compile(r" ?(?:제?\d+총국|산하|소속 (?:무역|회사|외화)|무역회사|외화벌이)")
PLACE_OF = re.compile(
    r"(?:지역|지대|일대|도시|마을|연선)?(?:에서|에 |의 |과 |와 |에는| 사정| 인근| 근처| 일대| 지역| 부근| 너머)"
)
BY = re.compile(r"(?:을|를) (?:통해|거쳐|이용)")
LADEN = re.compile(
    r"(?:실은|싣고 (?:있던|있는|가던|오던|온|간|갈|올|떠날|들어갈|돌아갈|오갈)|적재한|채운) (?:[가-힣]{2,4} )?$"
)
LADEN_REACH = 16
FIRM = re.compile(
    r"(?:업체|회사|기업|상사|상점|가게|매장|전시회|박람회|전람회|업계|업자|상인|시장|전문점|산업|분야|부문|협회|상회)"
)
REPLACED = re.compile(r"(?:을|를)? 대신(?: |,|에 )")
EXCLUDED = re.compile(r"['’”\"]?(?:을|를) (?:제외|뺀|빼고)")
TAKEN_OFF = re.compile(r"(?:을|를) (?:떼|뗀|지우|지운|바꿔 달|바꿔 단|가리)")
WHERE = re.compile(
    r"(?: 등)?(?: 현장)?(?:에서|에는) | ?(?:보수|건설|현대화|개건|가동|운영|공사)?에 (?:쓸|쓰일|쓰는|필요한|들어갈|사용될|사용할|투입될)"
)
PURPOSE = re.compile(r"(?: ?(?:제조|생산|개발|수리|정비|운반|제작|조립|가공|발사))?용(?: |의 )")
DUE = re.compile(r" (?:대금|값|판매금|매출금|매매금|구입비|구매비|구입 대금|판매 대금)")  # what is paid for goods
NEAR = 12  # letters between what a thing is for and the thing
ENTRUSTED = re.compile(r"(?:을|를) ?(?:맡기|맡긴|맡겼|맡겨|의뢰|위탁|발주)")
MOVES = (
    "들어", "건너", "넘어", "흘러", "유입", "도착", "당도", "온", "왔", "오는", "나온", "나왔", "나간", "나갔", "나가", "간",
    "갔", "갈", "쏟아", "국경을", "세관을", "밀려", "스며", "상륙", "실려", "팔려", "빠져", "입고", "통관",
)  # fmt: skip
NAMED_GAP = 8  # letters of a country's name between a verb and the noun it describes
VOYAGE = 60  # letters between a ship and what it loads or leaves on its way
BESIDE = 24  # letters between a theme and the verb that closes its clause
STATES = frozenset(("seize", "develop", "load", "steal", "close", "employ", "use"))  # acts whose result a noun bears
PICTURE = re.compile(
    r"(?:촬영|판독|공개|제공|분석|입수)한 (?:상업 )?(?:위성 ?사진|위성 ?영상)|(?:찍은|찍힌) (?:위성 ?사진|위성 ?영상)"
)
PRICE = re.compile(
    r" ?(?:씩 |을 |를 )?(?:받고 |받으며|내고|주고|들여)|(?:에|씩에?|선에서?|대에|꼴로|가량에|정도에) ?(?:팔|거래|판매|살 수|사|내놓|나오|나와|넘)"
)
AS_GIFT = re.compile(r"(?:로|으로) ")
TAUGHT_BY = re.compile(
    r"(?:들)?(?:로부터|에게서|한테서?|에게) ?(?:[가-힣]+ ){0,4}(?:배우|배운|배웠|배워|훈련을 받|훈련받|교육을 받|교육받|전수받|지도를 받|익히|익혔|익힌)"
)
MONIES = re.compile(r"\d*[가-힣]{0,3} ?(?:위안|유로|루블|엔|달러|원)(?:을|를)?")
COMES = re.compile(r"(?:[찾맺받열]는|된|한|하|되|인|린|친|운|난|온|간)다(?:\.|$|고 (?:밝|전|보도|공지|예고|발표|알렸))")
DAY = re.compile(r"\d{1,2}일|\d{1,2}월|다음 ?달|내달|다음 ?주|내년|오는 |이달 (?:말|하순|중순)")
FINAL_L = 8  # the final consonant ㄹ: verbs of what is to come
MAYBE = re.compile(r" ?(?:가능성|우려|수 있(?!도록 (?:승인|허가|허용|면제)|게 )|수도 있|수 있을|지 모른|지도 모른)")
MAY_COME = re.compile(  # a noun of action and a light verb: "파병이 이뤄질 수 있다는 관측"
    r"(?:을|를|이|가|도)? ?(?:더 |또 |추가로 |곧 )?(?:할|될|이뤄질|이루어질|있을|단행할|강행할|나설|진행될|벌일|재개될|시작될|성사될) ?(?:가능성|우려|수 있(?!도록|게 )|수도 있)"
)
PAST = re.compile(r"[했았었렸졌됐]을$")
CHARGED = re.compile(r"혐의|의혹|의심|정황")
AHEAD = frozenset(("planned", "offered", "wished"))
TRADE_OF = re.compile(r"(?:으로|로) (?:일|근무|활동|생활)(?:하던|했던|한 적|해 온|하다)")
DISGUISE = re.compile(
    r"(?:산|제)(?:·[가-힣]{2,4}산)*(?:으로|이라고|이라|인 것처럼|으로|라고) ?(?:[가-힣]{1,5} )?(?:둔갑|위장|속|표기|표시|적|포장|꾸|신고|바꿔|변조|세탁)"
    r"|(?:산|제)·[가-힣]{2,4}산(?:으로|이라고) (?:둔갑|위장|속)"
)
CLOSED = re.compile(r" (?:뒤|이후) |지만[ ,]|으나[ ,]|는데[ ,]|했고[ ,]|됐고[ ,]")
HELD_BY = re.compile(
    r"것으로 (?P<who>[가-힣A-Za-z·()]{1,16}(?: [가-힣A-Za-z·]{1,12}){0,2}?)(?:은|는|이|가) (?:추산|추정|보고 있|보고있|판단|파악|의심|분석|평가|관측|여기)"
)
ON_SALE = re.compile(
    r"[여려돼와혀차져] 있(?:다|으며|고|습|는)|(?:가득|즐비|수북|빼곡)(?:하다|하고|하며|합|히)|(?:팔리|판매되|유통되)고 있(?:다|으|습)"
)
GOING_ON = ("고 있", " 중이", "고있")
CLOSING = re.compile(r"[가-힣]다(?=고 |는 |며 |면서 |[.\"”]|$)")
STAYING = re.compile(
    r"(?:있|일한|머문|지낸|산|근무한|상주한|공연한|공연을 한|노래를 부른|노래한|춤을 춘|서빙한|손님을 맞는)다$"
)
MEANS = ("수단은", "수단이", "수단도", "오만은", "오만이")
USED = ("쓰이는", "쓰인", "쓰는", "사용되는", "사용된", "사용하는", "나도는", "떠도는")
ROUTES = (*USED, "오가는", "잇는", "연결하는", "왕복하는", "다니는", "향하는", "오간")
ANSWERED = re.compile(
    r" ?(?:제의|제안|요청|의사|계획)(?:을|를|에) ?(?:거부|거절|사양|일축|무시|외면|수용|수락|응하|응답|무응답|호응|답하)"
)
FINAL_N = 4  # the final consonant ㄴ among those of a Hangul syllable
ASSERTED = ("것", "데", "바", "뒤", "후", "채", "적", "일이", "사실", "정황", "혐의", "의혹", "가운데")
REASON = re.compile(
    r"(?:[가-힣]{0,2}) ?(?:탓|때문|뒤 |뒤,|후 |직후|여파|기간|이후|이래|전까지|조치|장기화|해제|속에|상황|등으로|가 풀|가 해제|면 |면,|면서|자 |돼 |되어 |된 뒤|한 뒤|된 이후|한 이후|하기 전)"
    r"|(?:로|으로) "
)


SHAPES = {
    "trainer": TAUGHT_BY,
    "worker": TRADE_OF,
    "weapon": RIDDEN,
    "soldier": TROOP_FIRM,
    "border": PLACE_OF,
    "citizen": PERSON,
}
SHAPES |= dict.fromkeys(SITES, WHERE) | dict.fromkeys(("train", "flight", "route", "ship"), BY_VEHICLE)


def passing(theme: Theme, scene: Scene) -> bool:
    """Whether a thing is only what carries, what is replaced or where something is done: "뗏목에 실려", "쌀 대신"."""
    if not scene.glued:
        return False
    if REPLACED.match(scene.folded, theme.end) or EXCLUDED.match(scene.folded, theme.end):
        return True
    if PURPOSE.match(scene.folded, theme.end):
        return any(theme.end < other.start <= theme.end + NEAR for other in scene.themes)
    if theme.kind == "money" and MONIES.match(scene.folded, theme.start):
        return PRICE.match(scene.folded, theme.end) is not None
    if theme.kind == "gift":
        return AS_GIFT.match(scene.folded, theme.end) is not None and _others(theme, scene)
    if theme.kind == "treaty" and scene.folded.startswith("계약", theme.start):
        return any(other is not theme and other.kind in CONTRACTED for other in scene.themes)
    if theme.kind == "soldier" and FOREIGN.search(
        scene.folded, max(scene.sentence.start, theme.start - 16), theme.start
    ):
        return True  # "러시아군 기계화 여단": whose army it is
    if shape := SHAPES.get(theme.kind):
        return shape.match(scene.folded, theme.end) is not None
    if theme.kind not in WARES:
        return False
    before = scene.folded[max(scene.sentence.start, theme.start - LADEN_REACH) : theme.start]
    if (
        FIRM.match(scene.folded, theme.end)
        or DUE.match(scene.folded, theme.end)
        or (vehicle(theme) and LADEN.search(before))
    ):
        return True
    codes = theme.goods.hs if theme.goods else ()
    if any(code.startswith(("84", "85", "86", "87", "89")) for code in codes) and BY.match(scene.folded, theme.end):
        return True
    return any(shape.match(scene.folded, theme.end) for shape in (CARRYING, TAKEN_OFF))


def _others(theme: Theme, scene: Scene) -> bool:
    """Whether a sentence names other wares beside a theme."""
    return any(other is not theme and other.kind in (*WARES, "weapon") for other in scene.themes)


def present_tense(start: int, scene: Scene) -> bool:
    """Whether the first closed verb behind a point says in the present that people are there: "일한다", "있다"."""
    verb = CLOSING.search(scene.folded, start, scene.sentence.end)
    return verb is not None and STAYING.search(scene.folded, start, verb.end()) is not None


def among(tag: Tag, scene: Scene) -> bool:
    """Whether a short name of China is the noun "among, during" behind another noun: "7~8월 중 북한군이"."""
    if scene.glued and scene.folded.startswith(MEANS, tag.start):
        return tag.start > scene.sentence.start + 1  # "수단은": Sudan at the head of a sentence, else "the means"
    if not scene.glued or scene.folded[tag.start : tag.end] != "중":
        return False
    before, behind = scene.folded[tag.start - 2 : tag.start], scene.folded[tag.end : tag.end + 1]
    return tag.start > scene.sentence.start + 1 and before[1:] == " " and before[:1].isalnum() and behind in " 에"


def vehicle(theme: Theme) -> bool:
    """Whether goods are of a kind that carries others: road vehicles, railway cars, ships, rafts."""
    return theme.goods is not None and any(code.startswith(("86", "87", "89")) for code in theme.goods.hs)


def moving(act: Tag, scene: Scene) -> bool:
    """Whether a verb of appearing says that a thing moves, not that it is somewhere: "들어왔다" against "팔렸다"."""
    return act.entry.value == "appear" and scene.folded.startswith(MOVES, act.start)


def going_on(act: Tag, scene: Scene) -> bool:
    """Whether the words of an act themselves say that it goes on: "공부하고 있"."""
    if not scene.glued:
        return False
    if act.entry.value == "appear" and ON_SALE.search(scene.folded, act.start, scene.sentence.end):
        return True
    refuses = scene.folded[act.end - 1] == "않" and scene.folded.startswith("고 있", act.end)  # "내주지 않고 있다"
    return refuses or scene.folded.startswith(GOING_ON, act.end - 3)


def to_come(act: Tag, scene: Scene) -> bool:
    """Whether a verb in the present tense names a day: "19일 운행이 재개된다" tells what will be."""
    if not scene.glued:
        return False
    if scene.folded.startswith("합의", act.start) and scene.folded.endswith("기로 ", 0, act.start):
        return True  # "확대하기로 합의했다": what is agreed is to come
    if not COMES.match(scene.folded, act.end - 1):
        return False
    return DAY.search(scene.folded, scene.sentence.start, act.start) is not None


def planned(doubt: Tag, bound: Bound, scene: Scene, cues: Sequence[Tag]) -> bool:
    """Whether what is only heard is a plan: "보낼 계획인 것으로 알려졌다" tells what is planned."""
    if not scene.glued or doubt.start < bound.act.end:
        return False
    if CHARGED.search(scene.folded, doubt.start - 2, doubt.end):
        return False
    plans = [cue for cue in cues if cue.entry.value in AHEAD and bound.act.end <= cue.start < doubt.start]
    return bound.act.entry.status == "planned" or bool(plans)


def maybe(act: Tag, scene: Scene) -> bool:
    """Whether an act to come is only possible: "지원할 가능성이 있다"; "지원했을 가능성" is a suspicion."""
    last = scene.folded[act.end - 1 : act.end]
    coming = (
        "가" <= last <= "힣"
        and (ord(last) - 0xAC00) % 28 == FINAL_L
        and not PAST.search(scene.folded[act.start : act.end])
    )
    return may_come(act, scene) or (scene.glued and coming and MAYBE.match(scene.folded, act.end) is not None)


def may_come(act: Tag, scene: Scene) -> bool:
    """Whether a noun of action with a verb of its own is possible: "추가 파병이 이뤄질 수 있다"."""
    return scene.glued and act.entry.form == "noun" and MAY_COME.match(scene.folded, act.end) is not None


def held(act: Tag, scene: Scene) -> bool:
    """Whether somebody named behind an act only holds it to be so: "들여온 것으로 미국은 추산하고 있다"."""
    return scene.glued and HELD_BY.match(scene.folded, act.end + 1) is not None


def closed(act: Tag, cue: Tag, scene: Scene) -> bool:
    """Whether the clause of an act ends before a cue: "화물차가 들어온 뒤 추가로 통관된 물량은 없다"."""
    return scene.glued and CLOSED.search(scene.folded, act.end, max(act.end, cue.start)) is not None


def conditional(cue: Tag | None, scene: Scene) -> bool:
    """Whether an act only stands in a condition: "무기를 제공하면 대가를 치를 것"."""
    return cue is not None and scene.glued and scene.folded.startswith(("면 ", "면,", "다면"), cue.start)


def pictured(scene: Scene) -> None:
    """Let the countries before a picture be those of who took it: "미국 업체가 촬영한 위성사진에는"."""
    for who in HELD_BY.finditer(scene.folded, scene.sentence.start, scene.sentence.end) if scene.glued else ():
        for place in scene.places:  # "들여온 것으로 미국은 추산하고 있다"
            place.source = place.source or who.start("who") <= place.start < who.end("who")
    taken = PICTURE.search(scene.folded, scene.sentence.start, scene.sentence.end) if scene.glued else None
    for place in scene.places if taken else ():
        place.source = place.source or (taken is not None and place.end <= taken.start())


def matter(cue: Tag, bound: Bound, scene: Scene) -> bool:
    """Whether a cue of planning only says what talks were about: "만나 협력을 논의했다"."""
    talks = (
        scene.glued and bound.kind == "diplomacy" and bound.name in ("meet", "visit") and cue.entry.value == "planned"
    )
    return talks and any(
        word in scene.folded[cue.start : cue.end] for word in ("논의", "협의", "합의", "방안", "구상", "로드맵")
    )


def answered(act: Tag, scene: Scene) -> bool:
    """Whether an act is an offer that the subject answers: "쌀 지원 제의를 거부했다"."""
    return act.entry.form == "noun" and ANSWERED.match(scene.folded, act.end) is not None


def disguised(place: Place, scene: Scene) -> bool:
    """Whether goods are only passed off as a country's: "러시아산으로 둔갑", "중국산이라고 속여"."""
    return DISGUISE.match(scene.folded, place.end) is not None


def adnominal(letter: str) -> bool:
    """Whether a syllable can close a verb that leads on to a noun: it ends in ㄴ."""
    return "가" <= letter <= "힣" and (ord(letter) - 0xAC00) % 28 == FINAL_N


def describing(act: Tag, scene: Scene) -> bool:
    """Whether a verb leads on to a noun that it describes: "러시아가 보낸 밀가루가"; "보낸 것으로" asserts it."""
    if not adnominal(scene.folded[act.end - 1 : act.end]):
        return False
    return scene.folded.startswith(" ", act.end) and not scene.folded.startswith(ASSERTED, act.end + 1)


def _aimed(act: Tag, scene: Scene) -> bool:
    """Whether a verb before a noun says what the noun is for: "운용법을 가르칠 교관단을 보냈다"."""
    last = scene.folded[act.end - 1 : act.end]
    return "가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 == FINAL_L and scene.folded.startswith(" ", act.end)


def bears(act: Tag, end: int, start: int, scene: Scene) -> bool:
    """Whether a verb right before a theme only says in what state it is: "동결된 자금을 풀어줬다"."""
    state = act.entry.value in STATES or scene.folded.startswith(ROUTES, act.start)
    near = (
        scene.glued and 0 <= start - act.end <= NAMED_GAP and (_aimed(act, scene) or (state and describing(act, scene)))
    )
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


def carries(vehicle: Theme, act: Tag, other: Tag, scene: Scene) -> bool:
    """Whether a vehicle that goes somewhere carries what another act loads: "화물열차가 밀가루를 싣고 도착했다"."""
    if not scene.glued or vehicle.kind not in CRAFT:
        return False
    near = vehicle.end <= other.start <= max(act.start, vehicle.end + VOYAGE)
    return near and scene.parted(vehicle.end, other.start) <= (act.end <= other.start)


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
