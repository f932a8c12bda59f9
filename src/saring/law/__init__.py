"""The room `law`: lawbook files → measures, compiled once and read as a whole."""

from saring.law.compiled import load

__all__ = ["load"]
