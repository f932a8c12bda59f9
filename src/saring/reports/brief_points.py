"""Which dealings a line of a brief tells together, and in which order: the gravest and most certain first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from saring.model import VERDICTS, Dealing, Quote

MOST = 7
_CERTAINTY = ("done", "ongoing", "planned", "offered", "wished", "alleged", "denied", "hypothetical")
_ROLES = ("main", "background", "umbrella", "supposition")


@dataclass(frozen=True)
class Group:
    """Dealings that one line tells; `dated`: whether all of them have the same period."""

    dealings: tuple[Dealing, ...]

    @property
    def first(self) -> Dealing:
        """The dealing that the line takes its sides, status and verdict from."""
        return self.dealings[0]

    @property
    def date(self) -> str | None:
        """The period of all dealings, or nothing where they differ."""
        dates = {dealing.date for dealing in self.dealings}
        return self.first.date if len(dates) == 1 else None

    @property
    def chains(self) -> tuple[tuple[str, ...], ...]:
        """The chains of sources, each once; an empty one stands for the text itself."""
        return tuple(dict.fromkeys(tuple(source.words for source in each.said_by) for each in self.dealings))

    @property
    def places(self) -> tuple[Quote, ...]:
        """The quotes of the dealings, each once."""
        return tuple(dict.fromkeys(dealing.evidence for dealing in self.dealings if dealing.evidence))

    @property
    def mentions(self) -> tuple[Quote, ...]:
        """Where the same is told again."""
        again = dict.fromkeys(quote for dealing in self.dealings for quote in dealing.mentions)
        return tuple(quote for quote in again if quote not in self.places)


def groups(dealings: Sequence[Dealing], most: int = MOST) -> tuple[list[Group], list[Dealing]]:
    """At most `most` groups in order, and the dealings that found no line of their own.

    Dealings are told together when they are alike in kind, sides, status, source, period and verdict; where that gives
    too many lines, also when they differ in source, and then in period. Sides, status and verdict are never mixed.
    """
    found: list[Group] = []
    for alike in (_with_source, _with_period, _bare):
        found = _grouped(dealings, alike)
        if len(found) <= most:
            return found, []
    kept = found[: most - 1]
    return kept, [dealing for group in found[most - 1 :] for dealing in group.dealings]


def _grouped(dealings: Sequence[Dealing], alike: Callable[[Dealing], tuple[object, ...]]) -> list[Group]:
    together: dict[tuple[object, ...], list[Dealing]] = {}
    for dealing in sorted(dealings, key=_rank):
        together.setdefault(alike(dealing), []).append(dealing)
    return [Group(tuple(members)) for members in together.values()]


def _bare(dealing: Dealing) -> tuple[object, ...]:
    sides = (dealing.from_, dealing.also_from, dealing.to, dealing.also_to)
    verdicts = tuple((judged.regime, judged.verdict) for judged in dealing.determinations or ())
    return dealing.kind, dealing.status, dealing.polarity, dealing.role, sides, verdicts, _voice(dealing)


def _voice(dealing: Dealing) -> object:
    """What a line says of its source in any case: whether there is one, and exactly who it is that denies."""
    chain = tuple(source.words for source in dealing.said_by)
    return chain if dealing.status == "denied" else bool(chain)


def _with_period(dealing: Dealing) -> tuple[object, ...]:
    return (*_bare(dealing), dealing.date)


def _with_source(dealing: Dealing) -> tuple[object, ...]:
    return (*_with_period(dealing), tuple(source.words for source in dealing.said_by))


def _rank(dealing: Dealing) -> tuple[int, int, int, int]:
    verdicts = [VERDICTS.index(judged.verdict) for judged in dealing.determinations or ()]
    status = dealing.status or "alleged"
    supposed = "supposition" if status == "hypothetical" else dealing.role
    start = dealing.evidence.start if dealing.evidence else 0
    return _ROLES.index(supposed), min(verdicts, default=len(VERDICTS)), _CERTAINTY.index(status), start
