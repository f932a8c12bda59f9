"""What a text has spoken of so far: the pair of countries, the last dealing, how long ago the partner was named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from saring.reading.binding import Bound
from saring.reading.pointing import THERE, Spots, countries_meant, pointed
from saring.reading.roles import Sides
from saring.reading.scene import Place, Scene, Theme
from saring.reading.tallies import Tally
from saring.reading.words import Tag

SIDE_BY_SIDE = 9  # characters between two countries of one pair
LEAST, SHARE = 1, 0.7  # mentions of the country in which a text plays, and their share of all but the partner's
FILED = 2  # a dateline counts as much as two mentions
WATCHERS = frozenset(("KR", "US", "JP", "UA"))  # whose people speak of dealings that are others'
GROUPS = {"arms": "goods", "aid": "goods", "troops": "labour"}  # kinds that go on with each other
LASTS = 8  # sentences over which the one flow that a text tells of still holds
CUSTOMS = 8  # characters between customs and their country
OURS = 14  # characters between "our" or "we" and the act or ware that it goes with
MEANT = 2  # a dealing that leaves the partner out keeps it in mind as if it had been named so many sentences before
BLAMED = re.compile(r"소행|배후|벌인 일|저지른|짓으로|짓이라|주범|지목")
FADES = 4  # sentences after which words like "that country" and "it" no longer reach back


@dataclass(slots=True)
class Discourse:
    """The thread of a text, sentence by sentence."""

    partner: str
    named_at: int = -99
    other: str | None = None
    pair: tuple[str, str] | None = None
    last: tuple[int, str, Sides] | None = None
    heading: tuple[int, str, Sides] | None = None  # the last dealing that a heading told with both sides
    person: str | None = None
    speaker: str | None = None  # the country of who spoke last
    trader: tuple[str, str] | None = None
    traded: set[str] = field(default_factory=set)  # which of exports and imports were counted
    counts: dict[str, int] = field(default_factory=dict)
    dealt: set[str] = field(default_factory=set)
    stage: str | None = None  # the one other country in which the whole text plays
    people: tuple[int, Theme] | None = None  # the last sentence that told of people who move, and which
    moved: tuple[int, Theme] | None = None  # the last sentence that told of goods or people, and which
    flows: dict[str, list[tuple[int, Sides]]] = field(
        default_factory=dict
    )  # dealings with both sides, by group of kind
    goods: dict[str, Sides] = field(default_factory=dict)  # the way that goods of a heading went last
    blamed: set[int] = field(default_factory=set)  # sentences behind which the partner is named as the culprit
    spots: Spots = field(default_factory=Spots)
    leave: int = -99  # the last sentence that told of leave to send aid
    tally: Tally = field(default_factory=Tally)
    subject: tuple[int, str] | None = None  # the country that the last sentence which names one begins with
    house: Theme | None = None  # the restaurant or venture of the partner that was told of last
    spoken: tuple[int, list[Theme]] | None = None  # the goods that a sentence named last, whether moved or not
    seized: int = -99  # the last sentence that told of a seizure
    counting: tuple[int, str] | None = None  # the last sentence that named a country's customs, and which
    kinds: dict[str, tuple[int, Sides]] = field(default_factory=dict)  # the last dealing of each kind, with both sides

    def warm(self, number: int) -> bool:
        """Whether the partner was named a short while ago."""
        return number - self.named_at <= FADES

    def supply(self, number: int, scene: Scene) -> None:
        """Put places into a sentence where its words point back to them."""
        for tag in scene.labelled("back"):
            if tag.entry.value == "partner":
                scene.places.append(pointed(tag, self.partner, "names", scene))
            elif tag.entry.value in THERE:
                there = self.spots.place(tag, number, scene, self.partner if self.warm(number) else None)
                scene.places += [there] if there else []
            elif tag.entry.value == "pair" and not countries_meant(tag, scene):
                continue
            elif tag.entry.value == "pair" and (pair := self._meant_by(tag, scene)):
                case = "between" if self.partner in pair else ""
                ordered = sorted(pair, key=lambda code: code != self.partner)
                scene.places += [Place(tag.start, tag.end, code, "names", case) for code in ordered]
            elif tag.entry.value == "person" and self.person:
                scene.places.append(pointed(tag, self.person, "short", scene))
            elif tag.entry.value == "ours" and (ours := self._ours(tag, scene)):
                scene.places.append(pointed(tag, ours, "names", scene))
            elif tag.entry.value == "one" and self._means_partner(tag, number, scene):
                scene.places.append(pointed(tag, self.partner, "names", scene))
        scene.places.sort(key=lambda place: place.start)

    def _meant_by(self, tag: Tag, scene: Scene) -> tuple[str, str] | None:
        """The two countries that words like "both" mean: those of their own sentence, or the pair spoken of."""
        before = [place for place in scene.places if place.end <= tag.start and place.marker == "between"]
        return _joined(before) or self.pair or self._likely()

    def _means_partner(self, tag: Tag, number: int, scene: Scene) -> bool:
        """Whether "that country" is the partner: spoken of a short while ago, or named last in the same sentence."""
        before = [place for place in scene.places if place.end <= tag.start and not place.weak]
        if scene.glued or not before:
            return self.warm(number) and not self._names(scene, self.partner)
        if self._names(scene, self.partner):
            return before[-1].code == self.partner and before[-1].form in ("names", "cities")
        return self.warm(number)

    def _names(self, scene: Scene, code: str) -> bool:
        return any(place.code == code for place in scene.places)

    def _ours(self, tag: Tag, scene: Scene) -> str | None:
        """The country of somebody who speaks of "our exports", "we sell": the speaker's, else the one of the text."""
        acts = any(0 < act.start - tag.end <= OURS for act in scene.acts if act.entry.form == "active")
        wares = any(0 < theme.start - tag.end <= OURS for theme in scene.themes)
        nouns = any(0 < act.start - tag.end <= OURS for act in scene.acts if act.entry.form != "active")
        own = scene.folded.startswith("we", tag.start)
        if scene.folded.startswith("kami", tag.start):
            ends = [each.end for each in scene.acts] + [theme.end for theme in scene.themes]
            acts, own = acts or any(0 <= tag.start - end <= OURS for end in ends), True
        if not (acts if own else wares or nouns):
            return None
        speaks = [place.code for place in scene.places if place.weak]
        return speaks[0] if speaks else self.speaker or self.stage

    def _likely(self) -> tuple[str, str] | None:
        others = sorted((-count, code) for code, count in self.counts.items() if code != self.partner)
        return (self.partner, others[0][1]) if others else None

    def _pair_of(self, codes: list[str]) -> tuple[str, str] | None:
        """The two countries of a sentence that names no two side by side; of three, the pair before stays."""
        if self.pair and set(self.pair) <= set(codes):
            return self.pair
        others = [code for code in codes if code != self.partner]
        if len(codes) == 2:
            return (self.partner, others[0]) if self.partner in codes else (others[0], others[1])
        return self.pair or ((self.partner, others[0]) if self.partner in codes else None)

    def _blame(self, scenes: Sequence[Scene]) -> None:
        """Note the sentences behind which the partner is told to have done it: "북한 해커들의 소행이라고"."""
        for number, scene in enumerate(scenes):
            named = scene.glued and any(place.code == self.partner for place in scene.places)
            if named and BLAMED.search(scene.folded, scene.sentence.start, scene.sentence.end):
                self.blamed |= {number - 1, number - 2}

    def survey(self, scenes: Sequence[Scene], filed: Sequence[str] = ()) -> None:
        """See which one country beside the partner a text is about, when one stands out; `filed` is where from."""
        self._blame(scenes)
        counts: dict[str, int] = {}
        for code in filed:
            if code != self.partner:
                counts[code] = counts.get(code, 0) + FILED
        for scene in scenes:
            for place in scene.places:
                speaks = place.code in WATCHERS and (place.weak or place.source)
                if place.code != self.partner and place.marker != "none" and not speaks:
                    counts[place.code] = counts.get(place.code, 0) + 1
        best = sorted(counts, key=lambda code: (-counts[code], code))[:1]
        if best and counts[best[0]] >= LEAST and counts[best[0]] >= SHARE * sum(counts.values()):
            self.stage = best[0]

    def flow(self, kind: str, number: int) -> Sides | None:
        """The sides of the dealings told so far of a kind like this one, where they all go one way."""
        told = self.flows.get(GROUPS.get(kind, kind), [])
        if not told or number - told[-1][0] > LASTS:
            return None
        ways = {(sides.giver, sides.receiver) for _, sides in told}
        return told[-1][1] if len(ways) == 1 else None

    def same_goods(self, bound: Bound) -> Sides | None:
        """The sides of the last dealing in goods of the same heading, where all of them went one way."""
        found = {(sides.giver, sides.receiver) for code in headings(bound) if (sides := self.goods.get(code))}
        return Sides(*found.pop()) if len(found) == 1 else None

    def told(self, bound: Bound, sides: Sides | None) -> bool:
        """Whether the text has told of people of one kind with these very sides."""
        known = self.flows.get(GROUPS.get(bound.kind, bound.kind), []) if bound.kind in ("labour", "troops") else []
        return sides is not None and any((sides.giver, sides.receiver) == (s.giver, s.receiver) for _, s in known)

    def knows(self, code: str | None) -> bool:
        """Whether the text has told of a dealing between that country and the partner."""
        return code in self.dealt

    def beside(self, number: int) -> str | None:
        """The country on the other side of the last dealing, when it was told a short while ago."""
        if self.last is None or number - self.last[0] > 2:
            return None
        sides = self.last[2]
        if self.partner not in (sides.giver, sides.receiver):
            return None
        return sides.receiver if sides.giver == self.partner else sides.giver

    def _trade(self, bound: Bound, giver: str, receiver: str) -> None:
        """Remember whose trade is counted: "China's exports to the North … Imports came to …"."""
        if bound.name in ("export", "import") and self.partner in (giver, receiver):
            self.trader = (giver, receiver) if bound.name == "export" else (receiver, giver)
            self.traded.add(bound.name)

    def counterpart(self) -> str | None:
        """The country that the text speaks of most beside the partner."""
        pair = self._likely()
        return pair[1] if pair else None

    def _mention(self, number: int, scene: Scene) -> None:
        """Remember goods or people of the partner that a sentence speaks of without telling an act."""
        ours = [theme for theme in scene.themes if _from(self.partner, theme, scene)]
        topics = [theme for theme in scene.themes if scene.glued and scene.folded[theme.end : theme.end + 2] in TOPIC]
        if topics and not ours and self.moved and not scene.places and topics[0].kind == self.moved[1].kind:
            self.moved = (number, topics[0])  # "포탄은 더 많다": what the next sentence counts
        if ours:
            theme = ours[-1]
            self.moved = (number, Theme(theme.start, theme.end, theme.kind, theme.goods, self.partner))
            return
        wares = [
            theme for theme in scene.themes if theme.kind == "goods" and theme.goods is not None and theme.goods.hs
        ]
        if len(wares) == 1 and not scene.glued and len(scene.themes) == 1:
            self.moved = (number, wares[0])

    def _head(self, number: int, told: Sequence[tuple[Bound, Sides]]) -> None:
        """Remember the two sides of a dealing that a heading tells."""
        for bound, sides in told:
            if sides.giver and sides.receiver and self.partner in (sides.giver, sides.receiver):
                self.heading = (number, bound.kind, sides)

    def _named(self, number: int, scene: Scene, told: Sequence[tuple[Bound, Sides]]) -> list[str]:
        """The countries that a sentence names, counted; who spoke in it, and whether the partner is kept in mind."""
        codes = list(dict.fromkeys(place.code for place in scene.places if not place.weak))
        self.spots.note(number, scene)
        self.speaker = next((place.code for place in reversed(scene.places) if place.weak), self.speaker)
        for code in codes:
            self.counts[code] = self.counts.get(code, 0) + 1
        if self.partner in codes:
            self.named_at = number
        elif any(self.partner in (sides.giver, sides.receiver) for _, sides in told):
            self.named_at = max(self.named_at, number - MEANT)
        return codes

    def _customs(self, number: int, scene: Scene) -> None:
        """Remember whose customs a sentence names: later figures are of that country's trade."""
        for tag in scene.labelled("office"):
            if tag.entry.value != "customs":
                continue
            near = [
                place
                for place in scene.places
                if -1 <= place.start - tag.end <= CUSTOMS or 0 <= tag.start - place.end <= 1
            ]
            if near and near[0].code != self.partner:
                self.counting = (number, near[0].code)

    def _begun(self, number: int, scene: Scene) -> None:
        """Remember the country with which a sentence begins, and the goods that it names."""
        bare = [place for place in scene.places if place.marker in ("", "subject") and place.form != "adjectives"]
        if bare and not (bare[0].weak or bare[0].source):
            self.subject = (number, bare[0].code)
        if wares := [theme for theme in scene.themes if theme.goods is not None and theme.goods.hs]:
            self.spoken = (number, wares)
        self._customs(number, scene)

    def note(self, number: int, scene: Scene, told: Sequence[tuple[Bound, Sides]]) -> None:
        """Take in what a sentence named and told."""
        codes = self._named(number, scene, told)
        self._begun(number, scene)
        if len(codes) > 1 and not any(tag.entry.value == "pair" for tag in scene.labelled("back")):
            self.pair = _joined(scene.places) or self._pair_of(codes)
        persons = [place.code for place in scene.places if place.form in ("people", "short")]
        if persons:
            self.person = persons[0]
        elif codes:
            self.person = None
        if not told and not scene.sentence.fragment:
            self._mention(number, scene)
        if scene.sentence.fragment:
            self._head(number, told)
            return
        for bound, sides in told:
            self.seized = number if bound.name == "seize" else self.seized
            self.last = (number, bound.kind, _before(bound, sides, self.partner))
            if bound.themes and bound.kind == "joint_venture":
                self.house = bound.themes[0]
            if bound.themes:
                self.moved = (number, _meant(bound.themes, scene))
                self.people = self.moved if self.moved[1].kind in PEOPLE else self.people
            if sides.giver and sides.receiver:
                self.kinds[bound.kind] = (number, sides)
                self.goods |= dict.fromkeys(headings(bound), sides)
                self.flows.setdefault(GROUPS.get(bound.kind, bound.kind), []).append((number, sides))
                self._trade(bound, sides.giver, sides.receiver)
                self.pair = (sides.giver, sides.receiver)
                if self.partner in self.pair:
                    self.dealt |= {*self.pair} - {self.partner}


def headings(bound: Bound) -> tuple[str, ...]:
    """The headings of the goods that an act moves."""
    return tuple(code[:4] for theme in bound.themes for code in (theme.goods.hs if theme.goods else ()))


def _before(bound: Bound, sides: Sides, partner: str) -> Sides:
    """The sides as they were before people were sent home: they had come from the partner."""
    ended = bound.way.polarity != "act" and bound.kind in ("labour", "troops") and sides.receiver == partner
    return Sides(partner, sides.giver) if ended else sides


PEOPLE = ("citizen", "worker", "soldier")


def _meant(themes: Sequence[Theme], scene: Scene) -> Theme:
    """What later words mean by "them": the people of a permit, else the first that is told to move."""
    people = [theme for theme in scene.themes if theme.kind in PEOPLE]
    return people[0] if themes[0].kind == "permit" and people else themes[0]


TOPIC = ("은 ", "는 ")
BESIDE = 14  # characters between people or goods and the country that they come from
COMING = ("from", "origin", "of")


def _from(code: str, theme: Theme, scene: Scene) -> bool:
    """Whether the words beside a theme say that it comes from a country."""
    return any(
        place.code == code
        and (
            (place.form == "adjectives" and 0 <= theme.start - place.end <= 3)
            or (place.marker in COMING and 0 <= place.start - theme.end <= BESIDE)
            or (theme.start <= place.start and place.end <= theme.end)
        )
        for place in scene.places
    )


def _joined(places: Sequence[Place]) -> tuple[str, str] | None:
    """The last two countries that stand side by side: "A and B", "A-B"."""
    found = None
    for one, other in pairwise(places):
        if one.code != other.code and one.marker == other.marker and 0 <= other.start - one.end <= SIDE_BY_SIDE:
            found = (one.code, other.code)
    return found
