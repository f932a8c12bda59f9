"""Candidates of a verb-final sentence that tell no dealing: rules, what is only spoken of, what happens at home."""

from __future__ import annotations

import re
from dataclasses import replace

from saring.reading import predicates
from saring.reading.bound import Bound
from saring.reading.choosing import Sides
from saring.reading.discourse import WATCHERS
from saring.reading.packs import ways
from saring.reading.scene import Scene
from saring.reading.words import Tag

CROWD = re.compile(r"(?:\d[\d,]*\d|\d ?[만천백])[만천백여 ]*명")  # ten people and more
ENVOYS = ("official", "letter", "treaty", "talks")
HELD = ("people", "short", "bodies")
SPOKEN_OF = re.compile(
    r"(?:에 대한|에 관한|을 둘러싼|를 둘러싼)(?! (?:제재 )?(?:면제|승인|허가|반출|예외|답례|대가|보상))|(?:이|가) (?:줄|부족|모자|끊겨|감소|원활)|(?: |에 )(?:동향|문제|실태|현황|우려|논란|금지|제재|단속|차단|중단을 촉구)|(?:을|를) (?:중단하라|중단할 것을|막기 위|차단하기|규탄|우려)"
)
REFUGE = "KR"  # where those who left the partner live
OFFENCE = re.compile(r"(?: 등)?(?:의)? ?혐의")
BESIDES = re.compile(r"(?:과|와)(?:는|도)? ?(?:별개|무관|상관|관계|관련|달리|마찬가지)")  # "파병과는 별개다"
RULE = re.compile(r" ?(?:것은|것이|것 자체|행위는|행위가|행위 자체|행위로)")
RULES = re.compile(
    r"(?:거나|고|며) [^.]{0,40}?(?:하는|시키는|받는) (?:것은|것이|행위)[^.]{0,40}(?:위반|불법|금지|어긋)"
)
STOPPED = re.compile(r"(?:이|가|은|도)? ?(?:전면 |일절 |완전히 |모두 )?중단(?:된다|됩니다|될|돼야|되어야)")
HOMEWARD = re.compile(r"본국|고국|고향|귀국|(?:북한|평양|북한 땅)(?:으로|에) ")
OBLIGED = re.compile(
    r"[가-힣]{0,2}(?:게|도록) (?:돼|되어|규정|명시|의무|못 ?박)"
)  # "송환하게 돼 있다": what a rule demands
TERMS = re.compile(r"(?:다)?는 (?:내용의 |내용을 담은 )?(?:조약|협정|합의서|조항|내용이 담긴|규정)")
GRANTED = re.compile(r"무상|거저|공짜|인도적|인도주의|구호")
GRANT_GAP = 24  # letters before goods in which a word of granting belongs to them
BANNED = re.compile(
    r"(?:도|이|가|은|는|을|를)? ?(?:전면 |모두 |일절 )?(?:금지(?:된|돼|됩|되|하고|했|한다|합)|제한(?:된|돼|됩|되))|"
    r"(?:을|를)? ?(?:즉각 |당장 )?(?:중단|중지|금지)(?:하라|할 것을|해야)|(?:을|를) (?:멈추라|그만두라)| ?수 없|면 안 "
)
MEANT = re.compile(r"(?:을|를|에) (?:염두에|겨냥|노린|노리|대비)")
COUNTED = frozenset(("export", "import", "trade"))
AIM = re.compile(r"(?:려고|러|기 위해|기 위하여|고자) ")
RIDDEN = re.compile(r"(?:을|를|이|가) (?:태운|탄|타고 온|실은) (?:[가-힣]+ )?$")
MEETINGS = ("meet", "visit", "sign")
AFTERWARDS = re.compile(r" ?(?:뒤|이후|직후|당시|때|무렵)(?: |,|에)")
COMPARED = re.compile(r"(?:같은 기간|같은 달|동기|전년도?|한 해 전|1년 전|전달)(?:의|에) ?$")
CAPTURED = ("생포", "사살", "붙잡", "전사", "포로", "숨진", "사망", "부상한", "투항")
AIMED = 6  # characters behind a noun of building: "을 위해"
WORKS = re.compile(
    r"(?:건설|복구|현대화|보수|공사)(?:을|를|에)? ?(?:위[해한]|필요한|투입)"
)  # "발전소 건설을 위해 근로자를 보냈다"
UNKNOWN = re.compile(
    r"(?:고 있)?[는은]?지(?:는|도|를|에 대해서는|에 대해)? (?:[가-힣]+ )?(?:확인되지|알려지지|밝히지|불투명|알 수 없|미지수|묻|의문)"
)
HANDED = ("넘기", "넘긴", "넘겨", "인도", "송치")
HIRING = ("고용", "채용", "재고용", "신규 채용", "데려")
BREACH = re.compile(r"위반|불법|금지|어긋|저촉|제재 대상")
HOME_SALE = re.compile(r"쏟아져 나|판매|팔리|팔린|팔렸|시판|전시|진열|출시|나돌|나도|유통")
BROUGHT = re.compile(r"수입|외국|해외|외제|명품|밀수|반입|들여온|들여와")
AID_CHAPTERS = tuple(f"{number:02}" for number in (*range(2, 25), 30))


SHARE = re.compile(  # "menyumbang 60 persen ekspor": a share, and no gift
    r" (?:(?:sekitar|hampir|lebih dari|kurang lebih|sedikitnya) )?(?:[\d.,]+ ?(?:%|persen)|separuh|setengah|sepertiga|seperempat)"
)
TAKES = re.compile(
    r" ?데(?:에|만|는|에만|에는)? [^.]{0,16}?(?:걸리|걸린|소요되|소요된|드는|든다|필요)"
)  # "보내는 데 석 달이 걸린다"
DECREE = re.compile(  # a resolution as what rules: "결의 2371호에 따라", "2270호는"
    r"(?:결의(?:안)?|\d{4}호|제재 규정|제재 규칙)(?: ?\d+(?:호|항))*(?: \d+항)?"
    r"(?:에 따라|에 따르면|에 의해|에 의거|에 의하면|에는|에 근거|상으?로?는? |는|은|이|가|로 인해) ?"
)
DECREED = re.compile(
    r"수 없(?:다|으며|고|게|도록|지만|기)|금지(?:한다|하고 있|하며|하고,|했|돼 있|되어 있|된다|됐)|(?:막고 있|막는다)|허용(?:된다|되며|하고 있|한다|하지 않|되지 않)"
    r"|까지만|(?:해서는|하면) 안 |말아야|말도록|야 (?:한다|하며|하고|하지만|했|할)|제한(?:한다|하고 있|하며|된다|했)|도록 (?:했|하고 있|한다|규정|요구)"
    r"|야(?:만)? [^.]{0,30}수 있"
)


def recast(bound: Bound, scene: Scene) -> None:
    """Give an act the kind that its sentence shows: many people who visit are tourists, food that is granted is aid."""
    if bound.name == "donate" and SHARE.match(scene.folded, bound.act.end):
        bound.name, bound.way, bound.kind = "comprise", ways()["comprise"], "goods"
    if not scene.glued or bound.way.polarity != "act":
        return
    words = scene.text[scene.sentence.start : scene.sentence.end]
    if bound.kind == "diplomacy" and bound.name in ("visit", "travel", "operate") and not bound.themes:
        envoys = any(theme.kind in ENVOYS for theme in scene.themes) or any(at.form in HELD for at in scene.places)
        if not envoys and CROWD.search(words):
            bound.kind = "tourism"
    if _rides(bound, scene):
        bound.kind = "diplomacy"
    if bound.kind == "goods" and bound.name == "give" and scene.folded.startswith("지원", bound.act.start):
        codes = [code for theme in bound.themes if theme.goods for code in theme.goods.hs]
        if codes and all(code.startswith(AID_CHAPTERS) for code in codes):
            bound.kind = "aid"
    if (
        bound.kind == "goods"
        and bound.way.orientation == "out"
        and bound.themes
        and bound.name in ("send", "give", "carry", "gift")
    ):
        low = max(scene.sentence.start, bound.themes[0].start - GRANT_GAP)
        fuel = any(code.startswith("27") for theme in bound.themes if theme.goods for code in theme.goods.hs)
        if not fuel and GRANTED.search(scene.folded, low, bound.act.end):
            bound.kind = "aid"


def _rides(bound: Bound, scene: Scene) -> bool:
    """Whether a train or aircraft only brings a statesman: "김정은을 태운 열차가 베이징역에 들어섰다"."""
    theme = bound.themes[0] if bound.kind == "transport" and bound.themes else None
    if theme is None or theme.kind not in ("train", "flight") or not any(at.form in HELD for at in scene.places):
        return False
    return RIDDEN.search(scene.folded, max(scene.sentence.start, theme.start - GRANT_GAP), theme.start) is not None


def _by_noun(bound: Bound, end: int, scene: Scene) -> str | None:
    """Why a noun of action that ends there tells no dealing: a mere time, a figure to compare with, nothing counted."""
    if bound.name in MEETINGS and bound.act.entry.form == "noun" and AFTERWARDS.match(scene.folded, end):
        return "only when something else was"
    if COMPARED.search(scene.folded, max(scene.sentence.start, bound.act.start - 14), bound.act.start) and (
        bound.name in COUNTED and bound.act.entry.form == "noun"
    ):
        return "a figure to compare with"
    if bound.act.entry.form == "noun" and not bound.themes and OFFENCE.match(scene.folded, end):
        return "only what somebody is charged with"
    if bound.act.entry.form == "noun" and BESIDES.match(scene.folded, end):
        return "only named beside something else"
    if _uncounted(bound, scene):
        return "trade of which nothing is counted"
    return None


def _captive(bound: Bound, scene: Scene) -> bool:
    """Whether soldiers are only told to be taken or killed: "생포한 북한군 병사 두 명"."""
    if scene.folded.startswith(CAPTURED, bound.act.start):
        return True
    start = min([bound.act.start, *(theme.start for theme in bound.themes)])
    return bound.name == "work" and any(word in scene.folded[max(0, start - 6) : start] for word in CAPTURED[:3])


def _rejoin(bound: Bound, scene: Scene) -> bool:
    """Whether soldiers only come back to the front: "전선에서 사라졌던 북한군이 다시 복귀했다"."""
    if not scene.folded.startswith("복귀", bound.act.start):
        return False
    return HOMEWARD.search(scene.folded, scene.sentence.start, scene.sentence.end) is None


def _by_frame(bound: Bound, scene: Scene) -> str | None:
    """Why what stands right behind an act or its vehicle makes it no dealing: it carries, is banned, is not known."""
    vehicle = bound.kind == "transport" and bound.themes and bound.themes[0].kind in predicates.CRAFT
    if vehicle and predicates.CARRYING.match(scene.folded, bound.themes[0].end):
        return "a vehicle that only carries"
    if bound.kind == "technical_assistance" and any(
        theme.kind == "plant" and WORKS.search(scene.folded, theme.end, bound.act.end + AIMED) for theme in bound.themes
    ):
        return "only what workers or goods are for"
    end = max([bound.act.end, *(theme.end for theme in bound.themes)])
    if STOPPED.match(scene.folded, bound.act.end) and any(
        tag.entry.value == "instrument" for tag in scene.labelled("law")
    ):
        return "the law speaks of it"
    if TAKES.match(scene.folded, bound.act.end):
        return "only how long it takes"
    if UNKNOWN.match(scene.folded, bound.act.end):
        return "not known to be"
    if BANNED.match(scene.folded, end) or (bound.act.entry.form == "noun" and MEANT.match(scene.folded, end)):
        return "the law speaks of it, or a purpose"
    return _by_noun(bound, end, scene)


def _by_wording(bound: Bound, scene: Scene) -> str | None:
    """Why the words of an act and those behind it tell no dealing, whoever is named."""
    if bound.name == "employ" and _pupils(bound) and not scene.folded.startswith(HIRING, bound.act.start):
        return "pupils that nobody hires"
    if bound.kind == "troops" and _captive(bound, scene):
        return "soldiers taken or killed"
    if bound.kind == "troops" and _rejoin(bound, scene):
        return "soldiers back at the front"
    if bound.name == "send" and bound.kind == "labour" and scene.folded.startswith(HANDED, bound.act.start):
        return "a person handed over"
    if scene.folded.startswith("참석", bound.act.start) and AIM.search(
        scene.folded, bound.act.end - 1, bound.act.end + 8
    ):
        return "only what a journey is for"
    if reason := _by_frame(bound, scene):
        return reason
    if OBLIGED.match(scene.folded, bound.act.end) or OBLIGED.match(scene.folded, bound.act.end - 1):
        return "the law speaks of it"
    if TERMS.match(scene.folded, bound.act.end) or TERMS.match(scene.folded, bound.act.end - 1):
        return "only what a treaty says"
    if RULES.match(scene.folded, bound.act.end) or _decreed(bound, scene):
        return "the law speaks of it"
    if RULE.match(scene.folded, bound.act.end) and BREACH.search(scene.folded, bound.act.end, scene.sentence.end):
        return "the law speaks of it"
    if (
        bound.name == "close"
        and bound.themes
        and bound.themes[0].kind == "border"
        and predicates.background(bound.act, scene)
    ):
        return "a closed border is only the time or reason of something else"
    return None


def _decreed(bound: Bound, scene: Scene) -> bool:
    """Whether a resolution rules what a verb behind the act says: "결의에 따라 … 사들일 수 없다"."""
    law = DECREE.search(scene.folded, scene.sentence.start, bound.act.start)
    start = min([bound.act.start, *(theme.start for theme in bound.themes)])
    return law is not None and DECREED.search(scene.folded, max(start, law.end()), scene.sentence.end) is not None


def _uncounted(bound: Bound, scene: Scene) -> bool:
    """Whether a noun of trade stands alone, with no goods, sum, number or date: "거래가 오래갈지는 알 수 없다"."""
    if bound.name not in COUNTED or bound.act.entry.form != "noun" or scene.labelled("date"):
        return False
    bare = all(bound.act.start <= theme.start and theme.end <= bound.act.end for theme in bound.themes)
    words = scene.text[scene.sentence.start : scene.sentence.end]
    return bare and not any(char.isdigit() for char in words) and not scene.sentence.fragment


SUBJECT = re.compile(r"[가-힣 ]{0,8}?(?:이|가|은|는|도) ")


def _does(bound: Bound, scene: Scene) -> bool:
    """Whether an official is the subject of a verb of receiving, not whom it receives: "외교관이 조사를 받았다"."""
    active = bound.act.entry.form == "active"
    return (
        bool(bound.themes)
        and active
        and bound.themes[-1].kind == "official"
        and bound.act.start > bound.themes[-1].end
        and SUBJECT.match(scene.folded, bound.themes[-1].end) is not None
    )


def _kitchen(bound: Bound) -> bool:
    return bool(bound.themes) and all(theme.kind == "restaurant" for theme in bound.themes)


def _unnamed(scene: Scene, partner: str) -> bool:
    """Whether the one country of a sentence is the partner, and somebody unnamed meets its people: "북한 측 담당자와 만나"."""
    places = [place for place in scene.places if not place.source]
    return bool(places) and all(place.code == partner and place.marker in ("with", "") for place in places)


def untold(bound: Bound, sides: Sides | None, scene: Scene, partner: str) -> str | None:
    """Why a candidate of a verb-final sentence tells no dealing: a rule, what is only spoken of, what happens at home."""
    if not scene.glued or sides is None or bound.act.entry.note == "leave":
        return None
    if reason := _by_wording(bound, scene):
        return reason
    if bound.kind == "joint_venture" and REFUGE in (sides.giver, sides.receiver) and _kitchen(bound):
        return "a restaurant of those who fled"
    if bound.name == "meet" and not bound.themes and _unnamed(scene, partner):
        return "talks with somebody of the partner, by nobody named"
    if bound.name in ("receive", "send") and bound.kind == "diplomacy" and _does(bound, scene):
        return "an official who gets or sends something"
    if sides.giver is not None and sides.receiver is not None:
        return None
    end = max([bound.act.end, *(theme.end for theme in bound.themes)])
    heads = bound.act.entry.form == "noun" and bound.name in ("export", "import") and _lists(bound.act, scene)
    if SPOKEN_OF.match(scene.folded, end) or heads:
        return "only spoken of"
    if bound.kind == "labour" and bound.way.polarity == "act" and sides.giver is None and sides.receiver == partner:
        return "work at home"
    if scene.folded.startswith("배급", bound.act.start):
        return "handed out at home"
    return _at_home(bound, sides, scene)


def _lists(noun: Tag, scene: Scene) -> bool:
    """Whether a noun of trade only heads a list that another verb counts: "수입 품목 가운데 … 뒤를 따랐다"."""
    return any(predicates.counted(other, scene) is noun for other in scene.acts)


def filled(bound: Bound, sides: Sides | None, scene: Scene, other: str | None, partner: str) -> Sides | None:
    """The sides of goods that a list counts, with the country that the text is about where the list names none."""
    if bound.kind == "intellectual_property" and sides is not None and scene.glued and not sides.receiver:
        offices = sorted({place.code for place in scene.places if place.weak or place.source} - {partner})
        return replace(sides, receiver=offices[0]) if len(offices) == 1 else sides
    if sides is not None and scene.glued and (own := _own(sides, scene, partner)):
        return replace(sides, giver=sides.giver or own, receiver=sides.receiver or own)
    if sides is None or other is None or not scene.glued or predicates.counted(bound.act, scene) is None:
        return sides
    if partner not in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return sides
    return replace(sides, giver=sides.giver or other, receiver=sides.receiver or other)


def _own(sides: Sides, scene: Scene, partner: str) -> str | None:
    """The country of who denies, where it names no other side than the partner: it denies an act of its own."""
    if partner not in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return None
    if not any(cue.entry.value == "denied" for cue in scene.labelled("cue")):
        return None
    codes = {place.code for place in scene.places if place.weak}
    others = {place.code for place in scene.places} - codes - {partner}
    own = codes - {partner} - WATCHERS
    return own.pop() if len(own) == 1 and not others else None


def _pupils(bound: Bound) -> bool:
    """Whether only students or technicians are what an act takes."""
    return bool(bound.themes) and all(theme.kind in ("student", "technician") for theme in bound.themes)


def _at_home(bound: Bound, sides: Sides, scene: Scene) -> str | None:
    """Why goods with one side only move or are sold within the partner's own country."""
    if bound.kind != "goods" or bound.way.polarity != "act" or scene.labelled("abroad"):
        return None
    if bound.name in ("carry", "load") and sides.receiver is None and not scene.labelled("route"):
        return "carried at home"
    sold = bound.name in ("appear", "operate", "export") and sides.giver is None
    launched = scene.sentence.fragment and not (sides.giver and sides.receiver)
    if launched and HOME_SALE.search(scene.folded, bound.act.start - 4, bound.act.end + 2):
        return "sold at home"
    shop = sold and HOME_SALE.search(scene.folded, bound.act.start - 4, bound.act.end + 2)
    if shop and not BROUGHT.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return "sold at home"
    return None
