"""Sentences that say what the law is: what was banned, capped, demanded or let through, by whom and when."""

from __future__ import annotations

import re
from datetime import date

from saring.model import ClaimSeen, Document
from saring.reading import dates, gate
from saring.reading.packs import Compiled, compiled
from saring.reading.scene import Scene, build
from saring.reading.sentences import split
from saring.reading.words import Tag, fold

NUMBER = re.compile(
    r"(?<![\d.,/-])(1540|16\d\d|17\d\d|18\d\d|20[89]\d|21\d\d|22\d\d|23\d\d|24\d\d|26\d\d)(?![\d%]|[.,]\d)"
)
YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?!\d|[.,]\d)")
EFFECTS = (("ban", "ban"), ("cap", "cap"), ("duty", "duty"), ("permit", "permit"))
KNOWN = frozenset(
    (
        "1695",
        "1718",
        "1874",
        "1928",
        "1985",
        "2050",
        "2087",
        "2094",
        "2141",
        "2207",
        "2270",
        "2276",
        "2321",
        "2345",
        "2356",
        "2371",
        "2375",
        "2379",
        "2397",
        "2407",
        "2680",
        "1540",
        "1540",
    )
)


def find(document: Document, partner: str) -> tuple[ClaimSeen, ...]:
    """The claims of a document in the order of the text."""
    pack = compiled(document.language)
    if pack is None or not gate.named(document.text, partner):
        return ()
    text = document.text
    folded = fold(text)
    tags = pack.lexicon.find(text, folded)
    published = dates.span(document.published)
    found = []
    warm = False
    for sentence in split(text, pack, document.noise):
        scene = build(sentence, text, folded, tags, (), pack)
        claim = _claim(scene, pack, published, warm, partner)
        warm = bool(_has(scene, "instrument") and _has(scene, "body"))
        if claim is not None:
            found.append(claim)
    return tuple(found)


def _has(scene: Scene, value: str) -> list[Tag]:
    return [tag for tag in scene.tags if tag.entry.label == "law" and tag.entry.value == value]


def _claim(
    scene: Scene, pack: Compiled, published: tuple[date, date] | None, warm: bool, partner: str
) -> ClaimSeen | None:
    sentence, text = scene.sentence, scene.text
    if sentence.fragment and sentence.bullet:
        return None
    words = text[sentence.start : sentence.end]
    cited = [number for number in NUMBER.findall(words) if number in KNOWN]
    instrument, body = _has(scene, "instrument"), _has(scene, "body")
    effect = _effect(scene)
    if not effect or not (cited or instrument or body):
        return None
    source = (
        bool(cited) or bool(instrument and body) or (bool(instrument) and (warm or bool(scene.labelled("subject"))))
    )
    source = source or (bool(body) and effect in ("ban", "cap", "act"))
    if not source or (effect == "permit" and not (instrument or cited)):
        return None
    subjects = tuple(dict.fromkeys(tag.entry.value for tag in scene.labelled("subject")))
    if not subjects and not cited and effect not in ("duty", "outside", "act", "permit"):
        return None
    year, month, day = _when(scene, pack, published)
    return ClaimSeen(
        quote=words,
        span=(sentence.start, sentence.end),
        language=pack.language,
        claims=words,
        cited=cited[0] if cited else None,
        year=year,
        month=month,
        day=day,
        subjects=subjects,
        effect={"act": "ban", "breach": "ban", "outside": "permit"}.get(effect, effect),
        flow=_flow(scene, partner),
        addressee=None,
        body=text[body[0].start : body[0].end] if body else None,
    )


def _effect(scene: Scene) -> str | None:
    for name in ("outside", "ban", "cap", "duty", "permit", "act"):
        if _has(scene, name):
            return name
    return None


def _flow(scene: Scene, partner: str) -> str | None:
    """Whether the sentence speaks of what leaves the partner or what goes to it."""
    for act in scene.acts:
        if act.entry.value in ("import", "receive", "export", "send", "trade", "employ"):
            near = [place for place in scene.places if place.marker == "to"]
            if any(place.code == partner for place in near):
                return "to_partner"
            return "from_partner"
    return None


def _when(
    scene: Scene, pack: Compiled, published: tuple[date, date] | None
) -> tuple[int | None, int | None, int | None]:
    found = dates.read(scene.folded, scene.sentence.start, scene.sentence.end, published, pack, tags=scene.tags)
    for each in found:
        one_day = each.first == each.last
        one_month = (each.first.year, each.first.month) == (each.last.year, each.last.month)
        if one_day:
            return each.first.year, each.first.month, each.first.day
        if one_month:
            return each.first.year, each.first.month, None
        return each.first.year, None, None
    return None, None, None
