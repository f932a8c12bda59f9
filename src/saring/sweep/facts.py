"""Facts from mapped columns (approval, contract date, origin …): each different combination is asked of `findings` once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import polars as pl

from saring.measures import Fact
from saring.model import FactValue, SaringError
from saring.sweep.commodities import read_code
from saring.sweep.countries import read_country
from saring.sweep.deciding import WAYS, Answer
from saring.sweep.periods import read_period

if TYPE_CHECKING:
    from saring.sweep.judging import Judge

_TRUE = {"true", "yes", "y", "1", "ya", "да", "예"}
_FALSE = {"false", "no", "n", "0", "tidak", "нет", "아니오"}
UNREADABLE = "a mapped fact cannot be read"


def with_facts(judge: Judge, rows: pl.DataFrame, ways: pl.Series, numbers: pl.Series) -> pl.Series:
    """The numbers of answers, asked anew where the row says a fact that the bare table does not know."""
    layout = judge.layout
    law = pl.Series(
        [place for place in range(judge.way_of.len()) if 1 <= judge.way_of[place] <= len(WAYS)], dtype=ways.dtype
    )
    columns = [layout.column("hs"), *layout.times, *layout.facts.values()]
    picked = rows.select(list(dict.fromkeys(columns))).with_columns(
        pl.Series("__way", ways),
        pl.Series("__number", numbers),
        pl.Series("__row", range(rows.height), dtype=pl.UInt32),
    )
    said = pl.any_horizontal(pl.col(c).is_not_null() for c in layout.facts.values())
    picked = picked.filter(pl.col("__way").is_in(law.implode()) & said)
    keys = [c for c in picked.columns if c != "__row"]
    seen = picked.select(keys).unique()
    asked = [_asked(judge, row) for row in seen.iter_rows(named=True)]
    seen = seen.with_columns(__asked=pl.Series(asked, dtype=pl.UInt16))
    found = picked.join(seen, on=keys, how="left", nulls_equal=True)
    return numbers.scatter(found["__row"], found["__asked"]) if found.height else numbers


def _asked(judge: Judge, row: dict[str, Any]) -> int:
    """The number of the answer to a row with facts; a problem of the bare row stays its problem."""
    table, layout = judge.table, judge.layout
    bare = table.answers[row["__number"]]
    if bare.verdict is None:
        return int(row["__number"])
    facts: dict[str, FactValue] = {}
    for name, column in layout.facts.items():
        value = row[column]
        if value is None or str(value).strip() == "":
            continue
        read = read_fact(table.decided.book.facts[name], value)
        if read is None:
            return table.place(Answer(None, problem=f"{UNREADABLE}: {name}"))
        facts[name] = read
    way = WAYS[judge.way_of[row["__way"]] - 1]
    commodity = read_code(row[layout.column("hs")])
    times = [row[column] for column in layout.times]
    date = read_period(*times).date
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
        return [read_country(part).country or part for part in re.split(r"[;,| ]+", text) if part]
    if fact.values:
        return text if text in fact.values else None
    return read_country(value).country or text
