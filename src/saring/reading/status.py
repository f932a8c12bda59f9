"""How sure a text is of an act: the nearest cue of aspect, under cues of doubt, condition and denial."""

from __future__ import annotations

import re

from saring.reading import governed, predicates
from saring.reading.binding import Bound
from saring.reading.nearest import SLAVIC_INFINITIVE
from saring.reading.packs import PRESENT, ways
from saring.reading.scene import Scene
from saring.reading.words import Tag

NOTED = {"leave": "planned", "ended": "done"}  # acts that a committee lets, acts of a contract that ends
WENT_ON = re.compile(r"[가-힣 ]{1,14}?[고아어여] 있었")  # "가르치고 있었다", "남아 있었다": it was so then
TOLD_NOW = frozenset(("diplomacy", "finance"))  # news of these is told in the present, too
OVER = ("denied", "alleged", "hypothetical")
REACH = {"denied": 140, "alleged": 160, "hypothetical": 90, "not": 14}
DEFAULT_REACH = 60
BREAK_COST = 12
FORWARD = frozenset(("planned", "wished", "offered"))
BEFORE_DENIAL, AFTER_DENIAL = 40, 14  # characters
AT_FIRST = re.compile(
    r"(?<!\w)(?:at first|initially|originally|for months|long|previously|earlier|semula|awalnya|mulanya|sebelumnya|сначала|поначалу|"
    r"первоначально|изначально|ранее|долгое время)(?!\w)|처음에는|당초|애초|그동안",
    re.IGNORECASE,
)
EARLIER = frozenset(("earlier", "previously", "sebelumnya", "ранее"))  # "earlier denied buying": what is told is denied
ANSWER = re.compile(
    r",\s(?:hal |tuduhan |klaim |a (?:claim|charge) |something )?(?:yang|which|that|что)\s(?:[A-ZА-Я]\S+\s)?(?:\w+\s)?\w?$"
)
LONGEST_TALKS = 50
TALKS = re.compile(
    r"(?:переговор\w*|negotiat\w+|(?<!\w)talks|perundingan|negosiasi)\s(?:о|об|по|on|over|about|soal|tentang|mengenai)\s(?:\w+\s){0,2}$"
)
PERFECT = ("has been", "have been")
RULED = 40  # characters between a denied verb and its object
FRONTED = 90  # characters between an infinitive and the verb behind it that governs it
BEFORE_NOUN = 36
OVER_NOUN = re.compile(  # "after the visit of the envoy": what it is told of had taken place
    r"(?<!\w)(?:после|вслед за|по итогам|по завершении|по окончании|после того как|after|following|since|in the wake of"
    r"|setelah|usai|seusai|pasca|sepulang dari|menyusul|після) (?:the |a |his |her |their |[\w-]+(?:ого|его|ей|ой|их|ых) )?$"
)
LEADS = 24  # characters between a verb and the noun of action that it leads to
PREDICATE = 30  # "the dispatch of 7,000 more is planned": the cue follows its noun


def status(bound: Bound, scene: Scene) -> tuple[str, Tag | None]:
    """The status of an act in its sentence, and the cue that gave it (none for the default)."""
    word, cue = _status(bound, scene)
    if word == "ongoing" and scene.glued and WENT_ON.match(scene.folded, bound.act.start, scene.sentence.end):
        return "done", cue
    return word, cue


def _status(bound: Bound, scene: Scene) -> tuple[str, Tag | None]:
    """The status by cues and by the form of the act."""
    start = min([bound.act.start, *(theme.start for theme in bound.themes[:1])])
    end = max([bound.act.end, *(theme.end for theme in bound.themes[:1])])
    reached = [(gap, cue) for cue in scene.labelled("cue") if (gap := _gap(cue, bound, start, end, scene)) is not None]
    reached.sort(key=lambda pair: (pair[0], pair[1].start))
    refusal = bound.way.polarity == "enforcement"
    reached = [pair for pair in reached if not _set_aside(pair[1], bound, scene, refusal)]
    reached = [pair for pair in reached if not _beside(pair[1], end, scene)]
    reached = [pair for pair in reached if not predicates.matter(pair[1], bound, scene)]
    reached = [pair for pair in reached if not _perfect(pair[1], bound, scene)]
    if bound.act.entry.note in NOTED:
        return NOTED[bound.act.entry.note], None
    if predicates.maybe(bound.act, scene):
        return "hypothetical", None
    if predicates.held(bound.act, scene):
        return "alleged", None
    words = {pair[1].entry.value for pair in reached}
    sure = [cue for _, cue in reached if cue.entry.value == "done" and cue.entry.where == "sentence"]
    for value in OVER:
        if sure and (value == "alleged" or (value == "denied" and _admitted(sure[0], bound, reached, scene))):
            continue
        if value in words or (value == "denied" and "not" in words and not refusal):
            cue = next(
                pair[1] for pair in reached if pair[1].entry.value in (value, "not" if value == "denied" else value)
            )
            if value == "hypothetical" and scene.glued and "offered" in words:
                continue  # "원한다면 다시 보낼 뜻이 있다": an offer, whatever its condition
            if value == "hypothetical" and (_asserted(cue, reached) or _wanted(cue, reached)):
                continue
            if value == "alleged" and predicates.planned(cue, bound, scene, [pair[1] for pair in reached]):
                continue
            return ("alleged" if value == "denied" and _answered(cue, scene) else value), cue
    if bound.act.entry.form == "noun" and (told := _of_noun(bound, scene)):
        return told, None
    aspects = [cue for _, cue in reached if cue.entry.value not in (*OVER, "not")]
    aspects = [cue for cue in aspects if not _how_often(cue, bound, scene)]
    if aspects:
        return aspects[0].entry.value, aspects[0]
    return _by_form(bound, scene), None


def _how_often(cue: Tag, bound: Bound, scene: Scene) -> bool:
    """Whether a word only says how often something will be done: "9월부터 매일 운행될"."""
    often = cue.entry.value == "ongoing" and cue.entry.where == "clause" and cue.end <= bound.act.start
    return scene.glued and often and bound.act.entry.status == "planned"


def _by_form(bound: Bound, scene: Scene) -> str:
    """The status that the form of the act itself tells, without a cue."""
    if predicates.to_come(bound.act, scene):
        return "planned"
    if bound.act.entry.status == PRESENT:
        news = scene.sentence.fragment or bound.kind in TOLD_NOW or bound.way.polarity != "act"
        return "done" if news else "ongoing"
    if bound.kind in ("goods", "aid") and governed.let(bound.act, scene):
        return "planned"
    if scene.glued and bound.way.polarity == "cessation" and bound.act.entry.status == "planned":
        return "done"  # "관광객 모집을 중단했다": what was planned has ended
    going = "ongoing" if predicates.going_on(bound.act, scene) else None
    return bound.act.entry.status or _ahead(bound, scene) or going or "done"


def _of_noun(bound: Bound, scene: Scene) -> str | None:
    """The status of a noun of action by the words before it: talked about, or over before something else came."""
    if bound.kind != "diplomacy":
        return "planned" if _negotiated(bound, scene) else None
    low = max(scene.sentence.start, bound.act.start - BEFORE_NOUN)
    return "done" if not scene.glued and OVER_NOUN.search(scene.folded, low, bound.act.start) else None


def _ahead(bound: Bound, scene: Scene) -> str | None:
    """The status of a verb right before a noun of action: "увеличит контингент", "возобновит поставки"."""
    if bound.act.entry.form not in ("noun", "bare") or scene.glued:
        return None
    verbs = [
        act for act in scene.acts if act.entry.status not in ("", PRESENT) and 0 < bound.act.start - act.end <= LEADS
    ]
    verbs = [act for act in verbs if act.entry.form == "active" and not scene.parted(act.end, bound.act.start)]
    return verbs[-1].entry.status if verbs else None


def _set_aside(cue: Tag, bound: Bound, scene: Scene, refusal: bool) -> bool:
    """Whether a denial does not hold: it was the first word on the matter, or it is the refusal that is told."""
    if cue.entry.value != "denied":
        return False
    ends = refusal or (scene.glued and bound.way.polarity != "act")
    if ends and cue.start < bound.act.end and bound.act.start < cue.end:
        return True
    first = AT_FIRST.search(
        scene.text,
        max(scene.sentence.start, cue.start - BEFORE_DENIAL),
        min(scene.sentence.end, cue.end + AFTER_DENIAL),
    )
    if first is None:
        return False
    return not (first.group().lower() in EARLIER and cue.end <= bound.act.start)


def _perfect(cue: Tag, bound: Bound, scene: Scene) -> bool:
    """Whether words that tell what goes on before a verb in -ing stand before a passive: "has been handed over"."""
    passive = bound.act.entry.form == "passive" or scene.folded.startswith("been ", bound.act.start)
    return cue.entry.value == "ongoing" and passive and scene.folded[cue.start : cue.end] in PERFECT


def _beside(cue: Tag, end: int, scene: Scene) -> bool:
    """Whether an accusation stands in a clause of its own behind the act: "the envoy was expelled after accusing …"."""
    if scene.glued or cue.entry.value != "alleged" or cue.start < end:
        return False
    opened = [
        tag.start for tag in scene.labelled("break") if tag.entry.value == "break" and end <= tag.start < cue.start
    ]
    return bool(opened) and "," not in scene.text[end : opened[-1]]


def _answered(cue: Tag, scene: Scene) -> bool:
    """Whether a denial is but the answer that a report adds: "experts say …, which Moscow denies"."""
    return bool(ANSWER.search(scene.text, scene.sentence.start, cue.start + 1))


def _negotiated(bound: Bound, scene: Scene) -> bool:
    """Whether an act is what talks are about: "переговоры о поставке коров"."""
    return bool(
        TALKS.search(scene.folded[max(scene.sentence.start, bound.act.start - LONGEST_TALKS) : bound.act.start])
    )


def _gap(cue: Tag, bound: Bound, start: int, end: int, scene: Scene) -> int | None:
    """How far a cue stands from its act; nothing when it does not reach it."""
    entry = cue.entry
    if cue.start < bound.act.end and bound.act.start < cue.end and entry.where == "before":
        gap, before = 0, True
    elif cue.end <= bound.act.start:
        gap, before = bound.act.start - cue.end, True
        gap = min(gap, max(0, start - cue.end)) if cue.end <= start else gap
    elif cue.start >= bound.act.end - (scene.glued and entry.value == "hypothetical" and cue.end > bound.act.end):
        gap, before = max(0, cue.start - bound.act.end), False
        gap = min(gap, max(0, cue.start - end)) if cue.start >= end else gap
    else:
        gap, before = 0, not _leans(cue, bound)
    if entry.where == "before" and not before and entry.value in FORWARD and bound.act.entry.form == "noun":
        return gap if gap <= PREDICATE and not scene.parted(bound.act.start, cue.start) else None
    if entry.where == "before" and not before and _fronted(cue, bound, scene):
        return gap if gap <= FRONTED and not scene.parted(bound.act.start, cue.start) else None
    if (entry.where == "before" and not before) or (entry.where == "after" and before):
        return None
    if entry.where == "clause" and scene.parted(cue.start, bound.act.start):
        return None
    if entry.value == "denied" and not before and predicates.closed(bound.act, cue, scene):
        return None
    if entry.value == "not" and before and (verb := _ruling(cue, bound, scene)):
        return max(0, verb.start - cue.end)
    gap += BREAK_COST * scene.parted(cue.start, bound.act.start)
    reach = int(entry.note) if entry.note else REACH.get(entry.value, DEFAULT_REACH)
    return gap if gap <= reach else None


def _admitted(sure: Tag, bound: Bound, reached: list[tuple[int, Tag]], scene: Scene) -> bool:
    """Whether an act is admitted behind a denial of another: "поставки отвергает, однако участие солдат признал"."""
    denials = [cue for _, cue in reached if cue.entry.value == "denied"]
    if scene.glued or not denials or not all(cue.end <= bound.act.start for cue in denials):
        return False
    comma = scene.text.find(", ", denials[-1].end, bound.act.start)
    return comma >= 0 and sure.start > comma and not any(cue.start > comma for cue in denials)


def _ruling(cue: Tag, bound: Bound, scene: Scene) -> Tag | None:
    """The denied verb whose object a noun of action is: "не предоставлял безвозмездных поставок"."""
    if scene.glued or bound.act.entry.form not in ("noun", "bare"):
        return None
    verbs = [act for act in scene.acts if act.entry.form == "active" and cue.end <= act.start < bound.act.start]
    verbs = [act for act in verbs if act.start - cue.end <= 1 and bound.act.start - act.end <= RULED]
    verbs = [act for act in verbs if ways()[act.entry.value].polarity == "act"]
    return verbs[0] if verbs and not scene.parted(verbs[0].end, bound.act.start) else None


def _leans(cue: Tag, bound: Bound) -> bool:
    """Whether a cue of wishing opens in the last letters of its act: "손에 넣으려 한다"."""
    return cue.entry.value == "wished" and bound.act.start < cue.start and bound.act.end < cue.end


def _fronted(cue: Tag, bound: Bound, scene: Scene) -> bool:
    """Whether an infinitive stands before the verb that governs it: "отправить строителей Ким решил летом"."""
    if cue.entry.value not in FORWARD or bound.act.entry.form != "active" or scene.glued:
        return False
    if not scene.folded[bound.act.start : bound.act.end].split(maxsplit=1)[0].endswith(SLAVIC_INFINITIVE):
        return False
    return not any(bound.act.end <= act.start < cue.start and act.entry.form == "active" for act in scene.acts)


def _wanted(cue: Tag, reached: list[tuple[int, Tag]]) -> bool:
    """Whether a conditional word belongs to one of wishing: "хотел бы", "would like"."""
    wishes = [other for _, other in reached if other.entry.value in FORWARD]
    return any(-2 <= cue.start - other.end <= 2 or other.start <= cue.start < other.end for other in wishes)


def _asserted(cue: Tag, reached: list[tuple[int, Tag]]) -> bool:
    """Whether the text asserts the act after a conditional word."""
    return any(other.entry.value == "done" and other.start > cue.start for _, other in reached)
