"""From a document to tellings: sentence by sentence, acts with their themes, sides, status, date, sources and facts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import msgspec

from saring.model import Dealing, Document, Good, Kind, Mention, Quote, Status
from saring.reading import (
    amounts,
    binding,
    contracts,
    dates,
    discourse,
    gate,
    governed,
    hearsay,
    leaves,
    predicates,
    presence,
    roles,
    tallies,
)
from saring.reading.asides import set_aside
from saring.reading.attribution import Listener
from saring.reading.bystanders import standing_by
from saring.reading.clauses import clause
from saring.reading.compass import compass
from saring.reading.crowds import as_tourists
from saring.reading.dating import Calendar, gap
from saring.reading.denials import kept_open
from saring.reading.disputing import disputed
from saring.reading.echoes import echo, renamed
from saring.reading.ending import ended
from saring.reading.facts import facts
from saring.reading.following import complete
from saring.reading.homeward import given_aid, goes_there, remitted, sent_home, still_aid
from saring.reading.implied import at_the_front
from saring.reading.loads import loads
from saring.reading.looking import build
from saring.reading.norms import speaks_of_law
from saring.reading.onward import allowed, earned, stays
from saring.reading.packs import Compiled, compiled
from saring.reading.purposes import for_making
from saring.reading.remarks import names_firm
from saring.reading.resold import passed_on
from saring.reading.rivers import across
from saring.reading.roles import Sides
from saring.reading.rounds import lately, rounded, visitors
from saring.reading.ruling import LANGUAGE as RULED_IN
from saring.reading.ruling import mark
from saring.reading.scene import Scene, Theme
from saring.reading.sentences import split
from saring.reading.shortforms import with_short_forms
from saring.reading.sifting import alone, inside, origin, refuse, under_way, weaken
from saring.reading.status import status
from saring.reading.subjects import joined_on
from saring.reading.swapping import swapped
from saring.reading.tolling import banked, made_up, patented
from saring.reading.turning import bartered, beside, returned, turned
from saring.reading.visiting import visitor
from saring.reading.wondering import as_rule, asks
from saring.reading.words import Tag, fold

Spot = Callable[[str, str], tuple[Good, ...]]
GOODS_KINDS = frozenset(
    ("goods", "arms", "aid", "technical_assistance", "military_training", "joint_venture", "intellectual_property")
)
PEOPLE = frozenset(("worker", "soldier", "citizen"))
TAKER = re.compile(r"[а-яёіїє]{3,}(?:ам|ям) (?=[а-яёіїє])")
OWN = ("dateline",)  # where a text names its own outlet
OWN_GLUED = ("dateline", "byline", "copyright", "share")
SHORT = 60  # letters of a text whose language is not sure
READ = ("en", "id", "ru", "uk", "ko", "zh", "ja")
VEHICLES = frozenset(("train", "ship", "flight"))


@dataclass(slots=True)
class Step:
    """What one sentence came to, for `--trace`."""

    scene: Scene
    told: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Reading:
    """One document while it is read."""

    document: Document
    spot: Spot
    partner: str
    pack: Compiled
    steps: list[Step] = field(default_factory=list)

    def scenes(self) -> list[Scene]:
        """The sentences with what stands in them."""
        text = self.document.text
        folded = fold(text)
        tags = with_short_forms(compass(_full_names_first(self.pack.lexicon.find(text, folded)), text), text)
        goods = [self._told_good(good) for good in self.spot(text, self.pack.language) if good.span]
        goods = loads(text, folded, goods, self.spot, self.pack)
        starts = [good.span[0] for good in goods if good.span]
        found = []
        for sentence in split(text, self.pack, self.document.noise):
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            found.append(build(sentence, text, folded, tags, goods[low:high], self.pack))
        return found

    def _told_good(self, good: Good) -> Good:
        """Goods without those to whom they go, which stand right before them: "передают танкерам нефтепродукты"."""
        words = good.words or ""
        taker = TAKER.match(words) if self.pack.cases else None
        if taker is None or good.span is None:
            return good
        start = good.span[0] + taker.end()
        for other in self.spot(words[taker.end() :], self.pack.language):
            if other.span is not None and other.span[0] == 0:
                return msgspec.structs.replace(other, span=(start, start + other.span[1]))
        return good

    def tellings(self) -> list[Dealing]:
        """Every telling of a dealing, in the order of the text."""
        scenes = self.scenes()
        chains = Listener(self.pack, self._own()).chains(scenes)
        for number, scene in enumerate(scenes):
            weaken(scene, chains[number])
            predicates.pictured(scene)
            set_aside(scene, self.partner)
            scene.after_law = number > 0 and speaks_of_law(scenes[number - 1])
        if self.pack.language == RULED_IN:
            mark(scenes)
        thread = discourse.Discourse(self.partner)
        thread.survey(scenes, self._datelines())
        calendar = Calendar(self.pack, dates.span(self.document.published))
        found: list[Dealing] = []
        before: tuple[int, list[Dealing]] = (-99, [])
        for number, scene in enumerate(scenes):
            step = Step(scene)
            self.steps.append(step)
            spans = [mention.span for mention in chains[number] if mention.span]
            scene.themes = [
                theme for theme in scene.themes
                if not inside(theme, spans) and not predicates.passing(theme, scene) and not standing_by(theme, scene)
                and not for_making(theme, scene) and not names_firm(theme, scene)
            ]  # fmt: skip
            thread.supply(number, scene)
            renamed(scene, number, thread)
            scene.themes = sorted(
                [*scene.themes, *echo(scene, number, thread, self.pack)], key=lambda theme: (theme.start, theme.end)
            )
            if self.pack.language == "ko":
                thread.tally.note(number, scene, self.partner, chains[number])
            thread.leave = number if leaves.granted(scene) else thread.leave
            told = [] if asks(scene) else self._told(number, scene, thread, step)
            new: list[Dealing] = []
            for bound, sides in told:
                chain = tallies.heard(bound, number, chains[number], thread.tally)
                new += self._dealings(bound, sides, scene, chain, number, calendar)
            found += new or disputed(scene, number, before, chains[number])
            before = (number, new) if new else before
            calendar.note(scene, number, told[0][0].kind if told else None, counts=thread.tally.at == number)
            thread.note(number, scene, told)
        return found

    def _datelines(self) -> list[str]:
        """The countries from which the text is filed, as its datelines name them."""
        found = []
        for piece in self.document.noise:
            if piece.why == "dateline":
                words = self.document.text[piece.start : piece.end]
                found += [
                    tag.entry.value for tag in self.pack.lexicon.find(words, fold(words)) if tag.entry.label == "place"
                ]
        return found

    def _own(self) -> list[Mention]:
        """The outlet that the text names as its own, in its dateline."""
        for piece in self.document.noise:
            if piece.why in (OWN_GLUED if self.pack.glued else OWN):
                words = self.document.text[piece.start : piece.end]
                tags = [tag for tag in self.pack.lexicon.find(words, fold(words)) if tag.entry.label == "outlet"]
                named = self.document.publisher
                if not tags and named and (at := words.find(named)) >= 0:
                    return [Mention(words=named, span=(piece.start + at, piece.start + at + len(named)))]
                if tags and piece.why == "share" and len(words) > tags[0].end - tags[0].start + 5:
                    continue
                if tags:
                    start, end = piece.start + tags[0].start, piece.start + tags[0].end
                    return [Mention(words=self.document.text[start:end], span=(start, end))]
        return []

    def _told(
        self, number: int, scene: Scene, thread: discourse.Discourse, step: Step
    ) -> list[tuple[binding.Bound, Sides]]:
        bounds = binding.bind(scene, self.pack)
        taken = {theme.start for bound in bounds for theme in bound.themes}
        bounds += [
            each
            for each in presence.present(scene, self.partner, lately(number, thread))
            if each.themes[0].start not in taken
        ]
        taken |= {theme.start for bound in bounds for theme in bound.themes}
        bounds += presence.shown(scene, taken, self.pack) + presence.all_from(scene, self.partner)
        taken |= {theme.start for bound in bounds for theme in bound.themes}
        bounds += tallies.lines(scene, number, thread.tally, taken, self.pack)
        bounds = contracts.ended(bounds, scene, thread)
        bounds += leaves.listed(scene, number, thread.leave, taken, self.pack)
        told: list[tuple[binding.Bound, Sides]] = []
        for bound in bounds:
            hearsay.recast(bound, scene)
            as_tourists(bound, scene)
            governed.allow(bound, scene)
            leaves.recast(bound, number, scene, thread.leave)
            visitors(bound, number, scene, thread)
            people = [theme for theme in bound.themes if theme.kind in PEOPLE]
            theme = _called(people, scene) if people else bound.themes[0] if bound.themes else None
            sides = roles.resolve(bound.act, bound.way, theme, scene, self.pack, self.partner, bound.kind)
            sides = visitor(bound, turned(bound, sides, self.partner, scene), scene, self.partner)
            sides = tallies.counted(bound, sides, number, scene, thread.tally)
            for meant in (sent_home, given_aid, goes_there):
                sides = meant(bound, sides, number, scene, thread)
            sides = complete(bound, sides, number, scene, thread)
            sides = hearsay.filled(bound, sides, scene, thread.stage or thread.counterpart(), self.partner)
            sides = rounded(bound, across(bound, sides, scene, thread), number, scene, thread)
            sides = allowed(bound, passed_on(bound, sides, told, scene), number, scene, thread)
            sides = leaves.sided(bound, sides, scene, self.partner)
            sides = patented(bound, banked(bound, sides, scene, self.partner), scene, self.partner)
            sides = made_up(bound, sides, number, scene, thread, told)
            sides = remitted(bound, at_the_front(bound, sides, self.partner), scene, thread)
            still_aid(bound, sides, number, scene, thread)
            reason = refuse(bound, sides, scene, self.partner) or hearsay.untold(bound, sides, scene, self.partner)
            again = bound.act.entry.note == presence.PRESENCE and thread.told(bound, sides)
            if reason is None and again and not presence.others(bound.themes[0], scene):
                reason = "people of whom the text has told that they are there"
            if reason is None and sides and stays(bound, sides, scene, self.partner, thread.last is not None):
                reason = "goods that stay at home"
            step.told.append({"act": bound.name, "kind": bound.kind, "sides": sides, "dropped": reason, "bound": bound})
            if reason is None and sides is not None:
                told.append((bound, sides))
        told += ended(scene, number, thread, told)
        told = beside(joined_on(returned(bartered(alone(earned(told, scene)), scene), scene), scene), self.partner)
        return swapped(told, scene)

    def _dealings(
        self, bound: binding.Bound, sides: Sides, scene: Scene, chain: tuple[Mention, ...], number: int,
        calendar: Calendar,
    ) -> list[Dealing]:  # fmt: skip
        word, cue = status(bound, scene)
        word = kept_open(bound, word, cue, scene)
        word = "planned" if bound.exempt and word in ("done", "ongoing", "wished") else word
        if governed.supposed(bound, word, scene) or (word == "hypothetical" and predicates.conditional(cue, scene)):
            return []
        if under_way(bound, sides) or as_rule(bound, word, scene):
            return []
        if word == "denied" and cue is not None and cue.entry.value == "not" and _says_nothing(bound):
            return []
        if word == "denied" and scene.glued and bound.kind == "goods" and not (sides.giver and sides.receiver):
            return []  # what somebody at home did not get
        when = calendar.when(bound, scene, number, word)
        near = when is not None and when.span is not None and gap(*when.span, bound.act.start, bound.act.end) <= 70
        published = calendar.published
        if when and near and published and word in ("done", "ongoing") and when.first > published[1].isoformat():
            word = "planned"
        source = origin(bound, scene)
        amount = self._amount(bound, scene)
        sentence = scene.sentence
        evidence = Quote(sentence.start, sentence.end, scene.text[sentence.start : sentence.end])
        shown = clause(bound, sides, scene, (when.span if when else None, amount.span if amount else None))
        vehicles = tuple(
            Mention(words=scene.text[theme.start : theme.end], span=(theme.start, theme.end), role=theme.kind)
            for theme in scene.themes if theme.kind in VEHICLES
        )  # fmt: skip
        out = []
        for themes in _by_heading(bound):
            goods = _goods(themes, scene) if bound.kind in GOODS_KINDS else ()
            start, end = _what(bound, themes)
            out.append(
                Dealing(
                    kind=cast("Kind", bound.kind),
                    status=cast("Status", word),
                    polarity=bound.way.polarity,
                    from_=sides.giver,
                    to=sides.receiver,
                    also_from=sides.also_giver,
                    also_to=sides.also_receiver,
                    date=dates.iso(date.fromisoformat(when.first), date.fromisoformat(when.last)) if when else None,
                    when=when,
                    what=scene.text[start:end],
                    goods=goods,
                    amount=amount,
                    vehicles=vehicles,
                    said_by=chain,
                    evidence=evidence,
                    mentions=(shown,) if shown != evidence else (),  # its clause, until tellings are gathered
                    facts=facts(bound, scene, sides, source, self.partner),
                    parties=_parties(scene),
                )
            )
        return out

    def _amount(self, bound: binding.Bound, scene: Scene) -> Any:
        found = amounts.of(scene, self.pack)
        if not found:
            return None
        place = bound.themes[0].start if bound.themes else bound.act.start
        best = min(found, key=lambda each: (abs((each.span or (0, 0))[0] - place), each.span or (0, 0)))
        return best if abs((best.span or (0, 0))[0] - place) <= 120 else None


def _called(people: Sequence[Theme], scene: Scene) -> Theme:
    """The people by whom the sides are found: those named by their country, or else the first."""
    return next(
        (
            theme for theme in people
            if any(theme.start <= place.start and place.end <= theme.end for place in scene.places)
        ),
        people[0],
    )  # fmt: skip


def _says_nothing(bound: binding.Bound) -> bool:
    """Whether an act that did not take place is no news: nothing sailed, nothing was listed."""
    return bound.kind == "transport" or bound.name in ("see", "comprise")


def _full_names_first(tags: list[Tag]) -> list[Tag]:
    """The tags without short names ("Kim") of people who are nowhere named in full."""
    full = {tag.entry.value for tag in tags if tag.entry.label == "place" and tag.entry.form == "people"}
    return [tag for tag in tags if tag.entry.form != "short" or tag.entry.value in full]


def _by_heading(bound: binding.Bound) -> list[list[Theme]]:
    """Themes of one heading together: each heading is a dealing of its own."""
    if bound.kind not in ("goods", "arms", "aid") or len(bound.themes) < 2:
        return [bound.themes]
    groups: dict[tuple[str, ...], list[Theme]] = {}
    for theme in bound.themes:
        key = (
            tuple(sorted({code[:4] for code in theme.goods.hs})) if theme.goods and theme.goods.hs else ("", theme.kind)
        )
        groups.setdefault(key, []).append(theme)
    named = [group for key, group in groups.items() if key[0] or key[1] != "thing"]
    return named or list(groups.values())


def _goods(themes: Sequence[Theme], scene: Scene) -> tuple[Good, ...]:
    found = []
    for theme in themes:
        if theme.goods is not None:
            found.append(theme.goods)
        elif theme.kind in ("goods", "thing", "weapon", "gift", "aid") and theme.kind == "weapon":
            found.append(Good(words=scene.text[theme.start : theme.end], span=(theme.start, theme.end)))
    return tuple(found)


def _what(bound: binding.Bound, themes: Sequence[Theme]) -> tuple[int, int]:
    if themes:
        return themes[0].start, themes[-1].end
    return bound.act.start, bound.act.end


def _parties(scene: Scene) -> tuple[Mention, ...]:
    """Bodies and persons of the sentence that stand for a country, as the text names them."""
    return tuple(
        Mention(words=scene.text[place.start : place.end], span=(place.start, place.end), country=place.code)
        for place in scene.places
        if place.form in ("bodies", "people")
    )


def _spoken(document: Document, partner: str) -> str:
    """The language to read in: of a text too short to tell it by, the one whose names of the partner it uses."""
    text = document.text
    if len(text) > SHORT * 2 or sum(char.isalpha() for char in text) > SHORT:
        return document.language
    folded = fold(text)
    for language in (document.language, *READ):
        pack = compiled(language)
        tags = pack.lexicon.find(text, folded) if pack else []
        if any(tag.entry.label in ("place", "pair") and partner in tag.entry.value.split() for tag in tags):
            return language
    return document.language


def open_reading(document: Document, spot: Spot, partner: str) -> Reading | None:
    """A reading of the document, or nothing when it names no partner or its language has no pack."""
    if not gate.named(document.text, partner):
        return None
    pack = compiled(_spoken(document, partner))
    return Reading(document, spot, partner, pack) if pack else None
