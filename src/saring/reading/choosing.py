"""Which of the scored places give and receive: the best pair, who fetches, and who else stands in one list with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from saring.reading.packs import Way
from saring.reading.scene import Place

OUT = -9.0  # a place that cannot give or cannot receive
LEAST = 2.0
PARTNER = 3.0
TORN = 2.0  # one of a pair ("between A and B") is seldom a side with a third
IGNORED_TO = 6.0
LIST = re.compile(r"(?:,|,? (?:and|or|dan|serta|maupun|atau|и|или|та|й)|와|과|및|·|、|と|和) ?")

COMMA = ", "


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a dealing, with further partners and the score by which they won."""

    giver: str | None
    receiver: str | None
    also_giver: tuple[str, ...] = ()
    also_receiver: tuple[str, ...] = ()
    score: float = 0.0


def best(
    scored: Sequence[tuple[float, float, Place]],
    way: Way,
    partner: str,
    folded: str,
    origins: AbstractSet[int] = frozenset(),
) -> Sides | None:
    """The giver and the receiver that together have the highest score; nothing when even that is low.

    `folded` is the text in small letters; `origins` are the starts of places that only say where the goods are from.
    """
    chosen: tuple[float, int, int] | None = None
    givers = [-1, *(n for n, row in enumerate(scored) if row[0] > OUT)]
    receivers = [-1, *(n for n, row in enumerate(scored) if row[1] > OUT)]
    wanted = max((row[1] for row in scored if row[2].marker == "to"), default=-9.0)
    options = [(n, m) for n in givers for m in receivers if (n, m) != (-1, -1)]
    for giver, receiver in options:
        codes = {scored[n][2].code for n in (giver, receiver) if n >= 0}
        if giver >= 0 and receiver >= 0 and len(codes) < 2:
            continue
        score = (scored[giver][0] if giver >= 0 else 0.0) + (scored[receiver][1] if receiver >= 0 else 0.0)
        told = [n for n in (giver, receiver) if n >= 0 and scored[n][2].code == partner]
        sent_on = receiver >= 0 and scored[receiver][2].marker == "to"
        told = [n for n in told if scored[n][2].start not in origins or (n == giver and not sent_on)]
        marked = {scored[n][2].marker for n in told}
        score += PARTNER if marked and "none" not in marked else 0.0
        paired = [scored[n][2].marker == "between" for n in (giver, receiver) if n >= 0]
        if len(paired) == 2 and paired[0] != paired[1]:
            score -= TORN
        if receiver >= 0 and scored[receiver][1] < wanted - 3:
            score -= IGNORED_TO
        if giver >= 0 and receiver >= 0 and way.orientation in ("both", "visit"):
            score += 1.5 if scored[giver][2].start < scored[receiver][2].start else 0.0
        if chosen is None or score > chosen[0] + 1e-9:
            chosen = (score, giver, receiver)
    if chosen is None or chosen[0] <= LEAST:
        return None
    score, giver, receiver = chosen
    give = scored[giver][2] if giver >= 0 else None
    take = scored[receiver][2] if receiver >= 0 else None
    if way.orientation == "out" and give is not None and take is None:
        give, take = _fetched(give, scored, origins)
    give, take = _first(give, take, scored, 0, folded), _first(take, give, scored, 1, folded)
    return Sides(
        give.code if give else None,
        take.code if take else None,
        _further(give, take, scored, 0),
        _further(take, give, scored, 1),
        score,
    )


def _fetched(
    give: Place, scored: Sequence[tuple[float, float, Place]], origins: AbstractSet[int]
) -> tuple[Place, Place | None]:
    """Who carries a thing away from a country receives it: "Chinese ships carry sand from North Korea"."""
    for row in scored:
        other = row[2]
        if other.code == give.code:
            continue
        if (give.marker == "from" or give.start in origins) and other.marker == "" and row[0] > 4:
            return give, other
        if other.marker == "from" and give.marker == "" and row[0] > 4:
            return other, give
    return give, None


def _first(
    chosen: Place | None, other: Place | None, scored: Sequence[tuple[float, float, Place]], side: int, folded: str
) -> Place | None:
    """The first of the countries in one list with the chosen one: they are one side, and the first stands for it."""
    if chosen is None or chosen.marker == "between":
        return chosen
    first, closed = chosen, _closes(chosen, scored, folded)
    for row in reversed(scored):
        near, weight = row[2], row[1] if side else row[0]
        joint = folded[near.end : first.start]
        if (
            not LIST.fullmatch(joint)
            or (joint == COMMA and not near.marker and not closed)
            or near.marker != chosen.marker
            or near.form != chosen.form
            or weight <= 0
        ):
            continue
        if other is not None and near.code == other.code:
            break
        first, closed = near, closed or joint != COMMA
    return first


def _closes(chosen: Place, scored: Sequence[tuple[float, float, Place]], folded: str) -> bool:
    """Whether a list goes on behind the chosen country: a comma alone before a subject only ends an opening phrase.

    "To help Russia, North Korea sent …" is no list; "Russia, China and Vietnam" is one.
    """
    after = [row[2].start for row in scored if row[2].start > chosen.end]
    return bool(after) and LIST.fullmatch(folded[chosen.end : min(after)]) is not None


def _further(
    chosen: Place | None, other: Place | None, scored: Sequence[tuple[float, float, Place]], side: int
) -> tuple[str, ...]:
    """Countries in one list with the chosen one: "to Russia, China and Vietnam"."""
    if chosen is None:
        return ()
    taken = {chosen.code, other.code if other else None}
    codes: list[str] = []
    place = chosen
    for row in scored:
        near, weight = row[2], row[1] if side else row[0]
        if near.start > place.end and near.start - place.end <= 24 and near.marker == chosen.marker and weight > 0:
            if near.code not in taken:
                codes.append(near.code)
                taken.add(near.code)
            place = near
    return tuple(codes)
