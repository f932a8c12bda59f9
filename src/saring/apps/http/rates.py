"""How often one caller may call: a bucket that refills by the minute."""

from __future__ import annotations

import time
from collections import OrderedDict

_CALLERS = 10_000


class Rates:
    """Buckets of calls, one a caller; `per_minute` calls may come at once and as many each minute."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, caller: str) -> int | None:
        """None and one call less, or the seconds to wait."""
        now = time.monotonic()
        left, since = self._held.pop(caller, (float(self.per_minute), now))
        left = min(float(self.per_minute), left + (now - since) * self.per_minute / 60)
        enough = left >= 1
        self._held[caller] = (left - 1 if enough else left, now)
        while len(self._held) > _CALLERS:
            self._held.popitem(last=False)
        return None if enough else max(1, round((1 - left) * 60 / self.per_minute + 0.5))
