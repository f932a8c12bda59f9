"""Title and dateline of a text, with the outlet that the dateline names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saring.documents.noise import Line
from saring.documents.opened import folded
from saring.documents.wordlists import noise_rules
from saring.model import Noise, Span

_TITLE_MOST = 220
_LOOKED_AT = 14
_SENTENCE_END = re.compile(r"""[.。;:,…][”"»’')\]]*$|[가-힣]다[.]?[”"’]?$""")
_CLOCK = re.compile(r"\s+\d\d-\d\d \d\d:\d\d$")
_HEADING_MARK = re.compile(r"(?:#{1,6}\s+|\*\*)(?P<words>[^\n]*?)(?:\*\*|\s#+)?$")
_DASH = r"(?:--+|[–—―-])"
_PLACE = r"[^\W\d_][\w’'. ]{1,30}"
# March 4 · Mar. 4, 2019 · 12 Oktober 2017 · (12/10/2017)
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? (?:19|20)\d\d)?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? (?:19|20)\d\d)?|\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\))"
_LATIN = (
    # MOSCOW, July 20 (Reuters) - … · WASHINGTON (AP) — …
    rf"(?P<place>{_PLACE}(?:, {_PLACE}){{0,2}})(?:, (?P<day>{_DAY}))? ?\((?P<outlet>[\w./& ]{{2,40}})\) ?{_DASH}",
    # Jakarta, CNN Indonesia -- … · JAKARTA, RIAUREVIEW.COM - … · REPUBLIKA.CO.ID, SEOUL -- …
    rf"(?P<first>[\w.&' ]{{2,40}}), (?P<second>[\w.&' ]{{2,40}}?) ?{_DASH}",
    # KONTAN.CO.ID - MOSKOW. …
    rf"(?P<outlet>[\w-]+\.(?:[A-Za-z]{{2,4}}\.)?[A-Za-z]{{2,4}}) {_DASH} (?P<place>[A-Z][A-Z ]{{2,30}})\.",
    # HANOI, March 4, 2019 — … · KUCHING, 12 Oktober 2017 - … · Jakarta (12/10/2017) – …
    rf"(?P<place>{_PLACE}(?:, {_PLACE}){{0,2}}),? (?P<day>{_DAY}) ?{_DASH}",
    # TRIBUNNEWS.COM - … · VIVA – … · JAKARTA - …
    rf"(?P<alone>[A-Z][\w.&]*(?: [A-Z][\w.&]*){{0,3}}) ?{_DASH}",
    r"(?P<place>[A-Z][A-Z ]{2,30}) ?:(?= [A-Z])",
)
_CYRILLIC = (
    # МОСКВА, 20 июля. /ТАСС/. · Москва. 17 октября. ИНТЕРФАКС - … · МОСКВА, 20 окт — РИА Новости.
    (
        r"(?P<place>[А-ЯЁІЇЄҐA-Z][\w -]{1,30})[,.] (?P<day>\d{1,2} [а-яёіїєґ]{3,9}(?:\.?,? (?:19|20)\d\d(?: ?(?:г|р)(?:\.|ода|оку))?)?)\.?,?\s?"
        r"(?:/(?P<outlet>[^/\n]{2,40})/\.?|[—–-] (?P<agency>[^.\n]{2,40})\.|(?P<house>[A-ZА-ЯЁІЇЄҐ][\w «».-]{2,40}?)(?: ?[—–-]|\.(?= )))"
    ),
    # Хасан, 14 февраля 2024 года. … · Киев, 14 февраля 2024 г. — …
    (
        r"(?P<place>[А-ЯЁІЇЄҐ][\w-]{1,20}(?: [А-ЯЁІЇЄҐ-][\w-]{1,20})?)[,.] "
        r"(?P<day>\d{1,2} [а-яёіїєґ]{3,9},? (?:19|20)\d\d(?: ?(?:г|р)(?:ода|оку)?)?)(?:\. ?[—–-]|\.(?= [А-ЯЁІЇЄҐ«])| ?[—–-])"
    ),
    rf"(?P<alone>[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ]{{2,}}(?: [А-ЯЁІЇЄҐ][\w]+)?) ?{_DASH}",
)
_EASTERN = (
    r"[(（\[【](?P<place>[가-힣A-Za-z·・\u4e00-\u9fff\u30a0-\u30ff]{1,14})\s?[=＝]\s?(?P<outlet>[^()（）\[\]【】=＝\n]{2,24})(?:[=＝][^()（）\n]{0,20})?[)）\]】](?:\s?[가-힣]{2,4}(?:·[가-힣]{2,4}){0,3}\s(?:기자|특파원|인턴기자|선임기자)\s?=?)?",
    rf"(?:(?P<place>[가-힣]{{2,6}}),? )?(?P<day>(?:19|20)\d\d년 \d{{1,2}}월 \d{{1,2}}일) ?{_DASH}",
    r"【(?P<place>[\u4e00-\u9fff\u30a0-\u30ff]{2,8}?)(?P<outlet>共同|時事|聯合ニュース|ロイター|AFP)】",
    r"(?P<outlet>[\u4e00-\u9fff]{2,8}(?:社|网|電台|电台))(?P<place>[\u4e00-\u9fff]{2,6}?)(?P<day>\d{1,2}月\d{1,2}日)[电電讯訊]",
)


class Dateline(NamedTuple):
    """The words at the head of a story that say where, when and by whom it was filed."""

    start: int
    end: int
    outlet: str | None


def title_in(lines: list[Line], noise: list[Noise], *, stamped: frozenset[int]) -> Span | None:
    """The first line that is short, no sentence, no noise and no date line (`stamped` are the starts of those).

    Only a line with text below it is a title; section names and labels above it are passed over.
    """
    whole = {(one.start, one.end) for one in noise}
    rest = [line for line in lines[:_LOOKED_AT] if (line.start, line.end) not in whole and line.start not in stamped]
    for number, line in enumerate(rest):
        words, offset = _unmarked(_CLOCK.sub("", line.words))
        if not _title_like(words):
            if len(words) > 120 or _SENTENCE_END.search(words):
                return None
            continue
        if number + 1 < len(lines) and dateline_in([line]) is None:
            return line.start + offset, line.start + offset + len(words)
        return None
    return None


def _unmarked(words: str) -> tuple[str, int]:
    """A Markdown heading without its signs, and how far its words moved."""
    found = _HEADING_MARK.fullmatch(words)
    return (found.group("words"), found.start("words")) if found else (words, 0)


def _title_like(words: str) -> bool:
    """Short, several words, no full stop at the end, no list item, no list of tags."""
    if not 8 <= len(words) <= _TITLE_MOST or _SENTENCE_END.search(words) or re.match(r"[-•*–—]\s", words):
        return False
    parts = words.split()
    eastern = len(re.findall("[가-힣ぁ-ヺ一-鿿]", words))
    if len(parts) < 3 and eastern < 8:
        return False
    if (
        len(words) > 100
        and not eastern
        and words[-1].islower()
        and sum(part[0].isupper() for part in parts) * 4 < len(parts)
    ):
        return False  # a paragraph that was cut at its first line
    pieces = words.split(", ")
    return not (len(pieces) >= 3 and all(len(piece.split()) <= 2 for piece in pieces))


def dateline_in(lines: list[Line]) -> Dateline | None:
    """The dateline at the start of one of the first lines, or the agency's bracket at the end of the last."""
    for line in lines[:30]:
        for pattern in _patterns():
            found = pattern.match(folded(line.words[:160]))
            if found and (sure := _dateline(found, line)):
                return sure
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in (*_LATIN, *_CYRILLIC, *_EASTERN))


@cache
def _outlets() -> frozenset[str]:
    return frozenset(name.casefold() for pack in noise_rules() for name in pack.outlets)


def _is_outlet(words: str) -> bool:
    """A name that we know, one that looks like a site, or one that calls itself an agency."""
    known = words.strip().casefold()
    return known in _outlets() or bool(
        re.search(r"\w\.(?:com|co|id|net|org|ru|kr|co\.id|news|tv|ua|asia|info)\b", known)
        or re.search(r"\b(?:news|times|agency|post|daily|tv|radio|kantor berita|indonesia|ит|иа)\b", known)
    )


def _dateline(found: re.Match[str], line: Line) -> Dateline | None:
    """What a match says, if it is a dateline and no other line with a dash in it."""
    parts = {name: line.words[slice(*found.span(name))].strip() for name, value in found.groupdict().items() if value}
    rest = line.words[found.end() :].strip()
    if len(rest) < 20 and len(line.words) > found.end():
        return None
    outlet = parts.get("outlet") or parts.get("agency") or parts.get("house")
    if "house" in parts and not (_is_outlet(parts["house"]) or parts["house"].isupper()):
        return None  # the first words of the story, up to a dash in them
    if "first" in parts:
        outlet = next((parts[name] for name in ("second", "first") if _is_outlet(parts[name])), None)
        if outlet is None:
            return None
    elif "alone" in parts:
        outlet = parts["alone"] if _is_outlet(parts["alone"]) else None
        if outlet is None and not (parts["alone"].isupper() and len(parts["alone"]) > 3):
            return None
    elif "day" in parts and not outlet:
        if not all(word[0].isupper() or not word[0].isalpha() for word in parts.get("place", "").split()):
            return None  # "Then, on March 4 - the day of the fair -"
    elif "place" in parts and outlet and "day" not in parts and not _filed(parts["place"], outlet):
        return None
    return Dateline(line.start, line.start + found.end(), _outlet_in(outlet) if outlet else None)


def _outlet_in(words: str) -> str:
    """The outlet among words that name its reporter too: "РИА Новости, Иван Иванов", "Корр. ТАСС Иван Иванов"."""
    for part in [words, words.split(",", maxsplit=1)[0].strip(), *words.split()]:
        if part.casefold() in _outlets():
            return part
    return words


def _filed(place: str, outlet: str) -> bool:
    """A place in capitals, or an outlet that we know: "Seoul (AP) -", not "Kim (40) -"."""
    return place.isupper() or _is_outlet(outlet) or bool(re.search("[가-힣一-鿿]", place))
