"""The room `dealings`: tellings become dealings, each told once, with a stable id."""

from __future__ import annotations

from saring.dealings.gathering import gather

__all__ = ["gather"]
