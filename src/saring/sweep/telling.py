"""The summary of a sweep in plain lines: by verdict, provision, year, partner and chapter, and the ceilings of the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import polars as pl

from saring.model import VERDICTS
from saring.sweep.ceilings import ceiling_lines
from saring.sweep.commodities import SLIPS
from saring.sweep.summing import Totals, counted
from saring.sweep.table import DecisionTable
from saring.sweep.wording import number, problem, words

_MOST = 12  # lines of one heading


def summary(law: DecisionTable, totals: Totals, lang: str = "en") -> str:
    """The summary as text in a language."""
    return "".join(f"{line}\n" for line in _lines(law, totals, lang))


def _lines(law: DecisionTable, totals: Totals, lang: str) -> Iterator[str]:
    own = words(lang)
    said = own["summary"]
    yield said["head"].format(rows=number(totals.rows, lang), regime=law.regime, version=law.version)
    yield from _tallied(law, totals, lang)
    for slip in SLIPS:
        if totals.slips[slip]:
            codes = number(totals.slips[slip], lang)
            yield said["note"].format(note=own["slip"]["codes"].format(said=own["slip"][slip], count=codes))
    groups = judged_groups(law, totals)
    if totals.unsummed:
        yield said["no_sums"].format(why=said["uncounted"])
        return
    for note in _doubles(groups, lang):
        yield said["note"].format(note=note)
    sums = counted(groups)
    for heading, table in tables(law, sums):
        if table:
            yield from _table(heading, table, lang)
    yield from ceiling_lines(law, sums, lang)


def _table(heading: str, table: list[tuple[str, Sums]], lang: str) -> Iterator[str]:
    """The lines of one heading; a table without amounts, or one that sums to nothing, shows its rows alone."""
    own = words(lang)
    said, has_amounts = own["summary"], any(cents or grams for _, (_, cents, grams) in table)
    form = said["by" if has_amounts else "by_rows"]
    yield form.format(heading=own["heading"][heading.partition(" ")[0]])
    for name, (rows, cents, grams) in table[:_MOST]:
        amounts = [(rows, 10), (cents // 100, 18), (grams // 10**6, 14)][: 3 if has_amounts else 1]
        shown = own["verdict"][name] if heading == "verdict" else name
        yield f"  {shown:<28} {' '.join(f'{number(n, lang):>{width}}' for n, width in amounts)}"
    if len(table) > _MOST:
        yield f"  {said['more'].format(count=len(table) - _MOST)}"


def _tallied(law: DecisionTable, totals: Totals, lang: str) -> Iterator[str]:
    """Rows by verdict, and by problem."""
    own = words(lang)
    by_verdict, by_problem = tallies(law, totals)
    wide = max(14, *map(len, (*own["verdict"].values(), own["summary"]["not_judged"])))
    counts = [(own["verdict"][v], by_verdict[v]) for v in VERDICTS if by_verdict[v]]
    if by_problem:
        counts.append((own["summary"]["not_judged"], by_problem.total()))
    for name, rows in counts:
        yield f"  {name:<{wide}} {number(rows, lang):>14} {own['summary']['row' if rows == 1 else 'rows']}"
    for told, rows in by_problem.most_common():
        yield f"    {problem(told, lang)}: {number(rows, lang)}"


def judged_groups(law: DecisionTable, totals: Totals) -> pl.DataFrame:
    """The sums of all groups that have a verdict."""
    groups = totals.groups()
    return groups.filter(pl.col("answer").is_in([n for n, a in enumerate(law.answers) if a.verdict is not None]))


def tallies(law: DecisionTable, totals: Totals) -> tuple[Counter[str], Counter[str]]:
    """How many rows have each verdict, and each problem."""
    by_verdict: Counter[str] = Counter()
    by_problem: Counter[str] = Counter()
    for place, rows in totals.counts().items():
        answer = law.answers[place]
        if answer.verdict is None:
            by_problem[answer.problem or ""] += rows
        else:
            by_verdict[answer.verdict] += rows
    return by_verdict, by_problem


def _doubles(groups: pl.DataFrame, lang: str) -> Iterator[str]:
    """What the sums leave out because it is counted elsewhere."""
    if not groups.height:
        return
    said = words(lang)["summary"]
    if groups["again"].any():
        yield said["again"].format(rows=number(int(groups.filter("again")["rows"].sum()), lang))
    if groups.filter(pl.col("level") > 0)["level"].n_unique() > 1:
        yield said["levels"]
    if groups["detail"].any():
        yield said["parts"]


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
