"""Saring: from a report to a determination, which paragraph of which resolution covers a reported dealing.

Three functions serve programs: `saring.check` reads a document and judges what it reports, `saring.determine` judges
one dealing, `saring.sweep` the rows of a trade table. They are loaded when first used, so that `import saring` costs
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from saring.apps.api import check, determine
    from saring.model import SaringError
    from saring.sweep import sweep

__all__ = ["SaringError", "__version__", "check", "determine", "sweep"]

__version__ = "0.1.0"

_HOMES = {"check": "saring.apps.api", "determine": "saring.apps.api", "SaringError": "saring.model"}


def __getattr__(name: str) -> Any:
    """Load a public name from the file that defines it."""
    from importlib import import_module

    if name == "sweep":  # the room itself, which can be called by its verb
        return import_module("saring.sweep")
    if name not in _HOMES:
        raise AttributeError(f"module 'saring' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
