"""One measured figure, whether it holds, and how the parts of the bench hand theirs over."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """A figure with its unit and, where one is promised, the floor that it must reach or the limit that it must keep.

    `against` names the peer of a ratio. `more` are the sides of a ratio or a share, as far as they tell something.
    """

    name: str
    value: float
    unit: str = ""
    floor: float | None = None
    limit: float | None = None
    against: str | None = None

    @property
    def holds(self) -> bool:
        """Whether what is promised holds; without a promise it does."""
        low = self.floor is not None and self.value < self.floor
        return not (low or (self.limit is not None and self.value > self.limit))

    @property
    def promised(self) -> float | None:
        """The floor or the limit."""
        return self.floor if self.floor is not None else self.limit

    @property
    def margin(self) -> float | None:
        """How many times better than promised: above 1 holds, and bars of different units can stand side by side."""
        if self.floor:
            return self.value / self.floor
        if self.limit is not None:
            return self.limit / self.value if self.value else float("inf")
        return None


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """The figures of one part; `left_out` says what could not be measured here and why."""

    part: str
    figures: tuple[Figure, ...] = ()
    left_out: tuple[str, ...] = ()
    seconds: float | None = None
    failed: str | None = None


def hand_over(path: Path | None, part: Part) -> None:
    """Write the figures of a part as JSON, where a file was asked for."""
    if path is not None:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(part), indent=1) + b"\n")


def shown(figure: Figure) -> str:
    """One line for a terminal."""
    sign = "≥" if figure.floor is not None else "≤"
    promise = (
        ""
        if figure.promised is None
        else f"({sign} {figure.promised:g})  {'holds' if figure.holds else 'DOES NOT HOLD'}"
    )
    return f"{figure.name:<52} {figure.value:12,.4g} {figure.unit:<12} {promise}".rstrip()
