"""Three-valued answers: yes, no and unknown, where unknown is either missing (asked for) or open (nobody raised it)."""

from __future__ import annotations

from typing import NamedTuple


class Answer(NamedTuple):
    """What a clause says of a dealing.

    `value` None is unknown with the facts that are `missing`. `value` False with `open` facts means: nobody raised
    them, the clause is asleep. `shown`: some given fact or code speaks for it. `contested`: a disputed code is why.
    """

    value: bool | None
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    shown: bool = False
    contested: bool = False


YES = Answer(True)
SHOWN = Answer(True, shown=True)
NO = Answer(False)


def union(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All names once, in the order in which they first come."""
    if not any(groups):
        return ()
    return tuple(dict.fromkeys(name for group in groups for name in group))


def join_all(answers: list[Answer]) -> Answer:
    """All must hold; one that fails outright ends it, one that sleeps puts the whole to sleep."""
    contested = shown = asleep = unknown = False
    for value, _, waking, spoken, disputed in answers:  # one pass: this is asked some twenty times for each dealing
        if value is False:
            if not waking:
                return NO
            asleep = True
        elif spoken:
            shown = True
        unknown = unknown or value is None
        contested = contested or disputed
    if asleep:
        return Answer(False, open=union(*(a.open for a in answers)), shown=shown, contested=contested)
    if unknown:
        return Answer(None, union(*(a.missing for a in answers)), shown=shown, contested=contested)
    return Answer(True, shown=shown, contested=contested)


def join_any(answers: list[Answer]) -> Answer:
    """One must hold; the unknown branches that something shown speaks for come first."""
    true = [a for a in answers if a.value is True]
    if true:
        return Answer(True, shown=any(a.shown for a in true), contested=all(a.contested for a in true))
    unknown = [a for a in answers if a.value is None]
    asleep = union(*(a.open for a in answers))
    if unknown:
        spoken = [a for a in unknown if a.shown] or unknown
        return Answer(
            None,
            union(*(a.missing for a in spoken)),
            open=asleep,
            shown=any(a.shown for a in unknown),
            contested=all(a.contested for a in spoken),
        )
    return Answer(False, open=asleep, shown=any(a.shown for a in answers))


def turn(answer: Answer) -> Answer:
    """The opposite; what sleeps counts as not so."""
    if answer.value is None:
        return answer
    return Answer(not answer.value, shown=answer.shown)
