"""Codes that a document gives: read, validated, cut to six digits; and coarse codes refined by the words."""

from __future__ import annotations

import re

import msgspec

from saring.goods.editions import is_code
from saring.model import Good, SaringError

_ALONE = re.compile(
    r"\s*(?:HS|HTS|CN|ТН ВЭД|ТНВЭД|ВЭД|код|kode|pos tarif|code|H\.S\.)?\s*[:№#]?\s*(\d[\d. ]*\d)\s*", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:HS|HTS|ТН ВЭД|ТНВЭД|pos tarif|HS code|kode HS)\s*(?:code)?\s*[:№#]?\s*(\d[\d.]*\d)", re.IGNORECASE
)


def given_code(words: str) -> tuple[str, str | None] | None:
    """The code that the words give, cut to six digits, and the uncut national one where it is longer.

    A number counts where it stands alone or after a name of the nomenclature, and only where HS 2022 has it.
    """
    match = _ALONE.fullmatch(words) or _NAMED.search(words)
    if not match:
        return None
    digits = re.sub(r"\D", "", match[1])
    if len(digits) not in (2, 4, 6, 8, 9, 10, 11, 12) or not is_code(digits[:6]):
        return None
    return digits[:6], digits if len(digits) > 6 else None


def settle(good: Good) -> Good:
    """The good with its codes validated: digits only, at most six (a longer one is kept as `national`).

    Raises `SaringError` for a code that HS 2022 does not have.
    """
    national = good.national
    codes: list[str] = []
    for code in good.hs:
        digits = re.sub(r"[.\s]", "", code)
        if (
            not digits.isdigit()
            or len(digits) < 2
            or not is_code(digits[: 6 if len(digits) > 5 else len(digits) // 2 * 2])
        ):
            raise SaringError(
                "bad_type", "goods.hs", f"{code!r} is no code of HS 2022", "2 to 6 digits of a known code"
            )
        if len(digits) > 6:
            national = national or digits
        codes.append(digits[:6])
    return msgspec.structs.replace(good, hs=tuple(dict.fromkeys(codes)), national=national)


def refine(good: Good, language: str | None = None) -> Good:
    """The good with codes as fine as its words allow.

    A given code wins over words; only where the words' codes lie inside a given, coarser code do they narrow it.
    Goods without codes get those that the words say exactly or as a family.
    """
    from saring.goods.matching import classify

    if not good.words:
        return good
    read = classify(good.words, language, proposals=False)
    if not read.hs or read.breadth == "vague":
        return good
    if not good.hs:
        return msgspec.structs.replace(
            good, hs=read.hs, breadth=read.breadth, because=read.because, national=good.national or read.national
        )
    finer: list[str] = []
    for code in good.hs:
        inside = [own for own in read.hs if own.startswith(code) and len(own) > len(code)]
        finer.extend(inside or [code])
    narrowed = tuple(dict.fromkeys(finer))
    if narrowed == good.hs:
        return good
    because = f"{', '.join(good.hs)} is given; {read.because}"
    return msgspec.structs.replace(good, hs=narrowed, because=because)
