"""What is paid for goods tells of the goods, and a verb of taking in people may take in goods."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

TABLE = """
en | goods KP CD | North Korean artists were paid $80,000 for statues in Congo.
ru | goods KP RU | Приморская таможня ждёт первых партий яблок из КНДР.
ru | labour KP RU | Завод в Приморье принял на работу сорок северокорейских рабочих и поселил их в общежитии.
"""


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TABLE.strip().splitlines()])
def test_goods_behind_other_verbs(language: str, want: str, text: str) -> None:
    assert [f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in told(text, language)] == [want]
