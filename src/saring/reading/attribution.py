"""Who says it: the chain from the outlet to the person, with what points back to an earlier speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from saring.model import Mention
from saring.reading import topics
from saring.reading.headers import outlet_of
from saring.reading.hearing import DASH, Heard, hear, mention, put
from saring.reading.packs import Compiled
from saring.reading.scene import Scene

OPEN, CLOSE = "“«„「『", "”»」』"
PURE = 190
STAY = 2  # sentences for which an outlet goes on speaking when it did not open the text


@dataclass(slots=True)
class Memory:
    """Who has spoken so far."""

    outlets: list[Mention] = field(default_factory=list)
    outlets_at: int = -99
    leads: bool = False
    reports: bool = False  # the outlet tells the story itself, and does not only hand on what one person said
    speaker: list[Mention] = field(default_factory=list)
    record: Mention | None = None
    record_at: int = -99
    own: list[Mention] = field(default_factory=list)


class Listener:
    """Follows the speakers through a text and gives each sentence its chain."""

    def __init__(self, pack: Compiled, own: Sequence[Mention] = ()) -> None:
        self.pack = pack
        self.memory = Memory(own=list(own))
        self.only: list[Mention] = []

    def chains(self, scenes: Sequence[Scene]) -> list[tuple[Mention, ...]]:
        """For each sentence the sources of what it tells, outermost first."""
        heard = [hear(scene, self.pack) for scene in scenes]
        self._spread_quotes(scenes, heard)
        self._point_back(scenes, heard)
        self.only = self._only(heard)
        return [self._chain(number, scene, heard[number]) for number, scene in enumerate(scenes)]

    def _only(self, heard: Sequence[Heard]) -> list[Mention]:
        """The one medium that a text draws on: it stands behind what nobody else is said to tell."""
        media: list[Mention] = []
        own = {each.words.casefold() for each in self.memory.own}
        for each in heard:
            for outlet in each.outlets:
                if outlet.words.casefold() not in own:
                    put(media, outlet)
        return media if len(media) == 1 else []

    def _spread_quotes(self, scenes: Sequence[Scene], heard: list[Heard]) -> None:
        """A quotation over several sentences has one speaker, who is named at its start or its end."""
        run: list[int] = []
        for number, scene in enumerate(scenes):
            words = scene.text[scene.sentence.start : scene.sentence.end]
            opened = sum(words.count(mark) for mark in OPEN) - sum(words.count(mark) for mark in CLOSE)
            straight = words.count('"') % 2
            if run:
                run.append(number)
                if scene.glued and (opened < 0 or straight) and not any(heard[each].persons for each in run):
                    span = topics.opener(scenes[run[0]], self.pack)
                    put(heard[run[0]].persons, mention(scene.text, *span) if span else None)
                if opened < 0 or straight:
                    self._share([heard[each] for each in run])
                    run = []
                elif len(run) > 6:
                    run = []
            elif opened > 0 or straight:
                run = [number]

    def _point_back(self, scenes: Sequence[Scene], heard: list[Heard]) -> None:
        """A sentence that only names sources ("NBC reported this") speaks of the sentence before it."""
        for number in range(1, len(scenes)):
            one, before, scene = heard[number], heard[number - 1], scenes[number]
            short = scene.sentence.end - scene.sentence.start <= PURE
            if scene.acts or not short or not (one.outlets or one.persons) or before.persons:
                continue
            before.outlets = before.outlets or list(one.outlets)
            before.persons = list(one.persons)

    def _share(self, run: list[Heard]) -> None:
        named = next((each for each in (run[-1], run[0]) if each.persons or each.back), None)
        for each in run if named else ():
            if named is not None and not each.persons:
                each.persons, each.back = list(named.persons), named.back
                each.outlets = each.outlets or list(named.outlets)

    def _dateline(self, number: int, scene: Scene, heard: Heard) -> None:
        """Take in the outlet of the head of the first sentences as the text's own."""
        memory = self.memory
        if number <= 6 and not memory.own and scene.head > scene.sentence.start and not heard.outlets:
            named = outlet_of(scene.text, scene.sentence.start, scene.head)
            memory.own = [each for each in (mention(scene.text, *named) if named else None,) if each is not None]
        if number <= 6 and heard.outlets:
            first = heard.outlets[0]
            if first.span and DASH.match(scene.text, first.span[1]) and not memory.own:
                memory.own = [first]
                heard.outlets = heard.outlets[1:]

    def _chain(self, number: int, scene: Scene, heard: Heard) -> tuple[Mention, ...]:
        memory = self.memory
        self._dateline(number, scene, heard)
        if heard.outlets:
            memory.leads = memory.leads or number <= 3
            memory.reports = number <= 3 and not heard.persons
            memory.outlets, memory.outlets_at = list(heard.outlets), number
        if heard.persons:
            memory.speaker = list(heard.persons)
        chain: list[Mention] = []
        for each in memory.own:
            put(chain, each)
        for each in heard.outlets or self._carried(number, heard, scene):
            put(chain, each)
        persons = heard.persons
        if persons and chain and all(_definite(each, scene, self.pack) for each in persons) and _record(persons, scene):
            persons = (
                [memory.record] if memory.record else []
            )  # "the report says": the one that was named, or the outlet's
            heard.persons = persons
        for each in persons or (memory.speaker if heard.back else []):
            put(chain, each)
        record = _record(heard.persons, scene)
        if record is not None:
            memory.record, memory.record_at = record, number
        elif heard.persons or heard.outlets or scene.sentence.fragment:
            memory.record = None
        elif memory.record and not heard.back and number - memory.record_at <= STAY:
            put(chain, memory.record)
            memory.record_at = number
        return tuple(chain)

    def _carried(self, number: int, heard: Heard, scene: Scene) -> list[Mention]:
        """The outlets that still speak in a sentence which names none; whoever speaks there for himself needs none."""
        memory = self.memory
        new = heard.persons and not memory.reports
        if new and not heard.back and not any(_definite(each, scene, self.pack) for each in heard.persons):
            return []
        recent = number - memory.outlets_at <= STAY or memory.leads
        return (memory.outlets if recent else []) or self.only


def _definite(phrase: Mention, scene: Scene, pack: Compiled) -> bool:
    """Whether a phrase points back to a source that was named: "the report", "laporan itu"."""
    words = phrase.words.casefold().split()
    article = pack.pack.writing.article
    if scene.glued:
        return topics.definite(phrase, scene)
    if (
        phrase.span is None
        or not article
        or len(words) > 3
        or not any(phrase.span[0] <= tag.start < phrase.span[1] for tag in scene.labelled("office"))
    ):
        return False
    return (words[0] if pack.pack.writing.adjective == "before" else words[-1]) in (*article[:1], "itu", "tersebut")


def _record(persons: Sequence[Mention], scene: Scene) -> Mention | None:
    """The paper that a sentence draws on (data, a report, court documents): it goes on speaking until another does."""
    for each in persons:
        if each.span and any(
            each.span[0] <= tag.start < each.span[1] and tag.entry.value in ("record", "customs")
            for tag in scene.labelled("office")
        ):
            return each
    return None
