"""The words beside a verb of speech that its speaker takes: how far they reach to either side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.model import Mention
from saring.reading import phrases, topics
from saring.reading.packs import Compiled
from saring.reading.phrases import mention
from saring.reading.scene import Scene
from saring.reading.words import Tag

STOP_AFTER = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bLt)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bRep)(?<!\bSen)(?<!\bGov)(?<!\bProf)[.](?!\w)|[,;:!?\"“”»«()\[\]\n]|\s[-–—]\s"
)
STOP_BEFORE = re.compile(r"\.(?=[\"”»])|[;:!?\"“”»«\n]|\s[-–—]\s")
APPOSITION = re.compile(r",\s+([^,.;:!?\"“”»«()\n]{2,70})(?=[,.;!?\"“”»«()\n]|$)")
LONGEST, LONGEST_BEFORE = 110, 170
NAME_QUOTED = re.compile(
    r"(?<=\w\s)[«“\"„](?=[A-ZА-ЯІЇЄ0-9])[^«»“”„\"\n]{2,38}[»”\"“](?=[\s.,])"
)  # «Сокчхо Трейд Вотч»
BE = re.compile(r"\b(?:be|been|being|is|are|was|were|did)\s+(?:\w+ly\s+)?$")
LISTENER = re.compile(r"[«„][^«»“”„\n]{2,38}[»“]\s(?=[^\W\d_])")  # "рассказал «ДВ-Новостям» проректор"
# To whom and where somebody spoke, before he is named: "заявил журналистам на брифинге представитель …"
HEARD_BY = re.compile(
    r"(?:(?:журналистам|журналисту|журналистке|репортёрам|репортерам|корреспонденту|корреспондентам|агентству|изданию"
    r"|газете|телеканалу|порталу|радиостанции|СМИ|РБК|ТАСС|РИА Новости|Интерфаксу|Reuters|Yonhap|CNN|NK News|AFP)\s"
    r"|(?:на|в|во|по)\s(?:[^\W\d]+\s)?(?:брифинге|пресс-конференции|интервью|беседе|разговоре|эфире|комментарии|совещании"
    r"|заседании|форуме|кулуарах|соцсетях|[Тт]елеграм-канале|Telegram-канале|Telegram|канале)\s"
    r"(?:(?:с|для|со)\s[^\W\d]+\s|(?:телеканала|радиостанции|агентства|форума)\s|[«„][^«»“”„\n]{2,38}[»“]\s)*)+"
)
TAIL = re.compile(r"[а-яёіїє]+\s")
ASIDE = re.compile(
    r",\s(?:в свою очередь|однако|в частности|между тем|тем временем|in turn|however|meanwhile|for (?:his|her) part),\s"
)
DAY = re.compile(
    r"(?:(?:в|во|у|ещё|еще|ще)\s)?(?:\d{1,2}\s)?(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье"
    r"|январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре|января|февраля|марта|апреля"
    r"|мая|июня|июля|августа|сентября|октября|ноября|декабря|накануне|сегодня|вчера|ранее|позже|недавно"
    r"|понеділок|вівторок|середу|четвер|п.ятницю|суботу|неділю|січні|лютому|березні|квітні|травні|червні|липні|серпні"
    r"|вересні|жовтні|листопаді|грудні|напередодні|сьогодні|вчора|раніше|пізніше|нещодавно)\s"
)  # "заявило в марте правительство": a day between a verb of speech and its speaker
TOLD = re.compile(r"(?:것으로|다고|라고|다는)\s")  # what stands behind is the speaker
NEGATED = re.compile(r"(?:not|n't|tidak|belum|не)$")
BY = re.compile(
    r"\s*(?:(?:on|in|last|this|pada|edisi) [\w.]+(?: \d{1,2})?,? )?(?:by|oleh)\s+"
)  # "published on Tuesday by"
FROM = re.compile(r"\s(?:dari|from|of|от|из)\s+(?=[\"“«]?[A-ZА-ЯЁ])")
QUOTED_BY = re.compile(r"[^,;:.]{2,40},\s*")
IN_OFFICE = re.compile(r"(?:В|Во|На|У|в|во|на|У)\s\S")  # "В министерстве добавили"
INVERTED = re.compile(r"[,;:\"”’»)–—-]\s*$")  # what stands before "said X"
OCCASION = (
    "по итогам",
    "в ходе",
    "на встрече",
    "на брифинге",
    "на пресс-конференции",
    "на заседании",
    "на переговорах",
    "в беседе",
    "в интервью",
    "в эфире",
    "в рамках",
)
TOLD_TO = ("в беседе с", "в интервью", "в разговоре с", "в комментарии")
MOVED = frozenset(
    ("worker", "citizen", "soldier", "tourist", "ship", "train", "weapon")
)  # are told of, and tell nothing
CLOSING = 24  # characters behind a verb of speech that closes its sentence, a day among them
MANY = ("ли", "ют", "ят", "ут", "ат")  # endings of a Slavic verb of several who speak


def after(say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The words behind a word of speech that may name its speaker."""
    start, limit = say.end, min(scene.sentence.end, say.end + LONGEST)
    while start < limit and (scene.text[start].isspace() or scene.text[start] in '"“”'):
        start += 1
    if by := BY.match(scene.text, say.end, limit):
        start = by.end()
    if from_them := FROM.match(scene.text, say.end, limit):
        start = from_them.end()  # "menurut informasi dari NIS"
    aside = ASIDE.match(scene.text, start, limit)
    start = aside.end() if aside else start
    start = _past_day(start, limit, scene)
    listener = LISTENER.match(scene.text, start, limit)
    start = listener.end() if listener else start
    start = _past_listeners(start, limit, scene) if pack.cases else start
    if scene.folded.startswith("котор", start):
        return None  # "доклад, согласно которому": the paper stands before
    if any(tag.start == start and tag.entry.value == "relative" for tag in scene.tags):
        start += phrases.to_name(scene.text[start:limit])
    opens = {tag.entry.label for tag in scene.tags if tag.start == start}
    if opens & {"marker", "date", "break", "cue"} and not (
        "office" in opens and opens <= {"marker", "office", "ignore", "cue"}
    ):
        return None
    stop = STOP_AFTER.search(_blotted(scene, start, limit))
    stop = stop and STOP_AFTER.match(scene.text, start + stop.start(), limit)
    end = stop.start() if stop else limit
    for tag in scene.tags:
        if start < tag.start < end and _ends(tag, scene):
            explained = not any(char.isupper() for char in scene.text[start : tag.start])
            rest = scene.text[tag.end : end]
            body = phrases.named_soon(rest) or phrases.office_in(tag.end, end, scene)
            if not (explained and tag.entry.value in ("relative", "by") and body):
                end = tag.start
            break
    if stop and stop.group() == "(" and end == stop.start():
        close = scene.text.find(")", end, min(end + 14, limit))
        end = close + 1 if close > 0 else end
    elif stop and stop.group() == "," and end == stop.start():
        end = _explained(end, scene)
    start = phrases.past_listener(start, end, scene)
    start = _with_paper(start, say, scene, pack)
    opened = phrases.past_date(start, end, scene)
    return mention(scene.text, opened, phrases.without_tail(opened, end, scene))


def _past_listeners(start: int, limit: int, scene: Scene) -> int:
    """Where a speaker begins behind those to whom and the place where he spoke."""
    heard_by = HEARD_BY.match(scene.text, start, limit)
    if heard_by is None:
        return start
    start = heard_by.end()
    tail = TAIL.match(scene.text, start, limit)
    if tail is None or _starts_office(start, scene):
        return start
    return tail.end() if _starts_office(tail.end(), scene) else start  # "на заседании парламента глава …"


def _starts_office(at: int, scene: Scene) -> bool:
    """Whether an office is named right there."""
    return any(tag.start == at for tag in scene.labelled("office"))


def _past_day(start: int, limit: int, scene: Scene) -> int:
    """Where a speaker begins behind the day of his speech; where no office or name stands there, nothing is passed."""
    day = DAY.match(scene.folded, start, limit)
    if day is None:
        return start
    office = any(tag.start == day.end() for tag in scene.labelled("office"))
    return day.end() if office or scene.text[day.end() : day.end() + 1].isupper() else start


def _explained(end: int, scene: Scene) -> int:
    """Where a speaker ends whose name or office follows behind a comma."""
    more = APPOSITION.match(scene.text, end, scene.sentence.end)
    if more is None or len(more.group(1).split()) > 7 or not phrases.named(more.group(1)):
        return end
    inner = [tag for tag in scene.tags if more.start() < tag.start < more.end()]
    told = any(tag.entry.label in ("act", "date", "cue") for tag in inner)
    told = told or any(0 <= say.start - end <= 4 for say in scene.labelled("say"))  # ", пишет РИА Новости"
    told = told or any(tag.entry.label == "theme" and tag.entry.value in MOVED for tag in inner)
    return end if told else more.end()


def _ends(tag: Tag, scene: Scene) -> bool:
    """Whether a speaker behind his verb ends before a tag: with a clause, a case word, an act that is told."""
    if tag.entry.label == "ignore":
        return scene.folded.startswith(OCCASION, tag.start)  # "глава ведомства по итогам переговоров"
    if tag.entry.label not in ("say", "break", "marker", "act", "cue") or tag.entry.value in ("from", "of", "at"):
        return False
    inside = any(other.start <= tag.start < other.end for other in scene.labelled("office"))
    if not inside and tag.entry.label == "marker" and scene.folded[tag.start : tag.end] in ("в", "во"):
        return not scene.text[tag.end + 1 : tag.end + 2].isupper()  # "сотрудница госпиталя в Нижнем"
    return not inside


def _with_paper(start: int, say: Tag, scene: Scene, pack: Compiled) -> int:
    """Where the words begin when the word of speech ends in the paper itself: "menurut data" Bea Cukai."""
    last = scene.text[say.start : say.end].split()[-1]
    papers = tuple(word.rstrip("*").lower() for word in pack.pack.records)
    named = last.lower().startswith(papers) or last.lower() in pack.pack.offices
    known = not scene.glued and named and len(last) < say.end - say.start
    return say.end - len(last) if known and start - say.end <= 1 else start


def paper_again(say: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether the words of speech name a paper and nobody behind it: "говорится в докладе", "menurut laporan itu"."""
    words = scene.text[say.start : say.end].lower().split()
    papers = tuple(word.rstrip("*").lower() for word in pack.pack.records)
    named = bool(papers) and words[-1].startswith(papers)
    return not scene.glued and len(words) > 1 and (named or words[-1] in pack.pack.offices)


def straight(say: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a verb that may stand on either side of its speaker has him before it: no mark parts them."""
    writing = pack.pack.writing
    if not writing.article or writing.adjective != "before":
        return False  # only English asks for a comma before "said X"
    twin = any(other.start == say.start and other.entry.where == "before" for other in scene.labelled("say"))
    return twin and not INVERTED.search(scene.text, scene.sentence.start, say.start)


def before(say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The words before a word of speech that may name its speaker."""
    start = opened = max(scene.sentence.start, say.start - LONGEST_BEFORE)
    first = start
    for stop in STOP_BEFORE.finditer(_blotted(scene, first, say.start)):
        start = opened = first + stop.end()
    if BE.search(scene.text, start, say.start) or _unsaid(say, scene):
        return None  # "had been informed", "has not said"
    if (quoted := _quoted_by(start, say, scene)) is not None:
        return phrases.trimmed(scene, start, quoted)
    if closing := _closes(start, say, scene, pack):
        return closing
    broken = _broken(start, say, scene)
    if broken is not None:
        start = broken.end
        relates = broken.entry.value == "relative" or scene.folded.startswith("котор", broken.start)
        if relates and (subject := _subject(opened, broken, scene, pack)):
            return subject
    papers = {tag.start for tag in scene.labelled("office") if tag.entry.value == "record"}
    acts = [
        act
        for act in scene.acts
        if start <= act.start < say.start and scene.text[act.start - 1 : act.start] != "-" and act.start not in papers
    ]
    if acts and not _entitled(start, acts, say, scene):  # a speaker's name holds no act: what stands before is told
        last = max(act.end for act in acts)
        comma = scene.text.find(", ", last, say.start)
        if comma < 0 and scene.glued and (told := TOLD.search(scene.text, last, say.start)):
            comma = told.end() - 1
        if comma < 0:
            return _paper(start, acts[0], scene)
        start = comma + 1
    start = topics.after_topic(start, say, scene, pack) if scene.glued else start
    cues = [tag.start for tag in scene.labelled("cue") if start < tag.start < say.start and tag.entry.value == "denied"]
    if cues:
        return phrases.trimmed(scene, start, min(cues))  # "the Kremlin dismissed reports": the speaker is the Kremlin
    return _named_before(start, say, scene, pack)


def _closes(start: int, say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The speaker whom a comma parts from all that is told, at the end of its sentence: "…, a think tank found"."""
    if (
        not pack.pack.writing.article
        or pack.pack.writing.adjective != "before"
        or scene.sentence.end - say.end > CLOSING
    ):
        return None
    comma = scene.text.rfind(", ", start, say.start)
    words = scene.text[comma + 2 : say.start].split() if comma >= 0 else []
    told = any(comma < act.start < say.start for act in scene.acts)
    if told or not 2 <= len(words) <= phrases.FEW or words[0].lower() not in pack.pack.writing.openers:
        return None
    return phrases.trimmed(scene, comma + 1, say.start)


def _quoted_by(start: int, say: Tag, scene: Scene) -> int | None:
    """Where a speaker ends whom an aside follows: "X, quoted by TASS, said"."""
    for tag in scene.labelled("say"):
        aside = tag.entry.value == "outlet" and start < tag.start and tag.end <= say.start
        if (
            aside
            and scene.text[tag.start - 2 : tag.start] == ", "
            and QUOTED_BY.fullmatch(scene.text, tag.end, say.start)
        ):
            return tag.start - 2
        told = start < tag.start and tag.end <= say.start and scene.folded.startswith(TOLD_TO, tag.start)
        if told and len(scene.text[tag.end : say.start].split()) <= 4 and "," not in scene.text[tag.end : say.start]:
            return tag.start - 1  # "посол в беседе с ТАСС уточнил"
    return None


def _paper(start: int, act: Tag, scene: Scene) -> Mention | None:
    """The office or paper before a participle that explains it: "customs data released on Saturday showed"."""
    last = max((tag.end for tag in scene.labelled("office") if start <= tag.start and tag.end <= act.start), default=0)
    short = len(scene.text[start : act.start].split()) <= phrases.FEW
    return phrases.trimmed(scene, start, act.start) if last and short and act.start - last <= 2 else None


def _broken(start: int, say: Tag, scene: Scene) -> Tag | None:
    """The last word of a clause or of speech before a verb of speech: the speaker stands behind it."""
    found = None
    for tag in scene.tags:
        if tag.entry.value == "relative" and scene.text[tag.start : tag.end].isupper():
            continue  # the WHO
        medium = tag.entry.value == "outlet" and tag.entry.where == "after"  # "surat kabar itu mengungkapkan"
        if tag.end <= say.start and tag.start >= start and tag.entry.label in ("say", "break") and not medium:
            found, start = tag, tag.end
    return found


def _named_before(start: int, say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The speaker within the clause that ends in his verb: what commas part from him is told, or explains him."""
    words = scene.text[start : say.start]
    office = IN_OFFICE.match(words.lstrip()) if pack.cases else None
    if office and scene.text[say.start : say.end].endswith(MANY) and len(words.split()) <= 9 and "," not in words:
        return mention(scene.text, start, say.start)
    last = words.rstrip().rfind(", ")
    closing = words[last + 1 :].split()
    if last > 0 and len(closing) <= 5 and not words.rstrip().endswith(","):
        paper = len(closing) <= 3 and phrases.office_in(start + last, say.start, scene)
        if paper or phrases.told_in(start, start + last, scene):
            return phrases.trimmed(scene, start + last + 1, say.start)  # "from ship to ship, investigators said"
    pieces = [piece.start() for piece in re.finditer(r",\s", words)]
    opens = words.split()[0].lower() if words.strip() else ""
    if pieces and len(words) - pieces[0] > 2 and opens in phrases.PLACED | phrases.WHERE:
        start += pieces[0] + 1  # "Dalam keterangan tertulisnya, kedutaan menyatakan"
    elif pieces and len(words) - pieces[0] > 2 and not phrases.title(words[: pieces[0]], scene, start):
        start += pieces[0] + 1
    elif pieces and any(0 <= tag.start - start <= 1 for tag in scene.tags if tag.entry.label in ("marker", "say")):
        start += pieces[0] + 1  # "From Singapore, the documents show"
    return phrases.trimmed(scene, start, _paper_end(say, scene, pack))


def _paper_end(say: Tag, scene: Scene, pack: Compiled) -> int:
    """Where a speaker ends when the words of speech begin with his paper: customs "figures show"."""
    first, _, rest = scene.text[say.start : say.end].partition(" ")
    papers = tuple(word.rstrip("*").lower() for word in pack.pack.records)
    return say.start + len(first) if rest and not scene.glued and first.lower().startswith(papers) else say.start


def _subject(start: int, relative: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The speaker whom a relative clause explains before his verb: "X, who works there, said"."""
    if relative.start - start < 2 or any(start <= act.start < relative.start for act in scene.acts):
        return None
    found = phrases.trimmed(scene, start, relative.start)
    if found is None or len(found.words.split()) > phrases.FEW:
        return None
    opens = found.words.split()[0].lower() in pack.pack.writing.openers
    return found if opens or phrases.names(found, scene) else None


def _entitled(start: int, acts: Sequence[Tag], say: Tag, scene: Scene) -> bool:
    """Whether an act is only the trade of the speaker, before his name: "Продавец Людмила", "Importir Budi"."""
    words = scene.text[start : say.start].split()
    first = scene.text[start : acts[0].start].strip()
    return len(acts) == 1 and not first and 2 <= len(words) <= 5 and words[-1][:1].isupper()


def _blotted(scene: Scene, start: int, end: int) -> str:
    """The words between two points with names in quotation marks made one word each, so that they stop nothing."""
    return NAME_QUOTED.sub(lambda found: "x" * len(found.group()), scene.text[start:end])


def _unsaid(say: Tag, scene: Scene) -> bool:
    """Whether a verb of speech is denied: nothing is told then."""
    nots = [cue for cue in scene.labelled("cue") if 0 <= say.start - cue.end <= 2]
    return any(cue.entry.value == "not" or NEGATED.search(scene.folded, cue.start, cue.end) for cue in nots)
