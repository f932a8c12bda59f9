"""Ceilings of the law, against what the rows of a table add up to in each calendar year."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import polars as pl

from saring.sweep.table import DecisionTable
from saring.sweep.wording import number, words

CEILINGS = Path(__file__).with_name("ceilings.toml")


class Ceiling(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """One ceiling: of a year, or of each year from one on; `what` is a key of the words."""

    provision: str
    what: str
    year: int | None = None
    from_: int | None = None
    tonnes: int | None = None
    barrels: int | None = None
    usd: int | None = None


class Conversion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many barrels a tonne holds, and who counts so (a key of the words)."""

    of: tuple[str, ...]
    barrels_per_tonne: float
    by: str


class Ceilings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of ceilings."""

    ceiling: tuple[Ceiling, ...]
    conversion: tuple[Conversion, ...]


class Filled(NamedTuple):
    """What a table holds under one ceiling in one year; `unsure` is only possible (the goods or the days are coarse)."""

    ceiling: Ceiling
    conversion: Conversion | None
    year: int
    tonnes: float
    usd: float
    unsure_tonnes: float
    unsure_usd: float

    @property
    def barrels(self) -> float | None:
        """The sure tonnes as barrels."""
        return self.tonnes * self.conversion.barrels_per_tonne if self.conversion else None

    @property
    def share(self) -> float | None:
        """How much of the ceiling is filled, 1 for all of it; of a ceiling by weight and value the fuller one counts."""
        shares = []
        if self.ceiling.barrels and self.barrels is not None:
            shares.append(self.barrels / self.ceiling.barrels)
        elif self.ceiling.tonnes:
            shares.append(self.tonnes / self.ceiling.tonnes)
        if self.ceiling.usd:
            shares.append(self.usd / self.ceiling.usd)
        return max(shares, default=None)


@cache
def ceilings() -> Ceilings:
    """The ceilings, checked."""
    return msgspec.convert(tomllib.loads(CEILINGS.read_text(encoding="utf-8")), type=Ceilings)


def filled(law: DecisionTable, sums: pl.DataFrame) -> list[Filled]:
    """Every ceiling and year of which the table holds something."""
    found = []
    for ceiling in ceilings().ceiling:
        by_year: dict[int, list[int]] = {}
        for row in sums.iter_rows(named=True):
            answer, year = law.answers[row["answer"]], row["year"]
            sure, unsure = ceiling.provision in answer.provisions, ceiling.provision in answer.possible
            if not (sure or unsure) or not _meant(ceiling, year):
                continue
            known = by_year.setdefault(year, [0, 0, 0, 0])
            known[0 if sure else 2] += row["grams"]
            known[1 if sure else 3] += row["cents"]
        conversion = next((c for c in ceilings().conversion if ceiling.provision in c.of), None)
        found += [
            Filled(ceiling, conversion, year, a[0] / 10**6, a[1] / 100, a[2] / 10**6, a[3] / 100)
            for year, a in sorted(by_year.items())
        ]
    return found


def _meant(ceiling: Ceiling, year: int) -> bool:
    return year == ceiling.year if ceiling.year else ceiling.from_ is not None and year >= ceiling.from_


def _unweighed(place: Filled, lang: str) -> str:
    """What can be said where the rows have values and no weights."""
    said = words(lang)["ceiling"]
    parts = [f"{number(place.usd, lang)} USD"]
    if place.ceiling.usd and place.usd:
        parts.append(said["share_usd"].format(share=f"{place.usd / place.ceiling.usd:.0%}"))
    if place.unsure_usd:
        parts.append(said["unsure"].format(amounts=f"{number(place.unsure_usd, lang)} USD"))
    return f"{', '.join(parts)}; {said['unweighed']}"


def ceiling_lines(law: DecisionTable, sums: pl.DataFrame, lang: str = "en") -> Iterator[str]:
    """The ceilings as lines of the summary."""
    own = words(lang)
    for place in filled(law, sums):
        ceiling = place.ceiling
        amounts = ((ceiling.barrels, own["ceiling"]["barrels"]), (ceiling.tonnes, "t"), (ceiling.usd, "USD"))
        limit = ", ".join(f"{number(amount, lang)} {unit}" for amount, unit in amounts if amount)
        weighed = bool(place.tonnes or place.unsure_tonnes)
        yield own["ceiling"]["line"].format(
            provision=ceiling.provision,
            year=place.year,
            what=own["capped"][ceiling.what],
            limit=limit,
            said=_weighed(place, lang) if weighed else _unweighed(place, lang),
        )
        if weighed and (place.unsure_tonnes or place.unsure_usd):
            more = f"{number(place.unsure_tonnes, lang)} t, {number(place.unsure_usd, lang)} USD"
            yield f"  {own['ceiling']['unsure'].format(amounts=more)}"
        if weighed and place.conversion:
            rate = number(place.conversion.barrels_per_tonne, lang, "g")
            yield f"  {own['ceiling']['conversion'].format(number=rate, by=own['converted'][place.conversion.by])}"


def _weighed(place: Filled, lang: str) -> str:
    """Tonnes, barrels and dollars, and how much of the ceiling they are."""
    own = words(lang)["ceiling"]
    said = f"{number(place.tonnes, lang)} t, {number(place.usd, lang)} USD"
    if place.barrels is not None:
        said = own["from_tonnes"].format(barrels=number(place.barrels, lang), said=said)
    return said if place.share is None else f"{said}, {own['share'].format(share=f'{place.share:.0%}')}"
