"""Words for goods to codes: one phrase and what it means. Running text: `spotting`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from saring.goods.forms import fold
from saring.goods.given import given_code
from saring.goods.heads import Meaning, meaning
from saring.goods.index import Pack, Piece
from saring.goods.packs import LANGUAGES
from saring.goods.packs import pack as load_pack
from saring.goods.scanning import scan
from saring.model import Classification, FactValue

_DIGIT = re.compile(r"\d")
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_PARTING = re.compile(r"[^\w\s\-‐–'\"«»“”’./()&+]|[.](?=\s|$)|[()\n]")
ASCII_PACKS = {"id": ("id", "en"), "ru": ("ru", "en"), "ko": ("ko", "en"), "uk": ("uk", "en")}
_PARTICLE = re.compile("[가-힣]+(?<!의)(?= |$)")
LONGEST = 1000  # letters of a phrase that are looked at

_TELL = {
    "en": {
        "is": "'{words}' stands for {codes}",
        "none": "'{words}' stands for no code of its own",
        "moves": "'{words}' moves {before} to {after}",
        "code": "code {code} is given",
        "nothing": "no word of the lexicon is among them",
        "governed": "but another word, unknown here, names the thing",
    },
    "id": {
        "is": "'{words}' berarti {codes}",
        "none": "'{words}' tidak punya kode sendiri",
        "moves": "'{words}' memindahkan {before} ke {after}",
        "code": "kode {code} diberikan",
        "nothing": "tidak ada kata leksikon di dalamnya",
        "governed": "tetapi kata lain yang tidak dikenal menamai bendanya",
    },
}


def classify(words: str, language: str | None = None, tell: str = "en", *, proposals: bool = True) -> Classification:
    """The codes that goods words mean, likeliest first, with breadth and reason; nothing where the lexicon is silent.

    `language` is a pack ("id", "en", "ru", "ko", …), None tries those that the script allows; `tell` is the language
    of `because`. A code among the words wins over them. Unknown words give `proposals` (a search that costs some
    milliseconds, so it can be left out), never `hs`.
    """
    given = given_code(words) if _DIGIT.search(words) else None
    if given:
        code, national = given
        because = _TELL[tell]["code"].format(code=national or code)
        return Classification(words, (code,), "exact", because, national=national)
    best = _best(words, language)
    if best is None:
        return Classification(words, because=_TELL[tell]["nothing"], proposals=_proposed(words) if proposals else ())
    return _answer(words, best[1], tell)


def _proposed(words: str) -> tuple[str, ...]:
    from saring.goods.proposing import propose

    return propose(words)


def fact_hints(words: str, language: str | None = None) -> dict[str, FactValue]:
    """The facts of a dealing that goods words tell by themselves, such as the kind of petroleum."""
    best = _best(words, language)
    hints: dict[str, FactValue] = {}
    for read in best[1] if best else ():
        hints.update(read.entry.facts)
    return hints


def question(words: str, language: str | None = None, tell: str = "en") -> str | None:
    """The question that would settle vague words, where the lexicon has one."""
    best = _best(words, language)
    return next((read.entry.ask[tell] for read in best[1] if read.entry.ask), None) if best else None


# --- one phrase --------------------------------------------------------------------------------------------------


def _best(words: str, language: str | None) -> tuple[Pack, list[Meaning]] | None:
    """The reading of the pack that understands most of the words; a named language goes before the others."""
    folded = fold(words[:LONGEST])
    chosen: tuple[Pack, list[Meaning]] | None = None
    covered = 0
    for name in _packs_for(folded, language):
        pack = load_pack(name)
        pieces = scan(pack, folded)
        known = 0
        for piece in pieces:
            if piece.key:
                known += piece.end - piece.start
        if known <= covered:
            continue
        parts = (pieces,) if len(pieces) == 1 else _segments(pieces, folded)
        read = [found for part in parts if (found := meaning(pack, part, folded, None))]
        if read:
            chosen, covered = (pack, read), known
            if language == name or known >= len(folded.replace(" ", "")):
                break
    return chosen


def _packs_for(folded: str, language: str | None) -> tuple[str, ...]:
    if folded.isascii():
        return ASCII_PACKS.get(language or "", ("en", "id"))
    if _HANGUL.search(folded):
        return ("ko",)
    if _CYRILLIC.search(folded):
        return ("uk", "ru") if language == "uk" or (language is None and _UKRAINIAN.search(folded)) else ("ru", "uk")
    if _KANA.search(folded) or (language == "ja" and _HAN.search(folded)):
        return ("ja", "zh")
    return ("zh", "ja") if _HAN.search(folded) else ("en", "id")


def pack_name(language: str) -> str:
    """The pack for a language of a document; English for one without a pack."""
    return language if language in LANGUAGES else "en"


def _segments(pieces: Sequence[Piece], folded: str) -> Iterable[list[Piece]]:
    """The parts of a phrase that commas and "and" divide into several goods."""
    part: list[Piece] = []
    for piece in pieces:
        if piece.slot.role == "&" and not piece.slot.terms:
            yield part
            part = []
            continue
        if part and parted(folded, part[-1].end, piece.start):
            yield part
            part = []
        part.append(piece)
    yield part


def parted(folded: str, end: int, start: int) -> bool:
    """Whether punctuation or a Korean particle other than "of" stands between two pieces."""
    if start - end == 1 and folded[end] == " ":
        return False
    gap = folded[end:start]
    return _PARTING.search(gap) is not None or _PARTICLE.search(gap) is not None


def _answer(words: str, read: Sequence[Meaning], tell: str) -> Classification:
    """The answer of one or several meanings; beside firm ones the vague give no codes."""
    first = read[0]
    if len(read) == 1:
        asked = first.entry.ask.get(tell) if first.entry.ask else None
        return Classification(
            words, first.hs, first.breadth, reason(words, first, tell), question=asked, runner_up=first.lost
        )
    firm = [found for found in read if found.breadth != "vague"]
    hs = tuple(dict.fromkeys(code for found in firm or read for code in found.hs))
    because = "; ".join(reason(words, found, tell) for found in read)
    asked = next((found.entry.ask.get(tell) for found in read if found.entry.ask), None)
    return Classification(words, hs, "family" if firm else "vague", because, question=asked, runner_up=first.lost)


def reason(text: str, found: Meaning, tell: str) -> str:
    """Why a phrase means its codes, in the language `tell`."""
    say = _TELL[tell]
    words = text[found.head.start : found.head.end]
    codes = ", ".join(found.entry.hs)
    told = say["is"].format(words=words, codes=codes) if codes else say["none"].format(words=words)
    for piece, before, after in found.moved:
        told += "; " + say["moves"].format(words=text[piece.start : piece.end], before=before, after=after)
    if found.breadth == "vague" != found.entry.breadth:
        told += "; " + say["governed"]
    return told
