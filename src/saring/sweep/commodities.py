"""Commodity codes as trade tables write them: HS of 2 to 6 digits and longer national ones, with the slips of spreadsheets.

HS codes have an even number of digits, so an odd one shows a lost leading zero. "22.0" is chapter 22 read as a number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

Slip = Literal["zero", "decimal", "national", "dotted", "worded"]

MISSING = "the code is missing"
UNREADABLE = "no HS code"
TOTAL = "a total of all goods has no code that the law could look at"
OWN_USE = "chapter 98 is for national use and names no goods"
UNSPECIFIED = "chapter 99 holds goods not specified by kind"
NO_CHAPTER = "no chapter of HS"

# What had to be put right, in the order in which it is told (the words: `slip` in words/).
SLIPS: tuple[Slip, ...] = ("zero", "decimal", "national", "dotted", "worded")
_TOTALS = re.compile(
    r"^(?:(?:sub|grand )?total|all|ag[1-6]|all commodities|all products|jumlah|semua(?: komoditas)?|seluruh(?:nya)?|всего|итого|합계)$",
    re.IGNORECASE,
)
# "[27011210] Bituminous coal", "2701 - Coal", "HS 2701: coal"
_WORDED = re.compile(r"^(?:HS\s*)?\[?\s*(\d[\d.]*\d)\s*\]?\s*(?:[-–:|]\s*|(?<=\])\s*|\s+)[^\W\d].*$", re.IGNORECASE)


class Commodity(NamedTuple):
    """A code of 2, 4 or 6 digits, or why there is none; `slips` say what had to be put right."""

    code: str = ""
    problem: str | None = None
    slips: tuple[Slip, ...] = ()


@cache
def read_code(value: object) -> Commodity:
    """What a cell says about the goods."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is not equal to itself
        return Commodity(problem=MISSING)
    text = str(value).strip().strip("'\"")
    if text.upper() in ("", "NA", "NAN", "NULL", "NONE"):
        return Commodity(problem=MISSING)
    if _TOTALS.match(text):
        return Commodity(problem=TOTAL)
    slips: list[Slip] = []
    worded = _WORDED.match(text)
    bare = re.fullmatch(r"\[\s*(\d+)\s*\]", text)
    if worded or bare:
        text = (worded or bare)[1]  # type: ignore[index]
        slips.append("worded")
    if re.fullmatch(r"\d{1,2},\d{1,2}|\d+,0", text):
        text = text.replace(",", ".")  # a comma stands for the dot where numbers are written so
    if re.fullmatch(r"\d{1,10}\.0", text):
        text = text[:-2]
        slips.append("decimal")
    elif re.fullmatch(r"\d{2}\.\d{2}(?:[. ]?\d{2}){0,3}|\d{4}[. ]\d{2}(?:[. ]?\d{2}){0,2}", text):
        text = re.sub(r"[. ]", "", text)
        slips.append("dotted")
    text = re.sub(r"^HS\s*", "", text, flags=re.IGNORECASE)
    if not re.fullmatch(r"\d{1,12}", text, re.ASCII) or ("decimal" not in slips and len(text) > 12):
        return Commodity(problem=f"{UNREADABLE}: {text[:20]!r}")
    if len(text) % 2:
        text = "0" + text
        slips.append("zero")
    if len(text) > 6:
        text = text[:6]
        slips.append("national")
    return _checked(text, tuple(slips))


def _checked(code: str, slips: tuple[Slip, ...]) -> Commodity:
    chapter = code[:2]
    if chapter == "98":
        return Commodity(problem=OWN_USE, slips=slips)
    if chapter == "99":
        return Commodity(problem=UNSPECIFIED, slips=slips)
    if chapter in ("00", "77"):
        return Commodity(problem=f"{NO_CHAPTER}: {chapter}", slips=slips)
    # 010100 and 01 99 99 in some tables: a chapter or heading filled up with zeros keeps its place in the law's tree.
    return Commodity(code, slips=slips)
