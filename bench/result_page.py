"""The page of a run: for each part a plot of its figures as times of what is promised, and a table of all of them."""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from typing import Any

from figures import Figure, Part

MOST = 6.0  # bars end here; the table has the figure
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;width:100%}td,th{padding:.2rem .6rem;border-bottom:1px solid #ccc;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}.no{color:#a4000f;font-weight:600}img{max-width:100%}
@media(prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}td,th{border-color:#444}.no{color:#ff8a8a}
img{background:#fff}}"""


def write_page(path: Path, day: str, python: str, cores: int, parts: tuple[Part, ...]) -> None:
    """Write the page; it stands alone and runs no script."""
    body = "".join(_part(part) for part in parts)
    path.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Saring: what was measured</title>'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
        f"<style>{STYLE}</style><h1>Saring: what was measured</h1><p>{escape(day)}, Python {escape(python)}, {cores} cores. "
        "Bars are times of what is promised: at 1 and above it holds. Figures without a promise stand in the tables.</p>"
        f"{body}</html>\n",
        encoding="utf-8",
    )


def _part(part: Part) -> str:
    rows = "".join(_row(figure) for figure in part.figures)
    plot = _plot([f for f in part.figures if f.margin is not None])
    notes = "".join(f"<p>Left out: {escape(words)}</p>" for words in part.left_out)
    notes += f'<p class="no">Failed: {escape(part.failed)}</p>' if part.failed else ""
    table = f"<table><tr><th>Figure<th>Value<th>Promised<th></tr>{rows}</table>" if rows else ""
    return f"<h2>{escape(part.part)}</h2>{notes}{plot}{table}"


def _row(figure: Figure) -> str:
    sign = "≥" if figure.floor is not None else "≤"
    promised = f"{sign} {figure.promised:g}" if figure.promised is not None else ""
    word = "" if figure.promised is None else "holds" if figure.holds else "does not hold"
    mark = "" if figure.holds else ' class="no"'
    value = f"{figure.value:,.4g} {escape(figure.unit)}"
    return f'<tr><td>{escape(figure.name)}<td class="n">{value}<td class="n">{promised}<td{mark}>{word}</tr>'


def _plot(figures: list[Figure]) -> str:
    if not figures:
        return ""
    import altair as alt
    import vl_convert

    bars = [
        {"figure": f.name, "times": min(f.margin or 0.0, MOST), "word": "holds" if f.holds else "does not hold"}
        for f in figures
    ]
    chart: Any = alt.Chart(alt.InlineData(values=bars)).mark_bar()
    colours = alt.Scale(domain=["holds", "does not hold"], range=["#2f6f4f", "#a4000f"])
    chart = chart.encode(
        x=alt.X("times:Q", title="times of what is promised"),
        y=alt.Y("figure:N", sort=None, title=None, axis=alt.Axis(labelLimit=360)),
        color=alt.Color("word:N", scale=colours, legend=None),
    ).properties(width=420, height=18 * len(bars))
    line = alt.Chart(alt.InlineData(values=[{"x": 1}])).mark_rule(strokeDash=[4, 3]).encode(x="x:Q")
    svg = vl_convert.vegalite_to_svg((chart + line).to_json())
    encoded = base64.b64encode(svg.encode()).decode()
    words = "; ".join(f"{f.name} {f.margin or 0:.2f}" for f in figures)
    return f'<img alt="{escape(words)}" src="data:image/svg+xml;base64,{encoded}">'
