"""What the second reader did: requests, tokens, cost, and what was dropped because the text does not bear it out."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

# One token is seldom less than two bytes of UTF-8, in any writing: an estimate on the safe side.
BYTES_PER_TOKEN = 2
MILLION = 1_000_000


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens sent and for a million received."""

    sent: float
    received: float

    def of(self, sent: int, received: int) -> float:
        """What so many tokens cost, in US dollars."""
        return (sent * self.sent + received * self.received) / MILLION


@dataclass
class Tally:
    """The sums of a run; `dropped` counts whole dealings by reason, `details` single values of dealings that stay."""

    price: Price | None = None
    requests: int = 0
    retries: int = 0
    from_cache: int = 0
    sent: int = 0
    received: int = 0
    cost: float = 0.0
    cost_known: bool = True
    estimated: bool = False
    dropped: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)

    def count(self, usage: Any, asked: int, answered: int) -> None:
        """Add one answer: its own usage where the endpoint tells it, else an estimate from bytes asked and answered."""
        self.requests += 1
        told = usage if isinstance(usage, dict) else {}
        sent, received = whole(told.get("prompt_tokens")), whole(told.get("completion_tokens"))
        if sent is None or received is None:
            self.estimated = True
            sent, received = estimate(asked), estimate(answered)
        self.sent += sent
        self.received += received
        own = told.get("cost")
        if isinstance(own, int | float) and not isinstance(own, bool) and math.isfinite(own) and own >= 0:
            self.cost += own
        elif self.price:
            self.cost += self.price.of(sent, received)
        else:
            self.cost_known = False

    def line(self) -> str:
        """The tally in one line."""
        about = "about " if self.estimated else ""
        told = [
            f"{self.requests} requests ({self.from_cache} answered from the cache, {self.retries} tried again)",
            f"{about}{self.sent} tokens sent, {self.received} received",
            f"cost {about}{self.cost:.4f} USD" if self.cost_known else "cost not known (give --price)",
        ]
        told.append(f"dealings dropped: {_listed(self.dropped)}")
        if self.details:
            told.append(f"details dropped: {_listed(self.details)}")
        return "; ".join(told)


def whole(value: Any) -> int | None:
    """A count that an endpoint tells, or nothing when it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def estimate(size: int) -> int:
    """Tokens of so many bytes, on the safe side."""
    return -(-size // BYTES_PER_TOKEN)


def _listed(counted: Counter[str]) -> str:
    if not counted:
        return "none"
    return f"{counted.total()} (" + ", ".join(f"{reason} {counted[reason]}" for reason in sorted(counted)) + ")"
