"""Words that look like what moves and are none, in Slavic texts: places of work, roles, takers, verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.model import Good
from saring.reading.scene import Scene, Theme
from saring.reading.words import Tag

LINE = re.compile(
    r"(?:дорож|авиа|воздушн|морск|пассажирск|прям|паромн|автобусн|транспортн|грузов|регулярн|пригородн|автомобильн|скоростн"
    r"|международн|гранич)\w*\s(?:[^\W\d]+\s)?$"
)
LEADS = re.compile(r" (?:с|со|между|из|по маршруту)\b")
WEARERS = frozenset(("worker", "citizen", "soldier", "tourist", "student", "performer", "official"))
WORN = re.compile(r"(?<!\w)(?:в|во) (?:[^\W\d]+ )?[^\W\d]?$")  # "официантки в национальных костюмах"
RESTING = ("е", "и", "ах", "ях")  # endings of a Slavic noun behind "in" or "at"
IN_WORKS = re.compile(r"(?<!\w)(?:на|в|во|у)\s(?:[^\W\d]+\s){0,2}$")
MILITARY = re.compile(r"военны(?:[ехм]|ми)$")
SMALL_WORD = re.compile(r"\s([а-яё]+)")
BETWEEN_WORDS = frozenset(
    ("в", "во", "на", "из", "с", "со", "для", "под", "и", "или", "за", "к", "по", "от", "у", "не", "уже", "также", "там",
     "были", "был", "находятся", "будут", "могут", "которые", "которых", "туда", "оттуда", "обеих", "этой", "якобы")
)  # fmt: skip
VERBS = ("act", "cue", "say", "break")
DEALERS = ("worker", "citizen", "soldier", "tourist", "student")
DATIVES = re.compile(r"(?:ам|ям)$")
ALONG = ("по ", "к ", "благодаря ")
SELLER = re.compile(r"(?<!\w)(?:у|от)\s(?:[^\W\d]+\s){0,2}$")
WORKED = ("worker", "citizen", "permit")
FIELD = re.compile(
    r"(?<!\w)(?:уборк|сбор|выращивани|посев|посадк|прополк|разделк|обработк|переработк|вылов|лов|добыч|заготовк|пошив"
    r"|сортировк|упаковк|чистк|валк|раскро|сушк|засолк|збиранн|вирощуванн|переробк|обробк|пошитт)\w*\s(?:[^\W\d]+\s)?$"
)
BUILDING_SITE = re.compile(r"(?<!\w)на (?:стройк|строительств|возведени|ремонт)\w* (?:[^\W\d]+ ){0,2}$")
AS = ("в качестве ", "под видом ", "як ")
LABOURING = re.compile(  # "рабочих костюмов", "рабочим визитом": an adjective, no people
    r"рабоч(?:ий|его|ему|им|ем|ие|их|ими|ая|ую|ей|ее)(?= (?:визит|поезд|встреч|групп|костюм|одежд|форм|обув|ботин|перчат"
    r"|спецодежд|комбинезон|инструмент|совещан|заседан|контакт|график|режим|язык|недел|врем|мест|процесс|стол|день|дня|дни|дней"
    r"|программ|план|комисси|лошад|станк|партию|партии|вариант|сессии|сессий|сесси|вопрос|тетрад|куртк|брюк|рукавиц|жилет|халат|верси))"
)


def kept(tags: Sequence[Tag], scene: Scene, goods: Sequence[Good], cases: bool) -> list[Tag]:
    """The theme words that are no adjectives, roles, takers or places of work; `cases`: of a language that declines."""
    out = [tag for tag in tags if not armed(tag, scene)]
    out = [tag for tag in out if tag.entry.value != "worker" or not LABOURING.match(scene.folded, tag.start)]
    if cases:
        out = [tag for tag in out if not report(tag, scene)]
        out = [tag for tag in out if not role(tag, out, scene) and not site(tag, out, scene)]
        out = [tag for tag in out if not dealer(tag, scene, goods)]
    return out


def report(tag: Tag, scene: Scene) -> bool:
    """Whether "сообщения" are reports and no line: "сообщения отвергло", not "железнодорожное сообщение с КНДР"."""
    word = scene.folded[tag.start : tag.end]
    if tag.entry.value != "route" or not word.startswith("сообщени") or " " in word:
        return False
    line = LINE.search(scene.folded, max(scene.sentence.start, tag.start - 32), tag.start)
    return line is None and LEADS.match(scene.folded, tag.end) is None


def ware(span: tuple[int, int], tags: Sequence[Tag], scene: Scene) -> bool:
    """Whether words spotted as goods are none here: a verb, a city, a wallet of tokens, what people work on."""
    if toil(span, scene):
        return True
    return city(span, scene) or wallet(span, tags, scene) or worked_on(span, tags, scene)


def works(theme: Theme, scene: Scene) -> bool:
    """Whether a plant is only where something is done: "строят корабли на верфи"."""
    if theme.kind not in ("plant", "restaurant", "building") or not scene.folded.endswith(
        RESTING, theme.start, theme.end
    ):
        return False
    return IN_WORKS.search(scene.folded, max(scene.sentence.start, theme.start - 40), theme.start) is not None


def armed(tag: Tag, scene: Scene) -> bool:
    """Whether "военный" only describes the word behind it, and names no soldier: "военных грузов"."""
    if tag.entry.value != "soldier" or not MILITARY.search(scene.folded, tag.start, tag.end):
        return False
    following = SMALL_WORD.match(scene.text, tag.end)
    if following is None or following.group(1) in BETWEEN_WORDS:
        return False
    return not any(other.start == following.start(1) and other.entry.label in VERBS for other in scene.tags)


def dealer(tag: Tag, scene: Scene, goods: Sequence[Good]) -> bool:
    """Whether people only sell or get what is moved: "скупают у моряков кальмаров", "предложил северокорейцам рис"."""
    if tag.entry.value not in DEALERS or not any(good.span and good.span[0] > tag.end for good in goods):
        return False
    if DATIVES.search(scene.folded, tag.start, tag.end):
        return not scene.folded.endswith(ALONG, 0, tag.start)
    return SELLER.search(scene.folded, max(scene.sentence.start, tag.start - 32), tag.start) is not None


def worked_on(span: tuple[int, int], tags: Sequence[Tag], scene: Scene) -> bool:
    """Whether goods only say what people are hired for: "рабочие на уборку сои", "женщины на разделке рыбы"."""
    people = {tag.entry.value for tag in tags}
    if people & WEARERS and scene.folded.endswith(("ах", "ях"), span[0], span[1]):
        return WORN.search(scene.folded, max(scene.sentence.start, span[0] - 24), span[0] + 1) is not None
    if not people & set(WORKED):
        return False
    return FIELD.search(scene.folded, max(scene.sentence.start, span[0] - 40), span[0]) is not None


def role(tag: Tag, tags: Sequence[Tag], scene: Scene) -> bool:
    """Whether workers are only what other people go as: "направят военнослужащих в качестве рабочих"."""
    if tag.entry.value != "worker" or not scene.folded.endswith(AS, 0, tag.start):
        return False
    return any(other.entry.value in ("soldier", "student", "citizen", "tourist") for other in tags)


def toil(span: tuple[int, int], scene: Scene) -> bool:
    """Whether goods only say what people do: "валили лес"."""
    return any(
        act.entry.value == "work"
        and act.start < span[0]
        and span[1] <= act.end
        and " " in scene.text[act.start : act.end]
        for act in scene.acts
    )


def site(tag: Tag, tags: Sequence[Tag], scene: Scene) -> bool:
    """Whether a bridge or plant is only where people work: "на стройке моста трудятся корейцы"."""
    if tag.entry.value not in ("bridge", "plant", "route", "building") or not any(
        t.entry.value in WORKED for t in tags
    ):
        return False
    return BUILDING_SITE.search(scene.folded, max(scene.sentence.start, tag.start - 50), tag.start) is not None


def city(span: tuple[int, int], scene: Scene) -> bool:
    """Whether a name that goods bear only says where: "приняли в порту Циндао", not "пиво «Циндао»"."""
    where = any(tag[:2] == span and tag.entry.form == "cities" for tag in scene.labelled("place"))
    return where and scene.text[span[0] - 1 : span[0]] not in ("«", '"', "“", "„")


def wallet(span: tuple[int, int], tags: Sequence[Tag], scene: Scene) -> bool:
    """Whether wallets hold tokens, and are no leather goods."""
    purse = scene.folded.startswith(("кошел", "гаман"), span[0])
    return purse and any(tag.entry.value in ("crypto", "money") for tag in tags)
