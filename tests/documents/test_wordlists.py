"""The word lists themselves: complete, sound, and strictly read."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest

from saring.documents.wordlists import Eras, Rules, calendar, eras, noise_rules


def test_every_language_has_twelve_months_and_seven_days() -> None:
    assert {name: len(months) for name, months in calendar().months.items()} == dict.fromkeys(
        ("id", "en", "ru", "uk"), 12
    )
    assert all(len(days) == 7 for days in calendar().weekdays.values())


def test_a_form_means_one_month() -> None:
    seen: dict[str, int] = {}
    for months in calendar().months.values():
        for number, forms in enumerate(months, start=1):
            for form in forms:
                assert seen.setdefault(form, number) == number, form


def test_eras_begin_before_they_end() -> None:
    for era in eras():
        assert era.words
        until = date.fromisoformat(era.until) if era.until else date.max
        assert date.fromisoformat(era.since) < until, era.words


def test_noise_rules_compile_and_match_no_empty_line() -> None:
    for pack in noise_rules():
        for rule in pack.rule:
            for pattern in [*rule.matches, *rule.brackets]:
                assert not re.compile(pattern, re.IGNORECASE).fullmatch(""), pattern


@pytest.mark.parametrize(
    ("form", "given"), [(Rules, {"rules": []}), (Rules, {"rule": [{"why": "x", "line": []}]}), (Eras, {})]
)
def test_unknown_and_missing_keys_are_refused(form: type, given: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(given, form)
