"""Who says it: the chain from the outlet to the person, with what points back to an earlier speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from saring.model import Mention
from saring.reading import topics
from saring.reading.headers import masthead, outlet_of
from saring.reading.hearing import DASH, Heard, hear, put
from saring.reading.packs import Compiled
from saring.reading.phrases import LISTS, mention, office_in
from saring.reading.scene import Scene
from saring.reading.words import fold

OPEN, CLOSE = "“«„「『", "”»」』"
PURE = 190
PURE_WORDS = 5  # beside its sources: more, and a sentence tells something of its own
TURNS = re.compile(  # words with which a report leaves what its source told
    r"(?:Earlier|Previously|Meanwhile|However|But|Still|Separately|By contrast|In (?:19|20)\d\d|Last year|Sebelumnya|Sementara|Namun|"
    r"Adapun|Meski|Di sisi lain|Pada (?:19|20)\d\d|Tahun lalu|Ранее|Тем временем|Между тем|Однако|Но|Напомним|В (?:19|20)\d\d|"
    r"В свою очередь|В прошлом|앞서|한편|반면|그러나|하지만|다만|지난해(?! 같은))(?!\w)"
)
POINTS = re.compile(
    r"(?:Об этом|Про это|Такие данные|Такое заявление|Такую|Соответствующ|Это следует|Его |Её |Ее |Их |This|That|The (?:news|report|claim|"
    r"figures?|disclosure)|Hal (?:itu|ini|tersebut)|Kabar|Informasi|Pernyataan|Demikian|Laporan (?:itu|ini)|Data (?:itu|ini)|이 같은|이같은)"
)
STEM = 6  # letters of a word that its cases share
ANYBODY = ("ведомств", "собеседник", "организаци", "official", "agency", "lembaga", "instansi", "badan")
AGAIN = frozenset(
    ("эксперт", "аналитик", "чиновник", "дипломат", "политолог", "специалист", "учёный", "ученый", "предприниматель")
)
LEADS = 6  # sentences for which an outlet that opened a verb-final text goes on speaking
REPORTERS = re.compile(
    r"기자들과 만나|기자들에게|취재진에게|기자간담회|기자회견|(?:정례 ?)?브리핑에서|국회에 출석해|국정감사에서"
)
STAY = 2  # sentences for which an outlet goes on speaking when it did not open the text


@dataclass(slots=True)
class Memory:
    """Who has spoken so far."""

    outlets: list[Mention] = field(default_factory=list)
    outlets_at: int = -99
    leads: bool = False
    reports: bool = False  # the outlet tells the story itself, and does not only hand on what one person said
    speaker: list[Mention] = field(default_factory=list)
    speaker_at: int = -99
    paragraph: int = -1  # that in which he spoke
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
        if scenes and not self.memory.own:
            named = masthead(scenes[0].text, self.pack)
            own = mention(scenes[0].text, *named) if named else None
            self.memory.own = [own] if own else []
        self._spread_quotes(scenes, heard)
        self._point_back(scenes, heard)
        self._lead(scenes, heard)
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
            short = scene.sentence.end - scene.sentence.start <= PURE and _told_beside(one, scene) <= PURE_WORDS
            if not short or not (one.outlets or one.persons):
                continue
            points = POINTS.match(scene.text, scene.sentence.start)
            if before.persons and one.outlets and not one.persons and not scene.acts:
                before.outlets = before.outlets or list(one.outlets)
            if before.back or ((before.persons or scene.acts or _denies(scene)) and not points):
                continue
            before.outlets = before.outlets or list(one.outlets)
            before.persons = before.persons or list(one.persons)

    def _lead(self, scenes: Sequence[Scene], heard: list[Heard]) -> None:
        """A lead that names nobody tells what the sentence behind it gives the source of."""
        lead = next((n for n, scene in enumerate(scenes) if not scene.sentence.fragment), len(scenes))
        if lead + 1 >= len(scenes):
            return
        one, following = heard[lead], heard[lead + 1]
        if not (one.outlets or one.persons or one.back) and scenes[lead].acts:
            one.outlets, one.persons = list(following.outlets), list(following.persons)

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
            own = mention(scene.text, *named) if named else None
            memory.own = [own] if own and not self._is_place(own.words) else []
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
        persons = self._resolved(heard, scene)
        again = memory.speaker and not scene.glued and all(_definite(each, scene, self.pack) for each in persons)
        if persons and not again:
            memory.speaker = list(persons)
        if heard.persons or heard.back:
            memory.speaker_at, memory.paragraph = number, scene.sentence.paragraph
        chain: list[Mention] = []
        for each in memory.own:
            put(chain, each)
        for each in heard.outlets or self._carried(number, heard, scene):
            put(chain, each)
        for each in persons or (memory.speaker if heard.back or self._goes_on(number, scene, heard) else []):
            put(chain, each)
        record = _record(heard.persons, scene, self.pack)
        if record is not None:
            memory.record, memory.record_at = record, number
        elif heard.persons and any(LISTS.match(scene.folded, say.start) for say in scene.labelled("say")):
            memory.record, memory.record_at = heard.persons[0], number  # who listed them says what they did
        elif heard.persons or heard.outlets or scene.sentence.fragment or (scene.glued and self._turns(scene)):
            memory.record = None
        elif memory.record and not heard.back and number - memory.record_at <= STAY:
            put(chain, memory.record)
            memory.record_at = number
        return tuple(chain)

    def _turns(self, scene: Scene) -> bool:
        """Whether a sentence leaves what its source told."""
        return TURNS.match(scene.text, scene.sentence.start) is not None

    def _is_place(self, words: str) -> bool:
        """Whether the last name of a dateline is a country: "KHABAROVSK, Russia —"."""
        tags = self.pack.lexicon.find(words, fold(words))
        return any(tag.entry.label == "place" and tag.end - tag.start == len(words) for tag in tags)

    def _resolved(self, heard: Heard, scene: Scene) -> list[Mention]:
        """The persons of a sentence, those that it only points back to by their name; a quoted outlet's report is it."""
        memory, meant = self.memory, [self._meant(each, scene) for each in heard.persons]
        if meant != heard.persons:
            heard.back = True
        elif memory.outlets and not (heard.outlets or memory.record or scene.glued) and meant:
            its_own = all(_definite(each, scene, self.pack) for each in meant) and _record(meant, scene, self.pack)
            meant = [] if its_own else meant  # "the report says", of what an outlet reports
        heard.persons = meant
        return meant

    def _meant(self, phrase: Mention, scene: Scene) -> Mention:
        """The source that a phrase points back to ("the report", "ведомство"); the phrase itself where none is known."""
        if scene.glued or not _pointing(phrase, scene, self.pack):
            return phrase
        memory = self.memory
        record = _record([phrase], scene, self.pack) is not None
        known = [*memory.speaker, *([memory.record] if memory.record else [])]
        words = phrase.words.casefold().split()
        head = (words[0] if self.pack.pack.writing.adjective == "after" else words[-1])[:STEM]
        same = [each for each in known if head in each.words.casefold()]
        anybody = words[-1].startswith(ANYBODY) or (len(words) == 1 and words[0] in AGAIN)
        wider = memory.speaker if anybody and not record else []
        return (same or wider or [phrase])[0]

    def _goes_on(self, number: int, scene: Scene, heard: Heard) -> bool:
        """Whether a sentence that names nobody goes on with what was told right before it, in the same paragraph."""
        memory = self.memory
        if (
            heard.outlets
            or not memory.speaker
            or number - memory.speaker_at != 1
            or TURNS.match(scene.text, scene.sentence.start)
        ):
            return False
        return memory.paragraph == scene.sentence.paragraph

    def _carried(self, number: int, heard: Heard, scene: Scene) -> list[Mention]:
        """The outlets that still speak in a sentence which names none; whoever speaks there for himself needs none."""
        memory = self.memory
        new = heard.persons and not memory.reports
        if new and not heard.back and not any(_definite(each, scene, self.pack) for each in heard.persons):
            return []
        if scene.glued and REPORTERS.search(scene.text, scene.sentence.start, scene.sentence.end):
            return []  # who speaks to reporters speaks to all of them
        leads = memory.leads and (not scene.glued or number - memory.outlets_at <= LEADS)
        recent = number - memory.outlets_at <= STAY or leads
        return (memory.outlets if recent else []) or self.only


def _told_beside(heard: Heard, scene: Scene) -> int:
    """How many words a sentence has beside its sources, words of speech and days."""
    spans = [each.span for each in (*heard.outlets, *heard.persons) if each.span]
    spans += [(tag.start, tag.end) for tag in scene.tags if tag.entry.label in ("say", "date")]
    words = re.finditer(r"[^\W\d_]{3,}", scene.text[scene.sentence.start : scene.sentence.end])
    starts = [scene.sentence.start + word.start() for word in words]
    return sum(not any(low <= start < high for low, high in spans) for start in starts)


def _denies(scene: Scene) -> bool:
    """Whether a sentence says what is not so: it answers the one before it and is no source of it."""
    return any(cue.entry.value in ("not", "denied") for cue in scene.labelled("cue"))


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
    if pack.pack.writing.adjective == "before" and any(word[0].isupper() for word in phrase.words.split()[1:]):
        return False  # "the Interior Ministry" is a name
    return (words[0] if pack.pack.writing.adjective == "before" else words[-1]) in (*article[:1], "itu", "tersebut")


def _pointing(phrase: Mention, scene: Scene, pack: Compiled) -> bool:
    """Whether a phrase points back: with an article, or as a bare office where the language has none."""
    if pack.pack.writing.article:
        return _definite(phrase, scene, pack)
    bare = len(phrase.words.split()) == 1 and phrase.words[:1].islower()
    return bare and phrase.span is not None and office_in(*phrase.span, scene)


def _record(persons: Sequence[Mention], scene: Scene, pack: Compiled) -> Mention | None:
    """The paper that a sentence draws on (data, a report, court documents): it goes on speaking until another does."""
    papers = tuple(word.rstrip("*").casefold() for word in pack.pack.records)
    for each in persons:
        if papers and not scene.glued and each.words.casefold().startswith(papers):
            return each
        if each.span and any(
            each.span[0] <= tag.start < each.span[1] and tag.entry.value in ("record", "customs")
            for tag in scene.labelled("office")
        ):
            return each
    return None
