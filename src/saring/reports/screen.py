"""What a report is written on."""

from __future__ import annotations

from typing import NamedTuple


class Screen(NamedTuple):
    """Width in columns, and whether colours are wanted."""

    width: int = 100
    colour: bool = False
