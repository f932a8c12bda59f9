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
from saring.sweep.telling import judged_groups, summary
from saring.sweep.wording import number, words

COLOURS = {"prohibited": "#9b2226", "undetermined": "#ca6702", "restricted": "#e9c46a", "exempt": "#2a9d8f"}
_SOURCE = "https://undocs.org/S/RES/{number}({year})"
_LOOK = """
body { font: 15px/1.45 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
td, th { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #ddd; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
pre { background: #f6f6f4; padding: 1rem; overflow-x: auto; font-size: 12px; }
figure { margin: 1.5rem 0; } svg { max-width: 100%; height: auto; overflow: visible; }
"""


def write_page(target: Path, law: DecisionTable, totals: Totals, lang: str = "en") -> None:
    """Write the page in a language, in one step."""
    with placed(target) as part:
        part.write_text(page(law, totals, lang), encoding="utf-8")


def page(law: DecisionTable, totals: Totals, lang: str = "en") -> str:
    """The whole page as HTML in a language; charts are drawn as SVG."""
    own = words(lang)["page"]
    sums = counted(judged_groups(law, totals))
    unsummed = own["unsummed"].format(why=words(lang)["summary"]["uncounted"])
    reached = _reached(law, sums)
    head = own["head"].format(partners=_partners(law, own["and"]), regime=law.regime)
    parts = [
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><meta http-equiv='Content-Security-Policy' content=\"{policy()}\">",
        f"<meta name='viewport' content='width=device-width'><title>{escape(own['title'])}</title>",
        f"<style>{_LOOK}</style></head><body><h1>{escape(head)}</h1>",
        f"<p>{escape(own['lead'].format(rows=number(totals.rows, lang), version=law.version))}</p>",
    ]
    for field in ("year", "chapter"):
        told = unsummed if totals.unsummed else own["nothing"]
        drawn = _bars(reached, field, lang) if reached.height and not totals.unsummed else f"<p>{escape(told)}</p>"
        parts.append(f"<h2>{escape(own[f'by_{field}'])}</h2><figure>{drawn}</figure>")
    lines = list(ceiling_lines(law, sums, lang))
    if lines and not totals.unsummed:
        listed = "".join(f"<li>{escape(line.strip())}</li>" for line in lines)
        parts.append(f"<h2>{escape(own['ceilings'])}</h2><ul>{listed}</ul>")
    parts.append(f"<h2>{escape(own['largest'])}</h2>")
    parts.append(f"<p>{escape(unsummed)}</p>" if totals.unsummed else _largest(law, totals, lang))
    parts.append(f"<h2>{escape(own['summary'])}</h2><pre>{escape(summary(law, totals, lang))}</pre></body></html>")
    return "\n".join(parts)


def _partners(law: DecisionTable, joined_by: str) -> str:
    return f" {joined_by} ".join(one.decided.partner for one in (law, *law.others))


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


def _bars(reached: pl.DataFrame, field: str, lang: str) -> str:
    """Stacked bars by verdict as SVG; rows are counted where the table has no values."""
    import altair as alt
    import vl_convert

    own = words(lang)
    measure = "usd" if reached["usd"].sum() > 0 else "rows"
    grouped = reached.group_by(field, "verdict").agg(pl.sum(measure)).sort(field, "verdict")
    shown = grouped.with_columns(pl.col(field).cast(pl.String), pl.col("verdict").replace(own["verdict"]))
    data: Any = alt.InlineData(values=shown.to_dicts())
    scale = alt.Scale(domain=[own["verdict"][v] for v in COLOURS], range=list(COLOURS.values()))
    chart = (
        alt.Chart(data, width=820, height=240)
        .mark_bar()
        .encode(
            x=alt.X(f"{field}:N", title=None),
            y=alt.Y(f"{measure}:Q", title="USD" if measure == "usd" else own["summary"]["rows"]),
            color=alt.Color("verdict:N", scale=scale, title=own["page"]["verdict"]),
        )
    )
    drawn: str = vl_convert.vegalite_to_svg(chart.to_json())
    return drawn


def _largest(law: DecisionTable, totals: Totals, lang: str) -> str:
    rows = []
    own = words(lang)
    names = titles(lang)
    largest = totals.largest()
    for row in largest.iter_rows(named=True) if largest.height else ():
        answer = law.answers[row["answer"]]
        if answer.verdict in (None, "not_covered"):
            continue
        way = own["way"][str(row["way"])].format(partner=_partners(law, own["page"]["and"]))
        cited = ", ".join(_linked(p) for p in answer.provisions)
        maybe = ", ".join(_linked(p) for p in answer.possible)
        title = names.get(row["code"][:4]) or names.get(row["code"][:2]) or ""
        rows.append(
            f"<tr><td>{escape(row['date'])}</td><td>{escape(row['country'] or '')}</td><td>{way}</td><td>{row['code']} {escape(title)}</td>"
            f"<td class='n'>{_amount(row['cents'] // 100, lang)}</td><td class='n'>{_amount(row['grams'] // 10**6, lang)}</td>"
            f"<td>{own['verdict'][str(answer.verdict)]}</td>"
            f"<td>{cited}{' (' + own['page']['possible'].format(provisions=maybe) + ')' if maybe else ''}</td></tr>"
        )
    heads = (*(own["page"][k] for k in ("date", "with", "way", "goods")), "USD", "t")
    heads = (*heads, *(own["page"][k] for k in ("verdict", "provisions")))
    return "<table><tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>" + "".join(rows) + "</table>"


def _amount(amount: int, lang: str) -> str:
    return number(amount, lang) if amount else "–"


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
