"""Who speaks in a verb-final sentence: the words right before the verb of speech, or the topic of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.model import Mention, Span
from saring.reading.packs import Compiled
from saring.reading.scene import Scene
from saring.reading.words import Tag

QUOTES = re.compile("“[^”]*”?|‘[^’]*’?|\"[^\"]*\"?|'[^']*'|「[^」]*」?|『[^』]*』?")
QUOTED = "\0"
OPEN = '“「『"'
WORD = re.compile(rf"[^\s{QUOTED}]+")
LONGEST = 40
ASIDE = re.compile(r"(?:해서|에서|에|으로|로|까지|부터|라면|지만|면서|경우|이후|과정|가운데|중)$")
ADNOMINAL = re.compile(
    r"(?:있|없|하|되|이라|라|다|같|않|받|만드|보이|이르|지내|다루|이끄|맡|모시)는$"
    r"|(?:^|나|들어|돌아|올라|내려|넘어|건너|이어|끌려|다녀|실려|팔려)가는$"
    r"|(?:^|나|들어|돌아|올라|내려|넘어|건너|다가|가져|들여)오는$"
    r"|(?:만|드러|일어|떠|나타|늘어|달아|벗어)나는$"
    r"|(?:밝|맡|같|않|받|높|낮|많|적|깊|젊|넓|좁|싶|찾|남|묶|얻|잡|담|겪|앉|입|찍|막|맺|맞|쌓|놓|넣|닫|믿|참|짧|붙|뽑|작|좋)은$"
)  # a verb before its noun, no topic
LEADING = re.compile(
    r"(?:현지\s?시[간각]\s)?"
    r"(?:(?:지난\s)?(?:\d{1,2}월\s?)?\d{1,2}일|이날|최근|앞서|한편|또|또한|이어|특히)\s+(?:\(현지\s?시[간각]\)\s+)?"
)
CONNECTIVE = re.compile(
    r".*(?:맞서|위해|대해|대해서|대해서는|대해서도|대하여|관해|따라|통해|향해|관련해|관련해서는|관련|이어|함께|계기로|두고|놓고|데 대해|것으로)\s"
)
THINGS = ("것", "점", "등", "데", "바", "중", "가운데", "곳", "만큼")


def speaker(say: Tag, scene: Scene, pack: Compiled) -> Span | None:
    """The speaker's words: what stands between a quotation and its verb, else the first topic, else the first subject."""
    start, words = scene.sentence.start, _unquoted(scene.text, scene.sentence.start, say.start)
    subjects = tuple(word for word, marker in pack.glued if marker == "subject" and " " not in word)
    low = max([0, *_ends(scene, "break", start, say.start), words.rfind(QUOTED) + 1])
    near = _trimmed(words[low:], pack)
    if low and near and near.endswith(subjects) and len(near) <= LONGEST:
        return start + low, start + low + len(near) - _particle(near, subjects)
    return _joined(_topic(words, (pack.pack.writing.topic, subjects), scene), scene)


def _joined(span: Span | None, scene: Scene) -> Span | None:
    """A speaker without what only says of what he speaks: "사건에 대해서도 미 당국"."""
    if span is None or (turned := CONNECTIVE.match(scene.text, *span)) is None or turned.end() >= span[1]:
        return span
    return turned.end(), span[1]


def opener(scene: Scene, pack: Compiled) -> Span | None:
    """The topic before a quotation that a sentence opens and a later one closes."""
    text, start, end = scene.text, scene.sentence.start, scene.sentence.end
    mark = min((place for place in (text.find(each, start, end) for each in OPEN) if place >= 0), default=-1)
    return _topic(text[start:mark], (pack.pack.writing.topic,), scene) if mark > start else None


def _topic(words: str, particles: Sequence[tuple[str, ...]], scene: Scene) -> Span | None:
    for wanted in particles:
        spans = [_opened(word, words, wanted, scene) for word in WORD.finditer(words) if _marked(word, wanted)]
        told = [span for span in spans if not _tells(span, scene) and not _aside(span, scene)]
        if told:
            named = next((span for span in told if _names(span, scene)), None)
            if named or wanted == particles[0]:
                return named or told[0]  # a mere subject speaks only where it is somebody who can
    return None


def _marked(word: re.Match[str], wanted: tuple[str, ...]) -> bool:
    if not wanted or len(word.group()) < 2 or not word.group().endswith(wanted):
        return False
    after = word.string[word.end() : word.end() + 3].lstrip()
    return not ADNOMINAL.search(word.group()) and not after.startswith(THINGS)


def _opened(word: re.Match[str], words: str, wanted: tuple[str, ...], scene: Scene) -> Span:
    """From where the phrase of a topic opens to its particle."""
    start = scene.sentence.start
    first = max([0, *_ends(scene, "say", start, start + word.start())])
    first = max([first, *_ends(scene, "break", start, start + word.start())])
    first = max(first, words.rfind(",", 0, word.start()) + 1, words.rfind(QUOTED, 0, word.start()) + 1)
    return start + first, start + word.end() - _particle(word.group(), wanted)


def _names(span: Span, scene: Scene) -> bool:
    """Whether a phrase ends in an office or an outlet: somebody who can speak."""
    return any(
        span[0] <= tag.start and span[1] - 2 <= tag.end <= span[1] + 1
        for tag in scene.tags
        if tag.entry.label in ("office", "outlet")
    )


def _aside(span: Span, scene: Scene) -> bool:
    """Whether a topic only says of what is spoken ("파병과 관련해서는", "2월에는"), unless a body stands in it."""
    return bool(ASIDE.search(scene.text[span[0] : span[1]])) and not _names(span, scene)


def _tells(span: Span, scene: Scene) -> bool:
    """Whether a phrase is of what is told, not of who tells it: goods, people that are moved, figures."""
    if any(char.isdigit() for char in scene.text[span[0] : span[1]]) and not _names(span, scene):
        return True
    last = max((tag.end for tag in scene.tags if tag.end <= span[1] + 1 and tag.entry.label == "theme"), default=-1)
    return last >= span[1] - 1 and not _names(span, scene)


def bare(phrase: Mention, scene: Scene, pack: Compiled) -> Span | None:
    """A speaker's words without what a quotation before them or a case word behind them leaves; nothing if they tell."""
    if phrase.span is None:
        return None
    if (day := LEADING.match(phrase.words)) and day.end() < len(phrase.words):  # "3일 정부 소식통에 따르면"
        phrase = Mention(words=phrase.words[day.end() :], span=(phrase.span[0] + day.end(), phrase.span[1]))
    if phrase.span is None or _tells(phrase.span, scene):
        return None
    if any(say.start == phrase.span[0] and say.entry.value == "back" for say in scene.labelled("say")):
        return None  # "the agency": whoever was named
    start, end = phrase.span
    words, writing = phrase.words, pack.pack.writing
    if not writing.spaces and "、" in words[:-1]:  # "…ことが、捜査関係者への取材で分かった"
        start, words = start + words.rindex("、") + 1, words[words.rindex("、") + 1 :]
    if (turned := CONNECTIVE.match(words)) and turned.end() < len(words):  # "조약에 맞서 한국 정부가"
        start, words = start + turned.end(), words[turned.end() :]
    for lead in sorted(writing.quoting, key=len, reverse=True):
        if words.startswith(lead + " "):
            start += len(lead) + 1
            words = words[len(lead) + 1 :]
            break
    for tail in sorted(writing.tails, key=len, reverse=True):
        if words.endswith(tail) and len(words) > len(tail) + 1:
            return start, end - len(tail)
    return start, end


def definite(phrase: Mention, scene: Scene) -> bool:
    """Whether a phrase is an office alone ("소식통", "이 관계자"): it points back to who was named."""
    if phrase.span is None or len(phrase.words.split()) > 2:
        return False
    return any(
        tag.end >= phrase.span[1] and tag.start <= phrase.span[0] + 3
        for tag in scene.labelled("office")
        if phrase.span[0] <= tag.start
    )


def after_topic(start: int, say: Tag, scene: Scene, pack: Compiled) -> int:
    """Where the words begin that a topic cites: "RFA는 관세청 자료를 인용해"."""
    cut = start
    ends = (*pack.pack.writing.topic, *pack.pack.markers.get("subject", ()))
    shorts = tuple(word for word in ends if len(word) == 1)
    for word in re.finditer(r"\S+\s", scene.text[start : say.start]):
        reached = start + word.end()
        if not (shorts and len(word.group()) > 2 and word.group().rstrip().endswith(shorts)) or reached >= say.start:
            continue
        if not word.group().rstrip().endswith(pack.pack.writing.topic) and _relates(
            scene.text[reached : say.start], pack
        ):
            continue  # "해관총서가 18일 공개한 통계": who published it belongs to its name
        cut = reached
    return cut


def _relates(words: str, pack: Compiled) -> bool:
    """Whether words hold a verb that leads on to a noun."""
    ends = pack.pack.writing.adnominal
    return bool(ends) and any(len(word) > 1 and word.endswith(ends) for word in words.split()[:-1])


def beyond(phrase: Mention, outlets: Sequence[Tag], scene: Scene) -> Span | None:
    """What a phrase says beyond the outlet in it: "RFA는 러시아 관세청 자료" names customs too."""
    end = phrase.span[1] if phrase.span else 0
    start = max(tag.end for tag in outlets)
    while start < end and not scene.text[start].isspace():
        start += 1
    words = scene.text[start:end].strip()
    return (start, end) if len(words) > 2 and not words[0].isdigit() else None


def _ends(scene: Scene, label: str, start: int, limit: int) -> list[int]:
    """Where tags of a label end before a point, counted from the start of the sentence."""
    return [tag.end - start for tag in scene.labelled(label) if tag.end <= limit]


def _unquoted(text: str, start: int, end: int) -> str:
    """The words with what stands in quotation marks blotted out."""
    return QUOTES.sub(lambda found: QUOTED * len(found.group()), text[start:end])


def _trimmed(words: str, pack: Compiled) -> str:
    """The words without what may stand between a speaker and the verb: dates, "the same day"."""
    trail = pack.pack.writing.trail
    if trail:
        words = re.sub(rf"(?:\s*(?:{'|'.join(trail)}))+\s*$", "", words)
    return words.rstrip()


def _particle(word: str, particles: tuple[str, ...]) -> int:
    return max(len(each) for each in particles if word.endswith(each))
