"""Readings of Chinese characters in Korean names: a table of our own, and nothing where a character is unknown."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def readings() -> dict[str, str]:
    """Character -> Hangul reading (DPRK: 李 is 리), from hanja.txt; the first line that holds a character decides."""
    table: dict[str, str] = {}
    for line in files(__package__).joinpath("hanja.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reading, characters = line.split(" ", 1)
            for character in characters.strip():
                table.setdefault(character, reading)
    return table


def is_han(word: str) -> bool:
    """Whether every character is a Chinese character."""
    return bool(word) and all("㐀" <= c <= "鿿" or "豈" <= c <= "﫿" for c in word)


def to_hangul(word: str) -> str:
    """A word in Chinese characters read in Korean, or "" when one of them is not in the table."""
    table = readings()
    return "".join(table[c] for c in word) if all(c in table for c in word) else ""
