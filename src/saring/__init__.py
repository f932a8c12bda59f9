"""Saring: from a report to a determination."""
