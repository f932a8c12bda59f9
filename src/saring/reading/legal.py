"""Sentences that say what the law is: what was banned, capped, demanded or let through, by whom and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from saring.model import ClaimSeen, Document, Good
from saring.reading import dates, gate, roles, ruling
from saring.reading.looking import build
from saring.reading.packs import Compiled, compiled, ways
from saring.reading.scene import Scene
from saring.reading.sentences import split
from saring.reading.words import Tag, between, fold

Spot = Callable[[str, str], tuple[Good, ...]]
NUMBER = re.compile(r"(?<![\d.,/-])(1[5-8]\d\d|20[5-9]\d|2[1-9]\d\d)(?![\d%]|[.,]\d)")  # no year of our days
NEGATED = 3  # characters between "not" and the permission that it turns into a ban
STAY = 2  # sentences over which "it" and "such goods" reach back
CAPPED = frozenset(("oil", "refined_oil", "crude_oil"))
EXCESS = re.compile(r"in excess of|more than \d|exceeding|melebihi|lebih dari \d|сверх|свыше|초과|를 넘는|을 넘는")
YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?!\d|[.,]\d)")
MOVES = frozenset(("import", "receive", "export", "send", "trade", "employ", "give", "carry"))
CLOSE = 20  # a date this near to a word of law dates it in any case


def find(document: Document, partner: str, spot: Spot | None = None) -> tuple[ClaimSeen, ...]:
    """The claims of a document in the order of the text.

    With `spot`, a sentence that names goods of its own never takes those of the sentence before for its subject.
    """
    pack = compiled(document.language)
    if pack is None or not gate.named(document.text, partner):
        return ()
    text = document.text
    folded = fold(text)
    tags = pack.lexicon.find(text, folded)
    published = dates.span(document.published)
    found = []
    before, last = Before(), None
    for sentence in split(text, pack, document.noise):
        inside = between(tags, sentence.start, sentence.end)
        speaks = any(tag.entry.label == "law" for tag in inside)
        scene = build(sentence, text, folded, inside, (), pack) if speaks else Scene(sentence, text, folded, inside)
        claim = _claim(scene, pack, published, before, partner, spot) if speaks else None
        if claim is None and (before.claim or (speaks and _lawful(scene))):
            claim = _ruled(scene, pack, before, partner)
        if claim is not None and claim.effect == "free" and claim.flow is None and last is not None:
            named = build(last.sentence, text, folded, last.tags, (), pack)  # goods that are free the way spoken of
            claim = msgspec.structs.replace(claim, flow=_flow(named, pack, partner))
        before, last = before.after(scene, claim), scene
        if claim is not None:
            found.append(claim)
    return tuple(found)


@dataclass(frozen=True)
class Before:
    """What the sentences before spoke of: a source of law, a claim, and subjects that a sentence may point back to."""

    law: bool = False
    claim: bool = False
    subjects: tuple[str, ...] = ()
    age: int = 0

    def after(self, scene: Scene, claim: ClaimSeen | None) -> Before:
        """The same after one more sentence."""
        subjects = tuple(dict.fromkeys(tag.entry.value for tag in scene.labelled("subject")))
        kept = self.subjects if self.age < STAY else ()
        return Before(
            law=bool(_has(scene, "instrument") and _has(scene, "body")),
            claim=claim is not None,
            subjects=subjects or kept,
            age=0 if subjects else self.age + 1,
        )


def _lawful(scene: Scene) -> bool:
    """Whether a sentence names a resolution, a body of the law or who is bound by it."""
    return bool(_has(scene, "instrument") or _has(scene, "body"))


def _ruled(scene: Scene, pack: Compiled, before: Before, partner: str) -> ClaimSeen | None:
    """A claim in words that only set out a rule: "States had until December 2019 to …", "It makes no exception for …"."""
    effect = ruling.effect(scene, before.claim) if pack.language == ruling.LANGUAGE else None
    if effect is None:
        return None
    subjects = tuple(dict.fromkeys(tag.entry.value for tag in scene.labelled("subject"))) or before.subjects
    if not subjects:
        return None
    cited = NUMBER.findall(scene.text[scene.sentence.start : scene.sentence.end])
    return _seen(scene, pack, partner, cited, (None, None, None), subjects, effect)


def _seen(
    scene: Scene,
    pack: Compiled,
    partner: str,
    cited: Sequence[str],
    day: tuple[int | None, int | None, int | None],
    subjects: tuple[str, ...],
    effect: str,
    ruler: str | None = None,
) -> ClaimSeen:
    """The claim of a sentence; `ruler` stands for a body where none is named."""
    sentence, body = scene.sentence, _has(scene, "body")
    words = scene.text[sentence.start : sentence.end]
    return ClaimSeen(
        quote=words,
        span=(sentence.start, sentence.end),
        language=pack.language,
        claims=words,
        cited=cited[0] if cited else None,
        year=day[0],
        month=day[1],
        day=day[2],
        subjects=subjects,
        effect=effect,
        flow=_flow(scene, pack, partner),
        addressee=None,
        body=scene.text[body[0].start : body[0].end] if body else ruler,
    )


def _has(scene: Scene, value: str) -> list[Tag]:
    return [tag for tag in scene.tags if tag.entry.label == "law" and tag.entry.value == value]


def _claim(
    scene: Scene,
    pack: Compiled,
    published: tuple[date, date] | None,
    before: Before,
    partner: str,
    spot: Spot | None = None,
) -> ClaimSeen | None:
    sentence, text = scene.sentence, scene.text
    if sentence.fragment and (sentence.bullet or sentence.start == 0):
        return None
    words = text[sentence.start : sentence.end]
    instrument, body = _has(scene, "instrument"), _has(scene, "body")
    cited = NUMBER.findall(words) if instrument else []
    effect = _effect(scene)
    subjects = tuple(dict.fromkeys(tag.entry.value for tag in scene.labelled("subject")))
    if effect == "outside":
        subjects = _beside_outside(scene)
    if not effect or not _sourced(scene, effect, bool(cited), subjects, before, partner):
        return None
    if not subjects and (scene.labelled("back") or before.claim or (effect == "cap" and body)):
        own = spot is not None and not scene.labelled("back") and spot(words, pack.language)
        subjects = () if own else before.subjects
    if not subjects and not cited and not (instrument and body) and effect not in ("duty", "outside", "act", "permit"):
        return None
    told = {"act": "measure", "breach": "ban", "outside": "free"}.get(effect, effect)
    return _seen(scene, pack, partner, cited, _when(scene, pack, published), subjects, told, _ruler(scene, partner))


def _sourced(scene: Scene, effect: str, cited: bool, subjects: tuple[str, ...], before: Before, partner: str) -> bool:
    """Whether the sentence rests on law: an instrument, a body or State that rules, or a claim that it goes on with."""
    instrument, body = bool(_has(scene, "instrument")), bool(_has(scene, "body"))
    if effect == "permit" and not (instrument or cited or before.claim):
        return False
    if cited or (instrument and (body or before.law or subjects)):
        return True
    if effect == "outside" and instrument and not scene.glued:
        return True  # "no resolution forbids the trains themselves"
    if before.claim and effect in ("ban", "cap", "duty", "permit", "outside") and (subjects or scene.labelled("back")):
        return True
    ruled = body or any(place.marker == "by" and place.code != partner for place in scene.places)
    if before.law and effect == "ban" and subjects:
        return True
    banned = bool(_has(scene, "ban"))
    return (
        ruled
        and (effect in ("ban", "cap", "act") or (effect == "outside" and banned))
        and bool(subjects or instrument or body)
    )


def _effect(scene: Scene) -> str | None:
    nots = [tag.end for tag in scene.labelled("cue") if tag.entry.value in ("not", "denied")]
    if any(0 <= tag.start - end <= NEGATED for tag in _has(scene, "permit") for end in nots):
        return "ban"  # "does not allow", "tidak membolehkan"
    if not scene.glued and any(0 <= tag.start - end <= NEGATED for tag in _has(scene, "ban") for end in nots):
        return "outside"  # "tidak melarang"
    if _has(scene, "ban") and EXCESS.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return "cap"  # "banned in excess of"
    capped = {tag.entry.value for tag in scene.labelled("subject")} - {"trade"}
    if capped and capped <= CAPPED and _has(scene, "ban") and _has(scene, "cap") and not _has(scene, "outside"):
        return "cap"  # what has a ceiling, and a ban on what goes beyond it
    for name in ("outside", "ban", "cap", "duty", "permit", "act"):
        if _has(scene, name) and not (name == "cap" and _has(scene, "breach") and not _figure(scene)):
            return name
    return None


def _figure(scene: Scene) -> bool:
    """Whether a sentence holds a number that may be a ceiling: who only breaks a limit states none."""
    words = scene.text[scene.sentence.start : scene.sentence.end]
    return any(char.isdigit() for char in NUMBER.sub("", YEAR.sub("", words)))


def _ruler(scene: Scene, partner: str) -> str | None:
    """The State by which a sentence says that something was ruled, where it names no body."""
    by = next((place for place in scene.places if place.marker == "by" and place.code != partner), None)
    return scene.text[by.start : by.end] if by and by.form != "cities" else None


def _beside_outside(scene: Scene) -> tuple[str, ...]:
    """The subjects of the clause that says what is free: "wigs are not banned, while coal is" speaks of wigs."""
    free = (_has(scene, "outside") or _has(scene, "ban"))[0]
    near = [
        tag for tag in scene.labelled("subject") if not scene.parted(tag.start, free.start) or not _has(scene, "ban")
    ]
    return tuple(dict.fromkeys(tag.entry.value for tag in near))


def _flow(scene: Scene, pack: Compiled, partner: str) -> str | None:
    """Whether the sentence speaks of what leaves the partner or what goes to it."""
    moved = [act for act in scene.acts if act.entry.value in MOVES]
    marked = {place.marker for place in scene.places if place.code == partner}
    origin = any(place.form == "adjectives" and place.code == partner for place in scene.places)
    away = {"from", "whence", "origin"} | ({"at"} if scene.glued else set())  # "북한에서 내보내는"
    if moved and marked & away and "to" not in marked and not any(act.entry.value == "receive" for act in moved):
        return "from_partner"
    if moved and origin and not marked & {"to", "at"} and any(act.entry.value == "import" for act in moved):
        return "from_partner"  # "покупка северокорейских морепродуктов"
    for act in scene.acts:
        if act.entry.value not in MOVES:
            continue
        if scene.glued and not marked - {""}:
            return None  # a partner without a case word takes no side
        sides = roles.resolve(act, ways()[act.entry.value], None, scene, pack, partner)
        if sides is not None and partner in (sides.giver, sides.receiver):
            return "from_partner" if sides.giver == partner else "to_partner"
    if any(act.entry.value in MOVES for act in scene.acts):
        near = any(place.marker == "to" and place.code == partner for place in scene.places)
        return "to_partner" if near else "from_partner"
    return None


def _when(
    scene: Scene, pack: Compiled, published: tuple[date, date] | None
) -> tuple[int | None, int | None, int | None]:
    found = dates.read(scene.folded, scene.sentence.start, scene.sentence.end, published, pack, tags=scene.tags)
    laws = [tag for tag in scene.labelled("law") if tag.entry.value != "cap"]
    for each in found:
        if not _of_law(each, laws, scene.acts):
            continue
        one_day = each.first == each.last
        one_month = (each.first.year, each.first.month) == (each.last.year, each.last.month)
        if one_day:
            return each.first.year, each.first.month, each.first.day
        if one_month:
            return each.first.year, each.first.month, None
        return each.first.year, None, None
    return None, None, None


def _of_law(each: dates.Dated, laws: list[Tag], acts: list[Tag]) -> bool:
    """Whether a date is that of the law rather than of what was traded: it stands nearer to a word of law."""
    law = min((_apart(each, tag) for tag in laws), default=999)
    act = min((_apart(each, tag) for tag in acts if not any(tag[:2] == other[:2] for other in laws)), default=999)
    return law <= max(act, CLOSE)


def _apart(each: dates.Dated, tag: Tag) -> int:
    return max(tag.start - each.end, each.start - tag.end, 0)
