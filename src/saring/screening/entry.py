"""What a list says about one party, ship or aircraft, and about itself."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

ListedKind = Literal["person", "organisation", "vessel", "aircraft", "unknown"]


class Alias(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One name of an entry; `weak` as its list grades it, `former` when it no longer bears it."""

    name: str
    weak: bool = False
    former: bool = False


class Listed(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One entry of a list: the first name is the chief one.

    `countries` ISO 3166 alpha-2 (nationality, flag or address); `births` years, months or days (ISO 8601);
    `imo` seven digits; `identifiers` other numbers as printed; `until` the last day of a denial order.
    """

    list: str
    id: str
    kind: ListedKind
    names: tuple[Alias, ...]
    countries: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    imo: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    note: str | None = None

    def digest(self) -> str:
        """Sixteen hex digits that change whenever the entry does; a set-aside decision hangs on them."""
        return hashlib.sha256(msgspec.msgpack.encode(self)).hexdigest()[:16]


class ListFile(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One version of a list as read: `date` is the day that the list bears, else the day that it was added."""

    name: str
    form: str
    source: str
    date: str
    added: str
    sha256: str
    entries: tuple[Listed, ...] = ()


def imo_is_valid(number: str) -> bool:
    """Whether seven digits carry the right IMO check digit (weights 7 to 2, last digit of the sum)."""
    if len(number) != 7 or not (number.isascii() and number.isdigit()):
        return False
    return sum(int(d) * w for d, w in zip(number, range(7, 1, -1), strict=False)) % 10 == int(number[6])


def aliases(chief: str, others: list[tuple[str, bool, bool]]) -> tuple[Alias, ...]:
    """The names of an entry without blanks and repetitions, the chief one first; others are (name, weak, former)."""
    found: dict[str, Alias] = {}
    for name, weak, former in [(chief, False, False), *others]:
        clean = " ".join(name.split()).strip(" ;,")
        if clean and clean.casefold() not in found:
            found[clean.casefold()] = Alias(clean, weak, former)
    return tuple(found.values())
