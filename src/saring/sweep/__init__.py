"""The room `sweep`: the same law over tables of trade, compiled from `findings` into one decision table."""

from saring.sweep.sweeping import sweep

__all__ = ["sweep"]
