"""What stands in a sentence: places with their case words, themes, acts, breaks: the material for roles."""

from __future__ import annotations

from dataclasses import dataclass, field

from saring.model import Amount, Good
from saring.reading.sentences import Sentence
from saring.reading.words import Tag

NONE: list[Tag] = []


@dataclass(slots=True)
class Place:
    """A country seen in the sentence; `marker` is the case word that it stands under, empty when bare."""

    start: int
    end: int
    code: str
    form: str
    marker: str = ""
    weak: bool = False
    source: bool = False


@dataclass(slots=True)
class Theme:
    """What may move or be done: a class, the words, and goods codes where the goods room knows them."""

    start: int
    end: int
    kind: str
    goods: Good | None = None
    origin: str | None = None  # of one that only points back: where what it means comes from


@dataclass(slots=True)
class Scene:
    """A sentence with everything seen in it."""

    sentence: Sentence
    text: str
    folded: str
    tags: list[Tag]
    places: list[Place] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    acts: list[Tag] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    head: int = 0
    sources: list[tuple[int, int]] = field(default_factory=list)
    by_label: dict[str, list[Tag]] = field(default_factory=dict)
    counted: list[Amount] | None = None  # its amounts, once they are read
    glued: bool = False  # case words stand behind their place, verbs at the end
    after_law: bool = False  # the sentence before speaks of the law
    rules: list[tuple[int, int, bool]] | None = None  # stretches that set out a rule, where they were sought

    def labelled(self, label: str) -> list[Tag]:
        """The tags of one label."""
        if not self.by_label:
            for tag in self.tags:
                self.by_label.setdefault(tag.entry.label, []).append(tag)
        return self.by_label.get(label, NONE)

    def relative(self, start: int, end: int) -> int:
        """How many relative clauses open between two points."""
        spots = [tag.start for tag in self.labelled("break") if tag.entry.value == "relative"]
        return sum(start <= spot < end for spot in spots)

    def parted(self, start: int, end: int) -> int:
        """How many clause breaks lie between two points."""
        low, high = (start, end) if start <= end else (end, start)
        return sum(low <= point < high for point in self.breaks)
