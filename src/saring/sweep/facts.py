"""Facts from mapped columns (approval, contract date, origin …): each different combination is asked of `findings` once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl

from saring.measures import Fact
from saring.model import FactValue, SaringError
from saring.sweep.commodities import read_code
from saring.sweep.countries import AMBIGUOUS, AREA, MISSING, WORLD, read_country
from saring.sweep.deciding import WAYS, Answer, Way
from saring.sweep.marks import each
from saring.sweep.periods import read_period
from saring.sweep.table import NO_WAY

if TYPE_CHECKING:
    from saring.sweep.judging import Judge

_TRUE = {"true", "yes", "y", "1", "ya", "да", "예"}
_FALSE = {"false", "no", "n", "0", "tidak", "нет", "아니오"}
UNREADABLE = "a mapped fact cannot be read"
# Facts by which the partner takes part though neither side names it (law/rules 10, findings/sides.py).
BRINGING = (
    "origin_country",
    "passed_through",
    "third_country_origin_via_rajin",
    "dprk_flagged",
    "dprk_bank",
    "dprk_owned_or_operated",
    "dprk_diplomat",
    "fishing_rights",
)
# Columns of a row as it is asked anew.
HS, TIME, FACT, WAY, NUMBER = "__hs", "__time", "__fact_", "__own", "__answer"


def with_facts(judge: Judge, rows: pl.DataFrame, ways: pl.Series, numbers: pl.Series) -> pl.Series:
    """The numbers of answers, asked anew where the row says a fact that the bare table does not know."""
    layout = judge.layout
    picked = pl.DataFrame(
        {
            HS: layout.cells(rows, "hs"),
            **{f"{TIME}{n}": layout.cells(rows, role) for n, role in enumerate(layout.times)},
            **{f"{FACT}{name}": rows.get_column(column) for name, column in layout.facts.items()},
            WAY: judge.way_of.gather(ways),
            NUMBER: numbers,
            "__row": pl.Series(range(rows.height), dtype=pl.UInt32),
        }
    )
    said = pl.any_horizontal(pl.col(f"{FACT}{name}").is_not_null() for name in layout.facts)
    brought = pl.lit(_brought(judge, picked))
    picked = picked.filter((pl.col(WAY).is_between(1, len(WAYS)) & said) | ((pl.col(WAY) == NO_WAY) & brought))
    keys = [c for c in picked.columns if c != "__row"]
    seen = picked.select(keys).unique()
    asked = [asked_anew(judge, row) for row in seen.iter_rows(named=True)]
    seen = seen.with_columns(__asked=pl.Series(asked, dtype=pl.UInt16))
    found = picked.join(seen, on=keys, how="left", nulls_equal=True)
    return numbers.scatter(found["__row"], found["__asked"]) if found.height else numbers


def _brought(judge: Judge, picked: pl.DataFrame) -> pl.Series:
    """Whether some fact of a row brings the partner in, though it is on no side."""
    found = pl.repeat(False, picked.height, dtype=pl.Boolean, eager=True)
    for name in judge.layout.facts:
        found |= each(picked.get_column(f"{FACT}{name}"), partial(brings_in, judge, name), pl.UInt8) == 1
    return found


def brings_in(judge: Judge, name: str, value: object) -> int:
    """Whether a cell of a fact brings the partner in, wherever the row says that the goods came from and went to."""
    fact = judge.table.decided.book.facts[name]
    if name not in BRINGING or says_nothing(fact, value):
        return 0
    read = read_fact(fact, value)
    partner = judge.table.decided.partner
    return int(read is None or read is True or read == partner or (isinstance(read, list) and partner in read))


def asked_anew(judge: Judge, row: Mapping[str, Any]) -> int:
    """The number of the answer to a row with facts; a problem of the bare row stays its problem."""
    table, layout = judge.table, judge.layout
    bare = table.answers[row[NUMBER]]
    if bare.verdict is None:
        return int(row[NUMBER])
    facts: dict[str, FactValue] = {}
    for name in layout.facts:
        value = row[f"{FACT}{name}"]
        fact = table.decided.book.facts[name]
        if says_nothing(fact, value):
            continue
        read = read_fact(fact, value)
        if read is None:
            return table.place(Answer(None, problem=f"{UNREADABLE}: {name}"))
        facts[name] = read
    way: Way = WAYS[row[WAY] - 1] if row[WAY] != NO_WAY else "elsewhere"
    commodity = read_code(row[HS])
    period = read_period(*(layout.dated(row[f"{TIME}{n}"]) for n in range(len(layout.times))))
    if commodity.problem or period.problem:  # the bare row was not asked about: the partner is on no side of it
        return table.place(Answer(None, problem=(commodity.problem or period.problem or "").partition(":")[0]))
    date = period.date
    code = table.law_codes[table.decided.classes.number(commodity.code)]
    if "import_date" not in facts:
        date = table.decided.bucket(date)
    try:
        return table.place(table.decided.answer(way, code, date, facts))
    except SaringError as error:
        return table.place(Answer(None, problem=f"{UNREADABLE}: {error.where}"))


def read_fact(fact: Fact, value: object) -> FactValue | None:
    """A cell as the fact's type has it; None where it cannot be read so."""
    text = str(value).strip()
    if fact.type == "truth":
        word = re.sub(r"\.0$", "", text.casefold())
        return True if word in _TRUE else False if word in _FALSE else None
    if fact.type == "number":
        try:
            return float(text)
        except ValueError:
            return None
    if fact.type == "date":
        return read_period(value).date or None
    if fact.type == "text-list":
        return _countries(text)
    if fact.values:
        return text if text in fact.values else None
    place = read_country(value)
    return None if place.problem == AMBIGUOUS else place.country or text


def says_nothing(fact: Fact, value: object) -> bool:
    """Whether a cell leaves its fact unknown: it is empty, or names all countries or an unspecified area."""
    if value is None or str(value).strip() == "":
        return True
    return fact.type == "code" and not fact.values and read_country(value).problem in (MISSING, WORLD, AREA)


def _countries(text: str) -> list[str] | None:
    """The countries of a cell, parted by marks, or by blanks where they are codes; None where one may be either Korea."""
    whole = read_country(text)
    if whole.country:
        return [whole.country]
    found: list[str] = []
    for part in (p.strip() for p in re.split(r"[;,|/]+", text)):
        for word in (part,) if read_country(part).country else part.split():
            if read_country(word).problem == AMBIGUOUS:
                return None
            found.append(read_country(word).country or word)
    return found
