"""Why a candidate is no dealing; who only speaks; where a thing comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from saring.model import Mention
from saring.reading import binding, governed, norms, phrases, ruling
from saring.reading.at_home import at_home
from saring.reading.bound import OF_STATES, PEOPLE
from saring.reading.punishing import punished
from saring.reading.remarks import only_said
from saring.reading.roles import Sides
from saring.reading.scene import Scene, Theme
from saring.reading.words import Tag

CITING, CITED = ("citing", "quoting"), 5  # characters between the word and who is cited: " the "
QUOTED = re.compile(r"(?:quot|cit)(?:ed|es|ing)\b[^,;]{0,80}? as (?:saying|telling|having|reporting|writing|adding)\b")
CARRYING = frozenset(("travel", "appear", "send", "carry", "receive"))
LESSON = 48  # characters between a verb of teaching and what is taught
OWN_GAP = 24  # characters between a verb of speech and what its speaker does, aspect words between them
MUTUAL_ACTS = frozenset(("write", "meet", "sign"))


def refuse(bound: binding.Bound, sides: Sides | None, scene: Scene, partner: str) -> str | None:
    """Why a candidate is no dealing, or nothing when it is one."""
    if sides is None or bound.act.entry.note == "leave":
        return "no side" if sides is None else None
    if scene.labelled("sport") and not any(theme.kind in OF_STATES for theme in bound.themes):
        return "a game is played"
    if governed.unanswered(bound, scene):
        return "a question that nobody answers"
    if governed.by_law(bound, scene) or norms.stated(bound, scene, partner) or ruling.ruled(bound, scene):
        return "the law speaks of it"
    if only_said(bound, scene):
        return "only said of it"
    if partner not in (sides.giver, sides.receiver):
        return None if origin(bound, scene) == partner else "the partner is no side"
    if reason := at_home(bound, sides, scene, partner):
        return reason
    if bound.name == "study" and _drilled(bound, scene):
        return "taught to use weapons"
    lone = sides.giver is None or sides.receiver is None
    if bound.name == "use" and (sides.giver != partner or lone or origin(bound, scene) != partner):
        return "used, but not a thing of the partner"
    if bound.kind == "troops" and (reason := _soldiers(bound, sides, scene, partner)):
        return reason
    return _alone(bound, sides, scene, partner) if lone else None


def _soldiers(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> str | None:
    """Why soldiers are none of the partner's dealings, or nothing when they are."""
    if sides.giver is None:
        return "soldiers of nobody named"
    if bound.name == "return" and not scene.glued and _anothers(bound, scene, partner):
        return "soldiers of another country who go home"
    if _others_soldiers(bound, sides, scene, partner):
        return "soldiers of another country, not sent to the partner"
    return None


def _anothers(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether people are called after another country: "seorang prajurit AS dipulangkan"."""
    return any(
        place.code != partner and place.form == "names" and place.marker == "" and place.start - theme.end == 1
        for theme in bound.themes
        for place in scene.places
    )


def _drilled(bound: binding.Bound, scene: Scene) -> bool:
    """Whether people named after their country alone are taught by soldiers or how to use weapons: no students."""
    if any(theme.kind != "citizen" for theme in bound.themes):
        return False
    return bool(bound.themes) and any(theme.kind in DRILL for theme in scene.themes)


HOMEMADE = (" buatan dalam negeri", " produksi dalam negeri", " buatan sendiri", " produksi lokal", " buatan lokal")
DRILL = frozenset(("trainer", "weapon", "soldier", "pilot"))
ALONE = {
    "develop": "what a country makes at home",
    "see": "seen, but not in another country",
    "want": "wanted, from nobody named",
    "work": "people without an act or a place",
    "comprise": "listed, with nobody named",
}
FROM = 6  # characters between people and where they come from: " из "
HOME = frozenset(("deploy", "employ", "train"))


def _others_soldiers(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> bool:
    """Whether soldiers of another country do something at home, the partner only named beside it."""
    if scene.glued or bound.way.polarity != "act" or sides.receiver != partner or bound.name not in ("appear", "work"):
        return False
    if origin(bound, scene) in (None, partner):
        return False  # the partner's own, whose sides are hard to tell
    return not any(place.code == partner and place.marker in ("to", "at") for place in scene.places)


def _alone(bound: binding.Bound, sides: Sides, scene: Scene, partner: str) -> str | None:
    """Why an act with one side is no dealing."""
    bare = all(bound.act.start <= theme.start and theme.end <= bound.act.end for theme in bound.themes)
    if bound.act.entry.note in ("tally", "leave"):
        return None  # a line of figures of the trade that the text counts, what a committee lets in
    if bound.name == "work" and scene.labelled("abroad") and sides.giver:
        return None  # "thousands of them work in Europe"
    if bound.name == "seize" and sides.giver == partner and not scene.glued:
        return "looked over at home"
    if bound.themes and scene.folded.startswith(HOMEMADE, bound.themes[-1].end):
        return "goods made and bought at home"
    if bound.name in ALONE or (bound.name == "build" and bound.kind == "technical_assistance"):
        return ALONE.get(bound.name, ALONE["develop"])
    if bound.name in HOME and bound.kind in PEOPLE and not sides.receiver and not _from_there(bound, sides, scene):
        return "people put to work at home"
    if not bound.themes and bound.name in ("meet", "visit") and _nowhere(bound, sides, scene):
        return "a visit or talks at home"
    letters = bool(bound.themes) and all(theme.kind == "letter" for theme in bound.themes)
    if (bare and bound.name in MUTUAL_ACTS) or (letters and not scene.glued and sides.receiver is None):
        return "talks or letters with nobody named"
    if not bound.themes and bound.way.weight < 1:
        return "an act without a theme and with one side"
    return None


def _from_there(bound: binding.Bound, sides: Sides, scene: Scene) -> bool:
    """Whether people are elsewhere, by a word for abroad, or since they are named by where they came from."""
    if scene.labelled("abroad"):
        return True
    if scene.glued or not bound.themes:
        return False
    end = bound.themes[-1].end
    return any(
        place.code == sides.giver and place.marker == "from" and 0 < place.start - end <= FROM for place in scene.places
    )


def _nowhere(bound: binding.Bound, sides: Sides, scene: Scene) -> bool:
    """Whether somebody visits nobody named, and no country abroad: "Kim visited a munitions factory"."""
    if scene.glued:
        return bound.name == "meet" or sides.giver is not None
    return bound.name == "visit" and sides.giver is not None and not scene.labelled("abroad")


def origin(bound: binding.Bound, scene: Scene) -> str | None:
    """The country that a theme of the act comes from, as its words beside it say."""
    made = [place.code for place in scene.places if place.marker == "origin" and place.form == "adjectives"]
    if made and bound.themes and not scene.glued:
        return made[0]  # "are of North Korean make"
    for theme in bound.themes:
        for place in scene.places:
            inside = theme.start <= place.start and place.end <= theme.end
            after = 0 <= place.start - theme.end <= 14 and place.marker in ("", "from", "origin")
            after = after and not set(",;:.") & set(scene.text[theme.end : place.start])
            before = 0 <= theme.start - place.end <= 14 and (place.form == "adjectives" or place.marker == "origin")
            if inside or after or before:
                return place.code
    return None


def under_way(bound: binding.Bound, sides: Sides) -> bool:
    """Whether only a vehicle is told of, from or to nowhere named: it leads on to what it carries, and is no dealing."""
    if bound.kind != "transport" or bound.name != "travel" or (sides.giver and sides.receiver):
        return False
    return bool(bound.themes) and all(theme.kind in binding.CRAFT for theme in bound.themes)


def alone(told: list[tuple[binding.Bound, Sides]]) -> list[tuple[binding.Bound, Sides]]:
    """The tellings of a sentence without journeys of vehicles where it tells what goods moved: they only carried them.

    A noun of trade without goods ("its first sale since 2017") is left out beside goods that went the same way.
    """
    if any(bound.kind == "military_training" for bound, _ in told):  # where they are taught they are not at war
        told = [row for row in told if not (row[0].kind == "troops" and row[0].act.entry.note == "presence")]
    ways = {(sides.giver, sides.receiver) for bound, sides in told if bound.kind in binding.APART and bound.themes}
    if not any(bound.kind in binding.APART for bound, _ in told):
        return told
    named = {(sides.giver, sides.receiver) for bound, sides in told if bound.kind == "goods" and not _unnamed(bound)}
    taught = [
        bound.act.end for bound, _ in told if bound.kind == "military_training" and bound.act.entry.form != "noun"
    ]
    return [
        (bound, sides)
        for bound, sides in told
        if not _carrier(bound)
        and not any(_lesson(bound, end) for end in taught)
        and not _again(bound, sides, ways)
        and not (bound.kind == "goods" and _unnamed(bound) and bound.themes and (sides.giver, sides.receiver) in named)
    ]


def _lesson(bound: binding.Bound, end: int) -> bool:
    """Whether an act is what people are taught: "mengajari prajurit Korut menerbangkan drone"."""
    return bound.kind == "arms" and bound.act.entry.form == "active" and 0 < bound.act.start - end <= LESSON


def _carrier(bound: binding.Bound) -> bool:
    craft = bool(bound.themes) and all(theme.kind in binding.CRAFT for theme in bound.themes)
    called = bound.name == "dock" and not bound.themes  # "found on a freighter that had sailed from Haeju"
    return bound.kind == "transport" and ((bound.name in CARRYING and craft) or called)


def _unnamed(bound: binding.Bound) -> bool:
    """Whether goods are only called goods: "membongkar muatannya", beside those that are named."""
    return all(theme.kind == "thing" and theme.goods is None for theme in bound.themes)


def _again(bound: binding.Bound, sides: Sides, ways: AbstractSet[tuple[str | None, str | None]]) -> bool:
    noun = bound.name in ("export", "import", "trade") and bound.act.entry.form in binding.NOUNS and not bound.themes
    return noun and bound.kind == "goods" and (sides.giver, sides.receiver) in ways


def weaken(scene: Scene, chain: Sequence[Mention]) -> None:
    """Places inside the words before a verb of speech, and in names of sources, belong to the speaker first."""
    spans = [mention.span for mention in chain if mention.span]
    scene.sources = [span for span in spans if scene.sentence.start <= span[0] < scene.sentence.end]
    before = [say.start for say in scene.labelled("say") if say.entry.where == "before"]
    counting = [tag.start for tag in scene.labelled("office") if tag.entry.value == "customs"]
    spans = [span for span in spans if not any(span[0] <= start < span[1] for start in counting)]  # who counts trades
    for place in scene.places:
        inside = any(
            start <= place.start
            and (place.end <= end or 0 <= place.start - end <= 2)
            and not set(",:.!?\n") & set(scene.text[end : place.start])
            for start, end in spans
        )
        place.source = inside and not any(0 <= say - place.end <= 60 for say in before)
        if scene.glued:  # a speaker that is the topic is often the actor too
            place.source, place.weak = False, any(low <= place.start and place.end <= high for low, high in spans)
    _watch(scene)
    for start in _asides(scene, spans):
        end = _closed(start, scene)
        for place in scene.places:
            place.source = place.source or start <= place.start < end
    punished(scene)
    for say in scene.labelled("say"):
        if say.entry.where == "before" and not phrases.ACCUSED.match(scene.folded, say.start):
            start = _speaker_start(say, scene)
            if any(start <= counts < say.start for counts in counting):
                continue
            if not scene.glued and _tells_own(say, scene):
                continue
            for place in scene.places:
                if start <= place.start and place.end <= say.start:
                    place.weak = True


def _watch(scene: Scene) -> None:
    """Whoever only watches is no side: "Japan spotted a tanker that …"."""
    for say in scene.labelled("say"):
        if say.entry.where == "seen":
            start = _speaker_start(say, scene)
            for place in scene.places:
                place.source = place.source or (start <= place.start and place.end <= say.start)
        elif quoted := QUOTED.match(scene.folded, say.start, scene.sentence.end):
            start = _speaker_start(say, scene)
            for place in scene.places:  # "Rep. Lee quoted the spy agency as saying"
                place.source = place.source or start <= place.start < quoted.end()
        elif scene.folded.startswith(CITING, say.start):
            for place in scene.places:  # "Citing the United States, the panel said …"
                place.source = place.source or 0 <= place.start - say.end <= CITED


def _tells_own(say: Tag, scene: Scene) -> bool:
    """Whether a speaker tells what he does himself, the verb right behind: "Rusia mengaku telah mengirim"."""
    for act in scene.acts:
        if act.entry.form == "active" and 0 < act.start - say.end <= OWN_GAP:
            gap = scene.folded[say.end : act.start]
            cued = [tag for tag in scene.labelled("cue") if say.end <= tag.start and tag.end <= act.start]
            return (
                bool(cued) and not gap[: cued[0].start - say.end].strip() and not gap[cued[-1].end - say.end :].strip()
            )
    return False


def _asides(scene: Scene, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Where clauses open that only explain a source named last: "…, according to the team, which A and B set up"."""
    return [
        tag.start
        for tag in scene.labelled("break")
        if tag.entry.value == "relative"
        and any(0 <= tag.start - end <= 3 for _, end in spans)
        and not any(0 <= tag.start - say.end <= 1 for say in scene.labelled("say"))  # "a report, according to which"
    ]


def _closed(start: int, scene: Scene) -> int:
    """Where a clause that explains a speaker ends: behind what is told, with the sentence; before it, with the clause."""
    if any(act.end <= start for act in scene.acts):
        return scene.sentence.end
    ends = [tag.start for tag in scene.labelled("break") if tag.start > start + 1]
    ends += [tag.start for tag in scene.labelled("say") if tag.start > start]
    comma = scene.text.find(",", start, scene.sentence.end)
    return min([scene.sentence.end, *ends, *([comma] if comma > 0 else [])])


def _speaker_start(say: Tag, scene: Scene) -> int:
    """Where the words begin that can name a speaker: back over commas as long as no act stands between them."""
    low = scene.sentence.start
    acts = [act.end for act in scene.acts if act.end <= say.start]
    if not acts:
        return low
    comma = scene.text.find(", ", max(acts), say.start)
    return comma if comma >= 0 else say.start


def inside(theme: Theme, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a theme stands inside one of the spans."""
    return any(start <= theme.start and theme.end <= end for start, end in spans)
