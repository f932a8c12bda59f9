"""The room `sweep`: the same law over tables of trade, compiled from `findings` into one decision table.

The room has the name of its verb, so it can be called: `saring.sweep(frame)` is `saring.sweep.sweep(frame)`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from saring.sweep.sweeping import sweep

__all__ = ["sweep"]


class _Room(ModuleType):
    """A module that answers a call with its verb."""

    def __call__(self, frame: Any, **options: Any) -> Any:
        return sweep(frame, **options)


sys.modules[__name__].__class__ = _Room
