"""Determinations in forms for people and programs; the verb of this room is `render`."""

from saring.reports.rendering import render, render_dealing
from saring.reports.whole_json import to_line

__all__ = ["render", "render_dealing", "to_line"]
