"""Tables as they come: Parquet, CSV of any separator and encoding, XLSX, JSON; read lazily, every cell of a text as text."""

from __future__ import annotations

import csv
import glob
import io
import json
import os
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from saring.measures import Lawbook
from saring.model import SaringError
from saring.sweep.encodings import encoding_of
from saring.sweep.layout import HEADERS, SIDES, Layout, plain, recognise
from saring.sweep.wording import Note, note

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
SUFFIXES = (".parquet", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".ndjson")
LARGEST_XLSX = 1_000_000_000  # bytes of XML inside
STEEPEST_XLSX = 300  # how often a zip may shrink its content
WIDE = 20_000  # characters of a header beyond which empty lines are looked for line by line
_SOME = 2000  # rows that tell how amounts are written
_LONGEST = 200  # lines that one record may run over where lines are ragged
HEADER_WITHIN = 15  # lines among which the header is looked for
BROKEN = "the line has another number of fields than the header"
NO_JSON = "the line is no JSON object"
BROKEN_COLUMN = "__broken"


class Table(NamedTuple):
    """An opened table: its rows, what its columns mean, and what had to be done to read it."""

    frame: pl.LazyFrame
    layout: Layout
    notes: tuple[Note, ...] = ()
    scratch: Path | None = None
    broken: str | None = None
    height: int | None = None  # rows, where they were counted already


def table_files(sources: list[str], allowed: str = "a file, a folder or a glob") -> list[Path]:
    """The table files that are meant, each once: a folder means all tables in it and below it."""
    found: dict[Path, None] = {}
    for source in sources:
        path = Path(source)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
            if not inside:
                raise SaringError("empty", source, "the folder holds no table", ", ".join(SUFFIXES))
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            matched = _globbed(source)
            if not matched:
                raise SaringError("missing_file", source, "there is no such file", allowed)
            found.update(dict.fromkeys(p for p in matched if p.is_file()))
    return list(found)


def _globbed(source: str) -> list[Path]:
    """The files that a pattern means, sorted; none where it is no pattern."""
    if not glob.has_magic(source):
        return []
    return sorted(Path(name) for name in glob.glob(source, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one


def open_table(path: Path, given: Mapping[str, str] | None = None, book: Lawbook | None = None) -> Table:
    """Open one table; errors name the file, what was found and what is allowed."""
    where = str(path)
    if not path.is_file():
        raise SaringError("missing_file", where, "there is no such file", "a table")
    if path.stat().st_size == 0:
        raise SaringError("empty", where, "the file is empty", "a table with a header")
    suffix = path.suffix.lower()
    _refuse_others(path, suffix, where)
    try:
        if suffix == ".parquet":
            frame = pl.scan_parquet(path)
            return Table(frame, recognise(frame.collect_schema().names(), given, book, where))
        if suffix in WORKBOOKS:
            return _with_comma(_workbook(path, given, book, where))
        if suffix in (".json", ".jsonl", ".ndjson"):
            return _json(path, given, book, where)
        return _with_comma(_csv(path, given, book, where))
    except (pl.exceptions.PolarsError, OSError, zipfile.BadZipFile) as error:
        raise SaringError("unreadable", where, _first_line(error), ", ".join(SUFFIXES)) from error


# How files begin that are no tables of text, and what they are.
_OTHERS = {
    b"%PDF": "a PDF",
    b"\x1f\x8b": "packed with gzip: unpack it first",
    b"PK\x03\x04": "packed as a zip: unpack it first",
    b"\xd0\xcf\x11\xe0": "an old workbook: name it .xls",
    b"PAR1": "Parquet: name it .parquet",
}


def _refuse_others(path: Path, suffix: str, where: str) -> None:
    """Say what a file is that cannot be text."""
    if suffix == ".parquet" or suffix in WORKBOOKS:
        return
    with path.open("rb") as opened:
        start = opened.read(1 << 12)
    kind = next((words for mark, words in _OTHERS.items() if start.startswith(mark)), None)
    if kind is None and b"\x00" in start and start[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        kind = "no text"
    if kind is not None:
        raise SaringError("binary", where, f"the file is {kind}", ", ".join(SUFFIXES))


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["it cannot be read"])[0][:200]


# --- CSV ---------------------------------------------------------------------------------------------------------


def _csv(path: Path, given: Mapping[str, str] | None, book: Lawbook | None, where: str) -> Table:
    """A text table: first as it stands; where lines are ragged, line by line, so that none is lost."""
    readable, scratch, notes = _as_utf8(path)
    try:
        table = _delimited(path, readable, given, book, where)
        return table._replace(scratch=scratch, notes=(*notes, *table.notes))
    except BaseException:
        if scratch is not None:
            scratch.unlink(missing_ok=True)
        raise


def _delimited(path: Path, readable: Path, given: Mapping[str, str] | None, book: Lawbook | None, where: str) -> Table:
    notes: tuple[Note, ...] = ()
    with readable.open(encoding="utf-8", newline="") as opened:
        lines = [line for line, _ in zip(opened, range(HEADER_WITHIN + 5), strict=False)]
    if not any(line.strip() for line in lines):
        raise SaringError("empty", where, "the file holds no lines", "a table with a header")
    separator = _separator(lines)
    skip, layout = _header(list(csv.reader(lines, delimiter=separator)), given, book, where)
    if skip:
        notes += (note("header", file=path.name, line=skip + 1),)
    ragged, blank, height = _shape(readable, separator, skip)
    if ragged or (blank and len(lines[skip]) > WIDE):
        rows = _ragged_rows(readable, separator, skip)
        return Table(rows, layout, (*notes, note("broken", file=path.name)), broken=BROKEN_COLUMN)
    frame = pl.scan_csv(
        readable,
        separator=separator,
        infer_schema=False,
        skip_lines=skip,
        null_values=["NA"],
        truncate_ragged_lines=True,
    )
    # An empty line is no row; every other keeps its place.
    rows = frame.filter(~pl.all_horizontal(pl.all().is_null())) if blank else frame
    return Table(rows, layout, notes, height=height)


def _as_utf8(path: Path) -> tuple[Path, Path | None, tuple[Note, ...]]:
    """The file, or a copy of it in UTF-8 with usual ends of lines where it has others."""
    encoding = encoding_of(path)
    with path.open("rb") as opened:
        start = opened.read(1 << 16)
    old_lines = b"\r" in start and b"\n" not in start
    if encoding == "utf-8" and not start.startswith(b"\xef\xbb\xbf") and not old_lines:
        return path, None, ()
    handle, name = tempfile.mkstemp(prefix="saring-", suffix=".csv")
    os.close(handle)
    with (
        path.open(
            encoding="utf-8-sig" if encoding == "utf-8" else encoding,
            errors="replace",
            newline=None if old_lines else "",
        ) as source,
        Path(name).open("w", encoding="utf-8", newline="") as target,
    ):
        while block := source.read(1 << 20):
            target.write(block)
    said = () if encoding == "utf-8" else (note("encoding", file=path.name, encoding=encoding),)
    return Path(name), Path(name), said


def _separator(lines: list[str]) -> str:
    """The separator that cuts the first lines into most and equal parts."""
    best, most = ",", 0
    for mark in (",", ";", "\t", "|"):
        widths = [len(row) for row in csv.reader(lines, delimiter=mark) if row]
        usual = max(set(widths), key=widths.count) if widths else 0
        if usual > most:
            best, most = mark, usual
    return best


def _header(
    rows: list[list[str]], given: Mapping[str, str] | None, book: Lawbook | None, where: str
) -> tuple[int, Layout]:
    """The first line that names the columns needed, and what they mean; else the reason why the first does not."""
    best: SaringError | None = None
    most = -1
    heads = {h for some in (HEADERS, SIDES) for headers in some.values() for h in headers}
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        try:
            return number, recognise([cell.strip() for cell in row], given, book, where)
        except SaringError as error:
            known = sum(plain(cell) in heads or cell.strip() in (given or {}).values() for cell in row)
            if known > most:  # of all lines the one that comes nearest to a header tells what is missing
                best, most = error, known
    raise best or SaringError("empty", where, "no header", "a table with a header")


def _with_comma(table: Table) -> Table:
    """Whether the first rows write their amounts with a comma before the decimals."""
    columns = [c for c in map(table.layout.get, ("value", "weight")) if c is not None]
    if not columns:
        return table
    some = table.frame.select(pl.col(columns).cast(pl.String)).head(_SOME).collect()
    each = [column for column in some.iter_columns() if column.len()]
    comma = any(column.str.contains(r"^\D*[\d.]*,\d{1,2}$|\.\d{3},\d|\d\.\d{3}\.\d{3}$").any() for column in each)
    point = any(column.str.contains(r"^\D*[\d,]*\.\d{1,2}$|,\d{3}\.\d|\d,\d{3},\d{3}$").any() for column in each)
    if not comma or point:
        return table
    return table._replace(layout=table.layout._replace(comma=True), notes=(*table.notes, note("comma")))


def _shape(path: Path, separator: str, skip: int) -> tuple[bool, bool, int]:
    """Whether some record has more or fewer fields than the header, whether lines are empty, and the number of rows."""
    lines = pl.scan_csv(
        path, separator="\x01", quote_char=None, has_header=False, new_columns=["line"], skip_lines=skip, infer_schema=False,
        truncate_ragged_lines=True,
    )  # fmt: skip
    bare = pl.col("line").str.replace_all(r'"[^"]*"', "")
    empty = pl.col("line").is_null()
    counted = lines.select(
        rows=(~empty).sum(),
        blank=empty.any(),
        fewest=bare.filter(~empty).str.count_matches(separator, literal=True).min(),
        most=bare.filter(~empty).str.count_matches(separator, literal=True).max(),
        open=bare.str.contains('"', literal=True).any(),
    )
    rows, blank, fewest, most, quoted = counted.collect(engine="streaming").row(0)
    if not quoted:
        return fewest != most, bool(blank), rows - 1
    # A quoted cell runs over lines: only a reader of the whole can count.
    with path.open(encoding="utf-8", newline="") as opened:
        for _ in range(skip):
            next(opened, None)
        widths = Counter(len(row) for row in csv.reader(opened, delimiter=separator))
    return len(set(widths) - {0}) > 1, 0 in widths, widths.total() - widths[0] - 1


def _ragged_rows(path: Path, separator: str, skip: int) -> pl.LazyFrame:
    """Every record of a ragged table: short ones are filled with nothing, what is too long is marked as broken."""
    with path.open(encoding="utf-8", newline="") as opened:
        for _ in range(skip):
            next(opened, None)
        rows = list(_records(list(opened), separator))
    header = _once([cell.strip() for cell in rows[0]])
    width = len(header)
    body = rows[1:]
    columns: dict[str, list[str | None]] = {
        name: [None if n >= len(row) or row[n] == "NA" else row[n] for row in body] for n, name in enumerate(header)
    }
    columns[BROKEN_COLUMN] = [BROKEN if len(row) != width else None for row in body]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).lazy()


def _records(lines: list[str], separator: str) -> Iterator[list[str]]:
    """The records of a text table; a quotation mark that is never closed does not swallow the lines behind it."""
    width = len(next(csv.reader(lines, delimiter=separator)))
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start : start + _LONGEST], delimiter=separator)
        row = next(reader)
        spans = reader.line_num
        if spans > 1 and len(row) != width:
            row, spans = next(csv.reader([lines[start]], delimiter=separator, quoting=csv.QUOTE_NONE)), 1
        start += spans
        if row:
            yield row


def _once(names: list[str]) -> list[str]:
    """Names that stand twice get a number, as everywhere."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return found


# --- workbooks and JSON --------------------------------------------------------------------------------------------


def _workbook(path: Path, given: Mapping[str, str] | None, book: Lawbook | None, where: str) -> Table:
    """The first sheet with the columns needed; a workbook that unpacks to far more than it weighs is refused."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            inside = sum(item.file_size for item in packed.infolist())
        most = min(LARGEST_XLSX, STEEPEST_XLSX * path.stat().st_size)
        if inside > most:
            raise SaringError(
                "too_large",
                where,
                f"the workbook unpacks to {inside:,} bytes",
                f"up to {most:,} for a file of this size",
            )
    import fastexcel

    first: SaringError | None = None
    try:
        opened = fastexcel.read_excel(str(path))
        names = list(opened.sheet_names)
    except Exception as error:
        raise SaringError("unreadable", where, _first_line(error), "a workbook (.xlsx, .xls, .ods)") from error
    for name in names:
        try:
            sheet = opened.load_sheet(name, header_row=None, dtypes="string").to_polars()
        except Exception as error:
            raise SaringError(
                "unreadable", where, f"sheet {name!r}: {_first_line(error)}", "a sheet of cells"
            ) from error
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows()]
        others = ", ".join(repr(other) for other in names if other != name)
        said = note("sheets" if others else "sheet", file=path.name, sheet=repr(name), others=others)
        try:
            return _from_lines(rows, given, book, where, (said,))
        except SaringError as error:
            first = first if first and first.code != "empty" else error
    raise first or SaringError("empty", where, "the workbook has no sheet", "a sheet with a header")


def _from_lines(
    rows: list[list[str]], given: Mapping[str, str] | None, book: Lawbook | None, where: str, notes: tuple[Note, ...]
) -> Table:
    if not rows:
        raise SaringError("empty", where, "the sheet is empty", "a table with a header")
    skip, layout = _header(rows, given, book, where)
    header = _once([cell.strip() or f"column_{n + 1}" for n, cell in enumerate(rows[skip])])
    body = rows[skip + 1 :]
    columns = {name: [row[n] or None for row in body] for n, name in enumerate(header)}
    return Table(pl.DataFrame(columns, schema=dict.fromkeys(header, pl.String)).lazy(), layout, notes)


def _json(path: Path, given: Mapping[str, str] | None, book: Lawbook | None, where: str) -> Table:
    """An array of objects, the answer of an interface that holds one (data, dataset), or one object a line."""
    encoding = encoding_of(path)
    text = path.read_text(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace")
    try:
        told = json.loads(text)
    except ValueError:
        told = list(_json_lines(text))
        if len(told) < 2 or all(BROKEN_COLUMN in row for row in told):
            raise SaringError("bad_json", where, "it is no JSON", "an array of objects, or one object a line") from None
    if isinstance(told, dict):
        told = next((told[key] for key in ("data", "dataset", "results") if isinstance(told.get(key), list)), [told])
    rows = (
        [row if isinstance(row, dict) else {BROKEN_COLUMN: NO_JSON} for row in told] if isinstance(told, list) else []
    )
    if all(BROKEN_COLUMN in row for row in rows):
        raise SaringError("empty", where, "no rows are in it", "an array of objects")
    flat = [{name: _flat(value) for name, value in row.items()} for row in rows]
    read = pl.DataFrame(flat, infer_schema_length=None, strict=False)
    broken = BROKEN_COLUMN if BROKEN_COLUMN in read.columns else None
    notes = (note("no_json", file=path.name),) if broken else ()
    return Table(read.lazy(), recognise(read.columns, given, book, where), notes, broken=broken)


def _flat(value: Any) -> Any:
    """A cell as it is; a list or an object in it as its JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def _json_lines(text: str) -> Iterator[Any]:
    for line in io.StringIO(text):
        if line.strip():
            try:
                told = json.loads(line)
            except ValueError:
                told = None
            yield told if isinstance(told, dict) else {BROKEN_COLUMN: NO_JSON}
