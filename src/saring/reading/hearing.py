"""Who a sentence names as its sources: outlets, and the phrases beside its words of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from saring.model import Mention
from saring.reading import beside, phrases, topics
from saring.reading.packs import Compiled
from saring.reading.phrases import mention
from saring.reading.scene import Scene
from saring.reading.titled import publisher
from saring.reading.words import Tag, fold

DASH = re.compile(r"\s*[-–—:]{1,2}\s")
MEDIA = ("newspaper", "paper", "outlet", "magazine", "broadcaster", "article", "publication", "daily", "agency", "site", "website", "portal", "channel", "report", "court", "story", "network")  # fmt: skip
SUBJECT, DESCRIBING = "이가", "한낸은힌"  # "가 공개한", "이 펴낸"
ISSUED = 16  # characters between a body and the paper that it issued: "가 지난 3일 공개한 "
PRESS = frozenset(("통신", "신문", "방송", "일보", "뉴스", "tv"))  # "교도" is "교도통신"
IN_PAPER = ("에서", "을 통해", "를 통해")
PRONOUN = re.compile(r"(?<!\w)(?:he|she|they|mereka|ia|dia|beliau|он|она|они)\s$")
NAMED_BEHIND = re.compile(  # what explains an office, up to a name: "природных ресурсов Александр Козлов"
    r"(?: [\w-]+){0,6}? [А-ЯІЇЄ][а-яёіїє-]+(?: [А-ЯІЇЄ][а-яёіїє-]+)*(?=[\s.,;:!?»\"”)]|$)"
)
QUOTED_NAME = re.compile(r"\s[«„“]([^«»“”„.,!?]{3,40})[»”“](?=\s[a-zа-яіїє])")
TO_OUTLET = 4  # characters between words of speech and the outlet that is told
IN_BODY = re.compile(r"[»\"”]? (?:во?|на|у) ((?:[\w«»\"-]+ ?){1,8})(?=[.,;!?]|$)")  # "сообщили ТАСС в мэрии города"


@dataclass(slots=True)
class Heard:
    """The sources that a sentence itself names, and whether it points back."""

    outlets: list[Mention] = field(default_factory=list)
    persons: list[Mention] = field(default_factory=list)
    back: bool = False


def hear(scene: Scene, pack: Compiled) -> Heard:
    """The sources named in a sentence."""
    heard = Heard()
    body, paper = publisher(scene)
    says = [say for say in scene.labelled("say") if paper is None or not paper[0] <= say.start < paper[1]]
    put(heard.persons, body)
    outlets = [tag for tag in scene.labelled("outlet") if _speaks(tag, says, scene)]
    for number, tag in enumerate(outlets):
        if number and scene.text[outlets[number - 1].end : tag.start] == " (":
            continue  # its initials behind its name
        put(heard.outlets, mention(scene.text, tag.start, tag.end))
    for say in says:
        put(heard.outlets, _told_outlet(say, scene, pack))
    spoken: set[int] = set()
    for say in sorted(says, key=lambda tag: (tag.start, tag.entry.where != "before")):
        if say.entry.value == "back":
            named = _office_again(say, scene) or _office_named(say, scene, pack)
            put(heard.persons, named)
            heard.back = heard.back or named is None
            continue
        if say.start in spoken:
            continue  # "X said Y had sent": the speaker stands before, what follows is told
        found = _phrases(say, scene, pack)
        heard.back = heard.back or _points_back(say, found, heard, scene, pack)
        if found and say.entry.where == "before":
            spoken.add(say.start)
        if scene.glued:
            found = [each for each in (_spanned(scene, topics.bare(every, scene, pack)) for every in found) if each]
        for phrase in found:
            if say.entry.value != "outlet" or _medium(phrase, say, scene):
                put(heard.persons, _person(phrase, outlets, scene))
        put(heard.outlets, _quoted_name(say, scene))
    _bodies(heard, says, outlets, scene, pack)
    if scene.glued and heard.persons:
        heard.persons = [each for each in heard.persons if not _published(each, heard.persons, scene)]
        _papers(heard, scene)
    return heard


def _bodies(heard: Heard, says: Sequence[Tag], outlets: Sequence[Tag], scene: Scene, pack: Compiled) -> None:
    """Add the bodies in which outlets were told something, where nobody else speaks."""
    for say in says if pack.cases and not heard.persons else ():
        put(heard.persons, _told_in(say, outlets, scene))


def _told_in(say: Tag, outlets: Sequence[Tag], scene: Scene) -> Mention | None:
    """The body in which an outlet was told something: "заверили РБК в Дальневосточном таможенном управлении"."""
    heard = [tag for tag in outlets if 0 < tag.start - say.end <= TO_OUTLET]
    found = (
        IN_BODY.match(scene.text, heard[0].end, scene.sentence.end) if heard and say.entry.where == "after" else None
    )
    if found is None or any(found.start(1) <= tag.start < found.end(1) for tag in scene.labelled("date")):
        return None  # "сообщили ТАСС в четверг"
    body = any(found.start(1) <= tag.start < found.end(1) for tag in scene.labelled("office"))
    return mention(scene.text, found.start(1), found.end(1)) if body else None


def _published(paper: Mention, persons: Sequence[Mention], scene: Scene) -> bool:
    """Whether a phrase is but the paper of who stands before it: "해관총서가 공개한" 품목별 통계."""
    if paper.span is None or any(paper.span[0] <= place.start < paper.span[1] for place in scene.places):
        return False
    papers = [tag for tag in scene.labelled("office") if tag.entry.value == "record" and tag.end == paper.span[1]]
    if not papers or any(tag.entry.value == "customs" and tag.start < paper.span[1] for tag in papers):
        return False
    before = [each.span[1] for each in persons if each.span and each.span[1] <= paper.span[0] <= each.span[1] + ISSUED]
    return any(
        end <= say.start < paper.span[0] and scene.text[say.start] in SUBJECT and scene.text[say.end - 1] in DESCRIBING
        for end in before
        for say in scene.labelled("say")
    )


def _points_back(say: Tag, found: Sequence[Mention], heard: Heard, scene: Scene, pack: Compiled) -> bool:
    """Whether words of speech lean on whoever spoke before: a pronoun, a paper without an author, no subject at all."""
    if say.entry.where == "before" and PRONOUN.search(scene.folded, scene.sentence.start, say.start):
        return True
    if found or heard.persons:
        return False
    subjectless = say.entry.where == "topic" and not heard.outlets
    return subjectless or beside.paper_again(say, scene, pack)


def _papers(heard: Heard, scene: Scene) -> None:
    """Add the paper in which a topic speaks: "패널은 보고서에서 … 적었다"."""
    for paper in scene.labelled("office"):
        if paper.entry.value == "record" and scene.text.startswith(IN_PAPER, paper.end):
            put(heard.persons, mention(scene.text, paper.start, paper.end))


def _office_again(say: Tag, scene: Scene) -> Mention | None:
    """The office in words of speech that point back: "the envoy said"; a medium ("the paper said") is no person."""
    words = scene.text[say.start : say.end].split()
    if len(words) < 3 or words[0].lower() != "the" or words[1].lower().startswith(MEDIA):
        return None
    return mention(scene.text, say.start, say.end - len(words[-1]))


def _office_named(say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The person whose name follows the office that words of speech end in: "отметил министр" Александр Козлов."""
    words = scene.text[say.start : say.end].split()
    if scene.glued or not pack.cases or len(words) < 2:
        return None
    start = say.end - len(words[-1])
    rest = NAMED_BEHIND.match(scene.text, say.end, scene.sentence.end)
    told = rest and any(say.end <= act.start < rest.end() for act in scene.acts)
    return mention(scene.text, start, rest.end()) if rest and not told else None


def _told_outlet(say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    """The outlet in words of speech such as "told Reuters"."""
    words = scene.text[say.start : say.end]
    if scene.glued or " " not in words or not words.split()[-1][:1].isupper():
        return None
    start = say.start + words.rfind(" ") + 1
    last = scene.text[start : say.end]
    known = any(tag.entry.label == "outlet" for tag in pack.lexicon.find(last, fold(last)))
    return mention(scene.text, start, say.end) if known else None


def _person(phrase: Mention, outlets: Sequence[Tag], scene: Scene) -> Mention | None:
    """A phrase as a person: without the outlet in it, unless he is the outlet's."""
    span = phrase.span or (0, 0)
    over = [tag for tag in outlets if tag.start < span[1] and span[0] < tag.end]
    if not over:
        return phrase
    if scene.glued:
        return _spanned(scene, topics.beyond(phrase, over, scene))
    rest = phrase if phrases.of_outlet(phrase, over, scene) else phrases.without(phrase, over, scene)
    return None if rest is not None and _only_land(rest, scene) else rest


def _only_land(rest: Mention, scene: Scene) -> bool:
    """Whether nothing but the country of an outlet is left: "северокорейское издание Daily NK"."""
    return any(place.form == "adjectives" and rest.span == (place.start, place.end) for place in scene.places)


def _quoted_name(say: Tag, scene: Scene) -> Mention | None:
    """An outlet in quotation marks right behind a word of speech: "рассказал «ДВ-Новостям» проректор"."""
    found = QUOTED_NAME.match(scene.text, say.end, scene.sentence.end)
    if found is None or scene.glued:
        return None
    words = found.group(1).split()
    return mention(scene.text, *found.span(1)) if len(words) <= 4 and words[0][0].isupper() else None


def _spanned(scene: Scene, span: tuple[int, int] | None) -> Mention | None:
    return mention(scene.text, *span) if span else None


def put(known: list[Mention], new: Mention | None) -> None:
    """Add a source that is not known yet; of two that overlap the longer stays."""
    for number, old in enumerate(known):
        if new and new.span and old.span and old.span[0] < new.span[1] and new.span[0] < old.span[1]:
            known[number] = max(old, new, key=lambda each: len(each.words))
            return
        if new and _same(old.words, new.words):
            return
    if new is not None:
        known.append(new)


def _same(one: str, other: str) -> bool:
    """Whether one name is the beginning of the other: "VOA" and "VOA 뉴스"."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    if short == long or (len(short) > 1 and long.startswith(short) and long[len(short) :] in PRESS):
        return True
    return len(short) > 2 and long.startswith(short) and not long[len(short)].isalpha()


def _speaks(tag: Tag, says: Sequence[Tag], scene: Scene) -> bool:
    """Whether an outlet is a source here: beside a word of speech, or before the dash or colon of a dateline."""
    if any(min(abs(tag.start - say.end), abs(say.start - tag.end)) <= 40 for say in says):
        return True
    if scene.glued and any(say.start >= tag.end for say in says) and scene.text[tag.end : tag.end + 1].isalpha():
        return True  # a topic speaks however far its verb stands
    return tag.start - scene.sentence.start <= 45 and bool(DASH.match(scene.text, tag.end))


def _medium(phrase: Mention, say: Tag, scene: Scene) -> bool:
    """Whether a phrase beside a word of the press is a medium or a body; "told the court" names who listened."""
    start, end = phrase.span or (0, 0)
    told = scene.folded.startswith("told", say.start) and start >= say.end
    if told and (not phrase.words[:1].isupper() or phrases.office_in(start, end, scene)):
        return False
    return phrases.name_first(phrase, scene)


def _phrases(say: Tag, scene: Scene, pack: Compiled) -> list[Mention]:
    where = say.entry.where
    found: list[Mention | None] = []
    if where in ("after", "both") and not beside.straight(say, scene, pack):
        found.append(beside.after(say, scene, pack))
    if where in ("before", "both"):
        found.append(beside.before(say, scene, pack))
    if where == "topic":
        found.append(_spanned(scene, topics.speaker(say, scene, pack)))
    if phrases.ACCUSED.match(scene.folded, say.start):
        found = [each for each in found if each is not None and len(each.words.split()) <= phrases.FEW]
    return [each for each in found if each is not None and phrases.speaks(each, say, scene, pack)]
