"""Whether a sentence was read as a table of sentences wants it: kind, both sides and status, or nothing at all."""

from __future__ import annotations

from collections.abc import Collection

from saring.model import Dealing


def right(want: list[str], found: tuple[Dealing, ...], both_ways: Collection[str]) -> bool:
    """`want` is "silent", or kind, giver, receiver (`-` for none) and status; kinds of `both_ways` have no direction."""
    if want[0] == "silent":
        return not found
    kind, giver, receiver, status = want
    if len(found) != 1 or (found[0].kind, found[0].status) != (kind, status):
        return False
    sides = [found[0].from_ or "-", found[0].to or "-"]
    return sides == [giver, receiver] or (kind in both_ways and sorted(sides) == sorted([giver, receiver]))
