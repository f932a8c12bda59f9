"""Lines of standard input. Half of a character, as callers send that cut a text in an emoji, is replaced, not refused.

Without this the library drops the whole line, and its caller waits for an answer that never comes.
"""

from __future__ import annotations

import re
import sys
from io import TextIOWrapper

from anyio import AsyncFile

# An escaped backslash and a whole pair are passed over; what is left is half of a pair.
_ESCAPES = re.compile(
    r"\\\\|(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)


class Mended(AsyncFile[str]):
    """A file of text whose lines of JSON have no half of a character."""

    async def readline(self) -> str:
        """The next line; empty at the end."""
        return mended(await super().readline())


def mended(line: str) -> str:
    """A line of JSON with U+FFFD for every half of a surrogate pair; what counts characters counts the same."""
    return _ESCAPES.sub(_whole, line) if "\\u" in line else line


def _whole(found: re.Match[str]) -> str:
    return found[0] if found[1] or found[0] == "\\\\" else "\\ufffd"


def standard_input() -> Mended:
    """Standard input as UTF-8, whatever the platform takes it for."""
    return Mended(TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"))
