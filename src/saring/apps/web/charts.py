"""Pictures of the ledger as SVG: the timeline and the graph of relations, drawn without scripts and inline styles.

Colours come from classes, so that a picture follows light and dark as the page does; a downloaded one brings its own.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from saring.ledger import Count, Relations
from saring.model import VERDICTS

_WIDTH, _HEIGHT, _LEFT, _FOOT = 900, 260, 40, 44
_COLOURS = {
    "prohibited": "#b3261e", "undetermined": "#9a6700", "restricted": "#7c4dac", "exempt": "#1b7f5c", "not_covered": "#6b7280",
}  # fmt: skip
_MOST_NODES = 30


class Period(NamedTuple):
    """One period with its events by verdict."""

    name: str
    events: dict[str, int]

    @property
    def total(self) -> int:
        """All of its events."""
        return sum(self.events.values())


def periods(counts: Iterable[Count]) -> list[Period]:
    """The counts by period, those without a date left out; empty months between stand as empty."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for count in counts:
        if count.period:
            found[count.period][count.verdict or ""] += count.events
    names = sorted(found)
    if names and len(names[0]) == 7:
        names = _months(names[0], names[-1])
    return [Period(name, dict(found.get(name, {}))) for name in names[-240:]]


def _months(first: str, last: str) -> list[str]:
    start, end = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]


def timeline_svg(found: list[Period], title: str, words: Mapping[str, str], *, alone: bool = False) -> str:
    """Bars by period, stacked by verdict, the gravest at the foot."""
    most = max((p.total for p in found), default=1)
    room, tall = _WIDTH - _LEFT - 10, _HEIGHT - _FOOT - 16
    step = room / max(1, len(found))
    parts = [_opened(_WIDTH, _HEIGHT, title, alone=alone)]
    for share in (0, 0.5, 1):
        y = 16 + tall * (1 - share)
        parts.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - 10}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(
            f'<text class="axis" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{round(most * share)}</text>'
        )
    every = max(1, math.ceil(len(found) / 12))
    for n, period in enumerate(found):
        x, y = _LEFT + n * step, 16.0 + tall
        for verdict in (*VERDICTS, ""):
            count = period.events.get(verdict, 0)
            if count:
                high = tall * count / most
                y -= high
                said = f"{period.name}: {count} × {words.get(verdict, verdict or '–')}"
                parts.append(
                    f'<rect class="v-{verdict or "none"}" x="{x + 1:.1f}" y="{y:.1f}" width="{max(1.0, min(step - 2, 40)):.1f}" '
                    f'height="{high:.1f}"><title>{escape(said)}</title></rect>'
                )
        if n % every == 0:
            parts.append(f'<text class="axis" x="{x:.1f}" y="{_HEIGHT - 22}">{escape(period.name)}</text>')
    return "".join([*parts, "</svg>"])


class Place(NamedTuple):
    """A node with its place."""

    x: float
    y: float
    name: str
    sort: str
    events: int


def relations_svg(graph: Relations, title: str, names: Mapping[str, str], *, alone: bool = False) -> str:
    """Countries and parties in a ring, the most told of first; the width of a line grows with its events."""
    nodes = sorted(graph.nodes, key=lambda n: (n.sort != "country", -n.events, n.id))[:_MOST_NODES]
    places = _places([(n.id, names.get(n.name, n.name), n.sort, n.events) for n in nodes])
    lines: dict[tuple[str, str, str], tuple[int, str]] = {}
    for edge in graph.edges:
        if edge.source in places and edge.target in places and edge.source != edge.target:
            key = edge.sort, edge.source, edge.target
            events, gravest = lines.get(key, (0, ""))
            lines[key] = events + edge.events, _graver(gravest, edge.verdict or "")
    top, foot = min((p.y for p in places.values()), default=0) - 60, max((p.y for p in places.values()), default=0) + 60
    parts = [_opened(900, foot - top, title, top, alone=alone), _ARROWS]
    most = max((events for events, _ in lines.values()), default=1)
    for (sort, source, target), (events, verdict) in sorted(lines.items()):
        parts.append(
            _line(
                places[source],
                places[target],
                f"{sort} v-{verdict or 'none'}",
                1 + 6 * events / most,
                events,
                dashed=sort != "flow",
            )
        )
    parts += [_node(places[node.id]) for node in nodes]
    return "".join([*parts, "</svg>"])


def _graver(one: str, other: str) -> str:
    order = (*VERDICTS, "")
    return min(one, other, key=order.index)


def _places(nodes: list[tuple[str, str, str, int]]) -> dict[str, Place]:
    """The busiest country in the middle, other countries around it, parties in a wider ring."""
    found: dict[str, Place] = {}
    rings = {"country": [n for n in nodes if n[2] == "country"], "party": [n for n in nodes if n[2] != "country"]}
    middle, around = rings["country"][:1], rings["country"][1:]
    for known, name, sort, events in middle:
        found[known] = Place(450, 270, name, sort, events)
    for ring, wide, high in ((around, 250.0, 170.0), (rings["party"], 390.0, 235.0)):
        for n, (known, name, sort, events) in enumerate(ring):
            angle = 2 * math.pi * n / len(ring) + (0.35 if wide > 300 else 0)
            found[known] = Place(450 + wide * math.cos(angle), 270 + high * math.sin(angle), name, sort, events)
    return found


def _line(a: Place, b: Place, kind: str, width: float, events: int, *, dashed: bool) -> str:
    """A bent line, so that both directions are seen; it ends before the node."""
    dx, dy = b.x - a.x, b.y - a.y
    length = math.hypot(dx, dy) or 1.0
    mx, my = (a.x + b.x) / 2 - dy / length * 34, (a.y + b.y) / 2 + dx / length * 34
    last = math.hypot(b.x - mx, b.y - my) or 1.0
    ex, ey = b.x - (b.x - mx) / last * 24, b.y - (b.y - my) / last * 24
    dash = ' stroke-dasharray="4 4"' if dashed else ' marker-end="url(#arrow)"'
    said = escape(f"{a.name} → {b.name}: {events}")
    return (
        f'<path class="edge {kind}" d="M{a.x:.0f},{a.y:.0f} Q{mx:.0f},{my:.0f} {ex:.0f},{ey:.0f}" '
        f'stroke-width="{width:.1f}"{dash}><title>{said}</title></path>'
        f'<text class="amount" x="{mx:.0f}" y="{my + 4:.0f}" text-anchor="middle">{events}</text>'
    )


def _node(place: Place) -> str:
    country = place.sort == "country"
    radius, below = (20, 5) if country else (7, 21)
    name = place.name if len(place.name) <= 26 else f"{place.name[:25]}…"
    return (
        f'<g class="node {place.sort}"><circle cx="{place.x:.0f}" cy="{place.y:.0f}" r="{radius}"/>'
        f'<text x="{place.x:.0f}" y="{place.y + below:.0f}" text-anchor="middle">{escape(name)}</text>'
        f"<title>{escape(f'{place.name}: {place.events}')}</title></g>"
    )


_ARROWS = (
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="9" markerHeight="9" '
    'markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0,0 L10,5 L0,10 z"/></marker></defs>'
)


def _opened(width: int, height: float, title: str, top: float = 0, *, alone: bool) -> str:
    """The beginning of a picture; one that stands alone has its colours inside."""
    xmlns = ' xmlns="http://www.w3.org/2000/svg"' if alone else ""
    style = f"<style>{_styles()}</style>" if alone else ""
    return (
        f'<svg class="chart"{xmlns} viewBox="0 {top:.0f} {width} {height:.0f}" role="img" aria-label={quoteattr(title)}>'
        f"<title>{escape(title)}</title>{style}"
    )


def _styles() -> str:
    fills = "".join(f"rect.v-{v}{{fill:{c}}}.edge.v-{v}{{stroke:{c}}}" for v, c in _COLOURS.items())
    return (
        "svg{font-family:sans-serif;background:#fff}.grid{stroke:#ddd}.axis{fill:#555;font-size:11px}"
        ".edge{fill:none;stroke:#999;opacity:.75}.node circle{fill:#1f3a5f}.node.party circle{fill:#8aa}"
        f".node text{{font-size:12px}}.node.country text{{fill:#fff;font-weight:700}}.amount{{font-size:12px;fill:#333}}.head{{fill:#555}}rect.v-none{{fill:#bbb}}{fills}"
    )
