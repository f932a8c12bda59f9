"""Verbs of loading that only say how something goes on: "배에 실려 넘어간다" tells of what goes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from saring.reading.scene import Scene
    from saring.reading.words import Tag

LOADED = ("실려 ", "실린 채 ", "담겨 ", "태워져 ", "나뉘어 ")
LADEN = ("실은 ", "담은 ", "적재한 ", "채운 ")
LEAVING = ("떠나 ", "출발해 ", "출항해 ", "떠난 뒤 ")
GOING = frozenset(("appear", "send", "export", "travel", "carry", "import", "receive", "seize"))
TAKING = frozenset(("send", "export", "import", "receive"))
ENDING = frozenset(("return", "expel"))
DISGUISED = ("둔갑해 ", "위장해 ", "위장돼 ", "둔갑한 뒤 ", "속여 ")
CAUGHT = ("다가 ", "혐의로 ", "죄로 ", "려다 ", "려다가 ")
AIMED = ("기 위해", "기 위하여", "기 위한", "러 ", "려고 ")
GUEST_ACTS = frozenset(("visit", "meet", "host"))
NEXT = 24  # letters between a verb and the verb that it leads to


def onward(acts: Sequence[Tag], scene: Scene) -> list[Tag]:
    """The acts without those that only lead on to a verb of going: loading, leaving, the aim of a journey."""
    return [act for act in acts if not _leads(act, acts, scene)] if scene.glued else list(acts)


def _leads(act: Tag, acts: Sequence[Tag], scene: Scene) -> bool:
    name = act.entry.value
    if name in GUEST_ACTS and (scene.folded.startswith(AIMED, act.end) or scene.folded.startswith(AIMED, act.end - 1)):
        return any(other.entry.value == "travel" and act.end < other.start <= act.end + NEXT for other in acts)
    if name == "seize" and scene.folded.endswith(CAUGHT, 0, act.start):
        return any(other.end < act.start and other.entry.form != "noun" for other in acts)
    if name == "appear" and scene.folded.startswith(DISGUISED, act.start):
        return _next(act, acts, GOING, scene)
    if name in ("carry", "load") and scene.folded.startswith(LOADED, act.start):
        return _next(act, acts, GOING, scene)
    if name == "load" and scene.folded.startswith(LADEN, act.start):
        return _next(act, acts, TAKING, scene)
    return name == "travel" and scene.folded.startswith(LEAVING, act.start) and _next(act, acts, ENDING, scene)


def _next(act: Tag, acts: Sequence[Tag], names: frozenset[str], scene: Scene) -> bool:
    """Whether a verb of one of the names follows in the same clause."""
    return any(
        other.entry.value in names
        and other.entry.form != "noun"
        and act.end < other.start <= act.end + NEXT
        and not any(act.end <= tag.start < other.start for tag in scene.labelled("break"))
        for other in acts
    )
