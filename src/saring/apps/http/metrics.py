"""Figures of the server in the text form of Prometheus."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counts calls by route, method and status, their times, and what was judged."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: Counter[tuple[str, str, int]] = Counter()
        self._times: dict[str, list[int]] = {}
        self._sums: Counter[str] = Counter()
        self._verdicts: Counter[str] = Counter()
        self.under_way = 0

    def called(self, route: str, method: str, status: int, seconds: float) -> None:
        """One call is over."""
        with self._lock:
            self._calls[route, method, status] += 1
            buckets = self._times.setdefault(route, [0] * (len(BOUNDS) + 1))
            buckets[bisect_left(BOUNDS, seconds)] += 1
            self._sums[route] += seconds  # type: ignore[assignment]  # a Counter sums seconds as well as calls

    def judged(self, verdict: str) -> None:
        """One determination was given."""
        with self._lock:
            self._verdicts[verdict] += 1

    def text(self) -> str:
        """All figures."""
        with self._lock:
            return "\n".join([*self._told_calls(), *self._told_times(), *self._told_verdicts()]) + "\n"

    def _told_calls(self) -> list[str]:
        lines = ["# HELP saring_calls_total Calls by route, method and status.", "# TYPE saring_calls_total counter"]
        for (route, method, status), count in sorted(self._calls.items()):
            lines.append(
                f'saring_calls_total{{route="{_safe(route)}",method="{_safe(method)}",status="{status}"}} {count}'
            )
        lines += ["# HELP saring_calls_under_way Calls that are being served.", "# TYPE saring_calls_under_way gauge"]
        return [*lines, f"saring_calls_under_way {self.under_way}"]

    def _told_times(self) -> list[str]:
        lines = ["# HELP saring_seconds Time of calls by route.", "# TYPE saring_seconds histogram"]
        for route, buckets in sorted(self._times.items()):
            name, so_far = _safe(route), 0
            for bound, count in zip((*map(str, BOUNDS), "+Inf"), buckets, strict=True):
                so_far += count
                lines.append(f'saring_seconds_bucket{{route="{name}",le="{bound}"}} {so_far}')
            lines.append(f'saring_seconds_sum{{route="{name}"}} {self._sums[route]:.6f}')
            lines.append(f'saring_seconds_count{{route="{name}"}} {so_far}')
        return lines

    def _told_verdicts(self) -> list[str]:
        lines = ["# HELP saring_verdicts_total Determinations by verdict.", "# TYPE saring_verdicts_total counter"]
        return [*lines, *(f'saring_verdicts_total{{verdict="{v}"}} {n}' for v, n in sorted(self._verdicts.items()))]


def _safe(label: str) -> str:
    return label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
