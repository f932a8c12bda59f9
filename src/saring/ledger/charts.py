"""Pictures of the timeline and of relations, as SVG or PNG, drawn offline; Altair is imported when one is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from saring.ledger.kept import Count, Relations, Strength
from saring.model import VERDICTS, SaringError

# Verdicts from grave to light, told apart by lightness too (for print, and for eyes that see fewer colours).
COLOURS = ("#8c1c13", "#d98e04", "#e8c547", "#4a7c59", "#9aa5b1", "#d9dde2")
NOT_JUDGED = "not judged"
UNDATED = "undated"
WIDTH, HEIGHT = 760, 320
MOST_EDGES = 150  # the strongest; more would be a black disc


def timeline_chart(rows: Sequence[Count], form: str = "svg") -> bytes:
    """Events by period, stacked by verdict."""
    counted: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.period or UNDATED, row.verdict or NOT_JUDGED)
        counted[key] = counted.get(key, 0) + row.events
    values = [{"period": period, "verdict": verdict, "events": n} for (period, verdict), n in sorted(counted.items())]
    periods = sorted({period for period, _ in counted})
    alt = _altair()
    scale = alt.Scale(domain=[*VERDICTS, NOT_JUDGED], range=list(COLOURS))
    bars = _chart(alt, values).mark_bar()
    drawn = bars.encode(
        x=_periods(alt, periods),
        y=alt.Y("events:Q", title="events"),
        color=alt.Color("verdict:N", title="verdict", scale=scale, sort=[*VERDICTS, NOT_JUDGED]),
        order=alt.Order("verdict:N"),
    )
    return _drawn(drawn.properties(width=WIDTH, height=HEIGHT), form)


def intensity_chart(rows: Sequence[Strength], form: str = "svg") -> bytes:
    """Events of a relation by period, stacked by kind."""
    values = [(row.period or UNDATED, row.kind, row.events) for row in rows]
    alt = _altair()
    bars = _chart(alt, [{"period": period, "kind": kind, "events": n} for period, kind, n in values]).mark_bar()
    drawn = bars.encode(
        x=_periods(alt, sorted({period for period, _, _ in values})),
        y=alt.Y("events:Q", title="events"),
        color=alt.Color("kind:N", title="kind", scale=alt.Scale(scheme="tableau20")),
    )
    return _drawn(drawn.properties(width=WIDTH, height=HEIGHT), form)


def graph_chart(found: Relations, form: str = "svg") -> bytes:
    """Countries on an inner circle and parties on an outer one; a line is as wide as its events are many."""
    places = layout(found)
    lines: dict[tuple[str, str], int] = {}
    for edge in found.edges:
        lines[edge.source, edge.target] = lines.get((edge.source, edge.target), 0) + edge.events
    strongest = sorted(lines.items(), key=lambda line: (-line[1], line[0]))[:MOST_EDGES]
    ties = [
        {"x": places[a][0], "y": places[a][1], "x2": places[b][0], "y2": places[b][1], "events": n}
        for (a, b), n in strongest
        if a in places and b in places
    ]
    dots = [
        {"x": places[n.id][0], "y": places[n.id][1], "name": n.name[:28], "sort": n.sort, "events": n.events}
        for n in found.nodes
    ]
    alt = _altair()
    plain: dict[str, Any] = {"axis": None, "scale": alt.Scale(domain=[-1.35, 1.35])}
    x, y = alt.X("x:Q", **plain), alt.Y("y:Q", **plain)
    rules = _chart(alt, ties).mark_rule(color="#6b7785", opacity=0.55)
    width = alt.StrokeWidth("events:Q", scale=alt.Scale(type="sqrt", range=[0.6, 9]), legend=None)
    drawn_lines = rules.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", strokeWidth=width)
    sorts = alt.Scale(domain=["country", "party"], range=["#12355b", "#d98e04"])
    circles = _chart(alt, dots).mark_circle(opacity=1)
    area = alt.Size("events:Q", scale=alt.Scale(type="sqrt", range=[60, 1400]), legend=None)
    drawn_dots = circles.encode(x=x, y=y, size=area, color=alt.Color("sort:N", title=None, scale=sorts))
    words = _chart(alt, dots).mark_text(dy=-16, fontSize=11).encode(x=x, y=y, text="name:N")
    whole = alt.layer(drawn_lines, drawn_dots, words).resolve_scale(size="independent")
    return _drawn(whole.properties(width=WIDTH, height=WIDTH), form)


def layout(found: Relations) -> dict[str, tuple[float, float]]:
    """Where each node stands: countries by their number of events, parties beside their countries; no chance in it."""
    countries = sorted((n for n in found.nodes if n.sort == "country"), key=lambda n: (-n.events, n.id))
    places = {
        node.id: _on_circle(k, len(countries), 0.55 if len(countries) > 1 else 0.0) for k, node in enumerate(countries)
    }
    rank = {node.id: k for k, node in enumerate(countries)}
    parties = sorted(
        (n for n in found.nodes if n.sort == "party"), key=lambda n: (rank.get(n.country or "", len(rank)), n.id)
    )  # fmt: skip
    return places | {node.id: _on_circle(k, len(parties), 1.15) for k, node in enumerate(parties)}


def _on_circle(k: int, many: int, radius: float) -> tuple[float, float]:
    angle = math.pi / 2 - 2 * math.pi * k / max(many, 1)
    return round(radius * math.cos(angle), 4), round(radius * math.sin(angle), 4)


def _periods(alt: Any, periods: Sequence[str]) -> Any:
    """An axis of periods with room for its labels, however many there are."""
    step = max(1, len(periods) // 24)
    shown = [period for k, period in enumerate(periods) if k % step == 0]
    return alt.X("period:O", title="period", axis=alt.Axis(values=shown, labelAngle=-60))


def _altair() -> Any:
    try:
        import altair as alt
    except ImportError:
        raise SaringError("unreadable", "chart", "Altair is not installed", "pip install 'saring[bench]'") from None
    return alt


def _chart(alt: Any, values: Sequence[Any]) -> Any:
    # Values stand in the specification: a table library would be a further dependency for some hundred rows.
    return alt.Chart(alt.Data(values=list(values)))


def _drawn(chart: Any, form: str) -> bytes:
    if form not in ("svg", "png"):
        raise SaringError("unknown_word", "format", f"{form!r} is no picture", "svg, png")
    import vl_convert

    specification = chart.configure_view(stroke=None).to_json()
    if form == "svg":
        drawn: str = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
        return drawn.encode()
    picture: bytes = vl_convert.vegalite_to_png(specification, scale=2, allowed_base_urls=[])
    return picture
