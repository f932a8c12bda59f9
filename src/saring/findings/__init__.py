"""The room `findings`: a dealing and the lawbook → a determination with reasons."""

from saring.findings.judge import judge

__all__ = ["judge"]
