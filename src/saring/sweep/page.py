"""A page about a sweep: bars by year and chapter, the ceilings, the largest rows; it loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import Any

import polars as pl

from saring.goods.editions import titles
from saring.sweep.ceilings import ceiling_lines
from saring.sweep.running import placed
from saring.sweep.summing import Totals, counted
from saring.sweep.table import DecisionTable
from saring.sweep.telling import summary

COLOURS = {"prohibited": "#9b2226", "undetermined": "#ca6702", "restricted": "#e9c46a", "exempt": "#2a9d8f"}
_SOURCE = "https://undocs.org/S/RES/{number}({year})"
_WAYS = ("of {}", "from {}", "to {}", "within {}", "in, by way of {}", "out, by way of {}")
_LOOK = """
body { font: 15px/1.45 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
td, th { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #ddd; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
pre { background: #f6f6f4; padding: 1rem; overflow-x: auto; font-size: 12px; }
figure { margin: 1.5rem 0; } svg { max-width: 100%; height: auto; overflow: visible; }
"""


def write_page(target: Path, law: DecisionTable, totals: Totals) -> None:
    """Write the page in one step."""
    with placed(target) as part:
        part.write_text(page(law, totals), encoding="utf-8")


def page(law: DecisionTable, totals: Totals) -> str:
    """The whole page as HTML; charts are drawn as SVG."""
    sums = counted(totals.groups())
    reached = _reached(law, sums)
    parts = [
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><meta http-equiv='Content-Security-Policy' content=\"{policy()}\">",
        "<meta name='viewport' content='width=device-width'><title>Sweep</title>",
        f"<style>{_LOOK}</style></head><body><h1>Trade with {escape(_partners(law))} under the law of {escape(law.regime)}</h1>",
        f"<p>{totals.rows:,} rows; lawbook {escape(law.version)}. A reading aid, not legal advice: a row is a lead.</p>",
    ]
    for field, title in (("year", "Value by year"), ("chapter", "Value by chapter of HS")):
        parts.append(
            f"<h2>{title}</h2><figure>{_bars(reached, field) if reached.height else '<p>Nothing to draw.</p>'}</figure>"
        )
    lines = list(ceiling_lines(law, sums))
    if lines:
        parts.append("<h2>Ceilings</h2><ul>" + "".join(f"<li>{escape(line.strip())}</li>" for line in lines) + "</ul>")
    parts.append("<h2>Largest rows</h2>" + _largest(law, totals))
    parts.append(f"<h2>Summary</h2><pre>{escape(summary(law, totals))}</pre></body></html>")
    return "\n".join(parts)


def _partners(law: DecisionTable) -> str:
    return " and ".join(one.decided.partner for one in (law, *law.others))


def policy() -> str:
    """What the page allows itself: its own style by its hash, and nothing else (no script, no picture, no address)."""
    digest = base64.b64encode(hashlib.sha256(_LOOK.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _reached(law: DecisionTable, sums: pl.DataFrame) -> pl.DataFrame:
    """Sums in USD by year, chapter and verdict, for rows that some provision reaches or may reach."""
    verdicts = [law.answers[n].verdict for n in sums["answer"]] if sums.height else []
    told = sums.with_columns(pl.Series("verdict", verdicts, dtype=pl.String)).filter(
        pl.col("verdict").is_in(list(COLOURS))
    )
    return (
        told.group_by("year", "chapter", "verdict")
        .agg((pl.sum("cents") / 100).alias("usd"), pl.sum("rows"))
        .sort("year", "chapter", "verdict")
    )


def _bars(reached: pl.DataFrame, field: str) -> str:
    """Stacked bars by verdict as SVG; rows are counted where the table has no values."""
    import altair as alt
    import vl_convert

    measure = "usd" if reached["usd"].sum() > 0 else "rows"
    grouped = reached.group_by(field, "verdict").agg(pl.sum(measure)).sort(field, "verdict")
    values = grouped.with_columns(pl.col(field).cast(pl.String)).to_dicts()
    data: Any = alt.InlineData(values=values)
    chart = (
        alt.Chart(data, width=820, height=240)
        .mark_bar()
        .encode(
            x=alt.X(f"{field}:N", title=None),
            y=alt.Y(f"{measure}:Q", title="USD" if measure == "usd" else "rows"),
            color=alt.Color("verdict:N", scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))),
        )
    )
    drawn: str = vl_convert.vegalite_to_svg(chart.to_json())
    return drawn


def _largest(law: DecisionTable, totals: Totals) -> str:
    rows = []
    names = titles("en")
    largest = totals.largest()
    for row in largest.iter_rows(named=True) if largest.height else ():
        answer = law.answers[row["answer"]]
        if answer.verdict in (None, "not_covered"):
            continue
        way = _WAYS[row["way"]].format(_partners(law))
        cited = ", ".join(_linked(p) for p in answer.provisions)
        maybe = ", ".join(_linked(p) for p in answer.possible)
        title = names.get(row["code"][:4]) or names.get(row["code"][:2]) or ""
        rows.append(
            f"<tr><td>{escape(row['date'])}</td><td>{escape(row['country'] or '')}</td><td>{way}</td><td>{row['code']} {escape(title)}</td>"
            f"<td class='n'>{_amount(row['cents'] // 100)}</td><td class='n'>{_amount(row['grams'] // 10**6)}</td><td>{answer.verdict}</td>"
            f"<td>{cited}{' (possible: ' + maybe + ')' if maybe else ''}</td></tr>"
        )
    heads = ("date", "with", "way", "goods", "USD", "t", "verdict", "provisions")
    return "<table><tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>" + "".join(rows) + "</table>"


def _amount(number: int) -> str:
    return f"{number:,}" if number else "–"


def _linked(provision: str) -> str:
    """A provision, linked to the resolution on the site of the United Nations where it is one."""
    parts = provision.split("-")
    year = _years().get(parts[1]) if parts[0] == "UNSCR" and len(parts) > 1 else None
    if year is None:
        return escape(provision)
    address = _SOURCE.format(number=parts[1], year=year)
    return f"<a href='{address}'>{escape(provision)}</a>"


def _years() -> dict[str, str]:
    from saring.law import load

    return {i.id.partition("-")[2]: i.adopted[:4] for s in load().situations for i in s.regime.instruments}
