"""Words beside a day that say what it is: said or reported then, still ahead, the day of the page."""

from __future__ import annotations

import re
from functools import cache

from saring.documents.dates import DaySeen
from saring.documents.wordlists import calendar


@cache
def _cues(kind: str) -> re.Pattern[str]:
    words = sorted(set(calendar().cues[kind]), key=lambda word: (-len(word), word))
    parts = []
    for word in words:
        if re.match("[가-힣ぁ-ヺ一-鿿]", word):
            parts.append(re.escape(word))
        else:
            # Short words stand whole; longer ones are stems.
            parts.append(r"(?<!\w)" + re.escape(word.strip()) + (r"(?!\w)" if len(word) <= 5 else ""))
    return re.compile("|".join(parts), re.IGNORECASE)


def has(words: str, kind: str) -> bool:
    """Whether a cue of that kind stands in the words: future, reported, published or updated."""
    return bool(_cues(kind).search(words))


def has_near(text: str, seen: DaySeen, kind: str) -> bool:
    """A cue in the same sentence: close before a day for what lies ahead, within some words for what was said."""
    if kind == "future":
        before = re.split(r"[.,;\n]", text[max(0, seen.start - 26) : seen.start])[-1]
        return has(before, kind) or bool(re.match(r"\)?\s(?:mendatang|depan|next)", text[seen.end : seen.end + 14]))
    before = re.split(r"[.\n] ", text[max(0, seen.start - 60) : seen.start])[-1]
    after = re.split(r"\.\s|\n", text[seen.end : seen.end + 40])[0]
    apart = kind == "reported" and bool(re.match(r"\)?,\s", after))  # "on 14 January, the ministry said": the act's day
    return has(before, kind) or (has(after, kind) and not apart)
