"""The summary of a sweep in plain lines: by verdict, provision, year, partner and chapter, and the ceilings of the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import polars as pl

from saring.model import VERDICTS
from saring.sweep.ceilings import ceiling_lines
from saring.sweep.summing import Totals, counted, slip_notes
from saring.sweep.table import DecisionTable

_MOST = 12  # lines of one heading


def summary(law: DecisionTable, totals: Totals) -> str:
    """The summary as text."""
    return "".join(f"{line}\n" for line in _lines(law, totals))


def _lines(law: DecisionTable, totals: Totals) -> Iterator[str]:
    yield f"{totals.rows:,} rows, law of {law.regime}, lawbook {law.version}"
    by_verdict, by_problem = tallies(law, totals)
    for verdict in VERDICTS:
        if by_verdict[verdict]:
            yield f"  {verdict:<14} {by_verdict[verdict]:>14,} rows"
    if by_problem:
        yield f"  {'not judged':<14} {by_problem.total():>14,} rows"
        for problem, rows in by_problem.most_common():
            yield f"    {problem}: {rows:,}"
    for note in slip_notes(totals.slips):
        yield f"note: {note}"
    groups = totals.groups()
    yield from _doubles(groups)
    sums = counted(groups)
    for heading, table in tables(law, sums):
        if table:
            yield f"by {heading} (rows, USD, tonnes):"
            for name, (rows, cents, grams) in table[:_MOST]:
                yield f"  {name:<28} {rows:>10,} {cents // 100:>18,} {grams // 10**6:>14,}"
            if len(table) > _MOST:
                yield f"  … and {len(table) - _MOST} more"
    yield from ceiling_lines(law, sums)


def tallies(law: DecisionTable, totals: Totals) -> tuple[Counter[str], Counter[str]]:
    """How many rows have each verdict, and each problem."""
    by_verdict: Counter[str] = Counter()
    by_problem: Counter[str] = Counter()
    for number, rows in totals.counts().items():
        answer = law.answers[number]
        if answer.verdict is None:
            by_problem[answer.problem or ""] += rows
        else:
            by_verdict[answer.verdict] += rows
    return by_verdict, by_problem


def _doubles(groups: pl.DataFrame) -> Iterator[str]:
    if not groups.height:
        return
    if groups["again"].any():
        rows = groups.filter("again")["rows"].sum()
        yield f"note: {rows:,} rows are re-exports or re-imports; they are judged, and left out of sums beside plain flows"
    if groups.filter(pl.col("level") > 0)["level"].n_unique() > 1:
        yield "note: chapters, headings and subheadings stand beside each other; sums take the finest level that adds up"
    if groups["detail"].any():
        yield "note: some rows split others by a second partner; sums take the whole"


Sums = tuple[int, int, int]


def tables(law: DecisionTable, sums: pl.DataFrame) -> list[tuple[str, list[tuple[str, Sums]]]]:
    """Rows, cents and grams by verdict, provision, year, partner and chapter; all but the first without not_covered."""
    by: dict[str, dict[str, list[int]]] = {
        name: {} for name in ("verdict", "provision", "possible provision", "year", "partner", "chapter")
    }
    for row in sums.iter_rows(named=True):
        answer = law.answers[row["answer"]]
        if answer.verdict is None:
            continue
        amounts = (row["rows"], row["cents"], row["grams"])
        places = [("verdict", answer.verdict)]
        places += [("provision", p) for p in answer.provisions] + [("possible provision", p) for p in answer.possible]
        if answer.verdict != "not_covered":
            places += [
                ("year", str(row["year"])),
                ("partner", row["country"] or "?"),
                ("chapter", row["chapter"] or "?"),
            ]
        for heading, name in places:
            known = by[heading].setdefault(name, [0, 0, 0])
            for n, amount in enumerate(amounts):
                known[n] += amount
    return [(heading, _sorted(heading, found)) for heading, found in by.items()]


def _sorted(heading: str, found: dict[str, list[int]]) -> list[tuple[str, Sums]]:
    named: list[tuple[str, Sums]] = [(name, (a[0], a[1], a[2])) for name, a in found.items()]
    if heading == "verdict":
        return sorted(named, key=lambda item: VERDICTS.index(item[0]))
    if heading in ("year", "chapter"):
        return sorted(named)
    return sorted(named, key=lambda item: (-item[1][1], -item[1][0], item[0]))
