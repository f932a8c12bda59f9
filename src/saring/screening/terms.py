"""Words that say what a body is (legal forms, trades, lands) in many scripts, with one canonical word for each.

They are separated from the names: a shared "trading company" says little, a shared "Ryonbong" says much.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

TermClass = Literal["legal", "type", "land", "ship", "title"]


class Term(NamedTuple):
    """One word of terms.txt: its class and its canonical English word."""

    kind: TermClass
    word: str


class Terms(NamedTuple):
    """The table: whole words, stems, and the unspaced words (Hangul, Han, kana) longest first."""

    words: dict[str, Term]
    stems: dict[str, Term]
    unspaced: dict[str, Term]
    longest: int


@cache
def terms() -> Terms:
    """The table of terms.txt; a class that is not known is an error of the file."""
    words: dict[str, Term] = {}
    stems: dict[str, Term] = {}
    unspaced: dict[str, Term] = {}
    for line in files(__package__).joinpath("terms.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, canonical, *spellings = line.split()
        if kind not in ("legal", "type", "land", "ship", "title"):
            raise ValueError(f"terms.txt: unknown class {kind}")
        term = Term(kind, canonical)  # type: ignore[arg-type]  # checked on the line before
        for spelling in spellings:
            target = stems if spelling.endswith("*") else unspaced if spelling[0] > "⺀" else words
            target.setdefault(spelling.rstrip("*"), term)
    return Terms(words, stems, unspaced, max(map(len, unspaced)))


@lru_cache(maxsize=100_000)
def term_of(word: str) -> Term | None:
    """The term that a lower-case word (Latin, Cyrillic) stands for."""
    table = terms()
    found = table.words.get(word)
    if found is None and word > "~" and len(word) > 3:
        for end in range(len(word), 3, -1):
            found = table.stems.get(word[:end])
            if found is not None:
                return found
    return found


def cut(word: str) -> list[str | Term]:
    """An unspaced word cut into terms and what is left between them (단천상업은행 -> 단천, commercial, bank)."""
    table = terms()
    pieces: list[str | Term] = []
    rest = ""
    place = 0
    while place < len(word):
        for size in range(min(table.longest, len(word) - place), 1, -1):
            term = table.unspaced.get(word[place : place + size])
            if term is not None:
                if rest:
                    pieces.append(rest)
                    rest = ""
                pieces.append(term)
                place += size
                break
        else:
            rest += word[place]
            place += 1
    if rest:
        last = table.unspaced.get(rest) if len(rest) == 1 and pieces else None
        pieces.append(last or rest)  # one letter at the end (부, 省) is a term only behind others
    return pieces
