"""Packs are read strictly, words are found as they are written, sentences keep their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from saring.model import Noise, SaringError
from saring.reading.gate import named
from saring.reading.pack_forms import Pack
from saring.reading.packs import compiled, languages, load, places
from saring.reading.sentences import split
from saring.reading.words import Entry, Lexicon, fold


@pytest.mark.parametrize("language", languages())
def test_every_pack_loads(language: str) -> None:
    pack = compiled(language)
    assert pack is not None
    assert pack.pack.writing.language == language
    assert places().get(language), "a pack without its countries"


def test_unknown_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text('[writing]\nlanguage = "xx"\nname = "X"\nspacing = true\n', encoding="utf-8")
    with pytest.raises(SaringError) as problem:
        load(path, Pack)
    assert "spacing" in str(problem.value)
    assert "xx.toml" in str(problem.value)


def found(lexicon: Lexicon, text: str) -> list[str]:
    return [text[tag.start : tag.end] for tag in lexicon.find(text, fold(text))]


def test_words_and_edges() -> None:
    lexicon = Lexicon(spaced=True)
    for words in ("US", "May", "deliver*", "kerja sama", "kerja"):
        lexicon.add(words, Entry("test", words))
    assert found(lexicon, "the US and us in May or may") == ["US", "May"]
    assert found(lexicon, "delivered undelivered delivers") == ["delivered", "delivers"]
    assert found(lexicon, "kerja sama pekerja kerja") == ["kerja sama", "kerja"]


def test_folding_keeps_every_place() -> None:
    text = "İstanbul İİ\u00a0Straße\u2019s"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Smith left. He came back.", 2),
        ("JAKARTA, Tempo.co - Harga naik 2.000 persen. Selesai.", 2),
        ("Harga turun tahun lalu.Menurut data, begitu.", 2),
        ("- one point\n- two points", 2),
        ("the U.S. Congress met. It voted.", 2),
        ("Nordwind\nairlines flew.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    pack = compiled("en")
    assert pack is not None
    cut = split(text, pack)
    assert len(cut) == count
    assert all(text[each.start : each.end].strip() == text[each.start : each.end] for each in cut)


def test_noise_is_left_out() -> None:
    pack = compiled("en")
    assert pack is not None
    text = "First line.\nRead also: something else\nLast line."
    start = text.index("Read")
    kept = split(text, pack, [Noise(start, start + len("Read also: something else"), "teaser")])
    assert [text[each.start : each.end] for each in kept] == ["First line.", "Last line."]


def test_gate() -> None:
    assert named("Ekspor Korut naik")
    assert named("Вывоз угля из КНДР")
    assert named("북한 노동자")
    assert not named("South Korea and Japan signed a trade deal")
