"""Flows as trade tables write them: into or out of the reporting country."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

Direction = Literal["in", "out"]
UNKNOWN = "the flow is not known"

_IN = {"1", "m", "i", "im", "imp", "import", "imports", "fm", "mip", "mop", "impor", "импорт", "수입"}
_OUT = {"2", "x", "e", "ex", "exp", "export", "exports", "dx", "xip", "xop", "ekspor", "экспорт", "수출"}
_IN_AGAIN = {"4", "rm", "reimport", "reimports"}
_OUT_AGAIN = {"3", "rx", "reexport", "reexports"}


class Course(NamedTuple):
    """Which way goods go as the reporter sees it; `again`: a re-export or re-import, which totals hold already."""

    direction: Direction | None = None
    again: bool = False


@cache
def read_flow(value: object) -> Course:
    """What a cell says about the flow."""
    text = re.sub(r"\.0+$", "", str(value if value is not None else "").strip().casefold())
    word = re.sub(r"[^\w]", "", text)
    if word in _IN_AGAIN:
        return Course("in", again=True)
    if word in _OUT_AGAIN:
        return Course("out", again=True)
    if word in _IN or re.match(r"^(?:foreign |general |special )?imports?\b", text):
        return Course("in")
    if word in _OUT or re.match(r"^(?:domestic |general |special )?exports?\b", text):
        return Course("out")
    return Course()
