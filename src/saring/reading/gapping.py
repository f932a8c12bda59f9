"""Clauses that share one closing verb, each with its own countries: "러시아는 밀을, 중국은 쌀을 북한에 보냈다"."""

from __future__ import annotations

import re

from saring.reading.scene import Place, Scene, Theme
from saring.reading.words import Tag

OBJECT = re.compile(
    r"[^,.;()]{0,30}(?:을|를)(?:,| 그리고) ?"
)  # goods with their amount, then a comma instead of a verb
SHARED = ("subject", "to", "from", "at", "whence", "with", "origin")


def served(theme: Theme | None, act: Tag, scene: Scene) -> list[Place]:
    """The places that can be sides of what moves a theme: of two with one case word, that of the theme's own clause."""
    if theme is None or not scene.glued or theme.end > act.start:
        return scene.places
    cuts = [end for other in scene.themes if (end := _cut(other, act, scene))]
    if not cuts:
        return scene.places
    low = max([cut for cut in cuts if cut <= theme.start], default=scene.sentence.start)
    high = min([cut for cut in cuts if cut > theme.start], default=act.end)
    own = {place.marker for place in scene.places if low <= place.start < high}
    return [
        place
        for place in scene.places
        if low <= place.start < high or place.marker not in own or place.marker not in SHARED or place.weak
    ]


def _cut(theme: Theme, act: Tag, scene: Scene) -> int:
    """Where the clause of a theme ends without a verb of its own; 0 where it does not."""
    found = OBJECT.match(scene.folded, theme.end, act.start)
    if found is None or any(theme.end <= other.start < found.end() for other in scene.acts):
        return 0
    return found.end() if any(found.end() <= place.start < act.start for place in scene.places) else 0
