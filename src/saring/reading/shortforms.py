"""Short forms that a text gives a body or firm in brackets: "Far Eastern Federal University (FEFU)", later "FEFU"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.words import Tag

BRACKET = re.compile(
    r"(?P<rest>(?: (?:[A-Z][\w'&.-]*|of|for|and|the|de)){0,6}) \((?:the )?(?P<short>[A-Z][A-Z&-]{1,7})\)"
)
LEAST = 2  # words of a name, so that "Russia (RF)" gives none
NAMES = ("cities", "bodies", "names", "adjectives")


def with_short_forms(tags: Sequence[Tag], text: str) -> list[Tag]:
    """The tags, and a tag for every later place where the short form of a place's body or firm stands."""
    if "(" not in text:
        return list(tags)
    found = list(tags)
    taken = {(tag.start, tag.end) for tag in tags if tag.entry.label in ("place", "outlet", "law")}
    for tag in tags:
        if tag.entry.label != "place" or tag.entry.form not in NAMES or tag.entry.flag:
            continue
        match = BRACKET.match(text, tag.end)
        if match is None or not _abbreviates(match["short"], text[tag.start : tag.end] + match["rest"]):
            continue
        for later in re.finditer(rf"(?<!\w){re.escape(match['short'])}(?!\w)", text[match.end() :]):
            span = (match.end() + later.start(), match.end() + later.end())
            if span not in taken:
                taken.add(span)
                found.append(Tag(*span, tag.entry))
    return sorted(found, key=lambda tag: (tag.start, -tag.end)) if len(found) > len(tags) else found


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form begin the words of a name of at least two words, in their order."""
    words = [word for word in re.findall(r"[A-Za-z][\w']*", name) if word[0].isupper()]
    initials = "".join(word[0] for word in words)
    letters = iter(initials)
    return len(words) >= LEAST and all(letter in letters for letter in short if letter.isalpha())
