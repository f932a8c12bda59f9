"""A brief as text, Markdown or JSON; every line with its quote and the quote's place."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import msgspec

from saring.model import SaringError
from saring.reports.brief import Brief, Point, Told
from saring.reports.brief_words import BriefWords
from saring.reports.markdown import escaped
from saring.reports.whole_json import whole
from saring.reports.wording import clean

FORMS = ("text", "md", "json")
_WIDTH = 100
_MOST_PLACES = 3


def written(brief: Brief, form: str) -> str:
    """A brief in one of the forms text, md, json."""
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(whole(brief)), indent=1).decode() + "\n"
    if form not in FORMS:
        raise SaringError("unknown_word", "format", f"{form!r} is no form of a brief", ", ".join(FORMS))
    parts = [
        _markdown(told, brief.language) if form == "md" else _text(told, brief.language) for told in brief.documents
    ]
    aid = BriefWords(brief.language, brief.language).form("line", "aid", lawbook=brief.lawbook)
    parts.append(f"*{escaped(aid)}*\n" if form == "md" else aid + "\n")
    return "\n".join(parts)


def _text(told: Told, lang: str) -> str:
    words = BriefWords(lang, lang)
    lines = [clean(told.title or told.source), _about(told, words), ""]
    for number, point in enumerate(told.points, 1):
        lines += _wrapped(clean(point.text), f"{number}. ", "   ")
        lines += [line for quote in _quotes(point, words) for line in _wrapped(quote, "   ", "   ")]
    return "\n".join(lines) + "\n"


def _wrapped(line: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False)


def _markdown(told: Told, lang: str) -> str:
    words = BriefWords(lang, lang)
    lines = [f"## {escaped(told.title or told.source)}", "", escaped(_about(told, words)), ""]
    for number, point in enumerate(told.points, 1):
        lines.append(f"{number}. {escaped(point.text)}")
        lines += [f"   > {escaped(quote)}" for quote in _quotes(point, words)]
    return "\n".join(lines) + "\n"


def _about(told: Told, words: BriefWords) -> str:
    if told.error:
        return words.form("line", "failed", message=clean(told.error.message))
    day = words.form("line", "published", day=words.plain(told.published)) if told.published else ""
    return " · ".join(clean(part) for part in (told.source, told.publisher, day) if part)


def _quotes(point: Point, words: BriefWords) -> Iterator[str]:
    """The first places of a line with their words; a line about the law has only the place, the words stand above."""
    for place in point.places[:_MOST_PLACES]:
        where = words.form("line", "place", start=place.start, end=place.end)
        yield f"({where})" if point.about in ("legal_claim", "law") else f"“{clean(place.quote)}” ({where})"
