"""Who a sentence names as its sources: outlets, and the phrases beside its words of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from saring.model import Mention
from saring.reading import topics
from saring.reading.packs import Compiled
from saring.reading.scene import Scene
from saring.reading.words import Tag

STOP_AFTER = re.compile(r"[,.;:!?\"“”»«()\[\]\n]|\s[-–—]\s")
STOP_BEFORE = re.compile(r"\.(?=[\"”»])|[;:!?\"“”»«\n]|\s[-–—]\s")
APPOSITION = re.compile(r",\s+([^,.;:!?\"“”»«()\n]{2,70})(?=[,.;!?\"“”»«()\n]|$)")
DASH = re.compile(r"\s*[-–—:]{1,2}\s")
LONGEST = 110
LONGEST_CASELESS = 40
QUOTED_NAME = re.compile(r"\s[«„“]([^«»“”„.,!?]{3,40})[»”“](?=\s[a-zа-яіїє])")
LEAST = 6  # characters of a name beside an outlet
MOST = 12  # words of a speaker that need no trimming
AND = frozenset(("and", "but", "dan", "tetapi", "serta", "и", "но", "та"))
TRAILING = frozenset(("bahkan", "juga", "pun", "kemudian", "sendiri", "lantas", "also", "then", "later", "even", "has", "have", "had", "were", "was", "not", "также", "ранее", "позже", "уже"))  # fmt: skip
LINKS = frozenset(("of", "the", "for", "de", "di", "dari", "bin", "von", "van", "and", "dan", "untuk", "'s"))


@dataclass(slots=True)
class Heard:
    """The sources that a sentence itself names, and whether it points back."""

    outlets: list[Mention] = field(default_factory=list)
    persons: list[Mention] = field(default_factory=list)
    back: bool = False


def mention(text: str, start: int, end: int) -> Mention | None:
    """The words at a span without space and marks at their ends; nothing when none are left."""
    while start < end and (text[start].isspace() or text[start] in ",-–—:'\"“”’‘"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",-–—:'\"“”’‘"):
        end -= 1
    return Mention(words=text[start:end], span=(start, end)) if end > start else None


def hear(scene: Scene, pack: Compiled) -> Heard:
    """The sources named in a sentence."""
    heard = Heard()
    says = scene.labelled("say")
    outlets = [tag for tag in scene.labelled("outlet") if _speaks(tag, says, scene)]
    for tag in outlets:
        put(heard.outlets, mention(scene.text, tag.start, tag.end))
    spoken: set[int] = set()
    for say in sorted(says, key=lambda tag: (tag.start, tag.entry.where != "before")):
        if say.entry.value == "back":
            heard.back = True
            continue
        if say.start in spoken:
            continue  # "X said Y had sent": the speaker stands before, what follows is told
        phrases = _phrases(say, scene, pack)
        if phrases and say.entry.where == "before":
            spoken.add(say.start)
        if scene.glued:
            phrases = [each for each in (_spanned(scene, topics.bare(every, scene, pack)) for every in phrases) if each]
        for phrase in phrases:
            if say.entry.value == "outlet" and not _name_first(phrase, scene):
                continue
            over = [tag for tag in outlets if phrase.span and tag.start < phrase.span[1] and phrase.span[0] < tag.end]
            if over and scene.glued:
                put(heard.persons, _spanned(scene, topics.beyond(phrase, over, scene)))
            if over and not scene.glued:
                put(heard.persons, _without(phrase, over, scene))
            if phrase.span is None or over:
                continue
            put(heard.persons, phrase)
        put(heard.outlets, _quoted_name(say, scene))
    return heard


def _without(phrase: Mention, met: Sequence[Tag], scene: Scene) -> Mention | None:
    """A person's phrase without the outlet that he told it to ("сообщила ТАСС начальник …"); nothing when it is one."""
    if phrase.span is None or min(tag.start for tag in met) - phrase.span[0] > 2:
        return None
    start, end = max(tag.end for tag in met), phrase.span[1]
    rest = mention(scene.text, start, end) if end - start >= LEAST else None
    return rest if _office_in(start, end, scene) else None


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
    """Add a source that is not known yet."""
    if new is not None and all(new.words.lower() != old.words.lower() for old in known):
        known.append(new)


def _speaks(tag: Tag, says: Sequence[Tag], scene: Scene) -> bool:
    """Whether an outlet is a source here: beside a word of speech, or before the dash or colon of a dateline."""
    if any(min(abs(tag.start - say.end), abs(say.start - tag.end)) <= 40 for say in says):
        return True
    if scene.glued and any(say.start >= tag.end for say in says) and scene.text[tag.end : tag.end + 1].isalpha():
        return True  # a topic speaks however far its verb stands
    return tag.start - scene.sentence.start <= 45 and bool(DASH.match(scene.text, tag.end))


def _phrases(say: Tag, scene: Scene, pack: Compiled) -> list[Mention]:
    where = say.entry.where
    found: list[Mention | None] = []
    if where in ("after", "both"):
        found.append(_after(say, scene))
    if where in ("before", "both"):
        found.append(_before(say, scene, pack))
    if where == "topic":
        found.append(_spanned(scene, topics.speaker(say, scene, pack)))
    openers = pack.pack.writing.openers
    return [
        phrase
        for phrase in found
        if phrase is not None and (_names(phrase, scene) or _opens(phrase, openers) or _closing(phrase, say, scene))
    ]


def _opens(phrase: Mention, openers: Sequence[str]) -> bool:
    """Whether a short phrase begins like one for a person or body: "the airport", "seorang pedagang"."""
    words = phrase.words.casefold().split()
    return 2 <= len(words) <= 7 and words[0] in openers


def _closing(phrase: Mention, say: Tag, scene: Scene) -> bool:
    """Whether a bare plural closes the sentence as its speaker: "…, investigators said"."""
    if phrase.span is None or scene.sentence.end - say.end > 12 or len(phrase.words.split()) > 3:
        return False
    return scene.text[: phrase.span[0]].rstrip().endswith((",", "”", '"'))


def _names(phrase: Mention, scene: Scene) -> bool:
    """Whether a phrase names somebody: a capital, or an office, inside it."""
    if phrase.span is None or len(phrase.words) < 2:
        return False
    start, end = phrase.span
    if _office_in(start, end, scene):
        return True
    first = phrase.words.split()[0]
    opens = start == scene.sentence.start
    rest = phrase.words[len(first) :] if opens and len(phrase.words) > len(first) else phrase.words
    named = any(place.start >= start and place.end <= end for place in scene.places)
    caseless = phrase.words.lower() == phrase.words.upper() and len(phrase.words) <= LONGEST_CASELESS
    return named or caseless or any(char.isupper() for char in rest)


def _name_first(phrase: Mention, scene: Scene) -> bool:
    """Whether a phrase begins like a name or a body; words that only follow "reported" do not."""
    start = phrase.span[0] if phrase.span else 0
    office = any(start <= tag.start <= start + 12 for tag in scene.labelled("office"))
    return office or phrase.words[:1].isupper() or phrase.words.lower() == phrase.words.upper()


def _after(say: Tag, scene: Scene) -> Mention | None:
    start, limit = say.end, min(scene.sentence.end, say.end + LONGEST)
    while start < limit and (scene.text[start].isspace() or scene.text[start] in '"“”'):
        start += 1
    if any(tag.start == start and tag.entry.value == "relative" for tag in scene.tags):
        start += _to_name(scene.text[start:limit])
    if any(tag.start == start and tag.entry.label in ("marker", "date", "break", "cue") for tag in scene.tags):
        return None
    stop = STOP_AFTER.search(scene.text, start, limit)
    end = stop.start() if stop else limit
    for tag in scene.tags:
        if (
            start < tag.start < end
            and tag.entry.label in ("say", "break", "marker", "act", "cue")
            and tag.entry.value not in ("from", "of", "at")
        ):
            explained = not any(char.isupper() for char in scene.text[start : tag.start])
            if not (explained and tag.entry.value in ("relative", "by") and _named_soon(scene.text[tag.end : end])):
                end = tag.start
            break
    if stop and stop.group() == "(" and end == stop.start():
        close = scene.text.find(")", end, min(end + 14, limit))
        end = close + 1 if close > 0 else end
    elif stop and stop.group() == "," and end == stop.start():
        more = APPOSITION.match(scene.text, end, scene.sentence.end)
        told = more and any(
            more.start() < tag.start < more.end() for tag in scene.tags if tag.entry.label in ("act", "date", "cue")
        )
        if more and not told and len(more.group(1).split()) <= 7 and _named(more.group(1)):
            end = more.end()
    return mention(scene.text, start, end)


def _named_soon(words: str) -> bool:
    """Whether a name follows within a few words: "data yang diterbitkan Administrasi …"."""
    following = words.split()[:4]
    return any(word[0].isupper() for word in following) and len(words.split()) <= 9


def _to_name(words: str) -> int:
    """How far a name stands behind a relative word and its verb: "yang diterbitkan Administrasi …"."""
    for number, word in enumerate(re.finditer(r"\S+", words)):
        if word.group()[0].isupper():
            return word.start()
        if number > 3:
            break
    return 0


def _named(words: str) -> bool:
    return words[:1].isupper() or (any(char.isupper() for char in words) and len(words.split()) <= 5)


def _before(say: Tag, scene: Scene, pack: Compiled) -> Mention | None:
    start = max(scene.sentence.start, say.start - LONGEST)
    for stop in STOP_BEFORE.finditer(scene.text, start, say.start):
        start = stop.end()
    for tag in scene.tags:
        medium = tag.entry.value == "outlet" and tag.entry.where == "after"  # "surat kabar itu mengungkapkan"
        if tag.end <= say.start and tag.start >= start and tag.entry.label in ("say", "break") and not medium:
            start = tag.end
    acts = [act.end for act in scene.acts if start <= act.start < say.start]
    if acts:  # a speaker's name holds no act: what stands before is told, not telling
        comma = scene.text.find(", ", max(acts), say.start)
        if comma < 0:
            return None
        start = comma + 1
    start = topics.after_topic(start, say, scene, pack) if scene.glued else start
    cues = [tag.start for tag in scene.labelled("cue") if start < tag.start < say.start and tag.entry.value == "denied"]
    if cues:
        return _trimmed(scene, start, min(cues))  # "the Kremlin dismissed reports": the speaker is the Kremlin
    words = scene.text[start : say.start]
    last = words.rstrip().rfind(", ")
    closing = words[last + 1 :].split()
    if last > 0 and len(closing) <= 5 and not words.rstrip().endswith(",") and _told_in(start, start + last, scene):
        return _trimmed(scene, start + last + 1, say.start)  # "passing it from ship to ship, investigators said"
    pieces = [piece.start() for piece in re.finditer(r",\s", words)]
    if pieces and len(words) - pieces[0] > 2 and not _title(words[: pieces[0]], scene, start):
        start += pieces[0] + 1
    elif pieces and any(0 <= tag.start - start <= 1 for tag in scene.tags if tag.entry.label in ("marker", "say")):
        start += pieces[0] + 1  # "From Singapore, the documents show"
    return _trimmed(scene, start, say.start)


def _trimmed(scene: Scene, start: int, end: int) -> Mention | None:
    """A speaker as a name or an office with its name: what a verb between the name and "said" adds is cut away."""
    found = mention(scene.text, start, end)
    if found is None or found.span is None:
        return None
    start, end = found.span
    if any(tag.entry.label == "marker" and 0 <= start - tag.end <= 1 for tag in scene.tags):
        return None  # "in St. Petersburg, citing": where something is, not who speaks
    words = list(re.finditer(r"\S+", scene.text[start:end]))
    while len(words) > 1 and words[-1].group().lower() in TRAILING:
        words.pop()
    end = start + words[-1].end()
    found = mention(scene.text, start, end) or found
    joined = words[-1].group().lower() in AND
    if len(words) <= MOST and not joined:
        return found
    named = None
    for number, word in enumerate(words):
        capital = word.group()[:1].isupper()
        office = any(start + word.start() <= tag.start < start + word.end() for tag in scene.labelled("office"))
        if named is None and (capital or office):
            named = number
        elif named is not None and not capital and not office and word.group().lower() not in LINKS:
            return mention(scene.text, start, start + words[number - 1].end()) if joined or number > 1 else found
    return found


def _told_in(start: int, end: int, scene: Scene) -> bool:
    """Whether words before a comma belong to what is told: they name a theme or a case word, and no office."""
    told = any(tag.entry.label in ("marker", "theme") and start <= tag.start < end for tag in scene.tags)
    return told and not _office_in(start, end, scene)


def _office_in(start: int, end: int, scene: Scene) -> bool:
    return any(start <= tag.start < end for tag in scene.labelled("office"))


def _title(words: str, scene: Scene, start: int) -> bool:
    """Whether the words before a comma are an office or a name that the words after it go on to explain."""
    return any(start <= tag.start < start + len(words) for tag in scene.labelled("office")) or _named(words.strip())
