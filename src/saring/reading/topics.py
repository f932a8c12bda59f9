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
WORD = re.compile(rf"[^\s{QUOTED}]+")
LONGEST = 40


def speaker(say: Tag, scene: Scene, pack: Compiled) -> Span | None:
    """The speaker's words: what stands between a quotation and its verb, else the first topic, else the first subject."""
    start, words = scene.sentence.start, _unquoted(scene.text, scene.sentence.start, say.start)
    subjects = tuple(word for word, marker in pack.glued if marker == "subject" and " " not in word)
    low = max([0, *_ends(scene, "break", start, say.start), words.rfind(QUOTED) + 1])
    near = _trimmed(words[low:], pack)
    if low and near and near.endswith(subjects) and len(near) <= LONGEST:
        return start + low, start + low + len(near) - _particle(near, subjects)
    for wanted in (pack.pack.writing.topic, subjects):
        for word in WORD.finditer(words):
            if len(word.group()) > 1 and wanted and word.group().endswith(wanted):
                first = max([0, *_ends(scene, "say", start, start + word.start())])
                first = max([first, *_ends(scene, "break", start, start + word.start())])
                first = max(first, words.rfind(",", 0, word.start()) + 1, words.rfind(QUOTED, 0, word.start()) + 1)
                return start + first, start + word.end() - _particle(word.group(), wanted)
    return None


def after_topic(start: int, say: Tag, scene: Scene, pack: Compiled) -> int:
    """Where the words begin that a topic cites: "RFA는 관세청 자료를 인용해"."""
    cut = start
    ends = (*pack.pack.writing.topic, *pack.pack.markers.get("subject", ()))
    shorts = tuple(word for word in ends if len(word) == 1)
    for word in re.finditer(r"\S+\s", scene.text[start : say.start]):
        reached = start + word.end()
        if shorts and len(word.group()) > 2 and word.group().rstrip().endswith(shorts) and reached < say.start:
            cut = reached
    return cut


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
