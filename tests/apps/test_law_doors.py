"""`saring law ask` and `law diff`, and what several words on the command line mean."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("words", "where", "allowed"),
    [
        (["ask", "apples", "--from", "North Korea", "--to", "RU"], "--from", "ISO 3166"),
        (["ask", "apples", "--from", "KP", "--to", "XX"], "--to", "ISO 3166"),
        (["ask", "--kind", "gods", "apples"], "--kind", "military_training"),
        (["ask", "--hs", "8O8"], "--hs", "2 to 6 digits"),
        (["ask", "apples", "--date", "yesterday"], "--date", "YYYY-MM-DD"),
        (["diff", "2017", "x"], "DATE", "YYYY-MM-DD"),
        (["diff", "2017", "2018", "--goods", "apples"], "--goods", "2 to 6 digits"),
        (["list", "--goods", "apples"], "--goods", "2 to 6 digits"),
    ],
)
def test_what_the_law_is_not_asked(run: Any, words: list[str], where: str, allowed: str) -> None:
    ran = run("law", *words)
    assert ran.code == 2
    (line,) = ran.errors
    assert line.startswith(f"saring: {where}: ")
    assert allowed in line.partition("; allowed: ")[2]


def test_small_letters_name_the_same_country(run: Any) -> None:
    ran = run("law", "ask", "apples", "--from", "kp", "--to", "ru", "--date", "2025-07-20", given="n\n")
    assert "Verdict: prohibited" in ran.err
    assert "KP → RU" in ran.out
    assert "prohibited" in ran.out


def test_what_only_the_dealing_can_say_is_asked_first(run: Any) -> None:
    ran = run("law", "ask", "--lang", "id", given="apples\nXX\nkp\n")
    assert [line.partition(":")[0] for line in ran.errors if " [" in line][:3] == ["goods", "from", "from"]
    assert "Putusan: belum dapat ditentukan" in ran.err
    assert "Putusan: dilarang" in ran.err
    assert "dilarang" in ran.out


def test_questions_without_an_answer_are_named(run: Any) -> None:
    ran = run("law", "ask", "apples", "--from", "KP", "--to", "RU", "--date", "2025-07-20", given="")
    assert ran.errors[-1] == "Not answered: committee_exemption. An answer could still change the verdict."
    ran = run("law", "ask", "apples", "--from", "KP", "--to", "RU", "--date", "2025-07-20", given="no\n")
    assert ran.errors[-1] == "No further answer can change the verdict."


def test_a_diff_tells_of_the_partner_in_whatever_order(run: Any) -> None:
    told = run("law", "diff", "2018-01-01", "2017-01-01", "--goods", "6109.10").out
    assert told == run("law", "diff", "2017-01-01", "2018-01-01", "--goods", "610910").out
    assert "begins    UNSCR-2375-16" in told
    assert "from KP was not covered on 2017-01-01, is prohibited on 2018-01-01." in told
    assert "IR" not in told
    arms = run("law", "diff", "2020-01-01", "2026-01-01", "--goods", "9301", "--lang", "id").out
    assert "dari IR" in arms
    assert "larangan" in arms
    assert "prohibit" not in arms


def test_the_law_is_shown_in_words_of_the_language(run: Any) -> None:
    told = run("law", "show", "2375/16", "--lang", "id").out
    assert "akibat: larangan (kata kerja pengikat: memutuskan)" in told
    assert not {"prohibited", "not_covered", "restricted"} & set(told.split("Kasus")[0].split())
    assert "maka dikecualikan" in told


def test_several_phrases_are_several_answers(run: Any) -> None:
    assert [line["words"] for line in run("classify", "frozen", "crab").lines] == ["frozen crab"]
    assert [line["hs"] for line in run("classify", "frozen crab", "apples").lines] == [["0306"], ["0808"]]


@pytest.mark.parametrize(("words", "code"), [("", "empty"), (" ", "empty"), ("nowhere.txt", "missing_file")])
def test_words_that_are_none(run: Any, words: str, code: str) -> None:
    ran = run("classify", words)
    assert ran.code == 1
    (line,) = ran.lines
    assert line["error"]["code"] == code


def test_a_language_without_words_is_refused(run: Any) -> None:
    ran = run("classify", "--language", "de", "Apfel")
    assert ran.code == 2
    assert "allowed: en, id" in ran.err
