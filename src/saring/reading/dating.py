"""When an act took place: the date beside it, or the period that the text has been speaking of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from saring.model import When
from saring.reading import dates
from saring.reading.binding import Bound
from saring.reading.packs import Compiled
from saring.reading.phrases import LISTS
from saring.reading.scene import Scene
from saring.reading.words import Tag

FARTHEST = 110  # how far a date may stand from its act, unless it opens the sentence
OPENS = 30
TOPIC_GAP = 4  # a particle and a space between a speaker and the day of the report
SPEECH_NEAR = 30
BREAK_COST = 15.0
SPEECH_COST = 60.0  # "due next month, the agency said the North bought": the date is not of the buying
LONG = 27  # days: a month or more is a period that later sentences may still be about
STAYS = 2  # sentences
SPEECH = frozenset(("say", "outlet"))
TELLS = re.compile(r"[:\"“«„]|(?<!\w)(?:that|bahwa|что|що)(?!\w)", re.IGNORECASE)  # what stands behind is told
AHEAD = frozenset(("planned", "offered", "wished", "hypothetical"))
COMING = frozenset(("planned", "hypothetical"))  # an offer or wish was made on its day
PAST = frozenset(("done", "alleged"))
RULES = frozenset(("ban", "cap", "duty", "permit", "act"))
PREDICATES = ("이라고", "이었다고", "이다", "이었다", "입니다", "이며", "이라며")
STATEMENT = 80  # characters from a day to the verb of speech behind it
QUARTER, RUNS_ON = 80, 5  # days; sentences
WHOLE = 120  # days: a year or half of one, no month
MONTH, STALE = 31, 240  # days
COMMA = 6  # characters between a comma, a date and the verb behind it
YEAR = 4  # letters of a year
BEGUN = re.compile(  # "2022년 2월에 시작된 침공을 돕고자": the day of something else
    r" ?(?:이전|이래|당시|위였던|위이던|위에서)|(?:에|부터)? ?(?:시작된|시작한|발발한|일어난|터진|체결된|체결한|채택된|채택한|설립된|설립한|건조된|출범한|개장한|임명된|발효된|합의된)"
)
FIGURES = frozenset(("goods",))  # what statistics of a period count, line after line
Days = tuple[date, date] | None


@dataclass(slots=True)
class Calendar:
    """The dates of a text while it is read: the day of publication, and the period named last."""

    pack: Compiled
    published: Days
    period: When | None = None
    period_at: int = -99
    period_kind: str | None = None
    dated_at: int = -1  # where the last sentence starts whose act has a day of its own
    year: int | None = None  # of the period named last
    known: dict[tuple[int, bool], list[dates.Dated]] = field(default_factory=dict)
    known_at: int = -1

    def when(self, bound: Bound, scene: Scene, number: int, word: str) -> When | None:
        """The date of an act with that status, with the words that give it."""
        found = self._read(scene, word in COMING)
        best: tuple[float, dates.Dated] | None = None
        says = _says(scene)
        for each in found:
            cost = gap(each.start, each.end, bound.act.start, bound.act.end)
            cost += BREAK_COST * scene.parted(each.start, bound.act.start)
            if scene.glued and scene.text.startswith(PREDICATES, each.end):
                cost = min(cost, 1.0)  # "the seizure was on 1 April": what is said of the act
            cost += SPEECH_COST * any(each.end <= say.start < bound.act.start for say in says)
            if (
                _of_speech(each, says, cost, scene.text, scene.glued)
                or _of_source(each, scene)
                or _of_other(each, scene, bound.act.start)
                or _of_statement(each, says, bound, scene)
                or _of_next(each, bound, scene)
                or (cost > FARTHEST and each.start - scene.sentence.start > OPENS)
            ):
                continue
            if best is None or cost < best[0]:
                best = (cost, each)
        if best is not None:
            self.dated_at = scene.sentence.start if (best[1].last - best[1].first).days < LONG else self.dated_at
            return _when(scene, best[1])
        if word == "ongoing":
            return self._now(scene)
        if not found and word in PAST and self.period and number - self.period_at <= self._stays(bound, scene):
            if self.period_kind not in (None, bound.kind) or self._untold(scene):
                return None
            if scene.glued or bound.kind in FIGURES:
                self.period_at = number  # figures of one month run on
            return self.period
        return None

    def note(self, scene: Scene, number: int, kind: str | None = None, counts: bool = False) -> None:
        """Remember the period that a sentence names, for the sentences that follow and tell of the same kind.

        `counts`: the sentence is a line of figures that goes on with those before it.
        """
        if self.period and counts and number - self.period_at <= STAYS:
            self.period_at = number
        if any(cue.entry.value in AHEAD for cue in scene.labelled("cue")):
            return
        if any(tag.entry.value in RULES for tag in scene.labelled("law")):
            return  # "banned in August 2017"
        if self.period and self._last_year(scene) and not self._untold(scene):
            self.period_at = number
        if self.dated_at == scene.sentence.start and not scene.glued:
            return  # its act has a day of its own: "left on Friday, the first since 2020"
        says = _says(scene)
        for each in self._read(scene, ahead=False):
            past = self.published is None or self._past(each, scene)
            if (
                (each.last - each.first).days >= LONG
                and past
                and not _of_other(each, scene)
                and not self._within(each, scene)
                and not _of_speech(each, says, SPEECH_NEAR + 1, scene.text, scene.glued)
            ):
                self.period, self.period_at, self.period_kind = _when(scene, each), number, kind
                self.year = each.last.year

    def _stays(self, bound: Bound, scene: Scene) -> int:
        """Over how many sentences the period still holds: the figures of a year or quarter run on for long."""
        if self.period is None or scene.glued or bound.kind not in FIGURES or self.period_kind != bound.kind:
            return STAYS
        first, last = date.fromisoformat(self.period.first), date.fromisoformat(self.period.last)
        return RUNS_ON if (last - first).days > QUARTER else STAYS

    def _within(self, each: dates.Dated, scene: Scene) -> bool:
        """Whether a later clause only names a month of the year that the text counts: it goes on with the year."""
        if self.period is None or scene.glued or each.start - scene.sentence.start <= OPENS:
            return False
        first, last = date.fromisoformat(self.period.first), date.fromisoformat(self.period.last)
        return first <= each.first and each.last <= last and (last - first).days > WHOLE > (each.last - each.first).days

    def _past(self, each: dates.Dated, scene: Scene) -> bool:
        """Whether a period is over or going on; a bare "December" of long ago is rather the coming one."""
        last = self.published[1] if self.published else each.last
        named = any(char.isdigit() for char in scene.text[each.start : each.end])
        return each.first <= last and (
            named or (each.last - each.first).days > MONTH or (last - each.last).days < STALE
        )

    def _untold(self, scene: Scene) -> bool:
        """Whether a sentence that gives no date has words of one: it is another than that of the sentences before."""
        tags = scene.labelled("date")
        return bool(tags) and not (self._last_year(scene) and len(tags) == 1)

    def _last_year(self, scene: Scene) -> bool:
        """Whether "last year", in a text without a day of its own, means the whole year that it named before."""
        shapes, period = dates.forms(self.pack.language), self.period
        if shapes is None or self.published is not None or period is None or len(dates.iso_of(period)) != YEAR:
            return False
        found = (shapes.relative.get(scene.folded[tag.start : tag.end]) for tag in scene.labelled("date"))
        return any(each is not None and (each.unit, each.offset) == ("year", -1) for each in found)

    def _read(self, scene: Scene, ahead: bool) -> list[dates.Dated]:
        sentence, key = scene.sentence, (scene.sentence.start, ahead)
        if self.known_at != sentence.start:
            self.known, self.known_at = {}, sentence.start
        if key not in self.known:
            self.known[key] = dates.read(
                scene.folded, sentence.start, sentence.end, self.published, self.pack, ahead, scene.tags, self.year
            )
        return self.known[key]

    def _now(self, scene: Scene) -> When | None:
        """What goes on now is of the month of publication, where a word says that it goes on."""
        if self.published is None or (self.published[1] - self.published[0]).days > 31:
            return None
        now = next((cue for cue in scene.labelled("cue") if cue.entry.value == "ongoing"), None)
        month = dates.span(f"{self.published[1].year:04d}-{self.published[1].month:02d}")
        if now is None or month is None:
            return None
        return When(scene.text[now.start : now.end], month[0].isoformat(), month[1].isoformat(), (now.start, now.end))


def _says(scene: Scene) -> list[Tag]:
    """Words of speech and names of outlets; verbs of listing are acts as well, and their day is that of the act."""
    return [tag for tag in scene.tags if tag.entry.label in SPEECH and not LISTS.match(scene.folded, tag.start)]


def _of_source(each: dates.Dated, scene: Scene) -> bool:
    """Whether a date stands right behind a source that itself stands behind its word of speech."""
    if scene.glued and each.first == each.last:  # "RFA는 14일 … 전했다"
        named = [*scene.sources, *((tag.start, tag.end) for tag in scene.labelled("outlet"))]
        if scene.labelled("say") and any(0 < each.start - end <= TOPIC_GAP for _, end in named):
            return True
    says = [say.end for say in scene.labelled("say") if say.entry.where in ("after", "both")]
    return any(
        0 <= each.start - end <= 8
        and not (each.first != each.last and "," in scene.text[end : each.start])  # "по данным X, с января ввезено …"
        and any(0 <= start - say <= 4 for say in says)
        for start, end in scene.sources
    )


def _of_statement(each: dates.Dated, says: list[Tag], bound: Bound, scene: Scene) -> bool:
    """Whether a day stands before a speaker and his verb, and the act behind them: "On Friday, the envoy said …"."""
    if each.first != each.last or scene.glued:
        return False
    for say in says:
        if say.entry.where not in ("before", "both") or not each.end <= say.start <= each.end + STATEMENT:
            continue
        if say.end <= bound.act.start + 1 and not any(each.end <= act.start < say.start for act in scene.acts):
            return True
    return False


def _of_next(each: dates.Dated, bound: Bound, scene: Scene) -> bool:
    """Whether a date opens a later clause that has a verb of its own: "мы отдали ткань, летом вернутся костюмы"."""
    end = max([bound.act.end, *(theme.end for theme in bound.themes)])
    if scene.glued or bound.act.entry.form == "noun" or each.start < end:
        return False
    comma = scene.text.rfind(", ", end, each.start)
    if comma < 0 or each.start - comma > COMMA:
        return False
    if not any(theme.start > each.end for theme in scene.themes):
        return False  # "волос получают оттуда же, в декабре его отгрузили 95 тонн"
    return any(0 < act.start - each.end <= COMMA and act.entry.form == "active" for act in scene.acts)


def gap(start: int, end: int, other_start: int, other_end: int) -> float:
    """How many characters part two stretches."""
    return float(max(start - other_end, other_start - end, 0))


def _when(scene: Scene, each: dates.Dated) -> When:
    words = scene.text[each.start : each.end]
    return When(words, each.first.isoformat(), each.last.isoformat(), (each.start, each.end))


def _of_other(each: dates.Dated, scene: Scene, act: int | None = None) -> bool:
    """Whether a date belongs to something only named: to a war that began then, a treaty signed then."""
    begun = BEGUN.match(scene.text, each.end, scene.sentence.end) if scene.glued else None
    return begun is not None and (act is None or not each.end <= act < begun.end())


def _of_speech(each: dates.Dated, says: list[Tag], cost: float, text: str, glued: bool = False) -> bool:
    """Whether a date is that of the report: nearer to a word of speech than to the act.

    "According to X on Friday" takes the date, "on Friday, according to X" leaves it to the act.
    """
    if glued:
        says = [say for say in says if each.end <= say.start]  # verbs close the clause: what follows is told
    takes = [say for say in says if say.entry.where not in ("after", "none") or each.start >= say.start]
    takes = [say for say in takes if each.start >= say.start or not set(",;") & set(text[each.end : say.start])]
    takes = [say for say in takes if not (each.start >= say.end and TELLS.search(text, say.start, each.start))]
    near = min((gap(each.start, each.end, say.start, say.end) for say in takes), default=999.0)
    return near <= SPEECH_NEAR and near < cost
