"""`sweep`: the rows of a frame with their verdicts, on Polars at once or lazily, on other frames by way of narwhals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

    from saring.measures import Lawbook


def sweep(
    frame: Any,
    *,
    map: Mapping[str, str] | None = None,  # noqa: A002 - the word of the command's option
    regime: str = "UN",
    lawbook: Lawbook | None = None,
) -> Any:
    """The rows of a trade table in their order with `verdict`, `provisions`, `possible` and `problem` added.

    `frame` is a Polars DataFrame or LazyFrame (judged stretch by stretch when it is collected), a PySpark DataFrame
    (which comes back with `row`, sorted by it), or any eager frame that narwhals knows (which comes back as Polars). `map` names the columns
    by role (`sender`, `receiver`, `hs`, `date`, `reporter`, `partner`, `flow` …) or by fact; without it the headers of
    UN Comtrade are recognised. Raises `SaringError` where a needed column is missing.
    """
    import polars as pl

    if isinstance(frame, pl.LazyFrame):
        return lazily(frame, frame.collect_schema().names(), map, regime, lawbook)
    if isinstance(frame, pl.DataFrame):
        return judge_of(frame.columns, map, regime, lawbook).judged(frame)
    if type(frame).__module__.startswith("pyspark."):
        from saring.sweep.spark import judged_frame

        return judged_frame(frame, map, regime, lawbook)
    import narwhals as nw

    known = nw.from_native(frame, eager_only=True).to_polars()
    return judge_of(known.columns, map, regime, lawbook).judged(known)


def judge_of(columns: list[str], given: Mapping[str, str] | None, regime: str, book: Lawbook | None) -> Any:
    """The judge of tables with these columns."""
    from saring.sweep.judging import Judge
    from saring.sweep.layout import recognise
    from saring.sweep.table import decision_table

    table = decision_table(book, regime)
    return Judge(table, recognise(columns, given, table.decided.book))


def lazily(
    frame: pl.LazyFrame,
    columns: list[str],
    given: Mapping[str, str] | None,
    regime: str,
    book: Lawbook | None,
    seen: Callable[[pl.DataFrame], None] | None = None,
) -> pl.LazyFrame:
    """The frame judged stretch by stretch as it streams, never as a whole; `seen` is shown each judged stretch."""
    judge = judge_of(columns, given, regime, book)
    return streamed(frame, judge.judged, seen)


def streamed(
    frame: pl.LazyFrame,
    judged: Callable[[pl.DataFrame], pl.DataFrame],
    seen: Callable[[pl.DataFrame], None] | None = None,
) -> pl.LazyFrame:
    """A lazy frame with a judge in its stream."""
    import polars as pl

    from saring.sweep.judging import VERDICT

    def stretch(rows: pl.DataFrame) -> pl.DataFrame:
        done = judged(rows)
        if seen is not None:
            seen(done)
        return done

    words = pl.List(pl.String)
    kinds: dict[str, Any] = {"verdict": VERDICT, "provisions": words, "possible": words, "problem": pl.String}
    return frame.map_batches(stretch, streamable=True, schema=pl.Schema({**frame.collect_schema(), **kinds}))
