"""Texts too short to tell their language by are read in the language that names the partner."""

from __future__ import annotations

import pytest

from saring.goods import spot
from saring.model import Document
from saring.reading import read


@pytest.mark.parametrize(
    ("given", "text", "kind"),
    [
        ("und", "North Korea exports coal", "goods"),
        ("und", "Tentara Korea Utara tiba di Kursk", "troops"),
        ("en", "Korut mengirim tentara ke Rusia", "troops"),
    ],
)
def test_a_short_text_is_read(given: str, text: str, kind: str) -> None:
    document = Document(source="test", sha256="", text=text, language=given, published="2025-07-21")
    assert [each.kind for each in read(document, spot)] == [kind]


def test_a_long_text_keeps_its_language() -> None:
    text = "North Korea exports coal to China. " * 4
    document = Document(source="test", sha256="", text=text, language="und", published="2025-07-21")
    assert not read(document, spot)
