"""The term files: strict at load, and every concept's own words lead back to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from saring.goods import classify, is_code
from saring.goods.lexicon import load_terms, problems
from saring.model import SaringError

SOUND = '[[term]]\nid = "apple"\nhs = ["0808"]\nbreadth = "exact"\nen = ["apple"]\nind = ["apel"]\nru = ["яблоко"]\nko = ["사과"]\n'

# Words that two concepts share; the other concept wins and the term is reached by its further words.
SHARED_WORDS = 0.99
CHAPTERS = "x_chapters.toml"  # whole chapters; where narrower concepts have the same words, they win


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "s01_test.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_sound_file_loads(tmp_path: Path) -> None:
    (term,) = load_terms(folder(tmp_path, SOUND))
    assert term.hs == ("0808",)
    assert term.words["id"] == ("apel",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "apple"', 'id = "Apple"', "lower snake case"),
        ('"0808"', '"0807777"', "2, 4 or 6 digits"),
        ('"0808"', '"0899"', "no code of HS 2022"),
        ('["0808"]', "[]", "empty only where breadth is vague"),
        ('"exact"', '"precise"', "exact, family, vague"),
        ('"exact"', '"vague"', "ask = "),
        ('["apple"]', '["apple "]', "blanks"),
        ('["사과"]', "[]", "at least one word"),
        ("breadth", "width", "no key of a term"),
        ('ko = ["사과"]', 'ko = ["사과"]\nfacts = {taste = "good"}', "no fact"),
        ('ko = ["사과"]', 'ko = ["사과"]\nmaterial = "cheese"', "textile"),
        ('ko = ["사과"]', 'ko = ["사과"]\nask = {en = "Which?"}', "ask = "),
    ],
)
def test_every_fault_is_refused_with_place_and_allowed(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in SOUND
    with pytest.raises(SaringError) as fault:
        load_terms(folder(tmp_path, SOUND.replace(old, new)))
    assert told in str(fault.value)
    assert "s01_test.toml" in fault.value.where


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(SaringError, match="stands already"):
        load_terms(folder(tmp_path, SOUND + SOUND))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = SOUND.replace('"0808"', '"0899"') + SOUND.replace("exact", "precise").replace('"apple"', '"pear"', 1)
    assert len(list(problems(folder(tmp_path, text)))) == 2


def test_the_lexicon_is_broad_and_its_codes_exist() -> None:
    terms = load_terms()
    assert len(terms) >= 900
    assert {code for term in terms for code in term.hs if not is_code(code)} == set()
    chapters = {code[:2] for term in terms for code in term.hs}
    assert chapters == {f"{number:02d}" for number in range(1, 98) if number != 77}


@pytest.mark.parametrize("language", ["en", "id", "ru", "ko"])
def test_the_first_words_of_a_term_mean_it(language: str) -> None:
    asked = [
        (term, term.words[language][0]) for term in load_terms() if term.words.get(language) and term.file != CHAPTERS
    ]
    astray = [words for term, words in asked if not set(classify(words, language).hs) & set(term.hs) and term.hs]
    assert len(astray) <= (1 - SHARED_WORDS) * len(asked), astray


def test_vague_terms_ask() -> None:
    assert [term.id for term in load_terms() if term.breadth == "vague" and set(term.ask) != {"en", "id"}] == []
