"""Short Korean passages, as journalists, customs bulletins and reports tell dealings: kind, sides, status, or silence."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read

PASSAGES = """
"""


def told(text: str) -> list[str]:
    """The dealings that are read in a passage, in the short form of the list."""
    document = Document(source="test", sha256="", text=text, language="ko", published="2025-07-21")
    found = []
    for dealing in gather(read(document, spot), document):
        polarity = "" if dealing.polarity == "act" else f" {dealing.polarity}"
        found.append(f"{dealing.kind} {dealing.from_ or '-'} {dealing.to or '-'} {dealing.status}{polarity}")
    return sorted(found)


@pytest.mark.parametrize("line", PASSAGES.strip().splitlines())
def test_passage(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    assert told(text) == ([] if wanted == "silent" else sorted(each.strip() for each in wanted.split(";")))
