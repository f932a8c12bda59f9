"""The same marks and the same table as joins, in narwhals: for PySpark, and for any lazy frame that narwhals knows.

Each key column has few different values. They are collected, read by the readers of this room, and joined back as
small tables; the sum of their marks is the place in the decision table, which is joined as well.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

from saring.model import SaringError
from saring.sweep.commodities import read_code
from saring.sweep.deciding import WAYS, Answer, both
from saring.sweep.facts import FACT, HS, NUMBER, TIME, WAY, asked_anew, brings_in
from saring.sweep.judging import FLOW_MARKS, PLACES, Judge, is_hs, way
from saring.sweep.layout import Layout
from saring.sweep.marks import OUT, PARTNER
from saring.sweep.opening import BROKEN, NO_JSON
from saring.sweep.periods import read_period
from saring.sweep.table import NO_WAY, SITC, WAY_COUNT, DecisionTable

_MOST_VALUES = 2_000_000
# A small table of a backend: columns by name, each a list of equal length.
Maker = Callable[[dict[str, list[Any]]], Any]


def judged_by_joins(
    frame: Any, judge: Judge, made: Maker, values: Callable[[Any, list[str]], list[tuple[Any, ...]]]
) -> Any:
    """A narwhals frame judged by equi-joins alone; `made` makes a small table, `values` collects different values."""
    import narwhals.stable.v2 as nw

    own = list(frame.collect_schema().names())
    frame = _answered(frame, judge, made, values)
    for other in judge.others:
        if not _is_named(frame, other, values):
            continue
        frame = _answered(frame.with_columns(__own_answer=nw.col(NUMBER)).drop(NUMBER), other, made, values)
        pairs = _few(values(frame, ["__own_answer", NUMBER]), ["answers"])
        table = judge.table
        put = [table.place(both(table.answers[a], other.table.answers[b])) for a, b in pairs]
        small = {"__own_answer": [a for a, _ in pairs], NUMBER: [b for _, b in pairs], "__both": put}
        frame = frame.join(made(small), on=["__own_answer", NUMBER], how="left")
        frame = frame.with_columns(**{NUMBER: nw.col("__both")}).drop("__both", "__own_answer")
    if judge.broken is not None:
        for problem in (BROKEN, NO_JSON):
            place = judge.table.place(Answer(None, problem=problem))
            wrong = nw.col(judge.broken) == problem
            frame = frame.with_columns(**{NUMBER: nw.when(wrong).then(nw.lit(place)).otherwise(nw.col(NUMBER))})
    frame = frame.join(made(_answers(judge.table)), on="__answer", how="left")
    return frame.select(*own, "verdict", "provisions", "possible", "problem")


def _is_named(frame: Any, judge: Judge, values: Any) -> bool:
    """Whether any row names the partner of a judge, or has facts that may bring it in; if not, no join is needed."""
    if judge.layout.facts:
        return True
    for role in (*judge.layout.sides, "partner2"):
        if _holds(judge.layout, role):
            key = f"{_ROLE}{role}"
            cells = values(frame.with_columns(**{key: _cell(judge.layout, role)}), [key])
            if any(judge.marks.second(cell) == PARTNER for (cell,) in cells):
                return True
    return False


def _answered(frame: Any, judge: Judge, made: Maker, values: Any) -> Any:
    """The frame with the number of each row's answer in the table of one judge."""
    import narwhals.stable.v2 as nw

    layout = judge.layout
    before = list(frame.collect_schema().names())
    frame = frame.with_columns(
        **{
            f"{_ROLE}{role}": _cell(layout, role)
            for role in (*layout.sides, "hs", *layout.times, *_OTHERS)
            if _holds(layout, role)
        }
    )
    seen: dict[str, set[int]] = {}
    for mark, (roles, read) in _readers(judge).items():
        frame, seen[mark] = _marked(frame, mark, [f"{_ROLE}{role}" for role in roles], read, made, values)
    for mark, only in (("__flow", OUT), ("__third", 0)):
        if mark not in seen:
            frame, seen[mark] = frame.with_columns(**{mark: nw.lit(only)}), {only}
    frame = frame.with_columns(
        __way=nw.col("__first") * (PLACES * FLOW_MARKS * 3)
        + nw.col("__second") * (FLOW_MARKS * 3)
        + nw.col("__flow") * 3
        + nw.col("__third")
    )
    frame = frame.join(made(_cells(judge, seen)), on=["__way", "__date", "__code"], how="left")
    if layout.facts:
        frame = _with_facts(frame, judge, made, values)
    return frame.select(*before, NUMBER)


_ROLE = "__role_"
_OTHERS = ("flow", "classification", "partner2")


def _holds(layout: Layout, role: str) -> bool:
    return role in layout.columns or role in layout.constants


def _cell(layout: Layout, role: str) -> Any:
    """What each row holds in a role, as text; an absent cell is "", a value too."""
    import narwhals.stable.v2 as nw

    if role in layout.constants:
        return nw.lit(layout.constants[role])
    return nw.col(layout.columns[role]).cast(nw.String).fill_null("")


def _readers(judge: Judge) -> dict[str, tuple[tuple[str, ...], Callable[..., int]]]:
    """For each mark the roles that it is read from, and how."""
    layout, table = judge.layout, judge.table
    codes = ("hs", "classification") if _holds(layout, "classification") else ("hs",)
    readers: dict[str, tuple[tuple[str, ...], Callable[..., int]]] = {
        "__first": (layout.sides[:1], judge.marks.place),
        "__second": (layout.sides[1:], judge.marks.place),
        "__code": (codes, lambda *cells: _code(judge, *cells)),
        "__date": (layout.times, lambda *cells: table.date_mark(read_period(*map(layout.dated, cells)))),
    }
    if not layout.directed:
        readers["__flow"] = (("flow",), judge.marks.flow)
    if _holds(layout, "partner2"):
        readers["__third"] = (("partner2",), judge.marks.second)
    return readers


def _with_facts(frame: Any, judge: Judge, made: Maker, values: Any) -> Any:
    """The answers asked anew where a row says a fact: each different combination once, as on Polars."""
    import narwhals.stable.v2 as nw

    layout = judge.layout
    cells = {HS: f"{_ROLE}hs", **{f"{TIME}{n}": f"{_ROLE}{role}" for n, role in enumerate(layout.times)}}
    frame = frame.with_columns(
        **{key: nw.col(column) for key, column in cells.items()},
        **{f"{FACT}{name}": nw.col(c).cast(nw.String).fill_null("") for name, c in layout.facts.items()},
    )
    keys = [*cells, *(f"{FACT}{name}" for name in layout.facts), WAY, NUMBER]
    found = [dict(zip(keys, row, strict=True)) for row in _few(values(frame, keys), keys)]
    asked = [row for row in found if _is_asked(judge, row)]
    small = {key: [row[key] for row in asked] for key in keys}
    small["__asked"] = [asked_anew(judge, row) for row in asked]
    joined = frame.join(made(small), on=keys, how="left") if asked else frame.with_columns(__asked=nw.col(NUMBER))
    return joined.with_columns(**{NUMBER: nw.coalesce(nw.col("__asked"), nw.col(NUMBER))})


def _is_asked(judge: Judge, row: dict[str, Any]) -> bool:
    said = {name: row[f"{FACT}{name}"] for name in judge.layout.facts}
    if row[WAY] == NO_WAY:
        return any(brings_in(judge, name, value) for name, value in said.items())
    return 1 <= row[WAY] <= len(WAYS) and any(said.values())


def _code(judge: Judge, code: object, classification: object = None) -> int:
    if not is_hs(classification):
        return judge.table.problem_mark(SITC)
    return judge.table.code_mark(read_code(code))


def _marked(
    frame: Any, mark: str, columns: list[str], read: Callable[..., int], made: Maker, values: Any
) -> tuple[Any, set[int]]:
    """Join the marks of the different values of one or two columns."""
    found = _few(values(frame, columns), columns)
    marks = [read(*cells) for cells in found]
    small = {k: [cells[n] for cells in found] for n, k in enumerate(columns)}
    return frame.join(made({**small, mark: marks}), on=columns, how="left"), set(marks)


def _few(found: list[tuple[Any, ...]], columns: list[str]) -> list[tuple[Any, ...]]:
    if len(found) > _MOST_VALUES:
        raise SaringError(
            "too_large", ", ".join(columns), f"{len(found):,} different values", f"up to {_MOST_VALUES:,}"
        )
    return sorted(found)


def _cells(judge: Judge, seen: dict[str, set[int]]) -> dict[str, list[Any]]:
    """The cells of the decision table that these marks can reach."""
    table = judge.table
    columns: dict[str, list[Any]] = {"__way": [], "__date": [], "__code": [], WAY: [], NUMBER: []}
    for first, second, flow, third in product(*(sorted(seen[k]) for k in ("__first", "__second", "__flow", "__third"))):
        own = way(first, second, flow, third)
        for date, code in product(sorted(seen["__date"]), sorted(seen["__code"])):
            columns["__way"].append(((first * PLACES + second) * FLOW_MARKS + flow) * 3 + third)
            columns["__date"].append(date)
            columns["__code"].append(code)
            columns[WAY].append(own)
            columns[NUMBER].append(table.numbers[(date * WAY_COUNT + own) * table.code_count + code])
    return columns


def _answers(table: DecisionTable) -> dict[str, list[Any]]:
    return {
        "__answer": list(range(len(table.answers))),
        "verdict": [a.verdict for a in table.answers],
        "provisions": [list(a.provisions) for a in table.answers],
        "possible": [list(a.possible) for a in table.answers],
        "problem": [a.problem for a in table.answers],
    }
