"""A sweep over files: each is opened, judged as it streams and written beside its final place, then moved there."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from saring.model import SaringError
from saring.sweep.judging import Judge
from saring.sweep.opening import BROKEN_COLUMN, Table, open_table, table_files
from saring.sweep.summing import Totals
from saring.sweep.sweeping import streamed
from saring.sweep.table import SITC, DecisionTable, decision_table
from saring.sweep.wording import note

OUTPUTS = (".parquet", ".csv", ".jsonl", ".ndjson", ".xlsx")
PROBLEM = "problem"
DONE_FILE = ".saring-sweep.json"
_ROWS_OF_EXCEL = 1_048_575


class Order(NamedTuple):
    """What is asked of a sweep; `only` keeps rows of these verdicts (`problem`: those that cannot be judged)."""

    mapping: Mapping[str, str] = {}
    regime: str = "UN"
    only: tuple[str, ...] = ()
    resume: bool = False
    suffix: str = ".parquet"
    day_first: bool | None = None
    lang: str = "en"  # of what is said while it runs; tables are the same in every language


class Watch(NamedTuple):
    """Who is told while it runs: a file begins (name, rows or None, layout), rows pass, something has to be said."""

    begins: Callable[[str, int | None, str], None] = lambda _name, _rows, _layout: None
    passed: Callable[[int], None] = lambda _rows: None
    said: Callable[[str], None] = lambda _words: None
    failed: Callable[[SaringError], None] = lambda _error: None
    compiled: Callable[[int, int], None] = lambda _done, _of: None


def run(sources: list[str], out: Path, order: Order, watch: Watch) -> tuple[DecisionTable, Totals]:
    """Sweep every table; what fails is told to the watch and the rest goes on."""
    files = table_files(sources)
    table = decision_table(regime=order.regime, told=watch.compiled)
    totals = Totals()
    for source, target in targets(sources, files, out, order.suffix):
        if order.resume and is_done(source, target, table, order):
            watch.said(note("done", file=source).told(order.lang))
            continue
        try:
            _one(source, target, table, order, watch, totals)
            if target.parent == out or out.is_dir():
                remember(source, target, table, order)
        except SaringError as error:
            watch.failed(error)
    return table, totals


def targets(sources: list[str], files: list[Path], out: Path, suffix: str) -> list[tuple[Path, Path]]:
    """Where the output of each file goes: OUT itself for one file, else a place in the folder OUT."""
    single = len(files) == 1 and not Path(sources[0]).is_dir() and not out.is_dir()
    if single:
        if out.suffix.lower() not in OUTPUTS:
            raise SaringError("unknown_word", "-o", f"{out.name!r} names no kind of table", ", ".join(OUTPUTS))
        if out.resolve() == files[0].resolve():
            raise SaringError("bad_type", "-o", "the output would replace the input", "another name")
        return [(files[0], out)]
    roots = [Path(s) for s in sources if Path(s).is_dir()]
    found: dict[Path, Path] = {}
    for file in files:
        root = next((r for r in roots if r in file.parents), file.parent)
        target = (out / file.relative_to(root)).with_suffix(suffix)
        if target in found.values():
            target = target.with_name(file.name.replace(".", "_") + suffix)
        found[file] = target
    return list(found.items())


def _one(source: Path, target: Path, table: DecisionTable, order: Order, watch: Watch, totals: Totals) -> None:
    opened = opened_as(source, order, table)
    own = Totals()
    judge = Judge(table, opened.layout, own, opened.broken)
    try:
        for one in opened.notes:
            watch.said(one.told(order.lang))
        watch.begins(str(source), _height(opened), opened.layout.told())
        frame = streamed(opened.frame, judge.judged, lambda rows: watch.passed(rows.height))
        if order.only:
            frame = frame.filter(_wanted(order.only))
        with placed(target) as part:
            write(frame, part, target.suffix.lower(), table)
            if own.rows and own.foreign == own.rows:
                raise SaringError("bad_type", str(source), f"{SITC}: {_classification(opened)}", "HS, H0 to H6")
        totals.join(own)
    except pl.exceptions.PolarsError as error:
        text = (str(error).strip().splitlines() or ["it cannot be read"])[0][:300]
        raise SaringError("unreadable", str(source), text, "a table that can be read") from error
    finally:
        if opened.scratch is not None:
            opened.scratch.unlink(missing_ok=True)


def opened_as(source: Path, order: Order, table: DecisionTable) -> Table:
    """The table opened with the mapping and the order of dates that were given."""
    opened = open_table(source, order.mapping, table.decided.book)
    return opened._replace(layout=opened.layout._replace(day_first=order.day_first))


def _classification(opened: Table) -> str:
    column = opened.layout.get("classification") or ""
    seen = opened.frame.select(pl.col(column).unique().head(5)).collect().to_series()
    words = {"S": "SITC", "B": "BEC", "E": "EBOPS"}
    return ", ".join(sorted(f"{v} is {words.get(str(v)[:1], 'another nomenclature')}" for v in seen))


def _wanted(only: tuple[str, ...]) -> pl.Expr:
    wanted = pl.col("verdict").cast(pl.String).is_in([v for v in only if v != PROBLEM])
    return wanted | pl.col("verdict").is_null() if PROBLEM in only else wanted.fill_null(value=False)


def _height(opened: Table) -> int:
    """How many rows there are: counted when the table was opened, said by the file, or in memory."""
    if opened.height is not None:
        return opened.height
    return int(opened.frame.select(pl.len()).collect().item())


# --- writing -----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def placed(target: Path) -> Any:
    """A name beside the target to write under; it becomes the target only when all of it is written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    _sweep_out(target)
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _sweep_out(target: Path) -> None:
    """Remove what a run that was killed outright has left beside the target."""
    for left in target.parent.glob(f".{target.name}.*.part"):
        number = left.suffixes[-2].lstrip(".")
        if (
            number.isdigit()
            and int(number) != os.getpid()
            and not Path("/proc", number).exists()
            and Path("/proc").is_dir()
        ):
            left.unlink(missing_ok=True)


def write(frame: pl.LazyFrame, place: Path, suffix: str, table: DecisionTable) -> None:
    """Write a judged frame as it streams; lists become words parted by blanks where a format has no lists."""
    if BROKEN_COLUMN in frame.collect_schema().names():
        frame = frame.drop(BROKEN_COLUMN)
    flat = frame.with_columns(pl.col("provisions", "possible").list.join(" "))
    if suffix == ".parquet":
        about = {"saring.lawbook": table.version, "saring.regime": table.regime}
        frame.sink_parquet(place, metadata=about, engine="streaming")
    elif suffix == ".csv":
        flat.sink_csv(place, engine="streaming")
    elif suffix in (".jsonl", ".ndjson"):
        frame.sink_ndjson(place, engine="streaming")
    else:
        rows = flat.collect(engine="streaming")
        if rows.height > _ROWS_OF_EXCEL:
            raise SaringError("too_large", "-o", f"{rows.height:,} rows do not fit into a sheet", ".parquet or .csv")
        with place.open("wb") as stream:
            rows.write_excel(stream)


# --- resuming ----------------------------------------------------------------------------------------------------


def _mark(source: Path, table: DecisionTable, order: Order) -> dict[str, Any]:
    state = source.stat()
    asked = [sorted(order.mapping.items()), order.regime, list(order.only), order.day_first]
    return {"size": state.st_size, "changed": state.st_mtime_ns, "lawbook": table.version, "asked": json.dumps(asked)}


def is_done(source: Path, target: Path, table: DecisionTable, order: Order) -> bool:
    """Whether the output stands, made from this very file under this law with the same questions."""
    if not target.exists():
        return False
    return bool(_remembered(target.parent).get(target.name) == _mark(source, table, order))


def _remembered(folder: Path) -> dict[str, Any]:
    with contextlib.suppress(OSError, ValueError):
        told = json.loads((folder / DONE_FILE).read_text(encoding="utf-8"))
        return told if isinstance(told, dict) else {}
    return {}


def remember(source: Path, target: Path, table: DecisionTable, order: Order) -> None:
    """Write down from what an output was made, so that another run can leave it out."""
    told = {**_remembered(target.parent), target.name: _mark(source, table, order)}
    with placed(target.parent / DONE_FILE) as part:
        part.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")
