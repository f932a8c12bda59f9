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
from saring.sweep.layout import Layout, recognise

SUFFIXES = (".parquet", ".csv", ".tsv", ".txt", ".xlsx", ".json", ".jsonl", ".ndjson")
LARGEST_XLSX = 1_000_000_000  # bytes of XML inside
STEEPEST_XLSX = 300  # how often a zip may shrink its content
WIDE = 20_000  # characters of a header beyond which empty lines are looked for line by line
HEADER_WITHIN = 15  # lines among which the header is looked for
BROKEN = "the line has another number of fields than the header"


class Table(NamedTuple):
    """An opened table: its rows, what its columns mean, and what had to be done to read it."""

    frame: pl.LazyFrame
    layout: Layout
    notes: tuple[str, ...] = ()
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
    try:
        if suffix == ".parquet":
            frame = pl.scan_parquet(path)
            return Table(frame, recognise(frame.collect_schema().names(), given, book, where))
        if suffix == ".xlsx":
            return _from_lines(_xlsx(path, where), given, book, where, (f"{path.name}: the first sheet is read",))
        if suffix in (".json", ".jsonl", ".ndjson"):
            read = _json(path, where)
            return Table(read.lazy(), recognise(read.columns, given, book, where))
        return _csv(path, given, book, where)
    except (pl.exceptions.PolarsError, OSError, zipfile.BadZipFile) as error:
        raise SaringError("unreadable", where, _first_line(error), ", ".join(SUFFIXES)) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["it cannot be read"])[0][:200]


# --- CSV ---------------------------------------------------------------------------------------------------------


def _csv(path: Path, given: Mapping[str, str] | None, book: Lawbook | None, where: str) -> Table:
    """A text table: first as it stands; where lines are ragged, line by line, so that none is lost."""
    readable, scratch, notes = _as_utf8(path, where)
    with readable.open(encoding="utf-8", newline="") as opened:
        lines = [line for line, _ in zip(opened, range(HEADER_WITHIN + 5), strict=False)]
    if not any(line.strip() for line in lines):
        raise SaringError("empty", where, "the file holds no lines", "a table with a header")
    separator = _separator(lines)
    skip, layout = _header(list(csv.reader(lines, delimiter=separator)), given, book, where)
    if skip:
        notes += (f"{path.name}: the header stands in line {skip + 1}",)
    ragged, blank, height = _shape(readable, separator, skip)
    if ragged or (blank and len(lines[skip]) > WIDE):
        rows = _ragged_rows(readable, separator, skip)
        return Table(rows, layout, (*notes, f"{path.name}: {BROKEN} in some lines"), scratch, "__broken")
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
    return Table(rows, layout, notes, scratch, height=height)


def _as_utf8(path: Path, where: str) -> tuple[Path, Path | None, tuple[str, ...]]:
    """The file, or a copy of it in UTF-8 where it has another encoding."""
    with path.open("rb") as opened:
        start = opened.read(4)
        encoding = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}.get(start[:2]) or _encoding(path)
    if b"\x00" in start and encoding != "utf-16":
        raise SaringError("binary", where, "the file is no text", ", ".join(SUFFIXES))
    if encoding == "utf-8" and not start.startswith(b"\xef\xbb\xbf"):
        return path, None, ()
    handle, name = tempfile.mkstemp(prefix="saring-", suffix=".csv")
    os.close(handle)
    with (
        path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace", newline="") as source,
        Path(name).open("w", encoding="utf-8", newline="") as target,
    ):
        while block := source.read(1 << 20):
            target.write(block)
    said = () if encoding == "utf-8" else (f"{path.name}: read as {encoding}",)
    return Path(name), Path(name), said


def _encoding(path: Path) -> str:
    """UTF-8 where the whole file is, else the usual one of Western tables."""
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as opened:
        try:
            while block := opened.read(1 << 22):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252" if _is_cp1252(path) else "latin-1"
    return "utf-8"


def _is_cp1252(path: Path) -> bool:
    with path.open("rb") as opened:
        while block := opened.read(1 << 22):
            if any(bytes([b]) in block for b in (0x81, 0x8D, 0x8F, 0x90, 0x9D)):
                return False
    return True


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
    first: SaringError | None = None
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        try:
            return number, recognise([cell.strip() for cell in row], given, book, where)
        except SaringError as error:
            first = first or error
    raise first or SaringError("empty", where, "no header", "a table with a header")


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
    """Every record of a ragged table: short ones are filled with nothing, what is too long goes to `__broken`."""
    with path.open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.reader(opened, delimiter=separator) if row]
    header = _once([cell.strip() for cell in rows[skip]])
    width = len(header)
    body = rows[skip + 1 :]
    columns: dict[str, list[str | None]] = {
        name: [None if n >= len(row) or row[n] == "NA" else row[n] for row in body] for n, name in enumerate(header)
    }
    columns["__broken"] = [BROKEN if len(row) != width else None for row in body]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).lazy()


def _once(names: list[str]) -> list[str]:
    """Names that stand twice get a number, as everywhere."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return found


# --- workbooks and JSON --------------------------------------------------------------------------------------------


def _xlsx(path: Path, where: str) -> list[list[str]]:
    """The rows of the first sheet as texts; a workbook that unpacks to far more than it weighs is refused."""
    with zipfile.ZipFile(path) as packed:
        inside = sum(item.file_size for item in packed.infolist())
    if inside > LARGEST_XLSX or inside > STEEPEST_XLSX * max(path.stat().st_size, 1):
        raise SaringError(
            "too_large", where, f"the workbook unpacks to {inside:,} bytes", f"up to {LARGEST_XLSX:,} bytes"
        )
    import fastexcel

    try:
        sheet = fastexcel.read_excel(str(path)).load_sheet(0, header_row=None, dtypes="string")
    except Exception as error:
        raise SaringError("unreadable", where, _first_line(error), "an XLSX workbook") from error
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.to_polars().iter_rows()]


def _from_lines(
    rows: list[list[str]], given: Mapping[str, str] | None, book: Lawbook | None, where: str, notes: tuple[str, ...]
) -> Table:
    if not rows:
        raise SaringError("empty", where, "the sheet is empty", "a table with a header")
    skip, layout = _header(rows, given, book, where)
    header = _once([cell.strip() or f"column_{n + 1}" for n, cell in enumerate(rows[skip])])
    body = rows[skip + 1 :]
    columns = {name: [row[n] or None for row in body] for n, name in enumerate(header)}
    return Table(pl.DataFrame(columns, schema=dict.fromkeys(header, pl.String)).lazy(), layout, notes)


def _json(path: Path, where: str) -> pl.DataFrame:
    """An array of objects, the answer of an interface that holds one (data, dataset), or one object a line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SaringError("unreadable", where, f"not UTF-8 ({error.reason} at byte {error.start})", "UTF-8") from None
    try:
        told = json.loads(text)
    except ValueError:
        told = list(_json_lines(text, where))
    if isinstance(told, dict):
        told = next((told[key] for key in ("data", "dataset", "results") if isinstance(told.get(key), list)), [told])
    rows = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
    if not rows:
        raise SaringError("empty", where, "no rows are in it", "an array of objects")
    return pl.DataFrame(rows, infer_schema_length=None, strict=False)


def _json_lines(text: str, where: str) -> Iterator[Any]:
    for number, line in enumerate(io.StringIO(text), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError:
                raise SaringError("bad_json", f"{where} line {number}", "it is no JSON", "one object a line") from None
