"""Stretches of a text from which nothing may be read: teasers, captions, by-lines, share bars, labels, repeats."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saring.documents.limits import MAX_LINE_MARKS
from saring.documents.wordlists import Rule, noise_rules
from saring.model import Noise

_LINE = re.compile(r"[^\r\n]+")
_BRACKET = re.compile(r"[(\[（【<][^()\[\]（）【】<>\r\n]{1,200}[)\]）】>]")
_INNER_TRIM = re.compile(r"^[\s•·*|>»-]+|[\s:：.|]+$")
_STOP = re.compile(r"""[.!?…。！？]['"”’»)\]]*\s*$|[:;,]\s*$""")
_CODE = re.compile(r"[(\[][a-z]{2,5}(?:/[a-z]{2,5})*[)\]]")
_HEADER = re.compile(r"date:? \d{4}-\d\d(?:-\d\d)?(?=\s)", re.IGNORECASE)
_SHORT_REPEAT = 12
_TAKES_MOST = 15
_TEASER = range(24, 150)


class Line(NamedTuple):
    """A line that is not blank: its words start at `start` and end at `end`, margins left out."""

    start: int
    end: int
    words: str


class _Compiled(NamedTuple):
    lines: dict[str, tuple[str, bool]]
    openings: re.Pattern[str]
    opening_whys: tuple[str, ...]
    matches: re.Pattern[str]
    match_whys: tuple[str, ...]
    brackets: re.Pattern[str]
    bracket_whys: tuple[str, ...]


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold more than spaces."""
    found = []
    for match in _LINE.finditer(text):
        raw = match.group()
        words = raw.strip()
        if words:
            start = match.start() + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(words), words))
    return found


def noise_in(text: str, lines: list[Line]) -> list[Noise]:
    """All noise of a text, in order and without overlaps; `lines` are its lines."""
    found = _marked_lines(lines)
    if lines and (header := _HEADER.match(lines[0].words)):
        found.append(Noise(lines[0].start, lines[0].start + header.end(), "header"))
    found += _headlines_between(lines, found)
    covered = _merged(found)
    found = covered + _bracketed(text, covered)
    return _merged(found + _after_the_end(text, lines, found))


def _marked_lines(lines: list[Line]) -> list[Noise]:
    """Lines that a rule names, the headlines that follow them, and lines that stand twice."""
    found: list[Noise] = []
    seen: set[str] = set()
    taking = 0
    for number, line in enumerate(lines):
        why, takes = _rule_of(line.words)
        if why is None and taking and not _is_prose(line.words):
            found.append(Noise(line.start, line.end, "teaser"))
            taking -= 1
            continue
        taking = _TAKES_MOST if takes else taking if why else 0
        if why is None and len(line.words) >= _SHORT_REPEAT and line.words in seen:
            why = "repeat"
        if why is None and _labels_picture(lines, number):
            why = "caption"
        seen.add(line.words)
        if why is not None:
            found.append(Noise(line.start, line.end, why))
    return found


def _after_the_end(text: str, lines: list[Line], found: list[Noise]) -> list[Noise]:
    """Lines below a by-line code that closes the article: "(ren)" and what the page hangs under it."""
    ends = [
        noise.end
        for noise in found
        if noise.why == "byline" and noise.start * 2 > len(text) and _CODE.fullmatch(text, noise.start, noise.end)
    ]
    if not ends:
        return []
    return [Noise(line.start, line.end, "teaser") for line in lines if line.start >= ends[0]]


def _labels_picture(lines: list[Line], number: int) -> bool:
    """A short line right above one that only names the source of a picture, or that stands twice in a row."""
    if number + 1 >= len(lines) or len(lines[number].words) > 130:
        return False
    after = lines[number + 1].words
    if re.match(r"(?:sumber|source|фото|photo)\s*:", after, re.IGNORECASE) and len(after) < 80:
        return 0 < number < 8
    return after == lines[number].words and len(after) >= _SHORT_REPEAT and number > 0


def _rule_of(words: str) -> tuple[str | None, bool]:
    """Why a line is noise, and whether the headlines after it are too."""
    rules = _compiled()
    if len(words) <= MAX_LINE_MARKS:
        known = rules.lines.get(_INNER_TRIM.sub("", words).strip("[]<>【】()").casefold())
        if known:
            return known
        whole = rules.matches.fullmatch(words)
        if whole and whole.lastgroup:
            return rules.match_whys[int(whole.lastgroup[1:])], False
        opening = rules.openings.match(words)
        if opening and opening.lastgroup:
            why = rules.opening_whys[int(opening.lastgroup[1:])]
            # "Baca juga:" alone on its line announces what follows it.
            return why, why == "teaser" and opening.end() >= len(words) - 1
    return None, False


def _is_prose(words: str) -> bool:
    """A line that ends like a sentence or is too long for a headline."""
    return len(words) > 200 or bool(_STOP.search(words))


def _headlines_between(lines: list[Line], known: list[Noise]) -> list[Noise]:
    """Unmarked teasers: headline-like lines between paragraphs of prose.

    Not in texts whose lines are broken at a width, where many lines end without a stop.
    """
    marked = {noise.start for noise in known}
    plain = [line for line in lines if line.start not in marked]
    ends = [bool(_STOP.search(line.words[-6:])) for line in plain]
    if sum(ended for line, ended in zip(plain, ends, strict=True) if len(line.words) > 60) < 3 or _wrapped(plain, ends):
        return []
    found = []
    first_prose = next(
        (number for number, line in enumerate(plain) if ends[number] and len(line.words) > 80), len(plain)
    )
    for number in range(first_prose + 1, len(plain) - 1):
        line, before, after = plain[number], plain[number - 1], plain[number + 1]
        if ends[number] or not ends[number - 1] or len(line.words) not in _TEASER:
            continue
        if _headline_like(line.words) and _opens(after.words) and _STOP.search(before.words[-6:]):
            found.append(Noise(line.start, line.end, "teaser"))
    return found


def _wrapped(lines: list[Line], ends: list[bool]) -> bool:
    """Whether lines are broken at a width: then many that end without a stop go on in small letters."""
    follows = [lines[number + 1].words for number in range(len(lines) - 1) if not ends[number]]
    return sum(not _opens(words) for words in follows) * 3 > len(follows)


def _headline_like(words: str) -> bool:
    """No list item, no numbered heading, no speech; several words; in Latin letters most of them capitalised."""
    if re.match(r"""[-–—•*\d"“”«'‘(\[]""", words):
        return False
    parts = words.split()
    if re.search("[가-힣ぁ-ヺ一-鿿]", words):
        return len(words) >= _TEASER.start and "다." not in words
    if len(parts) < 5:
        return False
    if re.search("[А-Яа-я]", words):
        return words[0].isupper() and not re.search(r"[.] [А-Я][а-я]+ [а-я]+ [а-я]+ [а-я]+ [а-я]+ [а-я]+", words)
    named = sum(1 for part in parts if part[0].isupper() or part[0].isdigit())
    return named * 3 >= len(parts) * 2


def _opens(words: str) -> bool:
    """A line that can begin a paragraph."""
    first = words[0]
    return not first.islower()


def _bracketed(text: str, covered: list[Noise]) -> list[Noise]:
    """Brackets that hold a credit, a by-line code or a pointer, outside of what is noise already."""
    rules = _compiled()
    found = []
    place = 0
    for match in _BRACKET.finditer(text):
        while place < len(covered) and covered[place].end <= match.start():
            place += 1
        if place < len(covered) and covered[place].start < match.end():
            continue
        inner = rules.brackets.fullmatch(match.group()[1:-1].strip())
        if inner and inner.lastgroup and _at_margin(text, match, inner.group()):
            found.append(Noise(match.start(), match.end(), rules.bracket_whys[int(inner.lastgroup[1:])]))
    return found


def _at_margin(text: str, match: re.Match[str], inner: str) -> bool:
    """Codes of a few letters are by-lines only at the end of a line: "(dns)", "(AS)" stands for a name elsewhere."""
    if len(inner) > 8 or ":" in inner:
        return True
    after = text[match.end() : match.end() + 3]
    at_end = not after or after.lstrip(" .")[:1] in ("", "\n", "\r")
    return at_end and (inner == inner.lower() or "/" in inner)


@cache
def _compiled() -> _Compiled:
    lines: dict[str, tuple[str, bool]] = {}
    openings: list[tuple[str, str]] = []
    matches: list[tuple[str, str]] = []
    brackets: list[tuple[str, str]] = []
    for pack in noise_rules():
        for rule in pack.rule:
            for words in rule.lines:
                lines.setdefault(words.casefold(), (rule.why, rule.takes))
            openings += [(pattern, rule.why) for pattern in _openings(rule)]
            matches += [(pattern, rule.why) for pattern in rule.matches]
            brackets += [(pattern, rule.why) for pattern in rule.brackets]
    return _Compiled(lines, *_joined(openings), *_joined(matches), *_joined(brackets))


def _openings(rule: Rule) -> list[str]:
    """One pattern for the words of a rule that begin a line."""
    found = []
    if rule.starts:
        found.append(rf"[\s•·*|>▶-]*(?:{_alternatives(rule.starts)})\s?(?:\w{{1,14}}\s?)?[:：=|]\s*")
    if rule.leads:
        found.append(rf"[\s•·*|>-]*(?:{_alternatives(rule.leads)})(?:(?!\w)|(?<=\W))[\s:：]*")
    return found


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word.strip()) for word in sorted(words, key=lambda word: (-len(word), word)))


def _joined(patterns: list[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One expression of all patterns; the name of the group that matched says which."""
    joined = "|".join(f"(?P<n{number}>{pattern})" for number, (pattern, _) in enumerate(patterns))
    return re.compile(joined or r"(?!)", re.IGNORECASE), tuple(why for _, why in patterns)


def _merged(found: list[Noise]) -> list[Noise]:
    """In order, without overlaps; what comes first in the text keeps its reason."""
    kept: list[Noise] = []
    for noise in sorted(found, key=lambda one: (one.start, -one.end, one.why)):
        if kept and noise.start < kept[-1].end:
            if noise.end > kept[-1].end:
                kept[-1] = Noise(kept[-1].start, noise.end, kept[-1].why)
            continue
        kept.append(noise)
    return kept
